import { ArrowLeft, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Persona, PersonaDraft } from '../../electron/ipc/persona-schema.ts';
import { ask } from '../conversation/connection.ts';
import { PersonaEngine } from '../engines/PersonaEngine.tsx';
import { sentences } from '../sentences.ts';
import { Toggle } from '../settings/rows.tsx';
import { Avatar } from './Avatar.tsx';
import { HiddenSubjects } from './HiddenSubjects.tsx';
import { LookFields, MannerFields } from './look-fields.tsx';
import { ExportPersona, SayHello } from './persona-actions.tsx';
import { draftProblems } from './persona-draft.ts';
import { LimitFields, SkillFields, VoiceFields } from './voice-fields.tsx';

const words = sentences.personas;

/** One part of the form: shows a part of the draft and changes it. */
export interface DraftPart {
  readonly draft: PersonaDraft;
  readonly problems: Readonly<Record<string, string>>;
  readonly change: (changes: Partial<PersonaDraft>) => void;
}

/** A persona of the user's own, all of it. */
export function PersonaEditor(shown: {
  readonly draft: PersonaDraft;
  /** What the file it came from held besides. */
  readonly warnings: readonly string[];
  readonly bar: React.ReactNode;
  readonly saved: (persona: Persona) => void;
  /** @param unsaved what would be lost; null when nothing would */
  readonly left: (unsaved: PersonaDraft | null) => void;
  readonly remove: (id: string) => void;
}) {
  const [draft, setDraft] = useState(shown.draft);
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const all = draftProblems(draft);
  const problems = tried ? all : {};
  const part: DraftPart = { draft, problems, change: (changes) => setDraft((now) => ({ ...now, ...changes })) };
  const save = async () => {
    setTried(true);
    if (Object.keys(all).length > 0) return;
    const persona = await ask((client) => client.savePersona({ draft }));
    if (persona !== undefined) shown.saved(persona);
  };
  const changed = JSON.stringify(draft) !== JSON.stringify(shown.draft);
  const { id } = shown.draft;
  return (
    <form
      className="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="sheet-head">
        <button type="button" className="button plain" onClick={() => shown.left(changed ? draft : null)}>
          <ArrowLeft size={16} aria-hidden /> {words.back}
        </button>
        <span className="choices">
          <SayHello draft={draft} disabled={Object.keys(all).length > 0} />
          {id !== null && !changed && <ExportPersona id={id} />}
          {id !== null && (
            <button type="button" className="button danger" onClick={() => shown.remove(id)}>
              <Trash2 size={16} aria-hidden /> {words.remove}
            </button>
          )}
        </span>
      </div>
      {shown.bar}
      <Warnings warnings={shown.warnings} />
      <div className="persona-head">
        <Avatar persona={{ ...draft, name: draft.name || '?' }} size="large" />
        <h2 ref={heading} tabIndex={-1}>
          {draft.name || words.add}
        </h2>
      </div>
      <LookFields {...part} />
      <MannerFields {...part} />
      <VoiceFields {...part} />
      <section className="card">
        <Toggle label={words.knows} hint={words.knowsHint} on={draft.knowsAboutMe} turn={(knowsAboutMe) => part.change({ knowsAboutMe })} />
        {id !== null && <HiddenSubjects id={id} name={draft.name} />}
        {id !== null && <PersonaEngine id={id} name={draft.name} />}
      </section>
      <SkillFields {...part} />
      <LimitFields {...part} />
      <span className="choices">
        <button type="button" className="button" onClick={() => shown.left(changed ? draft : null)}>
          {words.cancel}
        </button>
        <button type="submit" className="button main">
          {words.save}
        </button>
      </span>
    </form>
  );
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <section className="notice" data-severity="warning" aria-label={words.warnings}>
      <ul className="persona-warnings">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  );
}
