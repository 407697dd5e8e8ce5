/** A frame of the voice-activity net at 16 kHz: 32 ms. */
export const FRAME_SAMPLES = 512;

const frames = (ms: number) => Math.round((ms * 16) / FRAME_SAMPLES);

/** Silero's own pair: speech begins above the first and goes on above the second. */
const SPEECH_BEGINS = 0.5;
const SPEECH_GOES_ON = 0.35;
const SHORT_PAUSE = frames(200);

/** In frames; see `cutLengths`. */
export interface CutLengths {
  /** Such a pause ends a stretch however short it is. */
  readonly longPause: number;
  /** From here on the next short pause is taken. */
  readonly enough: number;
  readonly longest: number;
  readonly earliestDip: number;
}

/**
 * How long stretches become for a recogniser that takes `longestMs` at once. The net of this computer (15 s) gets breaths:
 * sentences are apart by more than 800 ms, and within a breath the words before help with the words after. A service gets
 * minutes, so that it is asked seldom and knows what the talk is about; only long silence is not worth sending.
 */
export function cutLengths(longestMs: number): CutLengths {
  if (longestMs <= 30_000)
    return { longPause: frames(800), enough: frames(8_000), longest: frames(longestMs - 500), earliestDip: frames(6_000) };
  return { longPause: frames(10_000), enough: frames(longestMs / 2), longest: frames(longestMs - 500), earliestDip: frames(longestMs / 2) };
}

/** Where there is no pause at all, a dip of this many frames will do, in the second half. */
const SHORTEST_DIP = 2;
const MARGIN = frames(224);
/** Said twice, so that no word is cut in two; taken out again by `joinOverlap`. */
export const OVERLAP_FRAMES = frames(1_200);
/** Shorter bursts and weaker ones are coughs, clicks and notes. */
const LEAST_SPEECH = frames(160);
const LEAST_PEAK = 0.6;

/** A stretch of speech to be recognised in one go; frames are counted from the place the cutter began at. */
export interface Cut {
  readonly startFrame: number;
  readonly endFrame: number;
  /** Where the next cutter begins: everything before is done with. */
  readonly nextFrame: number;
  /** There was no pause: the next stretch begins before this one ends. */
  readonly hard: boolean;
  readonly speechFrames: number;
  /** Mean probability of the frames of speech. */
  readonly speechProbability: number;
}

/**
 * Cuts a stream of speech probabilities at pauses. Pure and begun anew at each cut, so that going on from `nextFrame`
 * after a crash gives the same cuts as never having stopped.
 * @param continues the sound before ended with a hard cut: speech is on from the first frame
 */
export class StretchCutter {
  readonly #probabilities: number[] = [];
  readonly #lengths: CutLengths;
  #start = -1;
  #lastSpeech = -1;

  constructor(continues: boolean, lengths = cutLengths(15_000)) {
    this.#lengths = lengths;
    if (continues) this.#start = 0;
    if (continues) this.#lastSpeech = 0;
  }

  /** The first frame that may still be needed; earlier sound can be forgotten. */
  get neededFrom(): number {
    return this.#start === -1 ? Math.max(0, this.#probabilities.length - MARGIN) : Math.max(0, this.#start - MARGIN);
  }

  /** @returns a cut once it is certain; then a new cutter takes over */
  push(probability: number): Cut | null {
    const frame = this.#probabilities.length;
    this.#probabilities.push(probability);
    if (this.#start === -1) {
      if (probability < SPEECH_BEGINS) return null;
      this.#start = frame;
      this.#lastSpeech = frame;
      return null;
    }
    if (probability >= SPEECH_GOES_ON) this.#lastSpeech = frame;
    const pause = frame - this.#lastSpeech;
    const length = frame - this.#start + 1;
    const { longPause, enough, longest } = this.#lengths;
    if (pause >= longPause || (length >= enough && pause >= SHORT_PAUSE)) return this.#atPause();
    return length >= longest ? this.#withoutPause(frame) : null;
  }

  /** What is left when the sound is over. */
  finish(): Cut | null {
    return this.#start === -1 ? null : this.#atPause();
  }

  #atPause(): Cut {
    const length = this.#probabilities.length;
    const endFrame = Math.min(length, this.#lastSpeech + 1 + MARGIN);
    return this.#cut(endFrame, endFrame, false);
  }

  #withoutPause(frame: number): Cut {
    const dip = this.#longestDip(this.#start + this.#lengths.earliestDip, frame);
    if (dip !== null) return this.#cut(dip, dip, false);
    return this.#cut(frame + 1, frame + 1 - OVERLAP_FRAMES, true);
  }

  /** The middle of the longest run below speech, or null. */
  #longestDip(from: number, to: number): number | null {
    let best = { length: 0, middle: 0 };
    let run = 0;
    for (let frame = from; frame <= to; frame++) {
      run = (this.#probabilities[frame] ?? 1) < SPEECH_GOES_ON ? run + 1 : 0;
      if (run >= best.length && run > 0) best = { length: run, middle: frame - Math.floor(run / 2) };
    }
    return best.length >= SHORTEST_DIP ? best.middle : null;
  }

  #cut(endFrame: number, nextFrame: number, hard: boolean): Cut {
    const startFrame = Math.max(0, this.#start - MARGIN);
    const speech = this.#probabilities.slice(startFrame, endFrame).filter((value) => value >= SPEECH_GOES_ON);
    const speechProbability = speech.reduce((sum, value) => sum + value, 0) / Math.max(1, speech.length);
    return { startFrame, endFrame, nextFrame, hard, speechFrames: speech.length, speechProbability };
  }
}

/** True when a stretch has enough of a voice in it to be worth recognising. */
export function hasVoice({ speechFrames, speechProbability }: Pick<Cut, 'speechFrames' | 'speechProbability'>): boolean {
  return speechFrames >= LEAST_SPEECH && speechProbability >= LEAST_PEAK;
}
