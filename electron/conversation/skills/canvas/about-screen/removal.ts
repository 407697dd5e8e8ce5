import { firstFit, frame, namesOfRows, rowsBefore, type ScreenReader, type ScreenRequest } from './frame.ts';
import type { ScreenTalk } from './screen-talk.ts';

const TAKE = '(?:take|cross|strike|scratch|leave|get|knock|pull|kick|rub|drop|move|remove)';
const REMOVE =
  '(?:forget about|forget|skip|scratch|ditch|drop|lose|delete|remove|bin|erase|scrap|get rid of|take off|take out|take away|cross off|cross out|strike off|strike out|strike|knock off|leave out|rub out|cancel)';
/** "Take the bread out of the oven" is no request, and what is knocked off a bill is a sum of money. */
const OFF =
  '(?:off|out|away)(?! (?:of|from) (?!it|that|there|here|(?:the|my|our|that|this) (?:\\w+ )?(?:list|table|plan|page|screen))| (?:for a|to)' +
  '| (?:what (?:he|she|they|i|we)|(?:his|hers|theirs)$|(?:his|her|their|its|the|my) (?:\\w+ )?(?:total|bill|tab|balance|score|amount|price|count|tally|debt|share|sum|cost))\\b)';
const NO_MORE = '(?:any more|anymore|any longer|after all|now|then|this time|either)';
const NEED = '(?:need|needing|want|wanting|require|be needing|have to get|have to buy|buy|get)';
const DONE =
  '(?:done|did|finished|paid|bought|got|sent|posted|fixed|cleaned|called|booked|sorted|picked up|handled|washed|fed|watered|ironed)';

/** A row is named with what takes it off. */
const NAMED: readonly RegExp[] = [
  frame(
    `\\bROWS (?:can|could|should|may|needs to|has to|must|might as well) (?:also |now |just |safely )?(?:go|disappear|vanish|come off|come out|come away|be (?:removed|deleted|taken (?:off|out)|crossed (?:off|out)|struck (?:off|out)|dropped|scratched|binned|forgotten|skipped|left out))\\b(?! (?:to|in|on|for|with))`,
  ),
  frame(
    `\\b(?:not|never) (?:actually |really |even )?(?:be )?${NEED} DETROWS(?= ${NO_MORE}|$| so| because| since| on THERE| as | i | we | they )`,
  ),
  frame(`\\b(?:no longer|no) (?:need|want|need for) DETROWS(?= ${NO_MORE}|$| so| because| since| on THERE| as | i | we | they )`),
  frame(`BEGIN${REMOVE} DETROWS(?! (?:of|with|at|in|to|down|by|from (?!THERE)))`),
  frame(`BEGIN${TAKE} DETROWS ${OFF}`),
  frame('\\bROWS (?:can|could|may) (?:stay|stay at home|stay behind|be left) (?:at home|behind|here|out)\\b'),
  frame('\\b(?:maybe|perhaps|actually) not (?:the )?ROWS'),
  frame('\\bno (?:more )?ROWS (?:tonight|today|tomorrow|this time|then|after all|this week|this weekend)'),
  frame(`\\bROWS (?:is|are) (?:not|no longer) (?:needed|wanted|necessary|required|on)(?= ${NO_MORE}|$| so| and)`),
  frame(
    '\\bROWS (?:is|are) (?:a mistake|mistake|wrong)(?: please| so| and| to| can| could)* (?:delete|remove|take|cross|get rid|strike|off|out)\\b',
  ),
  frame('\\bROWS (?:so )?(?:off|out) (?:it|they|he|she) (?:comes?|goes?|go)\\b'),
  frame(
    '(?<!\\S)ROWS .*\\b(?:should not|does not|do not|need not|does not have to|do not suppose it has to|need to not) (?:be (?:in|on)|belong|have to be) (?:there|here|it|the (?:list|table)|listed)',
  ),
  frame(`\\b(?:already|have) (?:already )?${DONE} DETROWS already\\b`),
  frame(`\\b(?:have|has|had)? ?already ${DONE} DETROWS(?=$| so| and| i | we | now| on the way| yesterday| this morning| today)`),
];

/** What is called off is no row any more; of goods and of people it says something else. */
const CALLED_OFF = frame(
  '(?:^|\\b(?:so|and|but|then|now|that means|because|strike|afraid|sadly) )DETROWS(?: is| are|(?= cancelled| called off| scrapped)) ?(?:now |definitely |all |also |both )*(?:off|out|cancelled|called off|scrapped|a no|no longer on|off the (?:list|table|cards|menu))(?: now| then| after all| please)*$',
);
const NOT_CALLED_OFF =
  /name|person|people|who|player|guest|child|friend|member|runner|pupil|student|team|task|chore|job|item|thing|product|food|pet|car|bill/i;

