import { add, compare, negate, ZERO } from '../words/exact-number.ts';
import { asks, fits, gapBefore, goTogether, type Problem } from './fitting.ts';

/** What is said before what went. */
export const TAKEN =
  /\b(?:spent|spend|(?:\w+ed|gave|give|given) away|swapped|traded|dealt|gave|used|use|ate|eat|eaten|lost|lose|sold|sell|read|done|paid|pay|drank|drunk|broke|owe you|gone|took|taken|walked|driven|finished|saved|threw|binned|chucked|broken|smashed|dropped|lent|cost|costs|went|left|already|wasted|burnt|posted|handed out)\b/;
const GAINED = /\b(?:bought|buy|found|find|got|get|won|earned|added|made|picked|received|baked|collected)\b/;
/** What is said behind it: "thirteen got off", "three of them broke", "nine have gone home". */
export const WENT =
  /^(?:more )?(?:of (?:them|those|these|us) )?(?:(?:have|has|had|are|were|was|is|then|been|got|all|already) )*(?:away\b|off(?: sick| work)?$|absent\b|got (?:off|out|down|hurt|broken)|get (?:off|out)|leave|left|went (?:home|away|off|out|bad)|go home|gone(?: home| off| away| bad)?|(?:flew|fly|flown|ran|run|drove|wandered|walked|fell|moved|swam) (?:off|away|out)|fell (?:down|over)|dropped out|pulled out|cancelled|died|dead|broke|broken|break|smashed|cracked|eaten|sold|taken|missing|lost|used|stolen|escaped|quit|retired|popped|burst|burnt|melted|reserved|booked|occupied|rotten)\b/;
const CAME =
  /^(?:more )?(?:(?:have|has|had|then|just|all|were) )*(?:joined(?: (?:in|us|them))?|join(?: (?:in|us|them))?|arrived|arrive|came(?: in| along)?|got on|get on|got in|boarded|(?:turned|turn|showed|show|signed|sign) up|moved in|born|hatched|landed|enrolled)\b/;
/** "I ate five of his": not of those that were counted. */
const OTHERS = /^of (?:his|hers?|their|theirs|your|yours|other)\b/;
/** Money that changes hands. */
export const HANDED_OVER = /\b(?:paid with|pay with|gave|give|handed|hand|paying with|paid by|put down)\b/;
/** Who does what makes one's own more or less. */
const DOES =
  /\b(\p{L}+) (?:(?:have|has|had|then|already|only|been) )*(?:(?:lost|spent|sold|paid|saved|bought|found|won|earned|got|read|done|used)(?: (?:on|for|another|the))*$|(?:gave|lent|sent|handed)\b)/u;
const BOUGHT_FOR = /\b(?:bought|buy|got|ordered|paid) (?:\S+ ){1,4}for$/;
/** "On lunch and eight on the bus" goes the way of the number before it. */
const AND_SO = /^(?:(?:on|at|for|in) (?:\S+ ){1,2})?and (?:then )?(?:another )?$/;
const GIFT = /\b(?:gave|given|gives|give|sent|handed|lent) (?:me|us)\b/g;
const LACKS = /\b(?:need|needs|want|wants|must|should|(?:have|has) to|to (?:save|go|get|find|buy|pay|read|do|make|sell))\b/;

type Sign = 'minus' | 'plus';

/** What is there of the first after all that went and came. */
export function readLeft(problem: Problem): string | null {
  const { quantities, question, told } = problem;
  const [whole, ...rest] = quantities;
  if (!asks(problem, 'left', 'now') || whole === undefined || rest.length === 0 || asks(problem, 'each', 'total')) return null;
  const isPlain = quantities.every((quantity) => quantity.per === null && !quantity.shares && goTogether(whole, quantity));
  if (!isPlain || !fits(question, whole) || quantities.some((_, index) => OTHERS.test(gapBehind(problem, index)))) return null;
  if (rest.length === 1 && /^of (?:the|my|our|her|his|their|these|those)$/.test(gapBefore(problem, 1))) {
    return TAKEN.test(told) ? `${rest[0]?.text} minus ${whole.text}` : null;
  }
  if (!isHolder(problem) || TAKEN.test(gapBefore(problem, 0)) || WENT.test(gapBehind(problem, 0))) return null;
  const signs: (Sign | null)[] = [];
  for (const index of rest.keys()) signs.push(signOf(problem, index + 1, signs.at(-1) ?? null));
  const rests = rest.map(({ value }, index) => (signs[index] === 'minus' ? negate(value) : value));
  if (signs.includes(null) || compare(rests.reduce(add, whole.value), ZERO) < 0) return null;
  return [whole.text, ...rest.map(({ text }, index) => `${signs[index]} ${text}`)].join(' ');
}

