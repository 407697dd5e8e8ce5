import { GIVEN_NAMES } from '../../../../models/names/given-names.ts';
import { nameKey } from '../names/clean-name.ts';
import { capitalsTell, readName } from '../names/name-words.ts';
import { isOrdinaryWord, isState, PEOPLES, TIMES } from '../names/ordinary-words.ts';
import { isHeardFor, soundsAlike } from '../names/sounds-alike.ts';
import type { Correction, CorrectionContext } from './correction.ts';
import type { Opening } from './correction-opening.ts';
import { NAMING_PATTERNS, type Naming } from './naming-patterns.ts';
import { fits, RELATION_WORDS } from './relations.ts';

export type NamingCorrection = Extract<Correction, { readonly not: readonly string[] }>;

/** A statement and all that decides what its words mean. */
export interface Statement {
  /** Behind its openings. */
  readonly words: string;
  readonly opening: Opening;
  /** The whole turn, whose capitals tell names or not. */
  readonly utterance: string;
  readonly context: CorrectionContext;
  /** Letters follow: what stands before them is a name, whatever it looks like. */
  readonly spelled: boolean;
}

/** "I'm Igor and my wife is Maria". */
const INTRODUCES = new RegExp(
  `(?:\\band|[,.]) (?:this is )?my ${RELATION_WORDS}(?:'s name is|'s| is)?(?: called| named)? \\p{Lu}|\\b(?:[Nn]ice|[Pp]leased) to meet you\\b`,
  'u',
);
const AT_THE_END = /(?:actually|by the way)$/i;

interface Found {
  readonly written: string;
  readonly name: string;
  readonly not: readonly string[];
}

/** Reads who is called what: "my name is Igor", "it's Igor, not Ivan", "my sister is called Ana". Null for all else. */
export function readNaming(statement: Statement): NamingCorrection | null {
  for (const naming of NAMING_PATTERNS) {
    const groups = naming.pattern.exec(statement.words)?.groups;
    const name = groups?.['name'];
    if (groups === undefined || name === undefined) continue;
    const old = groups['old'] === undefined ? null : oldName(groups['old']);
    const written = nameIn(name, naming, statement, old);
    if (written === null) continue;
    const correction = accept(
      naming,
      { written, name, not: old === null || (old === written && !statement.spelled) ? [] : [old] },
      groups,
      statement,
    );
    if (correction !== null) return correction;
  }
  return null;
}

function accept(
  naming: Naming,
  found: Found,
  groups: Readonly<Record<string, string | undefined>>,
  statement: Statement,
): NamingCorrection | null {
  const { written, not } = found;
  if (naming.whose === 'person') {
    const relation = groups['relation']?.toLowerCase() ?? relationOf(groups['pronoun'] ?? '', statement.context);
    return relation !== null && holds(naming, found, statement) ? { kind: 'person', relation, written, not } : null;
  }
  if (naming.needs === 'known-old') return known(naming.whose, found, statement);
  const whose = statement.context.nameAsked === true ? 'me' : naming.whose;
  return holds(naming, found, statement) ? { kind: 'name', whose, written, not } : null;
}

function relationOf(pronoun: string, { lastRelation = null }: CorrectionContext): string | null {
  return lastRelation !== null && fits(pronoun, lastRelation) ? lastRelation : null;
}

/** "It's X, not Y": about a name that was in use, or about a word that was heard as another. Else it is about anything ("Friday, not Thursday"). */
function known(whose: 'me' | 'last', { written, name, not }: Found, { context, utterance, spelled }: Statement): NamingCorrection | null {
  const [old] = not;
  if (old === undefined || isOrdinaryWord(written)) return null;
  const mayBeMisheard = capitalsTell(utterance, context.typed);
  const spellsName = spelled && context.lastNamed !== null;
  if (spellsName || isInUse(old, context)) return { kind: 'name', whose, written, not };
  const meant = meantBy(old, { utterance, context });
  if (meant !== null) return { kind: 'name', whose, written, not: meant === written ? [] : [meant] };
  const capital = /^\p{Lu}/u.test(name) && mayBeMisheard;
  return whose === 'last' && capital && isHeardFor(old, written) ? { kind: 'word', written, not } : null;
}

