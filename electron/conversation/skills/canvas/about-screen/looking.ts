import { firstFit, frame, type ScreenReader, writtenAt } from './frame.ts';

const UNDONE: readonly RegExp[] = [
  frame(
    '\\b(?:take|undo|reverse|cancel) (?:that|it|this|that last (?:one|bit|thing|change)|the last (?:one|bit|thing|change|step))(?: back)?(?: please| again| for me| will you| would you| can you| now| my mistake| my fault| sorry| i (?:did not|made|pressed|said|meant|was) .*)*$',
  ),
  frame(
    '\\b(?:put|bring|get|have) (?:it|that|them|those|him|her|DETROWS|everything)(?: right| straight)? back(?: on| in| on there| on THERE| in there| as it was| how it was| the way it was)?(?: please| again| for me)*$',
  ),
  frame('\\b(?:have|get|want|need) (?:everyone|everything|it all|them all|all of (?:it|them)) back(?: please| again)*$'),
  frame('\\bput (?:it|them|everything) (?:back )?(?:how|the way|as) (?:it was|they were|we had (?:it|them))'),
  frame(
    '\\b(?:forget|scratch|ignore) (?:about )?(?:that|the) last (?:one|bit|thing)(?: please| again)*(?=$| i | we | it | that | because )',
  ),
  frame(
    'BEGIN(?:scrap|scratch|undo|cancel|reverse|bin|lose|ditch|take back) (?:that|the|my) (?:very )?last (?:one|bit|thing|change|addition|item|entry)(?= please|$| i (?:am|do|did|was|have|meant)| we (?:are|do|did|have|already)| it (?:is|was)| that is| because| since)',
  ),
  frame(
    '\\b(?:preferred|liked|want|wanted) (?:it |the order |the way |how )?(?:better )?(?:we had |it was |as it was |we had it )?(?:a moment ago|before|the way it was|as it was|how it was)(?: better| please)*$',
  ),
  frame('\\b(?:go back to (?:how|what|the way) it was|undo what (?:i|you) (?:just )?(?:did|said))\\b'),
];
const TOLD: readonly RegExp[] = [
  frame(
    '\\bwhat (?:have|has|did|do) (?:we|i|you) (?:got |have |put |written |write |had |say |add )*(?:got |written )?(?:down|on (?:there|it|THERE)|so far|on (?:the|my|our) list)',
  ),
  frame(
    '\\bwhat is (?:still |left |already |actually |all )*(?:on|in) (?:there|it|(?:the|my|our|that)(?: \\w+)? (?:list|table))(?: so far| now| already| again| at the moment| please| still)*$',
  ),
  frame(
    '\\b(?:count (?:the |up the )?(?:things|items|rows|names|guests|entries)?|how many (?:people |things |items |guests |rows |of them |entries |names |\\w+ )?(?:is that|are that|are there|are on|is on|have we got|do we have|have i got|does that make|is it|are we))(?: (?:there|it|THERE|now|already|so far|on it|on there|in there|on here|in here|in|on|for me|please))*$',
  ),
  frame(
    'BEGIN(?:read|tell) (?:me |us )?(?:back |out )?what (?:i am|we are|i have|we have|is) (?:taking|got|buying|bringing|having|doing|on there|down|on it)',
  ),
  frame(
    'BEGIN(?:read|tell|run|go|talk) (?:me |us )?(?:it|that|them|the (?:list|table|whole thing|lot)|everything|what is on (?:it|there)|my list|our list)?(?: (?:through|over))? ?(?:to me|back|out|aloud|back to me|out to me|out loud|through the list|through it|over the list|it all)(?: please| again| so far| once more)*$',
  ),
];

/** "The ones for Sam", "Sam's jobs". */
const OF =
  '(?:<c\\d+>|ones?|rows?|things?|jobs?|tasks?|chores?|entries|items?|lines?|bits|those|everything|all|people|what|whatever) (?:that |which |who )?(?:is |are |belongs? to |have |has |says? |marked |down |got |left )*(?:(?:for|with|by|of|to|from|in|on|under|against|as|at) )?(?:the )?';
const STUFF = '(?: <c\\d+>| ones?| rows?| things?| stuff| jobs?| tasks?| chores?| items?| lines?| entries| bits)?';

