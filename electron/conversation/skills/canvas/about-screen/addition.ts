import { added, cleaned } from './added-things.ts';
import { firstFit, frame, type ScreenReader, type ScreenRequest, writtenAt } from './frame.ts';
import { rowSpokenOf } from './row-addition.ts';
import type { ScreenTalk } from './screen-talk.ts';

const PUT = '(?:put|stick|pop|chuck|throw|bung|whack|slap|shove|jot|note|write|pencil|get|squeeze|fit|sling|toss|drop|enter)';
/** What is added: no clause of its own. */
const THINGS =
  '(?<things>(?!(?:it|that|them|those|this|these|him|her|in|on|one|up|to)\\b)(?:(?!(?:i|he|she|we|they|you|is|are|was|were|has|had|because|if|what|who|when)\\b)\\S+ ){0,11}?\\S+?)';
/** What is put on by hand, and on no list. */
const SWITCHED_ON =
  '(?:(?:the|my|some|a|your|his|her|our) )*(?:kettle|telly|tv|television|radio|music|lights?|lamp|heating|oven|coats?|jackets?|jumper|shoes|boots|hat|gloves|glasses|film|movie|song|record|show|weight|washing|dishwasher|dinner|tea|supper|make-?up|lipstick|brave|act|spurt|brakes?)\\b';
const ALONG = '(?: (?:as well|too|also|please|for me|down|quickly))*';

/** What is added is named in the request. */
const NAMED: readonly RegExp[] = [
  frame(`BEGIN(?:also )?(?:add|include) ${THINGS}${ALONG} (?:to|on|onto|in|into|at the (?:end|bottom|top) of) THERE`),
  frame(`BEGIN(?:also )?${PUT} (?:down )?${THINGS}${ALONG} (?:down )?(?:on|onto|to|in|into) (?:to )?THERE`),
  frame(`BEGIN(?:also )?(?:add|include) (?:in )?${THINGS}(?: as well| too| also)?END`),
  frame(`\\b(?:to|and) (?:also )?(?:add|include) (?:in )?${THINGS}(?: as well| too| also)?END`),
  frame(
    `\\b(?:i|we) (?:will |would |should |better )?(?:also|still) (?:need|want|have to get|have to buy|must get|have to|need to|must|should|ought to|had better|got to) (?:to )?(?:get |buy |pick up )?${THINGS}END`,
  ),
  frame(
    `\\b(?:i|we) (?:will |would |could )?(?:need|want|be needing|be wanting|have to get|have to buy|must get|must buy|should get|could do with|could use) (?:some |more |a |an |to get |to buy )*${THINGS} (?:as well|too|also|on there|on it|on THERE)\\b`,
  ),
  frame(
    `\\b(?:we|i) (?:are|am|have|will be) (?:also |just |nearly |almost |all |totally |completely |right |clean )*(?:run |running |going to run )?(?:out of|low on|short of|short on) ${THINGS}END`,
  ),
  frame(
    `\\b(?:we|i) (?:have |just |nearly |almost |also |completely |totally )*(?:forgot|forgotten|left out) (?:the |to add |to put |to write |about the )${THINGS}(?: on THERE)?END`,
  ),
  frame(
    `\\b${THINGS} (?:needs?|has|have|ought|should|must|belongs?|goes|go)(?: to)?(?: also)?(?: be| go)? (?:on|in) (?:the|that|my|our)(?: \\w+)? (?:list|table)\\b`,
  ),
  frame(`\\bcount ${THINGS} in\\b`),
  frame(`\\bnot let (?:me|us) (?:leave|go|forget)(?: without| about)? ${THINGS}END`),
  frame(`\\b(?:i|we) will (?:also )?be needing ${THINGS}END`),
  frame(`BEGIN${PUT} ${THINGS} (?:in|on|down) (?:at the end|at the bottom|somewhere|underneath|below)`),
  frame(`BEGIN${PUT} (?!${SWITCHED_ON})${THINGS} (?:on|down)(?= for me| please| then| too| as well|$)`),
  frame(`\\b(?:better|should|must|might|could) (?:also |just )?(?:take|bring|pack|get|buy|grab) ${THINGS} (?:too|as well|also)\\b`),
  frame(`BEGIN(?:take|bring|pack|get|buy|grab) ${THINGS} (?:too|as well|also)\\b`),
  frame(`\\b(?:a )?new (?:row|line|entry)(?: for| with| please)? ${THINGS}END`),
];

/** Another list than the one that is shown. */
const ELSEWHERE: readonly RegExp[] = [
  frame(
    `\\b(?:on|to|in|onto) (?:the|my|our) (?<list>(?:[\\w-]+ ){1,3}?(?:list|table|plan)) (?:and )?(?:please )?(?:then )?(?:add|put|write|include|stick|pop) ${THINGS}(?: (?:on )?there)?END`,
  ),
  frame(
    `\\b${THINGS} (?:goes?|belongs?|should go|needs to go|has to go) (?:on|in|to) (?:the|my|our) (?<list>(?:[\\w-]+ ){1,3}?(?:list|table|plan|one))END`,
  ),
  frame(
    `\\bfor (?:the|my|our) (?<list>(?:[\\w-]+ ){1,3}?(?:list|table|plan))\\b.*\\b(?:thought of|remembered|need|want|found|could do with) ${THINGS}END`,
  ),
];

