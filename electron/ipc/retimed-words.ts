import type { TranscriptSegment, TranscriptWord } from './transcription-schema.ts';

/** Beyond this many comparisons the middle of two long texts counts as exchanged as a whole. */
const MOST_COMPARISONS = 4_000_000;

/**
 * The words of a segment after somebody wrote over it. Words that stay keep their times, also where only capitals or
 * punctuation changed; others share the time of those they replace, by their length. What a person wrote is sure.
 */
export function retimedWords({ words, startMs, endMs }: TranscriptSegment, text: string): TranscriptWord[] {
  const written = text.split(/\s+/).filter((word) => word !== '');
  const pairs = keptPairs(
    words.map(keyOf),
    written.map((word) => keyOf({ text: word })),
  );
  const result: TranscriptWord[] = [];
  let [oldPlace, newPlace] = [0, 0];
  const fill = (oldEnd: number, newEnd: number) => {
    const replaced = words.slice(oldPlace, oldEnd);
    const from = Math.max(replaced[0]?.startMs ?? words[oldPlace - 1]?.endMs ?? startMs, result.at(-1)?.startMs ?? startMs);
    const to = replaced.length > 0 ? Math.max(...replaced.map((word) => word.endMs)) : (words[oldEnd]?.startMs ?? endMs);
    const latestMs = Math.min(words[oldEnd]?.startMs ?? endMs, endMs);
    result.push(...spread(written.slice(newPlace, newEnd), Math.min(from, latestMs), Math.min(to, latestMs)));
  };
  for (const [oldIndex, newIndex] of pairs) {
    fill(oldIndex, newIndex);
    const kept = words[oldIndex] as TranscriptWord;
    const word = written[newIndex] as string;
    result.push(kept.text === word ? kept : { ...kept, text: word, confidence: 1 });
    [oldPlace, newPlace] = [oldIndex + 1, newIndex + 1];
  }
  fill(words.length, written.length);
  return result;
}

/** Capitals and punctuation do not make another word; signs without letters are compared as they stand. */
function keyOf({ text }: Pick<TranscriptWord, 'text'>): string {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? text : letters;
}

/** The longest common run of words, in order, as pairs of places. */
function keptPairs(before: readonly string[], after: readonly string[]): [number, number][] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const middle = commonPairs(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [
    ...Array.from({ length: head }, (_, index): [number, number] => [index, index]),
    ...middle.map(([one, other]): [number, number] => [one + head, other + head]),
    ...Array.from({ length: tail }, (_, index): [number, number] => [before.length - tail + index, after.length - tail + index]),
  ];
}

function commonPairs(before: readonly string[], after: readonly string[]): [number, number][] {
  if (before.length * after.length > MOST_COMPARISONS) return [];
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (one: number, other: number) => lengths[one * width + other] ?? 0;
  for (let one = before.length - 1; one >= 0; one--)
    for (let other = after.length - 1; other >= 0; other--)
      lengths[one * width + other] =
        before[one] === after[other] ? at(one + 1, other + 1) + 1 : Math.max(at(one + 1, other), at(one, other + 1));
  const pairs: [number, number][] = [];
  for (let one = 0, other = 0; one < before.length && other < after.length; ) {
    if (before[one] === after[other]) pairs.push([one++, other++]);
    else if (at(one + 1, other) >= at(one, other + 1)) one += 1;
    else other += 1;
  }
  return pairs;
}

/** Words over a time, each by its length. */
function spread(words: readonly string[], fromMs: number, toMs: number): TranscriptWord[] {
  const whole = words.reduce((sum, word) => sum + word.length + 1, 0);
  const length = Math.max(0, toMs - fromMs);
  let signs = 0;
  const place = () => Math.min(fromMs + length, Math.max(fromMs, Math.round(fromMs + (length * signs) / Math.max(1, whole))));
  return words.map((text) => {
    const startMs = place();
    signs += text.length + 1;
    return { text, startMs, endMs: place(), confidence: 1 };
  });
}
