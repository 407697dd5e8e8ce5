import { ArrowDownAZ, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { Canvas, CanvasColumn, CanvasRow } from '../../electron/ipc/canvas-schema.ts';
import { shownRows } from '../../electron/ipc/row-test.ts';
import { fill, sentences } from '../sentences.ts';
import { CanvasCell } from './CanvasCell.tsx';
import { change } from './canvas-actions.ts';
import { useChangedCells } from './changed-cells.ts';

const words = sentences.canvas;
/** Rows drawn at once; more come by a button, so that ten thousand do not stop the window. */
const ROWS_AT_ONCE = 200;

/** Rows and columns, each cell written over in place. */
export function CanvasTable({ canvas, total }: { canvas: Canvas; total: string | null }) {
  const marked = useChangedCells(canvas);
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const rows = shownRows(canvas);
  const left = rows.length - most;
  // What is done is asked of lists; elsewhere the boxes come with the first row that is.
  const isTicked = canvas.kind === 'list' || canvas.rows.some(({ done }) => done === true);
  return (
    <div className="canvas-scroll">
      <table className="canvas-table" aria-label={canvas.name}>
        <thead>
          <tr>
            {isTicked && (
              <th className="tick">
                <span className="only-read">{words.done}</span>
              </th>
            )}
            {canvas.columns.map((column) => (
              <ColumnHead key={column.id} canvas={canvas} column={column} />
            ))}
            <th>
              <span className="only-read">{words.removeRow.replace(' {row}', '')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <Row key={row.id} canvas={canvas} row={row} marked={marked} isTicked={isTicked} />
          ))}
        </tbody>
        {total !== null && <Total canvas={canvas} total={total} isTicked={isTicked} />}
      </table>
      {left > 0 && (
        <button type="button" className="button plain" onClick={() => setMost(most + 10 * ROWS_AT_ONCE)}>
          {fill(words.more, { count: Math.min(left, 10 * ROWS_AT_ONCE) })}
        </button>
      )}
    </div>
  );
}

function ColumnHead({ canvas, column }: { canvas: Canvas; column: CanvasColumn }) {
  const [isDown, setDown] = useState(false);
  const sort = () => {
    change(canvas, { do: 'sort', columnId: column.id, direction: isDown ? 'descending' : 'ascending' });
    setDown(!isDown);
  };
  const rename = (name: string) => name.trim() !== '' && change(canvas, { do: 'rename-column', columnId: column.id, name });
  return (
    <th scope="col">
      <span className="column-head">
        <CanvasCell label={`${words.rename}: ${column.name}`} text={column.name} isNew={false} write={rename} />
        <button
          type="button"
          className="button plain icon small"
          aria-label={fill(isDown ? words.sortDown : words.sortUp, { column: column.name })}
          onClick={sort}
        >
          <ArrowDownAZ size={14} aria-hidden />
        </button>
        {canvas.columns.length > 1 && (
          <button
            type="button"
            className="button plain icon small"
            aria-label={fill(words.removeColumn, { column: column.name })}
            onClick={() => change(canvas, { do: 'remove-column', columnId: column.id })}
          >
            <X size={14} aria-hidden />
          </button>
        )}
      </span>
    </th>
  );
}

interface RowShown {
  readonly canvas: Canvas;
  readonly row: CanvasRow;
  readonly marked: ReadonlySet<string>;
  /** Whether rows can be ticked off. */
  readonly isTicked: boolean;
}

function Row({ canvas, row, marked, isTicked }: RowShown) {
  const name = row.cells.find((cell) => cell !== '') ?? fill(words.row, { number: canvas.rows.indexOf(row) + 1 });
  return (
    <tr data-done={row.done === true}>
      {isTicked && (
        <td className="tick">
          <input
            type="checkbox"
            aria-label={fill(words.isDone, { row: name })}
            checked={row.done === true}
            onChange={({ target }) => change(canvas, { do: 'mark-rows', rowIds: [row.id], done: target.checked })}
          />
        </td>
      )}
      {canvas.columns.map(({ id, name: column }, place) => (
        <td key={id}>
          <CanvasCell
            label={fill(words.cell, { column, row: name })}
            text={row.cells[place] ?? ''}
            isNew={marked.has(`${row.id} ${id}`)}
            write={(text) => change(canvas, { do: 'set-cell', rowId: row.id, columnId: id, text })}
          />
        </td>
      ))}
      <td>
        <button
          type="button"
          className="button plain icon small"
          aria-label={fill(words.removeRow, { row: name })}
          onClick={() => change(canvas, { do: 'remove-rows', rowIds: [row.id] })}
        >
          <Trash2 size={14} aria-hidden />
        </button>
      </td>
    </tr>
  );
}

/** The word stands in the first column; where that is the one added up, beside the sum. */
function Total({ canvas, total, isTicked }: { canvas: Canvas; total: string; isTicked: boolean }) {
  const isFirst = canvas.columns[0]?.id === canvas.totalColumnId;
  return (
    <tfoot>
      <tr>
        {isTicked && <td />}
        {canvas.columns.map(({ id }, place) => (
          <td key={id} className="total">
            {place === 0 && `${words.total} `}
            {id === canvas.totalColumnId && <strong>{isFirst ? `: ${total}` : total}</strong>}
          </td>
        ))}
        <td />
      </tr>
    </tfoot>
  );
}
