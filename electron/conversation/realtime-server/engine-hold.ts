import type {
  EngineEvent,
  EngineSetup,
  HistoryTurn,
  RealtimeConnection,
  RealtimeModel,
} from '../../../models/speech-to-speech/realtime-model.ts';
import type { ConversationItems } from './conversation-items.ts';

/**
 * The session's connection to its engine. An engine's own history only grows; where the client rewrote the conversation
 * (deleted, put something in between, told what the assistant said), a new connection is opened with what is there now.
 */
export class EngineHold {
  readonly #engine: RealtimeModel;
  readonly #listener: (event: EngineEvent) => void;
  readonly #abort = new AbortController();
  #connection: RealtimeConnection | null = null;
  #unsubscribe: () => void = () => undefined;
  /** The engine remembers otherwise than the client. */
  stale = false;

  constructor(engine: RealtimeModel, listener: (event: EngineEvent) => void) {
    this.#engine = engine;
    this.#listener = listener;
  }

  get connection(): RealtimeConnection {
    if (this.#connection === null) throw new Error('The engine was asked before it was opened.');
    return this.#connection;
  }

  /** @throws EngineFailure */
  async open(setup: EngineSetup): Promise<void> {
    const connection = await this.#engine.connect(setup, this.#abort.signal);
    await this.#drop();
    this.#connection = connection;
    this.#unsubscribe = connection.subscribe(this.#listener);
    this.stale = false;
  }

  /** Opens anew with the conversation as it is; a last turn of the user's that nobody answered is asked again. */
  async renew(setup: Omit<EngineSetup, 'history'>, items: ConversationItems): Promise<void> {
    const turns = items.turns();
    const asked = turns.at(-1)?.role === 'user' ? turns.at(-1) : undefined;
    const history: HistoryTurn[] = asked === undefined ? turns : turns.slice(0, -1);
    await this.open({ ...setup, history });
    // What the old connection called them means nothing to the new one.
    for (const item of items.all) if (item.kind === 'message') item.engineItemId = null;
    if (asked !== undefined) this.connection.appendItem({ kind: 'user-text', text: asked.text });
  }

  /** A second connection beside the conversation; the caller closes it. */
  aside(setup: EngineSetup): Promise<RealtimeConnection> {
    return this.#engine.connect(setup, this.#abort.signal);
  }

  async close(): Promise<void> {
    this.#abort.abort();
    await this.#drop();
  }

  async #drop(): Promise<void> {
    this.#unsubscribe();
    await this.#connection?.close();
    this.#connection = null;
  }
}
