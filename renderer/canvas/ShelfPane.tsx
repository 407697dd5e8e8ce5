import { Copy, Plus, Trash2 } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { CanvasKind, CanvasSummary } from '../../electron/ipc/canvas-schema.ts';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { MenuFile } from './MenuFile.tsx';
import './canvas.css';

const words = sentences.canvas.shelf;
const SEARCH_AFTER_MS = 150;
const MADE_BY_HAND = ['list', 'table', 'plan', 'note'] as const satisfies readonly CanvasKind[];

/** Every table, list, plan and note: found, opened, copied, deleted. */
export default function ShelfPane() {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly CanvasSummary[] | null>(null);
  const [sure, setSure] = useState<string | null>(null);
  const read = useCallback(async () => setFound((await ask((client) => client.listCanvases({ query }))) ?? []), [query]);
  useEffect(() => {
    const timer = setTimeout(() => void read(), query === '' ? 0 : SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [read, query]);
  const show = () => useWindow.setState({ pane: 'conversation' });
  const make = async (kind: CanvasKind) => {
    await ask((client) => client.makeCanvas({ kind, name: sentences.canvas.kinds[kind] }));
    show();
  };
  return (
    <div className="sheet">
      <div className="sheet-head">
        <h2>{sentences.panes.shelf}</h2>
        <span className="choices">
          {MADE_BY_HAND.map((kind) => (
            <button key={kind} type="button" className="button" onClick={() => void make(kind)}>
              <Plus size={16} aria-hidden /> {fill(words.make, { kind: sentences.canvas.kinds[kind].toLowerCase() })}
            </button>
          ))}
        </span>
      </div>
      <input
        className="field"
        type="search"
        maxLength={200}
        aria-label={words.search}
        placeholder={words.search}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      {found?.length === 0 && <p className="quiet">{query === '' ? words.empty : fill(words.nothingFound, { query })}</p>}
      <MenuFile />
      <ul className="list">
        {found?.map((summary) => (
          <li key={summary.id} className="shelf-row">
            <button
              type="button"
              className="list-row"
              aria-label={fill(words.open, { name: summary.name })}
              onClick={() => void ask((client) => client.openCanvas({ id: summary.id })).then(show)}
            >
              <bdi className="list-title">{summary.name}</bdi>
              <span className="quiet">{describe(summary)}</span>
            </button>
            {sure === summary.id ? (
              <Sure
                summary={summary}
                keep={() => setSure(null)}
                remove={() => void ask((client) => client.removeCanvas({ id: summary.id })).then(read)}
              />
            ) : (
              <span className="choices">
                <Act
                  label={fill(words.duplicate, { name: summary.name })}
                  run={() => void ask((client) => client.copyCanvas({ id: summary.id })).then(read)}
                >
                  <Copy size={16} aria-hidden />
                </Act>
                <Act label={fill(words.remove, { name: summary.name })} run={() => setSure(summary.id)}>
                  <Trash2 size={16} aria-hidden />
                </Act>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Act({ label, run, children }: { label: string; run: () => void; children: React.ReactNode }) {
  return (
    <button type="button" className="button plain icon" aria-label={label} title={label} onClick={run}>
      {children}
    </button>
  );
}

function Sure({ summary: { name }, keep, remove }: { summary: CanvasSummary; keep: () => void; remove: () => void }) {
  return (
    <span className="choices">
      <button type="button" className="button danger" aria-label={fill(words.sure, { name })} onClick={remove}>
        {words.do}
      </button>
      <button type="button" className="button" onClick={keep}>
        {words.keep}
      </button>
    </span>
  );
}

function describe({ kind, rowCount, pinned, changedAt }: CanvasSummary): string {
  const rows = kind === 'note' || kind === 'code' ? [] : [fill(words.rows, { count: rowCount })];
  return [sentences.canvas.kinds[kind], ...rows, ...(pinned ? [words.pinned] : []), new Date(changedAt).toLocaleString()].join(' · ');
}
