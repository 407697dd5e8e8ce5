import { firstFit, frame, type ScreenReader, writtenAt } from './frame.ts';

/** What is on the screen at all: put away, brought back, and its hidden rows shown again. */

const SHEET = '(?:(?:the|that|this|my|our)(?: whole)?(?: \\w+){0,2} (?:list|table|plan|note|chart|checklist|schedule|itinerary))';
const SURFACE = '(?:the|my|our) (?:screen|display|monitor)';

const CLOSED: readonly RegExp[] = [
  frame(
    `(?:ANYWHERE|BEGIN)(?:take|get|clear|move|have|whip) (?:it|that|this|that thing|${SHEET}) (?:right |straight |back )?(?:off|away from|from|out of) ${SURFACE}`,
  ),
  frame(`(?:ANYWHERE|BEGIN)(?:get|put|move|take) ${SHEET} out of (?:the|my|our) (?:way|view|sight)`),
  frame(`(?:ANYWHERE|BEGIN)(?:close|hide|shut|dismiss) (?:down )?${SHEET}(?: down| away)?END`),
  frame(`(?:ANYWHERE|BEGIN)(?:put|pack|tidy|tuck|file) (?:away ${SHEET}|${SHEET} away)END`),
  frame(`\\bnot (?:really )?(?:need|want) (?:to (?:see|look at) )?${SHEET} (?:on ${SURFACE}|up|open|up there|in front of me)`),
  frame(`\\bnot (?:really )?(?:need|want) to (?:see|look at) ${SHEET} (?:any more|anymore|any longer|now|right now|for now|just now)`),
  frame(`(?:ANYWHERE|BEGIN)stop showing (?:me |us )?(?:it|that|this|${SHEET})END`),
  frame('(?:ANYWHERE|BEGIN)(?:clear|wipe|empty|blank) (?:the|my|our) (?:screen|display|monitor)END'),
  frame(`\\b${SHEET} (?:can|could|should|may) (?:go away|disappear|be closed|be put away|come off ${SURFACE}|come down)END`),
];

/** The name holds at least one word of its own: "the list" is the one that is shown. */
const CALLED =
  '(?:the|my|our) (?<name>(?:(?!list|table|plan|note|whole|entire|same|new|next|last|first|other)\\w+ ){1,4}?(?:list|table|plan|note|schedule|itinerary))';
const BACK = '(?: back| up| out| again| on the screen| on screen| on the display)+';
const OPENED: readonly RegExp[] = [
  frame(`(?:ANYWHERE|BEGIN)(?:bring|pull|get|call|put|fetch|have) (?:me )?${CALLED}${BACK}END`),
  frame(`(?:ANYWHERE|BEGIN)(?:bring|pull|call|put|get) (?:up|back|back up) ${CALLED}(?: again| on the screen)?END`),
  frame(`(?:ANYWHERE|BEGIN)(?:open|reopen|show|show me|show us|let me see|let us see|let us have|see|display) ${CALLED}(?:${BACK})?END`),
  frame(`\\b(?:i|we) (?:need|want|would like|will need|will want) (?:to (?:see|have|look at) )?${CALLED}${BACK}END`),
  frame(`\\b(?:can|could|may) (?:i|we) (?:see|have|get|have a look at|look at) ${CALLED}(?:${BACK})?END`),
  frame(`(?:ANYWHERE|BEGIN)(?:go|switch|flip|change|jump) (?:back )?to ${CALLED}END`),
];

/** "I'm sick of looking at that list, take it off the screen"; "at the shop now, bring the shopping list back up". */
export const readShelving: ScreenReader = (talk) => {
  if (talk.canvas !== null && firstFit(CLOSED, talk) !== null) return { skill: 'canvas.close', arguments: {} };
  const fit = firstFit(OPENED, talk);
  const name = fit === null ? null : writtenAt(talk, fit, 'name');
  return name === null ? null : { skill: 'canvas.open', arguments: { name } };
};

const EVERY =
  "(?:(?:everything|everyone|everybody)(?: is|'s)?|all(?: of)?(?: (?:the|them|it|those|these|my|our))*(?: other)?(?: \\w+)?|every(?: single| last)?(?: \\w+)?|(?:the|them|it) (?:lot|rest|others|all)|the (?:whole|full|entire|complete) \\w+|the other (?:ones|rows|things|people|half|lines|items)|them all|it all|all)";
const UNFILTERED: readonly RegExp[] = [
  frame(
    `\\b(?:show|see|have|get|want|give|bring|put|need|display|unhide)(?: me| us)?(?: back)? ${EVERY}(?: back| again| up| now| please| too| as well| as before| on there)*$`,
  ),
  frame(
    '\\b(?:remove|clear|drop|lose|take off|turn off|switch off|undo|stop|get rid of|cancel|scrap|forget) (?:the |that |this )?(?:filter|filtering|hiding)\\b',
  ),
  frame('\\b(?:take|turn|switch) (?:the|that|this) filter off\\b'),
  frame('\\b(?:go )?back to (?:the )?(?:full|whole|entire|complete|everything|everyone|all)\\b'),
  frame('\\b(?:stop|no need|not|no longer) (?:to )?(?:hide|hiding)\\b'),
];

/** "That's him told, let's have all the rows back": only where a filter hides some. */
export const readUnfiltering: ScreenReader = (talk) =>
  talk.canvas !== null && talk.canvas.filter !== null && firstFit(UNFILTERED, talk) !== null
    ? { skill: 'canvas.show-all', arguments: {} }
    : null;
