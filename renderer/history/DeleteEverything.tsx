import { useState } from 'react';
import { sentences } from '../sentences.ts';
import { deleteEverything } from './delete-everything.ts';

/** The hardest button to press: one writes a word first. */
export function DeleteEverything({ done }: { done: () => void }) {
  const [asking, setAsking] = useState(false);
  const [word, setWord] = useState('');
  const remove = async () => {
    await deleteEverything();
    setAsking(false);
    setWord('');
    done();
  };
  if (!asking) {
    return (
      <button type="button" className="button plain danger" onClick={() => setAsking(true)}>
        {sentences.history.deleteAll}
      </button>
    );
  }
  return (
    <form
      className="setting column"
      onSubmit={(event) => {
        event.preventDefault();
        void remove();
      }}
    >
      <label htmlFor="delete-word">{sentences.history.deleteAllSure}</label>
      <input id="delete-word" className="field" value={word} onChange={({ target }) => setWord(target.value)} />
      <span className="choices">
        <button type="button" className="button" onClick={() => setAsking(false)}>
          {sentences.history.keep}
        </button>
        <button type="submit" className="button danger" disabled={word !== sentences.history.deleteWord}>
          {sentences.history.deleteAll}
        </button>
      </span>
    </form>
  );
}
