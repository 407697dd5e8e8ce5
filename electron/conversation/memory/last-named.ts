import type { NameCard } from '../../ipc/memory-schema.ts';
import { relationIn } from './corrections/relations.ts';
import { nameKey } from './names/clean-name.ts';

/** A turn as far as it tells which name was spoken of. */
export interface EarlierTurn {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly heardText: string | null;
}

/** A name said longer ago than this is not what "it's Igor" is about. */
const TURNS_BACK = 2;

/** The card whose name was said last, in any of its forms; null when none was said of late. */
export function lastNamedCard(cards: readonly NameCard[], turns: readonly EarlierTurn[]): NameCard | null {
  for (const { text } of turns.slice(-TURNS_BACK).toReversed()) {
    const words = ` ${keysOf(text)} `;
    const said = cards
      .map((card) => ({ card, at: Math.max(...[card.written, ...card.heardAs].map((form) => placeOf(words, keysOf(form)))) }))
      .filter(({ at }) => at >= 0)
      .toSorted((one, other) => other.at - one.at)[0];
    if (said !== undefined) return said.card;
  }
  return null;
}

function placeOf(words: string, form: string): number {
  return form === '' ? -1 : words.lastIndexOf(` ${form} `);
}

/** Word by word, whatever the capitals, marks and signs; "Igor's" is Igor. */
function keysOf(text: string): string {
  return text
    .replaceAll(/['’]s\b/gu, '')
    .split(/[\s,.;:!?]+/)
    .map(nameKey)
    .filter((key) => key !== '')
    .join(' ');
}

/** Whom the turn before was about ("sister"), for "her name is Ana". */
export function lastRelation(turns: readonly EarlierTurn[]): string | null {
  const last = turns.findLast(({ role }) => role === 'user');
  return last === undefined ? null : relationIn(last.text);
}

/** The assistant has just asked for the user's name: "Igor." is an answer then. */
export function nameWasAsked(turns: readonly EarlierTurn[]): boolean {
  const last = turns.at(-1);
  return last?.role === 'assistant' && /\b(?:your name|call you)\b[^.!]*\?|\bmy name is, and then your name\b/i.test(last.text);
}
