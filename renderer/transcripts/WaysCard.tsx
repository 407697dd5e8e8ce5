import { useState } from 'react';
import {
  MOST_TRANSCRIPTION_SERVICES,
  ON_DEVICE_TRANSCRIPTION,
  type TranscriptionService,
} from '../../electron/ipc/transcription-schema.ts';
import { removeKey } from '../engines/engines.ts';
import { KeyField } from '../engines/KeyField.tsx';
import { fill, sentences } from '../sentences.ts';
import { TextField } from '../settings/fields.tsx';
import { changePreferences, chosenService, hostOf, usePreferences, WayFields } from './ways.tsx';

const words = sentences.recordings.ways;
/** Any number of channels: it is chosen before there is a file. */
const ANY_CHANNELS = 2;

/** How new files become text, and the services that can do it. Closed until it is wanted. */
export function WaysCard() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="card ways" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.title}</summary>
      {isOpen && <Ways />}
    </details>
  );
}

function Ways() {
  const preferences = usePreferences();
  const service = chosenService(preferences, preferences.engineId);
  return (
    <>
      <p className="quiet">{words.hint}</p>
      <WayFields way={preferences} channels={ANY_CHANNELS} change={(changes) => void changePreferences(changes)} />
      <p className="quiet">{service === null ? words.languageHere : fill(words.leavesPreference, { host: hostOf(service) })}</p>
      <h3>{words.services}</h3>
      {preferences.services.map((one) => (
        <Service key={one.id} service={one} />
      ))}
      {preferences.services.length < MOST_TRANSCRIPTION_SERVICES && <ServiceForm />}
    </>
  );
}

function Service({ service }: { service: TranscriptionService }) {
  const { services, engineId } = usePreferences();
  const remove = async () => {
    const rest = services.filter(({ id }) => id !== service.id);
    await changePreferences({ services: rest, ...(engineId === service.id ? { engineId: ON_DEVICE_TRANSCRIPTION, language: 'en' } : {}) });
    await removeKey(service.id);
  };
  return (
    <section className="service" aria-label={service.label}>
      <div className="job-head">
        <bdi className="list-title">{fill(words.service, { label: service.label, model: service.model, host: hostOf(service) })}</bdi>
        <button type="button" className="button plain" onClick={() => void remove()}>
          {fill(words.remove, { label: service.label })}
        </button>
      </div>
      <KeyField service={service.id} />
    </section>
  );
}

const EMPTY = { label: '', url: '', model: '' };

function ServiceForm() {
  const [draft, setDraft] = useState<typeof EMPTY | null>(null);
  const [tried, setTried] = useState(false);
  const { services } = usePreferences();
  if (draft === null) {
    return (
      <button type="button" className="button" onClick={() => setDraft(EMPTY)}>
        {words.add}
      </button>
    );
  }
  const problems = problemsOf(draft);
  const close = () => {
    setDraft(null);
    setTried(false);
  };
  const save = async () => {
    setTried(true);
    if (Object.values(problems).some((problem) => problem !== null)) return;
    const given = { label: draft.label.trim(), url: draft.url.trim(), model: draft.model.trim() };
    await changePreferences({ services: [...services, { id: `transcription-${crypto.randomUUID()}`, ...given }] });
    close();
  };
  const field = (name: keyof typeof EMPTY, label: string, hint?: string) => (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={draft[name]}
      problem={tried ? problems[name] : null}
      // A password manager fills several fields at once.
      change={(value) => setDraft((now) => ({ ...(now ?? EMPTY), [name]: value }))}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {field('label', words.label)}
      {field('url', words.url, words.urlHint)}
      {field('model', words.model, words.modelHint)}
      <span className="choices">
        <button type="button" className="button" onClick={close}>
          {words.cancel}
        </button>
        <button type="submit" className="button main">
          {words.save}
        </button>
      </span>
    </form>
  );
}

/** Whether anything may be sent there is judged again where it would be sent. */
function problemsOf({ label, url, model }: typeof EMPTY): Readonly<Record<keyof typeof EMPTY, string | null>> {
  const isAddress = /^(https:\/\/[^\s/]|http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/]|$))/.test(url.trim());
  return {
    label: label.trim() === '' ? words.noName : null,
    url: isAddress ? null : words.noAddress,
    model: model.trim() === '' ? words.noModel : null,
  };
}
