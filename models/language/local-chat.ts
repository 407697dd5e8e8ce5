import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type InferenceWorker, startInferenceWorker } from '../../native/inference-worker/index.ts';
import { streamedParts } from '../../native/inference-worker/streamed-parts.ts';
import type { ChatFunction, ChatMessage, ChatModel, ChatPiece, ChatRequest } from './chat-model.ts';
import type { ChatWorkerPart, ChatWorkerRequest, ChatWorkerSetup, OpenedChat } from './chat-worker-messages.ts';
import { answered, limitedThoughts } from './limited-thoughts.ts';

const ROLE = 'the larger language model';
/** A spoken reply is shorter; thinking takes half a minute on a slow computer. */
const MOST_TOKENS = { text: 300, thought: 400 };
/** Each function costs a processor half a second of reading: only those that the words may be about are offered. */
const MOST_FUNCTIONS = 10;

export type ChatWorker = InferenceWorker;

/** The worker that looks at, tries and runs GGUF files. One core is left for recogniser and voice. */
export function startChatWorker(workerFolder: string): Promise<ChatWorker> {
  const setup: ChatWorkerSetup = { threads: Math.max(1, availableParallelism() - 1) };
  return startInferenceWorker({ file: join(workerFolder, 'chat.js'), setup, role: ROLE });
}

/**
 * A larger model in a GGUF file on llama.cpp: chat template of its own metadata, calls by grammar, so that a call is
 * always a function there is, with parameters of the right form.
 * @throws EngineFailure 'bad-input' for a file without chat template; 'model-damaged', 'internal'
 */
export async function openLocalChat(place: {
  readonly file: string;
  readonly id: string;
  readonly workerFolder: string;
}): Promise<ChatModel> {
  const worker = await startChatWorker(place.workerFolder);
  let opened: OpenedChat;
  try {
    opened = await worker.call<OpenedChat>('open', { file: place.file });
  } catch (failure) {
    await worker.close();
    throw failure;
  }
  return { id: place.id, thinks: opened.thinks, reply: (request) => reply(worker, request), close: () => worker.close() };
}

async function* reply(worker: ChatWorker, { messages, functions, thinkHarder, signal }: ChatRequest): AsyncGenerator<ChatPiece> {
  const input: ChatWorkerRequest = {
    ...{ messages, functions: offered(functions, messages) },
    // Some think unasked, between marks of their own.
    mostTokens: MOST_TOKENS.text + MOST_TOKENS.thought,
    mostThoughtTokens: thinkHarder === true ? MOST_TOKENS.thought : 0,
  };
  const parts = streamedParts<ChatWorkerPart>(worker, { method: 'reply', input, signal });
  yield* answered(limitedThoughts(parts, MOST_TOKENS), signal);
}

/** Functions whose name or description share words with what the user said last; once one was called, none. */
export function offered(functions: readonly ChatFunction[], messages: readonly ChatMessage[]): readonly ChatFunction[] {
  if (messages.at(-1)?.role === 'result') return [];
  const said = messages.findLast(({ role }) => role === 'user');
  const words = wordsOf(said !== undefined && 'text' in said ? said.text : '');
  return functions
    .map((each) => ({
      each,
      shared: [...wordsOf(`${each.name} ${each.description} ${JSON.stringify(each.parameters)}`)].filter((word) => words.has(word)).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, MOST_FUNCTIONS)
    .map(({ each }) => each);
}

const EMPTY = new Set(
  'the and for are you your what with that this from have has can could would please tell about when how who'.split(' '),
);

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(words.map((word) => word.replace(/s$/, '')).filter((word) => !EMPTY.has(word)));
}
