import { useCallback, useEffect, useState } from 'react';
import type { Fact } from '../../electron/ipc/conversation-schema.ts';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { sentences } from '../sentences.ts';

/** What Parley knows about you, and how to make it forget. */
export function NameFact() {
  const userName = useWindow((state) => state.conversation?.userName ?? null);
  const [facts, setFacts] = useState<readonly Fact[]>([]);
  const read = useCallback(async () => setFacts((await ask((client) => client.listFacts(undefined))) ?? []), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new name is a new fact
  useEffect(() => void read(), [read, userName]);
  const forget = async (id: string) => {
    await ask((client) => client.forgetFact({ id }));
    await read();
  };
  return (
    <section className="card">
      <h3>{sentences.settings.name}</h3>
      {facts.length === 0 && <p className="quiet">{sentences.settings.nameUnknown}</p>}
      {facts.map(({ id, value, at }) => (
        <div key={id} className="setting">
          <span>
            {value} <span className="quiet">{new Date(at).toLocaleDateString()}</span>
          </span>
          <button type="button" className="button" onClick={() => void forget(id)}>
            {sentences.settings.forget}
          </button>
        </div>
      ))}
    </section>
  );
}
