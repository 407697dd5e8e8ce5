import type { Scope } from '../../../electron/lifetime/scope.ts';
import type { Codec, WireMessage, WireProblem } from './dialects/codec.ts';
import type { RunningReply } from './running-reply.ts';

/** Some servers never tell the end of a cancelled response. */
const CANCELLED_END_MS = 1000;
/** Late messages of so many responses are known as late. */
const ENDED_REMEMBERED = 32;

interface Ask {
  readonly reply: RunningReply;
  readonly messages: (eventId: string) => readonly WireMessage[];
}

export interface AskingOptions {
  readonly scope: Scope;
  readonly codec: Codec;
  readonly canCancel: boolean;
  readonly send: (messages: readonly WireMessage[]) => void;
  /** A response that nobody here asked for. */
  readonly unasked: () => RunningReply;
}

/**
 * Servers make one response at a time and complain about a second: an ask waits until the one before is over. Knows
 * which response of the server's is which reply of ours.
 */
export class Asking {
  readonly #options: AskingOptions;
  /** Not sent yet. */
  #waiting: Ask | null = null;
  /** Sent, but the server has not begun. */
  #sent: (Ask & { readonly eventId: string }) | null = null;
  readonly #active = new Map<string, RunningReply>();
  readonly #ended = new Set<string>();
  #ids = 0;

  constructor(options: AskingOptions) {
    this.#options = options;
  }

  ask(reply: RunningReply, messages: Ask['messages']): void {
    this.#waiting = { reply, messages };
    this.#sendWaiting();
  }

  /** The reply that a response is, begun now if it was not; null for what is over. */
  replyOf(responseId: string): RunningReply | null {
    const known = this.#active.get(responseId);
    if (known !== undefined) return known;
    if (this.#ended.has(responseId)) return null;
    const reply = this.#sent?.reply ?? this.#options.unasked();
    this.#sent = null;
    this.#active.set(responseId, reply);
    if (reply.dropped) this.#cancel(responseId);
    return reply;
  }

  known(responseId: string): RunningReply | undefined {
    return this.#active.get(responseId);
  }

  ended(responseId: string): void {
    this.#active.delete(responseId);
    this.#ended.add(responseId);
    for (const oldest of this.#ended) {
      if (this.#ended.size <= ENDED_REMEMBERED) break;
      this.#ended.delete(oldest);
    }
    this.#sendWaiting();
  }

  /** The reply is not wanted any more, wherever it stands. */
  drop(reply: RunningReply): void {
    reply.drop();
    if (this.#waiting?.reply === reply) this.#waiting = null;
    for (const [responseId, active] of this.#active) if (active === reply) this.#cancel(responseId);
  }

  /** Nothing came of the reply: what is asked next does not wait for it. */
  giveUp(reply: RunningReply): void {
    this.drop(reply);
    if (this.#sent?.reply === reply) this.#sent = null;
    for (const [responseId, active] of this.#active) if (active === reply) this.ended(responseId);
    this.#sendWaiting();
  }

  /** @returns the reply whose ask the server refused, null when the complaint is about something else */
  refused({ eventId, code, message }: WireProblem): RunningReply | null {
    const sent = this.#sent;
    if (sent === null || eventId !== sent.eventId) return null;
    this.#sent = null;
    // A response of the server's own was faster: ours follows when that is over.
    if (/active_?\s?response/i.test(`${code} ${message}`)) {
      if (!sent.reply.dropped) this.#waiting ??= sent;
      return null;
    }
    this.#sendWaiting();
    return sent.reply;
  }

  #sendWaiting(): void {
    const ask = this.#waiting;
    if (ask === null || this.#sent !== null || this.#active.size > 0) return;
    this.#waiting = null;
    this.#ids += 1;
    const eventId = `ask-${this.#ids}`;
    this.#sent = { ...ask, eventId };
    this.#options.send(ask.messages(eventId));
  }

  #cancel(responseId: string): void {
    const { codec, canCancel, scope, send } = this.#options;
    if (codec.traits.interruptsByItself) {
      codec.replyIsOver('dropped');
      this.ended(responseId);
      return;
    }
    if (!canCancel) return;
    send(codec.cancel(responseId));
    scope.timeout(() => this.ended(responseId), CANCELLED_END_MS);
  }
}
