import { useState } from 'react';
import { avatarDrawingSchema, toneSchema } from '../../electron/ipc/persona-schema.ts';
import { sentences } from '../sentences.ts';
import { Choice } from '../settings/rows.tsx';
import { Avatar } from './Avatar.tsx';
import { Slide, Words } from './fields.tsx';
import type { DraftPart } from './PersonaEditor.tsx';
import { rolesFrom } from './persona-draft.ts';

const words = sentences.personas;

export function LookFields({ draft, problems, change }: DraftPart) {
  const { fields } = words;
  return (
    <section className="card">
      <h3>{fields.look}</h3>
      <Words
        label={fields.name}
        hint={fields.nameHint}
        value={draft.name}
        most={40}
        problem={problems['name']}
        change={(name) => change({ name })}
      />
      <Roles draft={draft} problems={problems} change={change} />
      <Pictures draft={draft} problems={problems} change={change} />
      <Choice
        label={fields.tone}
        value={draft.tone}
        choices={toneSchema.options.map((tone) => ({ value: tone, label: words.tones[tone] }))}
        choose={(tone) => change({ tone: toneSchema.catch('sea').parse(tone) })}
      />
    </section>
  );
}

/** Several words in one line, as one writes them. */
function Roles({ draft, problems, change }: DraftPart) {
  const [text, setText] = useState(draft.roles.join(', '));
  return (
    <Words
      label={words.fields.roles}
      hint={words.fields.rolesHint}
      value={text}
      most={200}
      problem={problems['roles']}
      change={(written) => {
        setText(written);
        change({ roles: rolesFrom(written) });
      }}
    />
  );
}

/** Our own drawings; the picture that came with a file can be kept or exchanged, not chosen elsewhere. */
function Pictures({ draft, change }: DraftPart) {
  const choices = [...new Set([draft.avatar, ...avatarDrawingSchema.options])];
  return (
    <fieldset className="pictures">
      <legend>{words.fields.picture}</legend>
      {choices.map((avatar) => {
        const drawing = avatarDrawingSchema.safeParse(avatar);
        return (
          <label key={avatar} className="picture">
            <input type="radio" name="avatar" className="only-read" checked={draft.avatar === avatar} onChange={() => change({ avatar })} />
            <Avatar persona={{ name: draft.name, tone: draft.tone, avatar }} size="large" />
            <span className="only-read">{drawing.success ? words.drawings[drawing.data] : words.fields.ownPicture}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

export function MannerFields({ draft, problems, change }: DraftPart) {
  const { fields, ends } = words;
  const { manner } = draft;
  return (
    <section className="card">
      <h3>{fields.manner}</h3>
      <Words
        label={fields.character}
        hint={fields.characterHint}
        value={draft.character}
        most={400}
        rows={2}
        problem={problems['character']}
        change={(character) => change({ character })}
      />
      <Words
        label={fields.about}
        value={draft.about}
        most={1000}
        rows={4}
        problem={problems['about']}
        change={(about) => change({ about })}
      />
      <Words
        label={fields.greeting}
        value={draft.greeting}
        most={200}
        problem={problems['greeting']}
        change={(greeting) => change({ greeting })}
      />
      <Words
        label={fields.refusal}
        hint={fields.refusalHint}
        value={draft.refusal}
        most={300}
        rows={2}
        problem={problems['refusal']}
        change={(refusal) => change({ refusal })}
      />
      <Words
        label={fields.notices}
        value={manner.notices}
        most={300}
        rows={2}
        problem={problems['manner.notices']}
        change={(notices) => change({ manner: { ...manner, notices } })}
      />
      <Slide
        label={fields.length}
        ends={ends.length}
        value={manner.mostSentences}
        lowest={1}
        highest={12}
        step={1}
        change={(mostSentences) => change({ manner: { ...manner, mostSentences } })}
      />
      <Words
        label={fields.ending}
        value={manner.ending}
        most={300}
        rows={2}
        problem={problems['manner.ending']}
        change={(ending) => change({ manner: { ...manner, ending } })}
      />
    </section>
  );
}
