import { type Asking, askingIn } from '../entity-request.ts';
import type { PhraseScore } from '../phrase-matcher.ts';
import { WITHIN_SCORES } from '../within-scores.ts';
import { spokenWords } from '../words/spoken-words.ts';

const W = '([\\p{L}-]{2,})';

/** No word that anybody would look up or have spelled. */
const NO_WORD =
  /^(?:it|its|that|this|them|the|a|an|my|your|his|her|our|their|me|you|i|we|he|she|they|us|is|am|are|was|were|be|so|very|too|to|of|in|on|for|and|or|but|with|at|by|as|what|which|who|how|when|where|why|something|anything|nothing|everything|somebody|someone|anybody|people|name|names|yes|no|not|well|okay|ok|hello|word|words|there|here|one|up|down|out|off|again|always|never|right|wrong|do|does|did|have|has|had|can|could|would|will|letters?|spelling|saying|meaning|means?|meant|life|love|all|time|music|art)$/u;

function wordAt(text: string, places: readonly RegExp[]): string | null {
  return places.map((where) => where.exec(text)?.[1]).find((word) => word !== undefined && !NO_WORD.test(word)) ?? null;
}

const SPELLING = /\b(?:spell|spells|spelling|spelt|spelled|letters?)\b/;
const SPELLING_ASKED =
  /\b(?:how (?:on earth )?(?:is|are|do|does|would|to|you|it|i)?\b.*\b(?:spelt|spelled|spell|write|written)|spell(?:ing)?\b|(?:give|read|tell|say|let) (?:me |us )?(?:\w+ ){0,2}(?:the |its |all the )?letters|hear (?:them|the letters)|how (?:\w+ )?(?:\p{L}+ )?is (?:spelt|spelled))\b/u;
/** One letter or two, or which of two: "is it one c or two in necessary", "does tomorrow have two m's", "is there an a or an e in separate". */
const LETTERS_OF = [
  new RegExp(
    `\\b(?:is it|is there|are there|does it have|do you (?:need|put|want)|has it got) (?:only |just )?(?:one|two|double|single|an?|\\p{L}) \\p{L}(?:'?s)?(?: or (?:is it )?(?:one|two|double|an?|\\p{L})(?: \\p{L}(?:'?s)?)?)?(?: before \\p{L})?(?: or (?:one|two|an?) ?(?:\\p{L}(?:'?s)?)?)? (?:are there )?in (?:the word )?${W}`,
    'u',
  ),
  new RegExp(
    `\\b(?:how many|which|what) (?:\\p{L}'?s|letters|vowels|consonants) (?:are|is|go|does|do) (?:there |you need )?in(?:to)? (?:the word )?${W}`,
    'u',
  ),
  new RegExp(
    `\\b(?:is|does|has) (?:the word )?${W} (?:have |spelled |spelt |written |got )?(?:with )?(?:one|two|a double|double|an?) \\p{L}(?:'?s)?(?: or (?:one|two|an?|double|single)| in it| at the end|$)`,
    'u',
  ),
  new RegExp(`\\bi before e(?: or \\w+ \\w+ \\w+)? in (?:the word )?${W}`, 'u'),
  new RegExp(`\\b(?:which|what) letters (?:go|are|come|belong) in(?:to)? (?:the word )?${W}`, 'u'),
];
const SPELLED = [
  new RegExp(`\\bhow (?:the word )?${W} is (?:actually |really )?(?:spelt|spelled|written)\\b`, 'u'),
  new RegExp(`\\bhow (?:is|are) (?:the word )?${W} (?:spelt|spelled|written)\\b`, 'u'),
  new RegExp(`\\b(?:the |right |correct )?(?:spelling|letters) (?:of|in|for) (?:the word )?${W}\\b`, 'u'),
  new RegExp(`\\b(?:spell|spelling|write|writing|type|typing) (?:out )?(?:the word )?${W}\\b`, 'u'),
  new RegExp(`\\b(?:the|this|that) (?:word|name) ${W}\\b`, 'u'),
  new RegExp(`\\b(?:double )?(?:\\p{L}|one \\p{L} or two|two \\p{L}s?) in (?:the word )?${W}\\b`, 'u'),
  new RegExp(`\\b(?:correct\\w*|underlin\\w*|autocorrect\\w*|stuck on|muddl\\w+ (?:up )?|confus\\w+ by) (?:the word )?${W}\\b`, 'u'),
];
/** A long word beside a question that points back is the one: hard words are long. */
const LONG = /^[\p{L}-]{8,}$/u;
const NO_LONG_WORD =
  /^(?:something|everything|anything|somebody|everybody|crossword|neighbours?|neighbors?|homework|spelling|spelled|grandson|grandmother|daughter|children|birthday|message|sentence|properly|correctly|actually|honestly|probably|remember|invitation|completely|carefully|\p{L}+ing|\p{L}+ly|christmas|certificate|application)$/u;
