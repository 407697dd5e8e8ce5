import type { MeantRequest } from '../../../../models/speech-to-speech/realtime-model.ts';
import { quantitiesIn } from '../word-problems/quantities.ts';
import { isOfEach, type Quantity } from '../word-problems/quantity.ts';
import { compare, divide, toNumber } from '../words/exact-number.ts';
import { readExpression } from '../words/expression-words.ts';
import { type SpokenWord, spokenText, spokenWords } from '../words/spoken-words.ts';
import type { MeantArguments } from './meant-arguments.ts';
import { sumOfKind } from './sum-of-kind.ts';

/**
 * A story whose meaning is a sum, with two numbers in it (or more that are added up), and a word that says what becomes of
 * them. `word-problems` reads what may as well be no sum, and needs to know every word; here that much is sure, and the
 * answer says the sum aloud ("210 minus 147 is 63").
 */

/** The sum itself stands in the story: "what should *seven cubed* be". */
const LONGEST_SUM = 12;
const OFF = /\boff\b|\bdiscount|\breduced|\bless\b|\bknocked|\bsale\b|\bcheaper\b/;
const ON_TOP = /\bon top\b|\bextra\b|\badd(?:ed|ing)?\b|\bplus\b|\brise\b|\braise\b|\bvat\b|\btax\b|\bservice\b|\bmore\b|\bup by\b/;
const OF_IT = /\btip\b|\bof (?:that|it)\b|\bdeposit\b|\bcommission\b|\bmy share\b|\binterest\b|\bthat's\b/;
const LEFT =
  /\b(?:left|remain\w*|still|to go|short|difference|change|how (?:many|much|far) (?:more|further)|(?:many|much|few) more|get back|over)\b/;
const TOGETHER =
  /\b(?:altogether|all together|in total|in all|total|together|between (?:them|us|the)|come to|comes to|add up|tot up|total up|count up|makes?|all told|in one)\b/;
const EACH = /\b(?:each|apiece|per|every|a (?:time|go|head|piece|day|week|month|night|hour|bag|box|pack|packet)|by|times|lots of)\b/;
const SHARED = /\b(?:each|per|share|shared|split|between|everyone|everybody|apiece|every)\b/;
/** "How much is that an hour". */
const FOR_ONE = /\bhow (?:much|many|far|fast)\b[^,.?]*\b(?:an?|per|each|every|for each|for one) (?<noun>\p{L}+)$/u;
const BOTH_WAYS = /\b(?:each way|both ways|there and back)\b/;
/** How many of what holds so many: "forty-nine to a coach, how many coaches". */
const HOLDS =
  /\b(?:to|in|per|on|for) (?:a|an|each|every|one) (?<whole>\p{L}+)|\beach (?<holder>\p{L}+) (?:holds|takes|has|fits|seats|carries|needs)/u;

/** "Seventeen rows of leeks with twenty three in a row": what one of the first holds is no more of them. */
const IN_ONE = /\b(?:in|to|on|per) (?:a|an|each|every) (?<whole>\p{L}{3,})\b/u;

/** What the words say themselves goes before what they mean together: "twelve percent of that" is nothing off. */
function kindSaid(kind: string, said: string): string {
  const whole = IN_ONE.exec(said)?.groups?.['whole'];
  if (kind === 'plus' && whole !== undefined && new RegExp(`\\b${whole}(?:e?s)\\b`).test(said)) return 'times';
  if (/\bprofit\b/.test(said) && !/\bper ?cent\b|%/.test(said)) return 'minus';
  return kind === 'percent-off' && /\bper ?cent of\b/.test(said) && !OFF.test(said) ? 'percent-of' : kind;
}

