import { LockOpen, Mic, MicOff } from 'lucide-react';
import type { ConversationState } from '../../electron/ipc/conversation-schema.ts';
import { ask } from '../conversation/connection.ts';
import { isMicrophoneLive, useWindow } from '../conversation/conversation-store.ts';
import { EngineBadge } from '../engines/EngineBadge.tsx';
import { PersonaMenu } from '../personas/PersonaMenu.tsx';
import { sentences } from '../sentences.ts';
import { OpenProfile } from '../settings/ProfilesSection.tsx';
import { KindChoice } from './KindChoice.tsx';

/** Who one talks to, what answers, what is kept, and what the microphone does. Nothing else. */
export function Header() {
  const conversation = useWindow((state) => state.conversation);
  const title = <h1 className="only-read">{sentences.name}</h1>;
  if (conversation === null) return <header className="header">{title}</header>;
  return (
    <header className="header">
      {title}
      <PersonaMenu persona={conversation.persona} />
      <EngineBadge engine={conversation.engine} />
      <KindChoice kind={conversation.conversationKind} keeping={conversation.keeping} />
      {conversation.keeping !== 'kept' && <KeepingBadge keeping={conversation.keeping} />}
      <span className="header-space" />
      <OpenProfile />
      <ModeChoice mode={conversation.talkMode} />
      <MicrophoneBadge />
    </header>
  );
}

/** The way to mend what keeps conversations from being kept; that they are not says the choice beside it. */
function KeepingBadge({ keeping }: { keeping: keyof typeof sentences.mendKeeping }) {
  return (
    <button
      type="button"
      className="badge as-button"
      title={sentences.keeping[keeping]}
      onClick={() => useWindow.setState({ pane: 'settings' })}
    >
      <LockOpen size={14} aria-hidden /> {sentences.mendKeeping[keeping]}
    </button>
  );
}

function ModeChoice({ mode }: { mode: ConversationState['talkMode'] }) {
  return (
    <fieldset className="modes">
      <legend className="only-read">{sentences.panes.conversation}</legend>
      {(['push-to-talk', 'hands-free'] as const).map((value) => (
        <button
          key={value}
          type="button"
          className="mode"
          aria-pressed={mode === value}
          onClick={() => void ask((client) => client.setTalkMode({ mode: value }))}
        >
          {value === 'push-to-talk' ? sentences.talk.modePushToTalk : sentences.talk.modeHandsFree}
        </button>
      ))}
    </fieldset>
  );
}

/** Closed, open or live: by icon, colour and words. */
function MicrophoneBadge() {
  const microphone = useWindow((state) => state.microphone);
  const isLive = useWindow(isMicrophoneLive);
  const shown = isLive ? 'live' : microphone;
  const Icon = shown === 'live' || shown === 'open' ? Mic : MicOff;
  return (
    <output className="badge microphone" data-microphone={shown}>
      <Icon size={14} aria-hidden /> <span className="badge-words">{sentences.microphone[shown]}</span>
    </output>
  );
}
