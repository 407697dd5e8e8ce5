import { Volume2 } from 'lucide-react';
import { useState } from 'react';
import type { NameCardDraft } from '../../electron/ipc/memory-schema.ts';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { nameProblem } from './name-problem.ts';
import { usePersonas } from './personas.ts';

/** Says the name as it stands on the card, saved or not, in the voice of whoever one chooses. */
export function HearName({ card }: { card: NameCardDraft }) {
  const personas = usePersonas();
  const current = useWindow((state) => state.conversation?.persona.name ?? '');
  const [voice, setVoice] = useState('');
  const [busy, setBusy] = useState(false);
  const hear = async () => {
    setBusy(true);
    await ask((client) => client.hearName({ card, personaId: voice === '' ? null : voice }));
    setBusy(false);
  };
  return (
    <span className="hear">
      <button type="button" className="button" disabled={busy || nameProblem(card.written) !== null} onClick={() => void hear()}>
        <Volume2 size={16} aria-hidden /> {sentences.people.hear}
      </button>
      <select
        className="field hear-voice"
        aria-label={sentences.people.hearIn}
        value={voice}
        onChange={({ target }) => setVoice(target.value)}
      >
        <option value="">{fill(sentences.people.currentVoice, { name: current })}</option>
        {personas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
