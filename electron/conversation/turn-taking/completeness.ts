/**
 * What the words so far say about more to come.
 * `asked`: a whole question with its question word: hardly anybody goes on after one. `complete`: another sentence that may end here. `unsure`: nothing speaks for or against it. `open`: it stops in the middle of a
 * phrase ("and then the"). `dictating`: letters or digits, one by one. `holding`: the speaker asked for time ("hold on").
 */
export type Completeness = 'asked' | 'complete' | 'unsure' | 'open' | 'dictating' | 'holding';

/** Words no English turn ends with: whoever stops here is still thinking. */
const NEVER_LAST = new Set(
  (
    'a an the my your his its our their this that these those and or but because so if when while than as of to for from with ' +
    'without at in on by about into over under between is are was were am be been being has have had do does did will would ' +
    'could should can may might must i you he she we they who which what whose please um uh uhm er erm hmm like let lets ' +
    "i'm i'd i'll i've he's she's we're they're it's that's there's what's who's where's let's plus minus times until since " +
    'also then every each another some any per versus via called named spelled'
  ).split(' '),
);

/** Words in that list that do end questions with a question word: "what is that", "who should I talk to". */
const MAY_END_A_QUESTION = new Set(
  'this that these those you i he she we they it am is are was were do does did can will about in on of to for from with please then like called spelled'.split(
    ' ',
  ),
);
const QUESTION_WORD = /^(?:(?:and|so|but|ok|okay|well|hey|please|yes|no|hello) )*(?:who|what|where|when|why|which|whose|how)\b/;
/** "Are you there" ends with no such word, "can you tell me about this" does. */
const MAY_END_ANYTHING = new Set('this that these those'.split(' '));
/** "Thank you", "I was thinking about you", "yes, please": whole, though others that end like this are not. */
const WHOLE_ENDING =
  /(?:\b(?:thank|thanks|of|about|with|for|to|than|love|like|see|hear|help|miss|by|from|are|bless) you|(?<!\b(?:you|can|could|would|will)) please)$/;

/** Whole answers that end with a word no sentence ends with. */
const WHOLE_ANSWER =
  /^(?:(?:yes|no|oh|ok|okay|well),? )?(?:(?:i|you|we|they) (?:do|did|have|am|are|will|can|would|could)|that|this|those|these|some|i like that|so do i|please do|not (?:that|this|him|her))$/;

const ASKS_FOR_TIME =
  /\b(hold on|wait( a (second|moment|minute))?|let me (think|see|check|look)|(just )?(one|a) (second|sec|moment|minute)|hang on|give me a (second|moment|minute))$/;

/** Verbs that need what they are done to. "Tell me" is a beginning, "stop" is not. */
const NEEDS_MORE =
  /(?:^|\b(?:and|then|please|to|can you|could you|would you|will you|i want to|i need to|i'd like to|i would like to) )(?:set|add|put|remind|tell|show|give|send|book|order|change|make|rename|convert|translate|calculate|find|remember|forget|bring|buy|take|move|turn|switch|invite|schedule|create|write|spell)(?: (?:me|us|him|her|it|them))?$/;
const WANTS_MORE =
  /\b(?:i(?: would|'d)? (?:really )?(?:like|love|want|need|prefer)|i(?:'m| am) (?:looking|going|trying|thinking|calling|asking)|do you (?:know|think|remember|have)|i (?:was|am|'m) (?:wondering|thinking))$/;
/** A question that has not come to what is asked. */
const ASKS_MORE =
  /^(?:(?:and|so|but|ok|okay|well|please) )*(?:how (?:do|would|can) (?:you|i|we) (?:say|write|spell|pronounce|call)|what (?:is|are|was) the|what i (?:mean|want|need)|is there (?:a|any) way)$/;
/** "Set a timer for ten": ten what? */
const NEEDS_UNIT = /\btimer (?:for|of) (?:about )?(?:an? )?[\p{L}\d-]+$/u;

const NUMBER_WORD = /^(?:\d+|zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)$/;
/** What is dictated digit by digit. */
const DIGITS_FOLLOW = /\b(?:number|phone|code|pin|zip|postcode|account|card|serial|dial|call|digits|password|extension|address)\b/;
/** One digit is enough: "the code is four". */
const DIGITS_ARE = /\b(?:number|code|pin|zip|postcode|account|serial|password|extension|address) is\b/;
/** A whole telephone number; shorter ones are most likely under way. */
const WHOLE_NUMBER_DIGITS = 7;

/**
 * Judges the words recognised so far: does a turn end here? Grammar only, no model. Recognisers end every fragment with a
 * full stop, so a stop alone proves little.
 */
export function completenessOf(text: string): Completeness {
  const trimmed = text.trim();
  const words =
    trimmed
      .toLowerCase()
      .replace(/[’]/g, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  const last = words.at(-1);
  if (last === undefined) return 'unsure';
  const said = words.join(' ');
  if (ASKS_FOR_TIME.test(said)) return 'holding';
  if (spellingOut(words) || dictatingDigits(words, said)) return 'dictating';
  if (/([:;…-]|\.\.\.)$/.test(trimmed)) return 'open';
  if (WHOLE_ANSWER.test(said)) return 'complete';
  if (breaksOff(words, last, /\?$/.test(trimmed))) return 'open';
  if (/\?$/.test(trimmed) && QUESTION_WORD.test(said)) return 'asked';
  return /[.?!]$/.test(trimmed) ? 'complete' : 'unsure';
}

/** No sentence ends like this. */
function breaksOff(words: readonly string[], last: string, asked: boolean): boolean {
  const said = words.join(' ');
  if (NEEDS_MORE.test(said) || ASKS_MORE.test(said) || (!asked && WANTS_MORE.test(said))) return true;
  if (NEEDS_UNIT.test(said) && !/(?:second|minute|hour|day)s?$/.test(last)) return true;
  if (!NEVER_LAST.has(last) || WHOLE_ENDING.test(said)) return false;
  if (words.length > 2 && MAY_END_ANYTHING.has(last)) return !asked;
  return !(asked && words.length > 2 && QUESTION_WORD.test(said) && MAY_END_A_QUESTION.has(last));
}

/** "S A O I": letters are being dictated one by one; more may come. "A" and "I" alone are words. */
function spellingOut(words: readonly string[]): boolean {
  const letters = words.slice(-2).filter((word) => /^\p{L}$/u.test(word));
  return letters.length === 2 && letters.some((letter) => letter !== 'a' && letter !== 'i');
}

/** "My number is five five five": a number that is said digit by digit and is too short to be whole. */
function dictatingDigits(words: readonly string[], said: string): boolean {
  let digits = 0;
  for (const word of words.toReversed()) {
    if (!NUMBER_WORD.test(word)) break;
    digits += /^\d+$/.test(word) ? word.length : 1;
  }
  return digits > (DIGITS_ARE.test(said) ? 0 : 1) && digits < WHOLE_NUMBER_DIGITS && DIGITS_FOLLOW.test(said);
}
