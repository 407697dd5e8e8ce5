import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Fact } from '../../electron/ipc/memory-schema.ts';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { usePersonas } from '../people/personas.ts';
import { fill, sentences } from '../sentences.ts';
import { type Done, UndoBar } from '../shell/UndoBar.tsx';
import { FactForm } from './FactForm.tsx';
import { FactRow } from './FactRow.tsx';
import { type FoundFacts, useFacts } from './facts.ts';
import { MergeFacts } from './MergeFacts.tsx';
import { TakeAlong } from './TakeAlong.tsx';
import { Walls } from './Walls.tsx';
import '../people/people.css';

const words = sentences.memory;

const NO_FACTS: readonly Fact[] = [];

/** What is being done with a fact. */
type Doing =
  | { readonly kind: 'write' }
  | { readonly kind: 'edit'; readonly id: string }
  | { readonly kind: 'seek-same'; readonly fact: Fact }
  | { readonly kind: 'merge'; readonly facts: readonly [Fact, Fact] };

/** Everything Parley knows about the user: seen, put right, forgotten, taken along. */
export default function MemoryPane() {
  const [query, setQuery] = useState('');
  const [found, read] = useFacts(query);
  const personas = usePersonas();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  /** Everything was deleted so many times; whatever was read before is read again. */
  const [era, setEra] = useState(0);
  const [worked, setWorked] = useState<string | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const finish = (what: Done | null, factId: string | null = null) => {
    setDoing(null);
    setDone(what);
    setWorked(factId);
    // What had the keyboard is gone with the row.
    if (factId === null) search.current?.focus();
    void read();
  };
  const begin = (next: Doing) => {
    setDone(null);
    setWorked(null);
    setDoing(next);
  };
  return (
    <div className="sheet">
      <div className="sheet-head">
        <h2>{sentences.panes.memory}</h2>
        <button type="button" className="button" disabled={doing?.kind === 'write'} onClick={() => begin({ kind: 'write' })}>
          <Plus size={16} aria-hidden /> {words.add}
        </button>
      </div>
      <UndoBar done={done} close={() => setDone(null)} />
      {doing?.kind === 'write' && (
        <section className="card">
          <FactForm fact={null} personas={personas} cancel={() => finish(null)} saved={(fact) => finish(savedNew(fact, finish), fact.id)} />
        </section>
      )}
      {doing?.kind === 'seek-same' && <SeekSame fact={doing.fact} cancel={() => finish(null, doing.fact.id)} />}
      <input
        ref={search}
        className="field"
        type="search"
        maxLength={200}
        aria-label={words.search}
        placeholder={words.search}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      {found !== null && <Count found={found} query={query} />}
      <Facts found={found} personas={personas} doing={doing} begin={begin} finish={finish} worked={worked} />
      <Walls key={era} facts={found?.facts ?? NO_FACTS} />
      <TakeAlong
        deleted={() => {
          setEra(era + 1);
          finish(null);
        }}
      />
      {doing?.kind === 'merge' && (
        <MergeFacts
          facts={doing.facts}
          cancel={() => setDoing(null)}
          merge={(kept, other) => void merge(kept, other).then((what) => finish(what, kept.id))}
        />
      )}
    </div>
  );
}

interface FactsShown {
  readonly found: FoundFacts | null;
  readonly personas: readonly { readonly id: string; readonly name: string }[];
  readonly doing: Doing | null;
  readonly begin: (doing: Doing) => void;
  readonly finish: Finish;
  readonly worked: string | null;
}

function Facts({ found, personas, doing, begin, finish, worked }: FactsShown) {
  const sought = doing?.kind === 'seek-same' ? doing.fact : null;
  return (
    <ul className="list facts">
      {found?.facts
        .filter(({ id }) => id !== sought?.id)
        .map((fact) =>
          doing?.kind === 'edit' && doing.id === fact.id ? (
            <li key={fact.id} className="card">
              <FactForm
                fact={fact}
                personas={personas}
                cancel={() => finish(null, fact.id)}
                saved={(now) => finish(savedAgain(now, fact, finish), fact.id)}
              />
            </li>
          ) : (
            <FactRow
              key={fact.id}
              fact={fact}
              personas={personas}
              hasFocus={fact.id === worked}
              choose={sought === null ? null : () => begin({ kind: 'merge', facts: [sought, fact] })}
              edit={() => begin({ kind: 'edit', id: fact.id })}
              merge={() => begin({ kind: 'seek-same', fact })}
              forget={() => void forget(fact).then((what) => finish(what))}
              why={() => void openSource(fact).then((failed) => failed && finish(failed, fact.id))}
            />
          ),
        )}
    </ul>
  );
}

function Count({ found: { facts, total }, query }: { found: FoundFacts; query: string }) {
  if (total === 0) return <p className="quiet">{query.trim() === '' ? words.empty : fill(words.nothingFound, { query })}</p>;
  const numbers = { shown: facts.length.toLocaleString(), total: total.toLocaleString() };
  const sentence = facts.length < total ? words.countOf : total === 1 ? words.countOne : words.count;
  return <output className="quiet">{fill(sentence, numbers)}</output>;
}

function SeekSame({ fact, cancel }: { fact: Fact; cancel: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="notice undo-bar" role="status">
      <p>
        <bdi>{fill(words.mergeWith, { words: fact.words })}</bdi>
      </p>
      <button ref={button} type="button" className="button" onClick={cancel}>
        {words.cancel}
      </button>
    </div>
  );
}

type Finish = (done: Done | null, factId?: string) => void;

function undoBy(run: () => Promise<unknown>, finish: Finish): Done['undo'] {
  return { label: sentences.people.undo, run: () => void run().then(() => finish({ words: sentences.people.undone, undo: null })) };
}

function savedNew(fact: Fact, finish: Finish): Done {
  return {
    words: fill(words.saved, { words: fact.words }),
    undo: undoBy(() => ask((client) => client.forgetFact({ id: fact.id })), finish),
  };
}

function savedAgain(fact: Fact, { id, words: before, scope }: Fact, finish: Finish): Done {
  const undo = undoBy(() => ask((client) => client.saveFact({ id, words: before, scope })), finish);
  return { words: fill(words.saved, { words: fact.words }), undo };
}

async function forget({ id }: Fact): Promise<Done> {
  await ask((client) => client.forgetFact({ id }));
  return { words: words.forgotten, undo: null };
}

async function merge(kept: Fact, other: Fact): Promise<Done | null> {
  const fact = await ask((client) => client.mergeFacts({ keptId: kept.id, otherId: other.id }));
  return fact === undefined ? null : { words: fill(words.merged, { words: fact.words }), undo: null };
}

/** Opens History at the turn the fact was said in. @returns what to tell when that turn is gone */
async function openSource({ sourceTurnId }: Fact): Promise<Done | null> {
  if (sourceTurnId === null) return null;
  const turn = await ask((client) => client.readTurn({ id: sourceTurnId }));
  if (turn === undefined) return null;
  if (turn === null) return { words: words.whyGone, undo: null };
  useWindow.setState({ pane: 'history', soughtTurn: { conversationId: turn.conversationId, turnId: turn.id } });
  return null;
}
