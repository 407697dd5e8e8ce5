import type { VoiceActivity } from '../../../models/voice-activity/voice-activity.ts';
import { type AudioFrame, HEARING_FRAME_MS, HEARING_FRAME_SAMPLES } from '../../ipc/audio-frame.ts';
import { ProtocolError } from './protocol-error.ts';
import type { HeardSoFar, TurnDetector } from './turn-detector.ts';

/** Nobody talks longer in one breath; a client that never commits must not fill the memory. */
const LONGEST_UTTERANCE_MS = 120_000;
/** Where the client decides, this much is kept of what holds no speech: it may be too quiet to be noticed. */
const KEPT_WITHOUT_SPEECH_MS = 10_000;
/** Speech is believed this long after it began. */
const BELIEVED_AFTER_MS = 160;
const SHORTEST_COMMIT_MS = 100;

export interface InputOptions {
  readonly voiceActivity: VoiceActivity;
  readonly listener: InputListener;
  /** What was recognised of the running utterance. */
  readonly words: () => HeardSoFar;
}

export interface InputListener {
  /** An utterance began; its frames follow, those from just before included. */
  began(audioStartMs: number): void;
  frame(frame: AudioFrame): void;
  /** The speaker fell silent, perhaps only for a moment. */
  paused(): void;
  ended(audioEndMs: number): void;
}

/** The input audio buffer: frames, voice activity, and the utterance that runs. Times count from the first sample of all. */
export class InputBuffer {
  readonly #options: InputOptions;
  readonly #rest = new Float32Array(HEARING_FRAME_SAMPLES);
  #restLength = 0;
  #frames = 0;
  /** Frames since the last commit, for its shortest length. */
  #sinceCommit = 0;
  #kept: AudioFrame[] = [];
  #utteranceFrames: number | null = null;
  #detector: TurnDetector;
  #prefixMs: number;
  #manual: boolean;

  constructor(options: InputOptions, detection: { readonly detector: TurnDetector; readonly prefixMs: number | null }) {
    this.#options = options;
    this.#detector = detection.detector;
    this.#prefixMs = detection.prefixMs ?? 300;
    this.#manual = detection.prefixMs === null;
  }

  /** @param detection.prefixMs null = the client commits */
  detectBy(detection: { readonly detector: TurnDetector; readonly prefixMs: number | null }): void {
    this.#detector = detection.detector;
    this.#prefixMs = detection.prefixMs ?? 300;
    this.#manual = detection.prefixMs === null;
  }

  /** Whether an utterance runs. */
  get open(): boolean {
    return this.#utteranceFrames !== null;
  }

  /** @param samples mono, 16 kHz @throws ProtocolError when the client never commits */
  async append(samples: Float32Array): Promise<void> {
    if (this.#manual && this.#isTooLong()) {
      throw new ProtocolError('input_audio_buffer_full', 'The buffer holds two minutes of speech already: commit it or clear it.', 'audio');
    }
    for (let start = 0; start < samples.length; ) {
      const taken = samples.subarray(start, start + HEARING_FRAME_SAMPLES - this.#restLength);
      this.#rest.set(taken, this.#restLength);
      this.#restLength += taken.length;
      start += taken.length;
      if (this.#restLength === HEARING_FRAME_SAMPLES) await this.#takeFrame();
    }
  }

  /**
   * The client says that the utterance is complete; `ended` is not told.
   * @throws ProtocolError when there is hardly anything in it
   */
  async commit(): Promise<void> {
    if (this.#sinceCommit * HEARING_FRAME_MS + this.#restLength / 16 < SHORTEST_COMMIT_MS) {
      const message = 'There is nothing to commit: the buffer holds less than 100 ms of audio.';
      throw new ProtocolError('input_audio_buffer_commit_empty', message);
    }
    if (this.#restLength > 0) {
      this.#rest.fill(0, this.#restLength);
      await this.#takeFrame();
    }
    if (this.#utteranceFrames === null) this.#begin();
    this.#close();
  }

  clear(): void {
    this.#restLength = 0;
    this.#close();
  }

  async #takeFrame(): Promise<void> {
    const samples = this.#rest.slice();
    this.#restLength = 0;
    this.#frames += 1;
    this.#sinceCommit += 1;
    const speechProbability = await this.#options.voiceActivity.probability(samples);
    const frame: AudioFrame = { samples, endMs: this.#frames * HEARING_FRAME_MS, speechProbability };
    const decision = this.#detector.hear(frame, this.#options.words());
    if (this.#utteranceFrames === null) {
      this.#keep(frame);
      if (decision === 'speech-began') this.#begin();
      return;
    }
    this.#pass(frame);
    if (decision === 'paused') this.#options.listener.paused();
    if (decision === 'ended' || decision === 'misfired') this.#end();
    else if (!this.#manual && this.#isTooLong()) this.#end();
  }

  #keep(frame: AudioFrame): void {
    this.#kept.push(frame);
    const mostMs = this.#manual ? KEPT_WITHOUT_SPEECH_MS : this.#prefixMs + BELIEVED_AFTER_MS;
    if (this.#kept.length * HEARING_FRAME_MS > mostMs) this.#kept.shift();
  }

  #begin(): void {
    // What came long before the first word is of no use to the recogniser.
    const most = Math.ceil((this.#prefixMs + BELIEVED_AFTER_MS) / HEARING_FRAME_MS);
    const heardSpeech = this.#kept.some(({ speechProbability }) => speechProbability >= 0.5);
    const frames = heardSpeech ? this.#kept.slice(-most) : this.#kept;
    this.#kept = [];
    this.#utteranceFrames = 0;
    this.#options.listener.began((frames[0]?.endMs ?? 0) - HEARING_FRAME_MS);
    for (const frame of frames) this.#pass(frame);
  }

  #pass(frame: AudioFrame): void {
    this.#utteranceFrames = (this.#utteranceFrames ?? 0) + 1;
    this.#options.listener.frame(frame);
  }

  #end(): void {
    this.#close();
    this.#options.listener.ended(this.#frames * HEARING_FRAME_MS);
  }

  #isTooLong(): boolean {
    return (this.#utteranceFrames ?? 0) * HEARING_FRAME_MS >= LONGEST_UTTERANCE_MS;
  }

  #close(): void {
    this.#utteranceFrames = null;
    this.#sinceCommit = 0;
    this.#kept = [];
    this.#detector.reset();
  }
}
