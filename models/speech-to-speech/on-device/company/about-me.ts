import type { PersonaCourtesies } from '../../realtime-model.ts';
import { GREETINGS } from './to-me/greetings.ts';
import { INVITATIONS } from './to-me/invitations.ts';
import { QUESTIONS } from './to-me/questions.ts';
import { REMARKS } from './to-me/remarks.ts';

/** The first that fits counts. */
const SAID_TO_ME = [...GREETINGS, ...INVITATIONS, ...QUESTIONS, ...REMARKS];

/** What may be answered to words that are about the assistant, or an invitation to talk. @returns null when they are not */
export function linesAboutMe(words: string, courtesies?: PersonaCourtesies): readonly string[] | null {
  const found = SAID_TO_ME.find(({ said }) => said.test(words));
  if (found === undefined) return null;
  return (found.courtesy === undefined ? undefined : courtesies?.[found.courtesy]) ?? found.lines;
}
