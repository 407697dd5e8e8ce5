import { create } from 'zustand';
import type { IpcClient } from '../../electron/ipc/derive-ipc.ts';
import type { ProfileSummary, Profiles, WindowContract } from '../../electron/ipc/window-schema.ts';
import { showProblem } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';

/** Who uses this computer, and whether the window is kept out of screenshots: what main knows and the page only shows. */
export const useProfiles = create<{
  readonly profiles: readonly ProfileSummary[];
  readonly currentId: string | null;
  readonly screenshots: { readonly isPossible: boolean; readonly isOn: boolean } | null;
}>()(() => ({ profiles: [], currentId: null, screenshots: null }));

/** Follows main; called once when the page starts. */
export async function watchProfiles(client: IpcClient<WindowContract>): Promise<void> {
  client.on('profiles', take);
  client.on('screenshotProtection', (screenshots) => useProfiles.setState({ screenshots }));
  take(await client.listProfiles(undefined));
  useProfiles.setState({ screenshots: await client.readScreenshotProtection(undefined) });
}

/** Asks main for a change; what becomes of it comes as an event. @returns whether it was done */
export async function changeProfiles(ask: (client: IpcClient<WindowContract>) => Promise<Profiles>): Promise<boolean> {
  try {
    take(await ask(window.parley));
    return true;
  } catch (failure) {
    showProblem(failure);
    return false;
  }
}

function take({ profiles, currentId }: Profiles): void {
  const before = useProfiles.getState().currentId;
  useProfiles.setState({ profiles, currentId });
  if (before !== null && before !== currentId) forgetOtherPerson();
}

/** Nothing of one person stays on the screen of another; the conversation process brings what is theirs. */
function forgetOtherPerson(): void {
  const { settings } = useWindow.getState();
  useWindow.setState({
    ...{ conversation: null, turns: [], partial: null, reply: null, thoughts: null, timings: [], notices: [], overlay: null },
    pane: settings?.welcomed === true ? 'conversation' : 'welcome',
  });
}
