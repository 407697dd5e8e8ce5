import type { Scope } from '../../../electron/lifetime/scope.ts';
import { type ConversationItem, type EngineEvent, EngineFailure } from '../realtime-model.ts';
import { Asking } from './asking.ts';
import type { Codec, WireEvent, WireMessage, WireProblem } from './dialects/codec.ts';
import type { WireAbilities } from './engine-profile.ts';
import { problemFailure } from './line-failure.ts';
import { RunningReply } from './running-reply.ts';
import { SpokenTurn } from './spoken-turn.ts';

/** A reply of which nothing came for this long does not come. */
const LOST_MS = 20_000;
/** Whoever is asked to think hard may be silent for longer, and only some tell what they think. */
const LOST_IN_THOUGHT_MS = 90_000;
/** Where replies have no end of their own, they are over when no sound came for this long. */
const QUIET_MS = 1200;
/** So many turns can still be cut when the speaker tells late what was heard. */
const TURNS_REMEMBERED = 4;
const ITEMS_REMEMBERED = 16;

/** What the wire says about a reply. */
export type ReplyWireEvent = Extract<WireEvent, { responseId: string }> | Extract<WireEvent, { type: 'tools-cancelled' }>;

export interface RepliesOptions {
  readonly scope: Scope;
  readonly host: string;
  readonly codec: Codec;
  readonly abilities: WireAbilities;
  readonly outputRateHz: number;
  readonly send: (messages: readonly WireMessage[]) => void;
  readonly tell: (event: EngineEvent) => void;
}

/** The assistant's side: which reply is asked for, made ahead, heard or dropped. At most one is heard. */
export class Replies {
  readonly #options: RepliesOptions;
  readonly #asking: Asking;
  /** What is heard or awaited. */
  #reply: RunningReply | null = null;
  /** Asked for with the commit, before anybody wants to hear it. */
  #ahead: RunningReply | null = null;
  #spoken: SpokenTurn[] = [];
  #sentence: string | null = null;
  /** Asked for while the one before is still ending. */
  #next: RunningReply | null = null;
  /** Items that the server was told to forget. */
  #forgotten: readonly string[] = [];
  readonly #openCalls = new Set<string>();
  #askAfterCalls = false;
  /** What answers the results of all calls: every result is followed by a wish for an answer. */
  #answersCalls: RunningReply | null = null;
  #stopTimer: () => unknown = () => undefined;
  #ids = 0;
  outputRateHz: number;
  /** The model was asked to take its time. */
  thinksHard = false;

  constructor(options: RepliesOptions) {
    const { scope, codec, abilities, send } = options;
    this.#options = options;
    this.outputRateHz = options.outputRateHz;
    this.#asking = new Asking({ scope, codec, canCancel: abilities.cancel, send, unasked: () => this.#unasked() });
  }

  /** True while something is awaited from the server. */
  get busy(): boolean {
    return this.#ahead !== null || this.#next !== null || (this.#reply !== null && !this.#reply.over);
  }

  get aheadWaits(): boolean {
    return this.#ahead !== null;
  }

  /** The turn was committed: its answer is asked for now and held back until somebody wants to hear it. */
  askAhead(): void {
    this.dropAhead();
    this.newTurn();
    const { codec, abilities } = this.#options;
    const reply = this.#make();
    this.#ahead = reply;
    this.#asking.ask(reply, (eventId) => (abilities.commitStartsResponse ? [] : codec.respond(eventId)));
    this.#watch(reply);
  }

  dropAhead(): void {
    const ahead = this.#ahead;
    this.#ahead = null;
    if (ahead === null) return;
    this.#openCalls.clear();
    this.#asking.drop(ahead);
    for (const wireId of ahead.spoken.wireIds) this.#forget(wireId);
  }

