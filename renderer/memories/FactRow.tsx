import { useEffect, useRef, useState } from 'react';
import type { Fact } from '../../electron/ipc/memory-schema.ts';
import { momentOf } from '../conversation/KindBanner.tsx';
import { fill, sentences } from '../sentences.ts';
import { originWords, scopeName } from './facts.ts';

const words = sentences.memory;

interface FactShown {
  readonly fact: Fact;
  readonly personas: readonly { readonly id: string; readonly name: string }[];
  /** It was worked on just now: whoever did it by key goes on from here. */
  readonly hasFocus: boolean;
  /** Set while another fact looks for the one it is the same as. */
  readonly choose: (() => void) | null;
  readonly edit: () => void;
  readonly merge: () => void;
  readonly forget: () => void;
  readonly why: () => void;
}

/** One fact: its words, from when and why, who knows it, what it was before, and what can be done with it. */
export function FactRow({ fact, personas, hasFocus, choose, edit, merge, forget, why }: FactShown) {
  const [sure, setSure] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (hasFocus) row.current?.focus();
  }, [hasFocus]);
  const keep = () => {
    setSure(false);
    row.current?.focus();
  };
  const { kind, scope, earlier, sourceTurnId } = fact;
  return (
    <li ref={row} className="card fact" tabIndex={-1}>
      <p className="fact-words">
        <bdi>{fact.words}</bdi>
      </p>
      <p className="quiet">
        {words.kinds[kind]} · {originWords(fact)} · {scopeName(scope, personas)}
      </p>
      {earlier.length > 0 && (
        <details className="quiet">
          <summary>{fill(words.earlier, { count: earlier.length })}</summary>
          <ul className="earlier">
            {earlier.map((version) => (
              <li key={`${version.at} ${version.words}`}>
                <bdi>{fill(words.earlierOn, { words: version.words, time: momentOf(version.at) })}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
      {sure && <Sure keep={keep} forget={forget} />}
      {!sure && choose !== null && (
        <span className="choices start">
          <button type="button" className="button" aria-label={fill(words.mergeThisIt, { words: fact.words })} onClick={choose}>
            {words.mergeThis}
          </button>
        </span>
      )}
      {!sure && choose === null && (
        <span className="choices start small-buttons">
          {sourceTurnId !== null && <Act words={words.why} run={why} />}
          <Act words={words.edit} label={fill(words.editIt, { words: fact.words })} run={edit} />
          <Act words={words.merge} label={fill(words.mergeIt, { words: fact.words })} run={merge} />
          <Act words={words.forget} label={fill(words.forgetIt, { words: fact.words })} run={() => setSure(true)} danger />
        </span>
      )}
    </li>
  );
}

function Act({ words: shown, label, run, danger }: { words: string; label?: string; run: () => void; danger?: boolean }) {
  return (
    <button type="button" className={`button plain${danger === true ? ' danger' : ''}`} aria-label={label} onClick={run}>
      {shown}
    </button>
  );
}

/** The safe answer has the focus. */
function Sure({ keep, forget }: { keep: () => void; forget: () => void }) {
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => safe.current?.focus(), []);
  return (
    <div className="setting column">
      <p id="forget-sure">{words.forgetSure}</p>
      <span className="choices start">
        <button type="button" ref={safe} className="button" aria-describedby="forget-sure" onClick={keep}>
          {words.keep}
        </button>
        <button type="button" className="button danger" onClick={forget}>
          {words.forgetDo}
        </button>
      </span>
    </div>
  );
}
