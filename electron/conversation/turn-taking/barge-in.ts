import { levelOf, voicingOf } from '../../../models/overlap-sound/voicing.ts';
import { type AudioFrame, HEARING_FRAME_MS } from '../../ipc/audio-frame.ts';
import type { KnownEcho } from '../../ipc/tuning-schema.ts';
import { EchoGuard, type FrameSource } from './echo-guard.ts';

/**
 * What one more frame means while a reply sounds. `duck`: somebody may be speaking. `hold`: somebody is, the reply falls
 * silent until it is known what was said. `listen`: it has no voice (a cough, keys) or may be our own, so only its words are
 * looked at. `release`: it was nothing.
 */
export type BargeInDecision = 'duck' | 'hold' | 'listen' | 'release' | null;

/** The reply gets quieter at the second speech frame: 64 ms, too short to be noticed if it was nothing. */
const DUCK_MS = 2 * HEARING_FRAME_MS;
/** A click or a knock is shorter, every word is longer. */
export const OVERLAP_MS = 160;
const RELEASE_SILENCE_MS = 160;
/** Above the usual 0.5: what is left of our own voice after echo cancellation scores lower than a near speaker. */
const SPEECH_PROBABILITY = 0.6;
/** Vowels and hums lie above, coughs and keys below. */
const VOICED = 0.5;
const VOICED_SHARE = 0.4;
/** Words that begin without a pitch ("stop", "hello") have one soon after. */
const VOICED_LATER_MS = 3 * HEARING_FRAME_MS;

/** Barge-in before words are known: by loudness, pitch and time alone. Pure: time is counted in frames. */
export class BargeIn {
  readonly #echo: EchoGuard;
  #speechMs = 0;
  #voicedMs = 0;
  #silenceMs = 0;
  #ducked = false;
  #sinceFirstMs = 0;
  #overlap = { lengthMs: 0, voicedMs: 0 };

  /** @param known the echo of this room, where it was measured */
  constructor(known: () => KnownEcho | null = () => null) {
    this.#echo = new EchoGuard(known);
  }

  /** How long ago the speech began that was decided on last, and how much of it had a voice. */
  get overlap(): { readonly lengthMs: number; readonly voicedMs: number } {
    return this.#overlap;
  }

  /**
   * Called for every frame while a reply sounds, whoever takes it.
   * @param playedLevel loudness (root mean square) of what the speaker plays now
   */
  sourceOf(frame: AudioFrame, playedLevel: number): FrameSource {
    return this.#echo.hear(levelOf(frame.samples), playedLevel);
  }

  /** True for a voice that is the user's: breath and keys over our own echo have its pitch, but no more of it than the echo has. */
  isVoiced(frame: AudioFrame, source: FrameSource): boolean {
    if (frame.speechProbability < SPEECH_PROBABILITY || source !== 'user') return false;
    const voicing = voicingOf(frame.samples);
    return voicing >= VOICED && this.#echo.isLouder(levelOf(frame.samples) * Math.sqrt(voicing));
  }

  hear(frame: AudioFrame, source: FrameSource): BargeInDecision {
    if (this.#speechMs > 0) this.#sinceFirstMs += HEARING_FRAME_MS;
    if (frame.speechProbability >= SPEECH_PROBABILITY && source !== 'echo') {
      this.#speechMs += HEARING_FRAME_MS;
      if (this.#speechMs === HEARING_FRAME_MS) this.#sinceFirstMs = HEARING_FRAME_MS;
      if (this.isVoiced(frame, source)) this.#voicedMs += HEARING_FRAME_MS;
      this.#silenceMs = 0;
      return this.#judgeSpeech();
    }
    this.#silenceMs += HEARING_FRAME_MS;
    if (this.#silenceMs < RELEASE_SILENCE_MS) return null;
    const ducked = this.#ducked;
    this.reset();
    return ducked ? 'release' : null;
  }

  /** For what was only listened to: true once it has a pitch after all, so that the reply is held. */
  hearFurther(frame: AudioFrame, source: FrameSource): boolean {
    this.#voicedMs = this.isVoiced(frame, source) ? this.#voicedMs + HEARING_FRAME_MS : 0;
    return this.#voicedMs >= VOICED_LATER_MS;
  }

  /** What is known of the echo stays. */
  reset(): void {
    this.#speechMs = 0;
    this.#voicedMs = 0;
    this.#silenceMs = 0;
    this.#ducked = false;
  }

  #judgeSpeech(): BargeInDecision {
    if (this.#speechMs >= OVERLAP_MS) {
      const voiced = this.#voicedMs / this.#speechMs >= VOICED_SHARE;
      this.#overlap = { lengthMs: this.#sinceFirstMs, voicedMs: this.#voicedMs };
      this.reset();
      return voiced ? 'hold' : 'listen';
    }
    if (this.#ducked || this.#speechMs < DUCK_MS) return null;
    this.#ducked = true;
    return 'duck';
  }
}
