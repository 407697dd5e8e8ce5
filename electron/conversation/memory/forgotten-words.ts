import type { StoredTurn } from '../../ipc/conversation-schema.ts';

/** What stands in a turn where words were forgotten. */
export const FORGOTTEN = '[forgotten]';

type Words = Pick<StoredTurn, 'text' | 'heardText' | 'unheardText' | 'notes'>;

/**
 * A turn without the words of something forgotten: they are taken out where they stand, whatever their capitals; the turn
 * it was learned from loses all its words when it says it otherwise.
 * @returns null when nothing of it is there
 */
export function withoutWords(turn: Words, words: readonly string[], isSource: boolean): Words | null {
  const wanted = words.map((one) => one.trim()).filter((one) => one !== '');
  const cut = (text: string) => wanted.reduce(without, text);
  const notes = turn.notes.filter(({ label }) => cut(label) === label);
  const after = {
    text: cut(turn.text),
    heardText: turn.heardText === null ? null : cut(turn.heardText),
    unheardText: cut(turn.unheardText),
    notes,
  };
  if (isSource && after.text === turn.text) return { text: FORGOTTEN, heardText: null, unheardText: '', notes };
  const isSame = after.text === turn.text && after.heardText === turn.heardText && after.unheardText === turn.unheardText;
  return isSame && notes.length === turn.notes.length ? null : after;
}

/**
 * The turn that asked to forget something, without what it asked to forget: those words are not to be kept by the request.
 * @param asked as the turn says it; where it does not stand there word for word, the turn loses all its words
 */
export function withoutRequest({ text, notes }: Pick<Words, 'text' | 'notes'>, asked: string): Words {
  const cut = asked.trim() === '' ? text : without(text, asked.trim());
  // The fact's own words may have been taken out of it before.
  return { text: cut === text && !text.includes(FORGOTTEN) ? FORGOTTEN : cut, heardText: null, unheardText: '', notes };
}

function without(text: string, words: string): string {
  const escaped = words.normalize('NFC').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const plain = text.normalize('NFC');
  const cut = plain.replaceAll(new RegExp(escaped, 'giu'), FORGOTTEN);
  return cut === plain ? text : cut;
}