/** Whether what was said before allows this reading: "it's Igor" names nobody unless a name was in question. */
function holds({ needs }: Naming, { written, name, not }: Found, statement: Statement): boolean {
  const { context, opening, utterance } = statement;
  const capital = /^\p{Lu}/u.test(name) && capitalsTell(utterance, context.typed);
  const properName = capital && !isOrdinaryWord(written);
  switch (needs) {
    case 'told':
    case 'mine':
      return true;
    case 'stated':
      return capital || opening.denied || not.some((old) => isInUse(old, context));
    case 'known-old':
      return false;
    case 'called':
      return !isDayOrPeople(written);
    case 'capital':
      return properName && !isState(written);
    case 'pronoun':
      return properName;
    case 'asked':
      return properName && context.lastNamed !== null && not.every((old) => isInUse(old, context));
    case 'greeting':
      return properName && (opening.greeted || INTRODUCES.test(utterance));
    case 'in-question':
      return isInQuestion(statement, capital) && (capital ? properName : isTypedName(written, context));
    case 'bare':
      return isInQuestion(statement, capital) && (properName || (context.nameAsked === true && isTypedName(written, context)));
  }
}

/** "Call me Monday" tells no name, "I'm called Spanish" neither; Leo is one among the signs of the zodiac. */
function isDayOrPeople(written: string): boolean {
  const lower = written.toLowerCase();
  return TIMES.has(lower) || (PEOPLES.has(lower) && !GIVEN_NAMES.includes(written));
}

/** The turn before was about a name, and this one says that it was wrong. */
function isInQuestion({ context, opening, spelled, words }: Statement, capital: boolean): boolean {
  if (context.nameAsked === true) return true;
  if (context.lastNamed === null || spelled) return false;
  return opening.denied || (capital && (opening.sorry || AT_THE_END.test(words)));
}

function isTypedName(written: string, { typed }: CorrectionContext): boolean {
  return typed && !isState(written) && !isOrdinaryWord(written);
}

function namesInUse({ lastNamed, knownNames }: CorrectionContext): readonly string[] {
  return lastNamed === null ? knownNames : [lastNamed, ...knownNames];
}

function isInUse(name: string, context: CorrectionContext): boolean {
  return namesInUse(context).some((other) => nameKey(other) === nameKey(name));
}

/** The name in use that was meant, perhaps misheard: "not even" for "not Ivan". */
function meantBy(old: string, { utterance, context }: Pick<Statement, 'utterance' | 'context'>): string | null {
  if (isInUse(old, context)) return old;
  if (!capitalsTell(utterance, context.typed)) return null;
  return namesInUse(context).find((other) => soundsAlike(other, old)) ?? null;
}

function nameIn(text: string, { needs }: Naming, { utterance, context, spelled }: Statement, old: string | null): string | null {
  if (spelled) return readName(text, { capitals: false, told: true });
  // "It's eager, not Ivan": a recogniser that does not know Igor.
  const inPlaceOf = needs === 'known-old' && old !== null && meantBy(old, { utterance, context }) !== null;
  // And in two words: "it's e gore, not Ivan".
  const severalWords = inPlaceOf && /^\p{Ll}[\p{L}'-]* \p{Ll}/u.test(text);
  return readName(text, {
    capitals: !severalWords && capitalsTell(utterance, context.typed),
    told: needs === 'told' || needs === 'mine' || needs === 'stated' || inPlaceOf,
    mine: needs === 'mine' || inPlaceOf,
  });
}

/** What it is not is whatever was shown: two words, and a word of every day, too. */
function oldName(text: string): string | null {
  const name = readName(text, { capitals: false, told: true });
  return name ?? (/^\p{L}/u.test(text) && text.length <= 40 ? text : null);
}
