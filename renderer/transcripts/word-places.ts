import type { TranscriptSegment } from '../../electron/ipc/transcription-schema.ts';

/** One word of a transcript; segments without words have the place 0. */
export interface WordPlace {
  readonly index: number;
  readonly word: number;
}

/** What sounds at a time: the last word that began, in the last segment that began. */
export function placeAt(segments: readonly TranscriptSegment[], ms: number): WordPlace | null {
  const index = lastBegun(segments, ms);
  const segment = segments[index];
  if (segment === undefined) return null;
  return { index, word: Math.max(0, lastBegun(segment.words, ms)) };
}

/** When a word begins; a segment without words begins as a whole. */
export function timeOf(segments: readonly TranscriptSegment[], { index, word }: WordPlace): number {
  const segment = segments[index];
  return segment?.words[word]?.startMs ?? segment?.startMs ?? 0;
}

/** The word so many words further on, over the ends of segments, and never beyond the text. */
export function wordFurther(segments: readonly TranscriptSegment[], from: WordPlace, by: 1 | -1): WordPlace {
  const word = from.word + by;
  if (word >= 0 && word < wordCount(segments[from.index])) return { index: from.index, word };
  const index = from.index + by;
  if (index < 0 || index >= segments.length) return from;
  return { index, word: by === 1 ? 0 : wordCount(segments[index]) - 1 };
}

/** The same place in another segment, or as near as there is. */
export function segmentFurther(segments: readonly TranscriptSegment[], from: WordPlace, by: number): WordPlace {
  const index = Math.max(0, Math.min(segments.length - 1, from.index + by));
  return { index, word: Math.min(from.word, wordCount(segments[index]) - 1) };
}

/** After an edit a place may not be there any more. */
export function nearestPlace(segments: readonly TranscriptSegment[], place: WordPlace): WordPlace {
  return segmentFurther(segments, place, 0);
}

export function wordCount(segment: TranscriptSegment | undefined): number {
  return Math.max(1, segment?.words.length ?? 0);
}

function lastBegun(timed: readonly { readonly startMs: number }[], ms: number): number {
  let [low, high] = [0, timed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timed[middle]?.startMs ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
