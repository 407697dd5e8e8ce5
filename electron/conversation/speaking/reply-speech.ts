import { SPEAKING_SAMPLE_RATE_HZ, type SpeakerCommand, type SpeakerReport } from '../../ipc/audio-frame.ts';
import { type HeardText, heardSoFar, type PlacedWord } from './heard-so-far.ts';

/** Minus 18 dB: the reply stays recognisable as going on, and the user's voice is clear above it. */
const DUCKED_GAIN = 0.126;
const DUCK_RAMP_MS = 20;
const RISE_RAMP_MS = 120;
/** Shorter clicks, longer is heard as not stopping. */
const STOP_FADE_MS = 15;

/** Tells which words of a reply may be spoken: at a round table nobody speaks for somebody else. */
export interface OwnWords {
  /** The beginning of the reply that may be spoken. */
  of(reply: string): string;
  /** Whether the next words decide if its last ones may be spoken. */
  mayEnd(reply: string): boolean;
}

/**
 * One reply on its way to the speaker: audio goes out as it comes, the play-head comes back, and what was really heard
 * is known at every moment. Knows nothing of engines or turns.
 */
export class ReplySpeech {
  readonly itemId: string;
  readonly #send: (command: SpeakerCommand) => void;
  readonly #own: OwnWords | null;
  #words: PlacedWord[] = [];
  /** Audio whose words are not known yet, while only own words may sound. */
  #held: Float32Array[] = [];
  #endsEarly = false;
  #sentMs = 0;
  #playedMs = 0;
  #state: 'filling' | 'ended' | 'finished' | 'stopped' = 'filling';

  /** @param own null = every word may sound; otherwise audio waits for its words */
  constructor(itemId: string, send: (command: SpeakerCommand) => void, own: OwnWords | null = null) {
    this.itemId = itemId;
    this.#send = send;
    this.#own = own;
  }

  /** True once words came that may not be spoken: the reply ends before them, whatever else comes. */
  get endsEarly(): boolean {
    return this.#endsEarly;
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
    this.#held.push(samples);
    const heldMs = this.#held.reduce((sum, one) => sum + lengthMs(one), 0);
    if (this.#own === null || this.#sentMs + heldMs <= (this.#words.at(-1)?.endMs ?? 0)) this.#release();
  }

  addWords(words: readonly PlacedWord[]): void {
    if (this.#endsEarly) return;
    this.#words.push(...words);
    if (this.#own === null) return;
    const said = this.#words.map(({ text }) => text).join('');
    const own = this.#own.of(said);
    if (own.length < said.trim().length) this.#endBefore(own.length);
    else if (!this.#own.mayEnd(said)) this.#release();
  }

  #endBefore(characters: number): void {
    let before = 0;
    const first = this.#words.findIndex(({ text }) => {
      before += text.length;
      return before > characters + 1;
    });
    const endMs = this.#words[first]?.startMs ?? 0;
    this.#words = this.#words.slice(0, first);
    this.#endsEarly = true;
    this.#release(endMs);
    this.end();
  }

  /** Sends what was held. @param untilMs on the reply's own audio; the rest is thrown away */
  #release(untilMs = Number.POSITIVE_INFINITY): void {
    for (const samples of this.#held.splice(0)) {
      const count = Math.min(samples.length, Math.max(0, Math.round(((untilMs - this.#sentMs) * SPEAKING_SAMPLE_RATE_HZ) / 1000)));
      if (count > 0) this.#play(count === samples.length ? samples : samples.slice(0, count));
    }
  }

  #play(samples: Float32Array): void {
    // An earlier reply may have ended while it was ducked.
    if (this.#sentMs === 0) this.#send({ kind: 'gain', gain: 1, rampMs: 0 });
    this.#sentMs += lengthMs(samples);
    this.#send({ kind: 'play', itemId: this.itemId, samples });
  }

  /** No more audio will come. */
  end(): void {
    if (this.#state !== 'filling') return;
    this.#release();
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

function lengthMs(samples: Float32Array): number {
  return (samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
}
