import { SPEAKING_SAMPLE_RATE_HZ, type SpeakerCommand, type SpeakerReport } from '../ipc/audio-frame.ts';
import type { Close, Scope } from '../lifetime/scope.ts';

const TICK_MS = 20;

interface Item {
  readonly id: string;
  readonly chunks: Float32Array[];
  sampleCount: number;
  ended: boolean;
  playedMs: number;
}

/**
 * A speaker without a device: plays at the pace of the clock while somebody could still interrupt, at once when told to
 * `rush`, and keeps what was played.
 */
export class VirtualSpeaker {
  readonly #nowMs: () => number;
  readonly #report: (report: SpeakerReport) => void;
  readonly #played: Float32Array[] = [];
  readonly #keepsPlayed: boolean;
  readonly #stopTicking: Close;
  #item: Item | null = null;
  #held = false;
  #lastTickMs: number;
  /** True once nobody can interrupt any more: what is left is played at once. */
  rush = false;

  /** @param options `keepsPlayed`: false for talk that goes on for hours; then `recording` is empty */
  constructor(options: { scope: Scope; nowMs: () => number; report: (report: SpeakerReport) => void; keepsPlayed?: boolean }) {
    this.#keepsPlayed = options.keepsPlayed ?? true;
    this.#nowMs = options.nowMs;
    this.#report = options.report;
    this.#lastTickMs = this.#nowMs();
    this.#stopTicking = options.scope.interval(() => this.#tick(), TICK_MS);
  }

  take(command: SpeakerCommand): void {
    if (command.kind === 'play') this.#play(command.itemId, command.samples);
    if (command.kind === 'end' && this.#item?.id === command.itemId) this.#item.ended = true;
    if (command.kind === 'hold' || command.kind === 'go-on') this.#held = command.kind === 'hold';
    if (command.kind === 'stop') this.#stop();
  }

  /** Everything that was played, replies apart by a pause. Mono, SPEAKING_SAMPLE_RATE_HZ. */
  recording(): Float32Array {
    const joined = new Float32Array(this.#played.reduce((sum, part) => sum + part.length, 0));
    let offset = 0;
    for (const part of this.#played) {
      joined.set(part, offset);
      offset += part.length;
    }
    return joined;
  }

  close(): void {
    void this.#stopTicking();
  }

  #play(itemId: string, samples: Float32Array): void {
    if (this.#item?.id !== itemId) {
      this.#item = { id: itemId, chunks: [], sampleCount: 0, ended: false, playedMs: 0 };
      this.#report({ kind: 'started', itemId });
    }
    this.#item.chunks.push(samples);
    this.#item.sampleCount += samples.length;
  }

  #tick(): void {
    const nowMs = this.#nowMs();
    const elapsedMs = nowMs - this.#lastTickMs;
    this.#lastTickMs = nowMs;
    const item = this.#item;
    if (item === null || this.#held) return;
    const availableMs = (item.sampleCount / SPEAKING_SAMPLE_RATE_HZ) * 1000;
    item.playedMs = this.rush ? availableMs : Math.min(availableMs, item.playedMs + elapsedMs);
    if (item.ended && item.playedMs >= availableMs) {
      this.#keep(item);
      this.#report({ kind: 'finished', itemId: item.id, playedMs: availableMs });
    } else {
      this.#report({ kind: 'play-head', itemId: item.id, playedMs: item.playedMs });
    }
  }

  #stop(): void {
    this.#held = false;
    const item = this.#item;
    if (item !== null) this.#keep(item);
    this.#report({ kind: 'stopped', itemId: item?.id ?? null, playedMs: item?.playedMs ?? 0 });
  }

  #keep(item: Item): void {
    this.#item = null;
    if (!this.#keepsPlayed) return;
    let left = Math.round((item.playedMs / 1000) * SPEAKING_SAMPLE_RATE_HZ);
    for (const chunk of item.chunks) {
      if (left <= 0) break;
      this.#played.push(chunk.subarray(0, left));
      left -= chunk.length;
    }
    this.#played.push(new Float32Array(SPEAKING_SAMPLE_RATE_HZ * 0.4));
  }
}
