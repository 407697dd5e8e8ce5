import { create } from 'zustand';
import type { IpcClient } from '../../electron/ipc/derive-ipc.ts';
import type { EnginePreferences, EngineSummary, MaskedKey } from '../../electron/ipc/engine-schema.ts';
import type { WindowContract } from '../../electron/ipc/window-schema.ts';
import { ask, showProblem } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';

/** Which engines there are, and which services have a key. Keys themselves never come here. */
export const useEngines = create<{ readonly engines: readonly EngineSummary[]; readonly keys: readonly MaskedKey[] }>()(() => ({
  engines: [],
  keys: [],
}));

/** Follows main; called once when the page starts. */
export async function watchKeys(client: IpcClient<WindowContract>): Promise<void> {
  client.on('keys', (keys) => useEngines.setState({ keys }));
  useEngines.setState({ keys: await client.listKeys(undefined) });
}

export async function readEngines(): Promise<void> {
  const engines = await ask((client) => client.listEngines(undefined));
  if (engines !== undefined) useEngines.setState({ engines });
}

/** Saves what the user decided; the conversation follows. A problem is shown, not thrown. */
export async function changeEngines(changes: Partial<EnginePreferences>): Promise<void> {
  const { settings } = useWindow.getState();
  if (settings === null) return;
  try {
    useWindow.setState({ settings: await window.parley.changeSettings({ engines: { ...settings.engines, ...changes } }) });
  } catch (failure) {
    showProblem(failure);
  }
}

/** @returns whether it was kept; a problem is shown */
export async function saveKey(service: string, key: string): Promise<boolean> {
  return changeKeys((client) => client.saveKey({ service, key }));
}

export async function removeKey(service: string): Promise<boolean> {
  return changeKeys((client) => client.removeKey({ service }));
}

async function changeKeys(ask: (client: IpcClient<WindowContract>) => Promise<MaskedKey[]>): Promise<boolean> {
  try {
    useEngines.setState({ keys: await ask(window.parley) });
    return true;
  } catch (failure) {
    showProblem(failure);
    return false;
  }
}
