import { ArrowLeft, Trash2 } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConversationSummary, StoredTurn } from '../../electron/ipc/conversation-schema.ts';
import { Turn } from '../conversation/Captions.tsx';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { momentOf } from '../conversation/KindBanner.tsx';
import { usePersonas } from '../people/personas.ts';
import { fill, sentences } from '../sentences.ts';
import { DeleteEverything } from './DeleteEverything.tsx';

const SEARCH_AFTER_MS = 150;

/** Every conversation that is kept: list, search, open, delete. */
export default function HistoryPane() {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly ConversationSummary[] | null>(null);
  const [open, setOpen] = useState(soughtConversation);
  const search = useCallback(async () => setFound((await ask((client) => client.listConversations({ query }))) ?? []), [query]);
  useEffect(() => {
    const timer = setTimeout(() => void search(), query === '' ? 0 : SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [search, query]);
  const gone = async () => {
    setOpen(null);
    void search();
    // The running conversation may have been among what was deleted.
    const turns = (await ask((client) => client.readCurrentTurns(undefined))) ?? [];
    useWindow.setState({ turns, partial: null, reply: null });
  };
  // Whoever comes back by the rail finds the list.
  useEffect(() => useWindow.setState({ soughtTurn: null }), []);
  if (open !== null) return <OpenConversation {...open} back={() => setOpen(null)} gone={() => void gone()} />;
  return (
    <div className="sheet">
      <h2>{sentences.panes.history}</h2>
      <input
        className="field"
        type="search"
        aria-label={sentences.history.search}
        placeholder={sentences.history.search}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      {found?.length === 0 && (
        <p className="quiet">{query === '' ? sentences.history.empty : fill(sentences.history.nothingFound, { query })}</p>
      )}
      <ul className="list">
        {found?.map((summary) => (
          <li key={summary.id}>
            <button type="button" className="list-row" onClick={() => setOpen({ id: summary.id, turnId: null })}>
              <span className="list-title">{summary.title === '' ? sentences.panes.conversation : summary.title}</span>
              {summary.excerpt !== null && <Excerpt text={summary.excerpt} />}
              <span className="quiet">
                {[
                  new Date(summary.startedAt).toLocaleString(),
                  fill(sentences.history.turns, { count: summary.turnCount }),
                  ...(summary.expiresAt === null ? [] : [fill(sentences.history.goes, { time: momentOf(summary.expiresAt) })]),
                ].join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found !== null && found.length > 0 && <DeleteEverything done={() => void gone()} />}
    </div>
  );
}

/** The match stands between « and ». */
function Excerpt({ text }: { text: string }) {
  const [before = '', rest = ''] = text.split('«');
  const [match = '', after = ''] = rest.split('»');
  return (
    <span className="quiet">
      {before}
      <mark>{match}</mark>
      {after}
    </span>
  );
}

interface Opened {
  readonly id: string;
  /** The turn to show first. */
  readonly turnId: string | null;
}

/** What another pane sent here for. */
function soughtConversation(): Opened | null {
  const { soughtTurn } = useWindow.getState();
  return soughtTurn === null ? null : { id: soughtTurn.conversationId, turnId: soughtTurn.turnId };
}

function OpenConversation({ id, turnId, back, gone }: Opened & { back: () => void; gone: () => void }) {
  const [turns, setTurns] = useState<readonly StoredTurn[]>([]);
  const [sure, setSure] = useState(false);
  const personas = usePersonas();
  const nameOf = ({ role, personaId }: StoredTurn) =>
    role === 'user' ? sentences.turn.you : (personas.find((persona) => persona.id === personaId)?.name ?? personaId);
  const sought = useRef<HTMLDivElement>(null);
  const read = useCallback(async () => setTurns((await ask((client) => client.readConversation({ id }))) ?? []), [id]);
  useEffect(() => void read(), [read]);
  const hasTurns = turns.length > 0;
  useEffect(() => {
    if (!hasTurns) return;
    sought.current?.scrollIntoView({ block: 'center' });
    sought.current?.focus();
  }, [hasTurns]);
  const remove = async () => {
    await ask((client) => client.deleteConversation({ id }));
    gone();
  };
  return (
    <div className="sheet">
      <div className="sheet-head">
        <button type="button" className="button plain" onClick={back}>
          <ArrowLeft size={16} aria-hidden /> {sentences.history.back}
        </button>
        {!sure && (
          <button type="button" className="button plain danger" onClick={() => setSure(true)}>
            <Trash2 size={16} aria-hidden /> {sentences.history.delete}
          </button>
        )}
        {sure && (
          <span className="choices">
            <button type="button" className="button" onClick={() => setSure(false)}>
              {sentences.history.keep}
            </button>
            <button type="button" className="button danger" onClick={() => void remove()}>
              {sentences.history.deleteSure}
            </button>
          </span>
        )}
      </div>
      <h2>{turns[0] === undefined ? sentences.panes.conversation : new Date(turns[0].at).toLocaleString()}</h2>
      {turns.map((turn) => (
        <div
          key={turn.id}
          ref={turn.id === turnId ? sought : undefined}
          className="old-turn"
          data-sought={turn.id === turnId}
          tabIndex={-1}
        >
          <Turn turn={turn} name={nameOf(turn)} undone={() => void read()} />
        </div>
      ))}
    </div>
  );
}
