import type { Canvas } from '../../../ipc/canvas-schema.ts';
import { mentionsIn } from '../canvas/about-screen/mentions.ts';
import type { ScreenTalk } from '../canvas/about-screen/screen-talk.ts';
import { DONE } from '../canvas/conditions.ts';
import { spokenWords } from '../words/spoken-words.ts';
import type { MeantArguments } from './meant-arguments.ts';

/** What the whole list is called, what of it is to be seen, and what is to stand on it again. */

const NAMED =
  /\b(?:named|called|titled|(?:re)?title[ds]?(?: (?:it|that|this(?: one)?|the \w+))?(?: to| should be| must be| is)?|(?:another|a different|a better|a new|new) name(?: for (?:it|this|the \w+))?(?: is)?(?: how about)?|name (?:is wrong it )?(?:should be|has to be|must be)|christen (?:it|that|this(?: one)?|the \w+)|what it is called to|make it|ought to say|should say) (?<name>(?!make it\b|how about\b)(?:\S+ ){0,5}?\S+?)(?: please| from (?:here|now) on| now| instead| for me)*$/;

export function renamed({ text }: ScreenTalk): MeantArguments | null {
  const name = NAMED.exec(text)?.groups?.['name'];
  return name === undefined || /[<>]/.test(name) || /^(?:it|that|this)$/.test(name) ? null : { name };
}

const LIMIT =
  /\b(?:under|over|above|below|less than|more than|at least|at most|fewer than|cheaper than|dearer than|older than|younger than) (?:\S+ ){0,5}?\S+(?= please|$| because| so | i | we )/;
const NOT_DONE = new RegExp(
  `\\b(?:not|never) (?:yet |been )*${DONE}\\b|\\bun(?:done|ticked|checked|finished)\\b|\\b(?:still to do|left to do|outstanding)\\b`,
);
const WITHOUT = /\b(?:hide|without|not|has not|have not|nobody|except|apart from)\b/;
const ALL_BUT =
  /\b(?:everything|everybody|everyone|all|the rest|nothing|anything) (?:but|bar|except|apart from|other than)\b|\bhide the (?:rest|others)\b/;

/** Rows under a limit, or that hold what is mentioned. */
export function filter(talk: ScreenTalk): MeantArguments | null {
  if (NOT_DONE.test(talk.text)) return { holds: 'not done' };
  if (WITHOUT.test(talk.text) && !ALL_BUT.test(talk.text)) return null;
  const limit = LIMIT.exec(talk.text);
  if (limit !== null && !/<\d/.test(limit[0])) return { holds: talk.written(limit.index, limit.index + limit[0].length) };
  const held = [...talk.text.matchAll(/(?<!\S)<(?<row>\d+)(?:\.(?<column>\d+))?>/g)];
  const [only, ...more] = held.map(({ groups }) => talk.canvas?.rows[Number(groups?.['row'])]?.cells[Number(groups?.['column'] ?? 0)]);
  return only === undefined || only === '' || more.length > 0 ? null : { holds: only };
}

const JUST_GONE =
  /\b(?:took off|taken off|take off|took away|removed?|deleted?|came off|struck off|(?:restore|reinstate|re-?add) (?:him|her|it|that|them|those|the one|the last))\b/;

/** What is named and was there before; of what is only pointed to, the last that went. */
export function putBack(utterance: string, canvas: Canvas | null, earlier: readonly Canvas[]): MeantArguments | null {
  if (canvas === null) return null;
  const here = new Set(canvas.rows.map(({ id }) => id));
  const words = spokenWords(utterance);
  for (const before of earlier) {
    const gone = before.rows.filter(({ id }) => !here.has(id));
    const [last] = gone;
    if (last === undefined) continue;
    const named = mentionsIn(words, { ...before, rows: gone }).flatMap(({ token }) => {
      const row = /^<(\d+)/.exec(token)?.[1];
      return row === undefined ? [] : (gone[Number(row)]?.cells[0] ?? []);
    });
    if (named.length > 0) return { which: [...new Set(named)].join(' and ') };
  }
  const lastGone = earlier[0]?.rows.filter(({ id }) => !here.has(id)) ?? [];
  return lastGone.length > 0 && JUST_GONE.test(utterance.toLowerCase())
    ? { which: lastGone.flatMap(({ cells }) => cells[0] ?? []).join(' and ') }
    : null;
}
