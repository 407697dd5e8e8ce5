import type { IpcHandlers } from '../../ipc/derive-ipc.ts';
import type { Costs, EngineContract } from '../../ipc/engine-schema.ts';
import { spansOf } from '../ledger/budget.ts';
import type { WindowDesk } from './serve-window.ts';
import { testEngine } from './test-engine.ts';

/** The part of the window's requests that is about engines, what left this computer, and what it cost. */
export function engineHandlers({ session, engines, store }: WindowDesk): IpcHandlers<EngineContract> {
  return {
    listEngines: () => [...engines.list()],
    readLedger: ({ limit }) => [...engines.newestEntries(limit)],
    readCosts: (): Costs => {
      const { day, month } = spansOf(new Date());
      const { conversationId } = session;
      const ever = { from: new Date(0), to: month.to };
      return {
        conversation: conversationId === null ? [] : [...store.ledger.sums({ ...ever, conversationId })],
        day: [...store.ledger.sums(day)],
        month: [...store.ledger.sums(month)],
        monthMicros: engines.spentMicros,
      };
    },
    testEngine: ({ id }) => testEngine({ id, room: engines.room, setup: session.describe() }),
  };
}
