import { readWav, writeWav } from '../../../models/audio/wav.ts';
import { HEARING_SAMPLE_RATE_HZ, SPEAKING_SAMPLE_RATE_HZ } from '../../ipc/audio-frame.ts';
import { type IpcHandlers, ProblemError } from '../../ipc/derive-ipc.ts';
import {
  type Costs,
  type EngineContract,
  LONGEST_RACE_MS,
  ON_DEVICE_ENGINE,
  type PriceList,
  type RaceRow,
} from '../../ipc/engine-schema.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';
import { Scope } from '../../lifetime/scope.ts';
import { spansOf } from '../ledger/budget.ts';
import { costMicros } from '../ledger/cost.ts';
import { type RaceResult, runRace } from './race.ts';
import type { WindowDesk } from './serve-window.ts';
import { testEngine } from './test-engine.ts';

/** The part of the window's requests that is about engines, what left this computer, and what it cost. */
export function engineHandlers({ session, engines, ownModels, store, nowMs }: WindowDesk): IpcHandlers<EngineContract> {
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
    readModels: () => ownModels.shelf(),
    tryModel: ({ file }) => ownModels.try(file),
    stopTryingModel: () => ownModels.stop(),
    readModelTrial: () => ownModels.running,
    testEngine: ({ id }) => testEngine({ id, room: engines.room, setup: session.describe() }),
    raceEngine: async ({ id, wav }) => {
      const scope = new Scope('race');
      try {
        const model = engines.room.model(id);
        const { samples } = readWav(Buffer.from(wav, 'base64'));
        const recording = samples.subarray(0, (LONGEST_RACE_MS / 1000) * HEARING_SAMPLE_RATE_HZ);
        const result = await runRace(model, { scope, nowMs, setup: session.describe(), recording });
        if (result.traffic !== null) engines.enter(model, result.traffic, { conversationId: null, turnId: null, purpose: 'race', store });
        return rowOf(result, engines.room.pricesOf(id));
      } catch (failure) {
        if (failure instanceof EngineFailure) throw problemOfEngine(failure);
        throw failure;
      } finally {
        await scope.close();
      }
    },
  };
}

function rowOf({ engineId, label, firstSoundMs, heard, said, samples, traffic, problem }: RaceResult, prices: PriceList | null): RaceRow {
  const cost = engineId === ON_DEVICE_ENGINE ? 0 : traffic === null ? null : costMicros(traffic, prices);
  const wav = samples.length === 0 ? null : Buffer.from(writeWav(samples, SPEAKING_SAMPLE_RATE_HZ)).toString('base64');
  return { engineId, label, firstSoundMs, costMicros: cost, heard, said, wav, problem };
}

function problemOfEngine({ message, whatToDo }: EngineFailure): ProblemError {
  return new ProblemError({ id: 'engine-not-ready', message, whatToDo });
}