/** Only rows that hold something are wanted. */
const FILTERED: readonly RegExp[] = [
  frame(
    `\\b(?:only|just) (?:at )?(?:the |those |these |see |show |want |me |us |give |what is |whatever is )*(?:${OF})?<\\d+\\.\\d+>${STUFF}(?= please|$| now| for| then)`,
  ),
  frame('\\b(?:show|see|look at|list|filter)(?: me)? (?:it |them |that )?(?:by |for |to |the )*<\\d+\\.\\d+> (?:ones?|rows?) only'),
  frame(
    `\\b(?:show|see|look at|list|display|filter|pull up|bring up|leave|keep)(?: me| us)? (?:only |just |by |for |to |it |them )*(?:the |those |these |all )*(?:${OF})<\\d+\\.\\d+>${STUFF}(?= please|$| now| for| then| only)`,
  ),
  frame(
    `BEGIN(?:filter|narrow)(?: it| them| that| this)?(?: down)? (?:by|for|to|on)(?: only| just)* <\\d+\\.\\d+>${STUFF}(?= please|$| now| for| then| only)`,
  ),
  frame(
    `BEGIN(?:hide|leave out of sight) (?:everything|everyone|all|all of them|the rest)(?: else)? (?:but|except|except for|apart from|other than) (?:the )?(?:${OF})?<\\d+(?:\\.\\d+)?>${STUFF}END`,
  ),
];
/** These are not to be seen; they stay. */
const HIDDEN: readonly RegExp[] = [
  frame(
    `BEGIN(?:hide|cover up) (?:the |those |these |all )*(?:${OF})?(?<which>DETROWS|<\\d+\\.\\d+>)${STUFF}(?= please|$| now| for| then| so| and| because| i | we )`,
  ),
  frame(
    `\\b(?:not|no longer|stop) (?:want to see|need to see|show|showing|see|display|displaying)(?: me| us)? (?:any of |the |those |these |all |any )*(?:${OF})?(?<which>DETROWS|<\\d+\\.\\d+>)${STUFF}(?= please|$| now| for now| any more| anymore| on (?:here|there))`,
  ),
];
const CALLED: readonly RegExp[] = [
  frame(
    'ANYWHERE(?<!\\b(?:own|first|last|pet|maiden|family|brand|middle) )(?:call|name|title|rename) (?:it|this|the (?:list|table|plan|whole thing))(?: to| as)? (?<name>(?!off|out|back|quits|a day)(?:\\S+ ){0,5}?\\S+?)(?: instead| please| now| from now on)*$',
  ),
  frame(
    '\\b(?:could|can|should) (?:it|the (?:list|table)) (?:say|be called|be named|have) (?<name>(?:\\S+ ){0,5}?\\S+?) (?:as|for) (?:the|its|a) (?:title|name|heading)',
  ),
];

/** What is called a name or a title, so that there is no doubt. */
const TITLED: readonly RegExp[] = [
  frame(
    '(?:BEGIN|ANYWHERE)(?:change|set|make) the (?:name|title|heading) (?:of (?:it|this|THERE) )?(?:to|into) (?<name>(?:\\S+ ){0,4}?\\S+?)(?: instead| please| now)*$',
  ),
  frame(
    '\\b(?:the|its|this|that) (?:name|title|heading|list|table)(?: of THERE)? (?:should|ought to|needs to|has to|could|can) (?:be called|be named|really be|be|say|read) (?<name>(?!(?:longer|shorter|sorted|tidied|empty|cleared|in|on|at|off|a bit)\\b)(?:\\S+ ){0,3}?\\S+?)(?: instead| please| now)*$',
  ),
];

/** "My niece eats no meat, I'd like to look at only the vegetarian ones". */
export const readFilter: ScreenReader = (talk) => {
  const fit = talk.canvas !== null && talk.canvas.columns.length > 1 ? firstFit(FILTERED, talk) : null;
  const [, row, column = '0'] = /<(\d+)(?:\.(\d+))?>/.exec(fit === null ? '' : talk.text.slice(fit.from)) ?? [];
  const cell = talk.canvas?.rows[Number(row)]?.cells[Number(column)];
  return cell === undefined ? null : { skill: 'canvas.filter', arguments: { holds: cell } };
};

