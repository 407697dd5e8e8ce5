/** Two devices are never in step to the millisecond; one that says nothing for longer is silent or gone. */
const LONGEST_WAIT_FRAMES = 16;

/** Whose sound it is. */
export type SoundSide = 'microphone' | 'system';

/**
 * Lays the frames of two devices side by side: the microphone on the left, the computer's own sound on the right. A side
 * that falls behind by half a second is filled with silence, so that the other is never held up. Pure.
 */
export class ChannelPairs {
  readonly #waiting: Record<SoundSide, Float32Array[]> = { microphone: [], system: [] };

  /** @returns interleaved sound that can be written now, frame by frame */
  take(side: SoundSide, samples: Float32Array): Float32Array[] {
    const { microphone, system } = this.#waiting;
    this.#waiting[side].push(samples);
    const ready: Float32Array[] = [];
    while (microphone.length > 0 && system.length > 0) ready.push(interleaved(microphone.shift(), system.shift()));
    while (microphone.length > LONGEST_WAIT_FRAMES) ready.push(interleaved(microphone.shift(), undefined));
    while (system.length > LONGEST_WAIT_FRAMES) ready.push(interleaved(undefined, system.shift()));
    return ready;
  }

  /** What is still waiting for its other half. */
  end(): Float32Array[] {
    const { microphone, system } = this.#waiting;
    const rest: Float32Array[] = [];
    while (microphone.length > 0 || system.length > 0) rest.push(interleaved(microphone.shift(), system.shift()));
    return rest;
  }
}

function interleaved(left: Float32Array | undefined, right: Float32Array | undefined): Float32Array {
  const frames = (left ?? right)?.length ?? 0;
  const both = new Float32Array(frames * 2);
  for (let index = 0; index < frames; index++) {
    both[index * 2] = left?.[index] ?? 0;
    both[index * 2 + 1] = right?.[index] ?? 0;
  }
  return both;
}
