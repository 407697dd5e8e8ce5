import type { Fact } from '../../../ipc/memory-schema.ts';
import { LONGEST_FACT } from '../../../ipc/memory-schema.ts';
import type { FactRule } from './fact-rule.ts';
import { ownWords } from './own-words.ts';
import { RULES_ABOUT_HABITS } from './rules-about-habits.ts';
import { RULES_ABOUT_ME } from './rules-about-me.ts';
import { RULES_ABOUT_OTHERS, RULES_ABOUT_PLANS } from './rules-about-others.ts';
import { isPlayed, isSaidForOthers, type Statement, statementsOf, withoutOpening } from './statements.ts';

/** One thing the user said about themselves, in their own words. */
export interface SaidFact {
  readonly kind: Fact['kind'];
  /** First person, one sentence without its full stop: "I live in Berlin". */
  readonly words: string;
  /** What it answers; a later fact of the same slot replaces it. */
  readonly slot: string | null;
  readonly confidence: number;
  /** What the same turn said first of the same slot, oldest first: "I live in Berlin, no, in Hamburg". */
  readonly earlier: readonly string[];
}

const MOST_FACTS = 6;
/** Longer turns are stories or pasted text. */
const LONGEST_TURN = 1200;
const RULES: readonly FactRule[] = [...RULES_ABOUT_OTHERS, ...RULES_ABOUT_PLANS, ...RULES_ABOUT_HABITS, ...RULES_ABOUT_ME];

/**
 * Reads facts about the user out of what the user said in one turn: rules on statements, no model. Questions, quotations,
 * pasted text, hypotheticals, play and whatever others say give nothing.
 */
export function readFacts(utterance: string): readonly SaidFact[] {
  if (utterance.length > LONGEST_TURN) return [];
  const own = ownWords(utterance);
  if (own === '' || isPlayed(own)) return [];
  return statementsOf(own).reduce<readonly SaidFact[]>(withStatement, []).slice(0, MOST_FACTS);
}

/** The last of a slot wins; what it replaces stays as its history. */
function withStatement(facts: readonly SaidFact[], { words, instead }: Statement): readonly SaidFact[] {
  const said = readStatement(words);
  const previous = facts.at(-1);
  if (said === null) {
    const corrected = instead && previous !== undefined ? corrects(previous, words) : null;
    return corrected === null ? facts : [...facts.slice(0, -1), corrected];
  }
  const before = said.slot === null ? undefined : facts.find(({ slot }) => slot === said.slot);
  if (before === undefined) return [...facts, said];
  if (before.words === said.words) return facts;
  return facts.map((fact) => (fact === before ? { ...said, earlier: [...before.earlier, before.words] } : fact));
}

/** What one asks to remember: a fact by the rules if it is one, else a note in these words. Null when there are none. */
export function askedFact(words: string): SaidFact | null {
  const plain = words
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]+|\s+/gu, ' ')
    .replace(/[\s.!]+$/, '')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(plain) || plain.length > LONGEST_FACT) return null;
  const read = readStatement(plain);
  return read === null
    ? { kind: 'note', words: withCapital(plain), slot: noteSlot(plain), confidence: 1, earlier: [] }
    : { ...read, confidence: 1 };
}

function readStatement(statement: string): SaidFact | null {
  const words = withoutOpening(statement);
  if (words.endsWith('?') || isSaidForOthers(words)) return null;
  const found = matchOf(words);
  if (found === null) return null;
  const { kind, confidence, slot } = found.rule;
  return { kind, words: withCapital(words), slot: slot({ ...found.match.groups }), confidence, earlier: [] };
}

function matchOf(words: string): { readonly rule: FactRule; readonly match: RegExpExecArray } | null {
  const lower = words.toLowerCase();
  // A few capitals of other alphabets are two letters in lower case; places would shift.
  if (lower.length !== words.length) return null;
  for (const rule of RULES) {
    const match = rule.pattern.exec(lower);
    const what = match?.groups?.['what'];
    if (match === null || what === undefined || isEmpty(what) || !rule.holds({ ...match.groups })) continue;
    return { rule, match };
  }
  return null;
}

/** "I live in Berlin", "in Hamburg" -> "I live in Hamburg". Null when the new words make no fact of the same slot. */
function corrects(said: SaidFact, instead: string): SaidFact | null {
  const found = matchOf(said.words);
  const from = found?.match.indices?.groups?.['what']?.[0];
  if (from === undefined || /^(?:not|never|nothing|i|it|that)\b/iu.test(instead)) return null;
  const front = said.words.slice(0, from).trimEnd();
  const preposition = /^(?:in|on|at|to|from|for|as|near)\b/iu.exec(instead)?.[0];
  const head =
    preposition !== undefined && front.toLowerCase().endsWith(` ${preposition.toLowerCase()}`)
      ? front.slice(0, -preposition.length).trimEnd()
      : front;
  const read = readStatement(`${head} ${instead}`);
  const sameKind = read !== null && (read.slot === said.slot || read.slot?.split(' ')[0] === said.slot?.split(' ')[0]);
  return sameKind ? { ...read, earlier: [...said.earlier, said.words] } : null;
}

/** "The wifi password is hunter2": said again with another end, it replaces. */
function noteSlot(words: string): string | null {
  const subject = /^(?<subject>(?:the|my|our)(?: [\p{L}\p{N}'’-]+){1,5}?) (?:is|are|was) /iu.exec(words)?.groups?.['subject'];
  return subject === undefined ? null : `note ${subject.toLowerCase()}`;
}

/** "My favorite color is not important" tells nothing. */
function isEmpty(what: string): boolean {
  return /^(?:not|none|nothing|no(?! \p{L})|unknown|important|(?:a |the )?(?:secret|mystery|joke|lie|pain|mess|same|best|worst|problem|question|reason|point|thing|matter)\b|private|dead|broken|gone|ready|here|there|it|that|this|these|those|what|which|who|how|why|when|where|over|coming|soon|killing|wrong|right|late|full|empty|cold|hot|lost|stolen|missing|dirty|clean|nice|fine|great|good|bad|terrible|awful|okay|ok|so|too|very|pretty|always|never|out of|none of)\b(?!\s*(?:[-']))/iu.test(
    what.trim(),
  );
}

function withCapital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
