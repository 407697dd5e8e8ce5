import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../ipc/derive-ipc.ts';

/** Audio of one utterance on disk. */
export interface SpoolFile {
  /** Hands the samples to the disk without waiting for it. @param samples mono, 16 kHz */
  append(samples: Float32Array): void;
  /** The words are safe, or were taken back: the audio goes. */
  commit(): Promise<void>;
}

/** Audio whose words were never committed: the process died in between. */
export interface OrphanedAudio {
  readonly turnId: string;
  readonly conversationId: string;
  readonly samples: Float32Array;
  readonly forgetAudio: () => void;
}

export interface AudioSpool {
  open(turnId: string, conversationId: string): SpoolFile;
  recover(): Promise<readonly OrphanedAudio[]>;
}

const IV_BYTES = 16;
const PROOF_BYTES = 16;
const FILE_NAME = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.audio$/;

/**
 * Keeps the running utterance on disk, encrypted (AES-256-CTR, a fresh IV a file, a key derived from the data key), until
 * its words are committed. A file is IV, proof that the key fits, then 16 bit samples.
 * @param tell a disk that cannot be written is told once; the conversation goes on without the spool
 */
export async function openAudioSpool(folder: string, dataKey: string, tell: (problem: Problem) => void): Promise<AudioSpool> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // What lies there now was left behind; what comes later belongs to this run.
  const leftBehind = await readdir(folder);
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(dataKey, 'hex'), '', 'parley audio spool', 32));
  const proofOf = (iv: Buffer) => createHmac('sha256', key).update(iv).digest().subarray(0, PROOF_BYTES);
  let told = false;
  const failed = (failure: NodeJS.ErrnoException) => {
    if (told) return;
    told = true;
    const why = failure.code === 'ENOSPC' ? 'the disk is full' : `it cannot be written (${failure.code ?? failure.name})`;
    tell({
      id: 'spool-failed',
      message: `What you say is not kept on disk while you speak: ${why}.`,
      whatToDo: `Make room at ${folder}; the conversation goes on.`,
    });
  };

  const open = (turnId: string, conversationId: string): SpoolFile => {
    const path = join(folder, `${conversationId}.${turnId}.audio`);
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-ctr', key, iv);
    const stream = createWriteStream(path, { mode: 0o600 });
    stream.on('error', failed);
    stream.write(Buffer.concat([iv, proofOf(iv)]));
    return {
      append: (samples) => void (stream.writable && stream.write(cipher.update(toBytes(samples)))),
      commit: async () => {
        // What is still on its way to the disk is not wanted any more: that it does not arrive is no problem.
        stream.off('error', failed).on('error', () => undefined);
        await new Promise<void>((resolve) => {
          stream.once('close', resolve);
          stream.destroy();
        });
        await unlink(path).catch(() => undefined);
      },
    };
  };

  const read = async (name: string): Promise<OrphanedAudio | null> => {
    const [, conversationId, turnId] = FILE_NAME.exec(name) ?? [];
    if (conversationId === undefined || turnId === undefined) return null;
    const path = join(folder, name);
    const bytes = await readFile(path);
    const iv = bytes.subarray(0, IV_BYTES);
    const proof = bytes.subarray(IV_BYTES, IV_BYTES + PROOF_BYTES);
    // Audio of a run whose key is gone can be read by nobody.
    if (proof.length !== PROOF_BYTES || !timingSafeEqual(proof, proofOf(iv))) return null;
    const plain = createDecipheriv('aes-256-ctr', key, iv).update(bytes.subarray(IV_BYTES + PROOF_BYTES));
    return { turnId, conversationId, samples: fromBytes(plain), forgetAudio: () => void rm(path, { force: true }) };
  };

  const recover = async () => {
    const found = await Promise.all(leftBehind.map(read));
    return found.filter((orphan) => orphan !== null);
  };
  return { open, recover };
}

/** Where nothing can be written there is no spool. */
export const NO_SPOOL: AudioSpool = {
  open: () => ({ append: () => undefined, commit: async () => undefined }),
  recover: async () => [],
};

function toBytes(samples: Float32Array): Buffer {
  const bytes = Buffer.allocUnsafe(samples.length * 2);
  samples.forEach((sample, index) => {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), index * 2);
  });
  return bytes;
}

function fromBytes(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: Math.floor(bytes.length / 2) }, (_, index) => bytes.readInt16LE(index * 2) / 32_768);
}