export function readMeantSum({ utterance, isSure, kind = '' }: MeantRequest): MeantArguments | null {
  const words = spokenWords(utterance);
  const quantities = withoutCount(quantitiesIn(words, utterance, words.length) ?? [], words);
  const expression =
    forOne(quantities, utterance) ??
    (kind === 'times' ? null : atRate(quantities)) ??
    sumOfKind(kindSaid(kind, spokenText(utterance)), quantities) ??
    sumSaid(words) ??
    rootOf(utterance) ??
    sumTold(words, utterance, isSure);
  return expression === null ? null : { expression };
}

/** "My two game total": it counts the numbers that were told. */
function withoutCount(quantities: readonly Quantity[], words: readonly SpokenWord[]): readonly Quantity[] {
  const isTotal = ({ start, end }: Quantity) => words.slice(start, end + 1).some(({ text }) => text === 'total');
  return quantities.filter((quantity) => toNumber(quantity.value) !== quantities.length - 1 || !isTotal(quantity));
}

/** "Four hundred gallons in twelve hours, how much is that an hour", "a dozen wings for eighteen bucks, the price of one wing": by whatever it is of which one is asked for. */
function forOne(quantities: readonly Quantity[], utterance: string): string | null {
  const amounts = quantities.filter(({ kind, per }) => kind === 'amount' && per === null);
  const one = quantities.slice(-1).filter(({ value }) => toNumber(value) === 1);
  const told = amounts.filter((amount) => !one.includes(amount));
  if (told.length !== 2 || told.length + one.length !== quantities.length) return null;
  const nouns = one.length > 0 ? one.flatMap((each) => each.nouns) : [FOR_ONE.exec(spokenText(utterance))?.groups?.['noun'] ?? ''];
  const [among, ...others] = told.filter((amount) => amount.money === null && amount.nouns.some((noun) => nouns.includes(noun)));
  const shared = told.find((amount) => amount !== among);
  if (among === undefined || others.length > 0 || shared === undefined) return null;
  return `${shared.text} divided by ${among.text}`;
}

/** "Six pounds fifty a bag, and I'm after eight bags": what it costs, whatever else it sounds like. */
function atRate(quantities: readonly Quantity[]): string | null {
  const [rate, ...others] = quantities.filter(({ per }) => per !== null);
  const [count] = quantities.filter((quantity) => quantity !== rate);
  const isCounted = rate?.money !== null && count?.money === null && count.nouns.includes(rate?.per ?? '');
  return rate !== undefined && others.length === 0 && quantities.length === 2 && isCounted ? `${count.text} times ${rate.text}` : null;
}

function sumSaid(words: readonly SpokenWord[]): string | null {
  const texts = words.map(({ text }) => text);
  for (let length = Math.min(LONGEST_SUM, texts.length); length > 1; length -= 1) {
    for (let at = 0; at + length <= texts.length; at += 1) {
      const said = texts.slice(at, at + length).join(' ');
      if (readExpression(said) !== null) return said;
    }
  }
  return null;
}

/** "Which number times itself gives a hundred and ninety six". */
function rootOf(utterance: string): string | null {
  const of = /\b(?:times|multiplied by) itself (?:gives|makes|is|equals|comes to) (.+)$/.exec(spokenText(utterance))?.[1];
  const sum = `square root of ${of}`;
  return of !== undefined && readExpression(sum) !== null ? sum : null;
}

function sumTold(words: readonly SpokenWord[], utterance: string, isSure: boolean): string | null {
  const texts = words.map(({ text }) => text);
  // What is surely a sum need not be asked for: "knock a fifth off ninety five".
  const asked = isSure && askedAt(texts) < 0 ? texts.length : askedAt(texts);
  if (asked < 0) return null;
  const quantities = quantitiesIn(words, utterance, asked);
  const [first, second] = quantities ?? [];
  if (quantities === null || first === undefined || second === undefined) return null;
  if (/\b(?:average|mean)\b/.test(texts.join(' ')) && areAlike(quantities))
    return `(${quantities.map(({ text }) => text).join(' + ')}) / ${quantities.length}`;
  const told = texts.slice(0, asked).join(' ');
  const story = { told, question: asked === texts.length ? told : texts.slice(asked).join(' ') };
  if (quantities.length > 2) return sumOfMany(quantities, story);
  if (first.kind !== 'amount' || second.kind !== 'amount') return sumOfShare(first, second, story);
  return sumOfTwo(first, second, story);
}