  /** Nobody heard it: the model must not believe that it said so. */
  #forget(wireId: string): void {
    if (!this.#options.abilities.deleteItems || this.#forgotten.includes(wireId)) return;
    this.#forgotten = [...this.#forgotten, wireId].slice(-ITEMS_REMEMBERED);
    this.#options.send(this.#options.codec.remove(wireId));
  }

  /** What is said from now on answers something else. */
  newTurn(): void {
    this.#ids += 1;
    const spoken = new SpokenTurn(`reply-${this.#ids}`, this.#spoken.at(-1)?.msPerWeight);
    this.#spoken = [...this.#spoken, spoken].slice(-TURNS_REMEMBERED);
  }

  sayNext(sentence: string): void {
    this.#sentence = sentence;
    this.newTurn();
  }

  respond(): void {
    const { codec } = this.#options;
    const [ahead, sentence] = [this.#ahead, this.#sentence];
    this.#sentence = null;
    if (sentence !== null) {
      this.dropAhead();
      this.#asking.ask(this.#open(), (eventId) => codec.say(sentence, eventId));
    } else if (ahead !== null) {
      this.#ahead = null;
      this.#reply = ahead;
      ahead.open();
    } else if (this.#openCalls.size > 0) {
      // One answer to all results, once the last of them is there.
      this.#askAfterCalls = true;
      if (this.#next === null && (this.#reply === null || this.#reply.over)) this.#open();
    } else if (this.#answersCalls === null || this.#answersCalls.begun || this.#answersCalls.over) {
      this.#asking.ask(this.#open(), (eventId) => codec.respond(eventId));
    }
  }

  cancel(): void {
    this.dropAhead();
    const [reply, next] = [this.#reply, this.#next];
    this.#reply = null;
    this.#next = null;
    this.#openCalls.clear();
    this.#askAfterCalls = false;
    void this.#stopTimer();
    if (reply !== null) this.#asking.drop(reply);
    if (next !== null) this.#asking.drop(next);
  }

  toolResult(item: Extract<ConversationItem, { kind: 'tool-result' }>): void {
    const { codec, send } = this.#options;
    this.#openCalls.delete(item.callId);
    send(codec.add(item));
    if (!this.#askAfterCalls || this.#openCalls.size > 0) return;
    this.#askAfterCalls = false;
    const reply = this.#next ?? (this.#reply === null || this.#reply.over ? this.#open() : this.#reply);
    this.#answersCalls = reply;
    this.#asking.ask(reply, (eventId) => codec.respond(eventId));
  }

  truncate(itemId: string, heardMs: number): void {
    const { abilities, codec, send } = this.#options;
    const spoken = this.#spoken.find((turn) => turn.itemId === itemId);
    if (spoken === undefined || !abilities.truncate) return;
    const { item, unheard } = spoken.cutAt(heardMs);
    if (item !== null) send(codec.truncate(item.wireId, item.heardMs));
    for (const wireId of unheard) send(abilities.deleteItems ? codec.remove(wireId) : codec.truncate(wireId, 0));
  }

  /** Our id of a response of the server's; empty when it is over or was none. */
  idOf(responseId: string | null): string {
    return responseId === null ? '' : (this.#asking.known(responseId)?.id ?? '');
  }

  take(event: ReplyWireEvent): void {
    if (event.type === 'tools-cancelled') {
      for (const callId of event.callIds) this.#openCalls.delete(callId);
      return;
    }
    const reply = this.#asking.replyOf(event.responseId);
    if (reply === null) return;
    if (reply.unheard && 'itemId' in event) this.#forget(event.itemId);
    if (event.type === 'reply-ended') this.#ended(event, reply);
    else if (!reply.over) this.#progress(event, reply);
  }

  /** @returns true when the complaint was about a reply of ours, and is dealt with */
  refused(problem: WireProblem): boolean {
    const reply = this.#asking.refused(problem);
    if (reply === null) return false;
    this.#fail(reply, problem);
    return true;
  }

  #progress(event: Exclude<ReplyWireEvent, { type: 'tools-cancelled' | 'reply-ended' }>, reply: RunningReply): void {
    // A delegate may think longer than a speaker pauses.
    this.#watch(reply, event.type === 'thinking' ? null : event.responseId);
    switch (event.type) {
      case 'reply-audio':
        reply.addAudio(event.itemId, event.pcm16, this.outputRateHz);
        break;
      case 'reply-text':
        reply.addText(event.itemId, event.text);
        break;
      case 'reply-text-whole':
        reply.wholeText(event.itemId, event.text);
        break;
      case 'thinking':
        reply.think(event.text);
        break;
      case 'tool-called':
        this.#openCalls.add(event.callId);
        reply.callTool({ callId: event.callId, name: event.name, arguments: event.arguments });
        break;
      default:
    }
  }

  #ended({ responseId, end, problem }: Extract<WireEvent, { type: 'reply-ended' }>, reply: RunningReply): void {
    if (reply === this.#reply || reply === this.#ahead) void this.#stopTimer();
    if (end === 'failed' && !reply.dropped) this.#fail(reply, problem);
    // A reply that the server broke off by itself is as long as it is.
    else reply.end(end === 'cancelled' ? (reply.begun ? 'completed' : 'failed') : end);
    this.#openNext();
    this.#asking.ended(responseId);
  }

  #openNext(): void {
    const next = this.#next;
    if (next === null || (this.#reply !== null && !this.#reply.over)) return;
    this.#next = null;
    this.#reply = next;
    next.open();
    this.#watch(next);
  }

  #fail(reply: RunningReply, problem: WireProblem | null): void {
    const { host, tell } = this.#options;
    const known = problem === null ? null : problemFailure(host, problem.code, problem.message);
    const failure =
      known ??
      new EngineFailure('refused', `${host} could not answer this.`, {
        layer: 'protocol',
        retryable: true,
        whatToDo: 'Ask again, perhaps in other words.',
      });
    if (reply === this.#ahead) this.#ahead = null;
    // An open reply ends before the failure is told, so that what was heard of it is kept.
    reply.end('failed');
    tell({ type: 'failed', failure });
    this.#openNext();
  }

  #unasked(): RunningReply {
    const reply = this.#make();
    if (this.busy) reply.drop();
    else this.#ahead = reply;
    return reply;
  }

  #open(): RunningReply {
    const reply = this.#make();
    this.#next = reply;
    this.#openNext();
    return reply;
  }

  #make(): RunningReply {
    if (this.#spoken.length === 0) this.newTurn();
    this.#ids += 1;
    const spoken = this.#spoken.at(-1);
    if (spoken === undefined) throw new Error('A reply belongs to a turn');
    return new RunningReply(`response-${this.#ids}`, spoken, this.#options.tell);
  }

  /** @param quietResponseId the response that is over when nothing follows for a short while, in dialects without ends */
  #watch(reply: RunningReply, quietResponseId: string | null = null): void {
    const { scope, codec } = this.#options;
    void this.#stopTimer();
    if (quietResponseId !== null && codec.traits.replyEnds === 'by-quiet') {
      this.#stopTimer = scope.timeout(() => {
        codec.replyIsOver('quiet');
        this.take({ type: 'reply-ended', responseId: quietResponseId, end: 'completed', problem: null });
      }, QUIET_MS);
      return;
    }
    const lostMs = this.thinksHard ? LOST_IN_THOUGHT_MS : LOST_MS;
    this.#stopTimer = scope.timeout(() => {
      // Nobody waits for it yet: it is asked for again when somebody does.
      if (reply === this.#ahead) {
        this.#ahead = null;
        this.#asking.giveUp(reply);
        return;
      }
      const problem = { code: 'no_answer', message: '', eventId: null };
      this.#fail(reply, problem);
      this.#asking.giveUp(reply);
    }, lostMs);
  }
}
