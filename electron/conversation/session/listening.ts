import { type AudioFrame, HEARING_FRAME_MS } from '../../ipc/audio-frame.ts';
import type { TalkMode } from '../../ipc/conversation-schema.ts';
import type { Close, Scope } from '../../lifetime/scope.ts';
import { PreRoll } from '../hearing/pre-roll.ts';
import { BargeIn, OVERLAP_MS } from '../turn-taking/barge-in.ts';
import type { FrameSource } from '../turn-taking/echo-guard.ts';
import { Endpointing } from '../turn-taking/endpointing.ts';
import { OverlapTrial } from '../turn-taking/overlap-trial.ts';
import { judgeOverlap } from '../turn-taking/overlap-words.ts';
import { TalkKey } from '../turn-taking/talk-key.ts';
import type { OwnManner } from './own-manner.ts';
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

const SPEECH_PROBABILITY = 0.5;
/** What came before speech over a reply is the reply itself; a word's first breath is not. */
const OVERLAP_LEAD_MS = 96;
/** What is said over a reply and is shorter than this is no turn, unless its words say so. */
const SHORTEST_OVERLAP_MS = 400;

export interface ListeningOptions extends TurnEndWatchOptions {
  readonly scope: Scope;
  readonly nowMs: () => number;
  readonly openSpool: (turnId: string) => UtteranceSpool;
  /** While a reply can be heard the user's voice is a barge-in. */
  readonly reply: () => SoundingReply;
  readonly heard: ListeningEvents;
  readonly manner: Pick<OwnManner, 'pauses' | 'echo' | 'listeningWords'>;
}

export interface SoundingReply {
  readonly sounding: boolean;
  readonly playedMs: number;
  /** When the last one was over by itself; null = none was. */
  readonly overAtMs: number | null;
  /** Loudness of what the speaker plays now. */
  readonly playedLevel: number;
  readonly text: string;
}

export interface ListeningEvents {
  /** An utterance opened; a reply that still runs gives way. */
  began(utterance: Utterance): void;
  /** Somebody speaks over the reply, and it may be nothing: see `Utterance.onTrial`. `began` follows if it is something. */
  overlapped(utterance: Utterance): void;
  frame(frame: AudioFrame): void;
  /** The user fell silent or let go: the engine may work ahead. */
  paused(): void;
  /** Words and voice say that this silence is the end of the turn, though it has not lasted yet; told once a silence. */
  likelyOver(): void;
  ended(utterance: Utterance): void;
  discarded(utterance: Utterance, reason: 'cancelled' | 'too-short' | 'nothing-heard'): void;
  duck(): void;
  rise(): void;
  /** The reply falls silent until it is known what was said over it. */
  hold(): void;
  goOn(): void;
  /** A turn was taken for over too soon, or was not: what the user's own pauses ask for is another now. */
  pausesLearned(): void;
}

