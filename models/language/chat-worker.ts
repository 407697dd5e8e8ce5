import {
  type ChatHistoryItem,
  type ChatModelFunctions,
  getLlama,
  type Llama,
  LlamaChat,
  type LlamaContext,
  type LlamaModel,
  readGgufFileInfo,
  resolveChatWrapper,
} from 'node-llama-cpp';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import { Scope } from '../../electron/lifetime/scope.ts';
import { serveInference, type WorkContext } from '../../native/inference-worker/serve-inference.ts';
import type { ChatMessage } from './chat-model.ts';
import type {
  ChatWorkerPart,
  ChatWorkerRequest,
  ChatWorkerSetup,
  GgufLook,
  OpenedChat,
  TrialFigures,
  TrialStep,
} from './chat-worker-messages.ts';

/** Longer ones take memory that small computers lack; a spoken conversation of this length takes half an hour. */
const MOST_CONTEXT_TOKENS = 8192;
const LEAST_CONTEXT_TOKENS = 1024;
const CANCEL_LOOK_MS = 40;
/** Enough to tell the speed, few enough to wait for. */
const TRIAL_TOKENS = 48;
const TRIAL_MESSAGES: readonly ChatMessage[] = [
  { role: 'system', text: 'You are a friendly voice assistant. Answer in a few short sentences.' },
  { role: 'user', text: 'I have an hour before dinner and the sun is out. What could I do with it?' },
];

interface Opened {
  readonly llama: Llama;
  readonly model: LlamaModel;
  readonly context: LlamaContext;
  readonly chat: LlamaChat;
}

/** A larger model in one GGUF file, with the chat template of its own metadata. */
class ChatWorker {
  readonly #threads: number;
  #opened: Opened | null = null;

  constructor({ threads }: ChatWorkerSetup) {
    this.#threads = threads;
  }

  readonly look = async ({ file }: { readonly file: string }): Promise<GgufLook> => lookAt(file);

  readonly open = async ({ file }: { readonly file: string }): Promise<OpenedChat> => {
    await this.close();
    if (!(await lookAt(file)).hasChatTemplate) throw noTemplate(file);
    const llama = await getLlama({
      gpu: 'auto',
      build: 'never',
      maxThreads: this.#threads,
      logLevel: 'error' as never,
      progressLogs: false,
    });
    const model = await llama.loadModel({ modelPath: file });
    const context = await model.createContext({
      contextSize: { min: LEAST_CONTEXT_TOKENS, max: Math.min(MOST_CONTEXT_TOKENS, model.trainContextSize) },
      threads: this.#threads,
      swaFullCache: true,
    });
    const chatWrapper = resolveChatWrapper(model, { warningLogs: false });
    this.#opened = { llama, model, context, chat: new LlamaChat({ contextSequence: context.getSequence(), chatWrapper }) };
    return { thinks: chatWrapper.settings.segments?.thought != null };
  };

  readonly reply = async (request: ChatWorkerRequest, work: WorkContext): Promise<void> => {
    const part = (told: ChatWorkerPart) => work.part(told);
    const { chat } = this.#chosen();
    const before = tokenCount(chat);
    let calls = 0;
    const functions = functionsOf(request);
    const written = await withCancelling(work, (signal) =>
      chat.generateResponse(historyOf(request.messages), {
        signal,
        stopOnAbortSignal: true,
        maxTokens: request.mostTokens,
        temperature: 0.6,
        minP: 0.05,
        // Thinking is for the eye and takes long: unless it is asked for, what is spoken starts at once.
        budgets: { thoughtTokens: request.mostThoughtTokens },
        onTextChunk: (text) => part({ text }),
        onResponseChunk: ({ type, segmentType, text }) => {
          // A template that begins in a thought has one token of it before the library ends it.
          const isWanted = segmentType === 'thought' && request.mostThoughtTokens > 0;
          if (type === 'segment' && isWanted && text !== '') part({ thought: text });
        },
        ...(functions === null
          ? {}
          : {
              functions,
              documentFunctionParams: true,
              maxParallelFunctionCalls: 1,
              onFunctionCall: ({ functionName, params }) => {
                calls += 1;
                part({ call: { callId: `local-${calls}`, name: functionName, arguments: params as never } });
              },
            }),
      }),
    );
    if (written === null) return;
    const { input, output } = tokenCount(chat);
    part({ usage: [input - before.input, output - before.output] });
  };

