import type { PersonaCard } from '../../electron/ipc/persona-schema.ts';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { Avatar } from './Avatar.tsx';

const words = sentences.personas;

/** One row per persona: open it, or talk to it at once. */
export function PersonaRows(shown: { readonly cards: readonly PersonaCard[]; readonly open: (card: PersonaCard) => void }) {
  const currentId = useWindow((state) => state.conversation?.persona.id);
  if (shown.cards.length === 0) return null;
  return (
    <ul className="list">
      {shown.cards.map((card) => (
        <li key={card.id} className="persona-row">
          <button
            type="button"
            className="list-row persona-open"
            data-persona={card.id}
            aria-label={fill(words.open, { name: card.name })}
            onClick={() => shown.open(card)}
          >
            <Avatar persona={card} size="large" />
            <span className="persona-menu-words">
              <bdi className="list-title">{card.name}</bdi>
              <bdi className="quiet">{card.about}</bdi>
            </span>
          </button>
          <button
            type="button"
            className="button"
            aria-pressed={card.id === currentId}
            onClick={() => void ask((client) => client.switchPersona({ id: card.id }))}
          >
            {fill(card.id === currentId ? words.talking : words.talk, { name: card.name })}
          </button>
        </li>
      ))}
    </ul>
  );
}
