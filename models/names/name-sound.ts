import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { speechEdges } from '../audio/speech-edges.ts';
import { SAMPLES_A_FRAME } from '../speech-to-text/moonshine-net.ts';
import { centred, meanOf, type SoundFrames } from '../speech-to-text/sound-likeness.ts';
import type { SpeechToText } from '../speech-to-text/speech-to-text.ts';

/** Speech alone, 16 kHz, and the silence laid around it: a recogniser hears neither edge well without. */
export const LEAD_MS = 300;
export const TAIL_MS = 500;

/** Words with the sounds of English in them: what names said alone have in common is what these have. */
const COMMON_WORDS = ['Anna', 'Peter', 'Margaret', 'Edward', 'Susan', 'Joshua', 'Victoria', 'Hugo', 'Philip', 'Zachary', 'Ruth', 'Noah'];
const FEWEST_FRAMES = 6;

type Hearing = Required<Pick<SpeechToText, 'soundFrames'>>;

/** By recogniser and manner of speaking; it costs some seconds of a core. */
const known = new WeakMap<object, Map<string, Promise<Float32Array>>>();

/**
 * How a name said alone sounds to a recogniser, ready to be looked for in speech (`likenessIn`).
 * @param say speaks words alone, mono, 16 kHz
 * @param manner what `say` speaks like: words it has in common with all names are said once in each manner
 * @returns null when there is too little of it
 * @throws EngineFailure where one of the models fails; whatever `say` throws
 */
export async function soundOfName(
  name: string,
  {
    say,
    recogniser,
    manner,
    signal,
  }: { readonly say: Say; readonly recogniser: Hearing; readonly manner: string; readonly signal: AbortSignal },
): Promise<SoundFrames | null> {
  const listen = async (word: string) =>
    spokenPart(await recogniser.soundFrames(withSilence(withoutSilence(await say(`${word}.`))), { signal }));
  const manners = known.get(recogniser) ?? new Map<string, Promise<Float32Array>>();
  known.set(recogniser, manners);
  const common = manners.get(manner) ?? commonSound(listen);
  manners.set(manner, common);
  try {
    const mean = await common;
    const frames = await listen(name);
    return frames.count < FEWEST_FRAMES ? null : centred(frames, mean);
  } catch (failure) {
    // Somebody spoke meanwhile: it is listened to again.
    manners.delete(manner);
    throw failure;
  }
}

type Say = (text: string) => Promise<Float32Array>;

async function commonSound(listen: (word: string) => Promise<SoundFrames>): Promise<Float32Array> {
  const all: SoundFrames[] = [];
  for (const word of COMMON_WORDS) all.push(await listen(word));
  return meanOf(all);
}

function spokenPart({ values, count, size }: SoundFrames): SoundFrames {
  const inFrames = (ms: number) => Math.floor((ms * HEARING_SAMPLE_RATE_HZ) / 1000 / SAMPLES_A_FRAME);
  const [from, to] = [inFrames(LEAD_MS), Math.max(inFrames(LEAD_MS), count - inFrames(TAIL_MS))];
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
