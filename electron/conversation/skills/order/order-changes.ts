import { editDistance } from '../../../../models/names/edit-distance.ts';
import type { Menu, MenuItem } from '../../../ipc/menu-schema.ts';
import { toNumber } from '../words/exact-number.ts';
import { readNumber } from '../words/number-words.ts';
import { spokenText, spokenWords } from '../words/spoken-words.ts';
import { type Extra, type OrderLine, sizeMissing } from './order-line.ts';
import { itemAt, optionAt, readOrder, sizeAt } from './read-order.ts';

/** What changes an order that is there: "make that large", "same but large", "no onions on the burger", "a tea instead". */

/** The order afterwards, and which of its lines are new or other now. */
export interface ChangedOrder {
  readonly lines: readonly OrderLine[];
  readonly changed: readonly number[];
}

const START = /^(?:(?:actually|no|sorry|wait|oh|and|um|uh|yeah|yes|okay|ok|well|hmm|please|but) )+/;
/** Shares of letters: "warts" is 0.4 of "large", which is as far as the recogniser goes (measured). */
const LEAST_LIKE = 0.4;
const CLEARLY_LIKER = 0.15;
/** "No onions" begins with a no that belongs to the onions. */
const START_OF_SIGNED = /^(?:(?:actually|sorry|wait|oh|and|um|uh|yeah|yes|okay|ok|well|hmm|please|but) )+/;
const END = /(?: (?:please|thanks|thank you|then|actually|instead|too|as well))+$/;
const MAKE =
  /^(?:(?:can|could|would) you )?(?:make|made|change|changed|turn|turned|switch|switched|have) (?<which>that|it|this|them|those|these|both|all of them|the .+?|my .+?)(?: one)? (?:(?:to|into|for|with|a|an|be) )*(?<rest>.+)$/;
const INSTEAD = /^(?<rest>.+?) instead(?: of (?<which>.+))?$/;
const SAME =
  /^(?:(?:the |i will have the |give me the |i would like the )?same(?: again| thing| thing again)?|another(?: one| of those)?|one more(?: of those| of that)?)(?:(?: but| and)?(?: make it)? (?<rest>.+))?$/;
const SIGNED = /^(?:and |with |but )*(?:no|without|hold the|hold|extra|add|more) .+$/;
const ON = / (?:on|in|for|to|with) (?:the|my|that|both|all)(?: of)?(?: the)? (?<which>.+)$/;

/** "My wife can't stand onions, so none on the burger": what is left out, or asked for, was told before. */
const TOLD_BEFORE =
  /^(?<told>.+?) (?:so |and |then |please |just |can you |could you |would you )*(?:(?<no>none|no such thing|nothing of (?:it|that)|not any|without (?:it|them|any)|(?:leave|take|keep|have|make it without|do it without|hold|skip|miss) ?(?:it|them|those|that|any)?(?: (?:off|out|away))?)|(?<more>(?:put |add |give (?:me|him|her|us) |with )?(?:extra|more|some more|plenty|loads|lots|double)(?: of (?:it|them|that|those))?))(?: (?:on|in|from|for|with|off) (?:the |my |his |her |that |both |all )*(?<which>.+?))?$/;
/** Said of it by who wants none; else it is only named. */
const DISLIKED =
  /\b(?:not (?:stand|eat|have|like|want|do|bear|fond|keen|into)|hates?|allergic|allergy|intolerant|dislikes?|detests?|loathes?|off|sick of|disagrees?|never eats?|reacts?|gone off|bad for|makes? (?:me|him|her) ill)\b/;
const LIKED =
  /\b(?:likes?|loves?|adores?|mad (?:about|on)|cannot get enough|can not get enough|fond of|keen on|fancy|fancies|favourite|favorite)\b/;

/**
 * The order as the words change it; null when they change nothing of it.
 * @param menu the menu that the lines are from
 */
