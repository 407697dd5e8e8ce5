/** A language model that holds a conversation and calls functions; larger than what runs on this computer. */
export interface ChatModel {
  readonly id: string;
  /** It thinks before it answers, and can be asked to think longer. False or left out: it does not, or it is not known yet. */
  readonly thinks?: boolean;
  /**
   * Streams a reply as it is written. Leaving the loop, or the signal, ends it at the server too, without an error.
   * @throws EngineFailure 'network' | 'refused' | 'bad-input'
   */
  reply(request: ChatRequest): AsyncIterable<ChatPiece>;
  close(): Promise<void>;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly functions: readonly ChatFunction[];
  /** It may take its time, where it can think. */
  readonly thinkHarder?: boolean;
  readonly signal?: AbortSignal;
}

export type ChatMessage =
  | { readonly role: 'system' | 'user' | 'assistant'; readonly text: string }
  /** What the model said before it called, perhaps nothing, and its calls. */
  | { readonly role: 'calls'; readonly text: string; readonly calls: readonly ChatCall[] }
  | { readonly role: 'result'; readonly callId: string; readonly output: string };

export interface ChatFunction {
  readonly name: string;
  readonly description: string;
  /** JSON schema of the arguments object. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface ChatCall {
  readonly callId: string;
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** Text and thoughts come in pieces of any length; calls come whole, after the text. */
export type ChatPiece =
  | { readonly kind: 'text' | 'thought'; readonly text: string }
  | { readonly kind: 'call'; readonly call: ChatCall }
  | { readonly kind: 'usage'; readonly inputTokens: number; readonly outputTokens: number };
