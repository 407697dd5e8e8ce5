import { isEverydayWord } from '../../../../models/names/everyday-words.ts';
import { GIVEN_NAMES } from '../../../../models/names/given-names.ts';
import { soundDistance, soundsOfWords } from '../../../../models/names/sounds.ts';
import { nameKey } from '../names/clean-name.ts';
import { isOrdinaryWord } from '../names/ordinary-words.ts';
import { soundsAlike } from '../names/sounds-alike.ts';
import type { Correction, CorrectionContext, HeardCorrection } from './correction.ts';
import { openingOf } from './correction-opening.ts';
import { heardPhrasing } from './heard-phrasing.ts';
import { asSaid } from './heard-turn.ts';
import { isMadeUp, isNotMeant, isQuestion, isSupposed } from './not-meant.ts';
import { readNaming } from './read-naming.ts';
import { readPronunciation } from './read-pronunciation.ts';
import { readSpelling } from './read-spelling.ts';
import { relationIn } from './relations.ts';
import { cutSpelling } from './spelling-remark.ts';
import { type Clause, clausesOf } from './turn-clauses.ts';

/** Longer turns tell stories. */
const LONGEST_TURN = 400;
/** "No. That's not my name. It's Igor." */
const MOST_JOINED = 3;

/**
 * Reads what a turn says about names, in its order; empty for everything else, and for whatever only looks like it (quotes,
 * songs, hypotheticals, questions). Where it contradicts itself ("my name is Igor, no, Ivan") the last word holds, and `not`
 * has the other. Rules on words, no model: it works with every engine, and with none.
 */
export function readCorrections(utterance: string, context: CorrectionContext): readonly HeardCorrection[] {
  const said = asSaid(utterance, context);
  const read = readAll(said, context);
  if (read.length > 0)
    return read.map((correction) => (isDoubtful(correction, said, context) ? { ...correction, unsure: true } : correction));
  const probably = heardPhrasing(said, context);
  if (probably === null) return [];
  return readAll(probably.words, context).map((correction) => (probably.sure ? correction : { ...correction, unsure: true }));
}

/** "Keith Long" may be a name, and may be "quite long": of heard names with a word of every day in them one asks. */
function isDoubtful(correction: Correction, utterance: string, context: CorrectionContext): boolean {
  if (context.typed || !('written' in correction) || correction.kind === 'spelling' || correction.kind === 'word') return false;
  const [first, ...more] = correction.written.split(' ');
  if (isGuessed(correction.written, utterance, context)) return true;
  return first !== undefined && more.some((part) => part.length > 2 && isEverydayWord(part) && !GIVEN.has(part));
}

/** A name was put where other words were heard ("Greg" for "Greek"), and these tell no name that sounds like it. */
function isGuessed(written: string, utterance: string, context: CorrectionContext): boolean {
  const { heardText } = context;
  if (heardText === undefined || heardText === null || heardText === utterance || heardText.includes(written)) return false;
  if (isSlip(heardText, utterance)) return false;
  const plain = readAll(asSaid(heardText, context), context);
  return !plain.some((other) => 'written' in other && soundsAlike(other.written, written));
}

/** "Call me cake" is "call me Kate": one sound was misheard, and what was heard is nothing that people call themselves. */
function isSlip(heardText: string, text: string): boolean {
  const words = heardText.split(/\s+/).filter((word) => !text.includes(word));
  if (words.some((word) => isOrdinaryWord(word.replaceAll(/[^\p{L}]/gu, '')))) return false;
  const [heard, put] = [soundsOfWords(heardText), soundsOfWords(text)];
  return soundDistance(heard, put) * Math.max(heard.length, put.length) <= ONE_SOUND;
}

/** What one sound taken for another may cost (a weighted edit distance). */
const ONE_SOUND = 1;
const GIVEN = new Set(GIVEN_NAMES);

function readAll(utterance: string, context: CorrectionContext): readonly Correction[] {
  if (utterance.length > LONGEST_TURN || isNotMeant(utterance)) return [];
  const clauses = clausesOf(utterance);
  const read: Correction[] = [];
  let spokenOf = context;
  for (let at = 0; at < clauses.length; ) {
    if (isCovered(clauses, at, context)) {
      at++;
      continue;
    }
    const { correction, used } = readFrom(clauses, at, { utterance, context: spokenOf });
    if (correction !== null) {
      addTo(read, correction);
      spokenOf = afterwards(spokenOf, correction);
    } else {
      spokenOf = { ...spokenOf, lastRelation: relationIn(clauses[at]?.text ?? '') ?? spokenOf.lastRelation ?? null };
    }
    at += used;
  }
  return read;
}

