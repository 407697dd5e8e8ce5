import type { AudioFrame } from '../../ipc/audio-frame.ts';
import type { TalkMode } from '../../ipc/conversation-schema.ts';
import type { Close, Scope } from '../../lifetime/scope.ts';
import { PreRoll } from '../hearing/pre-roll.ts';
import { BargeIn, CONFIRM_MS } from '../turn-taking/barge-in.ts';
import { completenessOf } from '../turn-taking/completeness.ts';
import { Endpointing } from '../turn-taking/endpointing.ts';
import { TalkKey } from '../turn-taking/talk-key.ts';
import type { UtteranceSpool } from './session-dependencies.ts';
import { Utterance } from './utterance.ts';

/** The last syllable is still on its way when the key comes up. */
const RELEASE_TAIL_MS = 150;
/** If no frame comes any more (device gone), the utterance ends this long after the key came up. */
const TAIL_WITHOUT_FRAMES_MS = 400;
/** A latched key that was forgotten must not record for ever. */
const LONGEST_UTTERANCE_MS = 120_000;

export interface ListeningOptions {
  readonly scope: Scope;
  readonly nowMs: () => number;
  readonly openSpool: (turnId: string) => UtteranceSpool;
  readonly patience: () => number;
  /** True while a reply can be heard: the user's voice is then a barge-in. */
  readonly replySounding: () => boolean;
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
  readonly #key = new TalkKey();
  #mode: TalkMode;
  #utterance: Utterance | null = null;
  #stopTail: Close = () => undefined;

  constructor(mode: TalkMode, options: ListeningOptions) {
    this.#mode = mode;
    this.#options = options;
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
    if (this.#options.replySounding()) {
      this.#endpointing.reset();
      const decision = this.#bargeIn.hear(frame);
      if (decision === 'duck') this.#options.heard.duck();
      if (decision === 'release') this.#options.heard.rise();
      if (decision === 'confirm') this.#open('voice', CONFIRM_MS);
      return;
    }
    this.#bargeIn.reset();
    if (this.#endpointing.hear(frame, 'unsure', 1) === 'speech-began') this.#open('voice');
  }

  #open(openedBy: 'key' | 'voice', assumedSpeechMs?: number): void {
    const utterance = new Utterance(openedBy, this.#options.openSpool);
    this.#utterance = utterance;
    if (assumedSpeechMs !== undefined) this.#endpointing.assumeSpeech(assumedSpeechMs);
    this.#options.heard.began(utterance);
    for (const frame of this.#preRoll.take()) this.#pass(utterance, frame);
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
    const decision = this.#endpointing.hear(frame, completenessOf(utterance.text), this.#options.patience());
    if (decision === 'paused') this.#options.heard.paused();
    if (decision === 'ended') this.#end();
    if (decision === 'misfired') this.#discard('too-short');
  }

  #pass(utterance: Utterance, frame: AudioFrame): void {
    utterance.take(frame);
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
  }
}
