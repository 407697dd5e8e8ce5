import type { LanguageModel } from '../../language/language-model.ts';
import type { EngineSetup, HistoryTurn } from '../realtime-model.ts';
import { clausesOf } from './clauses.ts';
import type { AskedTalk, Mind } from './mind.ts';
import { replyPrompt } from './prompt.ts';
import { replyKind } from './reply-policy.ts';
import type { Role } from './role.ts';
import { smallTalk } from './small-talk.ts';

/** The small model of this computer: company, and a plain refusal of whatever asks for knowledge. */
export class EmbeddedMind implements Mind {
  /** It cannot choose a skill by itself: the best phrase always does. */
  readonly surePhrase = 0;
  readonly awaitsResults = false;
  readonly hasResults = false;
  readonly #model: Role<LanguageModel>;
  #prefill = new AbortController();
  #closed = false;

  constructor(model: Role<LanguageModel>) {
    this.#model = model;
  }

  talk({ setup, words, turns, earlierReplies, run }: AskedTalk): AsyncIterable<string> {
    if (replyKind(words) === 'decline') return clausesOf([setup.persona.refusal]);
    this.#prefill.abort();
    const context = { setup, utterance: words, earlierReplies };
    return this.#smallTalk({ context, history: turns, signal: run.signal });
  }

  /** Computes the prompt so far into the cache, so that the next reply's first token comes at once. */
  prepare(setup: EngineSetup, turns: readonly HistoryTurn[]): void {
    this.#prefill.abort();
    if (this.#closed) return;
    this.#prefill = new AbortController();
    const { signal } = this.#prefill;
    const prompt = replyPrompt(setup, turns).replace(/[^\n]*$/, '');
    this.#model.use((model) => model.prefill(prompt, signal)).catch(() => undefined);
  }

  takeResult(): boolean {
    return false;
  }

  newTurn(): void {}

  close(): void {
    this.#closed = true;
    this.#prefill.abort();
  }

  async *#smallTalk(options: Parameters<typeof smallTalk>[1]): AsyncGenerator<string> {
    const model = await this.#model.get();
    try {
      yield* smallTalk(model, options);
    } catch (failure) {
      this.#model.forgetDead(failure);
      throw failure;
    }
  }
}
