import { create } from 'zustand';
import type { ModelShelf } from '../../electron/ipc/engine-schema.ts';
import { ask } from '../conversation/connection.ts';

interface Trial {
  readonly file: string;
  readonly step: 'loading' | 'reading' | 'writing';
  readonly tokens: number;
}

/** How often a running trial is asked how far it is. */
const LOOK_MS = 250;

/** Larger models as the models page shows them. A trial goes on when the page is left. */
export const useModels = create<{ readonly shelf: ModelShelf | null; readonly trial: Trial | null; readonly stopped: string | null }>()(
  () => ({
    shelf: null,
    trial: null,
    stopped: null,
  }),
);

export async function readShelf(): Promise<void> {
  const shelf = await ask((client) => client.readModels(undefined));
  if (shelf !== undefined) useModels.setState({ shelf });
}

/** Measures a model; problems are shown. */
export async function tryModel(file: string): Promise<void> {
  if (useModels.getState().trial !== null) return;
  useModels.setState({ trial: { file, step: 'loading', tokens: 0 }, stopped: null });
  const looking = setInterval(() => {
    void ask((client) => client.readModelTrial(undefined)).then((trial) => {
      if (trial != null && useModels.getState().trial !== null) useModels.setState({ trial });
    });
  }, LOOK_MS);
  const figures = await ask((client) => client.tryModel({ file }));
  clearInterval(looking);
  useModels.setState({ trial: null, stopped: figures === null ? file : null });
  await readShelf();
}

export async function stopTrying(): Promise<void> {
  await ask((client) => client.stopTryingModel(undefined));
}
