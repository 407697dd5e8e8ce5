import { SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { serveInference } from '../../native/inference-worker/serve-inference.ts';
import { resample } from '../audio/resample.ts';
import { levelled, trimmed, withPause } from './clause-audio.ts';
import { PiperNet } from './piper-net.ts';
import { openPitchShifter } from './pitch-shifter.ts';
import type { SpokenClause } from './text-to-speech.ts';
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

await serveInference(async ({ modelFile }: { modelFile: string }) => {
  const [net, shifter] = await Promise.all([PiperNet.load(modelFile), openPitchShifter()]);

  const speak = async (
    { clause, line, rate, pitch, formant, steady }: SynthesisInput,
    { cancelled }: { cancelled: () => boolean },
  ): Promise<SpokenClause> => {
    if (cancelled()) return { samples: new Float32Array(0), words: [] };
    const ids = net.ids(line);
    // Pitch and formants move together: speak slower by the factor, then play faster by it. Where the pitch is to go
    // elsewhere than the formants, the shifter moves it the rest of the way.
    const speech = await net.speak(ids, { lengthScale: formant / rate, steady });
    const playedAtHz = Math.round(net.sampleRateHz * formant);
    const cut = trimmed(speech.samples, net.sampleRateHz);
    const sized = resample(cut.samples, playedAtHz, SPEAKING_SAMPLE_RATE_HZ);
    const samples = levelled(pitch === formant ? sized : shifter.shift(sized, SPEAKING_SAMPLE_RATE_HZ, pitch / formant));
    const lengthMs = (samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
    const toMs = (sample: number) => Math.min(lengthMs, Math.max(0, ((sample - cut.cutSamples) / playedAtHz) * 1000));
    const words = wordTimes(clause, spokenGroups(ids, speech.idSamples, net.spaceId), toMs);
    return { samples: withPause(samples, clause, SPEAKING_SAMPLE_RATE_HZ, rate), words };
  };

  const warmUp: SynthesisInput = { clause: 'Sure.', line: 'ʃˈʊɹ.', rate: 1, pitch: 1.1, formant: 1, steady: false };
  await speak(warmUp, { cancelled: () => false });
  return { speak, close: () => net.release() };
});
