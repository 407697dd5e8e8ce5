import { SPEAKING_SAMPLE_RATE_HZ, type SpeakerCommand, type SpeakerReport } from '../../ipc/audio-frame.ts';
import { type HeardText, heardSoFar, type PlacedWord } from './heard-so-far.ts';

/** Minus 18 dB: the reply stays recognisable as going on, and the user's voice is clear above it. */
const DUCKED_GAIN = 0.126;
const DUCK_RAMP_MS = 20;
const RISE_RAMP_MS = 120;
/** Shorter clicks, longer is heard as not stopping. */
const STOP_FADE_MS = 15;

/**
 * One reply on its way to the speaker: audio goes out as it comes, the play-head comes back, and what was really heard
 * is known at every moment. Knows nothing of engines or turns.
 */
export class ReplySpeech {
  readonly itemId: string;
  readonly #send: (command: SpeakerCommand) => void;
  readonly #words: PlacedWord[] = [];
  #sentMs = 0;
  #playedMs = 0;
  #state: 'filling' | 'ended' | 'finished' | 'stopped' = 'filling';

  constructor(itemId: string, send: (command: SpeakerCommand) => void) {
    this.itemId = itemId;
    this.#send = send;
  }

  get playedMs(): number {
    return this.#playedMs;
  }

  /** True while something of it may still sound. */
  get sounding(): boolean {
    return this.#state === 'filling' || this.#state === 'ended';
  }

  addAudio(samples: Float32Array): void {
    if (this.#state !== 'filling' || samples.length === 0) return;
    // An earlier reply may have ended while it was ducked.
    if (this.#sentMs === 0) this.#send({ kind: 'gain', gain: 1, rampMs: 0 });
    this.#sentMs += (samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
    this.#send({ kind: 'play', itemId: this.itemId, samples });
  }

  addWords(words: readonly PlacedWord[]): void {
    this.#words.push(...words);
  }

  /** No more audio will come. */
  end(): void {
    if (this.#state !== 'filling') return;
    this.#state = this.#sentMs === 0 ? 'finished' : 'ended';
    if (this.#sentMs > 0) this.#send({ kind: 'end', itemId: this.itemId });
  }

  duck(): void {
    if (this.sounding) this.#send({ kind: 'gain', gain: DUCKED_GAIN, rampMs: DUCK_RAMP_MS });
  }

  rise(): void {
    if (this.sounding) this.#send({ kind: 'gain', gain: 1, rampMs: RISE_RAMP_MS });
  }

  stop(): void {
    if (!this.sounding) return;
    this.#state = 'stopped';
    this.#send({ kind: 'stop', fadeMs: STOP_FADE_MS });
  }

  /** Takes a report of the speaker; reports of other items change nothing. Returns true when the reply was played to its end. */
  report(report: SpeakerReport): boolean {
    if (report.itemId !== this.itemId || report.kind === 'started') return false;
    this.#playedMs = Math.max(this.#playedMs, report.playedMs);
    if (report.kind !== 'finished') return false;
    this.#state = 'finished';
    return true;
  }

  /** What was heard by now and what is known but was not. A reply played to its end was heard whole. */
  heard(): HeardText {
    return heardSoFar(this.#words, this.#state === 'finished' ? Number.POSITIVE_INFINITY : this.#playedMs);
  }
}
