import { Activity, AudioLines, Brain, ContactRound, History, MessageCircle, Settings, SquarePen, Table2, UsersRound } from 'lucide-react';
import { beginConversation } from '../conversation/begin-conversation.ts';
import { type Pane, useWindow } from '../conversation/conversation-store.ts';
import { sentences } from '../sentences.ts';

const PANES = [
  { pane: 'conversation', icon: MessageCircle, keys: '' },
  { pane: 'history', icon: History, keys: 'Ctrl H' },
  { pane: 'shelf', icon: Table2, keys: 'Ctrl L' },
  { pane: 'people', icon: ContactRound, keys: 'Ctrl P' },
  { pane: 'memory', icon: Brain, keys: 'Ctrl M' },
  { pane: 'personas', icon: UsersRound, keys: 'Ctrl Shift P' },
  { pane: 'recordings', icon: AudioLines, keys: 'Ctrl T' },
  { pane: 'settings', icon: Settings, keys: 'Ctrl ,' },
  { pane: 'diagnostics', icon: Activity, keys: 'Ctrl Shift D' },
] as const satisfies readonly { pane: Pane; icon: unknown; keys: string }[];

/** The side panes, by icon. */
export function Rail() {
  const current = useWindow((state) => state.pane);
  return (
    <nav className="rail" aria-label={sentences.name}>
      <button
        type="button"
        className="button plain icon"
        onClick={() => beginConversation('kept')}
        title={`${sentences.buttons.newConversation} (Ctrl N)`}
        aria-label={sentences.buttons.newConversation}
      >
        <SquarePen size={18} aria-hidden />
      </button>
      {PANES.map(({ pane, icon: Icon, keys }) => (
        <button
          key={pane}
          type="button"
          className="button plain icon"
          aria-label={sentences.panes[pane]}
          aria-current={current === pane ? 'page' : undefined}
          title={`${sentences.panes[pane]} ${keys === '' ? '' : `(${keys})`}`}
          onClick={() => useWindow.setState({ pane })}
        >
          <Icon size={18} aria-hidden />
        </button>
      ))}
    </nav>
  );
}
