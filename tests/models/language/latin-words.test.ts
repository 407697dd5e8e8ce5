import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getLlama } from 'node-llama-cpp';
import { afterAll, describe, expect, it } from 'vitest';
import { aligned, type GgufEntry, type GgufTensor, readGgufHead, withElements, writeGgufHead } from '../../../models/language/gguf-head.ts';
import { withLatinWords } from '../../../models/language/latin-words.ts';
import { openLlama } from '../../../models/language/llama.ts';
import { isMissing, realPlaces } from '../real-places.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-latin-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Sixteen: their rows fill the table as far as files are aligned. */
const WORDS = [
  ...['<bos>', '<unused1>', '▁hello', 'Łódź', 'привет', 'ế', '你好', '…'],
  ...['<0x41>', '🙂', 'e\u0301', '▁', 'العربية', '€', "'s", '<unused62>'],
];
const KEPT = ['<bos>', '▁hello', 'Łódź', 'ế', '…', '<0x41>', 'e\u0301', '▁', '€', "'s"];
const ROW_BYTES = 34;
const OTHER_TENSOR = Buffer.from('what follows the table stays as it is');

describe('the words of a model that are Latin', () => {
  it('are kept with their rows and values; everything else of the file is as it was', () => {
    const file = place('some', ggufOf(WORDS));
    const copy = withLatinWords(file);
    expect(copy).toBe(join(folder, 'some/latin-words-1.gguf'));
    const bytes = readFileSync(copy);
    const head = readGgufHead(bytes);
    expect(texts(head.entries[1])).toEqual(KEPT);
    expect(head.entries[2]?.elements?.map((score) => score.readFloatLE())).toEqual(KEPT.map((word) => -WORDS.indexOf(word)));
    expect(head.entries[0]?.bytes).toEqual(entryOf('general.name', 8, text('tiny')).bytes);
    const [table, other] = head.tensors;
    expect(table?.shape).toEqual([32, KEPT.length]);
    const rows = KEPT.map((_, at) => bytes[head.dataAt + (table?.offset ?? 0) + at * ROW_BYTES]);
    expect(rows).toEqual(KEPT.map((word) => WORDS.indexOf(word)));
    const at = head.dataAt + (other?.offset ?? 0);
    expect(bytes.subarray(at, at + OTHER_TENSOR.length)).toEqual(OTHER_TENSOR);
    expect(readdirSync(join(folder, 'some')).sort()).toEqual(['latin-words-1.gguf', 'model.gguf']);
  });

  it('are copied once', () => {
    const file = place('once', ggufOf(WORDS));
    const copy = withLatinWords(file);
    writeFileSync(copy, 'made before');
    expect(withLatinWords(file)).toBe(copy);
    expect(readFileSync(copy, 'utf8')).toBe('made before');
  });

  it.each([
    ['no GGUF', Buffer.from('<html>log in first</html>')],
    ['a file that ends in its head', ggufOf(WORDS).subarray(0, 90)],
    ['another table than its words need', ggufOf(WORDS, WORDS.length + 1)],
  ])('where there is %s the file itself is told', (name, bytes) => {
    const file = place(name, bytes);
    expect(withLatinWords(file)).toBe(file);
    expect(existsSync(join(folder, name, 'latin-words-1.gguf'))).toBe(false);
  });
});

const ENGLISH =
  'Zoë and Łukasz O\'Neill were late: it was 7:45, €12.50 short, and the café “Süß” had closed. She shrugged - well... "again?"\n\n\tIt isn\'t the end.';

