import type { VoiceActivity } from '../../../models/voice-activity/voice-activity.ts';
import type { AudioFrame } from '../../ipc/audio-frame.ts';
import { VoiceGate } from './voice-gate.ts';

export interface JudgedFramesOptions {
  /** Begun at once; frames that come before it is there wait for it. */
  readonly openVoiceActivity: () => Promise<VoiceActivity>;
  /** Every frame, in order. */
  readonly tell: (frame: AudioFrame) => void;
  /** Told once: from then on every frame counts as silence, and the talk key still works. */
  readonly failed: (failure: unknown) => void;
}

/**
 * Gives the frames of one microphone their speech probabilities, in order. The net runs on this thread: 0.2 ms a frame, and
 * none while nothing stands out of the room's noise.
 */
export class JudgedFrames {
  readonly #options: JudgedFramesOptions;
  readonly #gate = new VoiceGate();
  readonly #voiceActivity: Promise<VoiceActivity | null>;
  #last: Promise<void>;
  #closed = false;

  constructor(options: JudgedFramesOptions) {
    this.#options = options;
    this.#voiceActivity = options.openVoiceActivity().catch((failure: unknown) => {
      options.failed(failure);
      return null;
    });
    this.#last = this.#voiceActivity.then(() => undefined);
  }

  hear(frame: Omit<AudioFrame, 'speechProbability'>): void {
    this.#last = this.#last.then(() => this.#judge(frame));
  }

  /** What waits is not told any more. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
    await (await this.#voiceActivity)?.close();
  }

  async #judge(frame: Omit<AudioFrame, 'speechProbability'>): Promise<void> {
    if (this.#closed) return;
    const speechProbability = await this.#probability(frame.samples);
    if (!this.#closed) this.#options.tell({ ...frame, speechProbability });
  }

  async #probability(samples: Float32Array): Promise<number> {
    const net = await this.#voiceActivity;
    let probability = 0;
    if (net === null) return probability;
    for (const each of this.#gate.hear(samples)) {
      probability = await net.probability(each);
      this.#gate.judged(probability);
    }
    return probability;
  }
}
