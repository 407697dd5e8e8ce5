import type {
  EngineEvent,
  EngineFailure,
  EngineSetup,
  HistoryTurn,
  RealtimeConnection,
} from '../../../models/speech-to-speech/realtime-model.ts';
import type { ClientItem, ResponseRequest } from './client-events.ts';
import type { ConversationItems, MessageItem } from './conversation-items.ts';
import type { EngineHold } from './engine-hold.ts';
import { ProtocolError } from './protocol-error.ts';
import { ResponseWriter } from './response-writer.ts';
import type { SendEvent } from './server-events.ts';
import type { SessionSettings } from './session-settings.ts';
import { type Host, spokenOutput } from './session-setup.ts';

export interface ResponsesOptions {
  readonly host: Host;
  readonly items: ConversationItems;
  readonly hold: EngineHold;
  readonly conversationId: string;
  readonly settings: () => SessionSettings;
  readonly setup: (request: ResponseRequest) => Omit<EngineSetup, 'history'>;
  readonly send: SendEvent;
  /** Words of something said are still to come, or somebody speaks. */
  readonly speech: { readonly awaiting: boolean; readonly speaking: boolean };
  readonly onEnded: () => void;
}

interface Active {
  readonly writer: ResponseWriter;
  readonly request: ResponseRequest;
  /** The engine was asked. */
  connection: RealtimeConnection | null;
  engaged: boolean;
  /** Results of this program's own functions that the engine must still be told. */
  own: Promise<void>[];
  reason: 'turn_detected' | 'client_cancelled';
  failure: EngineFailure | null;
}

/** Responses, one at a time: asked for, told as they come, cancelled. */
export class Responses {
  readonly #options: ResponsesOptions;
  #active: Active | null = null;
  /** The engine was set up for one response only. */
  #overridden = false;

  constructor(options: ResponsesOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#active !== null;
  }

  /** The reply being told. */
  get message(): MessageItem | null {
    return this.#active?.writer.message ?? null;
  }

  /** @throws ProtocolError while another one runs */
  create(request: ResponseRequest): void {
    const { items, conversationId, send, settings } = this.#options;
    if (settings().type === 'transcription') {
      throw new ProtocolError('invalid_session_type', 'A transcription session has no responses.', 'type');
    }
    if (this.#active !== null) {
      const message = `The response ${this.#active.writer.id} still runs: wait for its end or cancel it.`;
      throw new ProtocolError('conversation_already_has_active_response', message);
    }
    const beside = request.conversation === 'none';
    const about = { conversationId: beside ? null : conversationId, items: beside ? null : items };
    const writer = new ResponseWriter({ settings: settings(), request, send, ...about });
    const active: Active = { writer, request, connection: null, engaged: false, own: [], reason: 'client_cancelled', failure: null };
    this.#active = active;
    void this.#engage(active);
  }

