import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SPOKEN_NAMES } from '../../recordings/spoken-names.ts';
import { SPEAKERS } from '../../recordings/spoken-set.ts';
import { TUNING_CORRECTIONS, TUNING_LOOK_ALIKES, TUNING_NAMES, TUNING_SENTENCES, TUNING_SPEAKERS } from '../../recordings/tuning-set.ts';

const linesOf = (file: string) => readFileSync(new URL(`../../recordings/${file}`, import.meta.url), 'utf8').split('\n');

it('what the ears are tuned on shares no name, sentence or speaker with what judges them', () => {
  const judged = new Set([
    ...SPOKEN_NAMES.flatMap(({ written, sentence }) => [written, sentence]),
    ...linesOf('spoken-corrections.txt'),
    ...linesOf('spoken-look-alikes.txt'),
  ]);
  const tuned = [
    ...TUNING_NAMES.flatMap(({ written, sentence }) => [written, sentence]),
    ...TUNING_SENTENCES,
    ...TUNING_CORRECTIONS,
    ...TUNING_LOOK_ALIKES,
  ];
  expect(tuned.filter((text) => judged.has(text))).toEqual([]);
  const manner = ({ voice, speed, pitch }: (typeof SPEAKERS)[number]) => `${voice} ${speed} ${pitch}`;
  expect(TUNING_SPEAKERS.map(manner).filter((speaker) => SPEAKERS.map(manner).includes(speaker))).toEqual([]);
});
