import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import { useRef } from 'react';
import type { PersonaSummary } from '../../electron/ipc/persona-schema.ts';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { sentences } from '../sentences.ts';
import { Avatar } from './Avatar.tsx';
import { readPersonas, useFreshPersonas, usePersonaList } from './persona-list.ts';

/** Whom one talks to, and everybody else one key away. The call stays open when it changes. */
export function PersonaMenu({ persona }: { persona: PersonaSummary }) {
  const cards = usePersonaList((state) => state.cards);
  // Inside the header, so that the menu belongs to a landmark of the page.
  const place = useRef<HTMLSpanElement>(null);
  useFreshPersonas();
  const shown = cards?.find(({ id }) => id === persona.id) ?? persona;
  return (
    <span ref={place}>
      <Menu.Root onOpenChange={(open) => open && void readPersonas()}>
        <Menu.Trigger className="persona-trigger" aria-label={`${sentences.buttons.persona}: ${persona.name}`} title={persona.character}>
          <Avatar persona={shown} size="small" />
          <span>{persona.name}</span>
          <ChevronDown size={14} aria-hidden />
        </Menu.Trigger>
        <Menu.Portal container={place}>
          <Menu.Positioner className="persona-menu-place" sideOffset={4} align="start">
            <Menu.Popup className="persona-menu">
              <Menu.RadioGroup
                value={persona.id}
                onValueChange={(id: string) => void ask((client) => client.switchPersona({ id }))}
                aria-label={sentences.buttons.persona}
              >
                {cards?.map((card) => (
                  <Menu.RadioItem key={card.id} value={card.id} className="persona-menu-item" closeOnClick>
                    <Avatar persona={card} size="small" />
                    <span className="persona-menu-words">
                      <bdi>{card.name}</bdi>
                      {card.roles[0] !== undefined && <bdi className="quiet">{card.roles[0]}</bdi>}
                    </span>
                    {card.id === persona.id && <Check size={14} aria-hidden />}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
              <Menu.Separator className="persona-menu-line" />
              <Menu.Item className="persona-menu-item" onClick={() => useWindow.setState({ pane: 'personas' })}>
                {sentences.buttons.allPersonas}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </span>
  );
}
