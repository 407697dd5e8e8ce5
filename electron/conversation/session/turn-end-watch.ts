import type { TurnEnd } from '../../../models/turn-end/turn-end.ts';
import type { AudioFrame } from '../../ipc/audio-frame.ts';
import { RecentSound } from '../hearing/recent-sound.ts';
import { completenessOf } from '../turn-taking/completeness.ts';
import type { OwnPauses } from '../turn-taking/own-pauses.ts';
import { isLikelyOver, silenceToEndMs, type TurnEvidence } from '../turn-taking/turn-end-policy.ts';
import type { OwnManner } from './own-manner.ts';
import type { Utterance } from './utterance.ts';

export interface TurnEndWatchOptions {
  /** Null where there is none: silence and words alone decide. */
  readonly turnEnd: TurnEnd | null;
  /** The persona's. */
  readonly patience: () => number;
  readonly manner: Pick<OwnManner, 'pauses'>;
  /** This computer's, where the engine tells no words before the turn is over; null = it tells them. */
  readonly ears?: () => Ears | null;
}

/** A recogniser that is asked in a pause what was said; null = it does not know, or not yet. */
export interface Ears {
  /** @param samples mono, 16 kHz */
  hear(samples: Float32Array, signal: AbortSignal): Promise<string | null>;
}

/** Gathers what is known about the silence of the running utterance, and how long it must last. */
export class TurnEndWatch {
  readonly #options: TurnEndWatchOptions;
  readonly #sound = new RecentSound();
  #asking = new AbortController();
  #probability: number | null = null;

  constructor(options: TurnEndWatchOptions) {
    this.#options = options;
  }

  /** An utterance begins: a recogniser that is not loaded yet is, before it is needed. */
  begin(): void {
    this.reset();
    this.#options
      .ears?.()
      ?.hear(new Float32Array(0), this.#asking.signal)
      .catch(() => undefined);
  }

  get ownPauses(): OwnPauses {
    return this.#options.manner.pauses;
  }

  take(frame: AudioFrame): void {
    this.#sound.push(frame);
  }

  /** Silence began after speech: the voice is judged once, while its last words are still being recognised. */
  paused(utterance: Utterance): void {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#askEars(utterance, signal);
    this.#options.turnEnd?.probability(this.#sound.samples(), signal).then(
      (probability) => {
        if (!signal.aborted) this.#probability = probability;
      },
      // Without an answer silence and words decide; a judge that died is opened anew at the next question.
      () => undefined,
    );
  }

  #askEars(utterance: Utterance, signal: AbortSignal): void {
    const ears = this.#options.ears?.() ?? null;
    ears?.hear(this.#sound.samples(), signal).then(
      (text) => {
        if (signal.aborted || text === null || utterance.textIsWhole) return;
        utterance.text = text;
        utterance.textIsWhole = true;
      },
      // Without words voice and silence decide.
      () => undefined,
    );
  }

  /** The user went on: what the silence seemed to be is void. */
  resumed(): void {
    this.#asking.abort();
    this.#probability = null;
  }

  reset(): void {
    this.resumed();
    this.#sound.clear();
  }

  silenceToEndMs(utterance: Utterance): number {
    return silenceToEndMs(this.#evidence(utterance), this.#options.patience() * this.ownPauses.factor);
  }

  isLikelyOver(utterance: Utterance): boolean {
    return isLikelyOver(this.#evidence(utterance));
  }

  #evidence({ text, textIsWhole }: Utterance): TurnEvidence {
    return { completeness: completenessOf(text), wordsAreWhole: textIsWhole, turnEnd: this.#probability };
  }
}
