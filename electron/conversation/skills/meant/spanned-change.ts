import type { MeantRequest } from '../../../../models/speech-to-speech/realtime-model.ts';
import type { Canvas } from '../../../ipc/canvas-schema.ts';
import { changedBy } from '../../../ipc/cell-number.ts';
import { namesOfRows } from '../canvas/about-screen/frame.ts';
import { screenTalk } from '../canvas/about-screen/screen-talk.ts';
import { cellText } from '../canvas/cell-words.ts';
import { onlyNumbers } from '../canvas/superlatives.ts';
import { columnOf } from './changed.ts';
import type { MeantArguments } from './meant-arguments.ts';
import { marks } from './mentioned.ts';

const MORE =
  /\b(?:more|extra|another|further|additional|up by|bump(?:ed)?|raise[sd]?|increase[sd]?|plus|on top|onto|add|adds|added|on to (?:it|that|them|his|her|hers|their|its|the|what))\b/;
const LESS =
  /\b(?:less|fewer|off|down by|knock|cut|reduce[sd]?|lower(?:ed)?|take (?:away )?|takes|minus|deduct|subtract|dock|loses?|lost|drop(?:ped)? (?:\S+ ){0,4}by|back (?:by )?|(?:bring|brings|brought|take|took|mark|marked) (?:\S+ ){0,4}down(?! (?:as|for|to)\b)|used|drank|drunk|ate|eaten)\b/;

/** Then the number is no difference: "teacher added it up wrong, Osian's should be seventeen". */
const EXACTLY = /\b(?:should|ought to|supposed to|meant to) (?:be|say|read|have been)\b/;

/** What becomes of the one row that is mentioned: a new value, or so much more or less than what stands there. */
export function changing({ spans, utterance }: MeantRequest, canvas: Canvas | null): MeantArguments | null {
  const talk = canvas === null ? null : screenTalk(utterance, canvas);
  if (canvas === null || talk === null) return null;
  const [row, ...others] = marks(talk);
  const [span, ...more] = spans.filter(({ role }) => role === 'thing');
  if (row === undefined || others.length > 0 || span === undefined || more.length > 0) return null;
  const named = namesOfRows(talk, `<${row}>`);
  const place = columnOf(talk, row, undefined);
  const column = place === undefined ? undefined : canvas.columns[Number(place)];
  const counted = column ?? onlyNumbers(canvas, /./);
  const cell = counted === undefined ? '' : (canvas.rows[Number(row)]?.cells[canvas.columns.indexOf(counted)] ?? '');
  const isLess = LESS.test(talk.text);
  const isDifference = !EXACTLY.test(talk.text) && (isLess || MORE.test(talk.text));
  const changed = isDifference ? changedBy(cell, cellText(span.text), isLess) : null;
  if (changed !== null && counted !== undefined) return { row: named, column: counted.name, value: changed };
  return { row: named, ...(column === undefined ? {} : { column: column.name }), value: span.text };
}
