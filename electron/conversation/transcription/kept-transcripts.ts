import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ProblemError } from '../../ipc/derive-ipc.ts';
import { applyChange, type TranscriptChange, transcriptChangeSchema } from '../../ipc/transcript-edits.ts';
import type { Transcript } from '../../ipc/transcription-schema.ts';
import type { LineSeal } from './sealed-lines.ts';

/** After this many edits the whole transcript is written anew. */
const FOLDED_AFTER = 200;

export interface TranscriptPlace {
  read(id: string): Promise<Transcript | null>;
  write(id: string, transcript: Transcript): Promise<void>;
  /** Where edits lie, one sealed line each, until they are folded into the transcript. */
  editsPath(id: string): string;
}

interface Opened {
  readonly id: string;
  transcript: Transcript;
  revision: number;
  /** Edits that only lie in their own file. */
  loose: number;
}

/**
 * Transcripts that are read and edited. An edit is a line on disk when it is answered, however long the transcript; after
 * some, and when another is opened, they are folded into it. One is open at a time.
 */
export class KeptTranscripts {
  readonly #place: TranscriptPlace;
  readonly #lines: () => LineSeal;
  #opened: Opened | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** @param lines asked anew each time: a passphrase changes the key */
  constructor(place: TranscriptPlace, lines: () => LineSeal) {
    this.#place = place;
    this.#lines = lines;
  }

  /** As it is kept now; null when there is none. */
  read(id: string): Promise<{ readonly transcript: Transcript; readonly revision: number } | null> {
    return this.#inOrder(() => this.#open(id));
  }

  /** @returns the new revision @throws ProblemError 'edit-refused' | 'transcript-gone' */
  change(id: string, revision: number, change: TranscriptChange): Promise<number> {
    return this.#inOrder(async () => {
      const opened = await this.#open(id);
      if (opened === null) throw gone();
      if (opened.revision !== revision) throw older();
      const { text } = applyChange(opened.transcript, change);
      await this.#append(opened, change);
      opened.transcript = { ...opened.transcript, ...text };
      opened.revision += 1;
      opened.loose += 1;
      if (opened.loose >= FOLDED_AFTER) await this.#fold(opened);
      return opened.revision;
    });
  }

  /** Its edits go with it. */
  remove(id: string): Promise<void> {
    return this.#inOrder(async () => {
      if (this.#opened?.id === id) this.#opened = null;
      await rm(this.#place.editsPath(id), { force: true });
    });
  }

  /** What is loose is folded; the next reading looks at the disk again. */
  close(): Promise<void> {
    return this.#inOrder(async () => {
      const opened = this.#opened;
      this.#opened = null;
      if (opened !== null && opened.loose > 0) await this.#fold(opened);
    });
  }

  async #open(id: string): Promise<Opened | null> {
    if (this.#opened?.id === id) return this.#opened;
    const before = this.#opened;
    this.#opened = null;
    if (before !== null && before.loose > 0) await this.#fold(before);
    const kept = await this.#place.read(id);
    if (kept === null) return null;
    const opened: Opened = { id, transcript: kept, revision: 0, loose: 0 };
    for (const change of await this.#looseEdits(id, kept)) {
      opened.transcript = { ...opened.transcript, ...applyChange(opened.transcript, change).text };
      opened.loose += 1;
    }
    if (opened.loose > 0) await this.#fold(opened);
    this.#opened = opened;
    return opened;
  }

  async #looseEdits(id: string, kept: Transcript): Promise<TranscriptChange[]> {
    const text = await readFile(this.#place.editsPath(id), 'utf8').catch(() => '');
    const [head = '', ...lines] = text.split('\n').slice(0, -1);
    // Otherwise the transcript was written anew already, and the process died before its edits were deleted.
    if (head === '' || this.#lines().open(head) !== markOf(kept)) return [];
    const edits: TranscriptChange[] = [];
    for (const line of lines) {
      const change = readEdit(line, this.#lines());
      // A line that was torn ends the file.
      if (change === null) break;
      edits.push(change);
    }
    return edits;
  }

  async #append({ id, transcript, loose }: Opened, change: TranscriptChange): Promise<void> {
    const path = this.#place.editsPath(id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const { seal } = this.#lines();
    const head = loose === 0 ? `${seal(markOf(transcript))}\n` : '';
    const file = await open(path, loose === 0 ? 'w' : 'a', 0o600);
    try {
      await file.write(`${head}${seal(JSON.stringify(change))}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  async #fold(opened: Opened): Promise<void> {
    await this.#place.write(opened.id, opened.transcript);
    await rm(this.#place.editsPath(opened.id), { force: true });
    opened.loose = 0;
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

/** Tells the very text that edits belong to. */
function markOf(transcript: Transcript): string {
  return createHash('sha256').update(JSON.stringify(transcript)).digest('hex');
}

function readEdit(line: string, lines: LineSeal): TranscriptChange | null {
  const text = lines.open(line);
  if (text === null) return null;
  try {
    return transcriptChangeSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function gone(): ProblemError {
  return new ProblemError({ id: 'transcript-gone', message: 'This transcript is not there any more.', whatToDo: 'Go back to the list.' });
}

function older(): ProblemError {
  return new ProblemError({
    id: 'edit-refused',
    message: 'The transcript was changed elsewhere meanwhile.',
    whatToDo: 'It is shown again as it is kept; edit it once more.',
  });
}
