import { useEffect } from 'react';
import { beginConversation } from '../conversation/begin-conversation.ts';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { pressTalkKey, releaseKeyboard, releaseTalkKey } from '../conversation/talk-key.ts';

/** Everything by key. The space bar talks unless one is writing or on a control that uses it. */
export function useKeyboard(): void {
  useEffect(() => {
    window.addEventListener('keydown', keyDown);
    window.addEventListener('keyup', keyUp);
    window.addEventListener('blur', releaseKeyboard);
    return () => {
      window.removeEventListener('keydown', keyDown);
      window.removeEventListener('keyup', keyUp);
      window.removeEventListener('blur', releaseKeyboard);
    };
  }, []);
}

function keyDown(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey) {
    if (runCommand(event)) event.preventDefault();
  } else if (event.key === 'Escape') leave();
  else if (event.code === 'Space') spaceDown(event);
  else if (event.key === '?' && !isWriting(event.target)) useWindow.setState({ overlay: 'shortcuts' });
}

function spaceDown(event: KeyboardEvent): void {
  if (usesSpace(event.target)) return;
  event.preventDefault();
  if (!event.repeat) pressTalkKey('keyboard');
}

/** Wherever the focus went meanwhile: a key that was pressed to talk is let go to be done. */
function keyUp(event: KeyboardEvent): void {
  if (event.code === 'Space') releaseTalkKey('keyboard');
}

const COMMANDS: Readonly<Record<string, () => void>> = {
  k: () => useWindow.setState({ overlay: 'palette' }),
  h: () => useWindow.setState({ pane: 'history' }),
  l: () => useWindow.setState({ pane: 'shelf' }),
  ',': () => useWindow.setState({ pane: 'settings' }),
  p: () => useWindow.setState({ pane: 'people' }),
  m: () => useWindow.setState({ pane: 'memory' }),
  t: () => useWindow.setState({ pane: 'recordings' }),
  'shift+p': () => useWindow.setState({ pane: 'personas' }),
  n: () => beginConversation('kept'),
  'shift+n': () => beginConversation('private'),
  'shift+d': () => useWindow.setState({ pane: 'diagnostics' }),
  'shift+v': () => {
    const mode = useWindow.getState().conversation?.talkMode === 'hands-free' ? 'push-to-talk' : 'hands-free';
    void ask((client) => client.setTalkMode({ mode }));
  },
};

function runCommand(event: KeyboardEvent): boolean {
  const command = COMMANDS[`${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`];
  command?.();
  return command !== undefined;
}

/** Esc takes back the nearest thing: what lies over the window, what is being said, the pane. */
function leave(): void {
  const { overlay, pane, conversation } = useWindow.getState();
  if (overlay !== null) useWindow.setState({ overlay: null });
  else if (conversation?.presence === 'listening' || conversation?.presence === 'speaking' || conversation?.presence === 'thinking') {
    void ask((client) => client.cancel(undefined));
  } else if (pane !== 'conversation' && pane !== 'welcome') useWindow.setState({ pane: 'conversation' });
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** The talk button takes the space bar like the window does; other buttons are pressed by it. */
function usesSpace(target: EventTarget | null): boolean {
  if (isWriting(target)) return true;
  return (
    target instanceof HTMLElement &&
    target.closest('button, a, [role=switch], summary, [role=dialog], [role=menu]') !== null &&
    target.closest('.talk-button') === null
  );
}
