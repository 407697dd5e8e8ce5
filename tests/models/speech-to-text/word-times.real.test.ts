import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resample } from '../../../models/audio/resample.ts';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import type { RecognisedWord, SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import { openPiper } from '../../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../../models/text-to-speech/text-to-speech.ts';
import { isMissing, realPlaces } from '../real-places.ts';
import { heardWords } from './word-errors.ts';

/** Not the sentences the weights were found on. */
const SENTENCES = [
  'Every morning the baker opens his shop before the sun comes up.',
  'The doctor said that I should rest, drink a lot of water, and come back next week.',
  'We could not find the key, so we waited outside until somebody came home.',
  'In the middle of the village there is a well, and nobody knows how deep it is.',
  'They planted apple trees along the road, one for every child in the school.',
  'The film was longer than the book, which is unusual.',
  'Put the milk back into the fridge when you are finished with it.',
  'After the storm, the whole street was covered with leaves and broken branches.',
];

interface Timed {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

describe.skipIf(isMissing('speech-to-text', 'text-to-speech'))('estimated word times', () => {
  let recogniser: SpeechToText;
  let voice: TextToSpeech;
  beforeAll(async () => {
    recogniser = await openMoonshine(realPlaces);
    voice = await openPiper(realPlaces);
  });
  afterAll(async () => {
    await recogniser.close();
    await voice.close();
  });

  it('are nearer to the voice’s own times than sharing out by length', async () => {
    const estimated: number[] = [];
    const linear: number[] = [];
    for (const sentence of SENTENCES) {
      const spoken = await voice.speak(sentence, { voice: { voiceId: 'joe', rate: 1, pitch: 1 }, steady: true });
      const samples = resample(spoken.samples, 24_000, 16_000);
      const { words = [] } = await recogniser.transcribe(samples, { effort: 'final', words: true });
      const truth = spoken.words.map(({ text, startMs, endMs }) => ({ text: text.trim(), startMs, endMs }));
      const lastMs = (samples.length / 16_000) * 1000;
      estimated.push(...errors(truth, words));
      linear.push(...errors(truth, shared(words, lastMs)));
    }
    const figures = { words: estimated.length / 2, estimatedMs: mean(estimated), medianMs: median(estimated), linearMs: mean(linear) };
    console.log(figures);
    expect(figures.words).toBeGreaterThan(60);
    expect(figures.estimatedMs).toBeLessThan(figures.linearMs * 0.75);
    expect(figures.estimatedMs).toBeLessThan(150);
  }, 120_000);
});

/** Differences of begin and end of the words that were heard right, in order. */
function errors(truth: readonly Timed[], heard: readonly Timed[]): number[] {
  const found: number[] = [];
  let from = 0;
  for (const word of truth) {
    const at = heard.findIndex((other, index) => index >= from && heardWords(other.text).join() === heardWords(word.text).join());
    const other = heard[at];
    if (other === undefined || at > from + 3) continue;
    found.push(Math.abs(other.startMs - word.startMs), Math.abs(other.endMs - word.endMs));
    from = at + 1;
  }
  return found;
}

function shared(words: readonly RecognisedWord[], lastMs: number): Timed[] {
  const whole = words.reduce((sum, { text }) => sum + text.length + 1, 0);
  let passed = 0;
  return words.map(({ text }) => {
    const startMs = (passed / whole) * lastMs;
    passed += text.length + 1;
    return { text, startMs, endMs: (passed / whole) * lastMs };
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
