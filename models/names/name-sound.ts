import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { speechEdges } from '../audio/speech-edges.ts';
import type { TimedWord } from '../speech-to-speech/realtime-model.ts';
import { SAMPLES_A_FRAME } from '../speech-to-text/moonshine-net.ts';
import { centred, meanOf, type SoundFrames } from '../speech-to-text/sound-likeness.ts';
import type { SpeechToText } from '../speech-to-text/speech-to-text.ts';

/** Speech alone, 16 kHz, and the silence laid around it: a recogniser hears neither edge well without. */
export const LEAD_MS = 300;
export const TAIL_MS = 500;

/** Names of English: what they have in common is what all names have, said in that way. */
const COMMON_NAMES = ['Anna', 'Peter', 'Margaret', 'Edward', 'Susan', 'Joshua', 'Victoria', 'Hugo', 'Philip', 'Zachary', 'Ruth', 'Noah'];
const FEWEST_FRAMES = 6;

/** Words with their times, mono, 16 kHz. */
export interface Said {
  readonly samples: Float32Array;
  readonly words: readonly TimedWord[];
}
type Say = (text: string) => Promise<Said>;
type Hearing = Required<Pick<SpeechToText, 'soundFrames'>>;

/**
 * Alone a name is drawn out, and has no neighbours to be drowned by; in speech it is as people will say it. Of 240 spoken names 216 are
 * the likest of 60 by their sound alone, 217 by that in a sentence, 222 by either: Niamh, Aoife and Ximena are known in a sentence
 * only (measured with another sentence than the one below).
 */
const WAYS: Readonly<Record<string, (name: string) => { readonly text: string; readonly before: number; readonly after: number }>> = {
  alone: (name) => ({ text: `${name}.`, before: 0, after: 0 }),
  within: (name) => ({ text: `We gave ${name} a book.`, before: 2, after: 2 }),
};

/** By recogniser, manner of speaking and way; it costs some seconds of a core. */
const known = new WeakMap<object, Map<string, Promise<Float32Array>>>();

/**
 * How a name sounds to a recogniser, said alone and in a sentence, ready to be looked for in speech (`likenessIn`).
 * @param voice.say speaks words
 * @param voice.manner what `say` speaks like: what names have in common is listened to once in each manner
 * @returns an example each way; none where there is too little of it
 * @throws EngineFailure where one of the models fails; whatever `say` throws
 */
export async function soundsOfName(
  name: string,
  voice: { readonly say: Say; readonly manner: string },
  recogniser: Hearing,
  signal: AbortSignal,
): Promise<readonly SoundFrames[]> {
  const examples: SoundFrames[] = [];
  const means = known.get(recogniser) ?? new Map<string, Promise<Float32Array>>();
  known.set(recogniser, means);
  for (const [way, sentence] of Object.entries(WAYS)) {
    const listen = async (name: string) => {
      const { text, before, after } = sentence(name);
      return framesOfWords(await voice.say(text), { before, after }, (samples) => recogniser.soundFrames(samples, { signal }));
    };
    const key = `${way} ${voice.manner}`;
    const common = means.get(key) ?? commonSound(listen);
    means.set(key, common);
    try {
      const mean = await common;
      const frames = await listen(name);
      if (frames.count >= FEWEST_FRAMES) examples.push(centred(frames, mean));
    } catch (failure) {
      // Somebody spoke meanwhile: it is listened to again.
      means.delete(key);
      throw failure;
    }
  }
  return examples;
}

async function commonSound(listen: (name: string) => Promise<SoundFrames>): Promise<Float32Array> {
  const all: SoundFrames[] = [];
  for (const name of COMMON_NAMES) all.push(await listen(name));
  return meanOf(all);
}

/** The rows of what was said, without some words before and after it. */
async function framesOfWords(
  { samples, words }: Said,
  without: { readonly before: number; readonly after: number },
  hear: (samples: Float32Array) => Promise<SoundFrames>,
): Promise<SoundFrames> {
  const isAlone = without.before === 0 && without.after === 0;
  const speech = isAlone ? withoutSilence(samples) : samples;
  const { values, count, size } = await hear(withSilence(speech));
  const inFrames = (ms: number) => Math.min(count, Math.round(((LEAD_MS + ms) * HEARING_SAMPLE_RATE_HZ) / 1000 / SAMPLES_A_FRAME));
  const own = words.slice(without.before, words.length - without.after);
  const from = inFrames(isAlone ? 0 : (own[0]?.startMs ?? 0));
  const to = Math.max(from, inFrames(isAlone ? (speech.length * 1000) / HEARING_SAMPLE_RATE_HZ : (own.at(-1)?.endMs ?? 0)));
  return { values: values.slice(from * size, to * size), count: to - from, size };
}

function withoutSilence(speech: Float32Array): Float32Array {
  const edges = speechEdges(speech);
  const inSamples = (ms: number) => (ms * HEARING_SAMPLE_RATE_HZ) / 1000;
  return edges === null ? speech : speech.slice(inSamples(edges.startMs), inSamples(edges.endMs));
}

export function withSilence(speech: Float32Array): Float32Array {
  const inSamples = (ms: number) => (ms * HEARING_SAMPLE_RATE_HZ) / 1000;
  const whole = new Float32Array(speech.length + inSamples(LEAD_MS + TAIL_MS));
  whole.set(speech, inSamples(LEAD_MS));
  return whole;
}
