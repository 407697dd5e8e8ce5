import { type Fit, firstFit, frame, namesOfRows, rowsBefore, type ScreenReader, type ScreenRequest } from './frame.ts';
import type { ScreenTalk } from './screen-talk.ts';

/** What has been done says so at the end, or the reason for it follows. */
const ENDS =
  '(?=(?: (?:now|already|too|as well|please|thanks|thank you|for me|today|at last|off|then|would you|will you|can you))*(?:$| so | and ))';
/** A request may also be followed by why. */
const OR_WHY = ENDS.replace('$|', '$| i | we | he | she | it | they | because | since | as |');
const COMPLETE = '(?:done|finished|complete|completed|sorted|dealt with|taken care of|out of the way|over with)';
const LATELY = '(?:all |now |already |finally |just |both |also )*';

/** Asked for by what everybody says for it; nothing else is ticked. */
const TICKED: readonly RegExp[] = [
  frame(`BEGIN(?:tick|check) (?:off )?DETROWS off${OR_WHY}`),
  frame(`BEGIN(?:tick|check) off DETROWS${OR_WHY}`),
  frame(`BEGIN(?:tick|mark) DETROWS(?: off)?(?: both| all)?(?: off)?(?: as)?(?: ${COMPLETE}| bought| packed)?${OR_WHY}`),
  frame('\\bROWS (?:can|could|should) (?:now |also |all |both )*be (?:ticked|checked)(?: off)?'),
];
const TICKED_POINTING: readonly RegExp[] = [
  frame(`ANYWHERE(?:tick|check|mark) POINTING off${OR_WHY}`),
  frame(`ANYWHERE(?:tick off|check off) POINTING${OR_WHY}`),
  frame(`ANYWHERE(?:cross|strike) POINTING (?:off|out) as (?:${COMPLETE}|bought|packed)`),
  frame(`ANYWHERE(?:mark|tick) POINTING(?: off)? (?:as )?(?:${COMPLETE}|bought|packed)`),
  frame(`ANYWHERE(?:tick) POINTING${OR_WHY}`),
  frame("\\b(?:that one|that|it|those|they|both)(?: is| are|'s) (?:can |should )?(?:be )?ticked(?: off)?"),
];
const ALL = '(?:everything|all of (?:it|them)|it all|them all|the lot|the whole list|all)';
const ALL_TICKED = frame(`BEGIN(?:tick|check|mark)(?: off)? ${ALL}(?: off)?(?: as)?(?: ${COMPLETE})?(?: on THERE)?${OR_WHY}`);
const ALL_BUT = frame(
  `BEGIN(?:tick|check|mark)(?: off)? ${ALL}(?: else)?(?: off)? (?:but|except|except for|apart from|other than) DETROWS(?: off)?(?: as)?(?: ${COMPLETE})?${OR_WHY}`,
);
const UNTICKED: readonly RegExp[] = [
  frame('BEGIN(?:untick|uncheck|unmark) DETROWS'),
  frame('BEGIN(?:take|remove|get|clear) (?:the|that) (?:tick|check|check mark|mark) (?:off|away from|from) DETROWS'),
  frame(`BEGIN(?:mark|set|put) DETROWS (?:back )?(?:as |to )?(?:not ${COMPLETE}|undone|unfinished|open|to do)`),
];
const UNTICKED_POINTING: readonly RegExp[] = [
  frame('ANYWHERE(?:untick|uncheck|unmark) POINTING'),
  frame(
    'ANYWHERE(?:take|remove|get|clear) (?:the|that|its) (?:tick|check|check mark|mark) (?:off|away|out|from)(?: (?:of )?(?:POINTING))?',
  ),
];

/** On a list of things to do it is enough to say that they are done. */
const SAID_DONE: readonly RegExp[] = [
  frame(`\\bROWS (?:is |are |has |have |been |got |was |were )*${LATELY}(?<past>\\w+(?: out| up| off| with| away)?)${ENDS}`),
  frame(
    `\\b(?:i|we) (?:have )?(?:just |finally |already |now |also |managed to )*(?<past>\\w+)(?: up| off| out| back| with| away)? DETROWS(?= (?:so|and)\\b|(?: (?:now|already|too|as well|at last|today|this morning|just now))*$)`,
  ),
];
const SAID_DONE_POINTING = frame(
  `\\b(?:that one|this one|it|that|those|they|both)(?: is| are|'s) ${LATELY}${COMPLETE}(?: now| thanks| too| as well)*$`,
);
const SAID_OPEN: readonly RegExp[] = [
  frame(`\\bROWS (?:is|are) not (?:really |actually |quite |yet )*${COMPLETE}(?: yet| after all| now)*$`),
  frame('\\b(?:i|we) (?:have|did) not (?:really |actually |quite |yet )*\\w+(?: up| off| out)? DETROWS (?:yet|after all)$'),
];
const COMPLETED = new RegExp(`^${COMPLETE}$`);

