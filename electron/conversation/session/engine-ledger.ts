import { randomUUID } from 'node:crypto';
import type { RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import type { LedgerPurpose, PriceList } from '../../ipc/engine-schema.ts';
import { Budget, spansOf } from '../ledger/budget.ts';
import { costMicros } from '../ledger/cost.ts';
import type { ConversationStore } from '../store/conversation-store.ts';
import type { LineTraffic } from './engine-line.ts';

export interface EngineLedgerOptions {
  readonly store: ConversationStore;
  readonly today: () => Date;
  /** Null = not known. */
  readonly pricesOf: (engineId: string) => PriceList | null;
  readonly hostOf: (engineId: string) => string | null;
  /** Millionths of a dollar a month; null = no budget. */
  readonly budgetMicros: () => number | null;
  /** Told once each in a month. */
  readonly onBudget: (step: 'warn' | 'over', spentMicros: number) => void;
}

/** Writes down what went over lines to hosts, and watches the month's budget. What stays on this computer is no entry. */
export class EngineLedger {
  readonly #options: EngineLedgerOptions;
  readonly #budget = new Budget();
  /** Spent in private conversations of this run: their entries are not in the kept ledger. */
  #elsewhereMicros = 0;

  constructor(options: EngineLedgerOptions) {
    this.#options = options;
  }

  /** @param of.store where the conversation is kept; a private one keeps its entries to itself */
  enter(
    model: RealtimeModel,
    traffic: LineTraffic,
    of: {
      readonly conversationId: string | null;
      readonly turnId: string | null;
      readonly purpose: LedgerPurpose;
      readonly store: ConversationStore;
    },
  ): void {
    if (model.capabilities.runsOn !== 'host' || isNothing(traffic)) return;
    const { today, pricesOf, hostOf, store } = this.#options;
    const cost = costMicros(traffic, pricesOf(model.id));
    of.store.ledger.add({
      id: randomUUID(),
      at: today().toISOString(),
      engineId: model.id,
      host: hostOf(model.id) ?? model.label,
      purpose: of.purpose,
      conversationId: of.conversationId,
      turnId: of.turnId,
      audioSentMs: traffic.audioSentMs,
      audioReceivedMs: traffic.audioReceivedMs,
      charactersSent: traffic.charactersSent,
      openMs: traffic.openMs,
      inputTokens: traffic.usage.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
      outputTokens: traffic.usage.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
      costMicros: cost,
    });
    if (of.store !== store) this.#elsewhereMicros += cost ?? 0;
    this.#watch();
  }

  /** What this month cost by now. */
  spentMicros(): number {
    const { store, today } = this.#options;
    const { month } = spansOf(today());
    return store.ledger.sums(month).reduce((sum, { costMicros: cost }) => sum + cost, 0) + this.#elsewhereMicros;
  }

  get isUsedUp(): boolean {
    return this.#budget.isUsedUp(this.spentMicros(), this.#options.budgetMicros());
  }

  #watch(): void {
    const spent = this.spentMicros();
    const step = this.#budget.spent(spent, this.#options.budgetMicros(), this.#options.today());
    if (step !== null) this.#options.onBudget(step, spent);
  }
}

function isNothing({ audioSentMs, audioReceivedMs, charactersSent, usage }: LineTraffic): boolean {
  return audioSentMs === 0 && audioReceivedMs === 0 && charactersSent === 0 && usage.length === 0;
}
