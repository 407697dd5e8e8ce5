import { Volume2 } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { LONGEST_NAME, type NameCard, type NameCardDraft } from '../../electron/ipc/memory-schema.ts';
import { ask, askHere } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { TalkButton } from '../conversation/TalkBar.tsx';
import { draftOf, newDraft, useNameCards } from '../people/name-cards.ts';
import { nameLength, nameProblem } from '../people/name-problem.ts';
import { useNameSound } from '../people/name-sound.ts';
import { fill, sentences } from '../sentences.ts';
import { TextField } from '../settings/fields.tsx';
import '../people/people.css';

const words = sentences.welcome;

/** The first meeting is the first name card: said or written, heard back, put right by ear. */
export function FirstName() {
  const [cards, read] = useNameCards();
  const own = cards?.find(({ owner }) => owner === 'me') ?? null;
  return (
    <div className="setting column">
      <p>{words.nameAsk}</p>
      <span>
        <TalkButton />
      </span>
      <p className="quiet">{words.nameSay}</p>
      <Heard />
      <WrittenName own={own} saved={() => void read()} />
      {own !== null && <SaidBack key={`${own.id} ${own.written} ${own.respelling}`} card={own} saved={() => void read()} />}
    </div>
  );
}

/** Both voices as text while they speak: there are no captions here. */
function Heard() {
  const partial = useWindow((state) => state.partial?.text ?? '');
  const reply = useWindow((state) => state.reply?.heardText ?? '');
  return <p className="told">{partial === '' ? reply : partial}</p>;
}

/** Saves the card and says the name: what was written is exactly what is kept. @returns the problem, null when it is saved */
async function keep(card: NameCardDraft): Promise<string | null> {
  const problem = nameProblem(card.written);
  if (problem !== null) return fill(sentences.people.problems[problem], { most: LONGEST_NAME, count: nameLength(card.written) });
  const answer = await askHere((client) => client.saveNameCard({ card }));
  if ('problem' in answer)
    return answer.problem === null ? sentences.people.nobody : `${answer.problem.message} ${answer.problem.whatToDo}`;
  void ask((client) => client.hearName({ card: draftOf(answer.result), personaId: null }));
  return null;
}

function WrittenName({ own, saved }: { own: NameCard | null; saved: () => void }) {
  const [written, setWritten] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const text = written ?? own?.written ?? '';
  const told = useRef('');
  const tell = async () => {
    // Pressing the button also leaves the field: it is told once.
    if (text.trim() === '' || text === own?.written || text === told.current) return;
    told.current = text;
    const refused = await keep({ ...(own === null ? newDraft('me') : draftOf(own)), written: text });
    setProblem(refused);
    told.current = '';
    if (refused !== null) return;
    setWritten(null);
    saved();
  };
  const change = (now: string) => {
    setProblem(null);
    setWritten(now);
  };
  return (
    <form
      className="setting column"
      onSubmit={(event) => {
        event.preventDefault();
        void tell();
      }}
    >
      <TextField label={words.nameField} value={text} problem={problem} change={change} leave={() => void tell()} />
      <span>
        <button type="submit" className="button" disabled={text.trim() === '' || text === own?.written}>
          {words.nameTell}
        </button>
      </span>
    </form>
  );
}

function SaidBack({ card, saved }: { card: NameCard; saved: () => void }) {
  const [respelling, setRespelling] = useState(card.respelling ?? '');
  const written = respelling.trim() === '' ? null : respelling.slice(0, 80);
  const change = written !== card.respelling;
  // A respelling by ear counts from now on, whatever phonetic letters were there.
  const draft = { ...draftOf(card), respelling: written, ipa: change ? null : card.ipa };
  const sound = useNameSound(draft);
  const accept = async (event: FormEvent) => {
    event.preventDefault();
    if ((await keep(draft)) === null) saved();
  };
  return (
    <form className="card" onSubmit={(event) => void accept(event)}>
      <div className="setting">
        <output>
          <bdi>{fill(words.nameIs, { name: card.written })}</bdi>
        </output>
        <button type="button" className="button" onClick={() => void ask((client) => client.hearName({ card: draft, personaId: null }))}>
          <Volume2 size={16} aria-hidden /> {words.nameHear}
        </button>
      </div>
      <p className="quiet">{words.nameRight}</p>
      <TextField
        label={sentences.people.respelling}
        hint={sentences.people.respellingHint}
        problem={sound.problem}
        value={respelling}
        change={setRespelling}
      />
      {change && (
        <span>
          <button type="submit" className="button">
            {words.nameKnown}
          </button>
        </span>
      )}
    </form>
  );
}
