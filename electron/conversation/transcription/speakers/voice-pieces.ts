import type { SpeakerEmbedding } from '../../../../models/speaker-embedding/speaker-embedding.ts';
import { SAMPLES_A_MS, type VoicePiece } from '../recognised-window.ts';

/** Pieces overlap by half, so that a change of speakers is found to less than a second. */
const STEP_SHARE = 0.5;
/**
 * What the voice encoder says of a stretch, piece by piece.
 * @param startMs of the stretch in the file
 */
export async function voicePieces(model: SpeakerEmbedding, samples: Float32Array, startMs: number): Promise<VoicePiece[]> {
  const length = model.pieceMs * SAMPLES_A_MS;
  const last = Math.max(0, samples.length - length);
  // The last piece ends with the stretch: half a piece of silence is no voice.
  const starts = Array.from({ length: Math.ceil(last / (length * STEP_SHARE)) }, (_, index) => index * length * STEP_SHARE);
  starts.push(last);
  const vectors = await model.embed(starts.map((at) => filled(samples.slice(at, at + length), length)));
  return vectors.map((vector, index) => {
    const at = starts[index] ?? 0;
    return {
      startMs: Math.round(startMs + at / SAMPLES_A_MS),
      endMs: Math.round(startMs + Math.min(samples.length, at + length) / SAMPLES_A_MS),
      vector: packed(vector),
    };
  });
}

/** What is too short is said again and again: the voice stays the same. */
function filled(samples: Float32Array, length: number): Float32Array {
  return samples.length === 0 || samples.length >= length
    ? samples
    : Float32Array.from({ length }, (_, index) => samples[index % samples.length] ?? 0);
}

/** A byte a value is plenty for an angle, and a tenth of the journal. */
function packed(vector: Float32Array): string {
  const most = vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-9);
  return Buffer.from(Int8Array.from(vector, (value) => Math.round((value / most) * 127)).buffer).toString('base64');
}

/** @returns a vector of length 1, or zeros */
export function unpacked(vector: string): Float32Array {
  const values = Float32Array.from(new Int8Array(Uint8Array.from(Buffer.from(vector, 'base64')).buffer));
  const length = Math.hypot(...values);
  return length === 0 ? values : values.map((value) => value / length);
}
