import type { EventPayload } from '../ipc/derive-ipc.ts';
import type { ProcessContract } from '../ipc/process-schema.ts';

/** Whoever waited this long has begun something else. */
const LONG_MS = 20_000;
/** What Electron takes for "no progress". */
const NO_PROGRESS = -1;

type JobsUnderWay = EventPayload<ProcessContract, 'recordingsUnderWay'>;
type JobEnded = EventPayload<ProcessContract, 'recordingEnded'>;

export interface RecordingsProgressWays {
  /** Null while there is no window. */
  readonly window: () => { isVisible(): boolean; isFocused(): boolean; setProgressBar(share: number): void } | null;
  /** On the icon of the dock or launcher, where the system has such a thing. */
  readonly setBadge: (count: number) => void;
  readonly notify: (notification: { readonly title: string; readonly body: string; readonly clicked: () => void }) => void;
  /** Brings the window to this recording. */
  readonly show: (recordingId: string) => void;
}

/** Recordings on the taskbar while they become text, and a notification when a long one has ended and nobody looks. */
export class RecordingsProgress {
  readonly #ways: RecordingsProgressWays;
  #jobs: JobsUnderWay = { open: 0, share: null };

  constructor(ways: RecordingsProgressWays) {
    this.#ways = ways;
  }

  underWay(jobs: JobsUnderWay): void {
    this.#jobs = jobs;
    this.#ways.setBadge(jobs.open);
    this.draw();
  }

  /** Again for a window that is new. */
  draw(): void {
    this.#ways.window()?.setProgressBar(this.#jobs.share ?? NO_PROGRESS);
  }

  ended({ id, name, state, tookMs }: JobEnded): void {
    const window = this.#ways.window();
    const isSeen = window?.isVisible() === true && window.isFocused();
    if (isSeen || tookMs < LONG_MS) return;
    this.#ways.notify({ ...sentences(name, state), clicked: () => this.#ways.show(id) });
  }
}

function sentences(name: string, state: JobEnded['state']): { title: string; body: string } {
  if (state === 'done') return { title: 'A recording is text now', body: `${name} is ready to read.` };
  if (state === 'no-speech') return { title: 'Nobody speaks in a recording', body: `There are no words in ${name}.` };
  return { title: 'A recording did not become text', body: `${name}: the list of recordings says why.` };
}
