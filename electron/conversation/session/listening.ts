import type { AudioFrame } from '../../ipc/audio-frame.ts';
import type { TalkMode } from '../../ipc/conversation-schema.ts';
import type { Close, Scope } from '../../lifetime/scope.ts';
import { PreRoll } from '../hearing/pre-roll.ts';
import { BargeIn, CONFIRM_MS } from '../turn-taking/barge-in.ts';
import { Endpointing } from '../turn-taking/endpointing.ts';
import { TalkKey } from '../turn-taking/talk-key.ts';
import type { UtteranceSpool } from './session-dependencies.ts';
import { TurnEndWatch, type TurnEndWatchOptions } from './turn-end-watch.ts';
import { Utterance } from './utterance.ts';

/** The last syllable is still on its way when the key comes up. */
const RELEASE_TAIL_MS = 150;
/** If no frame comes any more (device gone), the utterance ends this long after the key came up. */
const TAIL_WITHOUT_FRAMES_MS = 400;
/** A latched key that was forgotten must not record for ever. */
const LONGEST_UTTERANCE_MS = 120_000;
/** Whoever speaks again this soon after a turn was taken for over had not finished it ... */
const CUT_OFF_WITHIN_MS = 2000;
/** ... unless more than this of an answer was heard: then it is an interruption. */
const BARELY_HEARD_MS = 700;

export interface ListeningOptions extends TurnEndWatchOptions {
  readonly scope: Scope;
  readonly nowMs: () => number;
  readonly openSpool: (turnId: string) => UtteranceSpool;
  /** While a reply can be heard the user's voice is a barge-in. */
  readonly reply: () => { readonly sounding: boolean; readonly playedMs: number };
  readonly heard: ListeningEvents;
}

export interface ListeningEvents {
  /** An utterance opened; a reply that still runs gives way. */
  began(utterance: Utterance): void;
  frame(frame: AudioFrame): void;
  /** The user fell silent or let go: the engine may work ahead. */
  paused(): void;
  ended(utterance: Utterance): void;
  discarded(utterance: Utterance, reason: 'cancelled' | 'too-short' | 'nothing-heard'): void;
  duck(): void;
  rise(): void;
}

/** From frames and key presses to utterances. Holds the open microphone's last half second and at most one utterance. */
export class Listening {
  readonly #options: ListeningOptions;
  readonly #preRoll = new PreRoll();
  readonly #endpointing = new Endpointing();
  readonly #bargeIn = new BargeIn();
  readonly #turnEnd: TurnEndWatch;
  readonly #key = new TalkKey();
  #mode: TalkMode;
  #utterance: Utterance | null = null;
  #stopTail: Close = () => undefined;
  /** When silence ended the last turn; null when something else did. */
  #endedBySilenceMs: number | null = null;

  constructor(mode: TalkMode, options: ListeningOptions) {
    this.#mode = mode;
    this.#options = options;
    this.#turnEnd = new TurnEndWatch(options);
  }

  get utterance(): Utterance | null {
    return this.#utterance;
  }

  get mode(): TalkMode {
    return this.#mode;
  }

