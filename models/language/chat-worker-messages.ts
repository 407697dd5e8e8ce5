import type { ChatCall, ChatFunction, ChatMessage } from './chat-model.ts';

/** What is known of an opened model. */
export interface OpenedChat {
  /** Its template has a place for thoughts. */
  readonly thinks: boolean;
}

/** What is known of a GGUF file before it is loaded. */
export interface GgufLook {
  readonly name: string | null;
  readonly architecture: string;
  /** The longest conversation it was made for, in tokens. */
  readonly contextTokens: number | null;
  /** Without one it is no model for talking. */
  readonly hasChatTemplate: boolean;
}

export interface ChatWorkerSetup {
  readonly threads: number;
}

export interface ChatWorkerRequest {
  readonly messages: readonly ChatMessage[];
  readonly functions: readonly ChatFunction[];
  readonly mostTokens: number;
  /** Tokens it may think before it answers; 0 = it does not. */
  readonly mostThoughtTokens: number;
}

/** What a reply streams. */
export type ChatWorkerPart =
  | { readonly text: string }
  | { readonly thought: string }
  | { readonly call: ChatCall }
  | { readonly usage: readonly [number, number] };

/** How a trial goes: what it is at, and how many tokens were written. */
export interface TrialStep {
  readonly step: 'loading' | 'reading' | 'writing';
  readonly tokens: number;
}

export interface TrialFigures {
  readonly loadMs: number;
  /** Tokens a second: reading what is said, and writing the answer. */
  readonly readPerSecond: number;
  readonly writePerSecond: number;
  /** What it wrote. */
  readonly sample: string;
}
