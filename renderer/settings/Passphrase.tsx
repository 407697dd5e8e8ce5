import { useState } from 'react';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { sentences } from '../sentences.ts';

const SHORTEST = 8;

/** Keeps an unkept profile, or opens a locked one. */
export function Passphrase() {
  const keeping = useWindow((state) => state.conversation?.keeping ?? 'kept');
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const words = sentences.settings;
  const enter = async () => {
    setBusy(true);
    await ask((client) => client.enterPassphrase({ passphrase }));
    setPassphrase('');
    setBusy(false);
  };
  return (
    <section className="card">
      <h3>{words.keeping}</h3>
      <p className="quiet">{sentences.keeping[keeping]}</p>
      {(keeping === 'session' || keeping === 'locked') && (
        <form
          className="setting column"
          onSubmit={(event) => {
            event.preventDefault();
            void enter();
          }}
        >
          <label htmlFor="passphrase">{keeping === 'session' ? words.passphraseHint : words.unlockHint}</label>
          <input
            id="passphrase"
            type="password"
            autoComplete="off"
            className="field"
            aria-label={words.passphrase}
            minLength={SHORTEST}
            value={passphrase}
            onChange={({ target }) => setPassphrase(target.value)}
          />
          <button type="submit" className="button main" disabled={busy || passphrase.length < SHORTEST}>
            {keeping === 'session' ? words.keep : words.unlock}
          </button>
        </form>
      )}
    </section>
  );
}
