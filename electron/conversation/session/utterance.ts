import { randomUUID } from 'node:crypto';
import { TimelineRecorder } from '../../diagnostics/turn-timeline.ts';
import { type AudioFrame, HEARING_FRAME_MS } from '../../ipc/audio-frame.ts';
import type { UtteranceSpool } from './session-dependencies.ts';

/** Below this no frame of the utterance can have held a voice, not even a whisper: the recogniser is not asked. */
const FAINTEST_SPEECH_PROBABILITY = 0.25;
const SPEECH_PROBABILITY = 0.5;

/** What the engine makes of an utterance so far. */
interface WordGuess {
  readonly text: string;
  /** It covers everything said until the user last fell silent. */
  readonly whole: boolean;
  readonly speechLikeness: number | null;
}

/** One stretch of the user's speech while it is taken: on disk first, then measured. */
export class Utterance {
  readonly turnId = randomUUID();
  readonly timeline = new TimelineRecorder();
  openedBy: 'key' | 'voice';
  /** It began while a reply sounds, and may be nothing: the reply waits, nobody is interrupted yet. */
  onTrial: boolean;
  readonly #spool: UtteranceSpool;
  /** Words so far, as the engine guesses them. */
  text = '';
  /** They cover everything said until the user last fell silent. */
  textIsWhole = false;
  /** The user fell silent and may go on. */
  isPaused = false;
  /** It was told already that this silence is likely the end. */
  isForeseen = false;
  /** By the sound of them, as the recogniser tells it, 0..1; null = nobody told. */
  speechLikeness: number | null = null;
  /** The same of the guess before. */
  likenessBefore: number | null = null;
  /** It goes on where the turn before was cut off. */
  continues = false;
  /** Speech in it that is no louder than the reply's own voice would be. */
  echoMs = 0;
  /** Speech in it from before anybody knew whether the reply comes back by the microphone. */
  unknownMs = 0;
  /** Set once the key was let go: frames up to this time still belong to the utterance. */
  closeAtMs: number | null = null;
  #durationMs = 0;
  #speechMs = 0;
  #lastSpeechEndMs: number | null = null;
  #loudestProbability = 0;

  constructor(begun: { readonly openedBy: 'key' | 'voice'; readonly onTrial: boolean }, openSpool: (turnId: string) => UtteranceSpool) {
    this.openedBy = begun.openedBy;
    this.onTrial = begun.onTrial;
    this.#spool = openSpool(this.turnId);
  }

  get durationMs(): number {
    return this.#durationMs;
  }

  get speechMs(): number {
    return this.#speechMs;
  }

  /** True when at least one frame may have held a voice. */
  get mayHoldSpeech(): boolean {
    return this.#loudestProbability >= FAINTEST_SPEECH_PROBABILITY;
  }

  take(frame: AudioFrame): void {
    this.#spool.append(frame.samples);
    this.#durationMs += HEARING_FRAME_MS;
    this.#loudestProbability = Math.max(this.#loudestProbability, frame.speechProbability);
    if (frame.speechProbability < SPEECH_PROBABILITY) return;
    this.#lastSpeechEndMs = frame.endMs;
    this.#speechMs += HEARING_FRAME_MS;
  }

  takeGuess({ text, whole, speechLikeness }: WordGuess): void {
    this.text = text;
    this.textIsWhole = whole;
    this.likenessBefore = this.speechLikeness;
    this.speechLikeness = speechLikeness;
  }

  markCommitted(atMs: number): void {
    if (this.#lastSpeechEndMs !== null) this.timeline.mark('speechEndMs', this.#lastSpeechEndMs);
    this.timeline.mark('commitMs', atMs);
  }

  /** Its words are safe, or it was taken back: the audio on disk may go. */
  forgetAudio(): void {
    void this.#spool.commit();
  }
}
