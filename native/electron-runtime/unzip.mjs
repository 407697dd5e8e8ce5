import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * Unpacks a ZIP file (APPNOTE 6.3, no zip64) without any dependency: it runs before there are any.
 * @param {string} file
 * @param {string} target
 * @param {(name: string) => string | null} rename where an entry goes; null leaves it out
 */
export function unzip(file, target, rename) {
  const descriptor = fs.openSync(file, 'r');
  try {
    for (const entry of entries(descriptor)) {
      const name = entry.name.endsWith('/') ? null : rename(entry.name);
      if (name !== null) unpack(descriptor, entry, target, name);
    }
  } finally {
    fs.closeSync(descriptor);
  }
}

/** @typedef {{ name: string, method: number, packedBytes: number, mode: number, offset: number }} Entry */

/** @param {number} descriptor @param {number} position @param {number} length */
function readAt(descriptor, position, length) {
  const buffer = Buffer.alloc(length);
  if (fs.readSync(descriptor, buffer, 0, length, position) !== length) throw new Error('the archive ends too early');
  return buffer;
}

/** @param {number} descriptor @returns {Entry[]} */
function entries(descriptor) {
  const { size } = fs.fstatSync(descriptor);
  const tailBytes = Math.min(size, 65_557);
  const tail = readAt(descriptor, size - tailBytes, tailBytes);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error('the archive is not a ZIP file');
  const directory = readAt(descriptor, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  /** @type {Entry[]} */
  const found = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY; ) {
    const nameBytes = directory.readUInt16LE(at + 28);
    found.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return found;
}

/** @param {number} descriptor @param {Entry} entry @param {string} target @param {string} name */
function unpack(descriptor, entry, target, name) {
  const place = path.resolve(target, name);
  if (!place.startsWith(target + path.sep)) throw new Error(`the archive holds a bad name: ${name}`);
  const local = readAt(descriptor, entry.offset, 30);
  const packed = readAt(descriptor, entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28), entry.packedBytes);
  const content = entry.method === 8 ? zlib.inflateRawSync(packed) : packed;
  fs.mkdirSync(path.dirname(place), { recursive: true });
  const isLink = (entry.mode & 0o170000) === 0o120000;
  if (isLink) fs.symlinkSync(content.toString(), place);
  else fs.writeFileSync(place, content, { mode: entry.mode & 0o777 || 0o644 });
}
