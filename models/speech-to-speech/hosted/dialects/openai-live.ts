import type {
  ClientEvent,
  FunctionTool,
  InitialItem,
  ResponsesDelegationConfig,
  ServerEvent,
  SessionConfig,
} from 'openai-types/resources/live/live';
import type { ConversationItem, EngineSetup } from '../../realtime-model.ts';
import type { Codec, CodecTraits, WireEvent, WireMessage, WireRequest, WireTarget } from './codec.ts';
import { instructions, sayExactly } from './instructions.ts';
import { bytes, callArguments, count, type Json, numberOrNull, record, text, textOrNull } from './read-json.ts';
import { askedEffort } from './thinking-models.ts';
import { ToolNames, toolOutput, wireToolName } from './tool-names.ts';

type ServerType = ServerEvent['type'];
type Untrusted<T extends ServerType> = { readonly [K in keyof Extract<ServerEvent, { type: T }>]?: unknown };
type Handlers = { readonly [T in ServerType]?: (event: Untrusted<T>) => readonly WireEvent[] };

/** Published limits: messages of history, and tokens (some four letters each) of what is appended. */
const MOST_HISTORY = 128;
const LONGEST_APPENDED = 1800;

/**
 * OpenAI Live: both sides may speak at any time, sound flows without end, and the model alone decides when it answers.
 * There is no commit, no cancel, no item: turns are told apart by who speaks and by quiet.
 */
export class OpenAiLiveCodec implements Codec {
  readonly dialect = 'openai-live';
  readonly traits: CodecTraits = {
    wordsEnd: 'by-quiet',
    replyEnds: 'by-quiet',
    waitsForReady: true,
    alwaysStreams: true,
    interruptsByItself: true,
    effortIsFixed: false,
  };
  readonly #target: WireTarget;
  readonly #tools = new ToolNames();
  readonly #called = new Set<string>();
  #instructions = '';
  #typed: string[] = [];
  #results = false;
  #responses = 0;
  #inResponse = false;
  /** Speech cannot be stopped from here: what goes on of it is not heard until the user has spoken. */
  #muffled = false;
  #billedSeconds = 0;

  constructor(target: WireTarget) {
    this.#target = target;
  }

  request(): WireRequest {
    const { url, key } = this.#target;
    return { url, headers: key === null ? {} : { Authorization: `Bearer ${key}` } };
  }

  greet(setup: EngineSetup): readonly WireMessage[] {
    const { profile, model, voice } = this.#target;
    this.#tools.learn(setup.tools);
    this.#instructions = instructions(setup, true);
    const session: SessionConfig = {
      model: model ?? 'gpt-live-1.1',
      instructions: this.#instructions,
      audio: { format: { type: 'audio/pcm', rate: profile.inputRateHz }, ...(voice === null ? {} : { output: { voice } }) },
      delegation: this.#delegates(setup) ? { type: 'responses', responses: this.#delegate(setup) } : { type: 'client' },
      ...(setup.history.length === 0 ? {} : { input: history(setup) }),
      store: false,
    };
    return [{ type: 'session.start', session } satisfies ClientEvent];
  }

  settleIn(): readonly WireMessage[] {
    return [];
  }

  probe(): readonly WireMessage[] {
    return [];
  }

