import { singular, TIMES } from './quantity.ts';

/** What a word problem asks for. Several may be asked for at once ("what do I owe altogether"). */
export interface WordQuestion {
  /** "How many *cookies*": what the answer counts; null where that was not said. */
  readonly of: string | null;
  /** "How much", "what do I owe": the answer is no number of things. */
  readonly isMoney: boolean;
  /** "At each *table*"; `each` where nothing was named. */
  readonly each: string | null;
  /** "Is that a *week*". */
  readonly time: string | null;
  readonly asks: ReadonlySet<Asked>;
}

export type Asked = 'each' | 'left' | 'now' | 'change' | 'total' | 'price' | 'tip' | 'saving' | 'result';

/** Words of a question that leave it what it is. Any other word may make it another question, and then nothing is answered. */
const KNOWN = new Set(
  `a actually after all altogether am an and apiece are at be being between bill by can change come comes cost costs could did do does
   each earn earning everybody everyone every exactly far for from get gets getting go going got had has have he head her him how i if in into is it just left leftover
   made make makes many me money more much must my need needs new now of off on one our out over owe owes paid pay paying per person piece please price
   really remain remaining sale save saved saving shall she should so spend spending spent split still sum that the them then there they this to together tip tips
   total total up us vat was we were what will with would work actual amount back charged final share end ones people us tell give
   brought takes take holds hold fits fit
   still here there coming going whole free empty available spare working standing unsold unread alive share part cut portion leave put add give tip bill meal dinner lunch food
   everybody's everyone's left fit back once again
   hour day night week month year hours days weeks months years`.split(/\s+/),
);
const PATTERNS: readonly (readonly [asked: Asked, sign: RegExp])[] = [
  [
    'each',
    /\b(?:each|apiece|everyone|everybody|every one|per person|(?:a|per) head|(?:my|our|your|her|his|everybody's|everyone's) (?:share|part|cut|portion))\b/,
  ],
  [
    'left',
    /\b(?:left|leftover|remaining|remain|still|are (?:free|empty|available|spare|whole|coming|going|working|unsold|unread|in$)|(?:miles|pages|days|weeks) to go|more (?:do|does|should|will|must|to)|more \w+ (?:do|does|should|will)|(?:have|has) (?:i|we|they|he|she) (?:still )?got now)\b/,
  ],
  ['now', /\bhow (?:many|much)\b.*(?:\bnow$|\bdo (?:i|we) have$|\bare we$|\bare there$)/],
  ['change', /\bchange\b|\b(?:get|getting|given|due|owed) back\b/],
  ['total', /\b(?:altogether|all together|in total|(?:the|my|our) (?:final |new )?total|in all|together|the sum)\b/],
  [
    'price',
    /\b(?:pay|paying|cost|costs|price|owe|owes|spend|spending|spent|charged|come to|comes to|be on|with (?:the|a) (?:vat|tip)|the bill)\b/,
  ],
  ['tip', /\btip\b/],
  ['saving', /\b(?:save|saving|saved)\b/],
  [
    'result',
    /\b(?:(?:is|will|would|are|does|do) (?:that|it|this|they|those)\b|how (?:much|many) (?:\w+ )?(?:of )?(?:is|are|do|does|did|will|would|can|have|has|should|fit|from)\b|how far\b|how (?:much|many)(?: \w+)?(?: (?:a|per|each|every|in a) (?:day|week|month|year))?$|what (?:do|does|will|would|did) (?:i|we|she|he|they|it|that|each)\b)/,
  ],
];
/** "What do I do", "what would that be like", "what have I got": asked for no number. */
const NO_NUMBER =
  /\b(?:do|did) (?:i|we|they) do\b|\bwhat (?:is|was) (?:it|that|this) for\b|\bhow (?:is|are|was|did|do|does|can|come) (?!many|much)/;

/**
 * Reads the words of a question, numbers and what they count left out. Null unless each of its words is known: it may hold
 * what the statement named, since that is what it is about.
 */
export function readQuestion(words: readonly string[], told: readonly string[]): WordQuestion | null {
  const text = words.join(' ');
  if (words.length === 0 || NO_NUMBER.test(text)) return null;
  const of = /^(?:.* )?how many (?:more )?([\p{L}'-]+)/u.exec(text)?.[1] ?? null;
  const each = /\b(?:each|every|per) (?:one of us|one of them|of us|of them|one|([\p{L}'-]+))/u.exec(text)?.[1] ?? 'each';
  const named = of === null || KNOWN.has(of) ? null : singular(of);
  const known = (word: string) => KNOWN.has(word) || singular(word) === named || told.some((other) => isSame(word, other));
  if (!words.every(known)) return null;
  const asks = new Set(PATTERNS.flatMap(([asked, sign]) => (sign.test(text) ? [asked] : [])));
  return {
    of:
      named ??
      (/\bhow many (?:more )?people\b/.test(text)
        ? 'person'
        : (/\bhow many (?:more )?(hour|day|week|month|year)s\b/.exec(text)?.[1] ?? null)),
    isMoney: asks.has('change') || asks.has('price') || asks.has('tip') || asks.has('saving'),
    each: asks.has('each') ? (KNOWN.has(each) ? 'each' : singular(each)) : null,
    time: timeOf(text),
    asks,
  };
}

function timeOf(text: string): string | null {
  const [, unit = ''] =
    /\b(?:a|an|every|each|per|one|the) (\p{L}+)\b(?! (?:is|are))/u.exec(
      text.replace(/\b(?:the|a) (?!hour|day|night|week|month|year)\p{L}+/gu, ''),
    ) ?? [];
  return TIMES.has(unit) ? unit : null;
}

/** "Walk" in "walked", "tickets" in "ticket". */
function isSame(word: string, other: string): boolean {
  if (singular(word) === singular(other)) return true;
  const shorter = Math.min(word.length, other.length);
  return shorter >= 4 && word.slice(0, shorter) === other.slice(0, shorter) && Math.abs(word.length - other.length) <= 3;
}
