import type { Canvas } from '../../../../ipc/canvas-schema.ts';
import type { PhraseScore } from '../../phrase-matcher.ts';
import type { Surroundings } from '../../skill.ts';
import { questionsBesideTelling } from '../../telling-question.ts';
import { WITHIN_SCORES } from '../../within-scores.ts';
import { spokenWords } from '../../words/spoken-words.ts';
import { readAddition } from './addition.ts';
import { readByCondition } from './by-condition.ts';
import { readColumn } from './columns.ts';
import type { ScreenReader, ScreenRequest } from './frame.ts';
import { readFullRow } from './full-row.ts';
import { readEmptying, readFilter, readHiding, readNaming, readTelling, readTitle, readTotal, readUndoing } from './looking.ts';
import { readMaking } from './making.ts';
import { readNumberPut } from './number-put.ts';
import { readMove, readMoveBeside, readSort, readSwapping } from './ordering.ts';
import { readPlacing } from './placing.ts';
import { readLookUp } from './questions.ts';
import { readReassigning } from './reassigning.ts';
import { readAverage, readCounting, readSumAsked, readThere } from './reckoning.ts';
import { readRemoval } from './removal.ts';
import { readReplacement } from './replacement.ts';
import { readPricedAddition, readWordedRow } from './row-addition.ts';
import { type ScreenTalk, screenTalk } from './screen-talk.ts';
import { readSecondThoughts } from './second-thoughts.ts';
import { readShelving, readUnfiltering } from './showing.ts';
import { readStandingIn } from './standing-in.ts';
import { readThisColumn } from './this-column.ts';
import { readTicking } from './ticking.ts';

/** What somebody else said, what is only supposed, and what is asked about: nothing is changed by it. */
const NO_REQUEST =
  /\b(?:said|says|told me|asked me|asks me|tells me|reckons) (?:i|we|to|that i|that we)\b|\b(?:should|shall|did|do|does|would|will) (?:i|we)\b.*\?$|^(?:if|when|whenever|imagine|suppose|do you|did you|are you|have you ever|is it|was it|why|who|isn't|don't you|would you rather|how)\b/i;

/** What somebody said is why it is asked: "Dev says we can have his, so knock that off the list". */
const ASKED_AFTER =
  /\bso (?:please |just |can you |could you )*(?:take|knock|cross|strike|remove|delete|add|put|change|swap|move|tick|drop|scratch|pop|stick|sort|clear)\b(?!.*\?$)/i;

/** What is only asked changes nothing. */
const ASKING: readonly ScreenReader[] = [readAverage, readSumAsked, readLookUp, readCounting, readThere];

/** The first that fits is meant: what is undone or replaced mentions rows too, and what is removed may be added. */
const READERS: readonly ScreenReader[] = [
  readUndoing,
  readTelling,
  readTotal,
  readEmptying,
  readHiding,
  readFilter,
  readNaming,
  readColumn,
  readSort,
  readTicking,
  readStandingIn,
  readReplacement,
  readMove,
  readRemoval,
  readPricedAddition,
  readWordedRow,
  readAddition,
  readMaking,
];

/** A phrase would take the words of these as the name of one thing: "put {honey at the top}". They go before all phrases. */
const SURE: readonly ScreenReader[] = [
  readTitle,
  readSwapping,
  readUnfiltering,
  readShelving,
  readThisColumn,
  readSecondThoughts,
  readMoveBeside,
  readPlacing,
  readNumberPut,
  readByCondition,
  readReassigning,
  readFullRow,
];
const SURE_SCORE = 1.05;

let last: { readonly utterance: string; readonly canvas: Canvas | null; readonly request: ScreenRequest | null } | null = null;

/** What an utterance that says more than its request asks of the screen. All skills of the screen ask about the same words. */
export function readScreenTalk(utterance: string, canvas: Canvas | null): ScreenRequest | null {
  if (last?.utterance === utterance && last.canvas === canvas) return last.request;
  const request = read(utterance, canvas);
  last = { utterance, canvas, request };
  return request;
}

function read(utterance: string, canvas: Canvas | null): ScreenRequest | null {
  const talk = screenTalk(utterance, canvas);
  if (talk === null) return null;
  const isRequest = !NO_REQUEST.test(utterance) || ASKED_AFTER.test(utterance);
  return firstRequest(isRequest ? [...ASKING, ...SURE, ...READERS] : ASKING, talk) ?? askedBesideTelling(utterance, canvas);
}

/** "I'm stuck in the aisle with a queue behind me, how old is Ravi". */
function askedBesideTelling(utterance: string, canvas: Canvas | null): ScreenRequest | null {
  if (canvas === null) return null;
  for (const question of questionsBesideTelling(spokenWords(utterance))) {
    const talk = screenTalk(question, canvas);
    const request = talk === null ? null : firstRequest(ASKING, talk);
    if (request !== null) return request;
  }
  return null;
}

function firstRequest(readers: readonly ScreenReader[], talk: ScreenTalk): ScreenRequest | null {
  for (const reader of readers) {
    const request = reader(talk);
    if (request !== null) return request;
  }
  return null;
}

/** For a skill of the screen: its own request within an utterance. */
export function withinTalk(skill: string): (utterance: string, surroundings: Surroundings) => PhraseScore | null {
  return (utterance, { canvas }) => {
    const request = readScreenTalk(utterance, canvas());
    return request?.skill === skill ? { arguments: request.arguments, score: WITHIN_SCORES.patterned } : null;
  };
}

/** The same where the reading leaves no doubt, so that it goes before what phrases make of the words. */
export function surelyInTalk(skill: string): (utterance: string, surroundings: Surroundings) => PhraseScore | null {
  return (utterance, { canvas }) => {
    const talk = NO_REQUEST.test(utterance) && !ASKED_AFTER.test(utterance) ? null : screenTalk(utterance, canvas());
    const request = talk === null ? null : firstRequest(SURE, talk);
    return request?.skill === skill ? { arguments: request.arguments, score: SURE_SCORE } : null;
  };
}
