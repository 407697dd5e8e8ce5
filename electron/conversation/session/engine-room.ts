import type { RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import { ProblemError } from '../../ipc/derive-ipc.ts';
import { type EngineAccess, type EngineSummary, ON_DEVICE_ENGINE, type PriceList } from '../../ipc/engine-schema.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';

/** One engine that can be had: what is known of it before it is opened. */
export interface EngineEntry {
  readonly id: string;
  readonly label: string;
  /** Null where it is missing or wrong. */
  readonly address: URL | null;
  /** The service whose key opens it; engines of one service share a key. Null = it needs none. */
  readonly keyService: string | null;
  readonly key: 'needed' | 'optional' | 'none';
  /** It runs on this computer: nothing leaves it, so it may be used offline and costs nothing. */
  readonly isHere?: boolean;
  readonly isCustom: boolean;
  readonly prices: PriceList | null;
  /** Where words go, if that is more than one place. */
  readonly host?: string;
  /** Why it cannot be had as it is set up. */
  readonly problem?: EngineFailure | null;
  /** What it is opened with besides its key: otherwise set up, it is another model. */
  readonly setUp?: string;
  /** @throws EngineFailure with one sentence when it cannot be right as it is set up */
  open(key: string | null): RealtimeModel & { close?(): Promise<void> };
}

export interface EngineRoomOptions {
  /** The engine of this computer. */
  readonly onDevice: RealtimeModel;
  readonly access: EngineAccess;
  /** Everything else, best first. Asked anew whenever something was changed. */
  readonly entries: (access: EngineAccess) => readonly EngineEntry[];
  readonly isBudgetUsedUp: () => boolean;
}

/** Which engines there are, which one is chosen, and what the user allows them. Opens no line. */
export class EngineRoom {
  readonly #options: EngineRoomOptions;
  readonly #models = new Map<string, { readonly setUp: string; readonly model: ReturnType<EngineEntry['open']> }>();
  readonly #replaced: ReturnType<EngineEntry['open']>[] = [];
  #access: EngineAccess;
  #entries: readonly EngineEntry[];

  constructor(options: EngineRoomOptions) {
    this.#options = options;
    this.#access = options.access;
    this.#entries = options.entries(options.access);
  }

  get access(): EngineAccess {
    return this.#access;
  }

  change(access: EngineAccess): void {
    this.#access = access;
    this.#entries = this.#options.entries(access);
  }

  /** @param answeringId which one answers now */
  list(answeringId: string): readonly EngineSummary[] {
    const { engineId } = this.#access;
    const { onDevice } = this.#options;
    const here: EngineSummary = {
      ...{ id: onDevice.id, label: onDevice.label, host: null, runsOn: 'this-computer', keyService: null, key: 'none', hasKey: false },
      ...{ isCustom: false, isChosen: engineId === onDevice.id, isAnswering: answeringId === onDevice.id, whyNot: null, prices: null },
    };
    const others = this.#entries.map(
      ({ id, label, keyService, key, isCustom, isHere }): EngineSummary => ({
        ...{ id, label, host: this.hostOf(id), keyService, key, isCustom },
        runsOn: isHere === true ? 'this-computer' : 'host',
        hasKey: this.#keyOf(keyService) !== null,
        isChosen: engineId === id,
        isAnswering: answeringId === id,
        whyNot: this.#whyNot(id)?.message ?? null,
        prices: this.pricesOf(id),
      }),
    );
    return [here, ...others];
  }

  pricesOf(id: string): PriceList | null {
    return this.#access.prices[id] ?? this.#entry(id)?.prices ?? null;
  }

  hostOf(id: string): string | null {
    const entry = this.#entry(id);
    return entry?.host || (entry?.address?.host ?? null);
  }

  addressOf(id: string): URL | null {
    return this.#entry(id)?.address ?? null;
  }

  /** @param id the chosen one, left out = everybody's; where it cannot be had, this computer, and why */
  chosen(id = this.#access.engineId): { readonly model: RealtimeModel; readonly problem: EngineFailure | null } {
    try {
      return { model: this.model(id), problem: null };
    } catch (failure) {
      if (!(failure instanceof EngineFailure)) throw failure;
      return { model: this.#options.onDevice, problem: failure };
    }
  }

  get asksAhead(): boolean {
    return this.#access.asksAhead;
  }

  /** Who answers while a host cannot be reached. */
  standIn(): RealtimeModel | null {
    return this.#access.localWhenDown ? this.#options.onDevice : null;
  }

  /** The same object until something about it is changed. @throws EngineFailure with one sentence why it cannot be had */
  model(id: string): RealtimeModel {
    if (id === ON_DEVICE_ENGINE || id === this.#options.onDevice.id) return this.#options.onDevice;
    const problem = this.#whyNot(id);
    if (problem !== null) throw problem;
    const entry = this.#entry(id);
    if (entry === undefined) throw new ProblemError({ id: 'no-engine', message: `There is no engine "${id}".`, whatToDo: '' });
    const key = this.#keyOf(entry.keyService);
    const setUp = JSON.stringify([key, entry.setUp, this.#access.endpoints.find((endpoint) => endpoint.id === id)]);
    const known = this.#models.get(id);
    if (known?.setUp === setUp) return known.model;
    const model = entry.open(key);
    // A line of the old one may still speak to its end: it is closed with the room.
    if (known?.model.close !== undefined) this.#replaced.push(known.model);
    this.#models.set(id, { setUp, model });
    return model;
  }

  /** Ends the models that run on this computer for the engines that were opened. */
  async close(): Promise<void> {
    const models = [...this.#replaced, ...[...this.#models.values()].map(({ model }) => model)];
    await Promise.all(models.map((model) => model.close?.()));
  }

  #whyNot(id: string): EngineFailure | null {
    if (id === this.#options.onDevice.id) return null;
    const entry = this.#entry(id);
    if (entry === undefined) return refused(`There is no engine "${id}" any more.`, 'Choose another one in Settings.');
    if (entry.isHere === true) return null;
    if (this.#access.offline) return refused('Parley is offline: nothing leaves this computer.', 'Go online first.');
    if (this.#options.isBudgetUsedUp()) return refused("This month's budget is used up.", 'Raise it in Settings, or use this computer.');
    if (entry.address === null) return refused(`${entry.label} has no address.`, 'Enter its address in Settings.');
    if (entry.problem != null) return entry.problem;
    if (entry.key === 'needed' && this.#keyOf(entry.keyService) === null)
      return refused(`${entry.label} needs a key.`, 'Enter it in Settings, under Engines.');
    return null;
  }

  #entry(id: string): EngineEntry | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }

  #keyOf(service: string | null): string | null {
    return service === null ? null : (this.#access.keys[service] ?? null);
  }
}

function refused(message: string, whatToDo: string): EngineFailure {
  return new EngineFailure('refused', message, { retryable: false, whatToDo });
}
