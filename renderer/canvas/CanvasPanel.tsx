import { Columns3, Copy, FileDown, FileSpreadsheet, Pin, PinOff, Plus, Printer, Redo2, Undo2, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type Canvas, type CanvasView, LONGEST_CANVAS_NAME, LONGEST_CANVAS_TEXT, type RowTest } from '../../electron/ipc/canvas-schema.ts';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { CanvasTable } from './CanvasTable.tsx';
import { change, copy, save } from './canvas-actions.ts';
import './canvas.css';

const words = sentences.canvas;

/** What is shown while one speaks: changed by voice and by hand, taken back as often as one likes. */
export default function CanvasPanel() {
  const view = useWindow((state) => state.canvas);
  return view === null ? null : <Shown key={view.canvas.id} view={view} />;
}

function Shown({ view }: { view: NonNullable<CanvasView> }) {
  const { canvas, total, firstShownMs } = view;
  return (
    <section className="canvas" aria-label={canvas.name}>
      <Head view={view} />
      {canvas.filter !== null && (
        <p className="quiet canvas-filter">
          {filterWords(canvas, canvas.filter)}
          <button type="button" className="button plain small" onClick={() => change(canvas, { do: 'show-all' })}>
            {words.showAll}
          </button>
        </p>
      )}
      {canvas.columns.length === 0 ? <Text canvas={canvas} /> : <CanvasTable canvas={canvas} total={total} />}
      {canvas.columns.length > 0 && canvas.rows.length === 0 && <p className="quiet">{words.empty}</p>}
      {canvas.columns.length > 0 && <Add canvas={canvas} />}
      {firstShownMs !== null && <p className="quiet">{fill(words.shownAfter, { seconds: (firstShownMs / 1000).toFixed(1) })}</p>}
    </section>
  );
}

/** What the rows that are shown, or hidden, have in common. */
function filterWords({ columns }: Canvas, filter: RowTest): string {
  const column = columns.find(({ id }) => id === filter.columnId)?.name ?? '';
  const told = filter.isNot === true ? words.hidden : words.shown;
  if ('holds' in filter) return fill(told.holding, { words: filter.holds });
  if ('isDone' in filter) return filter.isDone ? told.done : told.open;
  if ('isEmpty' in filter) return fill(filter.isEmpty ? told.empty : told.filled, { column });
  return fill(told.byNumber[filter.than], { column, number: filter.number });
}

function Head({ view: { canvas, canUndo, canRedo } }: { view: NonNullable<CanvasView> }) {
  const [copied, setCopied] = useState(false);
  return (
    <header className="canvas-head">
      <Name canvas={canvas} />
      <span className="canvas-tools" role="toolbar" aria-label={canvas.name}>
        <Tool
          label={words.undo}
          off={!canUndo}
          run={() => void ask((client) => client.undoCanvas(undefined))}
          icon={<Undo2 size={16} aria-hidden />}
        />
        <Tool
          label={words.redo}
          off={!canRedo}
          run={() => void ask((client) => client.redoCanvas(undefined))}
          icon={<Redo2 size={16} aria-hidden />}
        />
        <Tool
          label={copied ? words.copied : words.copy}
          run={() => void copy(canvas).then(setCopied)}
          icon={<Copy size={16} aria-hidden />}
        />
        <Tool label={words.csv} run={() => void save(canvas, 'csv')} icon={<FileSpreadsheet size={16} aria-hidden />} />
        <Tool label={words.markdown} run={() => void save(canvas, 'markdown')} icon={<FileDown size={16} aria-hidden />} />
        <Tool label={words.print} run={() => window.print()} icon={<Printer size={16} aria-hidden />} />
        <Tool
          label={canvas.pinned ? words.unpin : words.pin}
          run={() => change(canvas, { do: 'pin', pinned: !canvas.pinned })}
          icon={canvas.pinned ? <PinOff size={16} aria-hidden /> : <Pin size={16} aria-hidden />}
        />
        <Tool label={words.close} run={() => void ask((client) => client.closeCanvas(undefined))} icon={<X size={16} aria-hidden />} />
      </span>
    </header>
  );
}

function Tool({ label, run, icon, off = false }: { label: string; run: () => void; icon: ReactNode; off?: boolean }) {
  return (
    <button type="button" className="button plain icon small" aria-label={label} title={label} disabled={off} onClick={run}>
      {icon}
    </button>
  );
}

function Name({ canvas }: { canvas: Canvas }) {
  const [draft, setDraft] = useState<string | null>(null);
  const keep = () => {
    const name = draft?.trim() ?? '';
    if (name !== '' && name !== canvas.name) change(canvas, { do: 'rename', name });
    setDraft(null);
  };
  return (
    <label className="canvas-name">
      <span className="quiet">{words.kinds[canvas.kind]}</span>
      <input
        className="cell"
        aria-label={words.name}
        maxLength={LONGEST_CANVAS_NAME}
        dir="auto"
        value={draft ?? canvas.name}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={keep}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
      />
    </label>
  );
}

function Add({ canvas }: { canvas: Canvas }) {
  const [column, setColumn] = useState<string | null>(null);
  const keep = () => {
    if (column !== null && column.trim() !== '') change(canvas, { do: 'add-column', name: column.trim() });
    setColumn(null);
  };
  return (
    <div className="canvas-add">
      <button type="button" className="button plain" onClick={() => change(canvas, { do: 'add-rows', rows: [['']] })}>
        <Plus size={16} aria-hidden /> {words.addRow}
      </button>
      {column === null ? (
        <button type="button" className="button plain" onClick={() => setColumn('')}>
          <Columns3 size={16} aria-hidden /> {words.addColumn}
        </button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <input
            className="field"
            // biome-ignore lint/a11y/noAutofocus: it was asked for by the button that it replaces
            autoFocus
            aria-label={words.newColumn}
            placeholder={words.newColumn}
            maxLength={LONGEST_CANVAS_NAME}
            value={column}
            onChange={({ target }) => setColumn(target.value)}
            onBlur={keep}
          />
        </form>
      )}
    </div>
  );
}

function Text({ canvas }: { canvas: Canvas }) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <textarea
      className={`field canvas-text ${canvas.kind}`}
      aria-label={words.text}
      maxLength={LONGEST_CANVAS_TEXT}
      rows={12}
      dir="auto"
      spellCheck={canvas.kind === 'note'}
      value={draft ?? canvas.text}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={() => {
        if (draft !== null && draft !== canvas.text) change(canvas, { do: 'set-text', text: draft });
        setDraft(null);
      }}
    />
  );
}
