import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { findPlaces, replaceWords } from '../../electron/ipc/transcript-verbs.ts';
import { fill, sentences } from '../sentences.ts';
import { change, useTranscript } from './open-transcript.ts';
import type { WordPlace } from './word-places.ts';

const words = sentences.recordings.find;

/** Finds words in the whole transcript and replaces them, here or everywhere. */
export function FindBar({ close }: { close: () => void }) {
  const text = useTranscript((state) => state.edited.text);
  const [sought, setSought] = useState({ words: '', matchCase: false });
  const [current, setCurrent] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const places = useMemo(() => findPlaces(text, sought), [text, sought]);
  const shown = places.length === 0 ? 0 : Math.min(current, places.length - 1);
  const go = (to: number) => {
    if (places.length === 0) return;
    const next = (to + places.length) % places.length;
    setCurrent(next);
    const place = places[next];
    if (place !== undefined) useTranscript.setState({ cursor: wordAt(text.segments[place.index]?.text ?? '', place), anchor: null });
  };
  const replaceHere = (replacement: string) => {
    const place = places[shown];
    if (place !== undefined && change(replaceWords(text, sought, replacement, [place.index]))) setCurrent(shown);
  };
  const replaceAll = (replacement: string) => change(replaceWords(text, sought, replacement));
  return (
    <search
      className="find-bar"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <form
        className="find-line"
        onSubmit={(event) => {
          event.preventDefault();
          go(shown + 1);
        }}
      >
        <input
          ref={field}
          className="field"
          type="search"
          aria-label={words.sought}
          placeholder={words.sought}
          value={sought.words}
          onChange={({ target }) => {
            setSought({ ...sought, words: target.value });
            setCurrent(0);
          }}
        />
        <output className="quiet find-count">
          {sought.words === '' ? '' : fill(words.count, { at: places.length === 0 ? 0 : shown + 1, of: places.length })}
        </output>
        <button type="button" className="button plain icon" aria-label={words.previous} onClick={() => go(shown - 1)}>
          <ChevronUp size={16} aria-hidden />
        </button>
        <button type="submit" className="button plain icon" aria-label={words.next}>
          <ChevronDown size={16} aria-hidden />
        </button>
        <label className="find-case">
          <input
            type="checkbox"
            checked={sought.matchCase}
            onChange={({ target }) => setSought({ ...sought, matchCase: target.checked })}
          />{' '}
          {words.matchCase}
        </label>
        <button type="button" className="button plain icon" aria-label={words.close} onClick={close}>
          <X size={16} aria-hidden />
        </button>
      </form>
      <ReplaceLine replaceHere={replaceHere} replaceAll={replaceAll} />
    </search>
  );
}

interface ReplaceShown {
  readonly replaceHere: (replacement: string) => void;
  readonly replaceAll: (replacement: string) => void;
}

function ReplaceLine({ replaceHere, replaceAll }: ReplaceShown) {
  const [replacement, setReplacement] = useState('');
  return (
    <form
      className="find-line"
      onSubmit={(event) => {
        event.preventDefault();
        replaceHere(replacement);
      }}
    >
      <input
        className="field"
        aria-label={words.replacement}
        placeholder={words.replacement}
        value={replacement}
        onChange={({ target }) => setReplacement(target.value)}
      />
      <button type="submit" className="button">
        {words.replaceHere}
      </button>
      <button type="button" className="button" onClick={() => replaceAll(replacement)}>
        {words.replaceAll}
      </button>
    </form>
  );
}

/** The word in which a sign stands. */
function wordAt(text: string, { index, at }: { readonly index: number; readonly at: number }): WordPlace {
  const before = text.slice(0, at).split(' ').length - 1;
  return { index, word: before };
}
