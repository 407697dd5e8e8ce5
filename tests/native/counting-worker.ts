import { setTimeout as after } from 'node:timers/promises';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import { serveInference, type WorkContext } from '../../native/inference-worker/serve-inference.ts';

/** Stands for a model: counts aloud, fails, or dies as it is told. */
await serveInference(async ({ broken }: { broken: boolean }) => {
  if (broken) throw new EngineFailure('model-damaged', 'The model is broken.', { retryable: false, whatToDo: 'Get it again.' });
  const log: string[] = [];
  return {
    /** Counts to `to`, a number each 5 ms. @returns how far it came */
    count: async ({ name, to }: { name: string; to: number }, { cancelled, part }: WorkContext) => {
      log.push(`${name} begins`);
      let reached = 0;
      while (reached < to && !cancelled()) {
        await after(5);
        reached += 1;
        part(reached);
      }
      log.push(`${name} ends`);
      return reached;
    },
    log: () => log,
    fail: () => {
      throw new TypeError('that went wrong');
    },
    refuse: () => {
      throw new EngineFailure('model-missing', 'It is not here.', { retryable: false, whatToDo: 'Bring it.' });
    },
    die: () => process.exit(3),
    size: (samples: Float32Array) => samples.length,
  };
});
