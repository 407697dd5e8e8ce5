import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aligned, type GgufEntry, type GgufHead, type GgufTensor, readGgufHead, withElements, writeGgufHead } from './gguf-head.ts';

/** Beside the model's own file; the number changes with what is left out. */
const FILE = 'latin-words-1.gguf';
const WORDS = 'tokenizer.ggml.tokens';
/** An element for each word. */
const OF_EACH_WORD = new Set([WORDS, 'tokenizer.ggml.scores', 'tokenizer.ggml.token_type']);
const TABLE = 'token_embd.weight';
/** The head of Gemma 3 270M takes 9 MB. */
const MOST_OF_A_HEAD = 24 * 1024 * 1024;
const COPIED_AT_ONCE = 4 * 1024 * 1024;
/** Latin letters, also with the accents of any language, what stands between them, and the mark that begins a word. */
const LATIN = /^(?:[\0-\u024F\u1E00-\u1EFF\u2000-\u206F\u20A0-\u20CF\u2122\u2581]|\p{Mn})*$/u;
const UNUSED = /^<unused\d+>$/;

/**
 * A copy of a model's file without the words that no English text is made of: of the 262,144 of Gemma 3 a third is written in
 * other scripts, or unused. The words lie in a table of which every token reads all: what is left out saves its memory and its
 * time. Texts in Latin letters come out as the same words as before, for a word is put together of pieces of itself.
 * Made once, in about a second; blocks its thread meanwhile.
 * @returns the copy's file; the model's own where none can be made (disk full, another kind of file)
 */
export function withLatinWords(modelFile: string): string {
  const file = join(dirname(modelFile), FILE);
  // The command line may make one at the same time.
  const partial = `${file}.${process.pid}.partial`;
  // It has its name only once it is whole.
  if (existsSync(file)) return file;
  try {
    write(planned(modelFile), modelFile, partial);
    renameSync(partial, file);
    return file;
  } catch {
    rmSync(partial, { force: true });
    return modelFile;
  }
}

/** A stretch of the model's file. */
interface Stretch {
  readonly at: number;
  readonly bytes: number;
}

interface Copy {
  readonly head: Buffer;
  /** Of each tensor, in their order. */
  readonly tensors: readonly (readonly Stretch[])[];
}

function planned(modelFile: string): Copy {
  const head = readGgufHead(beginningOf(modelFile));
  const words = head.entries.find(({ key }) => key === WORDS)?.elements ?? [];
  const kept = words.flatMap((word, at) => (isLatin(word.toString('utf8', 8)) ? [at] : []));
  const sizes = sizesOf(head, statSync(modelFile).size);
  const isTable = ({ name, shape }: GgufTensor) => name === TABLE && shape[1] === words.length;
  if (!head.tensors.some(isTable)) throw new SyntaxError('The table of words is not where it is expected.');
  let offset = 0;
  const tensors: GgufTensor[] = [];
  const stretches = head.tensors.map((tensor, place) => {
    const whole = { at: head.dataAt + tensor.offset, bytes: sizes[place] ?? 0 };
    const parts = isTable(tensor) ? rowsOf(whole, words.length, kept) : [whole];
    tensors.push({ ...tensor, offset, ...(isTable(tensor) ? { shape: [tensor.shape[0] ?? 0, kept.length] } : {}) });
    offset += aligned(lengthOf(parts));
    return parts;
  });
  return { head: writeGgufHead({ entries: head.entries.map((entry) => withWords(entry, kept)), tensors }), tensors: stretches };
}

function isLatin(word: string): boolean {
  return LATIN.test(word) && !UNUSED.test(word);
}

function withWords(entry: GgufEntry, kept: readonly number[]): GgufEntry {
  const { key, elements } = entry;
  if (!OF_EACH_WORD.has(key) || elements === null) return entry;
  return withElements(
    entry,
    kept.flatMap((at) => elements[at] ?? []),
  );
}

/** Tensors lie one after the other: each ends where the next begins, the last with the file. */
function sizesOf({ tensors, dataAt }: GgufHead, fileBytes: number): readonly number[] {
  const starts = [...tensors.map(({ offset }) => offset), fileBytes - dataAt].toSorted((one, other) => one - other);
  return tensors.map(({ offset }) => (starts.find((start) => start > offset) ?? offset) - offset);
}

/** The rows that are kept; neighbours in one stretch. */
function rowsOf({ at, bytes }: Stretch, rows: number, kept: readonly number[]): readonly Stretch[] {
  const rowBytes = bytes / rows;
  if (!Number.isInteger(rowBytes)) throw new SyntaxError('The table of words has no even rows.');
  const stretches: { at: number; bytes: number }[] = [];
  for (const row of kept) {
    const start = at + row * rowBytes;
    const last = stretches.at(-1);
    if (last !== undefined && last.at + last.bytes === start) last.bytes += rowBytes;
    else stretches.push({ at: start, bytes: rowBytes });
  }
  return stretches;
}

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { bytes }) => sum + bytes, 0);
}

function beginningOf(file: string): Buffer {
  const source = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(MOST_OF_A_HEAD);
    return bytes.subarray(0, readSync(source, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(source);
  }
}

function write({ head, tensors }: Copy, modelFile: string, target: string): void {
  const source = openSync(modelFile, 'r');
  const copy = openSync(target, 'w');
  try {
    writeSync(copy, head);
    for (const stretches of tensors) {
      for (const stretch of stretches) copyStretch(source, copy, stretch);
      const length = lengthOf(stretches);
      writeSync(copy, Buffer.alloc(aligned(length) - length));
    }
    fsyncSync(copy);
  } finally {
    closeSync(source);
    closeSync(copy);
  }
}

function copyStretch(source: number, copy: number, { at, bytes }: Stretch): void {
  const buffer = Buffer.alloc(Math.min(bytes, COPIED_AT_ONCE));
  for (let done = 0; done < bytes; ) {
    const read = readSync(source, buffer, 0, Math.min(buffer.length, bytes - done), at + done);
    if (read === 0) throw new RangeError('The model file ends too early.');
    writeSync(copy, buffer, 0, read);
    done += read;
  }
}
