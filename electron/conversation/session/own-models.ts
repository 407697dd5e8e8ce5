import { mkdir, readdir, stat } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import { join } from 'node:path';
import type { GgufLook, TrialFigures, TrialStep } from '../../../models/language/chat-worker-messages.ts';
import { LARGER_MODELS, neededBytes } from '../../../models/language/larger-models.ts';
import { startChatWorker } from '../../../models/language/local-chat.ts';
import { ProblemError } from '../../ipc/derive-ipc.ts';
import type { ModelShelf, ModelTrial, OwnModel } from '../../ipc/engine-schema.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';
import type { Scope } from '../../lifetime/scope.ts';

/** More files than this in the folder are not looked at. */
const MOST_FILES = 50;

export interface OwnModelsOptions {
  readonly scope: Scope;
  /** Where the user puts GGUF files. */
  readonly folder: string;
  readonly workerFolder: string;
}

/** The larger models that the user has brought: what they are, whether they fit, and how fast they are here. */
export class OwnModels {
  readonly #options: OwnModelsOptions;
  readonly #looks = new Map<string, GgufLook | null>();
  readonly #figures = new Map<string, TrialFigures>();
  #trial: { readonly abort: AbortController; readonly file: string; step: TrialStep } | null = null;

  constructor(options: OwnModelsOptions) {
    this.#options = options;
    options.scope.add(() => this.#trial?.abort.abort());
  }

  /** Looks into the folder, which is made when it is not there. */
  async shelf(): Promise<ModelShelf> {
    const { folder } = this.#options;
    await mkdir(folder, { recursive: true }).catch(() => undefined);
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.toLowerCase().endsWith('.gguf')).slice(0, MOST_FILES);
    await this.#look(names);
    const memoryBytes = totalmem();
    const own = await Promise.all(names.sort().map((name) => this.#ownModel(name, memoryBytes)));
    const known = LARGER_MODELS.map(({ label, repository, file, bytes, licence }) => {
      const needed = neededBytes(bytes);
      return { label, repository, file, bytes, licence, neededBytes: needed, fits: needed < memoryBytes };
    });
    return { folder, memoryBytes, freeBytes: freemem(), own, known };
  }

  /**
   * Loads the model, lets it answer once, and unloads it. One at a time.
   * @returns null when it was stopped @throws ProblemError with one sentence
   */
  async try(file: string): Promise<ModelTrial | null> {
    if (this.#trial !== null)
      throw new ProblemError({ id: 'trial-runs', message: 'Another model is being tried.', whatToDo: 'Stop it first.' });
    const abort = new AbortController();
    this.#trial = { abort, file, step: { step: 'loading', tokens: 0 } };
    let worker: Awaited<ReturnType<typeof startChatWorker>> | null = null;
    try {
      worker = await startChatWorker(this.#options.workerFolder);
      const onPart = (step: unknown) => {
        if (this.#trial !== null) this.#trial.step = step as TrialStep;
      };
      const input = { file: join(this.#options.folder, file) };
      const figures = await worker.call<TrialFigures | null>('trial', input, { signal: abort.signal, onPart });
      if (figures !== null && !abort.signal.aborted) this.#figures.set(file, figures);
      return abort.signal.aborted ? null : figures;
    } catch (failure) {
      if (abort.signal.aborted) return null;
      throw problemOf(file, failure);
    } finally {
      this.#trial = null;
      await worker?.close();
    }
  }

  stop(): void {
    this.#trial?.abort.abort();
  }

  /** How far the trial is that runs; null when none does. */
  get running(): ({ readonly file: string } & TrialStep) | null {
    return this.#trial === null ? null : { file: this.#trial.file, ...this.#trial.step };
  }

  async #ownModel(file: string, memoryBytes: number): Promise<OwnModel> {
    const bytes = (await stat(join(this.#options.folder, file)).catch(() => null))?.size ?? 0;
    const look = this.#looks.get(file) ?? null;
    const needed = neededBytes(bytes);
    return {
      ...{ file, label: file.replace(/\.gguf$/i, ''), bytes, neededBytes: needed, fits: needed < memoryBytes },
      contextTokens: look?.contextTokens ?? null,
      whyNot: whyNot(look),
      figures: this.#figures.get(file) ?? null,
    };
  }

  async #look(names: readonly string[]): Promise<void> {
    const unknown = names.filter((name) => !this.#looks.has(name));
    if (unknown.length === 0) return;
    const worker = await startChatWorker(this.#options.workerFolder);
    try {
      for (const name of unknown) {
        const look = worker.call<GgufLook>('look', { file: join(this.#options.folder, name) });
        this.#looks.set(name, await look.catch(() => null));
      }
    } finally {
      await worker.close();
    }
  }
}

function whyNot(look: GgufLook | null): string | null {
  if (look === null) return 'This is no GGUF file, or a damaged one.';
  return look.hasChatTemplate ? null : 'It has no chat template: it continues texts and does not talk.';
}

function problemOf(file: string, failure: unknown): ProblemError {
  const known = failure instanceof EngineFailure && failure.kind !== 'internal';
  const message = known ? failure.message : `${file} cannot be loaded on this computer.`;
  const whatToDo = known ? failure.whatToDo : 'It may be too large, damaged, or of a newer kind than this Parley knows. Try a smaller one.';
  return new ProblemError({ id: 'model-not-tried', message, whatToDo }, { cause: failure });
}
