import type { Canvas } from '../../../../ipc/canvas-schema.ts';
import type { PhraseScore } from '../../phrase-matcher.ts';
import type { Surroundings } from '../../skill.ts';
import { WITHIN_SCORES } from '../../within-scores.ts';
import { readAddition } from './addition.ts';
import { readColumn } from './columns.ts';
import type { ScreenReader, ScreenRequest } from './frame.ts';
import { readEmptying, readFilter, readLookUp, readNaming, readTelling, readTotal, readUndoing } from './looking.ts';
import { readMaking } from './making.ts';
import { readMove, readSort } from './ordering.ts';
import { readRemoval } from './removal.ts';
import { readReplacement } from './replacement.ts';
import { readPricedAddition } from './row-addition.ts';
import { screenTalk } from './screen-talk.ts';

/** What somebody else said, what is only supposed, and what is asked about: nothing is changed by it. */
const NO_REQUEST =
  /\b(?:said|says|told me|asked me|asks me|tells me|reckons) (?:i|we|to|that i|that we)\b|\b(?:should|shall|did|do|does|would|will) (?:i|we)\b.*\?$|^(?:if|when|whenever|imagine|suppose|do you|did you|are you|have you ever|is it|was it|why|who|isn't|don't you|would you rather|how)\b/i;

/** The first that fits is meant: what is undone or replaced mentions rows too, and what is removed may be added. */
const READERS: readonly ScreenReader[] = [
  readUndoing,
  readTelling,
  readTotal,
  readEmptying,
  readLookUp,
  readFilter,
  readNaming,
  readColumn,
  readSort,
  readReplacement,
  readMove,
  readRemoval,
  readPricedAddition,
  readAddition,
  readMaking,
];

let last: { readonly utterance: string; readonly canvas: Canvas | null; readonly request: ScreenRequest | null } | null = null;

/** What an utterance that says more than its request asks of the screen. All skills of the screen ask about the same words. */
export function readScreenTalk(utterance: string, canvas: Canvas | null): ScreenRequest | null {
  if (last?.utterance === utterance && last.canvas === canvas) return last.request;
  const request = read(utterance, canvas);
  last = { utterance, canvas, request };
  return request;
}

function read(utterance: string, canvas: Canvas | null): ScreenRequest | null {
  const talk = NO_REQUEST.test(utterance) ? null : screenTalk(utterance, canvas);
  if (talk === null) return null;
  for (const reader of READERS) {
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