  /** Only the delegate's tools can be replaced; new facts are whispered. */
  update(setup: EngineSetup): readonly WireMessage[] {
    this.#tools.learn(setup.tools);
    const now = instructions(setup, true);
    const known = new Set(this.#instructions.split('\n'));
    const content = now
      .split('\n')
      .filter((line) => !known.has(line))
      .join('\n')
      .slice(0, LONGEST_APPENDED);
    const messages: ClientEvent[] = [];
    if (content !== '') messages.push({ type: 'session.instructions.append', content, delegation_id: null });
    this.#instructions = now;
    if (this.#delegates(setup))
      messages.push({
        type: 'session.update',
        session: { delegation: { type: 'responses', responses: { tools: functions(setup), ...this.#reasoning(setup) } } },
      });
    return messages;
  }

  begin(): readonly WireMessage[] {
    return [];
  }

  audio(pcm16: Buffer): WireMessage {
    return { type: 'session.input_audio.append', audio: pcm16.toString('base64') } satisfies ClientEvent;
  }

  commit(): readonly WireMessage[] {
    return [];
  }

  discard(): readonly WireMessage[] {
    return [];
  }

  respond(): readonly WireMessage[] {
    this.#muffled = false;
    if (this.#results) {
      this.#results = false;
      return [{ type: 'response.create' } satisfies ClientEvent];
    }
    const typed = this.#typed.splice(0).join('\n').slice(0, LONGEST_APPENDED);
    if (typed === '') return [];
    const content = `The user typed the following; answer it aloud now:\n${typed}`;
    return [{ type: 'session.instructions.append', content, delegation_id: null } satisfies ClientEvent];
  }

  say(sentence: string): readonly WireMessage[] {
    this.#muffled = false;
    return [{ type: 'session.instructions.append', content: sayExactly(sentence), delegation_id: null } satisfies ClientEvent];
  }

  cancel(): readonly WireMessage[] {
    return [];
  }

  truncate(): readonly WireMessage[] {
    return [];
  }

  remove(): readonly WireMessage[] {
    return [];
  }

  add(item: Exclude<ConversationItem, { kind: 'words-to-say' }>): readonly WireMessage[] {
    if (item.kind === 'user-text') {
      this.#typed.push(item.text);
      return [];
    }
    const output = { type: 'function_call_output' as const, call_id: item.callId, output: toolOutput(item.output, item.sentence) };
    this.#results = true;
    return [{ type: 'response.item.create', item: output } satisfies ClientEvent];
  }

  goodbye(): readonly WireMessage[] {
    return [{ type: 'session.close' } satisfies ClientEvent];
  }

  replyIsOver(how: 'quiet' | 'dropped'): void {
    this.#inResponse = false;
    this.#muffled = how === 'dropped';
  }

  decode(message: Json): readonly WireEvent[] {
    const name = text(message['type']);
    const handlers: Readonly<Record<string, ((event: Json) => readonly WireEvent[]) | undefined>> = this.#handlers;
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (handler !== undefined) return handler(message);
    return QUIET.has(name) ? [] : [{ type: 'unknown', name: name.slice(0, 80) }];
  }

  readonly #handlers: Handlers = {
    'session.started': ({ session }) => [{ type: 'ready', expiresAtS: numberOrNull(record(session)['expires_at']) }],
    'session.output_audio.delta': ({ delta }) =>
      this.#said((id) => ({ type: 'reply-audio', responseId: id, itemId: id, pcm16: bytes(delta) })),
    'session.output_transcript.delta': ({ delta }) =>
      this.#said((id) => ({ type: 'reply-text', responseId: id, itemId: id, text: text(delta) })),
    'session.input_transcript.delta': ({ delta }) => {
      this.#muffled = false;
      return [{ type: 'user-words', itemId: null, text: text(delta), how: 'append', final: false }];
    },
    'session.usage.updated': ({ usage }) => this.#usage(record(usage)),
    'session.closed': ({ reason }) => (text(reason) === 'expired' ? [complaint('session_expired', '')] : []),
    'response.event': ({ event }) => this.#delegated(record(event)),
    error: ({ error }) => [
      complaint(text(record(error)['code']), text(record(error)['message']), textOrNull(record(error)['client_event_id'])),
    ],
  };

  /** What nested events tell of the delegate's thoughts: they come in paragraphs. */
  #thought(event: Json): string {
    const type = text(event['type']);
    if (type === 'response.reasoning_summary_text.delta') return text(event['delta']);
    return type === 'response.reasoning_summary_text.done' ? '\n\n' : '';
  }

  #delegated(event: Json): readonly WireEvent[] {
    const thought = this.#thought(event);
    if (thought !== '') return this.#said((id) => ({ type: 'thinking', responseId: id, text: thought }));
    const item = record(event['item']);
    if (text(event['type']) !== 'response.output_item.done' || text(item['type']) !== 'function_call') return [];
    const callId = text(item['call_id']);
    if (callId === '' || this.#called.has(callId)) return [];
    this.#called.add(callId);
    const name = this.#tools.ours(text(item['name']));
    return [...this.#begin(), { type: 'tool-called', responseId: this.#id, callId, name, arguments: callArguments(item['arguments']) }];
  }

  /** The host counts from the beginning of the session; here it is what was added. */
  #usage(usage: Json): readonly WireEvent[] {
    const seconds = count(usage['seconds']);
    const added = seconds - this.#billedSeconds;
    if (added <= 0) return [];
    this.#billedSeconds = seconds;
    return [{ type: 'usage', responseId: null, inputTokens: 0, outputTokens: 0, detail: { sessionSeconds: added } }];
  }

  #delegates(setup: EngineSetup): boolean {
    return setup.tools.length > 0 && this.#target.profile.delegateModel !== undefined;
  }

  #delegate(setup: EngineSetup): ResponsesDelegationConfig {
    const model = this.#target.profile.delegateModel ?? '';
    return { model, instructions: 'Use a tool whenever one fits.', tools: functions(setup), ...this.#reasoning(setup) };
  }

  /** What the delegate thinks is told as a summary, and only where it is asked to think. */
  #reasoning(setup: EngineSetup): Pick<ResponsesDelegationConfig, 'reasoning'> {
    const effort = askedEffort(setup, this.#target.thinking);
    return effort === null ? {} : { reasoning: { effort, summary: effort === 'none' ? null : 'auto' } };
  }

  #said(event: (id: string) => WireEvent): readonly WireEvent[] {
    if (this.#muffled) return [];
    const begun = this.#begin();
    return [...begun, event(this.#id)];
  }

  #begin(): readonly WireEvent[] {
    if (this.#inResponse) return [];
    this.#inResponse = true;
    this.#responses += 1;
    return [{ type: 'reply-started', responseId: this.#id }];
  }

  get #id(): string {
    return `reply-${this.#responses}`;
  }
}

const QUIET = new Set<string>([
  'session.updated',
  'session.delegation.created',
  'session.instructions.appended',
  'session.thinking.appended',
  'session.commentary.appended',
  'session.input_audio.muted',
  'session.input_audio.unmuted',
  'info',
] satisfies ServerType[]);

function complaint(code: string, message: string, eventId: string | null = null): WireEvent {
  return { type: 'problem', problem: { code, message, eventId } };
}

function functions(setup: EngineSetup): FunctionTool[] {
  return setup.tools.map(({ name, description, parameters }) => ({
    type: 'function',
    name: wireToolName(name),
    description,
    parameters: { ...parameters },
  }));
}

function history(setup: EngineSetup): InitialItem[] {
  return setup.history
    .slice(-MOST_HISTORY)
    .map(
      ({ role, text: words }): InitialItem =>
        role === 'user'
          ? { role, content: [{ type: 'input_text', text: words }] }
          : { role, content: [{ type: 'output_text', text: words }] },
    );
}
