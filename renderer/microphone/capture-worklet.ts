import { HEARING_FRAME_SAMPLES, RESTING_FRAMES } from '../../electron/ipc/audio-frame.ts';

/** What the audio thread offers; TypeScript's DOM library does not know it. */
declare function registerProcessor(name: string, processor: unknown): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

/** What the page tells the audio thread. */
export interface CaptureCommand {
  /** Nobody speaks and nothing sounds: frames may come some at once, so that page and conversation sleep longer. */
  readonly resting: boolean;
}

/** Cuts the microphone into frames of 512 samples. The context runs at 16 kHz, so nothing is resampled here. */
class CaptureProcessor extends AudioWorkletProcessor {
  readonly #frames = new Float32Array(RESTING_FRAMES * HEARING_FRAME_SAMPLES);
  #filled = 0;
  #framesAtOnce = 1;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<CaptureCommand>) => {
      this.#framesAtOnce = data.resting ? RESTING_FRAMES : 1;
    };
  }

  process([input]: Float32Array[][]): boolean {
    const channel = input?.[0];
    if (channel === undefined) return true;
    this.#frames.set(channel, this.#filled);
    this.#filled += channel.length;
    // A quantum of 128 samples ends with a frame, or inside it.
    if (this.#filled % HEARING_FRAME_SAMPLES === 0 && this.#filled >= this.#framesAtOnce * HEARING_FRAME_SAMPLES) {
      const frames = this.#frames.slice(0, this.#filled);
      this.port.postMessage(frames, [frames.buffer]);
      this.#filled = 0;
    }
    return true;
  }
}

registerProcessor('parley-capture', CaptureProcessor);
