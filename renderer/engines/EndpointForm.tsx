import { useState } from 'react';
import { type CustomEndpoint, dialectSchema, MOST_ENDPOINTS } from '../../electron/ipc/engine-schema.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { TextField } from '../settings/fields.tsx';
import { Choice } from '../settings/rows.tsx';
import { changeEngines } from './engines.ts';

const words = sentences.endpoint;
const RATES = [16_000, 24_000] as const;
const EMPTY = { label: '', url: '', dialect: 'realtime', model: '', voice: '', inputRateHz: 24_000, outputRateHz: 24_000 } as const;

type Draft = { -readonly [Name in keyof typeof EMPTY]: (typeof EMPTY)[Name] extends number ? 16_000 | 24_000 : string };

/** An endpoint of the user's own. Whether its address can be right is judged again where it would be opened. */
export function EndpointForm() {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [tried, setTried] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const count = useWindow((state) => state.settings?.engines.endpoints.length ?? 0);
  if (draft === null) {
    const begin = () => {
      setTold(null);
      setTried(false);
      setDraft({ ...EMPTY });
    };
    return (
      <div>
        <button type="button" className="button" disabled={count >= MOST_ENDPOINTS} onClick={begin}>
          {sentences.engines.add}
        </button>
        <p className="told" role="status">
          {told}
        </p>
      </div>
    );
  }
  const change = (changes: Partial<Draft>) => setDraft((now) => now && { ...now, ...changes });
  const problems = problemsOf(draft);
  const save = async () => {
    setTried(true);
    if (problems.label !== null || problems.url !== null) return;
    const endpoints = useWindow.getState().settings?.engines.endpoints ?? [];
    await changeEngines({ endpoints: [...endpoints, endpointOf(draft)] });
    setTold(fill(words.saved, { label: draft.label.trim() }));
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
      <TextField label={words.label} value={draft.label} problem={tried ? problems.label : null} change={(label) => change({ label })} />
      <TextField
        label={words.url}
        hint={words.urlHint}
        value={draft.url}
        problem={tried ? problems.url : null}
        change={(url) => change({ url })}
      />
      <Choice
        label={words.dialect}
        value={draft.dialect}
        choices={dialectSchema.options.map((value) => ({ value, label: words.dialects[value] }))}
        choose={(dialect) => change({ dialect })}
      />
      <TextField label={words.model} value={draft.model} change={(model) => change({ model })} />
      <TextField label={words.voice} value={draft.voice} change={(voice) => change({ voice })} />
      <Rate label={words.inputRate} value={draft.inputRateHz} choose={(inputRateHz) => change({ inputRateHz })} />
      <Rate label={words.outputRate} value={draft.outputRateHz} choose={(outputRateHz) => change({ outputRateHz })} />
      <span className="choices">
        <button type="button" className="button" onClick={() => setDraft(null)}>
          {words.cancel}
        </button>
        <button type="submit" className="button main">
          {words.save}
        </button>
      </span>
    </form>
  );
}

function Rate({ label, value, choose }: { label: string; value: number; choose: (rateHz: 16_000 | 24_000) => void }) {
  return (
    <Choice
      label={label}
      value={String(value)}
      choices={RATES.map((hz) => ({ value: String(hz), label: fill(words.rate, { hz: hz.toLocaleString() }) }))}
      choose={(chosen) => choose(chosen === '16000' ? 16_000 : 24_000)}
    />
  );
}

function problemsOf({ label, url }: Draft): { readonly label: string | null; readonly url: string | null } {
  return { label: label.trim() === '' ? words.noName : null, url: /^wss?:\/\/[^\s/]/.test(url.trim()) ? null : words.noAddress };
}

function endpointOf({ label, url, dialect, model, voice, inputRateHz, outputRateHz }: Draft): CustomEndpoint {
  const given = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    id: `own-${crypto.randomUUID()}`,
    label: label.trim(),
    url: url.trim(),
    dialect: dialectSchema.parse(dialect),
    model: given(model),
    voice: given(voice),
    inputRateHz,
    outputRateHz,
  };
}
