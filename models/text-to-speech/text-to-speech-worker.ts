import { SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { serveInference } from '../../native/inference-worker/serve-inference.ts';
import { resample } from '../audio/resample.ts';
import { levelled, trimmed, withPause } from './clause-audio.ts';
import { PiperNet } from './piper-net.ts';
import type { SpokenClause } from './text-to-speech.ts';
import { spokenGroups, wordTimes } from './word-times.ts';

export interface SynthesisInput {
  readonly clause: string;
  /** The clause in IPA with its punctuation. */
  readonly line: string;
  readonly rate: number;
  readonly pitch: number;
}

await serveInference(async ({ modelFile }: { modelFile: string }) => {
  const net = await PiperNet.load(modelFile);

  const speak = async (
    { clause, line, rate, pitch }: SynthesisInput,
    { cancelled }: { cancelled: () => boolean },
  ): Promise<SpokenClause> => {
    if (cancelled()) return { samples: new Float32Array(0), words: [] };
    const ids = net.ids(line);
    // Pitch and formants move together: speak slower by the factor, then play faster by it.
    const speech = await net.speak(ids, pitch / rate);
    const playedAtHz = Math.round(net.sampleRateHz * pitch);
    const cut = trimmed(speech.samples, net.sampleRateHz);
    const samples = levelled(resample(cut.samples, playedAtHz, SPEAKING_SAMPLE_RATE_HZ));
    const lengthMs = (samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
    const toMs = (sample: number) => Math.min(lengthMs, Math.max(0, ((sample - cut.cutSamples) / playedAtHz) * 1000));
    const words = wordTimes(clause, spokenGroups(ids, speech.idSamples, net.spaceId), toMs);
    return { samples: withPause(samples, clause, SPEAKING_SAMPLE_RATE_HZ, rate), words };
  };

  const warmUp: SynthesisInput = { clause: 'Sure.', line: 'ʃˈʊɹ.', rate: 1, pitch: 1 };
  await speak(warmUp, { cancelled: () => false });
  return { speak, close: () => net.release() };
});