/** Where the question begins; "nine at six fifty apiece comes to what" asks at its end. */
function askedAt(texts: readonly string[]): number {
  const asked = Math.max(texts.lastIndexOf('how'), texts.lastIndexOf('what'), texts.lastIndexOf('average'));
  const isLast = asked >= 0 && asked >= texts.length - 2;
  return isLast ? Math.max(0, ...['comes', 'come', 'makes', 'make', 'is', 'costs'].map((word) => texts.lastIndexOf(word))) || asked : asked;
}

/** All added up; or so many of so many, and what is left of them: "four packs of twenty four, used seventeen, how many left". */
function sumOfMany(quantities: readonly Quantity[], { told, question }: Story): string | null {
  const [first, second, third, ...more] = quantities;
  if (TOGETHER.test(question) && areAlike(quantities) && !quantities.some((one, at) => isOfEach(quantities[at - 1], one)))
    return quantities.map(({ text }) => text).join(' plus ');
  const isPacked = new RegExp(`\\bof ${second?.text ?? ''}\\b`).test(told) || second?.per !== null;
  if (third === undefined || more.length > 0 || !isPacked || !LEFT.test(question)) return null;
  return `${first?.text} times ${second?.text} minus ${third.text}`;
}

interface Story {
  readonly told: string;
  readonly question: string;
}

function sumOfShare(first: Quantity, second: Quantity, { told, question }: Story): string | null {
  const [share, whole] = first.kind === 'amount' ? [second, first] : [first, second];
  if (whole.kind !== 'amount') return null;
  const text = `${told} ${question}`;
  if (share.kind === 'fraction') return OFF.test(text) ? `${whole.text} minus ${share.text} of ${whole.text}` : null;
  if (OF_IT.test(question)) return `${share.text} of ${whole.text}`;
  if (OFF.test(text)) return `${share.text} off ${whole.text}`;
  return ON_TOP.test(text) ? `${whole.text} plus ${share.text} of ${whole.text}` : null;
}

function sumOfTwo(first: Quantity, second: Quantity, { told, question }: Story): string | null {
  // "Fourteen miles each way, five days a week."
  if (BOTH_WAYS.test(told)) return `2 times ${first.text} times ${second.text}`;
  const [larger, smaller] = compare(first.value, second.value) > 0 ? [first, second] : [second, first];
  const { whole, holder } = HOLDS.exec(`${told} ${question}`)?.groups ?? {};
  const held = whole ?? holder;
  if (held !== undefined && new RegExp(`\\bhow many ${held.slice(0, 4)}`).test(question)) return evenly(larger, smaller);
  if (LEFT.test(question)) return `${larger.text} minus ${smaller.text}`;
  if (SHARED.test(question)) return `${larger.text} divided by ${smaller.text}`;
  // "A chess board is eight squares by eight": what is by each is of the first.
  if (first.per !== null || second.per !== null || EACH.test(told)) return `${first.text} times ${second.text}`;
  return TOGETHER.test(question) ? `${first.text} plus ${second.text}` : null;
}

/** Of what does not come out even, one more is needed, or one fewer filled: that is not told. */
function evenly(larger: Quantity, smaller: Quantity): string | null {
  const times = toNumber(divide(larger.value, smaller.value) ?? larger.value);
  return Number.isInteger(times) ? `${larger.text} divided by ${smaller.text}` : null;
}

/** Each counts something, or none does: apples and hours are not added up. */
function areAlike(quantities: readonly Quantity[]): boolean {
  return new Set(quantities.map(({ money }) => money)).size === 1 && quantities.every(({ kind, per }) => kind === 'amount' && per === null);
}
