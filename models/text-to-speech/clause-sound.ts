import { SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { joinedSamples } from '../audio/joined-samples.ts';
import { RunningResampler } from '../audio/running-resampler.ts';
import type { TimedWord } from '../speech-to-speech/realtime-model.ts';
import { levelled, pauseAfter, SpeechCut } from './clause-audio.ts';
import type { RunningPitch } from './pitch-shifter.ts';
import type { SpokenClause } from './text-to-speech.ts';

export interface ClauseSoundOptions {
  readonly clause: string;
  readonly sampleRateHz: number;
  /** The net's samples are played as if they had this rate: pitch and formants move together. */
  readonly playedAtHz: number;
  /** Where the pitch is to go elsewhere than the formants, this moves it the rest of the way. */
  readonly shifter: RunningPitch | null;
  readonly gain: number;
  readonly rate: number;
  /** @param toMs place on the net's audio -> milliseconds of the finished clause */
  readonly wordTimes: (toMs: (sample: number) => number) => readonly TimedWord[];
}

/** The way from the net's samples to what is played, piece by piece: cut, rate, pitch, loudness, and the pause behind. */
export class ClauseSound {
  readonly #options: ClauseSoundOptions;
  readonly #cut: SpeechCut;
  readonly #resampler: RunningResampler;
  #madeSamples = 0;
  #toldWords = 0;

  constructor(options: ClauseSoundOptions) {
    this.#options = options;
    this.#cut = new SpeechCut(options.sampleRateHz);
    this.#resampler = new RunningResampler(options.playedAtHz, SPEAKING_SAMPLE_RATE_HZ);
  }

  /** @returns what can be played so far, with the words that began in it; the last word waits for the end of the clause */
  push(samples: Float32Array): SpokenClause {
    const { shifter } = this.#options;
    const sized = this.#resampler.push(this.#cut.push(samples));
    const made = this.#finish(shifter === null ? sized : shifter.push(sized));
    const words = this.#words();
    const begun = words.slice(0, -1).filter(({ startMs }) => startMs < this.#madeMs).length;
    return { samples: made, words: this.#tell(words, begun) };
  }

  end(): SpokenClause {
    const { shifter, clause, rate } = this.#options;
    const sized = joinedSamples([this.#resampler.push(this.#cut.end()), this.#resampler.end()]);
    const last = this.#finish(shifter === null ? sized : joinedSamples([shifter.push(sized), shifter.end()]));
    if (this.#madeSamples === 0) return { samples: last, words: [] };
    // The voice's own times count its silence at the end, which was cut.
    const words = this.#words().map((word) => ({ ...word, endMs: Math.min(word.endMs, this.#madeMs) }));
    const pause = new Float32Array(pauseAfter(clause, SPEAKING_SAMPLE_RATE_HZ, rate));
    return { samples: joinedSamples([last, pause]), words: this.#tell(words, words.length) };
  }

  get #madeMs(): number {
    return (this.#madeSamples / SPEAKING_SAMPLE_RATE_HZ) * 1000;
  }

  #finish(samples: Float32Array): Float32Array {
    this.#madeSamples += samples.length;
    return levelled(samples, this.#options.gain);
  }

  #words(): readonly TimedWord[] {
    const { playedAtHz, wordTimes } = this.#options;
    return wordTimes((sample) => Math.max(0, ((sample - this.#cut.cutSamples) / playedAtHz) * 1000));
  }

  #tell(words: readonly TimedWord[], until: number): readonly TimedWord[] {
    const told = words.slice(this.#toldWords, until);
    this.#toldWords = Math.max(this.#toldWords, until);
    return told;
  }
}