const TASKS = /\b(?:to.?dos?|chores?|tasks?|jobs?|errands?|housework|check ?list|packing|things)\b/i;
/** Pasts that do not begin like the word they belong to; both kinds. */
const PASTS: Readonly<Record<string, string>> = {
  ...{ buy: 'bought', pay: 'paid', feed: 'fed', send: 'sent', write: 'wrote written', take: 'took taken', make: 'made', do: 'did done' },
  ...{ get: 'got', find: 'found', ring: 'rang rung', give: 'gave given', bring: 'brought', tell: 'told', sell: 'sold', sweep: 'swept' },
  ...{ return: 'returned', read: 'read', put: 'put', speak: 'spoke spoken', see: 'saw seen', go: 'went gone', meet: 'met', hang: 'hung' },
};

/** "I've called the bank, so you can tick that off", and on a list of things to do also "the vet's booked now". */
export const readTicking: ScreenReader = (talk) => {
  if (talk.canvas === null || talk.canvas.kind === 'order' || talk.canvas.rows.length === 0) return null;
  return (
    clearing(talk) ??
    ticksAll(talk) ??
    told(talk, 'canvas.untick', UNTICKED, UNTICKED_POINTING) ??
    untickedLast(talk) ??
    told(talk, 'canvas.tick', TICKED, TICKED_POINTING) ??
    saidDone(talk)
  );
};

const CLEARED = frame(
  `BEGIN(?:clear|remove|delete|drop|take|throw|get rid of|wipe|bin|lose)(?: off| out| away)? (?:all )?(?:of )?(?:the |those |everything |what |what is |all that is |that is |whatever is )+(?:already )?(?:${COMPLETE}|ticked|checked)(?: off)?(?: ones| items| things| rows| tasks| jobs)?(?: off| out| away)?${ENDS}`,
);

function clearing(talk: ScreenTalk): ScreenRequest | null {
  return firstFit([CLEARED], talk) === null ? null : { skill: 'canvas.clear-done', arguments: {} };
}

function ticksAll(talk: ScreenTalk): ScreenRequest | null {
  const kept = firstFit([ALL_BUT], talk)?.groups['rows'];
  if (kept !== undefined) return { skill: 'canvas.tick', arguments: { which: `everything but ${namesOfRows(talk, kept)}` } };
  return firstFit([ALL_TICKED], talk) === null ? null : { skill: 'canvas.tick', arguments: {} };
}

function told(talk: ScreenTalk, skill: string, named: readonly RegExp[], pointing: readonly RegExp[]): ScreenRequest | null {
  const fit = firstFit(named, talk);
  const marks = fit?.groups['rows'] ?? pointedRows(talk, firstFit(pointing, talk));
  return marks === null ? null : { skill, arguments: { which: namesOfRows(talk, marks) } };
}

/** No row was named: what was ticked last is meant. */
function untickedLast(talk: ScreenTalk): ScreenRequest | null {
  return firstFit(UNTICKED_POINTING, talk) === null ? null : { skill: 'canvas.untick', arguments: {} };
}

function pointedRows(talk: ScreenTalk, fit: Fit | null): string | null {
  if (fit === null) return null;
  return rowsBefore(talk, fit.from + 1, /\b(?:them|those|these|both|they|two)\b/.test(talk.text.slice(fit.from)));
}

function saidDone(talk: ScreenTalk): ScreenRequest | null {
  if (!isOfTasks(talk)) return null;
  const open = firstFit(SAID_OPEN, talk)?.groups['rows'];
  if (open !== undefined) return rowsOf(talk, open).every(({ done }) => done === true) ? request(talk, 'canvas.untick', open) : null;
  const pointed = pointedRows(talk, firstFit([SAID_DONE_POINTING], talk));
  if (pointed !== null) return request(talk, 'canvas.tick', pointed);
  for (const pattern of SAID_DONE) {
    const fit = firstFit([pattern], talk);
    const marks = fit?.groups['rows'];
    if (marks !== undefined && rowsOf(talk, marks).every(({ cells }) => isPastOf(fit?.groups['past'] ?? '', cells[0] ?? '')))
      return request(talk, 'canvas.tick', marks);
  }
  return null;
}

function request(talk: ScreenTalk, skill: string, marks: string): ScreenRequest {
  return { skill, arguments: { which: namesOfRows(talk, marks) } };
}

function isOfTasks({ canvas }: ScreenTalk): boolean {
  return TASKS.test(canvas?.name ?? '') || (canvas?.columns.length !== 1 && TASKS.test(canvas?.columns[0]?.name ?? ''));
}

function rowsOf({ canvas }: ScreenTalk, marks: string) {
  return [...marks.matchAll(/<(\d+)>/g)].flatMap(([, row]) => canvas?.rows[Number(row)] ?? []);
}

/** "Booked" of "Book the vet", "done" of anything: "I have crashed the car" does not clean it. */
function isPastOf(said: string, cell: string): boolean {
  if (COMPLETED.test(said)) return true;
  const [verb = ''] = cell.toLowerCase().split(/\s+/);
  const [past = ''] = said.split(' ');
  const regular = verb.length > 2 && past.startsWith(verb.replace(/[ey]$/, '')) && past.endsWith('ed');
  return regular || (Object.hasOwn(PASTS, verb) && PASTS[verb]?.split(' ').includes(past) === true);
}
