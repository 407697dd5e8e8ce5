import { OverlapSound } from '../../../models/overlap-sound/overlap-sound.ts';
import { type AudioFrame, HEARING_FRAME_MS } from '../../ipc/audio-frame.ts';
import { RecentLaughter } from './recent-laughter.ts';

const SPEECH_PROBABILITY = 0.5;

/** What is known by its sound of what is said over a reply, from its first frame on. */
export class OverlapTrial {
  readonly #sound = new OverlapSound();
  readonly #laughter = new RecentLaughter();
  /** Frames without speech count only if speech follows. */
  #pause: Float32Array[] = [];
  #begun = false;
  #voicedMs = 0;
  #laughedLately = false;

  /** How long a voice was heard in it that is not our own. */
  get voicedMs(): number {
    return this.#voicedMs;
  }

  /** Probability that it is words and no cough, laugh or hum; null until there is enough to tell. */
  get wordsProbability(): number | null {
    return this.#sound.speechProbability();
  }

  /** It follows a laugh, a cough or the like. */
  get laughedLately(): boolean {
    return this.#laughedLately;
  }

  /** @param voicedMs heard of it before it was put on trial @param beganMs when its first sound was heard */
  begin(voicedMs: number, beganMs: number): void {
    this.#laughedLately = this.#laughter.isBefore(beganMs);
    this.#sound.reset();
    this.#pause = [];
    this.#begun = false;
    this.#voicedMs = voicedMs;
  }

  take(frame: AudioFrame): void {
    if (frame.speechProbability < SPEECH_PROBABILITY) {
      if (this.#begun) this.#pause.push(frame.samples);
      return;
    }
    this.#begun = true;
    for (const samples of [...this.#pause.splice(0), frame.samples]) this.#sound.take(samples);
  }

  /** It was no turn. */
  letGo(...what: Parameters<RecentLaughter['letGo']>): void {
    this.#laughter.letGo(...what);
  }

  hearVoice(): void {
    this.#voicedMs += HEARING_FRAME_MS;
  }
}
