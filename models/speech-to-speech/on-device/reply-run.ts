import { EngineFailure } from '../../../electron/lifetime/engine-failure.ts';
import type { EngineEvent, PersonaVoice } from '../realtime-model.ts';
import type { ClauseVoice } from './clause-voice.ts';
import { speakClauses } from './speak-clauses.ts';

/** A skill that is to be called before the reply goes on. */
export interface SkillCall {
  readonly callId: string;
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface ReplyRunOptions {
  readonly responseId: string;
  readonly itemId: string;
  readonly clauseVoice: ClauseVoice;
  readonly voice: PersonaVoice;
  /** Written form -> IPA. */
  readonly pronunciations: Readonly<Record<string, string>>;
  /** Written form -> plain respelling. */
  readonly respellings: Readonly<Record<string, string>>;
  /** It goes on with a reply that called skills: the same item, after what was said already. */
  readonly continues?: ReplyRun | null;
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
  readonly #calls: SkillCall[] = [];
  #usage: { readonly inputTokens: number; readonly outputTokens: number } | null = null;
  #text: string;
  #endMs: number;
  #ended = false;

  constructor(options: ReplyRunOptions) {
    this.#options = options;
    this.itemId = options.continues?.itemId ?? options.itemId;
    this.responseId = options.responseId;
    this.#text = options.continues?.text ?? '';
    if (this.#text !== '') this.#text += ' ';
    this.#endMs = options.continues?.endMs ?? 0;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** What it has said so far. */
  get text(): string {
    return this.#text.trim();
  }

  /** Where its audio ends so far, on its item. */
  get endMs(): number {
    return this.#endMs;
  }

  /** Called skills instead of coming to an end. */
  get called(): boolean {
    return this.#calls.length > 0;
  }

  get calls(): readonly SkillCall[] {
    return this.#calls;
  }

  /** A skill is called; told when everything before it was spoken. */
  call(call: SkillCall): void {
    this.#calls.push(call);
  }

  /** What the model thinks on the way: shown on request, never spoken. */
  think(text: string): void {
    this.#tell({ type: 'thinking', responseId: this.responseId, text });
  }

  /** What it cost. */
  used(inputTokens: number, outputTokens: number): void {
    this.#usage = { inputTokens, outputTokens };
  }

  /** Starts making the reply; never rejects: a failure is an event. */
  async make(clauses: AsyncIterable<string>): Promise<void> {
    const { itemId, responseId } = this;
    const { clauseVoice, voice, pronunciations, respellings } = this.#options;
    this.#tell({ type: 'response-started', responseId });
    try {
      this.#endMs = await speakClauses(this.#noticed(clauses), {
        clauseVoice,
        voice,
        pronunciations,
        respellings,
        signal: this.signal,
        startMs: this.#endMs,
        spoken: (samples, words) => {
          if (samples.length > 0) this.#tell({ type: 'reply-audio', responseId, itemId, samples });
          if (words.length > 0) this.#tell({ type: 'reply-words', responseId, itemId, words });
        },
      });
      for (const { callId, name, arguments: given } of this.#calls) {
        this.#tell({ type: 'tool-called', responseId, callId, name, arguments: given });
      }
      if (this.#usage !== null) this.#tell({ type: 'usage', responseId, ...this.#usage });
      this.#end(this.called ? 'called-tools' : 'completed');
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
    let first = true;
    for await (const clause of clauses) {
      if (first) this.#tell({ type: 'first-token', responseId: this.#options.responseId });
      first = false;
      this.#text += `${clause} `;
      yield clause;
    }
  }

  #end(end: 'completed' | 'failed' | 'called-tools'): void {
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
