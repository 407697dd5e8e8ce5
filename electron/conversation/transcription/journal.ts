import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type RecognisedWindow, recognisedWindowSchema } from './recognised-window.ts';
import type { LineSeal } from './sealed-lines.ts';

/** What work belongs to: the same file, unchanged, read the same way. Anything else starts again. */
const journalHeadSchema = z.strictObject({
  version: z.literal(1),
  bytes: z.number(),
  modifiedMs: z.number(),
  track: z.number().nullable(),
  speakers: z.string(),
  model: z.string(),
  names: z.array(z.string()),
});
export type JournalHead = z.output<typeof journalHeadSchema>;

/**
 * The finished windows of one job on disk, a line each, synced one by one: after a kill -9 only what was being recognised
 * is lost. A line that was torn ends the journal; what comes after is recognised again.
 */
export interface Journal {
  readonly windows: readonly RecognisedWindow[];
  append(window: RecognisedWindow): Promise<void>;
  /** Closes it; the work stays on disk. */
  close(): Promise<void>;
  /** Deletes it, closed: the result is kept elsewhere. */
  discard(): Promise<void>;
}

/** Opens the journal of a job, or begins it where there is none for this very file and these options. */
export async function openJournal(path: string, head: JournalHead, lines: LineSeal): Promise<Journal> {
  const found = await readJournal(path, lines);
  const continued = found !== null && JSON.stringify(found.head) === JSON.stringify(head);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, continued ? 'r+' : 'w', 0o600);
  const windows = continued ? found.windows : [];
  let end = continued ? found.goodBytes : 0;
  await file.truncate(end);
  const write = async (value: unknown) => {
    const line = `${lines.seal(JSON.stringify(value))}\n`;
    const { bytesWritten } = await file.write(line, end, 'utf8');
    end += bytesWritten;
    await file.datasync();
  };
  if (!continued) await write(head);
  return journalOver(file, path, windows, write);
}

function journalOver(file: FileHandle, path: string, windows: RecognisedWindow[], write: (value: unknown) => Promise<void>): Journal {
  // One after the other: two lines written at once would lie over each other.
  let last: Promise<void> = Promise.resolve();
  return {
    windows,
    append: (window) => {
      last = last.then(() => write(window));
      windows.push(window);
      return last;
    },
    close: async () => {
      await last.catch(() => undefined);
      await file.close();
    },
    discard: () => rm(path, { force: true }),
  };
}

interface FoundJournal {
  readonly head: JournalHead;
  readonly windows: RecognisedWindow[];
  /** Up to the end of the last whole line. */
  readonly goodBytes: number;
}

async function readJournal(path: string, lines: LineSeal): Promise<FoundJournal | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const [first = '', ...rest] = text.split('\n').slice(0, -1);
  const head = parsed(first, lines, journalHeadSchema);
  if (head === null) return null;
  const windows: RecognisedWindow[] = [];
  let goodBytes = Buffer.byteLength(first) + 1;
  for (const line of rest) {
    const window = parsed(line, lines, recognisedWindowSchema);
    if (window === null) break;
    windows.push(window);
    goodBytes += Buffer.byteLength(line) + 1;
  }
  return { head, windows, goodBytes };
}

function parsed<T>(line: string, lines: LineSeal, schema: z.ZodType<T>): T | null {
  const text = lines.open(line);
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
