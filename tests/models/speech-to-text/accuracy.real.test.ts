import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { BiasedName, Transcript } from '../../../models/speech-to-text/speech-to-text.ts';
import type { TranscribeInput } from '../../../models/speech-to-text/speech-to-text-worker.ts';
import { type InferenceWorker, startInferenceWorker } from '../../../native/inference-worker/index.ts';
import { allRecordings, samplesOf } from '../../recordings/recordings.ts';
import { isMissing, projectFolder, realPlaces } from '../real-places.ts';
import { wordErrorRate, wordErrors } from './word-errors.ts';

const referenceSchema = z.strictObject({ made: z.string(), transcripts: z.record(z.string(), z.string()) });
const reference = referenceSchema.parse(
  JSON.parse(readFileSync(join(projectFolder, 'tests/recordings/reference-transcripts.json'), 'utf8')),
);
const recordings = allRecordings();
const speech = recordings.filter(({ text }) => text !== '');

/** Half a percentage point: about one word in the whole set. */
const MARGIN = 0.005;

function errorRate(heard: ReadonlyMap<string, string>): number {
  return wordErrorRate(speech.map(({ file, text }) => wordErrors(text, heard.get(file) ?? '')));
}

describe.skipIf(isMissing('speech-to-text'))('the accuracy of the recogniser', () => {
  let worker: InferenceWorker;
  const transcribe = (file: string, effort: TranscribeInput['effort'], bias: readonly BiasedName[] = []) =>
    worker.call<Transcript>('transcribe', { samples: samplesOf(file), effort, bias } satisfies TranscribeInput);

  beforeAll(async () => {
    const setup = { folder: join(realPlaces.modelFolder, 'moonshine-tiny-en') };
    worker = await startInferenceWorker({ file: join(realPlaces.workerFolder, 'speech-to-text.js'), setup, role: 'the recogniser' });
  });
  afterAll(() => worker.close());

  it('has recordings and reference transcripts of the same files', () => {
    expect(speech.length).toBeGreaterThan(40);
    expect(Object.keys(reference.transcripts).sort()).toEqual(recordings.map(({ file }) => file).sort());
  });

  it.each(['greedy', 'final'] as const)(
    'is not worse than the publisher’s own program by more than half a point (%s search)',
    async (effort) => {
      const heard = new Map<string, string>();
      for (const { file } of speech) heard.set(file, (await transcribe(file, effort)).text);
      const ours = errorRate(heard);
      const theirs = errorRate(new Map(Object.entries(reference.transcripts)));
      const wrong = speech.filter(({ file, text }) => wordErrors(text, heard.get(file) ?? '').errors > 0);
      console.log(
        `${effort}: ${(ours * 100).toFixed(2)} % of words wrong, reference ${(theirs * 100).toFixed(2)} %`,
        wrong.map(({ file }) => `${file}: ${heard.get(file)}`),
      );
      expect(ours).toBeLessThanOrEqual(theirs + MARGIN);
    },
    120_000,
  );

  it.each(['silence.wav', 'noise.wav', 'cough.wav'])('hears no words in %s', async (file) => {
    for (const effort of ['partial', 'greedy', 'final'] as const) {
      expect((await transcribe(file, effort)).text).toBe('');
    }
  });

  it('invents no name that nobody said, however many it leans towards', async () => {
    const names = ['Anna', 'Winston', 'Nova', 'Timothy', 'Franz', 'Miles'];
    const bias = names.map((written) => ({ written, spellings: [] }));
    for (const file of ['what-time-is-it.wav', 'set-a-timer.wav', 'tell-me-a-story.wav', 'what-can-you-do.wav']) {
      const { text } = await transcribe(file, 'final', bias);
      expect(names.filter((name) => text.includes(name))).toEqual([]);
    }
    expect((await transcribe('my-name-is-anna.wav', 'final', bias)).text).toContain('Anna');
  });
});
