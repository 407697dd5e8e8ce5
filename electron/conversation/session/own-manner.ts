import { z } from 'zod';
import { EVERYBODY, type Manner, mannerSchema, type TuningState } from '../../ipc/tuning-schema.ts';
import type { DocumentStore } from '../store/conversation-store.ts';
import { OwnPauses } from '../turn-taking/own-pauses.ts';

const MANNER_ID = 'own-manner';
/** Every turn changes the factor a little; it is written once it has moved this far. */
const WORTH_WRITING = 0.05;

const keptSchema = z.strictObject({ manner: mannerSchema, before: mannerSchema.nullable() });

/** How the person of this profile talks, measured or learned turn by turn; kept over restarts in the profile. */
export class OwnManner {
  readonly #documents: () => Pick<DocumentStore, 'read' | 'put'>;
  #manner: Manner = EVERYBODY;
  #before: Manner | null = null;
  #pauses = new OwnPauses();
  #listeningWords: ReadonlySet<string> = new Set();

  /** @param documents asked at every use: a profile may be unlocked later */
  constructor(documents: () => Pick<DocumentStore, 'read' | 'put'>) {
    this.#documents = documents;
    this.reload();
  }

  get pauses(): OwnPauses {
    return this.#pauses;
  }

  get echo(): Manner['echo'] {
    return this.#manner.echo;
  }

  get listeningWords(): ReadonlySet<string> {
    return this.#listeningWords;
  }

  /** As it holds now, with what the last turns taught. */
  get state(): TuningState {
    return { manner: { ...this.#manner, pauseFactor: this.#pauses.factor }, canUndo: this.#before !== null };
  }

  /** The profile was unlocked, or is another one's. */
  reload(): void {
    const kept = keptSchema.safeParse(this.#documents().read(MANNER_ID)).data;
    this.#take(kept?.manner ?? EVERYBODY, kept?.before ?? null);
  }

  /** A turn was cut off, or was not. */
  keepLearned(): void {
    if (Math.abs(this.#pauses.factor - this.#manner.pauseFactor) < WORTH_WRITING) return;
    this.#manner = this.state.manner;
    this.#write();
  }

  change(changes: Partial<Manner>): TuningState {
    const { manner } = this.state;
    this.#take({ ...manner, ...changes }, manner);
    this.#write();
    return this.state;
  }

  undo(): TuningState {
    if (this.#before !== null) {
      this.#take(this.#before, null);
      this.#write();
    }
    return this.state;
  }

  #take(manner: Manner, before: Manner | null): void {
    this.#manner = manner;
    this.#before = before;
    this.#pauses = new OwnPauses(manner.pauseFactor);
    this.#listeningWords = new Set(manner.listeningWords);
  }

  #write(): void {
    this.#documents().put('manner', MANNER_ID, { manner: this.#manner, before: this.#before }, '');
  }
}
