import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { ABOUT_ME, type Fact, LONGEST_FACT } from '../../electron/ipc/memory-schema.ts';
import { askHere } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';
import { Choice } from '../settings/rows.tsx';
import { scopeName } from './facts.ts';

const words = sentences.memory;

interface FactFormShown {
  /** Null writes a new one. */
  readonly fact: Fact | null;
  readonly personas: readonly { readonly id: string; readonly name: string }[];
  readonly saved: (fact: Fact) => void;
  readonly cancel: () => void;
}

/** A fact in one's own words, and who may know it. Esc leaves it as it was. */
export function FactForm({ fact, personas, saved, cancel }: FactFormShown) {
  const [text, setText] = useState(fact?.words ?? '');
  const [scope, setScope] = useState(fact?.scope ?? ABOUT_ME);
  const [problem, setProblem] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => area.current?.focus(), []);
  const save = async (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    const wrong = problemOf(text);
    const input = { id: fact?.id ?? null, words: text.trim(), scope };
    const answer = wrong === null ? await askHere((client) => client.saveFact(input)) : null;
    if (answer !== null && 'result' in answer) return saved(answer.result);
    const told = answer?.problem ?? null;
    setProblem(wrong ?? (told === null ? sentences.people.nobody : `${told.message} ${told.whatToDo}`));
    area.current?.focus();
    return undefined;
  };
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      cancel();
    } else if (event.key === 'Enter' && !event.shiftKey && event.target === area.current) void save(event);
  };
  const scopes = [ABOUT_ME, ...personas.map((persona) => persona.id)].map((value) => ({ value, label: scopeName(value, personas) }));
  return (
    <form className="setting column" onSubmit={(event) => void save(event)} onKeyDown={key}>
      <label htmlFor={id}>{words.words}</label>
      <textarea
        id={id}
        ref={area}
        className="field"
        dir="auto"
        rows={2}
        value={text}
        aria-describedby={`${id}-hint ${id}-problem`}
        aria-invalid={problem !== null}
        onChange={({ target }) => {
          setProblem(null);
          setText(target.value.replaceAll(/[\r\n]+/g, ' '));
        }}
      />
      <p id={`${id}-hint`} className="quiet">
        {words.wordsHint}
      </p>
      <p id={`${id}-problem`} className="problem" role="alert">
        {problem}
      </p>
      <Choice label={words.scope} value={scope} choices={scopes} choose={setScope} />
      <span className="choices end">
        <button type="button" className="button" onClick={cancel}>
          {words.cancel}
        </button>
        <button type="submit" className="button main">
          {words.save}
        </button>
      </span>
    </form>
  );
}

function problemOf(text: string): string | null {
  if (text.trim() === '') return words.emptyWords;
  const count = text.trim().length;
  return count > LONGEST_FACT ? fill(words.tooLong, { most: LONGEST_FACT, count }) : null;
}
