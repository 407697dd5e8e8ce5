/** Continues a prompt. One generation at a time; the longest common prefix with the previous prompt is kept, not recomputed. */
export interface LanguageModel {
  readonly id: string;
  /** Whether it knows the form of `on-device/prompt.ts`; false = it needs examples. */
  readonly isTuned?: boolean;
  /** Whether it was taught to write calls of the skills there are. Left out = no. */
  readonly writesCalls?: boolean;
  /**
   * Streams pieces of text until a stop string, the token limit or the signal.
   * @throws EngineFailure kind 'worker-died' or 'internal'; aborting ends the stream without throwing
   */
  generate(prompt: string, options: GenerateOptions): AsyncIterable<string>;
  /** Computes the prompt into the cache without generating, so that a later `generate` starts at once. */
  prefill(prompt: string, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface GenerateOptions {
  readonly maxTokens: number;
  readonly stop: readonly string[];
  readonly signal?: AbortSignal;
}
