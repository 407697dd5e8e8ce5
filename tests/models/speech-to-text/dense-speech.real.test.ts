import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEARING_SAMPLE_RATE_HZ, SPEAKING_SAMPLE_RATE_HZ } from '../../../electron/ipc/audio-frame.ts';
import { resample } from '../../../models/audio/resample.ts';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import { openPiper } from '../../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../../models/text-to-speech/text-to-speech.ts';
import { isMissing, realPlaces } from '../real-places.ts';

/** What is said, how fast, and what must be found in the text. */
const DENSE: readonly (readonly [string, number, RegExp])[] = [
  ["It's one oh four at night.", 1, /^It's (one|1).* at night/i],
  ["It's ten oh seven at night.", 1, /^It's (ten|10).* at night/i],
  ["It's eight oh eight in the morning.", 1, /^It's (eight|8).* in the morning/i],
  ["It's nine oh three in the morning.", 1, /^It's (nine|9).* in the morning/i],
  ['one two three four five six seven eight nine ten', 1, /^(one|1).*(ten|10)/i],
  ['one two three four five six seven eight nine ten', 1.4, /^(one|1).*(ten|10)/i],
];

/** A machine that hums, as the net hears words in for as long as it is let. */
const hum = (seconds: number) =>
  Float32Array.from({ length: seconds * HEARING_SAMPLE_RATE_HZ }, (_, index) => {
    const turn = (index / HEARING_SAMPLE_RATE_HZ) * 2 * Math.PI;
    return Math.sin(turn * 110) * 0.1 + Math.sin(turn * 220) * 0.05;
  });

describe.skipIf(isMissing('speech-to-text', 'text-to-speech'))('many words in little time', () => {
  let recogniser: SpeechToText;
  let voice: TextToSpeech;
  beforeAll(async () => {
    [recogniser, voice] = await Promise.all([openMoonshine(realPlaces), openPiper(realPlaces)]);
  });
  afterAll(() => Promise.all([recogniser.close(), voice.close()]));

  it.each(DENSE)('are heard: %s, at %f times the pace', async (text, rate, expected) => {
    const { samples } = await voice.speak(text, { voice: { voiceId: 'joe', rate, pitch: 1 }, steady: true });
    const said = resample(samples, SPEAKING_SAMPLE_RATE_HZ, HEARING_SAMPLE_RATE_HZ);
    for (const effort of ['partial', 'final'] as const) {
      expect((await recogniser.transcribe(said, { effort })).text, effort).toMatch(expected);
    }
  });

  it.each([0.5, 1, 3, 6])('are not made of a hum of %f s', async (seconds) => {
    expect((await recogniser.transcribe(hum(seconds), { effort: 'final' })).text).toBe('');
  });
});
