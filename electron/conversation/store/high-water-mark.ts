import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Problem } from '../../ipc/derive-ipc.ts';

/** How many turns were committed, kept beside the database. Holds a number, no words. */
export interface HighWaterMark {
  raise(commits: number): void;
}

export const NO_MARK: HighWaterMark = { raise: () => undefined };

/**
 * A flipped bit in the write-ahead log drops every later commit without any error (measured), so the count is kept a
 * second time, outside the database.
 */
export function openHighWaterMark(path: string): HighWaterMark & { read(): number } {
  return {
    read: () => {
      try {
        const value = Number.parseInt(readFileSync(path, 'utf8'), 10);
        return Number.isSafeInteger(value) ? value : 0;
      } catch {
        return 0;
      }
    },
    raise: (commits) => {
      const file = openSync(path, 'w', 0o600);
      try {
        writeSync(file, String(commits).padStart(12, '0'));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
  };
}

/** What to tell when the database knows fewer turns than were committed. */
export function missingTurns(marked: number, found: number): Problem | null {
  const missing = marked - found;
  if (missing <= 0) return null;
  const turns = missing === 1 ? 'The last turn is' : `The last ${missing} turns are`;
  return {
    id: 'turns-missing',
    message: `${turns} missing from the history: the disk lost them.`,
    whatToDo: 'Check the disk; everything before them is there.',
  };
}