/** From frames and key presses to utterances. Holds the open microphone's last half second and at most one utterance. */
export class Listening {
  readonly #options: ListeningOptions;
  readonly #preRoll = new PreRoll();
  readonly #endpointing = new Endpointing();
  readonly #bargeIn: BargeIn;
  readonly #trial = new OverlapTrial();
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
    this.#bargeIn = new BargeIn(() => options.manner.echo);
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
    const source = this.#sourceOf(frame);
    if (this.#utterance === null) {
      this.#preRoll.push(frame);
      if (this.#mode === 'hands-free') this.#listenForSpeech(frame, source);
      return;
    }
    if (frame.speechProbability >= SPEECH_PROBABILITY) {
      if (source === 'echo') this.#utterance.echoMs += HEARING_FRAME_MS;
      if (source === 'unknown') this.#utterance.unknownMs += HEARING_FRAME_MS;
    }
    if (this.#utterance.onTrial && source !== null) this.#hearOnTrial(frame, source);
    this.#take(this.#utterance, frame);
  }

  #hearOnTrial(frame: AudioFrame, source: FrameSource): void {
    if (this.#bargeIn.isVoiced(frame, source)) this.#trial.hearVoice();
    if (this.#bargeIn.hearFurther(frame, source)) this.#options.heard.hold();
  }

  /** Null while no reply sounds: then there is nothing to mistake for the user. */
  #sourceOf(frame: AudioFrame): FrameSource | null {
    const { sounding, playedLevel } = this.#options.reply();
    return sounding ? this.#bargeIn.sourceOf(frame, playedLevel) : null;
  }

  press(agoMs: number): void {
    const decision = this.#key.down(this.#options.nowMs() - agoMs);
    if (decision === 'open') this.#openByKey();
    if (decision === 'close') this.#letGo();
  }

  release(agoMs: number): void {
    if (this.#key.up(this.#options.nowMs() - agoMs) === 'close') this.#letGo();
  }

  /** Takes back what is being said; nothing of it is sent. Returns false when nothing was being said. */
  cancel(): boolean {
    this.#key.reset();
    const onTrial = this.#utterance?.onTrial === true;
    return this.#discard('cancelled') && !onTrial;
  }

  /** The microphone went away: what was said until now is answered. */
  microphoneLost(): void {
    this.#key.reset();
    this.#preRoll.clear();
    this.#endpointing.reset();
    if (this.#utterance !== null) this.#end();
  }

  #listenForSpeech(frame: AudioFrame, source: FrameSource | null): void {
    if (source !== null) {
      this.#endpointing.reset();
      this.#listenOverReply(frame, source);
      return;
    }
    this.#bargeIn.reset();
    if (this.#endpointing.hear(frame, Number.POSITIVE_INFINITY) === 'speech-began') this.#open('voice', false);
  }

  #listenOverReply(frame: AudioFrame, source: FrameSource): void {
    const { heard } = this.#options;
    const decision = this.#bargeIn.hear(frame, source);
    if (decision === 'duck') heard.duck();
    if (decision === 'release') heard.rise();
    if (decision === 'hold') heard.hold();
    if (decision === 'hold' || decision === 'listen') this.#open('voice', true);
  }

  /** A key that goes down while the voice was taken already: from now on the key alone says when the turn is over. */
  #openByKey(): void {
    const utterance = this.#utterance;
    if (utterance === null) {
      this.#open('key', false);
      return;
    }
    utterance.openedBy = 'key';
    if (utterance.onTrial) this.#believe(utterance);
  }

  #open(openedBy: 'key' | 'voice', onTrial: boolean): void {
    const utterance = new Utterance({ openedBy, onTrial }, this.#options.openSpool);
    this.#utterance = utterance;
    this.#turnEnd.begin();
    if (onTrial) {
      this.#endpointing.assumeSpeech(OVERLAP_MS);
      const { lengthMs, voicedMs } = this.#bargeIn.overlap;
      this.#trial.begin(voicedMs, this.#options.nowMs() - lengthMs);
      this.#options.heard.overlapped(utterance);
    } else {
      this.#believe(utterance);
    }
    const lead = onTrial ? this.#bargeIn.overlap.lengthMs + OVERLAP_LEAD_MS : undefined;
    for (const frame of this.#preRoll.take(lead)) this.#pass(utterance, frame);
  }

  /** It is a turn: a reply that still runs gives way. */
  #believe(utterance: Utterance): void {
    utterance.onTrial = false;
    utterance.continues = this.#goesOn();
    this.#options.heard.began(utterance);
  }

  /** @returns false when it was nothing, and is gone */
  #survives(utterance: Utterance): boolean {
    const { text, textIsWhole: whole, speechMs, speechLikeness, likenessBefore } = utterance;
    const shareOf = (ms: number) => ms / Math.max(speechMs, HEARING_FRAME_MS);
    const [echoShare, unknownShare] = [shareOf(utterance.echoMs), shareOf(utterance.unknownMs)];
    const { voicedMs, wordsProbability, laughedLately } = this.#trial;
    const sounds = { whole, speechMs, unknownShare, voicedMs, wordsProbability, speechLikeness, likenessBefore, laughedLately };
    const ownListening = this.#options.manner.listeningWords;
    const verdict = judgeOverlap({ ...sounds, text, echoShare, ownListening, replyText: this.#options.reply().text });
    if (verdict === 'speech') this.#believe(utterance);
    if (verdict === 'no-turn') {
      this.#trial.letGo(sounds, echoShare, this.#options.nowMs());
      this.#discard('nothing-heard');
    }
    return verdict !== 'no-turn';
  }

  /** Whether the turn before was taken for over too soon; the waits learn from it. */
  #goesOn(): boolean {
    const endedMs = this.#endedBySilenceMs;
    this.#endedBySilenceMs = null;
    if (endedMs === null) return false;
    const { playedMs, overAtMs } = this.#options.reply();
    // Who heard a short reply to its end says something new.
    const wasAnswered = playedMs >= BARELY_HEARD_MS || (overAtMs !== null && overAtMs >= endedMs);
    const goesOn = this.#options.nowMs() - endedMs < CUT_OFF_WITHIN_MS && !wasAnswered;
    if (goesOn) this.#turnEnd.ownPauses.cutOff();
    else this.#turnEnd.ownPauses.letFinish();
    this.#options.heard.pausesLearned();
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
    if (utterance.onTrial && !this.#survives(utterance)) return;
    const decision = this.#endpointing.hear(frame, this.#turnEnd.silenceToEndMs(utterance));
    if (decision === 'paused') this.#paused(utterance);
    if (decision === 'resumed') this.#resumed(utterance);
    if (decision === 'ended') this.#endBySilence();
    if (decision === 'misfired') this.#discard('too-short');
    if (decision === null && utterance.isPaused && !utterance.isForeseen) this.#foresee(utterance);
  }

  #foresee(utterance: Utterance): void {
    if (utterance.onTrial || !this.#turnEnd.isLikelyOver(utterance)) return;
    utterance.isForeseen = true;
    this.#options.heard.likelyOver();
  }

  #paused(utterance: Utterance): void {
    utterance.isPaused = true;
    this.#options.heard.paused();
    this.#turnEnd.paused(utterance);
  }

  #resumed(utterance: Utterance): void {
    utterance.textIsWhole = false;
    utterance.isPaused = utterance.isForeseen = false;
    this.#turnEnd.resumed();
  }

  #endBySilence(): void {
    this.#end();
    this.#endedBySilenceMs = this.#options.nowMs();
  }

  #pass(utterance: Utterance, frame: AudioFrame): void {
    utterance.take(frame);
    if (utterance.onTrial) this.#trial.take(frame);
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
    // Its words did not come in time: short sounds are let go, longer ones may be words.
    const wasNothing = utterance.onTrial && utterance.speechMs < SHORTEST_OVERLAP_MS;
    if (!utterance.mayHoldSpeech || wasNothing) return void this.#discard('nothing-heard');
    if (utterance.onTrial) this.#believe(utterance);
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
    if (utterance.onTrial) this.#giveBackFloor();
    return true;
  }

  #giveBackFloor(): void {
    this.#options.heard.goOn();
    this.#options.heard.rise();
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
