import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { openSmartTurn } from '../../models/turn-end/smart-turn.ts';
import { isMissing, realPlaces } from '../models/real-places.ts';
import { allRecordings, samplesOf } from '../recordings/recordings.ts';
import { turnEndSuite } from './turn-end-suite.ts';

const SILENCE_MS = 200;

/** A recording up to a time inside it, with silence behind. */
function upTo(file: string, ms: number): Float32Array {
  const cut = samplesOf(file).slice(0, ms * 16);
  const quiet = new Float32Array(cut.length + SILENCE_MS * 16);
  quiet.set(cut);
  return quiet;
}

const endOf = (file: string) => allRecordings().find((recording) => recording.file === file)?.speechEndMs ?? 0;

describe.skipIf(isMissing('turn-end'))('Smart Turn', () => {
  turnEndSuite(() => openSmartTurn(realPlaces), upTo('what-time-is-it.wav', endOf('what-time-is-it.wav')), upTo('long-sentence.wav', 5000));

  it('judges most whole sentences as whole', async () => {
    const judge = await openSmartTurn(realPlaces);
    const whole = allRecordings().filter(
      ({ speechEndMs, voice, speed, noise }) => speechEndMs !== null && voice.startsWith('Piper') && speed === 1 && noise === 'none',
    );
    const probabilities = await Promise.all(whole.map(({ file }) => judge.probability(upTo(file, endOf(file)))));
    await judge.close();
    const found = probabilities.filter((probability) => (probability ?? 0) > 0.5).length / whole.length;
    console.log(`Smart Turn: ${Math.round(found * 100)} % of ${whole.length} whole recordings judged whole`);
    expect(found).toBeGreaterThan(0.75);
  });

  it('says what to do when its file is missing', async () => {
    await expect(openSmartTurn({ ...realPlaces, modelFolder: tmpdir() })).rejects.toMatchObject({
      kind: 'model-missing',
      whatToDo: expect.stringContaining('models get smart-turn-v3-2'),
    });
  });
});
