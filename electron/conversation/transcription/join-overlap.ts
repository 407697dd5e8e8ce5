import type { TranscriptWord } from '../../ipc/transcription-schema.ts';
import { plainWord } from './trusted-words.ts';

/** Words near the cut that are compared; 1.2 s of overlap hold five or six. */
const REACH_WORDS = 12;

/**
 * Joins the words of two stretches whose sound overlaps, so that what was said once stands once: at the longest run of
 * words both heard, or, where they agree on nothing, in the middle of the overlap.
 */
export function joinOverlap(
  before: readonly TranscriptWord[],
  after: readonly TranscriptWord[],
  overlap: { readonly startMs: number; readonly endMs: number },
): TranscriptWord[] {
  const run = longestSharedRun(before, after);
  if (run !== null) return inOrder([...before.slice(0, run.beforeIndex + run.length), ...after.slice(run.afterIndex + run.length)]);
  const middleMs = (overlap.startMs + overlap.endMs) / 2;
  const centre = ({ startMs, endMs }: TranscriptWord) => (startMs + endMs) / 2;
  return inOrder([...before.filter((word) => centre(word) < middleMs), ...after.filter((word) => centre(word) >= middleMs)]);
}

interface SharedRun {
  readonly beforeIndex: number;
  readonly afterIndex: number;
  readonly length: number;
}

function longestSharedRun(before: readonly TranscriptWord[], after: readonly TranscriptWord[]): SharedRun | null {
  let best: SharedRun | null = null;
  for (let beforeIndex = Math.max(0, before.length - REACH_WORDS); beforeIndex < before.length; beforeIndex++) {
    for (let afterIndex = 0; afterIndex < Math.min(after.length, REACH_WORDS); afterIndex++) {
      const length = runLength(before, after, beforeIndex, afterIndex);
      if (length > (best?.length ?? 0)) best = { beforeIndex, afterIndex, length };
    }
  }
  if (best === null) return null;
  // One short word in common ("the") says nothing.
  const [only] = before.slice(best.beforeIndex, best.beforeIndex + 1);
  return best.length > 1 || plainWord(only?.text ?? '').length > 3 ? best : null;
}

function runLength(before: readonly TranscriptWord[], after: readonly TranscriptWord[], beforeIndex: number, afterIndex: number): number {
  let length = 0;
  for (;;) {
    const one = plainWord(before[beforeIndex + length]?.text ?? '');
    if (one === '' || one !== plainWord(after[afterIndex + length]?.text ?? '')) return length;
    length += 1;
  }
}

/** Estimated times of two stretches may cross by a little. */
function inOrder(words: readonly TranscriptWord[]): TranscriptWord[] {
  let lastMs = 0;
  return words.map((word) => {
    const startMs = Math.max(word.startMs, lastMs);
    const endMs = Math.max(word.endMs, startMs);
    lastMs = endMs;
    return { ...word, startMs, endMs };
  });
}
