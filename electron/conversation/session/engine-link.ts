import type { EngineEvent, EngineSetup, RealtimeConnection, RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';
import { Generation } from '../../lifetime/generation.ts';

export interface EngineLinkOptions {
  readonly model: RealtimeModel;
  /** Asked at every opening, so that a new connection starts with what is known now. */
  readonly setup: () => EngineSetup;
  readonly onEvent: (event: EngineEvent) => void;
  readonly onReady: () => void;
  readonly onUnavailable: (failure: EngineFailure) => void;
}

/**
 * The session's hold on an engine. Calls made while the engine is still loading or connecting are kept in order and made
 * as soon as it is ready: one can talk before the models are loaded, and no word is lost.
 */
export class EngineLink {
  readonly #options: EngineLinkOptions;
  readonly #generation = new Generation();
  #connection: RealtimeConnection | null = null;
  #waiting: ((connection: RealtimeConnection) => void)[] = [];
  #abort = new AbortController();

  constructor(options: EngineLinkOptions) {
    this.#options = options;
  }

  get ready(): boolean {
    return this.#connection !== null;
  }

  /** Opens a connection, or replaces the one there is; events of the old one are dropped from now on. */
  async open(): Promise<void> {
    await this.#drop();
    const current = this.#generation.advance();
    this.#abort = new AbortController();
    try {
      const connection = await this.#options.model.connect(this.#options.setup(), this.#abort.signal);
      if (!current()) return await connection.close();
      connection.subscribe((event) => {
        if (current()) this.#options.onEvent(event);
      });
      this.#connection = connection;
      for (const use of this.#waiting.splice(0)) use(connection);
      this.#options.onReady();
    } catch (failure) {
      if (current()) this.#options.onUnavailable(asEngineFailure(failure));
    }
  }

  call(use: (connection: RealtimeConnection) => void): void {
    if (this.#connection === null) this.#waiting.push(use);
    else use(this.#connection);
  }

  /** Forgets calls that wait for an engine that will not come. */
  forgetWaiting(): void {
    this.#waiting = [];
  }

  async close(): Promise<void> {
    this.#generation.advance();
    await this.#drop();
  }

  async #drop(): Promise<void> {
    this.#abort.abort();
    const old = this.#connection;
    this.#connection = null;
    await old?.close();
  }
}

function asEngineFailure(failure: unknown): EngineFailure {
  if (failure instanceof EngineFailure) return failure;
  return new EngineFailure('internal', 'The assistant could not be started.', {
    retryable: true,
    whatToDo: 'Quit Parley and start it again; `npm run -s parley -- doctor` names what is missing.',
    cause: failure,
  });
}
