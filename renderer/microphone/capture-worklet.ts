import { HEARING_FRAME_SAMPLES } from '../../electron/ipc/audio-frame.ts';

/** What the audio thread offers; TypeScript's DOM library does not know it. */
declare function registerProcessor(name: string, processor: unknown): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

/** Cuts the microphone into frames of 512 samples. The context runs at 16 kHz, so nothing is resampled here. */
class CaptureProcessor extends AudioWorkletProcessor {
  #frame = new Float32Array(HEARING_FRAME_SAMPLES);
  #filled = 0;

  process([input]: Float32Array[][]): boolean {
    const channel = input?.[0];
    if (channel === undefined) return true;
    this.#frame.set(channel, this.#filled);
    this.#filled += channel.length;
    if (this.#filled >= HEARING_FRAME_SAMPLES) {
      this.port.postMessage(this.#frame, [this.#frame.buffer]);
      this.#frame = new Float32Array(HEARING_FRAME_SAMPLES);
      this.#filled = 0;
    }
    return true;
  }
}

registerProcessor('parley-capture', CaptureProcessor);