export function changeOrder(utterance: string, lines: readonly OrderLine[], menu: Menu): ChangedOrder | null {
  if (lines.length === 0) return null;
  const words = spokenText(utterance);
  const instead = INSTEAD.exec(words.replace(START, '').replace(/ (?:please|thanks)$/, ''))?.groups;
  const said = words.replace(START, '').replace(END, '');
  const make = MAKE.exec(said)?.groups;
  if (make !== undefined) return applied(lines, targets(lines, make['which'] ?? '', menu), make['rest'] ?? '', menu);
  const same = SAME.exec(said)?.groups;
  if (same !== undefined) return again(lines, same['rest'], menu);
  if (instead !== undefined) return applied(lines, targets(lines, instead['which'] ?? 'that', menu), instead['rest'] ?? '', menu);
  const sign = words.replace(START_OF_SIGNED, '').replace(END, '');
  if (SIGNED.test(sign)) return signed(lines, sign, menu);
  const told = toldBefore(lines, said);
  if (told !== null) return signed(lines, told, menu);
  return onlySize(lines, said, menu);
}

/** The lines that are taken away by these words ("the fries", "one of the burgers", "both shakes"); null = none is named. */
export function removeFromOrder(words: string, lines: readonly OrderLine[], menu: Menu): ChangedOrder | null {
  const said = words.toLowerCase().trim();
  if (/^(?:that|it|the last one|that one|this)$/.test(said)) return { lines: lines.slice(0, -1), changed: [] };
  const one = /^one(?: of)?(?: the| my| those)? (?<what>.+)$/.exec(said)?.groups?.['what'];
  const places = targets(lines, one ?? said, menu);
  const [first] = places;
  if (first === undefined) return null;
  const line = lines[first];
  if (one !== undefined && line !== undefined && line.count > 1) {
    return { lines: lines.with(first, { ...line, count: line.count - 1 }), changed: [first] };
  }
  const gone = new Set(/^(?:both|all)\b/.test(said) ? places : places.slice(-1));
  return { lines: lines.filter((_, place) => !gone.has(place)), changed: [] };
}

/** Places of the lines that are meant: the last one, both, or those of an item by name and size. */
export function targets(lines: readonly OrderLine[], which: string, menu: Menu): readonly number[] {
  const every = lines.map((_, place) => place);
  if (/^(?:that|it|this|)$/.test(which)) return every.slice(-1);
  if (/^(?:them|those|these|both|all of them)$/.test(which)) return which === 'both' ? every.slice(-2) : every.slice(-1);
  const words = which.split(' ').filter((word) => !['the', 'my', 'of', 'both', 'all', 'a', 'an', 'one', 'other'].includes(word));
  const named = words.flatMap((_, at) => itemAt(words, at, menu)?.item.name ?? []);
  const partly = (item: MenuItem) =>
    named.includes(item.name) || words.some((word) => word.length > 3 && item.name.includes(word.replace(/s$/, '')));
  const found = every.filter(
    (place) => lines[place] !== undefined && (named.length > 0 ? named.includes(lines[place].item.name) : partly(lines[place].item)),
  );
  const near = found.length > 0 ? found : every.filter((place) => lines[place] !== undefined && partly(lines[place].item));
  const isSized = (place: number) => words.some((word) => lines[place]?.size?.split(' ').includes(word) === true);
  const sized = (near.length > 0 ? near : every).filter(isSized);
  return sized.length > 0 ? sized : near;
}

function applied(lines: readonly OrderLine[], places: readonly number[], rest: string, menu: Menu): ChangedOrder | null {
  if (places.length === 0) return null;
  const result = [...lines];
  for (const place of places) {
    const line = lines[place];
    const next = line === undefined ? null : changedLine(line, rest, menu);
    if (next === null) return null;
    result[place] = next;
  }
  return { lines: result, changed: places };
}

/** The line with another size, count, item or extras: whatever all of the words say. "No bacon" after "with bacon" takes the bacon back. */
function changedLine(line: OrderLine, rest: string, menu: Menu): OrderLine | null {
  const words = rest
    .replace(/^(?:a|an|the|with|be) /, '')
    .replace(/ (?:one|ones|of (?:them|those|it))$/, '')
    .split(' ');
  const size = sizeAt(words, 0, line.item, menu);
  if (size !== null && size.length === words.length) return { ...line, size: size.size };
  const count = readNumber(words);
  if (count !== null) return { ...line, count: Math.min(99, Math.max(1, Math.trunc(toNumber(count)))) };
  const named = readOrder(rest, menu);
  const [other] = named.lines;
  if (other !== undefined && named.explained === 1) return replaced(line, other, rest, menu);
  const same = readOrder(`${line.item.name} ${rest}`, menu);
  const [again] = same.lines;
  if (same.lines.length !== 1 || again === undefined || same.explained < 1) return null;
  const now = (extra: Extra) => again.extras.find(({ name }) => name === extra.name) ?? null;
  const taken = line.extras.filter((extra) => extra.how === 'extra' && now(extra)?.how === 'no').map(({ name }) => name);
  const extras = [...line.extras.filter((extra) => now(extra) === null), ...again.extras.filter(({ name }) => !taken.includes(name))];
  return { ...line, size: again.size ?? line.size, extras };
}

