import { useId, useState } from 'react';
import { MOST_ENDPOINTS } from '../../electron/ipc/engine-schema.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { TextField } from '../settings/fields.tsx';
import { Choice } from '../settings/rows.tsx';
import {
  type CascadeDraft,
  cascadeOf,
  type DraftRole,
  EMPTY_CASCADE,
  isSound,
  keysOf,
  problemsOf,
  ROLES,
  type Role,
  type RoleProblems,
} from './cascade-draft.ts';
import { changeEngines, saveKey } from './engines.ts';
import { SecretInput } from './SecretInput.tsx';

const words = sentences.cascade;

/** The engine of this computer with roles done by endpoints of the user's own: said role by role. */
export function CascadeForm() {
  const [draft, setDraft] = useState<CascadeDraft | null>(null);
  const [tried, setTried] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const count = useWindow((state) => state.settings?.engines.cascades.length ?? 0);
  if (draft === null) {
    const begin = () => {
      setTold(null);
      setTried(false);
      setDraft(EMPTY_CASCADE);
    };
    return (
      <div>
        <button type="button" className="button" disabled={count >= MOST_ENDPOINTS} onClick={begin}>
          {words.add}
        </button>
        <p className="told" role="status">
          {told}
        </p>
      </div>
    );
  }
  const problems = problemsOf(draft);
  const save = async () => {
    setTried(true);
    if (!isSound(problems)) return;
    const id = `own-${crypto.randomUUID()}`;
    for (const [service, key] of keysOf(id, draft)) if (!(await saveKey(service, key))) return;
    const cascades = useWindow.getState().settings?.engines.cascades ?? [];
    await changeEngines({ cascades: [...cascades, cascadeOf(id, draft)] });
    setTold(fill(sentences.endpoint.saved, { label: draft.label.trim() }));
    setDraft(null);
  };
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={sentences.endpoint.label}
        value={draft.label}
        problem={tried ? problems.label : null}
        change={(label) => setDraft((now) => now && { ...now, label })}
      />
      {ROLES.map((role) => (
        <RoleFields
          key={role}
          role={role}
          draft={draft.roles[role]}
          problems={tried ? problems.roles[role] : null}
          change={(changes) => setDraft((now) => now && { ...now, roles: { ...now.roles, [role]: { ...now.roles[role], ...changes } } })}
        />
      ))}
      <p className="problem" role="alert">
        {tried ? problems.nothing : null}
      </p>
      <span className="choices">
        <button type="button" className="button" onClick={() => setDraft(null)}>
          {sentences.endpoint.cancel}
        </button>
        <button type="submit" className="button main">
          {sentences.endpoint.save}
        </button>
      </span>
    </form>
  );
}

interface RoleRow {
  readonly role: Role;
  readonly draft: DraftRole;
  readonly problems: RoleProblems | null;
  readonly change: (changes: Partial<DraftRole>) => void;
}

function RoleFields({ role, draft, problems, change }: RoleRow) {
  const id = useId();
  const { title, examples } = words.roles[role];
  return (
    <fieldset className="engine-role">
      <legend>{title}</legend>
      <Choice
        label={words.where}
        value={draft.where}
        choices={[
          { value: 'here', label: words.here },
          { value: 'endpoint', label: words.endpoint },
        ]}
        choose={(where) => change({ where: where === 'endpoint' ? 'endpoint' : 'here' })}
      />
      {draft.where === 'endpoint' && (
        <>
          <TextField
            label={words.url}
            hint={words.urlHint}
            value={draft.url}
            problem={problems?.url ?? null}
            change={(url) => change({ url })}
          />
          <TextField
            label={words.model}
            placeholder={examples}
            value={draft.model}
            problem={problems?.model ?? null}
            change={(model) => change({ model })}
          />
          {role === 'textToSpeech' && (
            <TextField label={words.voice} value={draft.voice} problem={problems?.voice ?? null} change={(voice) => change({ voice })} />
          )}
          <div className="setting column">
            <label htmlFor={id}>{words.key}</label>
            <SecretInput id={id} value={draft.key} onChange={({ target }) => change({ key: target.value })} />
            <p className="quiet">{words.keyHint}</p>
          </div>
        </>
      )}
    </fieldset>
  );
}
