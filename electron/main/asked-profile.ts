import type { Presence } from '../ipc/presence-schema.ts';
import { Scope } from '../lifetime/scope.ts';

/** The reply has begun by then, or there is none. */
const REPLY_BEGINS_MS = 1500;
/** No reply to such a request is longer. */
const LONGEST_WAIT_MS = 15_000;

/** A profile that was asked for by voice: switching ends the conversation, so what it answers is spoken first. */
export class AskedProfile {
  readonly #switchTo: (id: string) => void;
  #presence: Presence = 'starting';
  #waiting: { readonly id: string; readonly scope: Scope } | null = null;

  constructor(switchTo: (id: string) => void) {
    this.#switchTo = switchTo;
  }

  /** @param id null when there is no such profile: nothing happens */
  ask(id: string | null): void {
    if (id === null) return;
    void this.close();
    const scope = new Scope('asked-profile');
    this.#waiting = { id, scope };
    scope.timeout(() => this.#go(), LONGEST_WAIT_MS);
    scope.timeout(() => {
      if (this.#presence === 'idle') this.#go();
    }, REPLY_BEGINS_MS);
  }

  presence(presence: Presence): void {
    const spoke = this.#presence === 'speaking';
    this.#presence = presence;
    if (spoke && presence !== 'speaking') this.#go();
  }

  async close(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = null;
    await waiting?.scope.close();
  }

  #go(): void {
    const id = this.#waiting?.id;
    void this.close();
    if (id !== undefined) this.#switchTo(id);
  }
}
