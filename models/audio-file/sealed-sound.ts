import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { badFile } from './check-file.ts';
import { STILL_RECORDING, WAV_HEADER_BYTES, wavHeader } from './own-wav.ts';
import type { ReadHandle } from './sound-source.ts';

/**
 * Our own recordings on disk, sealed. A head, then samples in pieces of 1024 bytes, each with 16 bytes of proof behind it
 * (AES-256-GCM, the number of the piece as nonce): any place can be read, a piece is safe as soon as it is written, and what
 * a crash tore is dropped. Every file has a key of its own, which lies in its head sealed by the key of the profile: a new
 * passphrase seals 60 bytes anew, not hours of sound, and whoever destroys the profile's key has destroyed the sound.
 *
 * Head: "PARLEYS1", channels (u8), 0 while it is recorded or 1 (u8), 6 spare bytes, two places for the sealed key.
 */
const MAGIC = Buffer.from('PARLEYS1', 'latin1');
const CHANNELS_AT = 8;
const WHOLE_AT = 9;
const KEYS_AT = 16;
const NONCE_BYTES = 12;
const KEY_BYTES = 32;
const PROOF_BYTES = 16;
const SEALED_KEY_BYTES = NONCE_BYTES + KEY_BYTES + PROOF_BYTES;
const KEY_PLACES = 2;
export const SEALED_HEAD_BYTES = KEYS_AT + KEY_PLACES * SEALED_KEY_BYTES;
/** A frame of 32 ms of one channel: nothing of it waits for the next. */
export const PIECE_BYTES = 1024;
const STORED_BYTES = PIECE_BYTES + PROOF_BYTES;
/** Read and opened at once: a second and more of sound. */
const PIECES_AT_ONCE = 64;

export function isSealedSound(head: Uint8Array): boolean {
  return MAGIC.equals(head.subarray(0, MAGIC.length));
}

/** Seals sound as it comes; what fills no piece is held until the next or the end. */
export class SoundSealer {
  readonly head: Buffer;
  readonly #key = randomBytes(KEY_BYTES);
  readonly #channels: number;
  #held: Buffer = Buffer.alloc(0);
  #number = 0;

