import { PEAKS_A_SECOND, PEAKS_PIECE_S } from '../../electron/ipc/recordings-schema.ts';
import { type Answer, askHere } from '../conversation/connection.ts';

type Peaks = Answer<{ readonly peaks: Uint8Array }>;

/** A picture that grows is drawn this often at most. */
const DRAWN_EVERY_MS = 400;

/**
 * Reads the picture of a recording's loudness piece by piece, and hands over what there is, 0..1, the rest still silent.
 * @returns its ending; @param failed told the sentence when the file cannot be read
 */
export function readPeaks(
  id: string,
  durationMs: number,
  drawn: (peaks: Float32Array) => void,
  failed: (sentence: string) => void,
): () => void {
  const stop = new AbortController();
  readPieces(id, durationMs, drawn, stop.signal).catch((failure: unknown) => {
    if (!stop.signal.aborted) failed(failure instanceof Error ? failure.message : String(failure));
  });
  return () => stop.abort();
}

async function readPieces(id: string, durationMs: number, drawn: (peaks: Float32Array) => void, signal: AbortSignal): Promise<void> {
  const peaks = new Float32Array(Math.max(1, Math.ceil((durationMs / 1000) * PEAKS_A_SECOND)));
  let drawnMs = Number.NEGATIVE_INFINITY;
  for (let fromS = 0, isLast = false; !isLast; fromS += PEAKS_PIECE_S) {
    const piece = await readPiece(id, fromS);
    if (signal.aborted || piece === null) return;
    const from = fromS * PEAKS_A_SECOND;
    for (let index = 0; index < piece.length && from + index < peaks.length; index++) peaks[from + index] = (piece[index] ?? 0) / 255;
    isLast = piece.length < PEAKS_PIECE_S * PEAKS_A_SECOND || from + piece.length >= peaks.length;
    if (!isLast && performance.now() - drawnMs < DRAWN_EVERY_MS) continue;
    drawnMs = performance.now();
    drawn(peaks);
  }
}

/** @returns null while there is nobody to ask @throws Error with the sentence when the file cannot be read */
async function readPiece(id: string, fromS: number): Promise<Uint8Array | null> {
  const answer: Peaks = await askHere((client) => client.readPeaks({ id, fromS }));
  if ('result' in answer) return answer.result.peaks;
  if (answer.problem === null) return null;
  throw new Error(`${answer.problem.message} ${answer.problem.whatToDo}`);
}
