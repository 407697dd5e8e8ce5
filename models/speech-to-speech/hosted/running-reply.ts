import type { EngineEvent, ResponseEnd } from '../realtime-model.ts';
import type { SpokenTurn } from './spoken-turn.ts';

type ReplyEvent = Extract<EngineEvent, { responseId: string }>;

/**
 * One response. It may be made before it is asked for: what it tells is held back until `open`, and forgotten by `drop`.
 * After its end nothing of it is told any more.
 */
export class RunningReply {
  readonly id: string;
  readonly spoken: SpokenTurn;
  readonly #tell: (event: EngineEvent) => void;
  #held: ReplyEvent[] | null = [];
  #first = true;
  #over = false;
  #called = false;
  #dropped = false;
  #opened = false;

  constructor(id: string, spoken: SpokenTurn, tell: (event: EngineEvent) => void) {
    this.id = id;
    this.spoken = spoken;
    this.#tell = tell;
  }

  get over(): boolean {
    return this.#over;
  }

  /** Something of it came, heard or not. */
  get begun(): boolean {
    return !this.#first;
  }

  get dropped(): boolean {
    return this.#dropped;
  }

  /** It was made ahead, and nobody heard any of it. */
  get unheard(): boolean {
    return this.#dropped && !this.#opened;
  }

  /** From now on it is heard. */
  open(): void {
    const held = this.#held;
    if (held === null) return;
    this.#held = null;
    this.#opened = true;
    this.#tell({ type: 'response-started', responseId: this.id });
    for (const event of held) this.#tell(event);
  }

  addAudio(wireItemId: string, pcm16: Uint8Array, rateHz: number): void {
    if (this.#over) return;
    const samples = this.spoken.addAudio(wireItemId, pcm16, rateHz);
    if (samples.length === 0) return;
    this.#firstToken();
    this.#emit({ type: 'reply-audio', responseId: this.id, itemId: this.spoken.itemId, samples });
    this.#emitWords(this.spoken.readyWords());
  }

  addText(wireItemId: string, text: string): void {
    if (this.#over) return;
    this.#firstToken();
    this.spoken.addText(wireItemId, text);
    this.#emitWords(this.spoken.readyWords());
  }

  wholeText(wireItemId: string, text: string): void {
    if (this.#over) return;
    this.spoken.wholeText(wireItemId, text);
  }

  think(text: string): void {
    if (!this.#over) this.#emit({ type: 'thinking', responseId: this.id, text });
  }

  callTool(call: { callId: string; name: string; arguments: Readonly<Record<string, unknown>> }): void {
    if (this.#over) return;
    this.#called = true;
    this.#emit({ type: 'tool-called', responseId: this.id, ...call });
  }

  end(end: ResponseEnd): void {
    if (this.#over) return;
    this.#emitWords(this.spoken.restOfWords());
    this.#over = true;
    this.#emit({ type: 'response-ended', responseId: this.id, end: this.#called && end === 'completed' ? 'called-tools' : end });
  }

  /** Nothing of it is heard any more; what was open ends as cancelled. */
  drop(): void {
    if (this.#dropped || (this.#over && this.#held === null)) return;
    this.#dropped = true;
    this.#over = true;
    if (this.#held === null) this.#tell({ type: 'response-ended', responseId: this.id, end: 'cancelled' });
    this.#held = [];
  }

  #firstToken(): void {
    if (this.#first) this.#emit({ type: 'first-token', responseId: this.id });
    this.#first = false;
  }

  #emitWords(words: Extract<EngineEvent, { type: 'reply-words' }>['words']): void {
    if (words.length > 0) this.#emit({ type: 'reply-words', responseId: this.id, itemId: this.spoken.itemId, words });
  }

  #emit(event: ReplyEvent): void {
    if (this.#dropped) return;
    if (this.#held === null) this.#tell(event);
    else this.#held.push(event);
  }
}