  /** @param profileKey 32 bytes */
  constructor(profileKey: Uint8Array, channels: number) {
    this.#channels = channels;
    this.head = Buffer.alloc(SEALED_HEAD_BYTES);
    MAGIC.copy(this.head);
    this.head.writeUInt8(channels, CHANNELS_AT);
    sealKey(this.#key, profileKey).copy(this.head, KEYS_AT);
  }

  take(bytes: Buffer): Buffer {
    const all = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    const whole = all.length - (all.length % PIECE_BYTES);
    this.#held = all.subarray(whole);
    return Buffer.concat(
      Array.from({ length: whole / PIECE_BYTES }, (_, index) => this.#seal(all.subarray(index * PIECE_BYTES).subarray(0, PIECE_BYTES))),
    );
  }

  /** The last, shorter piece; empty when there is none. */
  end(): Buffer {
    const last = this.#held;
    this.#held = Buffer.alloc(0);
    return last.length === 0 ? last : this.#seal(last);
  }

  #seal(piece: Buffer): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(this.#number));
    cipher.setAAD(Buffer.of(this.#channels));
    this.#number += 1;
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Says that nothing comes any more; call it when all of it is on the disk. */
export async function markWhole(file: FileHandle): Promise<void> {
  await file.write(Buffer.of(1), 0, 1, WHOLE_AT);
  await file.datasync();
}

/** What a crash tore goes, the rest is whole. @returns false for a file that was whole already or is none of ours */
export async function finishSealed(file: FileHandle): Promise<boolean> {
  const head = Buffer.alloc(SEALED_HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  if (bytesRead < head.length || !isSealedSound(head) || head[WHOLE_AT] === 1) return false;
  const { size } = await file.stat();
  await file.truncate(size - ((size - SEALED_HEAD_BYTES) % STORED_BYTES));
  await file.datasync();
  await markWhole(file);
  return true;
}

/** Seals the key of a file anew; a power cut in between leaves the old one or the new one. @returns whether `before` fitted */
export async function sealAnew(file: FileHandle, before: Uint8Array, after: Uint8Array): Promise<boolean> {
  const head = Buffer.alloc(SEALED_HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  if (bytesRead < head.length || !isSealedSound(head)) return false;
  const place = keyPlaces(head).findIndex((sealed) => openKey(sealed, before) !== null);
  const key = openKey(keyPlaces(head)[place] ?? Buffer.alloc(0), before);
  if (key === null) return false;
  const at = (number: number) => KEYS_AT + number * SEALED_KEY_BYTES;
  await file.write(sealKey(key, after), 0, SEALED_KEY_BYTES, at(1 - place));
  await file.datasync();
  await file.write(Buffer.alloc(SEALED_KEY_BYTES), 0, SEALED_KEY_BYTES, at(place));
  await file.datasync();
  return true;
}

/**
 * A sealed recording as the WAV it is: every place of it can be read, and its header says "still being recorded" until it
 * is whole.
 * @param keys of profiles, any of which may have sealed it
 * @throws EngineFailure 'bad-input' when none of them did
 */
export async function openSealedSound(handle: ReadHandle, keys: readonly Uint8Array[]): Promise<ReadHandle> {
  const head = await readHead(handle);
  const key = keyPlaces(head)
    .flatMap((sealed) => keys.map((profileKey) => openKey(sealed, profileKey)))
    .find((found) => found !== null);
  if (key === undefined) {
    throw badFile('This recording is sealed with the key of another profile.', 'Open it in Parley, in the profile it was recorded in.');
  }
  return new SealedView(handle, key, head.readUInt8(CHANNELS_AT));
}

class SealedView implements ReadHandle {
  readonly #handle: ReadHandle;
  readonly #key: Buffer;
  readonly #channels: number;

  constructor(handle: ReadHandle, key: Buffer, channels: number) {
    this.#handle = handle;
    this.#key = key;
    this.#channels = channels;
  }

  async stat(): Promise<{ readonly size: number }> {
    return { size: WAV_HEADER_BYTES + (await this.#extent()).bytes };
  }

  async read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }> {
    if (position < WAV_HEADER_BYTES) {
      const { bytes, isWhole } = await this.#extent();
      const header = wavHeader(this.#channels, isWhole ? bytes : STILL_RECORDING).subarray(position, position + length);
      buffer.set(header, offset);
      return { bytesRead: header.length };
    }
    const from = position - WAV_HEADER_BYTES;
    const first = Math.floor(from / PIECE_BYTES);
    const count = Math.min(PIECES_AT_ONCE, Math.ceil((from + length) / PIECE_BYTES) - first);
    const opened = (await this.#pieces(first, count)).subarray(from - first * PIECE_BYTES).subarray(0, length);
    buffer.set(opened, offset);
    return { bytesRead: opened.length };
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  /** Up to the first that is not there or not whole. */
  async #pieces(first: number, count: number): Promise<Buffer> {
    const stored = Buffer.alloc(count * STORED_BYTES);
    const at = SEALED_HEAD_BYTES + first * STORED_BYTES;
    let filled = 0;
    while (filled < stored.length) {
      const { bytesRead } = await this.#handle.read(stored, filled, stored.length - filled, at + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    const opened: Buffer[] = [];
    for (let index = 0; index * STORED_BYTES < filled; index++) {
      const piece = this.#open(stored.subarray(index * STORED_BYTES, Math.min(filled, (index + 1) * STORED_BYTES)), first + index);
      if (piece === null) break;
      opened.push(piece);
    }
    return Buffer.concat(opened);
  }

  #open(stored: Buffer, number: number): Buffer | null {
    if (stored.length <= PROOF_BYTES) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonceOf(number), { authTagLength: PROOF_BYTES });
    decipher.setAAD(Buffer.of(this.#channels));
    decipher.setAuthTag(stored.subarray(-PROOF_BYTES));
    try {
      return Buffer.concat([decipher.update(stored.subarray(0, -PROOF_BYTES)), decipher.final()]);
    } catch {
      return null;
    }
  }

  /** The mark is read first: once it says whole, nothing is written any more. */
  async #extent(): Promise<{ readonly bytes: number; readonly isWhole: boolean }> {
    const mark = Buffer.alloc(1);
    await this.#handle.read(mark, 0, 1, WHOLE_AT);
    const stored = (await this.#handle.stat()).size - SEALED_HEAD_BYTES;
    const isWhole = mark[0] === 1;
    const last = stored % STORED_BYTES;
    const bytes = Math.floor(stored / STORED_BYTES) * PIECE_BYTES + (isWhole && last > PROOF_BYTES ? last - PROOF_BYTES : 0);
    return { bytes: Math.max(0, bytes), isWhole };
  }
}

async function readHead(handle: ReadHandle): Promise<Buffer> {
  const head = Buffer.alloc(SEALED_HEAD_BYTES);
  const { bytesRead } = await handle.read(head, 0, head.length, 0);
  if (bytesRead === head.length) return head;
  throw badFile('The recording is damaged: its head is cut off.', 'It cannot be read any more.');
}

function keyPlaces(head: Buffer): Buffer[] {
  return Array.from({ length: KEY_PLACES }, (_, index) => head.subarray(KEYS_AT + index * SEALED_KEY_BYTES).subarray(0, SEALED_KEY_BYTES));
}

function sealKey(key: Buffer, profileKey: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', profileKey, nonce);
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

function openKey(sealed: Buffer, profileKey: Uint8Array): Buffer | null {
  if (sealed.length < SEALED_KEY_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', profileKey, sealed.subarray(0, NONCE_BYTES), { authTagLength: PROOF_BYTES });
  decipher.setAuthTag(sealed.subarray(-PROOF_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -PROOF_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** The key is one file's alone, so a number never comes twice under it. */
function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeBigUInt64LE(BigInt(number));
  return nonce;
}
