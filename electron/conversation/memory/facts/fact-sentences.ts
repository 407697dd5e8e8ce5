import type { Fact, NameCard } from '../../../ipc/memory-schema.ts';
import { isRelativeTime } from './spoken-time.ts';

/**
 * What is known, as short sentences for a prompt, in the order given. Each is one line whatever was stored, and stands as
 * the user's words: neither a line break nor an order in it can pass for an instruction. "Tomorrow" comes with the day on
 * which it was said.
 */
export function promptSentences(cards: readonly NameCard[], facts: readonly Pick<Fact, 'words' | 'at'>[]): readonly string[] {
  return [...cards.flatMap(cardSentence), ...facts.map(factSentence)];
}

function cardSentence({ owner, written, relation }: NameCard): string[] {
  if (owner === 'me') return [`The user's name is ${oneLine(written)}.`];
  return owner === 'person' && relation !== null ? [`The user's ${oneLine(relation)} is called ${oneLine(written)}.`] : [];
}

function factSentence({ words, at }: Pick<Fact, 'words' | 'at'>): string {
  const when = isRelativeTime(words) ? ` on ${at.slice(0, 10)}` : '';
  return `The user said${when}: ${oneLine(words)}.`;
}

function oneLine(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/[.\s]+$/, '')
    .trim();
}
