import { HEARING_FRAME_MS } from '../../ipc/audio-frame.ts';
import type { KnownEcho } from '../../ipc/tuning-schema.ts';

/** Between what was sent to the speaker and what comes back by the microphone: buffers, the room, wireless loudspeakers. */
const LONGEST_DELAY_MS = 448;
const DELAYS = LONGEST_DELAY_MS / HEARING_FRAME_MS + 1;
/** A second of the past counts half. */
const FORGET = 0.5 ** (HEARING_FRAME_MS / 1000);
/** Frames before two envelopes that rise and fall together mean anything. */
const ENOUGH_FRAMES = 8;
/** Below this the microphone does not follow the speaker: there is no echo, or echo cancellation took it. */
const FOLLOWS = 0.75;
/** Our own voice this much louder than expected is still ours: rooms ring, and the frames do not begin together. */
const MARGIN = 2;
const FAINT = 1e-4;
/** Until our own voice sounded this long nobody knows whether it comes back. */
const LEARNING_MS = 800;
const AUDIBLE = 0.003;

/** Whose a loud frame is. `unknown`: not enough was played yet to tell. */
export type FrameSource = 'user' | 'echo' | 'unknown';

/** Sums of two envelopes at one delay, the older the less. */
interface Sums {
  weight: number;
  mic: number;
  ref: number;
  micMic: number;
  refRef: number;
  micRef: number;
}

/**
 * Knows our own voice in the microphone by its loudness: where the microphone has been following the speaker at some delay,
 * a frame no louder than that is an echo. What the user says on top is louder than expected. Pure: one call a frame.
 */
export class EchoGuard {
  readonly #known: () => KnownEcho | null;
  readonly #sums: Sums[] = Array.from({ length: DELAYS }, () => ({ weight: 0, mic: 0, ref: 0, micMic: 0, refRef: 0, micRef: 0 }));
  readonly #played: number[] = [];
  #learnedMs = 0;
  #expected: number | null = null;

  /** @param known as it was measured in this room; null = it is learned from the first words that sound */
  constructor(known: () => KnownEcho | null = () => null) {
    this.#known = known;
  }

  /** Whether a part of the frame heard last is louder than our own voice can be in it. */
  isLouder(level: number): boolean {
    return this.#expected === null || level > MARGIN * this.#expected;
  }

  /**
   * @param micLevel loudness of the frame (root mean square) @param playedLevel of what the speaker plays now
   */
  hear(micLevel: number, playedLevel: number): FrameSource {
    this.#played.unshift(playedLevel);
    this.#played.length = Math.min(this.#played.length, DELAYS + 1);
    const expected = this.#expect();
    this.#expected = expected;
    const isEcho = expected !== null && micLevel <= MARGIN * expected;
    // The user's own voice must not be learned as an echo.
    if (expected === null || isEcho) this.#learn(micLevel);
    if (playedLevel > AUDIBLE) this.#learnedMs += HEARING_FRAME_MS;
    if (isEcho) return 'echo';
    const mayBeOurs = this.#played.some((level) => level > AUDIBLE);
    return mayBeOurs && this.#learnedMs < LEARNING_MS && this.#known() === null ? 'unknown' : 'user';
  }

  /** The loudness our own voice has in the microphone now; null while it is not known whether it is heard there at all. */
  #expect(): number | null {
    let [best, found] = [FOLLOWS, -1];
    for (const [delay, sums] of this.#sums.entries()) {
      const follows = correlation(sums);
      if (follows > best) [best, found] = [follows, delay];
    }
    const sums = this.#sums[found];
    const known = this.#known();
    if (sums === undefined)
      return known === null || known.gain < FAINT ? null : known.gain * this.#loudestAt(known.delayMs / HEARING_FRAME_MS);
    return (sums.micRef / Math.max(sums.refRef, FAINT * FAINT)) * this.#loudestAt(found);
  }

  /** Frames do not begin together, and rooms ring: what was played a frame before or after counts too. */
  #loudestAt(delay: number): number {
    return Math.max(...[-1, 0, 1, 2].map((offset) => this.#played[Math.max(0, Math.round(delay) + offset)] ?? 0));
  }

  #learn(micLevel: number): void {
    for (const [delay, sums] of this.#sums.entries()) {
      const ref = this.#played[delay];
      if (ref === undefined) return;
      sums.weight = sums.weight * FORGET + 1;
      sums.mic = sums.mic * FORGET + micLevel;
      sums.ref = sums.ref * FORGET + ref;
      sums.micMic = sums.micMic * FORGET + micLevel * micLevel;
      sums.refRef = sums.refRef * FORGET + ref * ref;
      sums.micRef = sums.micRef * FORGET + micLevel * ref;
    }
  }
}

function correlation({ weight, mic, ref, micMic, refRef, micRef }: Sums): number {
  if (weight < ENOUGH_FRAMES) return 0;
  const micSpread = micMic - (mic * mic) / weight;
  const refSpread = refRef - (ref * ref) / weight;
  if (micSpread < FAINT * FAINT * weight || refSpread < FAINT * weight) return 0;
  return (micRef - (mic * ref) / weight) / Math.sqrt(micSpread * refSpread);
}
