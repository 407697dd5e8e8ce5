import { type Fact, LONGEST_FACT } from '../../../ipc/memory-schema.ts';
import { factKey } from './fact-key.ts';
import { isOwnStatement, standsInOwnWords } from './own-words.ts';
import { askedFact, readFacts, type SaidFact } from './read-facts.ts';

export interface FactSource {
  /** Id of a fact that has to be made. */
  readonly newId: string;
  /** The user's turn; null when it was written by hand. */
  readonly turnId: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly scope: string;
}

export interface MergedFact {
  /** As it is to be stored. The same object as `before` when nothing is new. */
  readonly fact: Fact;
  /** The fact it replaces, as it was; null when nothing was known. */
  readonly before: Fact | null;
}

/** Less sure than what a rule read: an engine may take a mood for a habit. */
const NOTICED = 0.6;

/** A fact that changes daily keeps its last words, not all of them. */
const MOST_EARLIER = 50;

/**
 * What becomes of memory when something is said: a fact of the same slot and scope is replaced and keeps its history, the
 * same words again change nothing, everything else is new. Pure.
 */
export function mergeFact(known: readonly Fact[], said: SaidFact, { newId, turnId, at, scope }: FactSource): MergedFact {
  const words = said.words.slice(0, LONGEST_FACT);
  const answersTheSame = said.slot === null ? sameWords(said.words) : (fact: Fact) => fact.slot === said.slot;
  const before = known.find((fact) => fact.scope === scope && answersTheSame(fact)) ?? null;
  if (before !== null && factKey(before.words) === factKey(words)) {
    if (before.confidence >= said.confidence) return { fact: before, before };
    return { fact: { ...before, confidence: said.confidence }, before };
  }
  const saidFirst = said.earlier.map((earlier) => ({ words: earlier, at, sourceTurnId: turnId }));
  const history = before === null ? [] : [...before.earlier, { words: before.words, at: before.at, sourceTurnId: before.sourceTurnId }];
  const fact: Fact = {
    id: before?.id ?? newId,
    kind: said.kind,
    words,
    slot: said.slot,
    scope,
    confidence: said.confidence,
    sourceTurnId: turnId,
    at,
    earlier: [...history, ...saidFirst].slice(-MOST_EARLIER),
  };
  return { fact, before };
}

/** Articles and capitals aside. The beginning of the longest word is looked for first, so that 100,000 facts take no time. */
function sameWords(words: string): (fact: Fact) => boolean {
  const key = factKey(words);
  const longest = key.split(' ').reduce((long, word) => (word.length > long.length ? word : long), '');
  const beginning = longest.slice(0, 4);
  return (fact) => fact.slot === null && fact.words.toLowerCase().includes(beginning) && factKey(fact.words) === key;
}

/** Whose words something is. Only the user's make facts. */
export type WordsOf = 'user' | 'assistant' | 'tool' | 'file' | 'web' | 'persona';

/**
 * The door into memory: what one turn of the user adds to it, in the order said. Words of anybody else add nothing,
 * nor do words that the user only quotes or pastes.
 */
export function learnFrom(
  known: readonly Fact[],
  turn: { readonly role: WordsOf; readonly text: string },
  source: Omit<FactSource, 'newId'> & { readonly newId: () => string },
): readonly MergedFact[] {
  if (turn.role !== 'user') return [];
  return readFacts(turn.text)
    .map((said) => mergeFact(known, said, { ...source, newId: source.newId() }))
    .filter(({ fact, before }) => fact !== before);
}

/**
 * The other door: what the user asks to remember ("remember that ..."). Whoever calls, the words must stand in the user's own
 * words of the turn. Null when they do not, or when there is nothing in them.
 */
export function keepAsked(known: readonly Fact[], words: string, utterance: string, source: FactSource): MergedFact | null {
  const said = standsInOwnWords(words, utterance) ? askedFact(words) : null;
  return said === null ? null : mergeFact(known, said, source);
}

/**
 * The third door: what an engine noticed that the user told in passing. The words must be a statement of the user's own, in
 * the user's own words of the turn: no question, nothing played, supposed or said by others. Null when they are not.
 */
export function keepNoticed(known: readonly Fact[], words: string, utterance: string, source: FactSource): MergedFact | null {
  const said = isOwnStatement(words, utterance) ? askedFact(words) : null;
  return said === null ? null : mergeFact(known, { ...said, confidence: NOTICED }, source);
}
