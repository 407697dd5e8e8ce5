import type { SpeakerCommand, SpeakerReport } from '../../electron/ipc/audio-frame.ts';
import { PlaybackQueue } from './playback-queue.ts';

/** What the audio thread offers; TypeScript's DOM library does not know it. */
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: unknown): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

/** The play-head is told this often. */
const REPORT_EVERY_MS = 30;

/** What the worklet sends: reports for the conversation, and the loudness of what sounds for the presence. */
export type WorkletMessage = { readonly report: SpeakerReport } | { readonly level: number };

class SpeakerProcessor extends AudioWorkletProcessor {
  readonly #queue = new PlaybackQueue(sampleRate);
  #sinceReport = 0;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<SpeakerCommand>) => this.#take(data);
  }

  process(_inputs: unknown, [output]: Float32Array[][]): boolean {
    const channel = output?.[0];
    if (channel === undefined) return true;
    for (const event of this.#queue.render(channel)) this.#tell(event);
    this.#sinceReport += channel.length;
    if (this.#sinceReport >= (REPORT_EVERY_MS * sampleRate) / 1000) this.#reportPlayHead(channel);
    return true;
  }

  #reportPlayHead(channel: Float32Array): void {
    this.#sinceReport = 0;
    const played = this.#queue.current;
    if (played === null) return;
    this.#tell({ kind: 'play-head', ...played });
    this.#send({ level: Math.sqrt(channel.reduce((sum, sample) => sum + sample * sample, 0) / channel.length) });
  }

  #take(command: SpeakerCommand): void {
    if (command.kind === 'play') this.#queue.play(command.itemId, command.samples);
    if (command.kind === 'end') this.#queue.end(command.itemId);
    if (command.kind === 'gain') this.#queue.glideTo(command.gain, command.rampMs);
    if (command.kind === 'hold') this.#queue.hold(command.fadeMs);
    if (command.kind === 'go-on') this.#queue.goOn(command.rampMs);
    if (command.kind === 'stop') {
      if (this.#queue.current === null) this.#tell({ kind: 'stopped', itemId: null, playedMs: 0 });
      this.#queue.stop(command.fadeMs);
    }
  }

  #tell(report: SpeakerReport): void {
    this.#send({ report });
  }

  #send(message: WorkletMessage): void {
    this.port.postMessage(message);
  }
}

registerProcessor('parley-speaker', SpeakerProcessor);
