import { EngineFailure } from '../../../electron/lifetime/engine-failure.ts';
import type { EngineEvent, PersonaVoice } from '../realtime-model.ts';
import type { ClauseVoice } from './clause-voice.ts';
import { speakClauses } from './speak-clauses.ts';

export interface ReplyRunOptions {
  readonly responseId: string;
  readonly itemId: string;
  readonly clauseVoice: ClauseVoice;
  readonly voice: PersonaVoice;
  /** Written form -> IPA. */
  readonly pronunciations: Readonly<Record<string, string>>;
  readonly tell: (event: EngineEvent) => void;
  /** It was told whole. Not called for a cancelled reply. */
  readonly onEnded: (run: ReplyRun) => void;
}

/**
 * One reply from its text to its audio. Made behind a closed gate while the user may go on talking: nothing of it is told
 * before `open`, and `cancel` leaves no trace of it.
 */
export class ReplyRun {
  readonly itemId: string;
  readonly responseId: string;
  readonly #options: ReplyRunOptions;
  readonly #abort = new AbortController();
  #held: EngineEvent[] | null = [];
  #text = '';
  #ended = false;

  constructor(options: ReplyRunOptions) {
    this.#options = options;
    this.itemId = options.itemId;
    this.responseId = options.responseId;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** What it has said so far. */
  get text(): string {
    return this.#text.trim();
  }

  /** Starts making the reply; never rejects: a failure is an event. */
  async make(clauses: AsyncIterable<string>): Promise<void> {
    const { responseId, itemId, clauseVoice, voice, pronunciations } = this.#options;
    this.#tell({ type: 'response-started', responseId });
    try {
      await speakClauses(this.#noticed(clauses), {
        clauseVoice,
        voice,
        pronunciations,
        signal: this.signal,
        spoken: (samples, words) => {
          this.#tell({ type: 'reply-audio', responseId, itemId, samples });
          this.#tell({ type: 'reply-words', responseId, itemId, words });
        },
      });
      this.#end('completed');
    } catch (failure) {
      if (this.signal.aborted) return;
      this.#tell({ type: 'failed', failure: asFailure(failure) });
      this.#end('failed');
    }
  }

  /** Lets everything out that was made so far, and what follows as it comes. */
  open(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const event of held) this.#options.tell(event);
    if (this.#ended) this.#options.onEnded(this);
  }

  /** Ends it at once. @returns true when it was under way and open, so that its end must be told */
  cancel(): boolean {
    const underWay = this.#held === null && !this.#ended;
    this.#ended = true;
    this.#abort.abort();
    return underWay;
  }

  async *#noticed(clauses: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const clause of clauses) {
      if (this.#text === '') this.#tell({ type: 'first-token', responseId: this.#options.responseId });
      this.#text += `${clause} `;
      yield clause;
    }
  }

  #end(end: 'completed' | 'failed'): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#tell({ type: 'response-ended', responseId: this.#options.responseId, end });
    if (this.#held === null) this.#options.onEnded(this);
  }

  #tell(event: EngineEvent): void {
    if (this.signal.aborted) return;
    if (this.#held === null) this.#options.tell(event);
    else this.#held.push(event);
  }
}

export function asFailure(failure: unknown): EngineFailure {
  if (failure instanceof EngineFailure) return failure;
  return new EngineFailure('internal', 'The assistant on this computer could not finish its reply.', {
    retryable: true,
    whatToDo: 'Say it once more.',
    cause: failure,
  });
}
