import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { beamSearch } from './beam-search.ts';
import type { MoonshineNet } from './moonshine-net.ts';
import type { OtherReading } from './speech-to-text.ts';
import type { Tokenizer } from './tokenizer.ts';

/** No request is longer, and each second costs. */
const LONGEST_SAMPLES = 10 * HEARING_SAMPLE_RATE_HZ;

export interface ReadingWith {
  readonly net: MoonshineNet;
  readonly tokenizer: Tokenizer;
  readonly cancelled: () => boolean;
}

/**
 * What else a stretch of speech may have been, the likeliest first.
 * @param samples mono, 16 kHz
 * @returns nothing for speech of more than ten seconds
 */
export async function otherReadings({ net, tokenizer, cancelled }: ReadingWith, samples: Float32Array): Promise<OtherReading[]> {
  if (samples.length > LONGEST_SAMPLES) return [];
  const wordsOf = (tokens: readonly number[]) => plainWords(tokenizer.decode(tokens));
  const readings = await beamSearch(net, await net.encode(samples), { sampleCount: samples.length, wordsOf, cancelled });
  const likeliest = readings[0]?.logProbability ?? 0;
  return readings.map(({ tokens, logProbability }) => ({
    text: tokenizer.decode(tokens).trim(),
    behindNats: likeliest - logProbability,
  }));
}

/** Words alone: a mark or a capital makes no other reading. */
function plainWords(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}']+/gu)
      ?.join(' ') ?? ''
  );
}
