import type { Fact, NameCard } from '../../../ipc/memory-schema.ts';
import { saidBack } from '../facts/second-person.ts';
import { type Asked, askedOf } from './asked-question.ts';
import { contentWords, isKindOf, isSameWord } from './content-words.ts';

export interface Answer {
  /** Complete, to the user: "You live in Berlin." */
  readonly sentence: string;
  /** What it was made of, for the chips. */
  readonly used: { readonly cards: readonly NameCard[]; readonly facts: readonly Fact[] };
}

interface Known {
  readonly cards: readonly NameCard[];
  /** Of the scopes that the running persona may know. */
  readonly facts: readonly Fact[];
}

const MOST_SENTENCES = 3;
/** Begins what asks for plans in certain words. */
const PLAN = 'plan ';
const DISLIKED =
  /\b(?:hate|hates|dislike|dislikes|detest|loathe|can't stand|cannot stand|don't|doesn't|do not|does not|dont|not|never|can't|cannot|afraid|scared|terrified)\b/iu;

/**
 * Answers a question about the user from what is known: the fact or the card, said back. Null when the question is about
 * something else, or nothing that is known answers it. Pure: rules on words and slots, no model.
 */
export function answersQuestion(question: string, known: Known, today: { readonly now: Date; readonly timeZone: string }): Answer | null {
  const asked = askedOf(question);
  if (asked === null) return noteAnswer(question, known.facts, today);
  if (asked.name) {
    const card = known.cards.find((one) =>
      asked.person === null ? one.owner === 'me' : one.owner === 'person' && isPerson(one.relation ?? '', asked.person),
    );
    if (card !== undefined) return named(card);
    const note = asked.person === null ? undefined : namedInNote(asked.person, known.facts);
    if (note !== undefined) return told([note], today);
  }
  const facts = factsFor(asked, known.facts);
  if (facts.length > 0) return told(facts, today);
  return asked.slots.some((slot) => slot.startsWith('note ')) ? noteAnswer(question, known.facts, today) : null;
}

/** "My dentist is called Doctor Okafor" was kept as it was said, where no card holds the name. */
function namedInNote(person: string, facts: readonly Fact[]): Fact | undefined {
  const calls = new RegExp(`\\b(?:my|our) ${person}(?:'s name is|(?:'s| is) (?:called|named|doctor|dr|mr|mrs|ms|miss)\\b)`, 'iu');
  return facts.filter(({ words }) => calls.test(words)).toSorted((a, b) => b.at.localeCompare(a.at))[0];
}

/** Facts in the slots that the question asks for: those of the best slot, newest first. */
export function factsFor(asked: Asked, facts: readonly Fact[]): readonly Fact[] {
  // "Can I eat this?" is about nothing that a fact could be about.
  if (asked.about !== '' && contentWords(asked.about).length === 0) return [];
  const isMeant = (fact: Fact) => isAbout(fact, asked.about) && (asked.liking === null || asked.liking !== DISLIKED.test(fact.words));
  for (const slot of asked.slots) {
    const found = inSlot(slot, asked.person, facts)
      .filter(isMeant)
      .toSorted((a, b) => b.at.localeCompare(a.at));
    if (found.length > 0) return slot.endsWith('*') && asked.about === '' ? found.slice(0, MOST_SENTENCES) : found.slice(0, 1);
  }
  return [];
}

function inSlot(slot: string, person: string | null, facts: readonly Fact[]): readonly Fact[] {
  if (slot.startsWith(PLAN)) return withWords('plan', contentWords(slot.slice(PLAN.length)), facts);
  return facts.filter((fact) => answers(fact, slot, person));
}

function answers(fact: Fact, slot: string, person: string | null): boolean {
  const own = fact.slot ?? '';
  if (person === null) return slot.endsWith('*') ? own.startsWith(slot.slice(0, -1)) : own === slot;
  if (fact.kind !== 'person' && fact.kind !== 'date') return false;
  const asked = slot.endsWith('*') ? slot.slice(0, -2) : slot;
  const at = ` ${own} `.indexOf(` ${asked} `);
  return at > 0 && isPerson(own.slice(0, at - 1), person);
}

/** "My older sister" answers for "my sister"; "my sister" does not answer for "my younger sister". */
function isPerson(known: string, asked: string): boolean {
  const [knownWords, askedWords] = [contentWords(known), contentWords(asked)];
  const [knownLast, askedLast] = [knownWords.at(-1) ?? '', askedWords.at(-1) ?? ''];
  if (!isSameWord(knownLast, askedLast)) return false;
  return askedWords.slice(0, -1).every((word) => knownWords.includes(word));
}

function isAbout(fact: Fact, about: string): boolean {
  if (about === '') return true;
  const told = contentWords(`${fact.words} ${fact.slot ?? ''}`);
  return contentWords(about).every((word) => told.some((own) => own === word || isKindOf(own, word)));
}

const WHAT_ABOUT = /^what about \p{L}+$/iu;
/** "Where's the herring", "where'd I say the herring was". */
const WHERE =
  /^\W*(?:(?:so|and|okay|ok|hey|nova|now)\W+)*where(?:'s| is| are| were| was|(?:'d| did) i (?:say|put|leave|hide|keep|store|stash)) (?:the|my|our) \p{L}+(?: (?:is|was|are|were|go|again))*\W*$/iu;
const PLACE = /\b(?:in|on|under|at|behind|by|beside|inside|near|with|next to|above|below|over)\b/iu;

/** Notes are in the user's own words: all words of the question stand in one. */
function noteAnswer(question: string, facts: readonly Fact[], today: { readonly now: Date; readonly timeZone: string }): Answer | null {
  if (!/^\W*(?:\p{L}+[, ]+){0,6}?(?:what|when|where|who|which|how|do|did|does|is|are|am)\b/iu.test(question)) return null;
  const words = contentWords(question);
  // One word is enough only where nothing else is asked about it.
  const asksWhere = WHERE.test(question.replaceAll('’', "'"));
  if (words.length < (asksWhere || WHAT_ABOUT.test(question) ? 1 : 2)) return null;
  const notes = withWords('note', words, facts).filter((fact) => !asksWhere || words.length > 1 || PLACE.test(fact.words));
  const [newest] = notes.toSorted((a, b) => b.at.localeCompare(a.at));
  return newest === undefined ? null : told([newest], today);
}

/** Facts of a kind that have all the words. Their beginnings are looked for first: taking 100,000 apart would be a pause one hears. */
function withWords(kind: Fact['kind'], words: readonly string[], facts: readonly Fact[]): readonly Fact[] {
  if (words.length === 0) return [];
  // Content words are letters and digits: nothing to escape.
  const beginnings = words.toSorted((a, b) => b.length - a.length).map((word) => new RegExp(word.slice(0, 3), 'i'));
  return facts.filter(({ kind: own, words: told }) => {
    if (own !== kind || !beginnings.every((beginning) => beginning.test(told))) return false;
    const all = contentWords(told);
    return words.every((word) => all.includes(word));
  });
}

function told(facts: readonly Fact[], today: { readonly now: Date; readonly timeZone: string }): Answer {
  return { sentence: facts.map((fact) => saidBack(fact, today)).join(' '), used: { cards: [], facts } };
}

function named(card: NameCard): Answer {
  const sentence = card.owner === 'me' ? `Your name is ${card.written}.` : `Your ${card.relation ?? 'friend'} is called ${card.written}.`;
  return { sentence, used: { cards: [card], facts: [] } };
}
