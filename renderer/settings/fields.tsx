import { X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { fill, sentences } from '../sentences.ts';

interface TextFieldRow {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly hint?: string;
  /** Why it cannot be taken as it is; said at once when it appears. */
  readonly problem?: string | null;
  readonly placeholder?: string;
  readonly field?: Ref<HTMLInputElement>;
  /** The person went on to something else. */
  readonly leave?: () => void;
}

/** A line to write a name or a few words in, with what it is for and what is wrong with it. */
export function TextField({ label, value, change, hint, problem, placeholder, field, leave }: TextFieldRow) {
  const id = useId();
  const hasProblem = problem !== null && problem !== undefined;
  const described = [hint === undefined ? '' : `${id}-hint`, hasProblem ? `${id}-problem` : ''].join(' ').trim();
  return (
    <div className="setting column">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={field}
        className="field"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        value={value}
        placeholder={placeholder}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={hasProblem}
        onChange={({ target }) => change(target.value)}
        onBlur={leave}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      )}
      <p id={`${id}-problem`} className="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}

interface FormsRow {
  readonly label: string;
  readonly forms: readonly string[];
  readonly change: (forms: readonly string[]) => void;
  readonly most: number;
  readonly longest: number;
  readonly hint?: string;
}

/** Several short texts, each with a way to take it out; Enter adds one. */
export function Forms({ label, forms, change, most, longest, hint }: FormsRow) {
  const [text, setText] = useState('');
  const id = useId();
  const add = () => {
    const form = text.trim();
    if (form === '') return;
    setText('');
    if (!forms.includes(form)) change([...forms, form]);
  };
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <div className="setting column">
      <label htmlFor={id}>{label}</label>
      {forms.length > 0 && (
        <ul className="forms">
          {forms.map((form) => (
            <li key={form} className="chip form">
              <bdi>{form}</bdi>
              <button
                type="button"
                className="button plain icon small"
                aria-label={fill(sentences.people.removeForm, { form })}
                onClick={() => change(forms.filter((other) => other !== form))}
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {forms.length < most && (
        <span className="with-button">
          <input
            id={id}
            className="field"
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            maxLength={longest}
            value={text}
            aria-describedby={hint === undefined ? undefined : `${id}-hint`}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={enter}
            onBlur={add}
          />
          <button
            type="button"
            className="button"
            aria-label={fill(sentences.people.addFormTo, { label })}
            disabled={text.trim() === ''}
            onClick={add}
          >
            {sentences.people.addForm}
          </button>
        </span>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
