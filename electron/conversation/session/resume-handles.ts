import type { EngineEvent, RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';

type Told = Extract<EngineEvent, { type: 'resume-handle' }>;

interface KeptHandle {
  readonly model: RealtimeModel;
  readonly handle: string;
  readonly holds: NonNullable<Told['holds']>;
  /** How much of the conversation was over when it was told. */
  readonly words: number;
  readonly replies: number;
}

/** What is under way when a line is opened. */
export interface UnderWay {
  /** A turn of the user's is put to the line by itself. */
  readonly isAsked: boolean;
  /** A host was given a turn that is put to the line again: it may hold it. */
  readonly isGiven: boolean;
  /** Another line is still open. */
  readonly hasLine: boolean;
}

/**
 * The handle under which a host keeps the conversation. It is given back only where the host holds exactly what the store
 * holds: a turn that came after the handle would be missing, one that is put to the host again would be there twice. In all
 * other cases the next line is told the history.
 */
export class ResumeHandles {
  #kept: KeptHandle | null = null;
  /** Told in the middle of a turn: it holds that turn already, and is good once it is over here too. */
  #early: { readonly told: Told; readonly given: number } | null = null;
  #words = 0;
  #replies = 0;

  /**
   * @param now.isBusy the engine has not dealt with all it was given
   * @param now.given how many turns the engine was given
   * @param now.isWhole the line was told the whole conversation: what it lacks, its host would lack under the handle too
   */
  take(
    event: EngineEvent,
    model: RealtimeModel,
    now: { readonly isBusy: boolean; readonly given: number; readonly isWhole: boolean },
  ): void {
    if (event.type === 'user-transcript' && event.final) this.#words += 1;
    if (event.type === 'response-ended' && event.end !== 'called-tools') this.#replies += 1;
    if (event.type === 'disconnected') this.#early = null;
    if (event.type === 'resume-handle' && now.isWhole) this.#early = { told: event, given: now.given };
    if (event.type === 'resume-handle' || event.type === 'response-ended') this.#settle(model, now);
  }

  #settle(model: RealtimeModel, now: { readonly isBusy: boolean; readonly given: number }): void {
    if (this.#early === null) return;
    const { told, given } = this.#early;
    const { handle, holds = 'until-then' } = told;
    if (holds === 'until-then' && now.isBusy) return;
    this.#early = null;
    if (holds === 'everything' || given === now.given) this.#kept = { model, handle, holds, words: this.#words, replies: this.#replies };
  }

  /** What waits is put to the line only now: a handle that was told before does not hold it. */
  replays(): void {
    this.#early = null;
  }

  /** The conversation is another one, or was changed where the host cannot see it. */
  forget(): void {
    this.#kept = this.#early = null;
  }

  /** @returns what the next line's setup is given besides everything else */
  for(model: RealtimeModel, { isAsked, isGiven, hasLine }: UnderWay): { readonly resumeHandle?: string } {
    const kept = this.#kept;
    if (kept === null || kept.model !== model) return {};
    const isKnown =
      kept.holds === 'everything'
        ? !isAsked && !isGiven && !hasLine
        : kept.replies === this.#replies && kept.words === this.#words - (isAsked ? 1 : 0);
    return isKnown ? { resumeHandle: kept.handle } : {};
  }
}
