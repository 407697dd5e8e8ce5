import type { Session } from 'electron';
import { isOwnUrl } from '../ipc/trusted-sender.ts';

/** How long a press of the button counts: the system may ask the person in between. */
const ALLOWED_MS = 30_000;

/**
 * What this computer plays, for the recording of a meeting: given once for each press of that button, to our own page, and
 * with a picture of that page, because Chromium hands out no sound without one. The screen is never given.
 */
export class SystemSound {
  readonly #nowMs: () => number;
  #allowedUntilMs = Number.NEGATIVE_INFINITY;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** The person pressed the button. */
  allow(): void {
    this.#allowedUntilMs = this.#nowMs() + ALLOWED_MS;
  }

  /** Chromium asks whether the page may before it asks what to give; that does not count. */
  isAllowed(url: string | null): boolean {
    return url !== null && isOwnUrl(url) && this.#nowMs() <= this.#allowedUntilMs;
  }

  /** Whether this request is the one that was pressed for; it counts once. */
  take({ url, audioRequested }: { readonly url: string | null; readonly audioRequested: boolean }): boolean {
    const isAllowed = audioRequested && this.isAllowed(url);
    this.#allowedUntilMs = Number.NEGATIVE_INFINITY;
    return isAllowed;
  }
}

/** Answers every request for screen or system sound. */
export function setupSystemSound(session: Session, sound: SystemSound): void {
  session.setDisplayMediaRequestHandler(({ frame, audioRequested }, callback) => {
    if (frame !== null && sound.take({ url: frame.url, audioRequested })) callback({ video: frame, audio: 'loopback' });
    else callback({});
  });
}