  setMode(mode: TalkMode): void {
    this.#mode = mode;
    this.#endpointing.reset();
    this.#bargeIn.reset();
    if (this.#utterance?.openedBy === 'voice') this.#end();
  }

  hear(frame: AudioFrame): void {
    if (this.#utterance === null) {
      this.#preRoll.push(frame);
      if (this.#mode === 'hands-free') this.#listenForSpeech(frame);
      return;
    }
    this.#take(this.#utterance, frame);
  }

  press(agoMs: number): void {
    const decision = this.#key.down(this.#options.nowMs() - agoMs);
    if (decision === 'open' && this.#utterance === null) this.#open('key');
    if (decision === 'close') this.#letGo();
  }

  release(agoMs: number): void {
    if (this.#key.up(this.#options.nowMs() - agoMs) === 'close') this.#letGo();
  }

  /** Takes back what is being said; nothing of it is sent. Returns false when nothing was being said. */
  cancel(): boolean {
    this.#key.reset();
    return this.#discard('cancelled');
  }

  /** The microphone went away: what was said until now is answered. */
  microphoneLost(): void {
    this.#key.reset();
    this.#preRoll.clear();
    this.#endpointing.reset();
    if (this.#utterance !== null) this.#end();
  }

  #listenForSpeech(frame: AudioFrame): void {
    if (this.#options.reply().sounding) {
      this.#endpointing.reset();
      const decision = this.#bargeIn.hear(frame);
      if (decision === 'duck') this.#options.heard.duck();
      if (decision === 'release') this.#options.heard.rise();
      if (decision === 'confirm') this.#open('voice', CONFIRM_MS);
      return;
    }
    this.#bargeIn.reset();
    if (this.#endpointing.hear(frame, Number.POSITIVE_INFINITY) === 'speech-began') this.#open('voice');
  }

  #open(openedBy: 'key' | 'voice', assumedSpeechMs?: number): void {
    const utterance = new Utterance(openedBy, this.#goesOn(), this.#options.openSpool);
    this.#utterance = utterance;
    this.#turnEnd.reset();
    if (assumedSpeechMs !== undefined) this.#endpointing.assumeSpeech(assumedSpeechMs);
    this.#options.heard.began(utterance);
    for (const frame of this.#preRoll.take()) this.#pass(utterance, frame);
  }

  /** Whether the turn before was taken for over too soon; the waits learn from it. */
  #goesOn(): boolean {
    const endedMs = this.#endedBySilenceMs;
    this.#endedBySilenceMs = null;
    if (endedMs === null) return false;
    const { playedMs } = this.#options.reply();
    const goesOn = this.#options.nowMs() - endedMs < CUT_OFF_WITHIN_MS && playedMs < BARELY_HEARD_MS;
    if (goesOn) this.#turnEnd.ownPauses.cutOff();
    else this.#turnEnd.ownPauses.letFinish();
    return goesOn;
  }

  #take(utterance: Utterance, frame: AudioFrame): void {
    this.#pass(utterance, frame);
    if (utterance.closeAtMs !== null) {
      if (frame.endMs >= utterance.closeAtMs) this.#end();
      return;
    }
    if (utterance.durationMs >= LONGEST_UTTERANCE_MS) this.#end();
    else if (utterance.openedBy === 'voice') this.#followSpeech(utterance, frame);
  }

  #followSpeech(utterance: Utterance, frame: AudioFrame): void {
    const decision = this.#endpointing.hear(frame, this.#turnEnd.silenceToEndMs(utterance));
    if (decision === 'paused') this.#paused();
    if (decision === 'resumed') this.#resumed(utterance);
    if (decision === 'ended') this.#endBySilence();
    if (decision === 'misfired') this.#discard('too-short');
  }

  #paused(): void {
    this.#options.heard.paused();
    this.#turnEnd.paused();
  }

  #resumed(utterance: Utterance): void {
    utterance.textIsWhole = false;
    this.#turnEnd.resumed();
  }

  #endBySilence(): void {
    this.#end();
    this.#endedBySilenceMs = this.#options.nowMs();
  }

  #pass(utterance: Utterance, frame: AudioFrame): void {
    utterance.take(frame);
    this.#turnEnd.take(frame);
    this.#options.heard.frame(frame);
  }

  #letGo(): void {
    const utterance = this.#utterance;
    if (utterance === null) return;
    utterance.closeAtMs = this.#options.nowMs() + RELEASE_TAIL_MS;
    this.#options.heard.paused();
    this.#stopTail = this.#options.scope.timeout(() => {
      if (this.#utterance === utterance) this.#end();
    }, TAIL_WITHOUT_FRAMES_MS);
  }

  #end(): void {
    const utterance = this.#utterance;
    if (utterance === null) return;
    if (!utterance.mayHoldSpeech) return void this.#discard('nothing-heard');
    this.#close();
    utterance.markCommitted(this.#options.nowMs());
    this.#options.heard.ended(utterance);
  }

  #discard(reason: 'cancelled' | 'too-short' | 'nothing-heard'): boolean {
    const utterance = this.#utterance;
    if (utterance === null) return false;
    this.#close();
    utterance.forgetAudio();
    this.#options.heard.discarded(utterance, reason);
    return true;
  }

  #close(): void {
    void this.#stopTail();
    this.#utterance = null;
    this.#key.reset();
    this.#endpointing.reset();
    this.#bargeIn.reset();
    this.#turnEnd.reset();
  }
}
