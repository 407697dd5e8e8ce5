import type { PersonaCourtesies } from '../../realtime-model.ts';
import { GREETINGS } from './to-me/greetings.ts';
import { INVITATIONS } from './to-me/invitations.ts';
import { QUESTIONS } from './to-me/questions.ts';
import { REMARKS } from './to-me/remarks.ts';

/** However it is put, this is asked for its answer: it is never chatted away. */
const ASKED_IN_EARNEST =
  /\b(?:chest|fever|aspirin|ibuprofen|paracetamol|pills?|tablets?|medicine|dose|bleach|overdose|bleeding|rash|symptoms?|blood pressure|legal|illegal|tax|weather|forecast|rain tomorrow|headlines|election|score|results|who won|price of|exchange rate|what time|bus times?|timetable|capital of|population of|cost of|recipe)\b|\bhow (?:tall|far|old|many|much|deep|high|big|long) (?:is|are|was|were|does|do|did)\b/;

/** The first that fits counts. */
const SAID_TO_ME = [...GREETINGS, ...INVITATIONS, ...QUESTIONS, ...REMARKS];

/** What may be answered to words that are about the assistant, or an invitation to talk. @returns null when they are not */
export function linesAboutMe(words: string, courtesies?: PersonaCourtesies): readonly string[] | null {
  if (ASKED_IN_EARNEST.test(words) && !/^(?:i|my|we|our)\b/.test(words)) return null;
  const found = SAID_TO_ME.find(({ said }) => said.test(words));
  if (found === undefined) return null;
  return (found.courtesy === undefined ? undefined : courtesies?.[found.courtesy]) ?? found.lines;
}
