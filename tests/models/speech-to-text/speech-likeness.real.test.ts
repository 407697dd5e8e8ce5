import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import { likenessFigures, speechLikeness } from '../../../models/speech-to-text/speech-likeness.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import { bodySound } from '../../recordings/body-sounds.ts';
import { allRecordings, samplesOf } from '../../recordings/recordings.ts';
import { isMissing, realPlaces } from '../real-places.ts';

describe('the figures of what an encoder heard', () => {
  it('are the mean row and the spread of its numbers', () => {
    expect([...likenessFigures({ values: Float32Array.from([1, 10, 3, 10]), count: 2, size: 2 })]).toEqual([2, 10, 1, 0]);
  });

  it('tell nothing of no rows, and of rows of another encoder', () => {
    expect(speechLikeness({ values: new Float32Array(0), count: 0, size: 288 })).toBeNull();
    expect(speechLikeness({ values: new Float32Array(8), count: 2, size: 4 })).toBeNull();
  });
});

describe.skipIf(isMissing('speech-to-text'))('words or a laugh, by the real encoder', () => {
  let recogniser: SpeechToText;
  beforeAll(async () => {
    recogniser = await openMoonshine(realPlaces);
  });
  afterAll(() => recogniser.close());
  const likenesses = async (sounds: readonly Float32Array[]) => {
    const found: number[] = [];
    for (const samples of sounds) {
      const { speechLikeness: likeness } = await recogniser.transcribe(samples, { effort: 'partial' });
      if (likeness != null) found.push(likeness);
    }
    return found;
  };

  it('sentences are words, each of them', async () => {
    const sentences = allRecordings().flatMap(({ file, speechStartMs, speechEndMs }) =>
      speechStartMs === null || speechEndMs === null || /noisy|quiet|long|hesitation/.test(file)
        ? []
        : [{ file, samples: samplesOf(file).subarray(speechStartMs * 16, Math.min(speechEndMs, speechStartMs + 1500) * 16) }],
    );
    const found = await likenesses(sentences.slice(0, 16).map(({ samples }) => samples));
    expect(found).toHaveLength(16);
    expect(Math.min(...found)).toBeGreaterThan(0.48);
    expect(found.filter((likeness) => likeness > 0.6).length).toBeGreaterThanOrEqual(15);
  }, 120_000);

  it('laughs and coughs that were computed otherwise than those it was shown are none, most of them', async () => {
    const sounds = (['laugh', 'throat', 'two hums', 'cough'] as const).flatMap((kind) =>
      [3001, 3002, 3003].map((seed) => bodySound(kind, seed)),
    );
    const found = await likenesses(sounds);
    expect(found.filter((likeness) => likeness < 0.45).length).toBeGreaterThanOrEqual(found.length * 0.75);
  }, 120_000);
});
