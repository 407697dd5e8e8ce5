import { type AudioFrame, HEARING_FRAME_MS } from '../../ipc/audio-frame.ts';

/** What hands-free listening concluded from one more frame. */
export type EndpointingDecision = 'speech-began' | 'paused' | 'resumed' | 'ended' | 'misfired' | null;

export interface EndpointingOptions {
  /** Silero's probability from which a frame counts as speech. */
  readonly speechProbability: number;
  /** Below this a frame counts as silence; between the two the last judgement holds. */
  readonly silenceProbability: number;
  /** Speech must last this long before it is believed: a click lasts one frame, a syllable three. */
  readonly beginMs: number;
  /** Silence after which the engine may work ahead. */
  readonly pauseMs: number;
  /** An utterance with less speech than this is a cough or a knock. */
  readonly shortestSpeechMs: number;
  /** Silence that ends a turn whose words sound complete. */
  readonly completeSilenceMs: number;
  /** Silence that ends a turn whose words are not known to be complete. */
  readonly unsureSilenceMs: number;
  /** Silence that ends a turn that stops in the middle of a phrase ("and then the ..."). */
  readonly openSilenceMs: number;
}

/**
 * Pauses inside a sentence last 200-500 ms in most speakers and turn gaps are about as long, so silence alone cannot
 * tell them apart: the words so far decide how long to wait.
 */
export const ENDPOINTING_DEFAULTS = {
  speechProbability: 0.5,
  silenceProbability: 0.35,
  beginMs: 96,
  pauseMs: 96,
  shortestSpeechMs: 160,
  completeSilenceMs: 480,
  unsureSilenceMs: 720,
  openSilenceMs: 1300,
} as const satisfies EndpointingOptions;

export type Completeness = 'complete' | 'unsure' | 'open';

type State =
  | { readonly name: 'quiet'; speechMs: number }
  | { readonly name: 'speaking'; speechMs: number; silenceMs: number; paused: boolean };

/** Hands-free endpointing. Pure: time is counted in frames, the words so far are told; it holds no clock and no model. */
export class Endpointing {
  readonly #options: EndpointingOptions;
  #state: State = { name: 'quiet', speechMs: 0 };

  constructor(options: EndpointingOptions = ENDPOINTING_DEFAULTS) {
    this.#options = options;
  }

  /**
   * @param completeness judgement of the words so far, see {@link completenessOf}
   * @param patience the persona's: 1.5 waits half as long again
   */
  hear(frame: AudioFrame, completeness: Completeness, patience: number): EndpointingDecision {
    return this.#state.name === 'quiet'
      ? this.#hearQuiet(this.#state, frame)
      : this.#hearSpeaking(this.#state, frame, completeness, patience);
  }

  reset(): void {
    this.#state = { name: 'quiet', speechMs: 0 };
  }

  /** Speech was believed elsewhere (a confirmed barge-in): only its end is still to be found. */
  assumeSpeech(speechMs: number): void {
    this.#state = { name: 'speaking', speechMs, silenceMs: 0, paused: false };
  }

  #hearQuiet(state: { speechMs: number }, frame: AudioFrame): EndpointingDecision {
    if (frame.speechProbability < this.#options.speechProbability) {
      state.speechMs = 0;
      return null;
    }
    state.speechMs += HEARING_FRAME_MS;
    if (state.speechMs < this.#options.beginMs) return null;
    this.#state = { name: 'speaking', speechMs: state.speechMs, silenceMs: 0, paused: false };
    return 'speech-began';
  }

  #hearSpeaking(
    state: Extract<State, { name: 'speaking' }>,
    frame: AudioFrame,
    completeness: Completeness,
    patience: number,
  ): EndpointingDecision {
    const options = this.#options;
    if (frame.speechProbability >= options.speechProbability) {
      state.speechMs += HEARING_FRAME_MS;
      state.silenceMs = 0;
      const resumed = state.paused;
      state.paused = false;
      return resumed ? 'resumed' : null;
    }
    const trailingOff = state.silenceMs === 0 && frame.speechProbability > options.silenceProbability;
    if (trailingOff) return null;
    state.silenceMs += HEARING_FRAME_MS;
    if (state.silenceMs >= silenceToEndMs(options, completeness, patience)) {
      const misfired = state.speechMs < options.shortestSpeechMs;
      this.reset();
      return misfired ? 'misfired' : 'ended';
    }
    if (state.paused || state.silenceMs < options.pauseMs) return null;
    state.paused = true;
    return 'paused';
  }
}

function silenceToEndMs(options: EndpointingOptions, completeness: Completeness, patience: number): number {
  const waitMs = { complete: options.completeSilenceMs, unsure: options.unsureSilenceMs, open: options.openSilenceMs }[completeness];
  return waitMs * patience;
}
