import { cleaned } from '../canvas/about-screen/added-things.ts';
import { besideRows, frame, namesOfRows } from '../canvas/about-screen/frame.ts';
import type { ScreenTalk } from '../canvas/about-screen/screen-talk.ts';
import type { MeantArguments } from './meant-arguments.ts';
import { marks } from './mentioned.ts';

/** Where rows go, what is put on, and what may be there, where it is known that this is meant. */

const FIRST = /\b(?:top|front|start|beginning|first|number one|head)\b(?! (?:night|week|year|time|of all))/;
const LAST = /\b(?:bottom|end|last|back of|to the back|foot)\b(?! (?:night|week|year|time|of all))/;
const BETWEEN = /\bbetween (?:the )?<(?<after>\d+)> and (?:the )?<(?<before>\d+)>/;
const BESIDE =
  /\b(?<side>before|above|ahead of|in front of|over|higher than|earlier than|after|below|behind|under|underneath|beneath|following|follow|lower than|later than) (?:the )?<(?<row>\d+)>/;
const FOLLOWS = /^(?:after|below|behind|under|underneath|beneath|following|follow|lower than|later than)$/;

interface Beside {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

export function move(talk: ScreenTalk): MeantArguments | null {
  const { before, after } = besideIn(talk);
  const [row, ...more] = marks(talk).filter((one) => one !== before && one !== after);
  if (row === undefined || more.length > 0) return null;
  const named = namesOfRows(talk, `<${row}>`);
  if (before !== undefined || after !== undefined) return { row: named, to: besideRows(talk, { before, after }) };
  const end = FIRST.test(talk.text) ? 'top' : LAST.test(talk.text) ? 'bottom' : null;
  return end === null ? null : { row: named, to: end };
}

const AT_FIRST = /\b(?:at|to|on|in) (?:the )?(?:very )?(?:top|front|start|beginning|head)\b|\bnumber one\b|\bfirst (?:thing|on|up)\b/;

/** Where something is put: "top", "before Milk"; null where that is not said. */
export function placeBeside(talk: ScreenTalk): string | null {
  const beside = besideIn(talk);
  if (beside.before !== undefined || beside.after !== undefined) return besideRows(talk, beside);
  return AT_FIRST.test(talk.text) ? 'top' : null;
}

function besideIn({ text }: ScreenTalk): Beside {
  const { side, row } = BESIDE.exec(text)?.groups ?? {};
  return BETWEEN.exec(text)?.groups ?? (FOLLOWS.test(side ?? '') ? { after: row } : { before: row });
}

/** The two rows that change places. */
export function swap(talk: ScreenTalk): MeantArguments | null {
  const [row, other, ...more] = marks(talk);
  if (row === undefined || other === undefined || more.length > 0) return null;
  return { row: namesOfRows(talk, `<${row}>`), other: namesOfRows(talk, `<${other}>`) };
}

const THING = '(?:the |any |some |a |an |my |our )*(?<thing>(?:(?!<)\\S+ ){0,2}?(?!<)\\S+?)';
const CHECKED: readonly RegExp[] = [
  frame(`\\b(?:if|whether) ${THING} (?:is|are|was|were) (?:already |still |even )*(?:on|in|down|written)\\b`),
  frame(`\\b(?:is|are|was|were) (?:there )?${THING} (?:on|in|down|there|already|up|listed)\\b`),
  frame(
    `\\b(?:have|did|has|had) (?:i|we|you|anybody|anyone|somebody|he|she) (?:already |ever )?(?:put|add|added|got|get|written|write|include|included|listed|remember|remembered|forget|forgotten)(?: to)?(?: (?:put|add|write|include))?(?: down)? ${THING}(?= (?:on|in|down|yet|already|there|or|to)\\b|$)`,
  ),
  frame(`\\b(?:got|any) ${THING} (?:on|in|down|there|yet)\\b`),
];
const POINTS = /^(?:it|that|this|there|them|anything|everything|something|one|the list|list|on)$/;

/** What may be there already: the row that is mentioned, or what is not there. */
export function check(talk: ScreenTalk): MeantArguments | null {
  const named = namesOfRows(talk, talk.text);
  if (named !== '') return { what: named };
  for (const pattern of CHECKED) {
    const place = pattern.exec(talk.text)?.indices?.groups?.['thing'];
    const what = place === undefined ? '' : talk.written(place[0], place[1]);
    if (what !== '' && !POINTS.test(what.toLowerCase())) return { what };
  }
  return null;
}

const THINGS =
  '(?<things>(?!(?:it|that|them|those|this|these|him|her|in|on|one|up|to|some|more)\\b)(?:(?!<|(?:i|he|she|we|they|you|is|are|was|were|has|had|because|if|what|who|when|so|but)\\b)\\S+ ){0,8}?(?!<)\\S+?)';
const AFTERWARDS =
  '(?: (?:on|in|down|there|here|to it|on it|on this|on here|at the (?:end|bottom)|as well|too|also|please|for me|then|now|THERE))*';
const ADDED: readonly RegExp[] = [
  frame(
    `\\b(?:add|adding|include|put|stick|pop|whack|chuck|bung|get|list|write|jot|note|enter|slip|shove|fit|append|log|sling|record|lash|squeeze|tack|throw|have|like|need|want|forgot|of) (?:also |down |in |on |up )*${THINGS}${AFTERWARDS}(?=$| because | so | since | he | she | they | i | we | it )`,
  ),
  frame(
    `(?:^|\\b(?:so|and|but|then|oh) )(?:the |a |an |some )*${THINGS} (?:should|needs?|need|had better|wants?|want|ought|must|has|have|could|can|may as well|goes?) (?:to )?(?:be |go |get )?(?:put )?(?:on|added|adding|down|in|there|here)\\b`,
  ),
  frame(`(?:^|\\b(?:so|and|then|oh) )(?:the |a |an |some )*${THINGS} (?:too|as well|also)(?: please| then| now)*$`),
  frame(`\\b(?:no|hardly any|not any|barely any) (?:more )?${THINGS}(?: left)?(?=$| so | and | get | put )`),
];

/** What is put on: it is not there yet. */
export function addition(talk: ScreenTalk): MeantArguments | null {
  for (const pattern of ADDED) {
    const place = pattern.exec(talk.text)?.indices?.groups?.['things'];
    const items = place === undefined ? null : cleaned(talk.written(place[0], place[1]));
    if (items !== null && items.split(' ').length <= LONGEST) return { items };
  }
  return null;
}

const LONGEST = 9;
