import type { Scope } from '../../../electron/lifetime/scope.ts';
import { repairHeard } from '../../names/heard-names.ts';
import type { EngineEvent, EngineName } from '../realtime-model.ts';
import type { TurnMode, WireEvent } from './dialects/codec.ts';

/** A server that says nothing about a committed turn for this long has lost it; one that works on its own may be slow. */
const LOST_MS: Readonly<Record<TurnMode, number>> = { client: 15_000, server: 40_000 };
/** How long a server that listens for silence itself may take to notice more speech after the turn was ended here. */
const MORE_SPEECH_MS = 400;
/** How long a server may take to say anything about a turn before nothing was heard in it. */
const ANY_SPEECH_MS = 6000;
/** A timer that comes so much too late comes before what arrived meanwhile: that is read first. */
const STOOD_STILL_MS = 300;
const READING_MS = 1000;
/** Longer than a server that lives is silent when it is asked for a sign of life. */
const ALIVE_MS = 2500;
/** Words without an end are over when none came for this long. */
const QUIET_MS = 300;
const ITEMS_REMEMBERED = 64;
/** The turn was answered, but nobody wrote it down. */
const UNWRITTEN = '…';

type UserWords = Extract<WireEvent, { type: 'user-words' }>;

interface Part {
  text: string;
  final: boolean;
}

interface Utterance {
  readonly id: string;
  /** The server's items that it became: one, or several where the server cuts at silence. */
  readonly parts: Map<string | null, Part>;
  state: 'running' | 'committed' | 'discarded';
  /** Stretches with a commit of their own: one more each time the speaker went on after the turn was taken for over. */
  pieces: number;
  /** How many of them the server was told to take. */
  sentPieces: number;
  /** Why the words of a piece will not come, while the rest is still being said. */
  failure: string | null;
  final: boolean;
  committedAtMs: number;
  /** Who was to end the turn when it was committed. */
  mode: TurnMode;
  stopTimer: () => void;
}

export interface UserTurnsOptions {
  readonly scope: Scope;
  readonly nowMs: () => number;
  /** How long there was no sign of life from the server. */
  readonly silentMs: () => number;
  readonly wordsEnd: 'by-event' | 'by-quiet';
  readonly mode: () => TurnMode;
  readonly names: () => readonly EngineName[];
  readonly tell: (event: Extract<EngineEvent, { type: 'user-transcript' }>) => void;
  /** The words of a committed turn will not come. */
  readonly lost: (reason: string) => void;
}

/**
 * The user's utterances and their words. Servers write them down late, in pieces and out of order; outside every commit
 * gets exactly one final transcript, in the order of the commits.
 */
export class UserTurns {
  readonly #options: UserTurnsOptions;
  #utterances: Utterance[] = [];
  #ids = 0;
  /** A reply began: the words before it are over. */
  #answered = false;
  /** Items whose words were told: what is told of them again belongs to nobody. */
  readonly #doneItems = new Set<string>();

  constructor(options: UserTurnsOptions) {
    this.#options = options;
  }

  /** True while words of a committed turn are still to come. */
  get awaited(): boolean {
    return this.#utterances.some(({ state }) => state === 'committed');
  }

  /** The server has said something about every committed turn. */
  get allTaken(): boolean {
    return this.#answered || this.#utterances.every(({ state, parts }) => state !== 'committed' || parts.size > 0);
  }

  get running(): boolean {
    return this.#running !== undefined;
  }

