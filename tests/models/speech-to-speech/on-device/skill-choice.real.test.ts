import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MeaningNet } from '../../../../models/meaning/meaning-net.ts';
import { meantWords, plainWords } from '../../../../models/speech-to-speech/on-device/skill-choice.ts';
import { spokenRequests } from '../../../recordings/spoken-requests.ts';
import { isMissing, projectFolder, realPlaces } from '../../real-places.ts';

/** Said by nobody whose words the weights were made of. */
const OTHERWISE = [
  ['how much longer has my egg got', 'timer.list'],
  ['pipe down a bit would you', 'speech.quieter'],
  ['could you take it more slowly when you talk', 'speech.slower'],
  ['what sort of errands could I hand to you', 'help.abilities'],
  ['run that past me one more time', 'speech.repeat'],
  ['let a coin decide who washes up', 'chance.coin'],
  ['how do you write necessary, one letter after the other', 'spelling.spell'],
  ['what would you call seventy two degrees fahrenheit in celsius', 'units.convert'],
  ['a teacher used the word lugubrious and I was too shy to ask what it means', 'know.meaning'],
  ['the eggs are done already so kill that timer', 'timer.cancel'],
] as const;

describe.skipIf(isMissing('meaning'))('the choice of a skill, with the real net', () => {
  let net: MeaningNet;
  beforeAll(async () => {
    const [netFile, wordsFile] = ['onnx', 'json'].map((kind) => join(realPlaces.assets, `weights/parley-meaning.${kind}`)) as [
      string,
      string,
    ];
    net = await MeaningNet.load({ netFile, wordsFile });
  });
  afterAll(() => net.release());
  const best = async (words: string) => meantWords(words, net.classes, await net.read(plainWords(words))).likely[0];

  it('names the skill for what nobody said before', async () => {
    const named = await Promise.all(OTHERWISE.map(async ([words, skill]) => [skill, (await best(words))?.name]));
    expect(named.filter(([skill, name]) => skill !== name).length).toBeLessThanOrEqual(2);
  });

  it('names it for four of five of the requests that were held out, and seldom another one for certain', async () => {
    const held = spokenRequests().filter(({ part, expected }) => part === 'held out' && expected.form === 'skill');
    const read = await Promise.all(
      held.map(async ({ said, expected }) => {
        const { name = '', chance = 0 } = (await best(said)) ?? {};
        const [skill = ''] = name.split('/');
        return { isRight: expected.form === 'skill' && expected.skills.includes(skill), isSure: chance >= 0.7 && name.includes('.') };
      }),
    );
    expect(read.length).toBeGreaterThan(30);
    expect(read.filter(({ isRight }) => isRight).length / read.length).toBeGreaterThan(0.8);
    expect(read.filter(({ isRight, isSure }) => isSure && !isRight).length / read.length).toBeLessThan(0.06);
  });

  it('takes small talk for talk', async () => {
    const lines = readFileSync(join(projectFolder, 'tests/conversation/skills/declining/small-talk.txt'), 'utf8').trimEnd().split('\n');
    const sure = await Promise.all(lines.map(best));
    expect(sure.filter((one) => (one?.chance ?? 0) >= 0.7 && one?.name.includes('.')).length / lines.length).toBeLessThanOrEqual(0.05);
  });
});
