import type { Fact, NameCard } from '../../../ipc/memory-schema.ts';
import { factKey } from '../facts/fact-key.ts';
import { factsFor } from './answer-question.ts';
import { askedOf } from './asked-question.ts';
import { contentWords, ideas, isSameWord } from './content-words.ts';

/**
 * What somebody means who says "forget my address", "forget that I live in Berlin", "forget what I told you about my
 * sister": the fact of that slot or in those words, else every fact and card about all of them. Nothing for words that mean
 * nothing ("forget it"). Pure.
 * @param words what stands behind "forget"
 */
export function factsToForget(
  words: string,
  known: { readonly cards: readonly NameCard[]; readonly facts: readonly Fact[] },
): { readonly cards: readonly NameCard[]; readonly facts: readonly Fact[] } {
  const key = factKey(words);
  const wanted = contentWords(words);
  if (/^(?:my )?(?:own )?name$/i.test(words.trim())) return { cards: known.cards.filter(({ owner }) => owner === 'me'), facts: [] };
  if (wanted.length === 0) return { cards: [], facts: [] };
  const exact = known.facts.filter((fact) => fact.slot === `my ${key}` || factKey(fact.words) === key);
  if (exact.length > 0) return { cards: [], facts: exact };
  // "Where I live" is a question by its form: what answers it is meant, not everything with "live" in it.
  const asked = /^(?:where|when|what|who|how)\b/iu.test(words.trim()) ? askedOf(words) : null;
  if (asked !== null && !asked.name) return { cards: [], facts: factsFor(asked, known.facts) };
  const cards = known.cards.filter(
    (card) => card.owner !== 'me' && wanted.every((word) => isIn(word, contentWords(`${card.written} ${card.relation ?? ''}`))),
  );
  return {
    cards,
    facts: known.facts.filter((fact) => wanted.every((word) => isIn(word, contentWords(`${fact.words} ${fact.slot ?? ''}`)))),
  };
}

/** Known facts about something, best first: "what do you remember about my sister?" With null all, newest first. */
export function factsAbout(about: string | null, facts: readonly Fact[]): readonly Fact[] {
  if (about === null) return facts;
  const wanted = contentWords(about);
  const near = ideas(about);
  const scored = facts
    .map((fact) => ({ fact, told: ideas(`${fact.words} ${fact.slot ?? ''}`) }))
    .map(({ fact, told }) => ({
      fact,
      score: wanted.filter((word) => told.has(word)).length + [...near].filter((word) => told.has(word)).length / 10,
    }));
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ fact }) => fact);
}

function isIn(word: string, told: readonly string[]): boolean {
  return told.some((own) => isSameWord(own, word));
}