/** The first of `readCorrections`; null for none. */
export function readCorrection(utterance: string, context: CorrectionContext): HeardCorrection | null {
  return readCorrections(utterance, context)[0] ?? null;
}

interface Turn {
  readonly utterance: string;
  readonly context: CorrectionContext;
}

/** The shortest row of clauses that says something: "my name is Igor", "that's not my name" with "it's Igor". */
function readFrom(clauses: readonly Clause[], at: number, turn: Turn): { readonly correction: Correction | null; readonly used: number } {
  for (let used = 1; used <= MOST_JOINED && at + used <= clauses.length; used++) {
    const joined = clauses
      .slice(at, at + used)
      .map(({ text }) => text)
      .join(', ');
    const correction = readStatement(joined, turn);
    if (correction !== null) return { correction, used };
  }
  return { correction: null, used: 1 };
}

function readStatement(text: string, { utterance, context }: Turn): Correction | null {
  const opening = openingOf(text, context.assistantNames);
  const rest = opening.rest.replace(/,? if you (?:like|want|prefer|don't mind|do not mind|can|would)$/i, '');
  if (isSupposed(rest) || isQuestion(rest)) return null;
  const plain = rest.replace(/\?$/, '');
  const said = readPronunciation(plain, opening, context);
  if (said !== null) return said;
  const cut = cutSpelling(plain);
  const words = cut.respell === null ? rest : cut.front;
  const named = readNaming({ words, opening, utterance, context, spelled: cut.respell !== null });
  return readSpelling(named, cut, { words, opening, utterance, context, spelled: true });
}

/** "He said ..., and my name is Bond", "play a song. My name is Luka": what stands before covers what follows. */
function isCovered(clauses: readonly Clause[], at: number, { assistantNames }: CorrectionContext): boolean {
  const sentence = clauses[at]?.sentence;
  return clauses.slice(0, at).some((clause) => {
    const { rest } = openingOf(clause.text, assistantNames);
    return clause.sentence === sentence ? isSupposed(rest) : isMadeUp(rest);
  });
}

function afterwards(context: CorrectionContext, correction: Correction): CorrectionContext {
  const lastNamed = correction.kind === 'pronunciation' ? (correction.of ?? context.lastNamed) : correction.written;
  return { ...context, lastNamed, lastRelation: correction.kind === 'person' ? correction.relation : (context.lastRelation ?? null) };
}

/** A second word about the same name: its spelling goes into it, another name for it takes its place. */
function addTo(read: Correction[], correction: Correction): void {
  const previous = read.at(-1);
  if (previous === undefined || previous.kind === 'pronunciation' || previous.kind === 'spelling') {
    read.push(correction);
    return;
  }
  if (correction.kind === 'pronunciation') {
    // "My sister's name is Ana. It's pronounced AH-na."
    read.push({ ...correction, of: correction.of ?? previous.written });
    return;
  }
  if (correction.kind === 'spelling' && (correction.of === null || nameKey(correction.of) === nameKey(previous.written))) {
    read.splice(-1, 1, replaced(previous, correction.written, []));
    return;
  }
  if (correction.kind === 'spelling' || !isSameOwner(previous, correction)) {
    read.push(correction);
    return;
  }
  read.splice(-1, 1, replaced(previous, correction.written, correction.not));
}

function isSameOwner(previous: Correction, next: Correction): boolean {
  if (next.kind === 'name') return next.whose === 'last' || (previous.kind === 'name' && previous.whose === 'me');
  return next.kind === 'person' && previous.kind === 'person' && next.relation === previous.relation && next.not.includes(previous.written);
}

function replaced<C extends { readonly written: string; readonly not: readonly string[] }>(
  previous: C,
  written: string,
  not: readonly string[],
): C {
  // "Igor Petrov, but call me Igor" takes nothing back.
  const taken = isPartOf(written, previous.written) || isPartOf(previous.written, written) ? [] : [previous.written];
  return { ...previous, written, not: [...new Set([...previous.not, ...taken, ...not])].filter((form) => form !== written) };
}

function isPartOf(part: string, whole: string): boolean {
  return ` ${whole.toLowerCase()} `.includes(` ${part.toLowerCase()} `);
}