  readonly trial = async ({ file }: { readonly file: string }, work: WorkContext): Promise<TrialFigures | null> => {
    const tell = (step: TrialStep) => work.part(step);
    tell({ step: 'loading', tokens: 0 });
    const begunMs = performance.now();
    await this.open({ file });
    const loadMs = performance.now() - begunMs;
    if (work.cancelled()) return null;
    const { chat } = this.#chosen();
    tell({ step: 'reading', tokens: 0 });
    const startMs = performance.now();
    let firstMs: number | null = null;
    let tokens = 0;
    let sample = '';
    await withCancelling(work, (signal) =>
      chat.generateResponse(historyOf(TRIAL_MESSAGES), {
        ...{ signal, stopOnAbortSignal: true, maxTokens: TRIAL_TOKENS, temperature: 0 },
        onTextChunk: (text) => {
          sample += text;
        },
        onResponseChunk: ({ tokens: some }) => {
          firstMs ??= performance.now();
          tokens += some.length;
          tell({ step: 'writing', tokens });
        },
      }),
    );
    if (work.cancelled() || firstMs === null) return null;
    const read = tokenCount(chat).input;
    const writingMs = performance.now() - firstMs;
    return {
      loadMs,
      readPerSecond: (read / (firstMs - startMs)) * 1000,
      writePerSecond: (Math.max(0, tokens - 1) / Math.max(1, writingMs)) * 1000,
      sample: sample.trim(),
    };
  };

  readonly close = async (): Promise<void> => {
    const opened = this.#opened;
    this.#opened = null;
    opened?.chat.dispose();
    await opened?.context.dispose();
    await opened?.model.dispose();
    await opened?.llama.dispose();
  };

  #chosen(): Opened {
    if (this.#opened === null) throw new EngineFailure('internal', 'No model is open.', { retryable: false, whatToDo: '' });
    return this.#opened;
  }
}

/** @throws EngineFailure 'model-damaged' for anything that is no GGUF file */
async function lookAt(file: string): Promise<GgufLook> {
  const info = readGgufFileInfo(file, {
    ...{ sourceType: 'filesystem', readTensorInfo: false, logWarnings: false, spliceSplitFiles: false },
    // Long lists that say nothing about the model.
    ignoreKeys: ['tokenizer.ggml.tokens', 'tokenizer.ggml.merges', 'tokenizer.ggml.scores', 'tokenizer.ggml.token_type'],
  });
  const { metadata, architectureMetadata } = await info.catch((cause: unknown) => {
    throw new EngineFailure('model-damaged', `${file} is no GGUF file, or a damaged one.`, {
      ...{ retryable: false, cause, whatToDo: 'Get it again from its publisher.' },
    });
  });
  const { name, architecture } = metadata.general;
  return {
    name: typeof name === 'string' ? name : null,
    architecture: String(architecture),
    contextTokens: Number(architectureMetadata.context_length) || null,
    hasChatTemplate: typeof metadata.tokenizer?.chat_template === 'string',
  };
}

/** The worker's flag becomes a signal for the library. @returns null when it was cancelled before it began */
async function withCancelling<Result>({ cancelled }: WorkContext, work: (signal: AbortSignal) => Promise<Result>): Promise<Result | null> {
  const abort = new AbortController();
  if (cancelled()) return null;
  const scope = new Scope('looking for a cancel');
  scope.interval(() => {
    if (cancelled()) abort.abort();
  }, CANCEL_LOOK_MS);
  try {
    return await work(abort.signal);
  } catch (failure) {
    if (abort.signal.aborted) return null;
    throw failure;
  } finally {
    await scope.close();
  }
}

function tokenCount({ sequence }: LlamaChat): { readonly input: number; readonly output: number } {
  const { usedInputTokens, usedOutputTokens } = sequence.tokenMeter;
  return { input: usedInputTokens, output: usedOutputTokens };
}

function historyOf(messages: readonly ChatMessage[]): ChatHistoryItem[] {
  const results = new Map(messages.flatMap((message) => (message.role === 'result' ? [[message.callId, message.output] as const] : [])));
  const items = messages.flatMap((message): ChatHistoryItem[] => {
    if (message.role === 'result') return [];
    if (message.role === 'system') return [{ type: 'system', text: message.text }];
    if (message.role === 'user') return [{ type: 'user', text: message.text }];
    if (message.role !== 'calls') return [{ type: 'model', response: [message.text] }];
    const calls = message.calls.map(({ name, arguments: params, callId }) => ({
      ...{ type: 'functionCall' as const, name, params, result: results.get(callId) ?? '' },
    }));
    return [{ type: 'model', response: [...(message.text === '' ? [] : [message.text]), ...calls] }];
  });
  // The model goes on in the last item, which must be its own.
  return items.at(-1)?.type === 'model' ? items : [...items, { type: 'model', response: [] }];
}

/** Names and parameters as the library's grammar takes them. */
function functionsOf({ functions }: ChatWorkerRequest): ChatModelFunctions | null {
  if (functions.length === 0) return null;
  return Object.fromEntries(
    functions.map(({ name, description, parameters }) => [
      name,
      { description, params: { type: 'object', properties: {}, ...parameters } as never },
    ]),
  );
}

function noTemplate(file: string): EngineFailure {
  return new EngineFailure('bad-input', `${file} has no chat template: it continues texts and does not talk.`, {
    retryable: false,
    whatToDo: 'Take a file whose name says "it", "instruct" or "chat".',
  });
}

await serveInference(async (setup: ChatWorkerSetup) => {
  const worker = new ChatWorker(setup);
  return { look: worker.look, open: worker.open, reply: worker.reply, trial: worker.trial, close: worker.close };
});