/** The row was named before. */
const POINTED: readonly RegExp[] = [
  frame(`ANYWHERE${TAKE} POINTING ${OFF}`),
  frame(`ANYWHERE${TAKE} (?:both|all|two|three)(?: of)?(?: those| them| these) ${OFF}`),
  frame('\\b(?:so|and|then) (?:it|he|she|they|that) (?:is|are) off (?:the|my|our) (?:list|table|plan)\\b'),
  frame('\\bso (?:i|we) (?:do not|no longer|will not) need (?:it|that|them|those|any)$'),
  frame(
    `ANYWHERE(?:delete|remove|lose|get rid of|scratch|bin|erase|scrap|ditch|cross (?:out|off)|strike|skip|drop) POINTING(?=$| off| from| then| please| so| now| too| as well| for me| will you| would you| can you| could you)`,
  ),
  frame(`\\b(?:not|never|no longer) (?:actually |really )?(?:be )?${NEED} (?:it|that|them|those|that one) ${NO_MORE}`),
  frame(
    '\\b(?:that one|it|that|they|those|he|she) (?:can|should|could) (?:go|disappear|vanish|come off|come out|be (?:crossed|taken|struck) off|be removed|be deleted)(?=$| now| then| please| from| off)',
  ),
  frame('\\bcross(?:ed)? (?:it|that|them) off\\b'),
  frame('\\b(?:so|and) (?:off|out) (?:it|they|he|she) (?:comes?|goes?|go)\\b'),
  frame(
    '\\b(?:it|that|he|she|they) (?:does|do|should|need) not (?:need to |have to )?(?:be|belong) (?:on|in) (?:there|here|it|the (?:list|table))',
  ),
  frame('\\bcould (?:it|that|they) come (?:back )?off\\b'),
];

/** What is named stays. */
const ALL_BUT: readonly RegExp[] = [
  frame(
    '\\b(?:everything|all|everyone)(?: else)? (?:but|except|except for|apart from|other than) DETROWS (?:has to|have to|can|could|should|must|needs to|is to) (?:go|come off|be (?:removed|deleted|taken off))',
  ),
  frame(`BEGIN${REMOVE} (?:everything|all|all of it|everyone)(?: else)? (?:but|except|except for|apart from|other than) DETROWS`),
];
/** Who cannot come is taken off a list of guests. */
const ABSENT = frame(
  '\\bROWS (?:.* )?(?:can not|is not|are not|will not|could not) (?:be )?(?:able to )?(?:come|make it|coming|there|make|join us|be there|free)\\b',
);
const GUESTS = /guest|invit|party|attend|who.s coming/i;

/** "Ella has gone vegetarian, so the ham can go": takes rows off. */
export const readRemoval: ScreenReader = (talk) => {
  const kept = firstFit(ALL_BUT, talk)?.groups['rows'];
  if (kept !== undefined) return { skill: 'canvas.remove', arguments: { which: `everything but ${namesOfRows(talk, kept)}` } };
  const named = firstFit(
    [...NAMED, ...(GUESTS.test(talk.canvas?.name ?? '') ? [ABSENT] : []), ...(isOfPlans(talk) ? [CALLED_OFF] : [])],
    talk,
  );
  const marks = named?.groups['rows'];
  if (marks !== undefined) return removed(talk, marks);
  const pointed = firstFit(POINTED, talk);
  const isSeveral = pointed !== null && /\b(?:them|those|these|both|they|two)\b/.test(talk.text.slice(pointed.from));
  const before = pointed === null ? lastAdded(talk) : rowsBefore(talk, pointed.from + 1, isSeveral);
  return before === null ? null : removed(talk, before);
};

/** What was put there last, without its name: "actually we grow that ourselves, could it come back off". */
const BACK_OFF = frame(`\\b(?:(?:it|that|they|them) come back off|(?:take|cross|get) (?:it|that|them) (?:back off|off again))\\b`);

function lastAdded(talk: ScreenTalk): string | null {
  const rows = talk.canvas?.rows.length ?? 0;
  return rows > 0 && firstFit([BACK_OFF], talk) !== null ? `<${rows - 1}>` : null;
}

function removed(talk: ScreenTalk, marks: string): ScreenRequest {
  return { skill: 'canvas.remove', arguments: { which: namesOfRows(talk, marks) } };
}

/** "The milk is off" is sour, and "Dad is off" goes out: only what is no goods and nobody is called off. */
function isOfPlans({ canvas }: ScreenTalk): boolean {
  return canvas !== null && canvas.columns.length > 1 && !NOT_CALLED_OFF.test(canvas.columns[0]?.name ?? '');
}
