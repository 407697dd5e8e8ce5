import { showProblem } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';

/**
 * Has main delete everything of this profile, its key first. Resolves when the conversation that begins anew has told its
 * state: what is asked before that reaches nobody. A problem is shown.
 */
export async function deleteEverything(): Promise<void> {
  useWindow.setState({ conversation: null, turns: [], partial: null, reply: null, thoughts: null, timings: [], soughtTurn: null });
  try {
    await window.parley.deleteEverything(undefined);
    await conversationThere();
  } catch (failure) {
    showProblem(failure);
  }
}

function conversationThere(): Promise<void> {
  return new Promise((resolve) => {
    if (useWindow.getState().conversation !== null) return resolve();
    const stop = useWindow.subscribe(({ conversation, process }) => {
      if (conversation === null && process !== 'stopped') return;
      stop();
      resolve();
    });
    return undefined;
  });
}