/** Another item keeps count and size where it was not told otherwise and has such a size. */
function replaced(line: OrderLine, other: OrderLine, rest: string, menu: Menu): OrderLine {
  const counted = spokenWords(rest).some(({ text }) => readNumber([text]) !== null && text !== 'one');
  const size = other.size ?? (line.size === null ? null : (sizeAt(line.size.split(' '), 0, other.item, menu)?.size ?? null));
  return { ...other, size, count: counted ? other.count : line.count };
}

function again(lines: readonly OrderLine[], rest: string | undefined, menu: Menu): ChangedOrder | null {
  const last = lines.at(-1);
  if (last === undefined) return null;
  const one = { ...last, count: 1 };
  const next = rest === undefined ? one : changedLine(one, rest, menu);
  if (next === null) return null;
  return { lines: [...lines, next], changed: [lines.length] };
}

/** "No onions on the burger": on the one that is named, else the last one that can have it. */
function signed(lines: readonly OrderLine[], said: string, menu: Menu): ChangedOrder | null {
  const which = ON.exec(said)?.groups?.['which'];
  const rest = said
    .replace(ON, '')
    .replace(/^(?:and|with|but) /, '')
    .replace(/^(?:add|more) /, 'extra ');
  const words = rest
    .split(' ')
    .slice(1)
    .filter((word) => word !== 'the');
  const fits = (place: number) => {
    const line = lines[place];
    return line !== undefined && optionAt(words, 0, line.item) !== null;
  };
  const named =
    which === undefined
      ? lines
          .map((_, place) => place)
          .filter(fits)
          .slice(-1)
      : targets(lines, which, menu).filter(fits);
  return applied(lines, named, rest, menu);
}

/** The same with the option in its place: "no onions on the burger". */
function toldBefore(lines: readonly OrderLine[], said: string): string | null {
  const { told = '', no, more, which } = TOLD_BEFORE.exec(said)?.groups ?? {};
  const isMeant = no === undefined ? LIKED.test(told) && !/\bnot\b/.test(told) : DISLIKED.test(told);
  if (!isMeant || (no === undefined && more === undefined)) return null;
  const words = told.split(' ');
  const option = lines.flatMap(({ item }) => words.flatMap((_, at) => optionAt(words, at, item)?.name ?? []))[0];
  if (option === undefined) return null;
  return `${no === undefined ? 'extra' : 'no'} ${option}${which === undefined || /^(?:it|that|them|there|mine|his|hers|ours|theirs)$/.test(which) ? '' : ` on the ${which}`}`;
}

/** "Large, please", as the answer to what size. */
function onlySize(lines: readonly OrderLine[], said: string, menu: Menu): ChangedOrder | null {
  const places = lines.flatMap((line, place) => (sizeMissing(line) ? [place] : []));
  const [first] = places;
  if (first === undefined) return null;
  const both = /^(?:both|all|make (?:both|all)) /.test(said);
  const size = said.replace(/^(?:both|all|make (?:both|all|it)|a|an|the) /, '');
  const asked = both ? places : [first];
  const nearest = nearestSize(size, lines[first]);
  return applied(lines, asked, size, menu) ?? (nearest === null ? null : applied(lines, asked, nearest, menu));
}

/** Only a few sizes can be the answer to what size: one that is heard nearly so is meant ("arch" is large). */
function nearestSize(said: string, line: OrderLine | undefined): string | null {
  if (line === undefined || said.split(' ').length > 2) return null;
  const likeness = (name: string) => 1 - editDistance(name, said) / Math.max(name.length, said.length);
  const [best, next] = line.item.sizes.map(({ name }) => ({ name, like: likeness(name) })).sort((left, right) => right.like - left.like);
  return best !== undefined && best.like >= LEAST_LIKE && best.like - (next?.like ?? 0) >= CLEARLY_LIKER ? best.name : null;
}
