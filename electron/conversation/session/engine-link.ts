import type { EngineEvent, EngineSetup, RealtimeConnection, RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import type { EngineFailure } from '../../lifetime/engine-failure.ts';
import { Generation } from '../../lifetime/generation.ts';
import type { Close } from '../../lifetime/scope.ts';
import { Reconnection } from '../staying-alive/reconnection.ts';
import { rollOverStep } from '../staying-alive/roll-over.ts';
import { EngineLine } from './engine-line.ts';
import type { Change, EngineLinkOptions } from './engine-link-options.ts';
import { asEngineFailure, endsAtOnce, replaced } from './engine-problems.ts';
import { keptCalls } from './kept-calls.ts';
import { ResumeHandles } from './resume-handles.ts';
import { type AskedTurn, Unanswered } from './unanswered.ts';

/** A chosen engine takes over in a pause, but does not wait for one longer than this. */
const LONGEST_WAIT_FOR_PAUSE_MS = 8000;
/** Somebody waits for an answer: after this long without a line another engine may give it. */
const STAND_IN_AFTER_MS = 3000;
/** Timers reach no further than 24 days. */
const LONGEST_TIMER_MS = 86_400_000;
/** A change that failed while the old line works is tried again after this. */
const CHANGE_AGAIN_MS = 5000;

/**
 * The session's hold on an engine. One can talk before there is a line, while it is down and while it changes: what is not
 * dealt with is kept, in order, and given to the next one. Lost lines are opened again, aging ones replaced before they
 * end, and another engine takes over without a gap: the new line is open before the old one is let go.
 */
export class EngineLink {
  readonly #options: EngineLinkOptions;
  readonly #unanswered = new Unanswered();
  readonly #handles = new ResumeHandles();
  readonly #attempts = new Generation();
  readonly #reconnection: Reconnection;
  readonly #calls: RealtimeConnection;
  #preferred: RealtimeModel;
  #line: EngineLine | null = null;
  /** Speaks to the end what it began, while the new line takes the calls. */
  #draining: EngineLine | null = null;
  #opening: AbortController | null = null;
  #change: Change | null = null;
  #changeNotBeforeMs = 0;
  #lostAtMs: number | null = null;
  #mayHurry = false;
  #failure: EngineFailure | null = null;
  #lateUpdate: EngineSetup | null = null;
  /** How many turns were committed or answered: a line that was told fewer is stale. */
  #turns = 0;
  #lines = 0;
  #stopTimer: Close = () => undefined;

  constructor(options: EngineLinkOptions) {
    this.#options = options;
    this.#preferred = options.model;
    this.#reconnection = new Reconnection(() => this.#random());
    this.#calls = keptCalls({
      kept: this.#unanswered,
      line: () => this.#line?.connection ?? null,
      speaking: () => (this.#draining ?? this.#line)?.connection ?? null,
      turned: () => {
        this.#turns += 1;
        this.#look();
      },
      updated: (setup) => {
        if (this.#opening !== null) this.#lateUpdate = setup;
      },
    });
  }

  /** Why no line can be had and none is tried; null while there is hope. */
  get failure(): EngineFailure | null {
    return this.#failure;
  }

  get ready(): boolean {
    return this.#line !== null;
  }

  /** 'lost': there was a line, and the next one is tried. */
  get lineState(): 'open' | 'opening' | 'lost' {
    if (this.#line !== null) return 'open';
    return this.#lostAtMs === null ? 'opening' : 'lost';
  }

  /** What answers now, or will. */
  get model(): RealtimeModel {
    return this.#line?.model ?? this.#preferred;
  }

  /** Opens a line, or replaces the one there is at once; events of the old one are dropped from now on. */
  async open(): Promise<void> {
    this.#reconnection.reset();
    this.#change = null;
    this.#unanswered.forgetAsked();
    this.#handles.forget();
    await this.#dropLines();
    await this.#openFirst(this.#preferred);
  }

  /** Another engine answers from the next pause on; without a line, from now on. */
  use(model: RealtimeModel): void {
    this.#preferred = model;
    if (this.#line === null) {
      this.#reconnection.reset();
      void this.#openFirst(model);
    } else {
      this.#cancelOpening();
      this.#change = null;
      if (this.#line.model === model) return;
      this.#changeNotBeforeMs = 0;
      this.#change = { model, why: 'swap', forcedAtMs: this.#nowMs() + LONGEST_WAIT_FOR_PAUSE_MS };
      this.#look();
    }
  }

  /** Another engine answers at once; whatever goes over the line there is ends now. */
  replace(model: RealtimeModel): void {
    this.#preferred = model;
    this.#change = null;
    this.#cancelOpening();
    this.#letGo();
    this.#options.onEvent({ type: 'disconnected', failure: replaced(model) });
    this.#reconnection.reset();
    void this.#openFirst(model);
  }

  /** The machine slept: a line to a host that looks open is not believed. */
  wake(): void {
    if (this.#line?.model.capabilities.runsOn === 'host') this.#letGo();
    else if (this.#line !== null || this.#lostAtMs === null) return;
    this.#reconnection.reset();
    this.#lostAtMs ??= this.#nowMs();
    void this.#openFirst(this.#preferred);
  }

  /** Somebody begins to talk: the next try is made now, unless the host asked for time. */
  hurry(): void {
    if (this.#mayHurry && this.#line === null && this.#opening === null) void this.#openFirst(this.#preferred);
  }

  /** A reply is over and kept: a moment to change lines. */
  paused(): void {
    this.#look();
  }

  /** Calls reach the engine now, or the next line in order. */
  call(use: (connection: RealtimeConnection) => void): void {
    use(this.#calls);
  }

  /** Names the turn that the next `respond` is about, so that another line can be asked it. */
  asking(turn: AskedTurn): void {
    this.#unanswered.asking(turn);
  }

  close(): Promise<void> {
    return this.#dropLines();
  }

  /** Opens a line where there is none. */
  async #openFirst(model: RealtimeModel): Promise<void> {
    const line = await this.#connect(model, this.#unanswered.askedTurnId).catch((failure: unknown) => failure);
    if (line === null) return;
    if (line instanceof EngineLine) this.#takeOver(line, true);
    else this.#lost(asEngineFailure(line), model);
  }

  /** @returns null when another attempt took its place. @throws whatever the model says */
  async #connect(model: RealtimeModel, askedTurnId: string | null): Promise<EngineLine | null> {
    this.#opening?.abort();
    void this.#stopTimer();
    this.#mayHurry = false;
    this.#failure = null;
    const current = this.#attempts.advance();
    const opening = new AbortController();
    this.#opening = opening;
    try {
      this.#unanswered.historyTold();
      this.#lateUpdate = null;
      const missesTurns = this.#options.isSpeaking();
      const underWay = { isAsked: askedTurnId !== null, isGiven: this.#unanswered.isWaiting, hasLine: this.#line !== null };
      const setup = { ...this.#options.setup(askedTurnId, model), ...this.#handles.for(model, underWay) };
      const connection = await model.connect(setup, opening.signal);
      if (!current()) {
        await connection.close();
        return null;
      }
      this.#lines += 1;
      return new EngineLine({ number: this.#lines, model, connection, setup, missesTurns, nowMs: this.#nowMs() });
    } catch (failure) {
      if (!current()) return null;
      throw failure;
    } finally {
      if (current()) this.#opening = null;
    }
  }

  /** @param replays what is unanswered is put to it; a line that speaks on while it drains is answering it already */
  #takeOver(line: EngineLine, replays: boolean): void {
    if (this.#line !== null) this.#retire(this.#line);
    this.#line = line;
    this.#lostAtMs = null;
    this.#reconnection.opened(this.#nowMs());
    line.listen((event) => this.#take(line, event));
    // It may have ended while it was being opened.
    if (this.#line !== line) return;
    if (this.#lateUpdate !== null) line.connection.update(this.#lateUpdate);
    this.#lateUpdate = null;
    this.#handles.replays();
    this.#unanswered.replay(line.connection, { withAsked: replays });
    if (line.model !== this.#preferred) this.#change = { model: this.#preferred, why: 'return', forcedAtMs: Number.POSITIVE_INFINITY };
    else if (line.missesTurns) this.#change = { model: line.model, why: 'fresh', forcedAtMs: Number.POSITIVE_INFINITY };
    this.#options.onReady();
    this.#look();
  }

  /** What it is saying is said to its end; then it goes. */
  #retire(line: EngineLine): void {
    if (line.isResponding) {
      void this.#draining?.close();
      this.#draining = line;
    } else this.#shut(line);
  }

  #take(line: EngineLine, event: EngineEvent): void {
    if (line === this.#draining) this.#takeLast(line, event);
    if (line !== this.#line) return;
    if (event.type === 'disconnected') {
      this.#shut(line);
      this.#line = null;
      this.#lost(event.failure, line.model);
      return;
    }
    if (event.type === 'going-away') line.deadlineAtMs = this.#nowMs() + event.deadlineMs;
    this.#follow(event);
    const { isWaiting, given } = this.#unanswered;
    this.#handles.take(event, line.model, { isBusy: line.isResponding || isWaiting, given, isWhole: !line.missesTurns });
    this.#options.onEvent(event);
    if (event.type === 'response-ended') this.#count(line);
    this.#look();
  }

  /** A line that drains has only its reply left to say. */
  #takeLast(line: EngineLine, event: EngineEvent): void {
    const isOver = event.type === 'disconnected' || event.type === 'failed' || event.type === 'response-ended';
    if ('responseId' in event) {
      this.#follow(event);
      this.#options.onEvent(event);
    } else if (event.type === 'disconnected') this.#options.onEvent(event);
    if (!isOver) return;
    this.#draining = null;
    this.#shut(line);
    // The new line does not know what was just said.
    if (this.#line !== null) this.#change ??= { model: this.#line.model, why: 'fresh', forcedAtMs: Number.POSITIVE_INFINITY };
    this.#look();
  }

  #follow(event: EngineEvent): void {
    if (event.type === 'user-transcript' && event.final) {
      this.#unanswered.heard();
      this.#turns += 1;
    }
    // What was heard is not asked again; a reply that breaks off stays as it was heard.
    if (event.type === 'reply-audio') this.#unanswered.answered();
    if (event.type === 'failed' || (event.type === 'response-ended' && event.end !== 'called-tools')) {
      this.#unanswered.answered();
      this.#turns += 1;
    }
  }

  #lost(failure: EngineFailure, model: RealtimeModel): void {
    this.#lostAtMs ??= this.#nowMs();
    this.#options.onEvent({ type: 'disconnected', failure });
    // What fails on this computer does not mend itself by waiting.
    const isRetryable = failure.retryable && model.capabilities.runsOn === 'host';
    const next = this.#reconnection.lost(this.#nowMs(), { retryable: isRetryable, retryAfterMs: failure.retryAfterMs });
    const isDown = next.kind === 'give-up' || this.#nowMs() - this.#lostAtMs >= STAND_IN_AFTER_MS;
    const standIn = isDown && model === this.#preferred ? (this.#options.standIn?.() ?? null) : null;
    if (standIn !== null && standIn !== model) {
      this.#changeNotBeforeMs = next.kind === 'give-up' ? Number.POSITIVE_INFINITY : this.#nowMs() + CHANGE_AGAIN_MS;
      this.#options.onLost?.(failure, 0);
      void this.#openFirst(standIn);
    } else if (next.kind === 'wait') {
      this.#mayHurry = failure.retryAfterMs === null;
      this.#options.onLost?.(failure, next.delayMs);
      this.#after(next.delayMs, () => void this.#openFirst(this.#preferred));
    } else {
      this.#lostAtMs = null;
      this.#failure = next.why === 'refused' ? failure : endsAtOnce(model, failure);
      // The audio of what waits stays on the disk.
      this.#unanswered.giveUp();
      this.#options.onUnavailable(this.#failure);
    }
  }

  /** Is another line wanted, and is this the moment? */
  #look(): void {
    const line = this.#line;
    if (line === null || this.#opening !== null) return;
    void this.#stopTimer();
    const isBusy = line.isResponding || this.#draining !== null || this.#options.isSpeaking() || this.#unanswered.isWaiting;
    const change = this.#change ?? this.#rollOver(line, isBusy);
    if (change === null) return;
    const nowMs = this.#nowMs();
    const isForced = nowMs >= change.forcedAtMs;
    if (nowMs < this.#changeNotBeforeMs) {
      if (Number.isFinite(this.#changeNotBeforeMs)) this.#after(this.#changeNotBeforeMs - nowMs, () => this.#look());
    } else if (!isBusy || isForced) void this.#makeChange(line, change, isForced);
    else if (Number.isFinite(change.forcedAtMs)) this.#after(change.forcedAtMs - nowMs, () => this.#look());
  }

  /** A line that grows old is replaced by one of its own kind. */
  #rollOver(line: EngineLine, isBusy: boolean): Change | null {
    const { openedAtMs, deadlineAtMs, model } = line;
    const nowMs = this.#nowMs();
    const step = rollOverStep({ nowMs, openedAtMs, deadlineAtMs, isBusy, capMs: model.capabilities.sessionCapMs ?? null });
    if (step.kind === 'change') return { model, why: 'fresh', forcedAtMs: nowMs + step.leftMs };
    if (step.forMs !== null) this.#after(Math.min(step.forMs, LONGEST_TIMER_MS), () => this.#look());
    return null;
  }

  async #makeChange(before: EngineLine, change: Change, isForced: boolean): Promise<void> {
    const toldTurns = this.#turns;
    // What the old line is saying already is not asked again.
    const asked = before.isResponding ? null : this.#unanswered.askedTurnId;
    try {
      const line = await this.#connect(change.model, asked);
      if (line === null) return;
      // Meanwhile more was said than it was told: another one, in the next pause.
      const isStale = this.#line !== null && toldTurns !== this.#turns;
      if (isStale && !isForced) {
        this.#shut(line);
        return this.#look();
      }
      line.missesTurns ||= isStale;
      if (this.#change === change) this.#change = null;
      this.#takeOver(line, this.#line === null || !this.#line.isResponding);
    } catch (failure) {
      this.#notChanged(change, asEngineFailure(failure));
    }
  }

  #notChanged(change: Change, failure: EngineFailure): void {
    if (this.#line === null) {
      this.#lost(failure, change.model);
      return;
    }
    this.#changeNotBeforeMs = this.#nowMs() + Math.max(CHANGE_AGAIN_MS * (1 + this.#random()), failure.retryAfterMs ?? 0);
    if (change.why === 'swap') {
      this.#change = null;
      this.#preferred = this.#line.model;
      this.#options.onNotChanged?.(change.model, failure);
    }
    this.#look();
  }

  #count(line: EngineLine): void {
    const turnId = this.#unanswered.lastAskedTurnId;
    // Usage may follow the end of the response it belongs to at once.
    queueMicrotask(() => this.#options.onTraffic?.(line.model, line.traffic(this.#nowMs()), turnId));
  }

  #shut(line: EngineLine): void {
    this.#options.onTraffic?.(line.model, line.traffic(this.#nowMs()), null);
    void line.close();
  }

  #cancelOpening(): void {
    this.#attempts.advance();
    this.#opening?.abort();
    this.#opening = null;
  }

  #letGo(): void {
    for (const line of [this.#line, this.#draining]) if (line !== null) this.#shut(line);
    this.#line = this.#draining = null;
  }

  async #dropLines(): Promise<void> {
    void this.#stopTimer();
    this.#cancelOpening();
    const lines = [this.#line, this.#draining].filter((line) => line !== null);
    this.#line = this.#draining = null;
    for (const line of lines) this.#options.onTraffic?.(line.model, line.traffic(this.#nowMs()), null);
    await Promise.all(lines.map((line) => line.close()));
  }

  #after(delayMs: number, run: () => void): void {
    void this.#stopTimer();
    this.#stopTimer = this.#options.scope.timeout(run, Math.ceil(delayMs));
  }

  #nowMs(): number {
    return this.#options.nowMs();
  }

  #random(): number {
    return (this.#options.random ?? Math.random)();
  }
}
