import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { joinedSamples } from '../audio/joined-samples.ts';
import { type MixFindings, monoBlocks, resampleStream, sourceStart } from '../audio/mono-stream.ts';
import type { VoiceActivity } from '../voice-activity/voice-activity.ts';
import { type Cut, type CutLengths, cutLengths, FRAME_SAMPLES, hasVoice, StretchCutter } from './cut-stretches.ts';
import type { SoundSource } from './sound-source.ts';

/** A stretch of speech out of a file. Places are samples at 16 kHz from the beginning of the file. */
export interface Stretch {
  readonly startSample: number;
  readonly samples: Float32Array;
  /** Where to go on after this stretch. */
  readonly nextSample: number;
  /** No pause before (after) it: the sound overlaps with the neighbour's. */
  readonly continuesBefore: boolean;
  readonly continuesAfter: boolean;
  readonly speechProbability: number;
}

/** How a file ended. */
export interface FileEnd {
  readonly endSample: number;
  readonly peak: number;
}

/** Where to begin: 0, or `nextSample` of the last stretch that is done. */
export interface StartPlace {
  readonly sample: number;
  readonly continues: boolean;
}

/** Longer files are stopped there, told: a few kilobytes can claim days of silence. */
const LONGEST_HOURS = 24;
const LONGEST_SAMPLES = LONGEST_HOURS * 3600 * HEARING_SAMPLE_RATE_HZ;

/**
 * Reads a file as stretches of speech: one channel or the mix, 16 kHz, cut at pauses by voice activity. Holds at most the
 * stretch it is in (15 s) and a second of the source, however long the file.
 */
export class StretchReader {
  readonly #sound: AsyncGenerator<Float32Array>;
  readonly #voiceActivity: VoiceActivity;
  readonly #findings: MixFindings = { brokenSamples: 0, cancelledSeconds: 0 };
  readonly #lengths: CutLengths;
  #held = new Float32Array(0);
  /** Place of the first held sample. */
  #heldStart: number;
  /** Where the running cutter began. */
  #base: number;
  #continues: boolean;
  #over = false;
  #peak = 0;
  #stoppedAtLimit = false;

  constructor(source: SoundSource, voiceActivity: VoiceActivity, channel: number | 'mix', start: StartPlace, longestMs = 15_000) {
    const { sampleRateHz, channels } = source.track;
    const rates = { fromHz: sampleRateHz, toHz: HEARING_SAMPLE_RATE_HZ };
    const from = sourceStart(rates, start.sample);
    const mono = monoBlocks(source.blocks(from), { sampleRateHz, channels }, channel, this.#findings);
    this.#sound = resampleStream(mono, rates, from, start.sample);
    this.#voiceActivity = voiceActivity;
    this.#lengths = cutLengths(longestMs);
    this.#heldStart = start.sample;
    this.#base = start.sample;
    this.#continues = start.continues;
  }

  get findings(): MixFindings & { readonly stoppedAtLimit: boolean } {
    return { ...this.#findings, stoppedAtLimit: this.#stoppedAtLimit };
  }

  /** How far the sound was read. */
  get position(): number {
    return this.#heldStart + this.#held.length;
  }

  /** The next stretch with a voice in it, or how the file ended. */
  async next(cancelled: () => boolean): Promise<Stretch | FileEnd> {
    for (;;) {
      const cut = await this.#nextCut(cancelled);
      if (cut === null) return { endSample: this.position, peak: this.#peak };
      const continuesBefore = this.#continues;
      const startSample = this.#base + cut.startFrame * FRAME_SAMPLES;
      const end = Math.min(this.#base + cut.endFrame * FRAME_SAMPLES, this.position);
      const nextSample = Math.min(this.#base + cut.nextFrame * FRAME_SAMPLES, this.position);
      const samples = this.#held.slice(startSample - this.#heldStart, end - this.#heldStart);
      this.#base = nextSample;
      this.#continues = cut.hard;
      this.#forget(nextSample);
      if (!hasVoice(cut)) continue;
      const { speechProbability, hard } = cut;
      return { startSample, samples, nextSample, continuesBefore, continuesAfter: hard, speechProbability };
    }
  }

  async #nextCut(cancelled: () => boolean): Promise<Cut | null> {
    const cutter = new StretchCutter(this.#continues, this.#lengths);
    this.#voiceActivity.reset();
    for (let frame = 0; !cancelled(); frame++) {
      const samples = await this.#frame(frame);
      if (samples === null) return cutter.finish();
      const cut = cutter.push(await this.#voiceActivity.probability(samples));
      if (cut !== null) return cut;
      if (frame % 64 === 0) this.#forget(this.#base + cutter.neededFrom * FRAME_SAMPLES);
    }
    return null;
  }

  /** One frame from the base on, the last one filled up with silence; null when there is nothing left. */
  async #frame(frame: number): Promise<Float32Array | null> {
    const from = this.#base + frame * FRAME_SAMPLES;
    while (this.position < from + FRAME_SAMPLES && !this.#over) await this.#readOn();
    if (from >= this.position) return null;
    const samples = this.#held.subarray(from - this.#heldStart, from - this.#heldStart + FRAME_SAMPLES);
    if (samples.length === FRAME_SAMPLES) return samples;
    const filled = new Float32Array(FRAME_SAMPLES);
    filled.set(samples);
    return filled;
  }

  async #readOn(): Promise<void> {
    const { value, done } = await this.#sound.next();
    this.#stoppedAtLimit = this.position >= LONGEST_SAMPLES;
    if (done || this.#stoppedAtLimit) {
      this.#over = true;
      await this.#sound.return(undefined);
      return;
    }
    for (const sample of value) this.#peak = Math.max(this.#peak, Math.abs(sample));
    this.#held = joinedSamples([this.#held, value]);
  }

  #forget(before: number): void {
    const count = Math.min(before - this.#heldStart, this.#held.length);
    if (count <= 0) return;
    this.#held = this.#held.slice(count);
    this.#heldStart += count;
  }

  async close(): Promise<void> {
    await this.#sound.return(undefined);
  }
}
