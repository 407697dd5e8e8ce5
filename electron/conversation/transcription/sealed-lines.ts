import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Turns text into one line of a file and back: sealed with the key of the profile, or as it is where there is no profile. */
export interface LineSeal {
  readonly seal: (text: string) => string;
  /** @returns null for a line that was torn or that another key sealed */
  readonly open: (line: string) => string | null;
}

/** The command line without a profile: the file is private to its owner, and goes when the work is done. */
export const PLAIN_LINES: LineSeal = { seal: (text) => text, open: (line) => line };

/** @param key 32 bytes */
export function sealedLines(key: Uint8Array): LineSeal {
  return {
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce);
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
    },
    open: (line) => {
      const bytes = Buffer.from(line, 'base64');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
