import { vi } from 'vitest';
import { HEARING_FRAME_MS, HEARING_FRAME_SAMPLES, SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import type { Stage } from './stage.ts';

/** Lets time pass for everybody: the stage's clock and every timer. Needs `vi.useFakeTimers()`. */
export async function pass(stage: Stage, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= HEARING_FRAME_MS) {
    const step = Math.min(HEARING_FRAME_MS, left);
    stage.wait(step);
    await vi.advanceTimersByTimeAsync(step);
  }
}

/** Holds the talk key and says words, each a number that is found in the frames. */
export async function say(stage: Stage, ...words: number[]): Promise<void> {
  stage.session.talkKey('down');
  for (const word of words) await hear(stage, word, 12);
  stage.session.talkKey('up');
  await hear(stage, 0, 8);
}

export async function hear(stage: Stage, word: number, frames: number): Promise<void> {
  for (let index = 0; index < frames; index += 1) {
    const samples = new Float32Array(HEARING_FRAME_SAMPLES);
    samples[0] = word;
    stage.wait(HEARING_FRAME_MS);
    stage.session.hearFrame({ samples, endMs: stage.nowMs, speechProbability: word === 0 ? 0 : 1 });
    await vi.advanceTimersByTimeAsync(HEARING_FRAME_MS);
  }
}

/** A speaker that plays what it is given at the pace of the clock, and when it was silent in the middle of a reply. */
export class PlayingSpeaker {
  readonly #stage: Stage;
  #taken = 0;
  #itemId: string | null = null;
  #queuedMs = 0;
  #playedMs = 0;
  #ended = false;
  /** Silences inside replies, in milliseconds. */
  readonly gapsMs: number[] = [];
  #silentMs = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Lets time pass and plays along. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 20) {
      await pass(this.#stage, 20);
      this.#take();
      this.#play(20);
    }
  }

  #take(): void {
    const commands = this.#stage.speaker;
    for (; this.#taken < commands.length; this.#taken += 1) {
      const command = commands[this.#taken];
      if (command?.kind === 'play') {
        if (command.itemId !== this.#itemId) this.#begin(command.itemId);
        this.#queuedMs += (command.samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
      } else if (command?.kind === 'end') this.#ended = true;
      else if (command?.kind === 'stop') this.#stop();
    }
  }

  #begin(itemId: string): void {
    this.#itemId = itemId;
    this.#queuedMs = this.#playedMs = this.#silentMs = 0;
    this.#ended = false;
    this.#stage.session.takeReport({ kind: 'started', itemId });
  }

  #stop(): void {
    const itemId = this.#itemId;
    this.#itemId = null;
    this.#stage.session.takeReport({ kind: 'stopped', itemId, playedMs: this.#playedMs });
  }

  #play(ms: number): void {
    const itemId = this.#itemId;
    if (itemId === null) return;
    const playable = Math.min(ms, this.#queuedMs - this.#playedMs);
    this.#playedMs += playable;
    if (playable < ms && !this.#ended) this.#silentMs += ms - playable;
    else if (this.#silentMs > 0) {
      this.gapsMs.push(this.#silentMs);
      this.#silentMs = 0;
    }
    if (this.#ended && this.#playedMs >= this.#queuedMs) {
      this.#itemId = null;
      this.#stage.session.takeReport({ kind: 'finished', itemId, playedMs: this.#playedMs });
    } else this.#stage.session.takeReport({ kind: 'play-head', itemId, playedMs: this.#playedMs });
  }
}
