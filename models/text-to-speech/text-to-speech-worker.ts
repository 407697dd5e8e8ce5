import { SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { serveInference, type WorkContext } from '../../native/inference-worker/serve-inference.ts';
import { joinedSamples } from '../audio/joined-samples.ts';
import { gainOf } from './clause-audio.ts';
import { ClauseSound } from './clause-sound.ts';
import { PiperNet } from './piper-net.ts';
import { openPitchShifter } from './pitch-shifter.ts';
import { spokenGroups, wordTimes } from './word-times.ts';

export interface SynthesisInput {
  readonly clause: string;
  /** The clause in IPA with its punctuation. */
  readonly line: string;
  readonly rate: number;
  readonly pitch: number;
  readonly formant: number;
  readonly steady: boolean;
}

/** Said once while loading: the first call of a net is slow, and it tells how loud the voice is. */
const WARM_UP = 'ʃˈʊɹ.';

await serveInference(async ({ modelFile }: { modelFile: string }) => {
  const [net, shifter] = await Promise.all([PiperNet.load(modelFile), openPitchShifter()]);
  shifter.run(SPEAKING_SAMPLE_RATE_HZ, 1.1).push(new Float32Array(SPEAKING_SAMPLE_RATE_HZ));
  const gain = gainOf(await whole((await net.speak(net.ids(WARM_UP), { lengthScale: 1, steady: true })).pieces));

  /** Streams the clause as pieces of sound with the words that begin in them. */
  const speak = async ({ clause, line, rate, pitch, formant, steady }: SynthesisInput, { cancelled, part }: WorkContext): Promise<void> => {
    if (cancelled()) return;
    const ids = net.ids(line);
    // Pitch and formants move together: spoken slower by the factor, then played faster by it.
    const { idSamples, pieces } = await net.speak(ids, { lengthScale: formant / rate, steady });
    const groups = spokenGroups(ids, idSamples, net.spaceId);
    const sound = new ClauseSound({
      ...{ clause, rate, gain, sampleRateHz: net.sampleRateHz, playedAtHz: Math.round(net.sampleRateHz * formant) },
      shifter: pitch === formant ? null : shifter.run(SPEAKING_SAMPLE_RATE_HZ, pitch / formant),
      wordTimes: (toMs) => wordTimes(clause, groups, toMs),
    });
    for await (const piece of pieces) {
      if (cancelled()) return;
      part(sound.push(piece));
    }
    part(sound.end());
  };
  return { speak, close: () => net.release() };
});

async function whole(pieces: AsyncIterable<Float32Array>): Promise<Float32Array> {
  const all: Float32Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return joinedSamples(all);
}
