import { added, cleaned } from './added-things.ts';
import { firstFit, frame, type ScreenReader, writtenAt } from './frame.ts';

/** Who corrects himself while he speaks means what he says last: "add batteries, no sorry, light bulbs". */

const ASKED =
  '(?:add|put|stick|pop|chuck|include|write|get|note|(?:i|we) (?:also |still )*(?:need|want|could do with|could use|must get|have to get))';
const THING = '(?!(?:it|that|them|those|this|these|him|her)\\b)(?:(?!(?:i|he|she|we|they|you|is|are|no|sorry|wait)\\b)\\S+ ){0,8}?\\S+?';
const ON = '(?: (?:on|in|down|to THERE|on THERE))?';
const SLIP =
  '(?:(?:oh )?(?:no )+(?:wait|sorry|hang on|hold on|actually|i mean|i meant|i tell a lie|rather|not that|make (?:it|that)|scratch that)|or (?:rather|no)|(?:oh |no )?(?:sorry|wait|hang on|hold on)(?: no)?|i (?:mean|meant)|actually (?:no|make (?:it|that))|no actually|scratch that|make that)';
const AGAIN =
  '(?:(?:i mean|i meant|make (?:it|that)|actually|it is|it should be|add|put|get|stick|we need|i need|i want|instead|some|the|a) )*';

const CORRECTED: readonly RegExp[] = [
  frame(
    `BEGIN${ASKED} (?:some |the |a |more )*(?<first>${THING})${ON}(?: ${SLIP})+ ${AGAIN}(?<things>${THING})(?: on| in| down| instead)*END`,
  ),
  // Nothing but "no" between them: then the second is asked for once more.
  frame(
    `BEGIN${ASKED} (?:some |the |a |more )*(?<first>${THING}) no (?<again>\\S+(?: \\S+)?) (?:add|put|get) (?<things>\\k<again>)(?: on| in)*END`,
  ),
];

/** Of several things only the last was a slip: "milk and eggs, no sorry, cheese" keeps the milk. */
const BEFORE_LAST = /^(?<kept>.+?)(?:, (?:and )?| and )(?!.*(?:, | and ))/iu;

export const readSecondThoughts: ScreenReader = (talk) => {
  const { canvas } = talk;
  if (canvas === null || canvas.columns.length !== 1 || canvas.kind === 'order') return null;
  const fit = firstFit(CORRECTED, talk);
  const [first, things] = fit === null ? [null, null] : [writtenAt(talk, fit, 'first'), cleaned(writtenAt(talk, fit, 'things'))];
  if (first === null || things === null) return null;
  const kept = BEFORE_LAST.exec(first)?.groups?.['kept'];
  return added(kept === undefined ? things : `${kept} and ${things}`);
};
