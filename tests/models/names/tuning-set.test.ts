import { expect, it } from 'vitest';
import { SPOKEN_NAMES } from '../../recordings/spoken-names.ts';
import { SPEAKERS } from '../../recordings/spoken-set.ts';
import { TUNING_NAMES, TUNING_SPEAKERS } from '../../recordings/tuning-set.ts';

it('what the ears are tuned on shares no name, sentence or speaker with what judges them', () => {
  const judged = new Set(SPOKEN_NAMES.flatMap(({ written, sentence }) => [written, sentence]));
  expect(TUNING_NAMES.filter(({ written, sentence }) => judged.has(written) || judged.has(sentence))).toEqual([]);
  const manner = ({ voice, speed, pitch }: (typeof SPEAKERS)[number]) => `${voice} ${speed} ${pitch}`;
  expect(TUNING_SPEAKERS.map(manner).filter((speaker) => SPEAKERS.map(manner).includes(speaker))).toEqual([]);
});