/** Whether the quantity went or came, by what is said before and behind it. */
function signOf(problem: Problem, index: number, last: Sign | null): Sign | null {
  if (isElsewhere(problem, gapBefore(problem, index))) return null;
  const [earlier, behind] = [gapBehind(problem, index - 1), gapBehind(problem, index)];
  const gap = plainly(gapBefore(problem, index).replace(eventIn(earlier), ''));
  if (/\bto$/.test(gap)) return null;
  // "Bought a book for nine".
  if (/\bfor$/.test(gap)) return BOUGHT_FOR.test(gap) ? 'minus' : null;
  // Of what is still needed, what was got is no more.
  if (/\bmore\b/.test(problem.text.slice(problem.told.length))) return LACKS.test(problem.text) && isOf(gap, behind) ? 'minus' : null;
  const went = TAKEN.test(gap) || WENT.test(behind);
  if (went === hasCome(gap, behind)) return !went && AND_SO.test(`${gap} `) ? last : null;
  return went ? 'minus' : 'plus';
}

function eventIn(text: string): string {
  return (WENT.exec(text) ?? CAME.exec(text))?.[0] ?? '';
}

function hasCome(gap: string, behind: string): boolean {
  return GAINED.test(gap.replaceAll(/\b(?:have|has) got\b/g, '')) || CAME.test(behind);
}

/** Whether it is told as had, done or come. */
function isOf(gap: string, behind: string): boolean {
  return /\b(?:have|has|had)$/.test(gap) || AND_SO.test(`${gap} `) || [TAKEN, GAINED].some((sign) => sign.test(gap)) || CAME.test(behind);
}

/** Whether who is asked about had the first of them. */
function isHolder({ told, text, ...problem }: Problem): boolean {
  const first = gapBefore({ told, text, ...problem }, 0);
  const who = /\b(?:have|has|do|does|did|had) (\p{L}+) (?:still )?(?:got|have|had|owe|need)\b/u.exec(text.slice(told.length))?.[1];
  if (who === undefined) return true;
  if (/^(?:i|we)$/.test(who)) return /\b(?:i|we|us|me)\b/.test(told);
  return /^(?:he|she|they|it)$/.test(who) ? !/\b(?:i|we)\b/.test(first) : first.split(' ').includes(who);
}

/** "And my brother lost five": what somebody else has, gets or spends. */
function isElsewhere(problem: Problem, gap: string): boolean {
  const who = DOES.exec(gap.replaceAll(GIFT, ''))?.[1] ?? '';
  if (who === '' || /^(?:and|but|then|also)$/.test(who)) return false;
  const first = gapBefore(problem, 0);
  const asksForOther = /\b(?:has|does) (?:he|she|they)\b/.test(problem.text.slice(problem.told.length));
  if (/^(?:i|we)$/.test(who)) return asksForOther;
  return /^(?:he|she|they)$/.test(who) ? /\b(?:i|we)\b/.test(first) : !first.split(' ').includes(who);
}

/** "Gave me" and "went up by" are gains, "went down by" is a loss. */
function plainly(gap: string): string {
  return gap
    .replaceAll(GIFT, 'got')
    .replaceAll(/\b(?:was|were|been) given\b/g, 'got')
    .replaceAll(/\b(?:went|gone|goes|going|put|topped(?: it)?|gone back) up(?: by)?\b|\b(?:put (?:in|back)|paid in)\b/g, 'got')
    .replaceAll(/\b(?:went|gone|goes|going|put) down(?: by)?\b/g, 'lost');
}

/** The words behind a quantity, up to the next one or the question. */
function gapBehind({ quantities, words, told }: Problem, index: number): string {
  const asked = told === '' ? 0 : told.split(' ').length;
  return words.slice(quantities[index]?.end, quantities[index + 1]?.start ?? asked).join(' ');
}
