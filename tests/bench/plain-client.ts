import { WebSocket } from 'ws';
import { toPcm16 } from '../../models/audio/pcm16.ts';
import { resample } from '../../models/audio/resample.ts';

const FRAME_MS = 20;
const RATE_HZ = 24_000;

/** When things happened, on `performance.now()`. */
export interface PlainAnswer {
  /** The server began to send sound. */
  readonly firstSoundSentMs: number;
  /** The first delta was here. */
  readonly firstDeltaMs: number;
  /** The whole reply was here. */
  readonly wholeMs: number;
  /** The server ended the turn so long after the first sample. */
  readonly turnEndMs: number;
}

/** A Realtime client as one writes it first: server VAD, everything as it comes. */
export class PlainClient {
  readonly #socket: WebSocket;
  #onMessage: (message: { type: string }) => void = () => undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#onMessage(JSON.parse(String(data)) as { type: string }));
  }

  static async open(url: string, silenceMs = 500): Promise<PlainClient> {
    const client = new PlainClient(new WebSocket(url));
    await client.#until('session.created');
    const format = { type: 'audio/pcm', rate: RATE_HZ };
    const turn_detection = { type: 'server_vad', threshold: 0.5, prefix_padding_ms: 300, silence_duration_ms: silenceMs };
    client.#send({
      type: 'session.update',
      session: { type: 'realtime', audio: { input: { format, turn_detection, transcription: {} }, output: { format } } },
    });
    await client.#until('session.updated');
    return client;
  }

  /** Speaks a recording at the pace of the clock, then silence, until it is answered. @param samples mono, 16 kHz */
  async ask(samples: Float32Array): Promise<Omit<PlainAnswer, 'firstSoundSentMs'>> {
    const sound = resample(samples, 16_000, RATE_HZ);
    const startMs = performance.now();
    let [turnEndMs, firstDeltaMs, wholeMs] = [0, 0, 0];
    this.#onMessage = ({ type }) => {
      const now = performance.now();
      if (type === 'input_audio_buffer.committed') turnEndMs ||= now - startMs;
      if (type === 'response.output_audio.delta') firstDeltaMs ||= now;
      if (type === 'response.done') wholeMs = now;
    };
    const perFrame = (RATE_HZ * FRAME_MS) / 1000;
    for (let index = 0; wholeMs === 0; index++) {
      const frame = new Float32Array(perFrame);
      frame.set(sound.subarray(index * perFrame, (index + 1) * perFrame));
      const waitMs = startMs + (index + 1) * FRAME_MS - performance.now();
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      this.#send({ type: 'input_audio_buffer.append', audio: toPcm16(frame).toString('base64') });
    }
    return { turnEndMs, firstDeltaMs, wholeMs };
  }

  close(): void {
    this.#socket.close();
  }

  #send(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  #until(type: string): Promise<void> {
    return new Promise((resolve) => {
      this.#onMessage = (message) => {
        if (message.type === type) resolve();
      };
    });
  }
}
