import type OpenAI from 'openai';
import type {
  ChatCompletionChunk,
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import { type Endpoint, openEndpoint } from '../http-endpoint/endpoint.ts';
import { brokeOff, endpointFailure, isAbort, tooSlow } from '../http-endpoint/endpoint-failure.ts';
import { withPatience } from '../http-endpoint/with-patience.ts';
import type { ChatCall, ChatFunction, ChatMessage, ChatModel, ChatPiece, ChatRequest } from './chat-model.ts';
import { answered } from './limited-thoughts.ts';
import { SpokenPart, type WrittenPart } from './spoken-part.ts';

const ROLE = 'the language model';
/** Between two pieces; before the first one the client waits longer, for a model may have to be loaded. */
const SILENCE_MS = 30_000;

export interface HttpChatOptions extends Endpoint {
  /** Longest reply; null = the server's own limit. */
  readonly mostTokens: number | null;
  /** null = the server's own. */
  readonly temperature: number | null;
}

/**
 * Chat over `POST {url}/chat/completions`, streamed: OpenAI, Groq, Ollama, llama.cpp, vLLM, LocalAI.
 * @throws EngineFailure 'bad-input' for an address that cannot be meant
 */
export async function openHttpChat(options: HttpChatOptions, send?: typeof fetch): Promise<ChatModel> {
  const client = await openEndpoint(options, send);
  const closing = new AbortController();
  // No server says whether its model thinks: it does once it did. Some that think refuse to be told how hard.
  let [thinks, takesEffort] = [false, true];
  return {
    id: options.model,
    get thinks() {
      return thinks && takesEffort;
    },
    reply: async function* (request) {
      const signal = request.signal === undefined ? closing.signal : AbortSignal.any([closing.signal, request.signal]);
      const thinkHarder = request.thinkHarder === true && thinks && takesEffort;
      try {
        for await (const piece of answered(reply(client, options, { ...request, thinkHarder, signal }), signal)) {
          thinks ||= piece.kind === 'thought';
          yield piece;
        }
      } catch (failure) {
        if (!thinkHarder || !(failure instanceof EngineFailure) || failure.kind !== 'refused') throw failure;
        takesEffort = false;
        yield* answered(reply(client, options, { ...request, thinkHarder: false, signal }), signal);
      }
    },
    close: async () => closing.abort(),
  };
}

async function* reply(
  client: OpenAI,
  options: HttpChatOptions,
  request: ChatRequest & { readonly signal: AbortSignal },
): AsyncGenerator<ChatPiece> {
  const { signal } = request;
  if (signal.aborted) return;
  const names = wireNames(request.functions);
  const running = new RunningReply(names);
  try {
    const stream = await client.chat.completions.create(bodyOf(options, request, names), { signal });
    const { host } = new URL(options.url);
    const chunks = withPatience(stream, SILENCE_MS, () => tooSlow(host, ROLE));
    for await (const part of running.parts(chunks)) {
      if (signal.aborted) return;
      yield part;
    }
    if (signal.aborted) return;
    if (!running.finished) throw brokeOff(host);
    for (const call of running.calls()) yield { kind: 'call', call };
    if (running.usage !== null) yield running.usage;
  } catch (failure) {
    if (!isAbort(failure, signal)) throw endpointFailure(failure, { url: options.url, role: ROLE });
  }
}

/** Puts together what the stream brings. */
class RunningReply {
  readonly #names: WireNames;
  readonly #calls = new Map<number, { id: string; name: string; arguments: string }>();
  finished = false;
  usage: Extract<ChatPiece, { kind: 'usage' }> | null = null;

  constructor(names: WireNames) {
    this.#names = names;
  }

  /** Thoughts come between marks in the text or, from some servers, in a field of their own. */
  async *parts(chunks: AsyncIterable<ChatCompletionChunk>): AsyncGenerator<WrittenPart> {
    const written = new SpokenPart();
    for await (const { choices = [], usage } of chunks) {
      if (usage != null) this.usage = { kind: 'usage', inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
      const [choice] = choices;
      if (choice === undefined) continue;
      if (choice.finish_reason != null) this.finished = true;
      for (const part of choice.delta?.tool_calls ?? []) this.#takeCall(part);
      const thought = thoughtIn(choice.delta);
      if (thought !== '') yield { kind: 'thought', text: thought };
      if (choice.delta?.content) yield* written.take(choice.delta.content);
    }
    yield* written.end();
  }

  calls(): ChatCall[] {
    return [...this.#calls.values()]
      .filter(({ name }) => name !== '')
      .map(({ id, name, arguments: text }, index) => ({
        callId: id === '' ? `call-${index + 1}` : id,
        name: this.#names.own(name),
        arguments: argumentsOf(text),
      }));
  }

  /** Some servers send a call whole and without its place: then a new id begins a new one. */
  #takeCall({ index, id = '', function: called }: ChatCompletionChunk.Choice.Delta.ToolCall): void {
    const last = this.#calls.size - 1;
    const place = index ?? (id !== '' || last === -1 ? last + 1 : last);
    const known = this.#calls.get(place) ?? { id: '', name: '', arguments: '' };
    this.#calls.set(place, {
      id: known.id || id,
      name: known.name || (called?.name ?? ''),
      arguments: known.arguments + (called?.arguments ?? ''),
    });
  }
}

/** `reasoning_content` (DeepSeek, vLLM, llama.cpp) or `reasoning` (Groq, Ollama): in no specification, so anything may stand there. */
function thoughtIn(delta: unknown): string {
  const { reasoning_content: content, reasoning } = (delta ?? {}) as Readonly<Record<string, unknown>>;
  const thought = content ?? reasoning;
  return typeof thought === 'string' ? thought : '';
}

/** What cannot be read is no argument: the skill will say what it misses. */
function argumentsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function bodyOf(
  options: HttpChatOptions,
  { messages, functions, thinkHarder }: ChatRequest,
  names: WireNames,
): ChatCompletionCreateParamsStreaming {
  return {
    model: options.model,
    stream: true,
    stream_options: { include_usage: true },
    messages: messages.map((message) => wireMessage(message, names)),
    ...(thinkHarder === true ? { reasoning_effort: 'high' as const } : {}),
    ...(options.mostTokens === null ? {} : { max_tokens: options.mostTokens }),
    ...(options.temperature === null ? {} : { temperature: options.temperature }),
    ...(functions.length === 0
      ? {}
      : {
          tools: functions.map(({ name, description, parameters }) => ({
            type: 'function' as const,
            function: { name: names.wire(name), description, parameters: { type: 'object', properties: {}, ...parameters } },
          })),
        }),
  };
}

function wireMessage(message: ChatMessage, names: WireNames): ChatCompletionMessageParam {
  if (message.role === 'result') return { role: 'tool', tool_call_id: message.callId, content: message.output };
  if (message.role !== 'calls') return { role: message.role, content: message.text };
  return {
    role: 'assistant',
    content: message.text === '' ? null : message.text,
    tool_calls: message.calls.map((call) => ({
      id: call.callId,
      type: 'function',
      function: { name: names.wire(call.name), arguments: JSON.stringify(call.arguments) },
    })),
  };
}

interface WireNames {
  wire(name: string): string;
  own(wire: string): string;
}

/** `timer.set` is no name for a function there: only letters, digits, _ and - are. */
function wireNames(functions: readonly ChatFunction[]): WireNames {
  const wire = (name: string) => name.replaceAll(/[^\w-]/g, '_').slice(0, 64);
  const own = new Map(functions.map(({ name }) => [wire(name), name]));
  return { wire, own: (name) => own.get(name) ?? name };
}
