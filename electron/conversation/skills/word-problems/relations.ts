import { add, ONE } from '../words/exact-number.ts';
import { WENT } from './goings.ts';
import { digitsOf, HOLDS, NO_NOUN, type Quantity, singular, TIMES } from './quantity.ts';

/** "Seven euros each", "in each box". */
const EACH_BEHIND = /^(?:(?:in|on|for|to|at|from) )?(?:each|every)\b ?(\S*)/;
const APIECE = /^(?:apiece|(?:a|per) (?:piece|head|person|go|pop))\b/;
/** "Forty miles to the gallon". */
const MEASURED_BY = /^(?:to (?:the|a)|(?:in|for) a) (gallon|litre|liter|kilo|box|pack|tray|bag)\b/;
/** "A box holds twelve", "to pack in boxes of six". */
const HOLDER = /\ban? (\S+) (?:holds|takes|seats|fits|feeds|contains|fills|serves)$|\S (\S*[^s\s]s) of$/;
const OFTEN_WITHIN = 5;

/** "Four of us"; "three of them broke" share nothing. */
const SHARE_BEHIND = /^of (?:us|them)\b/;
const DONE_BEFORE = /\b(?:done|read|eaten|ate|used|sold|lost|broken?|spent|taken?|finished|gave|given)$/;
const SHARE_BEFORE = /\b(?:between|among|amongst)(?: the| my| all| our| us)*$|^(?:so )?us$|\b(?:for|of) us$/;

/** What stands before and behind a quantity: shared by whom, and for each of what. */
export function related(quantity: Quantity, words: readonly string[], all: readonly Quantity[], index: number): Quantity {
  if (quantity.kind !== 'amount') return quantity;
  const before = words.slice(all[index - 1]?.end ?? 0, quantity.start);
  const after = words.slice(quantity.end, all[index + 1]?.start ?? words.length);
  const lead = before.join(' ');
  const tail = after.join(' ');
  if (/\bme and (?:my |the )?$/.test(`${lead} `) || /^and (?:me|myself)\b|^and i (?:are|were|split|share)\b/.test(tail))
    return oneMore(quantity);
  const ways = /^ways?$/.test(quantity.nouns[0] ?? '');
  if (ways || (SHARE_BEHIND.test(tail) && !DONE_BEFORE.test(lead) && !WENT.test(tail)) || SHARE_BEFORE.test(lead))
    return { ...quantity, shares: true };
  return { ...quantity, per: perBehind(after, all[index + 1] !== undefined) ?? perBefore(before, quantity, all[index - 1]) };
}

function oneMore(quantity: Quantity): Quantity {
  const value = add(quantity.value, ONE);
  return { ...quantity, value, text: digitsOf(value) ?? quantity.text, shares: true };
}

function perBehind(after: readonly string[], isNext: boolean): string | null {
  const behind = after[0] === 'of' ? after.slice(2) : after;
  const tail = behind.join(' ');
  if (APIECE.test(tail)) return 'each';
  // "Ten people each paid twelve": the twelve are for each.
  if (behind[0] === 'each' && isNext && behind.length <= 3 && HOLDS.test(behind.at(-1) ?? '')) return null;
  const each = EACH_BEHIND.exec(tail);
  if (each !== null) return namedOrEach(each[1] ?? '');
  const named = /^(?:an?|per) (\S+)/.exec(tail)?.[1];
  if (named !== undefined && !NO_NOUN.has(named)) return singular(named);
  return MEASURED_BY.exec(tail)?.[1] ?? howOften(after);
}

/** "I use three litres of it a day". */
function howOften(after: readonly string[]): string | null {
  const often = after.findIndex((word, at) => /^(?:a|an|every|each|per)$/.test(word) && TIMES.has(after[at + 1] ?? ''));
  const isAsked = after.slice(0, Math.max(0, often)).some((word) => word === 'what' || word === 'how');
  return often < 0 || often > OFTEN_WITHIN || isAsked ? null : (after[often + 1] ?? null);
}

function namedOrEach(word: string): string {
  return word === '' || word === 'one' || NO_NOUN.has(word) ? 'each' : singular(word);
}

/** "Each one needs four". */
function eachBefore(before: readonly string[]): string | null {
  const each = before.lastIndexOf('each');
  const [next = '', last = ''] = [before[each + 1], before.at(-1)];
  if (each < 0 || before.length - each > 4 || /^(?:and|but)$/.test(next) || !HOLDS.test(last)) return null;
  return namedOrEach(before.length - each > 2 ? next : '');
}

/** "Two teams of eleven", "three packs at seven euros". */
function perBefore(before: readonly string[], quantity: Quantity, previous: Quantity | undefined): string | null {
  const each = eachBefore(before);
  if (each !== null) return each;
  const [, holder, holders] = HOLDER.exec(before.join(' ')) ?? [];
  const held = holder ?? holders;
  if (held !== undefined && !NO_NOUN.has(held)) return singular(held);
  if (before.join(' ') === 'of' && (previous?.nouns.length ?? 0) > 0) return 'each';
  const isPriced = before.at(-1) === 'at' && (quantity.money !== null || quantity.isPair);
  return isPriced && previous !== undefined && previous.nouns.length > 0 ? 'each' : null;
}

/** "One box holds six": the one box is no quantity of its own. */
export function withHolders(all: readonly Quantity[], words: readonly string[]): readonly Quantity[] {
  return all.flatMap((quantity, index) => {
    const [previous, next] = [all[index - 1], all[index + 1]];
    if (next !== undefined && holds(quantity, next, words)) return [];
    return [previous !== undefined && holds(previous, quantity, words) ? { ...quantity, per: previous.nouns.at(-1) ?? 'each' } : quantity];
  });
}

function holds(holder: Quantity, held: Quantity, words: readonly string[]): boolean {
  const verb = words[held.start - 1] ?? '';
  if (holder.text !== '1' || holder.nouns.length === 0 || held.kind !== 'amount' || !HOLDS.test(verb)) return false;
  return held.start - holder.end <= 1;
}
