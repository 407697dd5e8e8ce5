/** From this share of the month's budget on one is told, once a month. */
const WARNING_SHARE = 0.8;

export type BudgetStep = 'within' | 'warn' | 'over';

/**
 * What a month's spending means for its budget. Warns once a month; tells once that it is used up, and whoever asks to
 * use a host after that is told again. Holds what was said already, and nothing else.
 */
export class Budget {
  #told: { readonly month: string; readonly step: BudgetStep } | null = null;

  /** @param limitMicros null = no budget @returns what is new; null when there is nothing to tell */
  spent(micros: number, limitMicros: number | null, now: Date): 'warn' | 'over' | null {
    const month = monthOf(now);
    const step = stepOf(micros, limitMicros);
    const before = this.#told?.month === month ? this.#told.step : 'within';
    this.#told = { month, step };
    return step === 'within' || step === before || before === 'over' ? null : step;
  }

  /** Whether a host may be used at all. */
  isUsedUp(micros: number, limitMicros: number | null): boolean {
    return stepOf(micros, limitMicros) === 'over';
  }
}

function stepOf(micros: number, limitMicros: number | null): BudgetStep {
  if (limitMicros === null || micros < limitMicros * WARNING_SHARE) return 'within';
  return micros < limitMicros ? 'warn' : 'over';
}

/** The first moments of this day and month, and of the next ones, in local time. */
export function spansOf(now: Date): { readonly day: Span; readonly month: Span } {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  return {
    day: { from: new Date(year, month, day), to: new Date(year, month, day + 1) },
    month: { from: new Date(year, month, 1), to: new Date(year, month + 1, 1) },
  };
}

export interface Span {
  readonly from: Date;
  readonly to: Date;
}

function monthOf(now: Date): string {
  return `${now.getFullYear()}-${now.getMonth()}`;
}
