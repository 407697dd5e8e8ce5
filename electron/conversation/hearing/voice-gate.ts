/** The floor follows a room that gets quieter at once, one that gets louder by a hundredth a frame. */
const FLOOR_RISE = 1.01;
const FLOOR_STEP = 1e-6;
/** A voice, even a whisper near the microphone, stands out of the room's own noise by more than this. */
const ABOVE_FLOOR = 1.5;
/** About -74 dBFS: no microphone hears anything fainter. */
const FAINTEST = 2e-4;
/** Stays open this long after the last frame that stood out or held speech: pauses inside a sentence are judged, not guessed. */
const STAYS_OPEN_FRAMES = 48;
const SPEECH_PROBABILITY = 0.2;
/** The net hears what came before a voice, so that it knows its first frame: a fifth of a second. */
const KEPT_FRAMES = 6;

/**
 * Lets the voice detector sleep while nothing stands out of the room's noise. No frame is lost: a frame that is not judged
 * counts as silence, and the last of them are judged before the first that stands out. Pure: one call a frame.
 */
export class VoiceGate {
  #floor = 0;
  #openFrames = STAYS_OPEN_FRAMES;
  #skipped: Float32Array[] = [];

  /** @returns the frames to judge now, in order, this one last; none while the gate is shut */
  hear(frame: Float32Array): readonly Float32Array[] {
    const level = levelOf(frame);
    this.#floor = Math.min(level, this.#floor * FLOOR_RISE + FLOOR_STEP);
    if (level > Math.max(FAINTEST, this.#floor * ABOVE_FLOOR)) this.#openFrames = STAYS_OPEN_FRAMES;
    if (this.#openFrames > 0) {
      this.#openFrames -= 1;
      return [...this.#skipped.splice(0), frame];
    }
    this.#skipped.push(frame);
    if (this.#skipped.length > KEPT_FRAMES) this.#skipped.shift();
    return [];
  }

  /** What the detector found in the last frame it was given. */
  judged(probability: number): void {
    if (probability >= SPEECH_PROBABILITY) this.#openFrames = STAYS_OPEN_FRAMES;
  }
}

function levelOf(frame: Float32Array): number {
  let sum = 0;
  for (const sample of frame) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, frame.length));
}
