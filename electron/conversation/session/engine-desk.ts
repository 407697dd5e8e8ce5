import type { EngineFailure, RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import type { EngineAccess, EngineSummary, LedgerEntry } from '../../ipc/engine-schema.ts';
import type { SocketGate } from '../ledger/socket-gate.ts';
import type { ConversationStore } from '../store/conversation-store.ts';
import { EngineLedger } from './engine-ledger.ts';
import type { EngineLink } from './engine-link.ts';
import { type EngineEntry, EngineRoom } from './engine-room.ts';
import type { EngineChoices, SessionOutput } from './session-dependencies.ts';

const MICROS = 1_000_000;

export interface EngineDeskOptions {
  readonly onDevice: RealtimeModel;
  readonly access: EngineAccess;
  /** Who has the word first. */
  readonly personaId?: string;
  readonly entries: (access: EngineAccess) => readonly EngineEntry[];
  readonly store: ConversationStore;
  readonly gate: SocketGate;
  readonly today: () => Date;
  readonly output: Pick<SessionOutput, 'notice' | 'preferencesChanged'>;
  /** Which engines there are, or which one is chosen, is otherwise now. */
  readonly onChanged: () => void;
}

/** Between what the user decided about engines and the session's link: choosing, going offline, ending at the budget. */
export class EngineDesk implements EngineChoices {
  readonly room: EngineRoom;
  readonly #options: EngineDeskOptions;
  readonly #ledger: EngineLedger;
  #link: EngineLink | null = null;
  #personaId: string | null;
  /** Chosen while this persona speaks: for everybody, and for it until another one has the word. */
  #override: string | null = null;

  constructor(options: EngineDeskOptions) {
    this.#options = options;
    this.#personaId = options.personaId ?? null;
    this.#ledger = new EngineLedger({
      store: options.store,
      today: options.today,
      pricesOf: (id) => this.room.pricesOf(id),
      hostOf: (id) => this.room.hostOf(id),
      budgetMicros: () => budgetOf(this.room.access),
      onBudget: (step, spent) => this.#budget(step, spent),
    });
    this.room = new EngineRoom({
      onDevice: options.onDevice,
      access: options.access,
      entries: options.entries,
      isBudgetUsedUp: () => this.#ledger.isUsedUp,
    });
    options.gate.setOffline(options.access.offline);
  }

  /** The engine of the session's first line; why it is not the chosen one is told. */
  first(): RealtimeModel {
    const { model, problem } = this.room.chosen(this.#wantedId);
    if (problem !== null) this.#tell(problem);
    return model;
  }

  speaks(personaId: string): void {
    if (personaId === this.#personaId) return;
    this.#personaId = personaId;
    this.#override = null;
    const { model, problem } = this.room.chosen(this.#wantedId);
    if (problem !== null && !this.offline) this.#tell(problem);
    if (model === this.#link?.model) return;
    this.#link?.use(model);
    this.#options.onChanged();
  }

  get #wantedId(): string {
    const { byPersona, engineId } = this.room.access;
    const own = this.#personaId !== null && Object.hasOwn(byPersona, this.#personaId) ? byPersona[this.#personaId] : undefined;
    return this.#override ?? own ?? engineId;
  }

  attach(link: EngineLink): void {
    this.#link = link;
  }

  list(): readonly EngineSummary[] {
    return this.room.list(this.#link?.model.id ?? this.#options.onDevice.id);
  }

  get offline(): boolean {
    return this.room.access.offline;
  }

  switchTo(id: string): void {
    this.#options.output.preferencesChanged({ engineId: id });
    this.#override = id;
    this.change({ ...this.room.access, engineId: id });
  }

  /** What main was told by the settings page, the tray or another window. */
  change(access: EngineAccess): void {
    if (access.engineId !== this.room.access.engineId) this.#override = access.engineId;
    else if (JSON.stringify(access.byPersona) !== JSON.stringify(this.room.access.byPersona)) this.#override = null;
    this.room.change(access);
    this.#options.gate.setOffline(access.offline);
    const { model, problem } = this.room.chosen(this.#wantedId);
    if (problem !== null && !access.offline) this.#tell(problem);
    // A line that was cut is not asked to speak to its end.
    if (access.offline) this.#link?.replace(model);
    else this.#link?.use(model);
    this.#options.onChanged();
  }

  standIn(): RealtimeModel | null {
    return this.room.standIn();
  }

  asksAhead(): boolean {
    return this.room.asksAhead;
  }

  enter(...entry: Parameters<EngineLedger['enter']>): void {
    this.#ledger.enter(...entry);
  }

  newestEntries(limit: number): readonly LedgerEntry[] {
    return this.#options.store.ledger.newest(limit);
  }

  get spentMicros(): number {
    return this.#ledger.spentMicros();
  }

  #budget(step: 'warn' | 'over', spentMicros: number): void {
    const { notice } = this.#options.output;
    const limit = dollars(budgetOf(this.room.access) ?? 0);
    if (step === 'warn') {
      const message = `${dollars(spentMicros)} of this month's budget of ${limit} are spent.`;
      notice({
        id: 'budget-near',
        message,
        whatToDo: 'At the end of it this computer answers. Settings has the budget.',
        severity: 'info',
      });
      return;
    }
    const message = `This month's budget of ${limit} is used up, so this computer answers from the next turn on.`;
    notice({
      id: 'budget-over',
      message,
      whatToDo: 'Raise the budget in Settings to go on with the connected service.',
      severity: 'warning',
    });
    // What is being said is said to its end.
    queueMicrotask(() => this.#link?.use(this.#options.onDevice));
  }

  #tell({ message, whatToDo }: EngineFailure): void {
    this.#options.output.notice({
      id: 'engine-not-chosen',
      message: `${message} This computer answers instead.`,
      whatToDo,
      severity: 'warning',
    });
  }
}

function budgetOf({ monthlyBudget }: EngineAccess): number | null {
  return monthlyBudget === null ? null : Math.round(monthlyBudget * MICROS);
}

function dollars(micros: number): string {
  return `$${(micros / MICROS).toFixed(2)}`;
}
