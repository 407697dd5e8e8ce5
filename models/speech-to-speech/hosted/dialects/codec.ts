import type { ConversationItem, EngineSetup, ResponseEnd, ThinkingEfforts, UsageDetail } from '../../realtime-model.ts';
import type { DialectId, EngineProfile } from '../engine-profile.ts';

/** One JSON message on the wire. */
export type WireMessage = object;

/** How the connection is opened. The key is in the headers or in the address: neither is ever shown or logged. */
export interface WireRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

export interface WireTarget {
  readonly profile: EngineProfile;
  readonly url: URL;
  readonly key: string | null;
  readonly model: string | null;
  readonly voice: string | null;
  /** BCP 47; null = the server finds out. */
  readonly language: string | null;
  /** The handle of an earlier connection, where the dialect has such a thing. */
  readonly resumeHandle: string | null;
  /** Null where the model cannot be asked to think harder. */
  readonly thinking: ThinkingEfforts | null;
}

/** Who says when the user's turn is over: this client, or the server by listening for silence. */
export type TurnMode = 'client' | 'server';

/** How a dialect behaves where its events alone do not tell. */
export interface CodecTraits {
  /** The user's words are final by an event, or when none came for a while after the turn. */
  readonly wordsEnd: 'by-event' | 'by-quiet';
  /** A reply ends by an event, or when no sound came for a while. */
  readonly replyEnds: 'by-event' | 'by-quiet';
  /** Nothing may be sent between the greeting and the server's answer to it. */
  readonly waitsForReady: boolean;
  /** Sound must flow all the time, silence too. */
  readonly alwaysStreams: boolean;
  /** New words of the user's end a running response; there is no message for it. */
  readonly interruptsByItself: boolean;
  /** How hard the model thinks is settled when a connection begins. */
  readonly effortIsFixed: boolean;
}

/**
 * Neutral calls to wire messages, wire messages to neutral events. Pure: no clock, no socket; it remembers only what the
 * dialect's messages leave out. One codec serves one connection.
 */
export interface Codec {
  readonly dialect: DialectId;
  readonly traits: CodecTraits;
  request(): WireRequest;
  /** Sent as soon as the socket is open. */
  greet(setup: EngineSetup, turns: TurnMode): readonly WireMessage[];
  /** Sent when the server is ready, before anything else: the history. */
  settleIn(setup: EngineSetup): readonly WireMessage[];
  /** Asks something whose answer tells whether the client may say when turns end; empty = the profile is believed. */
  probe(eventId: string): readonly WireMessage[];
  update(setup: EngineSetup, turns: TurnMode): readonly WireMessage[];
  /** The user begins to speak. */
  begin(): readonly WireMessage[];
  audio(pcm16: Buffer): WireMessage;
  commit(): readonly WireMessage[];
  discard(): readonly WireMessage[];
  respond(eventId: string): readonly WireMessage[];
  /** The next response says exactly this. */
  say(sentence: string, eventId: string): readonly WireMessage[];
  cancel(responseId: string | null): readonly WireMessage[];
  truncate(itemId: string, heardMs: number): readonly WireMessage[];
  remove(itemId: string): readonly WireMessage[];
  add(item: Exclude<ConversationItem, { kind: 'words-to-say' }>): readonly WireMessage[];
  goodbye(): readonly WireMessage[];
  /** Where replies have no names: the running one is over by quiet, or nobody wants to hear the rest of it. */
  replyIsOver(how: 'quiet' | 'dropped'): void;
  decode(message: Readonly<Record<string, unknown>>): readonly WireEvent[];
}

export type WireEvent =
  /** The session stands as it was asked for. `expiresAtS`: Unix seconds, null = the server does not say. */
  | { readonly type: 'ready'; readonly expiresAtS: number | null }
  /** The server sends sound at another rate than it was asked for. */
  | { readonly type: 'output-rate'; readonly rateHz: number }
  | { readonly type: 'probe-answered'; readonly eventId: string | null }
  | { readonly type: 'user-speech-started'; readonly itemId: string }
  | { readonly type: 'user-speech-stopped'; readonly itemId: string }
  /** A commit was taken; the utterance is now item `itemId`. */
  | { readonly type: 'utterance-taken'; readonly itemId: string }
  | {
      readonly type: 'user-words';
      /** Null where the dialect has no items. */
      readonly itemId: string | null;
      readonly text: string;
      readonly how: 'append' | 'replace';
      readonly final: boolean;
    }
  | { readonly type: 'user-words-failed'; readonly itemId: string | null; readonly message: string }
  | { readonly type: 'reply-started'; readonly responseId: string }
  | { readonly type: 'reply-audio'; readonly responseId: string; readonly itemId: string; readonly pcm16: Uint8Array }
  | { readonly type: 'reply-text'; readonly responseId: string; readonly itemId: string; readonly text: string }
  /** The whole text of an item; what of it was not told yet follows from it. */
  | { readonly type: 'reply-text-whole'; readonly responseId: string; readonly itemId: string; readonly text: string }
  | { readonly type: 'thinking'; readonly responseId: string; readonly text: string }
  | {
      readonly type: 'tool-called';
      readonly responseId: string;
      readonly callId: string;
      readonly name: string;
      readonly arguments: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'tools-cancelled'; readonly callIds: readonly string[] }
  | { readonly type: 'reply-ended'; readonly responseId: string; readonly end: ResponseEnd; readonly problem: WireProblem | null }
  | {
      readonly type: 'usage';
      readonly responseId: string | null;
      readonly inputTokens: number;
      readonly outputTokens: number;
      readonly detail: UsageDetail;
    }
  | { readonly type: 'going-away'; readonly inMs: number }
  | { readonly type: 'resume-handle'; readonly handle: string; readonly holds: 'until-then' | 'everything' }
  | { readonly type: 'problem'; readonly problem: WireProblem }
  /** The dialect wants this sent back. */
  | { readonly type: 'answer'; readonly message: WireMessage }
  /** Unknown messages are ignored and counted. */
  | { readonly type: 'unknown'; readonly name: string };

/** What a server complained about. */
export interface WireProblem {
  readonly code: string;
  readonly message: string;
  /** The message of ours that it complains about. */
  readonly eventId: string | null;
}
