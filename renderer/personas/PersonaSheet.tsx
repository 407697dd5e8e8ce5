import { ArrowLeft, Copy } from 'lucide-react';
import { useId } from 'react';
import type { Persona } from '../../electron/ipc/persona-schema.ts';
import { ask } from '../conversation/connection.ts';
import { PersonaEngine } from '../engines/PersonaEngine.tsx';
import { sentences } from '../sentences.ts';
import { Toggle } from '../settings/rows.tsx';
import { Avatar } from './Avatar.tsx';
import { HiddenSubjects } from './HiddenSubjects.tsx';
import { ExportPersona, SayHello } from './persona-actions.tsx';
import { draftOf } from './persona-draft.ts';
import { readPersonas, usePersonaList } from './persona-list.ts';

const words = sentences.personas;

/** A persona that came with Parley, whole and as it is: to read, to try, to copy; only the consent can be changed. */
export function PersonaSheet(shown: {
  readonly persona: Persona;
  readonly bar: React.ReactNode;
  readonly back: () => void;
  readonly copy: (of: { id: string; name: string }) => void;
}) {
  const { persona } = shown;
  const title = useId();
  const card = usePersonaList((state) => state.cards?.find(({ id }) => id === persona.id));
  const allow = async (knowsAboutMe: boolean) => {
    await ask((client) => client.setWall({ personaId: persona.id, knowsAboutMe }));
    await readPersonas();
  };
  return (
    <section className="sheet" aria-labelledby={title}>
      <div className="sheet-head">
        <button type="button" className="button plain" onClick={shown.back}>
          <ArrowLeft size={16} aria-hidden /> {words.back}
        </button>
        <span className="choices">
          <SayHello draft={draftOf(persona)} />
          <ExportPersona id={persona.id} />
          <button type="button" className="button main" onClick={() => shown.copy(persona)}>
            <Copy size={16} aria-hidden /> {words.copy}
          </button>
        </span>
      </div>
      {shown.bar}
      <div className="persona-head">
        <Avatar persona={persona} size="large" />
        <div>
          <h2 id={title}>{persona.name}</h2>
          <p>{persona.character}</p>
        </div>
      </div>
      <p>{persona.about}</p>
      <section className="card">
        <Toggle label={words.knows} hint={words.knowsHint} on={card?.knowsAboutMe ?? persona.knowsAboutMe} turn={(on) => void allow(on)} />
        <HiddenSubjects id={persona.id} name={persona.name} />
        <PersonaEngine id={persona.id} name={persona.name} />
      </section>
      <section className="card">
        <dl className="machine">
          {rowsOf(persona).map(([label, value]) => (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <p className="quiet">{words.builtInHint}</p>
    </section>
  );
}

function rowsOf({
  roles,
  greeting,
  refusal,
  manner,
  voice,
  patience,
  language,
  skills,
  limits,
}: Persona): readonly (readonly [string, string])[] {
  const { fields, topics, families } = words;
  return [
    [fields.roles, roles.join(', ')],
    [fields.greeting, greeting],
    [fields.refusal, refusal],
    [fields.notices, manner.notices],
    [fields.length, String(manner.mostSentences)],
    [fields.ending, manner.ending],
    [fields.rate, String(voice.rate)],
    [fields.pitch, String(voice.pitch)],
    [fields.formant, String(voice.formant)],
    [fields.patience, String(patience)],
    [fields.language, language],
    [
      fields.skills,
      skills === null ? fields.allSkills : skills.map((family) => (families as Record<string, string>)[family] ?? family).join(', '),
    ],
    ...limits.map(({ topic, sentence }) => [`${fields.limits}: ${topics[topic]}`, sentence] as const),
  ].filter(([, value]) => value !== '') as [string, string][];
}
