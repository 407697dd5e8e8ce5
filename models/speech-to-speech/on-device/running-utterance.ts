import { type AudioFrame, HEARING_FRAME_SAMPLES, HEARING_SAMPLE_RATE_HZ } from '../../../electron/ipc/audio-frame.ts';
import type { BiasedName, SpeechToText, Transcript } from '../../speech-to-text/speech-to-text.ts';
import type { Role } from './role.ts';
import { type Asked, secondHearing } from './second-hearing.ts';
import { stablePrefix } from './stable-prefix.ts';

/** New audio after which the growing utterance is decoded again. */
const PARTIAL_EVERY_MS = 250;
/** Less than this holds no word. */
const FIRST_PARTIAL_MS = 400;
const SPEECH_PROBABILITY = 0.5;

export interface UtteranceOptions {
  /** False: words are asked for once, at the end. */
  readonly partials: boolean;
  /** Names the final words lean towards, as they are when these are asked for. */
  readonly bias: () => readonly BiasedName[];
  /** What words ask for: where the likeliest ask for nothing, the next likeliest may. */
  readonly askedIn: (text: string) => Promise<Asked>;
  /** What may be said because it is shown, in lower case. */
  readonly shown: () => readonly string[];
  /** Partial words, as they were heard. */
  readonly tell: (guess: Guess) => void;
}

export interface Guess {
  readonly text: string;
  readonly stableText: string;
  /** It covers everything until the speaker fell silent. */
  readonly whole: boolean;
  /** As the recogniser tells it; null where it does not. */
  readonly speechLikeness: number | null;
}

/** The user's speech while it grows: partial words, and the final ones ahead of time when a pause makes them likely. */
export class RunningUtterance {
  readonly #recogniser: Role<SpeechToText>;
  readonly #options: UtteranceOptions;
  readonly #frames: Float32Array[] = [];
  readonly #abort = new AbortController();
  #partialAbort = new AbortController();
  /** Of the search for other readings: more speech makes them worthless, and partial words wait behind it. */
  #secondAbort = new AbortController();
  #decodedFrames = 0;
  #partial: Promise<void> | null = null;
  #lastPartial = '';
  #stable = '';
  /** The final words of the audio so far; void once more speech came. */
  #ahead: Promise<Transcript> | null = null;

  constructor(recogniser: Role<SpeechToText>, options: UtteranceOptions) {
    this.#recogniser = recogniser;
    this.#options = options;
  }

  append(frame: AudioFrame): void {
    this.#frames.push(frame.samples);
    if (frame.speechProbability >= SPEECH_PROBABILITY) {
      this.#ahead = null;
      this.#secondAbort.abort();
    }
    if (this.#options.partials && this.#partial === null && this.#ahead === null && this.#isPartialDue()) this.#decodePartial();
  }

  /** True when the final words are being made, or are made, and no speech came since. */
  get isAhead(): boolean {
    return this.#ahead !== null;
  }

  /** Starts on the final words; `append` of more speech makes them void. */
  finalWords(): Promise<Transcript> {
    if (this.#ahead === null) {
      // One recogniser does one after the other: a partial under way would only keep the final words waiting.
      this.#partialAbort.abort();
      this.#ahead = this.#transcribe('final');
    }
    return this.#ahead;
  }

  /** Tells the final words of the audio so far as a guess: more may be said. */
  tellWhole(transcript: Transcript): void {
    this.#lastPartial = transcript.text;
    this.#tell(transcript, true);
  }

  /** Nothing of it will be told any more. */
  close(): void {
    this.#partialAbort.abort();
    this.#secondAbort.abort();
    this.#abort.abort();
  }

  #isPartialDue(): boolean {
    const dueMs = this.#decodedFrames === 0 ? FIRST_PARTIAL_MS : PARTIAL_EVERY_MS;
    return this.#durationMs(this.#frames.length - this.#decodedFrames) >= dueMs;
  }

  #decodePartial(): void {
    this.#decodedFrames = this.#frames.length;
    this.#partialAbort = new AbortController();
    const { signal } = this.#partialAbort;
    this.#partial = this.#transcribe('partial')
      .then((transcript) => {
        if (!transcript.rejected && !signal.aborted && this.#ahead === null) this.#tellPartial(transcript);
      })
      // A failed partial costs nothing: the final words will say what is wrong.
      .catch(() => undefined)
      .finally(() => {
        this.#partial = null;
      });
  }

  #tellPartial(transcript: Transcript): void {
    const { text } = transcript;
    const agreed = stablePrefix(this.#lastPartial, text);
    // Words once shown as certain stay: text that jumps back is worse than text that is late.
    if (agreed.length > this.#stable.length && agreed.startsWith(this.#stable)) this.#stable = agreed;
    this.#lastPartial = text;
    this.#tell(transcript, false);
  }

  #tell({ text, speechLikeness = null }: Transcript, whole: boolean): void {
    const stableText = this.#stable;
    this.#options.tell({ text: text.startsWith(stableText) ? text : stableText, stableText, whole, speechLikeness });
  }

  #transcribe(effort: 'partial' | 'final'): Promise<Transcript> {
    const samples = new Float32Array(this.#frames.length * HEARING_FRAME_SAMPLES);
    this.#frames.forEach((frame, index) => {
      samples.set(frame, index * HEARING_FRAME_SAMPLES);
    });
    if (effort === 'partial') {
      const { signal } = this.#partialAbort;
      return this.#recogniser.use((recogniser) => recogniser.transcribe(samples, { effort, signal, bias: [] }));
    }
    return this.#recogniser.use((recogniser) => this.#finalOf(recogniser, samples));
  }

  async #finalOf(recogniser: SpeechToText, samples: Float32Array): Promise<Transcript> {
    const { signal } = this.#abort;
    const second = new AbortController();
    this.#secondAbort = second;
    const { bias, shown } = this.#options;
    const transcript = await recogniser.transcribe(samples, { effort: 'final', signal, bias: bias(), shown: shown() });
    return await secondHearing(transcript, {
      askedIn: this.#options.askedIn,
      readings: async () => (await recogniser.otherReadings?.(samples, { signal: second.signal })) ?? [],
    });
  }

  #durationMs(frames: number): number {
    return (frames * HEARING_FRAME_SAMPLES * 1000) / HEARING_SAMPLE_RATE_HZ;
  }
}
