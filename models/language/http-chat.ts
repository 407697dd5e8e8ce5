import type OpenAI from 'openai';
import type {
  ChatCompletionChunk,
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import { type Endpoint, openEndpoint } from '../http-endpoint/endpoint.ts';
import { brokeOff, endpointFailure, isAbort, tooSlow } from '../http-endpoint/endpoint-failure.ts';
import { withPatience } from '../http-endpoint/with-patience.ts';
import type { ChatCall, ChatFunction, ChatMessage, ChatModel, ChatPiece, ChatRequest } from './chat-model.ts';
import { withoutThoughts } from './spoken-part.ts';

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
  return {
    id: options.model,
    reply: (request) => {
      const signal = request.signal === undefined ? closing.signal : AbortSignal.any([closing.signal, request.signal]);
      return reply(client, options, { ...request, signal });
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
    for await (const text of withoutThoughts(running.texts(chunks))) {
      if (signal.aborted) return;
      yield { kind: 'text', text };
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

  async *texts(chunks: AsyncIterable<ChatCompletionChunk>): AsyncGenerator<string> {
    for await (const { choices = [], usage } of chunks) {
      if (usage != null) this.usage = { kind: 'usage', inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
      const [choice] = choices;
      if (choice === undefined) continue;
      if (choice.finish_reason != null) this.finished = true;
      for (const part of choice.delta?.tool_calls ?? []) this.#takeCall(part);
      if (choice.delta?.content) yield choice.delta.content;
    }
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

/** What cannot be read is no argument: the skill will say what it misses. */
function argumentsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function bodyOf(options: HttpChatOptions, { messages, functions }: ChatRequest, names: WireNames): ChatCompletionCreateParamsStreaming {
  return {
    model: options.model,
    stream: true,
    stream_options: { include_usage: true },
    messages: messages.map((message) => wireMessage(message, names)),
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
