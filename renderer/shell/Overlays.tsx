import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { beginConversation } from '../conversation/begin-conversation.ts';
import { ask, showProblem } from '../conversation/connection.ts';
import { type Pane, useWindow } from '../conversation/conversation-store.ts';
import { changeEngines, useEngines } from '../engines/engines.ts';
import { Avatar } from '../personas/Avatar.tsx';
import { usePersonaList } from '../personas/persona-list.ts';
import { fill, sentences } from '../sentences.ts';
import { changeProfiles, useProfiles } from '../settings/profiles.ts';
import { KeyList } from './KeyList.tsx';

interface Command {
  readonly words: string;
  readonly persona?: { readonly name: string; readonly tone: string; readonly avatar: string };
  readonly run: () => void;
}

/** One for every other person of this computer. */
function profileCommands(): Command[] {
  const { profiles, currentId } = useProfiles.getState();
  return profiles
    .filter(({ id }) => id !== currentId)
    .map(({ id, name }) => ({
      words: fill(sentences.profiles.switchTo, { name }),
      run: () => void changeProfiles((client) => client.switchProfile({ id })),
    }));
}

/** One for every engine that can answer now, and the switch that cuts them all. */
function engineCommands(): Command[] {
  const isOffline = useWindow.getState().settings?.engines.offline === true;
  const others = useEngines.getState().engines.filter(({ isChosen, whyNot }) => !isChosen && whyNot === null);
  return [
    ...others.map(({ id, label }) => ({
      words: fill(sentences.engines.choose, { label }),
      run: () => void changeEngines({ engineId: id }),
    })),
    { words: isOffline ? sentences.offline.end : sentences.offline.begin, run: () => void changeEngines({ offline: !isOffline }) },
  ];
}

function commands(): Command[] {
  const panes = (
    [
      'conversation',
      'history',
      'shelf',
      'people',
      'memory',
      'personas',
      'recordings',
      'settings',
      'engines',
      'models',
      'ledger',
      'tune',
      'diagnostics',
      'welcome',
    ] as const satisfies readonly Pane[]
  ).map((pane) => ({
    words: sentences.panes[pane],
    run: () => useWindow.setState({ pane }),
  }));
  return [
    ...panes,
    ...(usePersonaList.getState().cards ?? []).map((persona) => ({
      words: fill(sentences.personas.talk, { name: persona.name }),
      persona,
      run: () => void ask((client) => client.switchPersona({ id: persona.id })),
    })),
    { words: sentences.buttons.newConversation, run: () => beginConversation('kept') },
    { words: sentences.kinds.begin.private, run: () => beginConversation('private') },
    { words: sentences.kinds.begin.disappearing, run: () => beginConversation('disappearing') },
    { words: sentences.talk.modeHandsFree, run: () => void ask((client) => client.setTalkMode({ mode: 'hands-free' })) },
    { words: sentences.talk.modePushToTalk, run: () => void ask((client) => client.setTalkMode({ mode: 'push-to-talk' })) },
    ...engineCommands(),
    ...(['files', 'folder'] as const).map((what) => ({
      words: sentences.recordings.choose[what],
      run: () => void window.parley.chooseRecordings({ what }).catch(showProblem),
    })),
    ...profileCommands(),
    { words: sentences.panes.shortcuts, run: () => useWindow.setState({ overlay: 'shortcuts' }) },
  ];
}

/** What lies over the window: the palette that finds and does anything, and the sheet of keys. */
export default function Overlays({ overlay }: { overlay: 'palette' | 'shortcuts' }) {
  const close = () => useWindow.setState({ overlay: null });
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="overlay">
          <Dialog.Title className="overlay-title">{sentences.panes[overlay]}</Dialog.Title>
          {overlay === 'palette' ? <Palette close={close} /> : <Shortcuts />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Palette({ close }: { close: () => void }) {
  const [query, setQuery] = useState('');
  const found = commands().filter(({ words }) => words.toLowerCase().includes(query.toLowerCase()));
  const run = (command: Command | undefined) => {
    close();
    command?.run();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run(found[0]);
      }}
    >
      <input className="field" aria-label={sentences.panes.palette} value={query} onChange={({ target }) => setQuery(target.value)} />
      <ul className="palette-list">
        {found.map((command) => (
          <li key={command.words}>
            <button type="button" className="button plain wide" onClick={() => run(command)}>
              {command.persona !== undefined && <Avatar persona={command.persona} size="small" />}
              {command.words}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

function Shortcuts() {
  return <KeyList keys={sentences.shortcuts} />;
}