describe.skipIf(isMissing('language'))('the Latin words of Gemma 3 270M', { timeout: 120_000 }, () => {
  it('read English as before, and go on with it as before', async () => {
    const original = join(realPlaces.modelFolder, 'gemma-3-270m-q4/gemma-3-270m-q4_k_m.gguf');
    mkdirSync(join(folder, 'real'));
    const link = join(folder, 'real/model.gguf');
    symlinkSync(original, link);
    const copy = withLatinWords(link);
    expect(copy).not.toBe(link);
    expect(readFileSync(copy).length).toBeLessThan(0.72 * 253_113_024);
    const [before, now] = [await read(original), await read(copy)];
    expect(now).toEqual(before);
    expect(before.words.join('')).toContain('Łukasz');
    expect(before.goesOn.length).toBeGreaterThan(20);
  });

  it('are done without where the copy is damaged', async () => {
    const [modelFolder, id] = [join(folder, 'damaged'), 'gemma-3-270m-q4'];
    mkdirSync(join(modelFolder, id), { recursive: true });
    symlinkSync(join(realPlaces.modelFolder, id, `${id}_k_m.gguf`), join(modelFolder, id, `${id}_k_m.gguf`));
    const copy = join(modelFolder, id, 'latin-words-1.gguf');
    writeFileSync(copy, 'GGUF, once');
    const model = await openLlama({ ...realPlaces, modelFolder });
    const parts: string[] = [];
    const goesOn = model.generate('Once upon a time', { maxTokens: 8, stop: [], signal: new AbortController().signal });
    for await (const part of goesOn) parts.push(part);
    await model.close();
    expect(parts.join('')).not.toBe('');
    expect(existsSync(copy)).toBe(false);
  });
});

async function read(modelPath: string): Promise<{ words: readonly string[]; goesOn: string }> {
  const llama = await getLlama({ gpu: false, build: 'never', maxThreads: 1, logLevel: 'error' as never, progressLogs: false });
  try {
    const model = await llama.loadModel({ modelPath, gpuLayers: 0 });
    const words = model.tokenize(ENGLISH).map((token) => model.detokenize([token]));
    const sequence = (await model.createContext({ contextSize: 256, threads: 1 })).getSequence();
    const generated: ReturnType<typeof model.tokenize> = [];
    for await (const token of sequence.evaluate(model.tokenize('Once upon a time, in a town by the sea,'), { temperature: 0 })) {
      generated.push(token);
      if (generated.length >= 24) break;
    }
    return { words, goesOn: model.detokenize(generated) };
  } finally {
    await llama.dispose();
  }
}

function place(name: string, bytes: Buffer): string {
  mkdirSync(join(folder, name));
  const file = join(folder, name, 'model.gguf');
  writeFileSync(file, bytes);
  return file;
}

function ggufOf(words: readonly string[], rows = words.length): Buffer {
  const table = Buffer.concat(Array.from({ length: rows }, (_, row) => Buffer.alloc(ROW_BYTES, row)));
  const tensors: GgufTensor[] = [
    { name: 'token_embd.weight', shape: [32, rows], type: 8, offset: 0 },
    { name: 'output_norm.weight', shape: [OTHER_TENSOR.length], type: 24, offset: aligned(table.length) },
  ];
  const entries = [
    entryOf('general.name', 8, text('tiny')),
    arrayOf('tokenizer.ggml.tokens', 8, words.map(text)),
    arrayOf(
      'tokenizer.ggml.scores',
      6,
      words.map((_, at) => float(-at)),
    ),
  ];
  return Buffer.concat([writeGgufHead({ entries, tensors }), table, Buffer.alloc(aligned(table.length) - table.length), OTHER_TENSOR]);
}

function entryOf(key: string, type: number, value: Buffer): GgufEntry {
  return { key, bytes: Buffer.concat([text(key), word(type), value]), elements: null, before: Buffer.alloc(0) };
}

function arrayOf(key: string, type: number, elements: readonly Buffer[]): GgufEntry {
  const before = Buffer.concat([text(key), word(9), word(type)]);
  return withElements({ key, bytes: before, elements, before }, elements);
}

function texts(entry: GgufEntry | undefined): readonly string[] {
  return entry?.elements?.map((element) => element.toString('utf8', 8)) ?? [];
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  return Buffer.concat([length, bytes]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function float(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}
