import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { SAMPLES_A_FRAME } from './moonshine-net.ts';
import type { NameForm } from './name-forms.ts';
import type { RowProducts } from './row-products.ts';
import { centred, type Likeness, likenessIn, meanOf, type SoundFrames } from './sound-likeness.ts';
import type { BiasedName } from './speech-to-text.ts';
import { timedWords } from './word-estimate.ts';

/** The likeness of one name of many. */
export interface NameLikeness extends Likeness {
  /** No other name sounds more like any stretch of the utterance. */
  readonly isLikest: boolean;
}

/** Where the rows of an utterance sound most like each of the names that were said: the likest of their examples. */
export async function likenessesOf(
  frames: SoundFrames,
  names: readonly BiasedName[],
  products: RowProducts,
): Promise<ReadonlyMap<string, NameLikeness>> {
  const examples = names.flatMap(({ written, examples }) => (examples ?? []).map((example) => ({ written, example })));
  if (examples.length === 0 || frames.count === 0) return new Map();
  const cosines = await products.of(stacked(examples.map(({ example }) => example)), stacked([centred(frames, meanOf([frames]))]));
  const found = new Map<string, Likeness>();
  let row = 0;
  for (const { written, example } of examples) {
    const own = cosines.subarray(row * frames.count, (row + example.count) * frames.count);
    const likeness = likenessIn(own, example.count, frames.count);
    row += example.count;
    if (likeness !== null && likeness.unlike < (found.get(written)?.unlike ?? Number.POSITIVE_INFINITY)) found.set(written, likeness);
  }
  const least = Math.min(...[...found.values()].map(({ unlike }) => unlike));
  return new Map([...found].map(([written, likeness]) => [written, { ...likeness, isLikest: likeness.unlike === least }]));
}

/** In memory of its own: the runtime takes none that threads share. */
function stacked(all: readonly SoundFrames[]): SoundFrames {
  const [size, count] = [all[0]?.size ?? 0, all.reduce((sum, { count }) => sum + count, 0)];
  const values = new Float32Array(count * size);
  let at = 0;
  for (const example of all) {
    values.set(example.values, at);
    at += example.values.length;
  }
  return { values, count, size };
}

/** What a form costs that is written altogether unlike the words heard. */
export const UNLIKE_NATS = 17;
/**
 * Where a name is not said, the least unlike stretch has 0.58 and more (48 names in 160 sentences without); where it is, 0.42 in the
 * middle (the same voice) and 0.53 (another); of names said alone.
 */
export const NOT_SAID = 0.57;
const SOUND_NATS = 80;
const MOST_NATS = 16;
const LEAST_NATS = -4;
/** Words are laid over the sound by estimate (98 ms mean error), names that were misheard worse. */
const SLACK_MS = 400;
/** "Coffee" sounds like Kofi whoever said it: where the words heard sound like the name, its sound tells little. */
const ALIKE_NATS = 2;
const UNALIKE_NATS = 25;

/** How long one of the encoder's rows lasts. */
export const FRAME_MS = (SAMPLES_A_FRAME * 1000) / HEARING_SAMPLE_RATE_HZ;

/** A word of a text: where it stands in it, and when it was probably said. */
interface PlacedWord {
  readonly from: number;
  readonly to: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** The words of a text, laid over the sound they were heard in. */
export function wordsOver(text: string, samples: Float32Array): readonly PlacedWord[] {
  const words = [...text.matchAll(/\S+/gu)];
  const times = timedWords(
    words.map(([text]) => ({ text, confidence: 1 })),
    samples,
  );
  return words.map(({ 0: word, index }, at) => ({
    from: index,
    to: index + word.length,
    startMs: times[at]?.startMs ?? 0,
    endMs: times[at]?.endMs ?? 0,
  }));
}

/**
 * How much the sound of a name, as it was said, speaks for it at a place.
 * @returns nats, -4 to 16; 0 when nobody said it or it is heard elsewhere, below 0 when it is heard nowhere
 */
export function soundsAt(text: string, samples: Float32Array, likenesses: ReadonlyMap<string, NameLikeness>) {
  let words: readonly PlacedWord[] | null = null;
  return ({ written, isCommon }: NameForm, from: number, to: number): number => {
    const likeness = isCommon ? undefined : likenesses.get(written);
    if (likeness === undefined) return 0;
    words ??= wordsOver(text, samples);
    const there = words.filter((word) => word.to > from && word.from < to);
    const [startMs, endMs] = [(there[0]?.startMs ?? 0) - SLACK_MS, (there.at(-1)?.endMs ?? 0) + SLACK_MS];
    const middleMs = ((likeness.from + likeness.to) / 2) * FRAME_MS;
    if (middleMs < startMs || middleMs > endMs) return 0;
    // A short name is soon drowned by its neighbours: if no other sounds more like it, that says nothing against it.
    const least = likeness.isLikest ? 0 : LEAST_NATS;
    return Math.max(least, Math.min(MOST_NATS, (NOT_SAID - likeness.unlike) * SOUND_NATS));
  };
}

/** What speaks against a name by its sound: how unlike it is written from the words heard, less what was heard of it. */
export function unlikeNats(distance: number, sound: number): number {
  return Math.max(-ALIKE_NATS - distance * UNALIKE_NATS, distance * UNLIKE_NATS - sound);
}
