import { ArrowLeft, Trash2 } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { LONGEST_NAME, type NameCard, type NameCardDraft } from '../../electron/ipc/memory-schema.ts';
import { ask, askHere } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';
import { Forms, TextField } from '../settings/fields.tsx';
import { Choice } from '../settings/rows.tsx';
import { HearName } from './HearName.tsx';
import { hidesSomething, nameLength, nameProblem } from './name-problem.ts';
import { useNameSound } from './name-sound.ts';
import { OwnRecording } from './OwnRecording.tsx';

const words = sentences.people;
const MOST_FORMS = 20;
const OWNERS = ['me', 'person', 'word'] as const;

interface Editor {
  readonly card: NameCardDraft;
  /** Somebody else has the user's own card. */
  readonly ownNameTaken: boolean;
  readonly saved: (card: NameCard) => void;
  /** Left without saving; `unsaved` is what was written, null when nothing was changed. */
  readonly left: (unsaved: NameCardDraft | null) => void;
  readonly remove: () => void;
}

/** One card as a form. Esc leaves it; what was written can be had back. */
export function NameCardEditor({ card, ownNameTaken, saved, left, remove }: Editor) {
  const [draft, setDraft] = useState(card);
  const [refused, setRefused] = useState<string | null>(null);
  const recording = useRecording(card.id);
  const written = useRef<HTMLInputElement>(null);
  useEffect(() => written.current?.focus(), []);
  const change = (changes: Partial<NameCardDraft>) => {
    setRefused(null);
    setDraft((now) => ({ ...now, ...changes }));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const problem = writtenProblem(draft.written);
    const answer = problem === null ? await askHere((client) => client.saveNameCard({ card: draft })) : null;
    if (answer !== null && 'result' in answer) {
      await recording.save(answer.result.id);
      return saved(answer.result);
    }
    setRefused(problem ?? problemWords(answer?.problem ?? null));
    written.current?.focus();
    return undefined;
  };
  const leave = () => left(JSON.stringify(draft) === JSON.stringify(card) ? null : draft);
  const leaveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    leave();
  };
  return (
    <form className="sheet" onSubmit={(event) => void save(event)} onKeyDown={leaveByKey}>
      <div className="sheet-head">
        <button type="button" className="button plain" onClick={leave}>
          <ArrowLeft size={16} aria-hidden /> {words.back}
        </button>
        {card.id !== null && (
          <button type="button" className="button plain danger" onClick={remove}>
            <Trash2 size={16} aria-hidden /> {words.remove}
          </button>
        )}
      </div>
      <h2>{card.written === '' ? words.add : <bdi>{card.written}</bdi>}</h2>
      <section className="card">
        <TextField
          label={words.written}
          hint={hidesSomething(draft.written) ? words.invisibleDropped : words.writtenHint}
          problem={refused ?? (nameLength(draft.written) > LONGEST_NAME ? writtenProblem(draft.written) : null)}
          field={written}
          value={draft.written}
          change={(text) => change({ written: text })}
        />
        <Who draft={draft} ownNameTaken={ownNameTaken} change={change} />
      </section>
      <Sound draft={draft} change={change} recording={recording} />
      <Mistakes draft={draft} change={change} />
      <div className="choices end">
        <button type="button" className="button" onClick={leave}>
          {words.cancel}
        </button>
        <button type="submit" className="button main">
          {words.save}
        </button>
      </div>
    </form>
  );
}

interface Part {
  readonly draft: NameCardDraft;
  readonly change: (changes: Partial<NameCardDraft>) => void;
}

function Who({ draft, ownNameTaken, change }: Part & { ownNameTaken: boolean }) {
  const choices = OWNERS.filter((owner) => owner !== 'me' || !ownNameTaken).map((value) => ({ value, label: words.ownerChoices[value] }));
  const choose = (value: string) => {
    const owner = OWNERS.find((one) => one === value) ?? draft.owner;
    change(owner === 'person' ? { owner } : { owner, relation: null });
  };
  return (
    <>
      <Choice label={words.owner} value={draft.owner} choices={choices} choose={choose} />
      {draft.owner === 'person' && (
        <TextField
          label={words.relation}
          hint={words.relationHint}
          value={draft.relation ?? ''}
          change={(text) => change({ relation: orNull(text.slice(0, 40)) })}
        />
      )}
    </>
  );
}

interface Recording {
  readonly wav: string | null;
  readonly change: (wav: string | null) => void;
  readonly save: (cardId: string) => Promise<unknown>;
}

/** The recording beside a card: read once, written with the card if it was changed. */
function useRecording(cardId: string | null): Recording {
  const [wav, setWav] = useState<string | null>(null);
  const [isChanged, setChanged] = useState(false);
  useEffect(() => {
    if (cardId !== null) void ask((client) => client.readNameRecording({ id: cardId })).then((read) => setWav(read?.wav ?? null));
  }, [cardId]);
  const change = (now: string | null) => {
    setWav(now);
    setChanged(true);
  };
  return { wav, change, save: async (id) => isChanged && (await ask((client) => client.saveNameRecording({ id, wav }))) };
}

function Sound({ draft, change, recording }: Part & { recording: Recording }) {
  const sound = useNameSound(draft);
  const isOfIpa = draft.ipa !== null;
  return (
    <section className="card">
      <TextField
        label={words.respelling}
        hint={words.respellingHint}
        problem={isOfIpa ? null : sound.problem}
        value={draft.respelling ?? ''}
        change={(text) => change({ respelling: orNull(text.slice(0, 80)) })}
      />
      <TextField
        label={words.ipa}
        hint={words.ipaHint}
        problem={isOfIpa ? sound.problem : null}
        value={draft.ipa ?? ''}
        change={(text) => change({ ipa: orNull(text.slice(0, 80)) })}
      />
      <div className="setting wraps">
        <output className="sound">{sound.ipa === null ? words.willSoundPlain : fill(words.willSound, { ipa: sound.ipa })}</output>
        <HearName card={draft} />
      </div>
      <OwnRecording wav={recording.wav} change={recording.change} />
    </section>
  );
}

function Mistakes({ draft, change }: Part) {
  const limits = { most: MOST_FORMS, longest: LONGEST_NAME };
  return (
    <section className="card">
      <Forms
        {...limits}
        label={words.heardAs}
        hint={words.heardAsHint}
        forms={draft.heardAs}
        change={(heardAs) => change({ heardAs: [...heardAs] })}
      />
      {draft.notWritten.length > 0 && (
        <Forms
          {...limits}
          label={words.notWritten}
          forms={draft.notWritten}
          change={(notWritten) => change({ notWritten: [...notWritten] })}
        />
      )}
    </section>
  );
}

function writtenProblem(written: string): string | null {
  const problem = nameProblem(written);
  return problem === null ? null : fill(words.problems[problem], { most: LONGEST_NAME, count: nameLength(written) });
}

function problemWords(problem: { readonly message: string; readonly whatToDo: string } | null): string {
  return problem === null ? words.nobody : `${problem.message} ${problem.whatToDo}`.trim();
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