  begin(): void {
    if (this.#running !== undefined) return;
    // Without items the words of what was taken back would be taken for the words of this.
    if (this.#options.wordsEnd === 'by-quiet')
      for (const earlier of this.#utterances.filter(({ state }) => state === 'discarded')) this.#finish(earlier);
    this.#ids += 1;
    const stopTimer = () => undefined;
    this.#utterances.push({
      id: `user-${this.#ids}`,
      parts: new Map(),
      state: 'running',
      pieces: 1,
      sentPieces: 0,
      failure: null,
      final: false,
      committedAtMs: 0,
      mode: 'client',
      stopTimer,
    });
  }

  commit(): void {
    this.begin();
    const utterance = this.#running;
    if (utterance === undefined) return;
    utterance.state = 'committed';
    utterance.committedAtMs = this.#options.nowMs();
    utterance.mode = this.#options.mode();
    this.#answered = false;
    this.#restartTimer(utterance);
    if (utterance.failure === null) this.#settle(utterance);
    else this.#options.lost(utterance.failure);
  }

  /** The server was told to take what was said until now; the turn may go on. */
  sentPiece(): void {
    const utterance = this.#running;
    if (utterance !== undefined) utterance.sentPieces += 1;
  }

  /** More is said after the server was told to take the turn: it becomes one more item of the same turn. */
  goOn(): void {
    const utterance = this.#running;
    if (utterance !== undefined) utterance.pieces += 1;
  }

  /** A commit without any sound. */
  commitNothing(): void {
    this.commit();
    const utterance = this.#utterances.at(-1);
    if (utterance !== undefined) utterance.final = true;
    this.#tellFinals();
  }

  /** @returns the server's items of it, which it must forget */
  discard(): readonly string[] {
    const utterance = this.#running;
    if (utterance === undefined) return [];
    utterance.state = 'discarded';
    utterance.pieces = utterance.sentPieces;
    // A server that was never told keeps on hearing it: its words must find somebody who ignores them.
    if (this.#discardedIsKnown(utterance)) utterance.final = true;
    else this.#restartTimer(utterance);
    const wireIds = [...utterance.parts.keys()].filter((wireId) => wireId !== null);
    this.#tellFinals();
    return wireIds;
  }

  /** The server has an item for the turn. @returns false when the turn was taken back meanwhile, and the item should go */
  taken(wireId: string): boolean {
    const utterance = this.#find(wireId);
    if (utterance === undefined) return true;
    this.#part(utterance, wireId);
    if (utterance.state !== 'discarded' || this.#options.mode() === 'server') return true;
    if (this.#discardedIsKnown(utterance)) this.#finish(utterance);
    return false;
  }

  speechStarted(wireId: string): void {
    if (this.#options.mode() !== 'server') return;
    this.taken(wireId);
  }

  /** The model begins to answer: where words have no end of their own, they end here. */
  replyBegan(): void {
    this.#answered = true;
    const utterance = this.#utterances.find(({ state, final }) => state === 'committed' && !final);
    if (utterance !== undefined && this.#options.wordsEnd === 'by-quiet') this.#restartTimer(utterance);
  }

  words(words: UserWords): void {
    const utterance = this.#find(words.itemId);
    if (utterance === undefined || utterance.final) return;
    if (utterance.state === 'discarded' && words.final && this.#goesOn(utterance, words)) return;
    const part = this.#part(utterance, words.itemId);
    if (part.final) return;
    part.text = words.how === 'append' ? part.text + words.text : words.text;
    part.final = words.final;
    if (utterance.state !== 'discarded' && !words.final) this.#tell(utterance, words.how === 'append');
    if (utterance.state === 'running') return;
    if (this.#options.wordsEnd === 'by-quiet') this.#restartTimer(utterance);
    this.#settle(utterance);
  }

  /** A server may take what was said soon after a discard for more of the same: then it is what the next turn says. */
  #goesOn(discarded: Utterance, words: UserWords): boolean {
    const next = this.#utterances.find(({ state, parts, final }) => state === 'committed' && parts.size === 0 && !final);
    if (next === undefined || this.#options.mode() === 'client') return false;
    discarded.parts.delete(words.itemId);
    this.#part(next, words.itemId);
    this.#finish(discarded);
    this.words(words);
    return true;
  }

  failed(wireId: string | null, message: string): void {
    const utterance = this.#find(wireId);
    if (utterance === undefined || utterance.final) return;
    if (utterance.state === 'committed') this.#options.lost(message);
    else this.#part(utterance, wireId).final = true;
    if (utterance.state === 'running') utterance.failure = message;
  }

  /** Nothing is told any more. */
  forget(): void {
    for (const { stopTimer } of this.#utterances) stopTimer();
    this.#utterances = [];
  }

  get #running(): Utterance | undefined {
    return this.#utterances.find(({ state }) => state === 'running');
  }

  /** Whose words an item of the server's holds; an item never seen belongs to the oldest turn that has none yet. */
  #find(wireId: string | null): Utterance | undefined {
    if (wireId !== null && this.#doneItems.has(wireId)) return undefined;
    const known = this.#utterances.find(({ parts }) => parts.has(wireId));
    if (known !== undefined && (wireId !== null || !known.final)) return known;
    const open = this.#utterances.filter(({ final }) => !final);
    if (this.#options.mode() === 'server') return open.find(({ state }) => state === 'running') ?? open.at(-1);
    return open.find(({ parts, pieces }) => parts.size < pieces);
  }

  /** Nothing of a turn that was taken back can turn up any more and be taken for the next one. */
  #discardedIsKnown({ parts, sentPieces }: Utterance): boolean {
    return this.#options.mode() === 'client' && this.#options.wordsEnd === 'by-event' && parts.size >= sentPieces;
  }

  #part(utterance: Utterance, wireId: string | null): Part {
    const part = utterance.parts.get(wireId) ?? { text: '', final: false };
    utterance.parts.set(wireId, part);
    return part;
  }

  #settle(utterance: Utterance): void {
    const parts = [...utterance.parts.values()];
    if (utterance.state === 'running' || parts.length === 0 || !parts.every(({ final }) => final)) return;
    if (this.#options.mode() === 'client' && parts.length < utterance.pieces) return;
    if (this.#options.mode() === 'client') this.#finish(utterance);
    else this.#restartTimer(utterance);
  }

  #restartTimer(utterance: Utterance, mostMs = Number.POSITIVE_INFINITY): void {
    utterance.stopTimer();
    const waitMs = Math.min(mostMs, this.#waitMs(utterance));
    const dueAtMs = this.#options.nowMs() + waitMs;
    utterance.stopTimer = this.#timer(() => {
      if (this.#options.nowMs() - dueAtMs > STOOD_STILL_MS) this.#restartTimer(utterance, READING_MS);
      else this.#timeUp(utterance);
    }, waitMs);
  }

  #waitMs(utterance: Utterance): number {
    const parts = [...utterance.parts.values()];
    const sinceCommitMs = this.#options.nowMs() - utterance.committedAtMs;
    if (this.#options.wordsEnd === 'by-quiet') return parts.length > 0 || this.#answered ? QUIET_MS : ANY_SPEECH_MS;
    if (this.#options.mode() === 'client') return LOST_MS.client;
    if (parts.length === 0) return ANY_SPEECH_MS;
    return parts.every(({ final }) => final) ? Math.max(0, MORE_SPEECH_MS - sinceCommitMs) : LOST_MS.server;
  }

  #timeUp(utterance: Utterance): void {
    const parts = [...utterance.parts.values()];
    if (utterance.state === 'discarded') {
      this.#finish(utterance);
      return;
    }
    if (parts.length === 0 && this.#earlierIsOpen(utterance) && this.#options.nowMs() - utterance.committedAtMs < LOST_MS.server) {
      this.#restartTimer(utterance);
      return;
    }
    // Nobody can say that nothing was heard while nothing is heard from the server.
    const isTold = this.#options.mode() === 'client' && this.#options.wordsEnd === 'by-event';
    if (parts.length === 0 && !isTold && this.#options.silentMs() > ALIVE_MS) {
      this.#restartTimer(utterance);
      return;
    }
    const isUnsure = parts.length === 0 && utterance.mode !== this.#options.mode();
    const writes =
      this.#options.wordsEnd === 'by-event' && (isUnsure || this.#options.mode() === 'client' || parts.some(({ final }) => !final));
    if (writes) {
      this.#forgetOne(utterance);
      this.#options.lost('no words came back');
      return;
    }
    if (parts.length === 0 && this.#answered) this.#part(utterance, null).text = UNWRITTEN;
    this.#finish(utterance);
  }

  /** The server still writes down what was taken back before: it may hold this as well. */
  #earlierIsOpen(utterance: Utterance): boolean {
    const earlier = this.#utterances.slice(0, this.#utterances.indexOf(utterance));
    return this.#options.mode() === 'server' && earlier.some(({ parts }) => [...parts.values()].some(({ final }) => !final));
  }

  #finish(utterance: Utterance): void {
    utterance.stopTimer();
    utterance.final = true;
    this.#tellFinals();
  }

  #forgetOne(utterance: Utterance): void {
    utterance.stopTimer();
    const isTakenBack = utterance.state === 'discarded' && this.#options.mode() === 'client';
    for (const [wireId, { final }] of utterance.parts) if (wireId !== null && (final || isTakenBack)) this.#doneItems.add(wireId);
    for (const oldest of this.#doneItems) if (this.#doneItems.size > ITEMS_REMEMBERED) this.#doneItems.delete(oldest);
    this.#utterances = this.#utterances.filter((other) => other !== utterance);
  }

  #tellFinals(): void {
    for (;;) {
      const first = this.#utterances[0];
      if (first === undefined || !first.final || first.state === 'running') return;
      this.#forgetOne(first);
      if (first.state === 'committed') this.#tell(first, false);
    }
  }

  #tell(utterance: Utterance, grows: boolean): void {
    const joined = [...utterance.parts.values()]
      .map(({ text }) => text.trim())
      .filter((text) => text !== '')
      .join(' ');
    const { text, heardText } = repairHeard(joined, this.#options.names());
    const stableText = utterance.final || (grows && heardText === null) ? text : '';
    this.#options.tell({ type: 'user-transcript', itemId: utterance.id, text, heardText, stableText, final: utterance.final });
  }

  #timer(run: () => void, delayMs: number): () => void {
    const stop = this.#options.scope.timeout(run, delayMs);
    return () => void stop();
  }
}