const POINTS_BACK =
  /\b(?:spell|spelling|spelt|spelled|hear|write) (?:it|that|them)\b|\bhow (?:is|do you|would you|does one) (?:it|spell|write)\b|\bhow's it\b|\bit (?:spelt|spelled)\b|\bthe letters\b/;
const NOT_SPELLED =
  /\b(?:spelling bee|spell out (?:how|what|why)|cast a spell|dry spell|love letters?|letters? (?:from|to) (?:the|my|a)|spelled trouble|spells? trouble|under (?:a|his|her) spell)\b/;

/** Who cannot do it asks for it. */
const UNABLE = /\b(?:(?:do not|never|can not|can never|could never) (?:\w+ ){0,2}(?:know|remember|spell)|hopeless|stuck)\b/;
const MOST_WORDS = 30;

/** "I'm writing a card to the neighbours and I don't know how congratulations is spelt." */
export function spellingAsked(utterance: string): PhraseScore | null {
  const words = spokenWords(utterance).map((word) => word.text);
  const text = words.join(' ');
  const lettered = words.length <= MOST_WORDS && !/\bspell|\bwrite\b/.test(text) ? wordAt(text, LETTERS_OF) : null;
  if (lettered !== null && lettered.length > 2) return { arguments: { word: lettered }, score: WITHIN_SCORES.asked };
  const asked = askingIn(utterance)?.asked ?? (UNABLE.test(text) && words.length <= MOST_WORDS ? text : '');
  if (!SPELLING.test(text) || NOT_SPELLED.test(text) || !SPELLING_ASKED.test(asked)) return null;
  const long = POINTS_BACK.test(text) ? words.filter((word) => LONG.test(word) && !NO_LONG_WORD.test(word)) : [];
  const word = wordAt(text, SPELLED) ?? long.toSorted((one, other) => other.length - one.length)[0];
  return word === undefined ? null : { arguments: { word }, score: WITHIN_SCORES.asked };
}

/** Where a word stands that somebody said, wrote or read. */
const MENTIONED = [
  new RegExp(`\\b(?:the|this|that) (?:word|term|expression) (?:is |called |was )?${W}\\b`, 'u'),
  new RegExp(
    `\\b(?:says?|said|wrote|writes|reads?|called|calls|mentioned|mentions) (?:it is |it was |i am |i was |he is |she is |me |him |her |it |us |that |the word |something about )?(?:a |an |so |very |rather )?${W} (?=(?:and|but|so|what|which|could|can|would|do|does|i|whatever|please|in|on|to|define|explain|meaning)\\b)`,
    'u',
  ),
  new RegExp(
    `\\b(?:seeing|see|saw|hearing|hear|heard|reading|met|came across|come across|stumbled (?:on|over|across)) (?:the word )?${W} (?=(?:and|but|so|what|in|on|could|can|everywhere|all|again|a lot)\\b)`,
    'u',
  ),
];
const MEANING_OF = [
  new RegExp(`\\bwhat (?:the word )?${W} means\\b`, 'u'),
  new RegExp(`\\b(?:definition|meaning) (?:of|for) (?:the word )?${W}\\b`, 'u'),
  new RegExp(`\\b(?:define|explain) (?:the word )?${W}\\b`, 'u'),
  new RegExp(
    `\\bwhat (?:do|does|did) (?:people |they |you |one |somebody |he |she )?(?:mean|understand) (?:when|if|by) (?:\\w+ (?:say|says|is|are|call|calls|called) )?(?:(?:somebody|someone|something|a person|that|it|he|she) )?(?:is |was |are )?(?:calling |being |called )?(?:a |an )?${W}\\b`,
    'u',
  ),
  new RegExp(`\\bwhat (?:does|is) (?:it mean (?:to be|when (?:somebody|something|someone) is) )${W}\\b`, 'u'),
];
const MEANING_POINTS =
  /\bwhat (?:on earth |in the world |exactly |actually )?(?:does|do|did|is|would|might|could) (?:that|it|this|he|she|they)(?: \w+)? mean\b|\bmean(?:s|t)? by (?:it|that)\b|\b(?:define|explain) (?:it|that|this)(?: word)?\b|\bwhat (?:it|that|this|the word|that word|this word) (?:actually |really |even )?(?:means|meant)\b|\bits meaning\b|\bmeaning what\b|\bwhat is that supposed to mean\b/;