/** What is added was named before. */
const POINTED: readonly RegExp[] = [
  frame(`ANYWHERE(?:also )?${PUT} (?:POINTING|one)(?: (?:down|as well|too|also))* (?:on|onto|to|in|into|down|as well|too|also)(?: THERE)?`),
  frame(`ANYWHERE(?:also )?(?:add|include) (?:POINTING|one|some)\\b(?! (?:up|together))`),
  frame(
    'ANYWHERE(?:also )?(?:add|get|put|stick) (?:some |a few |a bit |a couple )*(?:more|another|extra)(?: (?:of (?:it|them|those|that)|on|down|in))*$',
  ),
  frame('\\b(?:that|it|those|they|this) (?:needs?|has|have|ought|should|must) to go (?:on|down)(?: there| THERE| too| as well)*$'),
  frame(
    '\\b(?:he|she|they|it|that|those) (?:needs?|has|have|ought|should|must|belongs?)(?: to)?(?: also)?(?: be| go)? (?:on|in) (?:(?:the|that|my|our)(?: \\w+)? (?:list|table)|here|there)',
  ),
  frame('\\bcount (?:him|her|them|it) in\\b'),
  frame(
    '\\b(?:can|could|should|may|shall|might) (?:that|it|those|they|this|he|she|that one|them) (?:also |please |maybe |just )*(?:go|be added|be put|come|get added|be written)(?: down)?(?: on| in| onto| down| to| underneath)?(?: there| here| it| THERE)?(?: too| as well| also| please)*(?=$| so | and | because )',
  ),
];

/** What is spoken of before "stick that on, too". */
const SPOKEN_OF: readonly RegExp[] = [
  frame(
    `(?:^|\\b(?:the|our|my|and|but|oh|because) )${THINGS}(?:'s| is| are| has| have) (?:all |nearly |almost |just |now )*(?:run out|ran out|finished|all gone|gone|used up|empty|running low|running out|getting low)(?= (?:so|and|now|again|can|could|please)\\b|$)`,
  ),
  frame(`\\b(?:out of|low on|short of|short on) (?:the |our |my )?${THINGS}(?= (?:so|and|now|again|already|then|can|could|please)\\b|$)`),
  frame(
    `\\b(?:there is|there are|we have|i have|we have got|have got) (?:no|hardly any|not any|not much|barely any) (?:more )?${THINGS}(?: left)?(?= (?:so|and|now|left|in|can|could|please)\\b|$)`,
  ),
  frame(
    `\\b(?:finished|used up|used|drank|drunk|ate|eaten|emptied|broke|broken|binned|forgot|forgotten|had) (?:off |about )?(?:the |all the |all of the |the last of the |the last |my |our |last bit of |up the )*${THINGS}(?= (?:so|and|now|yesterday|this|last|can|could|please|for)\\b|$)`,
  ),
  frame(
    `\\b(?:need|needs|want|wants|would like|fancy|fancies|asked for|likes|love|loves|could do with|could use|require|invited|inviting) (?:also |some |more |a |an |the |another |new |a few |a couple of |to get |to buy )*${THINGS}(?= (?:so|and|now|again|for|can|could|please|too|as well|from|with)\\b|$)`,
  ),
  frame(
    `\\b(?:have to|need to|must|should|ought to|got to|supposed to|going to|asked me to|wants me to|told me to|me to) ${THINGS}(?= (?:so|can|could|please|before|by|today|tomorrow|this|on)\\b|$)`,
  ),
  frame(
    `\\b(?:about|recommended|recommends|mentioned|suggested|suggests|called|named) ${THINGS}(?= (?:so|and|can|could|please|again|too)\\b|$)`,
  ),
  frame(
    `^(?:oh |ah |and |so |well |actually |right |my |ooh )*${THINGS} (?:just |has |have |also |would |will |did |can |could |really |apparently |might )*(?:texted|called|rang|said|says|is|are|coming|wants?|would like|wants to come|come|make|joining|emailed|phoned|messaged|replied|confirmed|needs?|has|go(?:es)?|works?|be|do|taste|tastes|suit|look|looks|sound|sounds|fit|fits)\\b`,
  ),
];

/** Adds what is named, or what was spoken of before. */
export const readAddition: ScreenReader = (talk) => {
  const { canvas } = talk;
  if (canvas === null || canvas.columns.length === 0 || canvas.kind === 'order') return null;
  return addedElsewhere(talk) ?? addedByName(talk) ?? addedByPointing(talk);
};

function addedElsewhere(talk: ScreenTalk): ScreenRequest | null {
  const fit = firstFit(ELSEWHERE, talk);
  const [list, items] = fit === null ? [null, null] : [writtenAt(talk, fit, 'list'), cleaned(writtenAt(talk, fit, 'things'))];
  return list === null || items === null
    ? null
    : { skill: 'canvas.add', arguments: { items, list: list.replace(/ (?:list|table|plan|one)$/i, '') } };
}

function addedByName(talk: ScreenTalk): ScreenRequest | null {
  const fit = firstFit(NAMED, talk);
  // What is there already is not added again: something else was asked of it.
  if (fit === null || /^(?:(?:the|and|my) |<\d+>(?: |$))+$/.test(fit.groups['things'] ?? '')) return null;
  const things = cleaned(writtenAt(talk, fit, 'things'));
  return things === null ? null : added(things);
}

function addedByPointing(talk: ScreenTalk): ScreenRequest | null {
  const pointed = firstFit(POINTED, talk);
  if (pointed === null) return null;
  const before = { ...talk, text: talk.text.slice(0, pointed.from).trimEnd() };
  const row = rowSpokenOf(before);
  if (row !== null) return added(row);
  for (const pattern of SPOKEN_OF) {
    const fit = firstFit([pattern], before);
    const what = fit === null ? null : cleaned(writtenAt(talk, fit, 'things'));
    if (what !== null) return added(what);
  }
  return null;
}