  /** Everything said has its words now. */
  wordsKnown(): void {
    if (this.#active !== null) void this.#engage(this.#active);
  }

  /** @throws ProtocolError when there is nothing to cancel */
  cancel(responseId?: string): void {
    if (this.#active === null || (responseId !== undefined && responseId !== this.#active.writer.id)) {
      throw new ProtocolError('response_cancel_not_active', 'No such response runs, so there is nothing to cancel.', 'response_id');
    }
    this.#stop(this.#active, 'client_cancelled');
  }

  /** Somebody talks into it. */
  interrupt(): void {
    if (this.#active !== null) this.#stop(this.#active, 'turn_detected');
  }

  takeEvent(event: EngineEvent): void {
    const active = this.#active;
    if (active === null || !active.engaged) return;
    if (event.type === 'reply-audio') active.writer.takeAudio(event);
    else if (event.type === 'reply-words') active.writer.takeWords(event);
    else if (event.type === 'tool-called') this.#takeCall(active, event);
    else if (event.type === 'usage') active.writer.takeUsage(event);
    else if (event.type === 'failed') active.failure = event.failure;
    else if (event.type === 'response-ended') {
      if (event.end === 'called-tools' && active.own.length > 0) void this.#goOn(active);
      else this.#ended(active, event.end);
    }
  }

  #takeCall(active: Active, call: Extract<EngineEvent, { type: 'tool-called' }>): void {
    const { host } = this.#options;
    if (!host.own.tools.some(({ name }) => name === call.name) || this.#isClients(active, call.name)) {
      active.writer.takeCall(call);
      return;
    }
    const told = host.own.run(call.name, call.arguments).then(({ output, sentence }) => {
      if (this.#active === active) active.connection?.appendItem({ kind: 'tool-result', callId: call.callId, output, sentence });
    });
    active.own.push(told);
  }

  #isClients({ request }: Active, name: string): boolean {
    return (request.tools ?? this.#options.settings().tools).some((tool) => tool.name === name);
  }

  /** The engine called what this program does by itself: told the results, it says them in the same response. */
  async #goOn(active: Active): Promise<void> {
    await Promise.all(active.own.splice(0));
    if (this.#active !== active) return;
    // Where the client must do something too, it asks for the rest.
    if (active.writer.called) this.#ended(active, 'called-tools');
    else active.connection?.respond();
  }

  async close(): Promise<void> {
    const active = this.#active;
    this.#active = null;
    if (active?.connection !== this.#options.hold.connection) await active?.connection?.close();
  }

  async #engage(active: Active): Promise<void> {
    if (active.engaged || this.#options.speech.awaiting) return;
    active.engaged = true;
    try {
      const beside = active.request.conversation === 'none';
      const connection = await (beside ? this.#aside(active.request) : this.#inConversation(active.request));
      if (this.#active !== active) return;
      active.connection = connection;
      if (beside) connection.subscribe((event) => this.takeEvent(event));
      connection.respond();
    } catch (failure) {
      active.failure = failure as EngineFailure;
      if (this.#active === active) this.#ended(active, 'failed');
    }
  }

  async #inConversation(request: ResponseRequest): Promise<RealtimeConnection> {
    const { hold, items, setup, speech } = this.#options;
    const overrides = ['instructions', 'tools', 'tool_choice', 'audio'].some((field) => field in request);
    if (hold.stale && !speech.speaking) await hold.renew(setup(request), items);
    else if (overrides || this.#overridden) hold.connection.update({ ...setup(request), history: [] });
    this.#overridden = overrides;
    this.#tellOutputs(hold.connection);
    return hold.connection;
  }

  #tellOutputs(connection: RealtimeConnection): void {
    const { items, host } = this.#options;
    const outputs = items.undelivered();
    for (const { item, engineCallId } of outputs) {
      item.delivered = true;
      connection.appendItem({ kind: 'tool-result', callId: engineCallId, output: item.output, sentence: spokenOutput(item.output) });
    }
    if (outputs.length > 0) return;
    const last = items.all.filter((item) => item.kind === 'message').at(-1);
    const sentence = last === undefined ? host.greeting : last.role === 'user' && last.text === '' ? host.nothingHeard : null;
    if (sentence !== null) connection.appendItem({ kind: 'words-to-say', sentence });
  }

  async #aside(request: ResponseRequest): Promise<RealtimeConnection> {
    const { hold, setup } = this.#options;
    const turns = this.#inputTurns(request.input);
    const asked = turns.at(-1)?.role === 'user' ? turns.at(-1) : undefined;
    const connection = await hold.aside({ ...setup(request), history: asked === undefined ? turns : turns.slice(0, -1) });
    if (asked !== undefined) connection.appendItem({ kind: 'user-text', text: asked.text });
    return connection;
  }

  /** @throws ProtocolError for a reference to nothing */
  #inputTurns(input: ResponseRequest['input']): HistoryTurn[] {
    const { items } = this.#options;
    if (input === undefined) return items.turns();
    return input.flatMap((entry) => {
      if (entry.type !== 'item_reference') return clientTurn(entry);
      const item = items.get(entry.id);
      return item.kind === 'message' && item.role !== 'system' && item.text ? [{ role: item.role, text: item.text }] : [];
    });
  }

  #stop(active: Active, reason: Active['reason']): void {
    active.reason = reason;
    // The engine tells the end by itself, at once, where it had begun.
    active.connection?.cancel();
    if (this.#active === active) this.#ended(active, 'cancelled');
  }

  #ended(active: Active, end: Extract<EngineEvent, { type: 'response-ended' }>['end']): void {
    const { writer, connection, reason, failure } = active;
    const { hold } = this.#options;
    this.#active = null;
    if (end === 'cancelled') writer.finish({ status: 'cancelled', reason });
    else writer.finish(end === 'failed' ? { status: 'failed', failure } : { status: 'completed' });
    const said = writer.message;
    if (connection !== null && active.request.conversation === 'none') void connection.close();
    else if (end === 'cancelled' && said !== null && said.engineItemId !== null) {
      // Whoever was interrupted remembers what was told so far; the client says later how much of it was heard.
      hold.connection.truncate(said.engineItemId, said.audioMs, said.text ?? '');
    }
    this.#options.onEnded();
  }
}

/** What a client's item says, for an engine. */
export function clientTurn(item: ClientItem): HistoryTurn[] {
  if (item.type !== 'message' || item.role === 'system') return [];
  const text = item.content.map((part) => ('text' in part ? part.text : (part.transcript ?? ''))).join(' ');
  return text.trim() === '' ? [] : [{ role: item.role, text: text.trim() }];
}
