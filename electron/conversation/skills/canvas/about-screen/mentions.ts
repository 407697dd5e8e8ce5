import { countedPlaces } from '../../../../../models/names/counted-places.ts';
import { singularOf } from '../../../../../models/names/singular.ts';
import type { Canvas } from '../../../../ipc/canvas-schema.ts';
import { type SpokenWord, spokenWords } from '../../words/spoken-words.ts';

/** A stretch of words that names something shown. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  /** As in `ScreenTalk.text`. */
  readonly token: string;
}

/** Rows looked at: longer tables are changed by the plain phrases alone. */
const MOST_ROWS = 300;
/** "The one in the middle" */
const LONGEST_COUNT = 6;
const JUST_ADDED =
  /^(?:the (?:one|thing|item|last thing)|what) (?:i|we|you) (?:just )?(?:added|put on|put down|put in|said)(?: just now)?$/;
/** A count says that it counts rows: "the first time" and "last year" do not. */
const COUNTED =
  /^(?:the (?:\w+ )?(?:one|row|item|line|entry|thing)s?(?: (?:at|in|on) the (?:top|bottom|middle|end))?|(?:number|row|item|line) \w+|the (?:first|last|top|bottom) (?:two|three|four|five|six)(?: \w+)?)$/;
/** Part of a name, but no name by themselves. */
const SMALL = new Set('the a an my our your some of for to and with in on at up out off from by per old new'.split(' '));
/** Rows of a to-do list begin with what is done; what is done it to names the row as well. */
const DONE_TO = /^(?:\p{L}+) (?:the |my |our |a |an |some )?(?<thing>\p{L}[\p{L} ]*)$/u;

/** What the words name of rows, cells and columns. Longer names go before shorter ones, rows before cells before columns. */
export function mentionsIn(words: readonly SpokenWord[], canvas: Canvas): readonly Mention[] {
  const said = words.map(({ text }) => stem(text));
  const found: Mention[] = [];
  const isFree = (from: number, to: number) => found.every((other) => other.to <= from || other.from >= to);
  for (const { stems, token } of namesOf(canvas)) {
    for (let at = 0; at + stems.length <= said.length; at += 1) {
      if (!stems.every((one, place) => one === said[at + place]) || !isFree(at, at + stems.length)) continue;
      found.push({ from: at, to: at + stems.length, token });
    }
  }
  for (const counted of countedIn(words, canvas.rows.length)) if (isFree(counted.from, counted.to)) found.push(counted);
  return found.sort((left, right) => left.from - right.from);
}

/** "The last two", "number four", "the one in the middle": the longest stretch that counts. */
function countedIn(words: readonly SpokenWord[], length: number): readonly Mention[] {
  const found: Mention[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = Math.min(words.length, from + LONGEST_COUNT); to > from + 1; to -= 1) {
      const said = words.slice(from, to).map(({ text }) => text);
      if (JUST_ADDED.test(said.join(' ')) && length > 0 && length <= MOST_ROWS) {
        found.push({ from, to, token: `<${length - 1}>` });
        from = to - 1;
        break;
      }
      const places = COUNTED.test(said.join(' ')) ? countedPlaces(said.join(' ').replace(/^the /, ''), length) : null;
      if (places === null || places.some((place) => place < 0 || place >= Math.min(length, MOST_ROWS))) continue;
      found.push({ from, to, token: places.map((place) => `<${place}>`).join(' and ') });
      from = to - 1;
      break;
    }
  }
  return found;
}

interface Name {
  readonly stems: readonly string[];
  readonly token: string;
}

function namesOf(canvas: Canvas): readonly Name[] {
  const rows = canvas.rows.slice(0, MOST_ROWS).flatMap(({ cells }, row) => cells.flatMap((cell, column) => cellNames(cell, row, column)));
  const columns = canvas.columns.flatMap(({ name }, column): readonly Name[] => {
    // The only column of a list is called "Item": nobody speaks of it.
    const stems = canvas.columns.length > 1 ? stemsOf(name) : [];
    return stems.length === 0 ? [] : [{ stems, token: `<c${column}>` }];
  });
  const halves = canvas.rows.slice(0, MOST_ROWS).flatMap(({ cells: [first = ''] }, row) => halvesOf(first, row));
  return unambiguous([...rows, ...columns, ...halves]).toSorted((left, right) => right.stems.length - left.stems.length);
}

/** The whole cell, and of several words also what is done it to, or the last ones: "the letter" is "Post the letter". */
function cellNames(cell: string, row: number, column: number): readonly Name[] {
  const token = column === 0 ? `<${row}>` : `<${row}.${column}>`;
  const whole = stemsOf(cell);
  if (whole.length === 0 || whole.length > 8) return [];
  const thing = DONE_TO.exec(cell.toLowerCase())?.groups?.['thing'];
  const parts = thing === undefined ? [] : [stemsOf(thing), stemsOf(thing).slice(-1), doing(whole)];
  return [whole, ...parts].filter((stems) => stems.length > 0 && !SMALL.has(stems.at(-1) ?? '')).map((stems) => ({ stems, token }));
}

/** "Salt and pepper" is one row, and "the salt" is in it. */
function halvesOf(cell: string, row: number): readonly Name[] {
  const halves = cell.split(/ and /i);
  return halves.length < 2
    ? []
    : halves.map((half) => ({ stems: stemsOf(half), token: `<${row}>` })).filter(({ stems }) => stems.length > 0);
}

/** "posting the parcel" names "Post the parcel". */
function doing([first = '', ...rest]: readonly string[]): readonly string[] {
  return [`${first.replace(/e$/, '')}ing`, ...rest];
}

/** What two rows are called alike names neither of them, unless one of them is called so in whole: its name comes first. */
function unambiguous(names: readonly Name[]): readonly Name[] {
  const tokens = new Map<string, string>();
  return names.filter(({ stems, token }) => {
    const key = stems.join(' ');
    const before = tokens.get(key);
    if (before === undefined) tokens.set(key, token);
    return before === undefined;
  });
}

function stemsOf(text: string): readonly string[] {
  return spokenWords(text).map(({ text: word }) => stem(word));
}

function stem(word: string): string {
  return singularOf(word.replace(/'s$/, ''));
}