/** Who says that he does not know what a word means asks for it. */
const PUZZLED =
  /\b(?:not (?:sure|certain|know|understand)|no (?:idea|clue)|have not a clue|wonder\w*|never (?:known|understood)|baffled) (?:\w+ )?what (?:it|that|this|the word|that word|this word) (?:actually |really |even )?(?:means|meant)$/;

function puzzledIn(utterance: string): Asking | null {
  const words = spokenWords(utterance);
  const text = words.map((word) => word.text).join(' ');
  return words.length <= MOST_WORDS && PUZZLED.test(text) ? { utterance, words, text, asked: text } : null;
}

/** "Someone at work said candid and I just nodded along, so define it for me." */
export function meaningAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance) ?? puzzledIn(utterance);
  if (asking === null) return null;
  const mentioned = wordAt(asking.text, MENTIONED);
  const isAsked =
    MEANING_POINTS.test(asking.asked) ||
    new RegExp(`\\bwhat (?:is|are) (?:an? |the )?${mentioned ?? 'nothing'}\\b`, 'u').test(asking.asked);
  const word = wordAt(asking.asked, MEANING_OF) ?? (isAsked ? mentioned : null);
  return word === null ? null : { arguments: { word }, score: WITHIN_SCORES.asked };
}

const BETTER =
  '(?:other|another|different|better|nicer|fancier|stronger|simpler|posher|softer|cleverer|kinder|shorter|longer|posh|fancy|polite|formal|proper|clever|old fashioned|stronger|milder)';
const SYNONYM_OF = [
  new RegExp(
    `\\b${BETTER} (?:words?|terms?|expressions?|way)(?: \\w+)? (?:for|to say|of saying|than|instead of|to) (?:the word )?${W}\\b`,
    'u',
  ),
  new RegExp(`\\bsynonyms? (?:for|of|to) (?:the word )?${W}\\b`, 'u'),
  new RegExp(`\\b(?:say|put|write|use|have) (?:\\w+ )?(?:instead of|rather than|in place of) (?:the word )?${W}\\b`, 'u'),
];
const SYNONYM_POINTS = new RegExp(
  `\\bwhat else (?:could|can|might) (?:i|we) (?:say|put|write)\\b|\\b${BETTER} (?:words?|one|terms?|expressions?)\\b|\\bsynonyms?\\b|\\bwhat else (?:can|could|might|should) (?:i|we|one) (?:say|use|write|put)\\b|\\b(?:something|anything) (?:better|else|nicer|different) to (?:say|use|write|put)\\b`,
);
const OVERUSED = [
  new RegExp(
    `\\b(?:use|used|using|say|said|saying|write|wrote|written|writing|put|repeat\\w*|typed) (?:the word )?${W} (?:far |way |much )?(?:already|twice|three times|in this|for the \\w+ time|too (?:often|much|many times)|so (?:often|much|many times)|all the time|everywhere|over and over|in every|again and again|\\w+ times)\\b`,
    'u',
  ),
  new RegExp(`\\b(?:the|this|that) word ${W}\\b`, 'u'),
  new RegExp(
    `\\b${W} (?:is|sounds|feels|seems) (?:\\w+ ){0,3}(?:word|dull|boring|plain|weak|bland|overused|flat|strong|repetitive)\\b`,
    'u',
  ),
];

/** "I use nice far too often, is there a better word." */
export function synonymAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  if (asking === null) return null;
  const word = wordAt(asking.asked, SYNONYM_OF) ?? (SYNONYM_POINTS.test(asking.asked) ? wordAt(asking.text, OVERUSED) : null);
  return word === null ? null : { arguments: { word }, score: WITHIN_SCORES.asked };
}

const OPPOSITE_OF = [new RegExp(`\\b(?:opposite|antonym|contrary) (?:of|to|for) (?:the word )?${W}\\b`, 'u')];

/** "For the puzzle I need the opposite of brave." */
export function oppositeAsked(utterance: string): PhraseScore | null {
  const word = wordAt(askingIn(utterance)?.asked ?? '', OPPOSITE_OF);
  return word === null ? null : { arguments: { word }, score: WITHIN_SCORES.asked };
}
