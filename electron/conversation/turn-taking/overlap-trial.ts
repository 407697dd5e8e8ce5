import { OverlapSound } from '../../../models/overlap-sound/overlap-sound.ts';
import { type AudioFrame, HEARING_FRAME_MS } from '../../ipc/audio-frame.ts';

const SPEECH_PROBABILITY = 0.5;

/** What is known by its sound of what is said over a reply, from its first frame on. */
export class OverlapTrial {
  readonly #sound = new OverlapSound();
  /** Frames without speech count only if speech follows. */
  #pause: Float32Array[] = [];
  #begun = false;
  #voicedMs = 0;

  /** How long a voice was heard in it that is not our own. */
  get voicedMs(): number {
    return this.#voicedMs;
  }

  /** Probability that it is words and no cough, laugh or hum; null until there is enough to tell. */
  get wordsProbability(): number | null {
    return this.#sound.speechProbability();
  }

  /** @param voicedMs heard of it before it was put on trial */
  begin(voicedMs: number): void {
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

  hearVoice(): void {
    this.#voicedMs += HEARING_FRAME_MS;
  }
}
