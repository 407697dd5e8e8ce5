import { rmSync } from 'node:fs';
import { getLlama, type Llama, type LlamaContextSequence, type LlamaModel, type Token } from 'node-llama-cpp';
import { serveInference, type WorkContext } from '../../native/inference-worker/serve-inference.ts';
import { withLatinWords } from './latin-words.ts';

export interface LanguageSetup {
  readonly modelFile: string;
  /** Null = the base model as it is. */
  readonly adapterFile: string | null;
}

export interface GenerateInput {
  readonly prompt: string;
  readonly maxTokens: number;
  readonly stop: readonly string[];
}

const CONTEXT_TOKENS = 1536;
/** llama.cpp does not stop inside a batch: with 32 tokens a batch, cancelling is noticed within about 100 ms (measured). Nor is room made for more: 514 MB of it were asked for at 512 tokens, 30 of them used. */
const PREFILL_TOKENS = 32;

/**
 * Holds the model and one sequence. What the new prompt shares with the last one stays in the cache; only the rest is
 * computed.
 */
class CachedSequence {
  readonly #model: LlamaModel;
  readonly #sequence: LlamaContextSequence;

  constructor(model: LlamaModel, sequence: LlamaContextSequence) {
    this.#model = model;
    this.#sequence = sequence;
  }

  /** Computes all of the prompt but its last token, which generation needs itself. @returns that token, null if cancelled */
  async prefill(prompt: string, cancelled: () => boolean): Promise<Token | null> {
    const { bos } = this.#model.tokens;
    const tokens = [...(bos === null ? [] : [bos]), ...this.#model.tokenize(prompt)];
    const last = tokens.pop();
    const kept = await this.#keepCommonPrefix(tokens);
    for (let from = kept; from < tokens.length; from += PREFILL_TOKENS) {
      if (cancelled()) return null;
      await this.#sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(from, from + PREFILL_TOKENS));
    }
    return last ?? null;
  }

  /** Streams text until a stop string, the limit or cancelling; `part` never gets a stop string or what follows it. */
  async generate(input: GenerateInput, { cancelled, part }: WorkContext): Promise<void> {
    const first = await this.prefill(input.prompt, cancelled);
    if (first === null || cancelled()) return;
    const generated: Token[] = [];
    let told = '';
    for await (const token of this.#sequence.evaluate([first], { temperature: 0 })) {
      if (cancelled() || this.#model.isEogToken(token)) return;
      generated.push(token);
      const { text, stopped } = upToStop(this.#model.detokenize(generated), input.stop);
      if (text.length > told.length) part(text.slice(told.length));
      told = text;
      if (stopped || generated.length >= input.maxTokens) return;
    }
  }

  async #keepCommonPrefix(tokens: readonly Token[]): Promise<number> {
    const cached = this.#sequence.contextTokens;
    let kept = 0;
    while (kept < tokens.length && kept < cached.length && tokens[kept] === cached[kept]) kept++;
    if (kept < cached.length) await this.#sequence.eraseContextTokenRanges([{ start: kept, end: cached.length }]);
    return kept;
  }
}

function upToStop(text: string, stops: readonly string[]): { text: string; stopped: boolean } {
  const places = stops.map((stop) => text.indexOf(stop)).filter((place) => place !== -1);
  return places.length === 0 ? { text, stopped: false } : { text: text.slice(0, Math.min(...places)), stopped: true };
}

/** A copy that does not load was damaged after it was made: it is made anew the next time. */
async function loadWithLatinWords(llama: Llama, modelFile: string): Promise<LlamaModel> {
  const file = withLatinWords(modelFile);
  const load = (modelPath: string) => llama.loadModel({ modelPath, gpuLayers: 0 });
  if (file === modelFile) return await load(modelFile);
  return await load(file).catch(async () => {
    rmSync(file, { force: true });
    return await load(modelFile);
  });
}

await serveInference(async ({ modelFile, adapterFile }: LanguageSetup) => {
  // One thread: ggml's threads spin at barriers, which starves recogniser and voice on two cores (measured).
  const llama = await getLlama({ gpu: false, build: 'never', maxThreads: 1, logLevel: 'error' as never, progressLogs: false });
  const model = await loadWithLatinWords(llama, modelFile);
  const context = await model.createContext({
    contextSize: CONTEXT_TOKENS,
    batchSize: PREFILL_TOKENS,
    threads: 1,
    swaFullCache: true,
    ...(adapterFile === null ? {} : { lora: { adapters: [{ filePath: adapterFile, scale: 1 }] } }),
  });
  const cached = new CachedSequence(model, context.getSequence());
  return {
    generate: (input: GenerateInput, work: WorkContext) => cached.generate(input, work),
    prefill: async ({ prompt }: { prompt: string }, { cancelled }: WorkContext) => {
      await cached.prefill(prompt, cancelled);
    },
    close: async () => {
      await context.dispose();
      await model.dispose();
      await llama.dispose();
    },
  };
});
