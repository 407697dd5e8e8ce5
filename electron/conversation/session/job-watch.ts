import type { EventPayload } from '../../ipc/derive-ipc.ts';
import type { ProcessContract } from '../../ipc/process-schema.ts';
import type { TranscriptionJob } from '../../ipc/transcription-schema.ts';

export type JobsUnderWay = EventPayload<ProcessContract, 'recordingsUnderWay'>;
export type JobEnded = EventPayload<ProcessContract, 'recordingEnded'>;

export interface JobWatchParts {
  readonly nowMs: () => number;
  readonly underWay: (jobs: JobsUnderWay) => void;
  readonly ended: (job: JobEnded) => void;
}

const UNDER_WAY: ReadonlySet<TranscriptionJob['state']> = new Set(['waiting', 'running']);
const ENDED = { done: true, 'no-speech': true, failed: true } as const;

/** What somebody who looks elsewhere wants to know of the queue: how far all of it is, and when one of it has ended. */
export class JobWatch {
  readonly #parts: JobWatchParts;
  readonly #open = new Map<string, { readonly sinceMs: number; share: number }>();
  /** Since there was nothing to do: the bar does not fall back when a file of several is finished. */
  #finished = 0;
  #told = '';

  constructor(parts: JobWatchParts) {
    this.#parts = parts;
  }

  take({ id, name, state, percent }: TranscriptionJob): void {
    const open = this.#open.get(id);
    if (UNDER_WAY.has(state)) {
      this.#open.set(id, { sinceMs: open?.sinceMs ?? this.#parts.nowMs(), share: (percent ?? 0) / 100 });
    } else if (open !== undefined) {
      this.#open.delete(id);
      this.#finished += 1;
      if (state in ENDED) {
        const tookMs = this.#parts.nowMs() - open.sinceMs;
        this.#parts.ended({ id, name, state: state as keyof typeof ENDED, tookMs });
      }
    }
    this.#tell();
  }

  /** Taken out of the list. */
  forget(id: string): void {
    this.#open.delete(id);
    this.#tell();
  }

  #tell(): void {
    if (this.#open.size === 0) this.#finished = 0;
    const shares = [...this.#open.values()].reduce((sum, { share }) => sum + share, this.#finished);
    const share = this.#open.size === 0 ? null : Math.round((shares / (this.#open.size + this.#finished)) * 100) / 100;
    const underWay = { open: this.#open.size, share };
    const told = JSON.stringify(underWay);
    if (told === this.#told) return;
    this.#told = told;
    this.#parts.underWay(underWay);
  }
}
