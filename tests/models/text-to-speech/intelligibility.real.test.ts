import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enginePersona } from '../../../electron/conversation/personas/engine-persona.ts';
import { loadPersonas } from '../../../electron/conversation/personas/load-personas.ts';
import { HEARING_SAMPLE_RATE_HZ, SPEAKING_SAMPLE_RATE_HZ } from '../../../electron/ipc/audio-frame.ts';
import { resample } from '../../../models/audio/resample.ts';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import { openPiper } from '../../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../../models/text-to-speech/text-to-speech.ts';
import { isMissing, projectFolder, realPlaces } from '../real-places.ts';
import { wordErrorRate, wordErrors } from '../speech-to-text/word-errors.ts';

const SENTENCES = [
  'It is twenty past seven in the evening.',
  'Your timer for five minutes has started.',
  'Twelve times seven is eighty four.',
  'I am glad to hear that, and I hope it stays this way.',
  'Once there was a small boat on a very large lake.',
  'Ten kilometers are about six miles.',
  'You can ask me for the time, a timer, or a story.',
  'Please say that again, I did not hear all of it.',
  'Today is Tuesday, the fourth of November.',
  'Good night, sleep well, and talk to you tomorrow.',
];

const WORST_ERROR_RATE = 0.1;
/** No two readings are the same: one unlucky sentence says nothing of a voice. */
const READINGS = 2;
const { personas } = await loadPersonas(`${projectFolder}/assets/personas`);

describe.skipIf(isMissing('speech-to-text', 'text-to-speech'))('the voice', () => {
  let voice: TextToSpeech;
  let recogniser: SpeechToText;

  beforeAll(async () => {
    voice = await openPiper(realPlaces);
    recogniser = await openMoonshine(realPlaces);
  });
  afterAll(async () => {
    await Promise.all([voice.close(), recogniser.close()]);
  });

  it('belongs to ten personas, some of them with a pitch apart from their formants', () => {
    expect(personas).toHaveLength(10);
    expect(personas.filter(({ voice: { pitch, formant } }) => pitch !== formant).length).toBeGreaterThanOrEqual(5);
  });

  it.each(personas.map((persona) => [persona.name, enginePersona(persona, 1).voice] as const))(
    'is understood when it speaks as %s',
    async (_, manner) => {
      const counts = [];
      for (const sentence of Array.from({ length: READINGS }, () => SENTENCES).flat()) {
        const { samples } = await voice.speak(sentence, { voice: manner });
        const { text } = await recogniser.transcribe(resample(samples, SPEAKING_SAMPLE_RATE_HZ, HEARING_SAMPLE_RATE_HZ), {
          effort: 'final',
        });
        const errors = wordErrors(sentence, text);
        if (errors.errors > 2) console.log(`${errors.errors} words wrong: ${sentence} -> ${text}`);
        counts.push(errors);
      }
      console.log(`${(wordErrorRate(counts) * 100).toFixed(1)} % of words wrong`);
      expect(wordErrorRate(counts)).toBeLessThanOrEqual(WORST_ERROR_RATE);
    },
    60_000,
  );

  it.each([...SENTENCES, 'Hello', 'Meet me at 5:30, it costs $20.', 'Wait... what?'])(
    'tells when each word sounds: %s',
    async (sentence) => {
      const { samples, words } = await voice.speak(sentence, { voice: { voiceId: 'joe', rate: 1, pitch: 1 } });
      const lengthMs = (samples.length * 1000) / SPEAKING_SAMPLE_RATE_HZ;
      expect(words.map(({ text }) => text).join('')).toBe(`${sentence} `);
      let before = 0;
      for (const { startMs, endMs } of words) {
        expect(startMs).toBeGreaterThanOrEqual(before);
        expect(endMs).toBeGreaterThan(startMs);
        before = endMs;
      }
      expect(before).toBeLessThanOrEqual(lengthMs);
      // The last word ends where the sound does, but for the pause after it.
      expect(before).toBeGreaterThan(lengthMs - 600);
    },
  );

  it.each([0.65, 1, 1.5])('keeps its pace: a rate of %d changes the length as it says', async (rate) => {
    const speak = async (at: number) =>
      (await voice.speak('Once there was a small boat on a very large lake', { voice: { voiceId: 'joe', rate: at, pitch: 1 } })).samples
        .length;
    const ratio = (await speak(1)) / (await speak(rate));
    expect(ratio / rate).toBeGreaterThan(0.8);
    expect(ratio / rate).toBeLessThan(1.25);
  });

  it('says nothing for a clause without words, and nothing of what was cancelled', async () => {
    const manner = { voiceId: 'joe', rate: 1, pitch: 1 };
    expect(await voice.speak('...', { voice: manner })).toEqual({ samples: new Float32Array(0), words: [] });
    const cancelled = await voice.speak('Never said.', { voice: manner, signal: AbortSignal.abort() });
    expect(cancelled.samples).toHaveLength(0);
  });
});
