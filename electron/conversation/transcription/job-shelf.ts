import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type Transcript,
  type TranscriptionJob,
  type TranscriptionOptions,
  transcriptionJobSchema,
  transcriptionOptionsSchema,
  transcriptSchema,
} from '../../ipc/transcription-schema.ts';
import type { LineSeal } from './sealed-lines.ts';

const keptJobSchema = z.strictObject({ addedMs: z.number(), job: transcriptionJobSchema, options: transcriptionOptionsSchema });
const JOB_ID = /^[0-9a-f-]{36}$/;

/** Where jobs are kept: `ID.job`, `ID.journal` and `ID.transcript` in one folder, each file sealed as a whole line. */
export interface JobShelf {
  /** In the order in which they were added. Files that cannot be read are left alone. */
  jobs(): Promise<{ readonly job: TranscriptionJob; readonly options: TranscriptionOptions }[]>;
  keepJob(job: TranscriptionJob, options: TranscriptionOptions): Promise<void>;
  dropJob(id: string): Promise<void>;
  journalPath(id: string): string;
  dropJournal(id: string): Promise<void>;
  transcript(id: string): Promise<Transcript | null>;
  keepTranscript(id: string, transcript: Transcript): Promise<void>;
}

/** @param nowMs since the epoch, for the order of jobs */
export function openJobShelf(folder: string, lines: LineSeal, nowMs: () => number): JobShelf {
  const place = (id: string, kind: 'job' | 'journal' | 'transcript') => join(folder, `${id}.${kind}`);
  const added = new Map<string, number>();
  let last: Promise<unknown> = Promise.resolve();
  /** Whole or not at all, one after the other. */
  const keep = (path: string, value: unknown): Promise<void> => {
    const write = async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await open(`${path}.part`, 'w', 0o600);
      await file.writeFile(lines.seal(JSON.stringify(value)));
      await file.sync();
      await file.close();
      await rename(`${path}.part`, path);
    };
    const written = last.then(write, write);
    last = written.catch(() => undefined);
    return written;
  };
  return {
    jobs: async () => {
      const names = await readdir(folder).catch(() => []);
      const ids = names.flatMap((name) => (name.endsWith('.job') && JOB_ID.test(name.slice(0, -4)) ? [name.slice(0, -4)] : []));
      const kept = (await Promise.all(ids.map((id) => readKept(place(id, 'job'), lines, keptJobSchema)))).filter((found) => found !== null);
      for (const { job, addedMs } of kept) added.set(job.id, addedMs);
      return kept.toSorted((a, b) => a.addedMs - b.addedMs);
    },
    keepJob: (job, options) => {
      const addedMs = added.get(job.id) ?? nowMs();
      added.set(job.id, addedMs);
      return keep(place(job.id, 'job'), { addedMs, job, options });
    },
    dropJob: async (id) => {
      await last;
      for (const kind of ['job', 'journal', 'transcript'] as const) await rm(place(id, kind), { force: true });
    },
    journalPath: (id) => place(id, 'journal'),
    dropJournal: (id) => rm(place(id, 'journal'), { force: true }),
    transcript: (id) => readKept(place(id, 'transcript'), lines, transcriptSchema),
    keepTranscript: (id, transcript) => keep(place(id, 'transcript'), transcript),
  };
}

async function readKept<T>(path: string, lines: LineSeal, schema: z.ZodType<T>): Promise<T | null> {
  const text = lines.open(await readFile(path, 'utf8').catch(() => ''));
  try {
    return text === null || text === '' ? null : (schema.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}