/** "Hide the ones for Kate", "hide Rome for now". */
export const readHiding: ScreenReader = (talk) => {
  const fit = talk.canvas !== null && talk.canvas.columns.length > 1 ? firstFit(HIDDEN, talk) : null;
  const [, row, column = '0'] = /<(\d+)(?:\.(\d+))?>/.exec(fit?.groups['which'] ?? '') ?? [];
  const cell = talk.canvas?.rows[Number(row)]?.cells[Number(column)];
  return cell === undefined || / (?:and|or) /.test(fit?.groups['which'] ?? '')
    ? null
    : { skill: 'canvas.hide', arguments: { which: cell } };
};

/** "Change the name of the list to picnic". */
export const readTitle: ScreenReader = (talk) => {
  const fit = talk.canvas === null ? null : firstFit(TITLED, talk);
  const name = fit === null ? null : writtenAt(talk, fit, 'name');
  return name === null ? null : { skill: 'canvas.rename', arguments: { name } };
};

/** "The whole table wants a title, call it summer trip". */
export const readNaming: ScreenReader = (talk) => {
  const fit = talk.canvas !== null ? firstFit(CALLED, talk) : null;
  const name = fit === null ? null : writtenAt(talk, fit, 'name');
  return name === null ? null : { skill: 'canvas.rename', arguments: { name } };
};

/** Steps that are asked for one after the other. */
const STEP = /\b(?:undo (?:that|it|the one)|take (?:that|it) back|go back (?:a step|one|another))/g;

/** "Oops, I shouldn't have done that, take that back". */
export const readUndoing: ScreenReader = (talk) => {
  if (talk.canvas === null) return null;
  const steps = talk.text.match(STEP)?.length ?? 0;
  if (steps > 1) return { skill: 'canvas.undo', arguments: { times: steps === 2 ? 'twice' : 'three times' } };
  return firstFit(UNDONE, talk) === null ? null : { skill: 'canvas.undo', arguments: {} };
};

const ADDED_UP = frame(
  '\\b(?:what|how much|how many)\\b.*\\b(?:in total|altogether|all together|in all|all added up|added up|for everybody|for everyone|for all of them|for the lot)\\b',
);
const EMPTIED: readonly RegExp[] = [
  frame(
    'BEGIN(?:clear|empty|wipe|take|get|remove|delete|cross|scrap|strike|bin) (?:everything|all of it|it all|the lot|all of them|them all|every(?: single| last)? (?:thing|item|row|one))(?: that is)? (?:off|from|out of|on|in) (?:it|there|here|THERE)(?: now| please| for me)*(?=$| so | and | we | i | because | since )',
  ),
  frame('\\bnot (?:need|want) (?:any|all) of (?:these|it|them|this|that|those)(?: now| any more| anymore| after all)*$'),
  frame(
    'BEGIN(?:clear|empty|wipe) (?:out )?(?:it|them|the (?:whole |entire )?(?:list|table|thing|lot)|everything|that|all of it|it all|all of them|them all)(?: out| off| clean| down| now| please| for me)*$',
  ),
];

/** "So how many hours is that in total for everybody". */
export const readTotal: ScreenReader = (talk) => {
  if ((talk.canvas?.columns.length ?? 0) < 2 || firstFit([ADDED_UP], talk) === null) return null;
  const column = talk.canvas?.columns[Number(/<c(\d+)>/.exec(talk.text)?.[1])]?.name;
  return { skill: 'canvas.total', arguments: column === undefined ? {} : { column } };
};

/** "The trip's off, I don't need any of these now": it can be taken back. */
export const readEmptying: ScreenReader = (talk) =>
  (talk.canvas?.rows.length ?? 0) > 0 && firstFit(EMPTIED, talk) !== null ? { skill: 'canvas.clear', arguments: {} } : null;

/** "I'm at the store now, so what have we got written down". */
export const readTelling: ScreenReader = (talk) =>
  talk.canvas !== null && firstFit(TOLD, talk) !== null ? { skill: 'canvas.read', arguments: {} } : null;
