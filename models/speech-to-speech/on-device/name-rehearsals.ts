import { Scope } from '../../../electron/lifetime/scope.ts';
import { NOT_REHEARSED, type RehearsedName } from '../../names/local-names.ts';
import { rehearseName } from '../../names/rehearse-name.ts';
import type { EngineName } from '../realtime-model.ts';
import type { OnDeviceRoles } from './on-device-model.ts';

/** So long nobody speaks and nothing is said before a name is rehearsed: the models are needed for the conversation first. */
const REST_MS = 3_000;
/** A name takes some seconds of one core: longer lists are left as they are written. */
const MOST_NAMES = 100;

/** What the recogniser made of names when the voice said them; for the life of the program, never on disk. */
export type RehearsedNames = Map<string, RehearsedName>;

export function rehearsalKey({ written, ipa, respelling }: EngineName): string {
  return JSON.stringify([written, ipa, respelling]);
}

export interface RehearsalOptions {
  readonly roles: Pick<OnDeviceRoles, 'speechToText' | 'textToSpeech' | 'metered'>;
  readonly known: RehearsedNames;
  /** There is one form more to lean towards. */
  readonly onLearned: () => void;
}

/** Rehearses names one after the other while the conversation rests; whatever happens in it stops the rehearsal at once. */
export class NameRehearsals {
  readonly #options: RehearsalOptions;
  #names: readonly EngineName[] = [];
  readonly #scope = new Scope('name rehearsals');
  #waiting = false;
  #running: AbortController | null = null;
  #disturbedAtMs = performance.now();

  constructor(options: RehearsalOptions) {
    this.#options = options;
  }

  /** What a name is to be listened for besides its spelling. */
  readonly rehearsed = (name: EngineName): RehearsedName => this.#options.known.get(rehearsalKey(name)) ?? NOT_REHEARSED;

  /** Elsewhere, where each request counts, nothing is rehearsed. @param names the most important first */
  want(names: readonly EngineName[]): void {
    const { hearing, voice } = this.#options.roles.metered;
    if (hearing || voice) return;
    this.#names = names.slice(0, MOST_NAMES);
    this.#later();
  }

  /** Somebody speaks, or the assistant does. */
  disturb(): void {
    this.#disturbedAtMs = performance.now();
    this.#running?.abort();
  }

  async close(): Promise<void> {
    this.#running?.abort();
    await this.#scope.close();
  }

  #later(): void {
    if (this.#scope.closed || this.#waiting || this.#running !== null || this.#next() === undefined) return;
    const restedMs = performance.now() - this.#disturbedAtMs;
    this.#waiting = true;
    this.#scope.timeout(
      () => {
        this.#waiting = false;
        if (performance.now() - this.#disturbedAtMs < REST_MS) this.#later();
        else void this.#rehearse();
      },
      Math.max(0, REST_MS - restedMs),
    );
  }

  #next(): EngineName | undefined {
    return this.#names.find((name) => name.written.trim() !== '' && !this.#options.known.has(rehearsalKey(name)));
  }

  async #rehearse(): Promise<void> {
    const name = this.#next();
    if (name === undefined || this.#scope.closed) return;
    const { roles, known, onLearned } = this.#options;
    const running = new AbortController();
    this.#running = running;
    try {
      const [voice, recogniser] = [await roles.textToSpeech.get(), await roles.speechToText.get()];
      known.set(rehearsalKey(name), await rehearseName(name, { voice, recogniser, signal: running.signal }));
      if (!this.#scope.closed) onLearned();
    } catch {
      // Disturbed: it is tried again. Failed: the name is listened for as it is spelled.
      if (!running.signal.aborted) known.set(rehearsalKey(name), NOT_REHEARSED);
    }
    this.#running = null;
    this.#later();
  }
}
