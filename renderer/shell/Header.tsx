import { Cpu, Lock, LockOpen, Mic, MicOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ConversationState } from '../../electron/ipc/conversation-schema.ts';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { sentences } from '../sentences.ts';

type Personas = readonly { id: string; name: string; character: string; tone: string }[];

/** Who one talks to, what answers, what is kept, and what the microphone does. Nothing else. */
export function Header() {
  const conversation = useWindow((state) => state.conversation);
  const title = <h1 className="only-read">{sentences.name}</h1>;
  if (conversation === null) return <header className="header">{title}</header>;
  return (
    <header className="header">
      {title}
      <PersonaChoice conversation={conversation} />
      <span className="badge" title={conversation.engine.label}>
        <Cpu size={14} aria-hidden /> <span className="badge-words">{conversation.engine.label}</span>
      </span>
      <KeepingBadge keeping={conversation.keeping} />
      <span className="header-space" />
      <ModeChoice mode={conversation.talkMode} />
      <MicrophoneBadge />
    </header>
  );
}

function PersonaChoice({ conversation }: { conversation: ConversationState }) {
  const [personas, setPersonas] = useState<Personas>([conversation.persona]);
  useEffect(() => {
    void ask((client) => client.listPersonas(undefined)).then((found) => found && setPersonas(found));
  }, []);
  const { persona } = conversation;
  return (
    <label className="persona" title={persona.character}>
      <span className="avatar" data-tone={persona.tone} aria-hidden>
        {persona.name.charAt(0)}
      </span>
      <span className="only-read">{sentences.buttons.persona}</span>
      <select
        className="persona-choice"
        value={persona.id}
        onChange={({ target }) => void ask((client) => client.switchPersona({ id: target.value }))}
      >
        {personas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function KeepingBadge({ keeping }: { keeping: ConversationState['keeping'] }) {
  const Icon = keeping === 'kept' ? Lock : LockOpen;
  return (
    <button
      type="button"
      className="badge as-button"
      data-quiet={keeping === 'kept'}
      onClick={() => useWindow.setState({ pane: 'settings' })}
    >
      <Icon size={14} aria-hidden /> <span className="badge-words">{sentences.keeping[keeping]}</span>
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
  const capturing = useWindow((state) => state.process === 'running' && state.conversation?.capturing === true);
  const shown = capturing ? 'live' : microphone;
  const Icon = shown === 'live' || shown === 'open' ? Mic : MicOff;
  return (
    <output className="badge microphone" data-microphone={shown}>
      <Icon size={14} aria-hidden /> <span className="badge-words">{sentences.microphone[shown]}</span>
    </output>
  );
}
