import type { Canvas } from '../../electron/ipc/canvas-schema.ts';
import type { Expected } from '../recordings/spoken-requests.ts';
import type { Answered } from './answer-request.ts';

/** 'honest': not what was hoped for, but nothing false was said or done; 'wrong': something else was. */
export type Verdict = 'right' | 'honest' | 'wrong';

/** @param canvas what is shown afterwards */
export function verdictOf(expected: Expected, answered: Answered, canvas: Canvas | null): Verdict {
  const { skill, sentence } = answered;
  const declined =
    answered.refused || skill?.startsWith('decline.') === true || /^I (?:don't know|can't|couldn't)\b|\bhaven't told me\b/.test(sentence);
  const otherwise = (right: boolean): Verdict => (right ? 'right' : declined ? 'honest' : 'wrong');
  switch (expected.form) {
    case 'skill':
      return otherwise(
        skill !== null && expected.skills.includes(skill) && (expected.sentence === null || expected.sentence.test(sentence)),
      );
    case 'canvas':
      return otherwise(
        skill !== null &&
          /^(?:canvas|order)\./.test(skill) &&
          [shown(canvas), british(shown(canvas))].some((text) => expected.shows.test(text)),
      );
    case 'danger':
      return skill === 'emergency.help' && expected.kinds.includes(String(answered.arguments['kind'])) ? 'right' : 'wrong';
    case 'not-danger':
      return skill === 'emergency.help' ? 'wrong' : 'right';
    case 'fact':
      return otherwise(skill !== null && !declined && expected.sentence.test(sentence));
    case 'talk':
      return otherwise(skill === null && !answered.refused);
    case 'decline':
      return declined ? 'right' : 'wrong';
  }
}

/** The recogniser writes as Americans do, whoever spoke. */
const AMERICAN: readonly (readonly [american: RegExp, british: string])[] = [
  [/pajama/g, 'pyjama'],
  [/\bgray/g, 'grey'],
  [/color/g, 'colour'],
  [/yogurt/g, 'yoghurt'],
  [/\bdonut/g, 'doughnut'],
  [/meter(?=s?\b)/g, 'metre'],
];

function british(text: string): string {
  return AMERICAN.reduce((spelled, [from, to]) => spelled.replaceAll(from, to), text);
}

/** Names, columns, cells and words of a canvas in one line; `[x]` before the cells of what is done. */
function shown(canvas: Canvas | null): string {
  if (canvas === null) return '';
  const { name, columns, rows } = canvas;
  return JSON.stringify([
    name,
    columns.map((column) => column.name),
    ...rows.map(({ cells, done }) => (done === true ? ['[x]', ...cells] : cells)),
    'text' in canvas ? canvas.text : '',
  ]).toLowerCase();
}
