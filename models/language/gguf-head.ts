/**
 * The head of a GGUF file (version 3, little-endian): what is known of the model, and where its tensors lie. Only what it takes to
 * write the file anew with other words: keys and values are kept as bytes.
 */

/** Bytes of each type of number; strings (8) and arrays (9) tell their own length. */
const NUMBER_BYTES = [1, 1, 2, 2, 4, 4, 4, 1, undefined, undefined, 8, 8, 8] as const;
const STRING = 8;
const ARRAY = 9;
const MAGIC = 'GGUF';
const VERSION = 3;
/** Where the file says nothing else. */
const ALIGNMENT = 32;

export interface GgufEntry {
  readonly key: string;
  /** Key, type and value as they stand in the file. */
  readonly bytes: Buffer;
  /** Of an array: each element as it stands in the file. */
  readonly elements: readonly Buffer[] | null;
  /** Of an array: what stands before its number of elements. */
  readonly before: Buffer;
}

export interface GgufTensor {
  readonly name: string;
  /** Values of one row first, then how many rows. */
  readonly shape: readonly number[];
  readonly type: number;
  /** From the beginning of the tensors, in bytes. */
  readonly offset: number;
}

export interface GgufHead {
  readonly entries: readonly GgufEntry[];
  readonly tensors: readonly GgufTensor[];
  /** Where the tensors begin in the file. */
  readonly dataAt: number;
}

/**
 * @param file at least the head of the file
 * @throws RangeError where it ends too early, SyntaxError where it is no GGUF of version 3
 */
export function readGgufHead(file: Buffer): GgufHead {
  if (file.toString('latin1', 0, 4) !== MAGIC || file.readUInt32LE(4) !== VERSION)
    throw new SyntaxError('This is no GGUF file of version 3.');
  const [tensorCount, entryCount] = [number64(file, 8), number64(file, 16)];
  let at = 24;
  const entries = Array.from({ length: entryCount }, () => {
    const read = readEntry(file, at);
    at += read.bytes.length;
    return read;
  });
  const tensors = Array.from({ length: tensorCount }, () => {
    const read = readTensor(file, at);
    at = read.end;
    return read.tensor;
  });
  return { entries, tensors, dataAt: aligned(at) };
}

/** Entries and tensors as a file begins with them, filled up to where its tensors begin. */
export function writeGgufHead({ entries, tensors }: Pick<GgufHead, 'entries' | 'tensors'>): Buffer {
  const counts = Buffer.alloc(24);
  counts.write(MAGIC, 'latin1');
  counts.writeUInt32LE(VERSION, 4);
  counts.writeBigUInt64LE(BigInt(tensors.length), 8);
  counts.writeBigUInt64LE(BigInt(entries.length), 16);
  const head = Buffer.concat([counts, ...entries.map(({ bytes }) => bytes), ...tensors.map(tensorBytes)]);
  return Buffer.concat([head, Buffer.alloc(aligned(head.length) - head.length)]);
}

/** The same entry with some of its elements. */
export function withElements(entry: GgufEntry, elements: readonly Buffer[]): GgufEntry {
  const count = Buffer.alloc(8);
  count.writeBigUInt64LE(BigInt(elements.length));
  return { ...entry, elements, bytes: Buffer.concat([entry.before, count, ...elements]) };
}

export function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

function readEntry(file: Buffer, start: number): GgufEntry {
  const keyBytes = number64(file, start);
  const key = file.toString('utf8', start + 8, start + 8 + keyBytes);
  const typeAt = start + 8 + keyBytes;
  const type = file.readUInt32LE(typeAt);
  if (type !== ARRAY) {
    const end = valueEnd(file, type, typeAt + 4);
    return { key, bytes: file.subarray(start, end), elements: null, before: Buffer.alloc(0) };
  }
  const elementType = file.readUInt32LE(typeAt + 4);
  let at = typeAt + 16;
  const elements = Array.from({ length: number64(file, typeAt + 8) }, () => {
    const begin = at;
    at = valueEnd(file, elementType, at);
    return file.subarray(begin, at);
  });
  return { key, bytes: file.subarray(start, at), elements, before: file.subarray(start, typeAt + 8) };
}

function valueEnd(file: Buffer, type: number, at: number): number {
  if (type === STRING) return at + 8 + number64(file, at);
  const bytes = NUMBER_BYTES[type];
  if (bytes === undefined) throw new SyntaxError(`A GGUF value of type ${type} is not known.`);
  return at + bytes;
}

function readTensor(file: Buffer, start: number): { tensor: GgufTensor; end: number } {
  const nameBytes = number64(file, start);
  const name = file.toString('utf8', start + 8, start + 8 + nameBytes);
  const dimensionsAt = start + 8 + nameBytes;
  const dimensions = file.readUInt32LE(dimensionsAt);
  const shape = Array.from({ length: dimensions }, (_, dimension) => number64(file, dimensionsAt + 4 + 8 * dimension));
  const typeAt = dimensionsAt + 4 + 8 * dimensions;
  return { tensor: { name, shape, type: file.readUInt32LE(typeAt), offset: number64(file, typeAt + 4) }, end: typeAt + 12 };
}

function tensorBytes({ name, shape, type, offset }: GgufTensor): Buffer {
  const nameBytes = Buffer.from(name);
  const bytes = Buffer.alloc(8 + nameBytes.length + 4 + 8 * shape.length + 12);
  let at = bytes.writeBigUInt64LE(BigInt(nameBytes.length));
  at += nameBytes.copy(bytes, at);
  at = bytes.writeUInt32LE(shape.length, at);
  for (const size of shape) at = bytes.writeBigUInt64LE(BigInt(size), at);
  at = bytes.writeUInt32LE(type, at);
  bytes.writeBigUInt64LE(BigInt(offset), at);
  return bytes;
}

function number64(file: Buffer, at: number): number {
  return Number(file.readBigUInt64LE(at));
}
