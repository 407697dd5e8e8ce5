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
}

export const ENDPOINTING_DEFAULTS = {
  speechProbability: 0.5,
  silenceProbability: 0.35,
  beginMs: 96,
  pauseMs: 96,
  shortestSpeechMs: 160,
} as const satisfies EndpointingOptions;

type State =
  | { readonly name: 'quiet'; speechMs: number }
  | { readonly name: 'speaking'; speechMs: number; silenceMs: number; paused: boolean };

/** Finds speech and silence, hands-free; how long a silence must last is told. Pure: time is counted in frames, it holds no clock and no model. */
export class Endpointing {
  readonly #options: EndpointingOptions;
  #state: State = { name: 'quiet', speechMs: 0 };

  constructor(options: EndpointingOptions = ENDPOINTING_DEFAULTS) {
    this.#options = options;
  }

  /** @param silenceToEndMs silence that ends the turn, as far as is known now (`turn-end-policy.ts`) */
  hear(frame: AudioFrame, silenceToEndMs: number): EndpointingDecision {
    return this.#state.name === 'quiet' ? this.#hearQuiet(this.#state, frame) : this.#hearSpeaking(this.#state, frame, silenceToEndMs);
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

  #hearSpeaking(state: Extract<State, { name: 'speaking' }>, frame: AudioFrame, silenceToEndMs: number): EndpointingDecision {
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
    if (state.silenceMs >= silenceToEndMs) {
      const misfired = state.speechMs < options.shortestSpeechMs;
      this.reset();
      return misfired ? 'misfired' : 'ended';
    }
    if (state.paused || state.silenceMs < options.pauseMs) return null;
    state.paused = true;
    return 'paused';
  }
}
