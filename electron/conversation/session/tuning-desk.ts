import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import type { TurnEnd } from '../../../models/turn-end/turn-end.ts';
import { type AudioFrame, HEARING_FRAME_MS } from '../../ipc/audio-frame.ts';
import { type IpcHandlers, ProblemError } from '../../ipc/derive-ipc.ts';
import {
  EVERYBODY,
  type Manner,
  TUNING_STEP_MS,
  type TuningContract,
  type TuningResult,
  type TuningState,
  type TuningStep,
} from '../../ipc/tuning-schema.ts';
import type { Scope } from '../../lifetime/scope.ts';
import type { OwnManner } from './own-manner.ts';
import { type HeardFrame, type Measured, measureEcho, measureListening, measurePauses } from './tuning-measures.ts';

/** If the window never says that it is over, the microphone is the conversation's again after this. */
const LONGEST_STEP_MS = TUNING_STEP_MS + 10_000;
/** Said aloud while the user is silent; long enough to hear a room by. */
const ECHO_SENTENCE =
  'This is how I sound in your room. Please say nothing for a moment, so that I learn what comes back to the microphone. Thank you, that was all.';

export interface TuningDeskParts {
  readonly scope: Scope;
  readonly manner: OwnManner;
  readonly turnEnd: TurnEnd;
  readonly openRecogniser: () => Promise<SpeechToText>;
  readonly session: {
    readonly playedLevel: number;
    /** Nothing is being said or answered. */
    readonly isIdle: boolean;
    readonly patience: number;
    say(sentence: string): void;
  };
}

/** "Tune to me": hears one person for a minute, apart from the conversation, and measures how turn-taking should be for them. */
export class TuningDesk {
  readonly #parts: TuningDeskParts;
  #step: TuningStep | null = null;
  #frames: HeardFrame[] = [];
  #proposed: Partial<Manner> = {};
  #recogniser: Promise<SpeechToText> | null = null;

  constructor(parts: TuningDeskParts) {
    this.#parts = parts;
    parts.scope.add(() => this.#closeRecogniser());
  }

  /** @returns true when the frame was measured: then the conversation hears nothing of it */
  takeFrame(frame: AudioFrame): boolean {
    if (this.#step === null) return false;
    if (this.#frames.length * HEARING_FRAME_MS >= LONGEST_STEP_MS) this.#endStep();
    else this.#frames.push({ ...frame, playedLevel: this.#parts.session.playedLevel });
    return this.#step !== null;
  }

  get handlers(): IpcHandlers<TuningContract> {
    const { manner } = this.#parts;
    return {
      readTuning: () => manner.state,
      beginTuning: ({ step }) => this.#begin(step),
      finishTuning: () => this.#finish(),
      cancelTuning: () => this.#cancel(),
      keepTuning: () => this.#keep(),
      undoTuning: () => manner.undo(),
      resetTuning: () => manner.change(EVERYBODY),
    };
  }

  #begin(step: TuningStep): void {
    const { session } = this.#parts;
    if (!session.isIdle) throw problem('tuning', 'Parley is in the middle of a turn.', 'Wait until it is over, then begin again.');
    this.#step = step;
    this.#frames = [];
    if (step === 'echo') session.say(ECHO_SENTENCE);
    else void this.#openRecogniser();
  }

  async #finish(): Promise<TuningResult> {
    const [step, frames] = [this.#step, this.#frames];
    this.#endStep();
    const measured = step === null ? null : await this.#measure(step, frames);
    if (measured === null) {
      throw problem('tuning-too-little', 'Too little was heard to tell.', 'Do this step again, and talk a little longer.');
    }
    this.#proposed = { ...this.#proposed, ...measured.changes };
    return measured.result;
  }

  async #measure(step: TuningStep, frames: readonly HeardFrame[]): Promise<Measured | null> {
    const { manner, turnEnd, session } = this.#parts;
    if (step === 'echo') return measureEcho(frames, manner.echo);
    const models = { recogniser: await this.#openRecogniser(), turnEnd };
    if (step === 'listening') return await measureListening(frames, manner.listeningWords, models);
    return await measurePauses(frames, { factor: manner.pauses.factor, patience: session.patience }, models);
  }

  #keep(): TuningState {
    const changes = this.#proposed;
    this.#cancel();
    return Object.keys(changes).length === 0 ? this.#parts.manner.state : this.#parts.manner.change(changes);
  }

  #cancel(): void {
    this.#endStep();
    this.#proposed = {};
    void this.#closeRecogniser();
  }

  #endStep(): void {
    this.#step = null;
    this.#frames = [];
  }

  #openRecogniser(): Promise<SpeechToText> {
    this.#recogniser ??= this.#parts.openRecogniser();
    // A failure is told to whoever waits for it.
    this.#recogniser.catch(() => {
      this.#recogniser = null;
    });
    return this.#recogniser;
  }

  async #closeRecogniser(): Promise<void> {
    const opened = this.#recogniser;
    this.#recogniser = null;
    await opened?.then(
      (recogniser) => recogniser.close(),
      () => undefined,
    );
  }
}

function problem(id: string, message: string, whatToDo: string): ProblemError {
  return new ProblemError({ id, message, whatToDo });
}
