import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation } from '../../../electron/conversation/canvas/apply-operation.ts';
import { begin, type CanvasHistory, record, redo, undo } from '../../../electron/conversation/canvas/canvas-history.ts';
import { CanvasProblem } from '../../../electron/conversation/canvas/canvas-problem.ts';
import { duplicateFor, makeCanvas } from '../../../electron/conversation/canvas/make-canvas.ts';
import { type Canvas, type CanvasOperation, canvasSchema } from '../../../electron/ipc/canvas-schema.ts';
import { rowsThat } from '../../../electron/ipc/row-test.ts';

let count = 0;
const newId = () => `id-${count++}`;
const made = { newId, at: '2026-11-28T10:00:00.000Z', conversationId: null };
const prices = () =>
  makeCanvas(
    {
      kind: 'table',
      name: 'Trip',
      columns: ['What', 'Price'],
      rows: [
        ['Hotel', '$90'],
        ['Train', '$45.50'],
        ['Museum', ''],
      ],
    },
    made,
  );
const names = (canvas: Canvas) => canvas.rows.map(({ cells }) => cells[0]);
const id = (canvas: Canvas, row: number) => canvas.rows[row]?.id ?? '';
const column = (canvas: Canvas, place: number) => canvas.columns[place]?.id ?? '';

describe('one change of a canvas', () => {
  it('gives every row a cell for a new column, and takes it away with the column', () => {
    const canvas = prices();
    const wider = applyOperation(canvas, { do: 'add-column', name: 'Rating', at: 1 }, newId);
    expect(wider.columns.map(({ name }) => name)).toEqual(['What', 'Rating', 'Price']);
    expect(wider.rows[0]?.cells).toEqual(['Hotel', '', '$90']);
    const back = applyOperation(wider, { do: 'remove-column', columnId: column(wider, 1) }, newId);
    expect(back.rows).toEqual(canvas.rows);
  });

  it('sorts by value, empty cells last either way', () => {
    const canvas = prices();
    const by = (direction: 'ascending' | 'descending') =>
      names(applyOperation(canvas, { do: 'sort', columnId: column(canvas, 1), direction }, newId));
    expect(by('ascending')).toEqual(['Train', 'Hotel', 'Museum']);
    expect(by('descending')).toEqual(['Hotel', 'Train', 'Museum']);
  });

  it('marks rows as done and no longer done; what is so already changes nothing', () => {
    const canvas = prices();
    const done = applyOperation(canvas, { do: 'mark-rows', rowIds: [id(canvas, 0), id(canvas, 2)], done: true }, newId);
    expect(done.rows.map((row) => row.done)).toEqual([true, undefined, true]);
    expect(applyOperation(done, { do: 'mark-rows', rowIds: [id(canvas, 0)], done: true }, newId)).toBe(done);
    expect(applyOperation(done, { do: 'mark-rows', rowIds: [id(canvas, 0), id(canvas, 2)], done: false }, newId)).toEqual(canvas);
    expect(duplicateFor(done, { of: null, by: 'Atlanta' }, made).rows.some((row) => row.done)).toBe(false);
  });

  it('puts two rows in each other’s place, and twice is as before', () => {
    const canvas = prices();
    const swap: CanvasOperation & { do: 'swap-rows' } = { do: 'swap-rows', rowIds: [id(canvas, 0), id(canvas, 2)] };
    const swapped = applyOperation(canvas, swap, newId);
    expect(names(swapped)).toEqual(['Museum', 'Train', 'Hotel']);
    expect(applyOperation(swapped, swap, newId)).toEqual(canvas);
    expect(() => applyOperation(canvas, { ...swap, rowIds: [id(canvas, 0), 'gone'] }, newId)).toThrow(CanvasProblem);
  });

  it('finds rows by words, by number and by emptiness', () => {
    const canvas = prices();
    const columnId = column(canvas, 1);
    const found = (test: Parameters<typeof rowsThat>[1]) => rowsThat(canvas, test).map(({ cells }) => cells[0]);
    expect(found({ columnId, than: 'above', number: '45.5' })).toEqual(['Hotel']);
    expect(found({ columnId, than: 'at-least', number: '45.50' })).toEqual(['Hotel', 'Train']);
    expect(found({ columnId, than: 'below', number: '90' })).toEqual(['Train']);
    expect(found({ columnId, than: 'at-most', number: '90' })).toEqual(['Hotel', 'Train']);
    expect(found({ columnId, isEmpty: true })).toEqual(['Museum']);
    expect(found({ columnId, isEmpty: false })).toEqual(['Hotel', 'Train']);
    expect(found({ columnId, holds: '9' })).toEqual(['Hotel']);
  });

  it('refuses what is no longer there, a twin of a column, and the last column', () => {
    const canvas = prices();
    const gone = applyOperation(canvas, { do: 'remove-rows', rowIds: [id(canvas, 0)] }, newId);
    expect(() => applyOperation(gone, { do: 'set-cell', rowId: id(canvas, 0), columnId: column(canvas, 0), text: 'x' }, newId)).toThrow(
      new CanvasProblem('That row is no longer in Trip.'),
    );
    expect(() => applyOperation(canvas, { do: 'add-column', name: 'price' }, newId)).toThrow('There is a column called Price already.');
    const list = makeCanvas({ kind: 'list', name: 'Shopping' }, made);
    expect(() => applyOperation(list, { do: 'remove-column', columnId: column(list, 0) }, newId)).toThrow('The last column stays');
  });

  it('holds ten thousand rows and says when there are more', () => {
    const list = makeCanvas({ kind: 'list', name: 'Long' }, made);
    const full = applyOperation(list, { do: 'add-rows', rows: Array.from({ length: 10_000 }, (_, index) => [`${index}`]) }, newId);
    expect(full.rows).toHaveLength(10_000);
    expect(() => applyOperation(full, { do: 'add-rows', rows: [['one more']] }, newId)).toThrow('There is room for ten thousand rows');
  });

  it('forgets a filter and a total together with their column', () => {
    const canvas = prices();
    const columnId = column(canvas, 1);
    const shown = applyOperation(
      applyOperation(canvas, { do: 'filter', by: { columnId, holds: '9' } }, newId),
      { do: 'total', columnId },
      newId,
    );
    const without = applyOperation(shown, { do: 'remove-column', columnId }, newId);
    expect(without).toMatchObject({ filter: null, totalColumnId: null });
  });
});

describe('the same for somewhere else', () => {
  const plan = makeCanvas({ kind: 'plan', name: 'Weekend in New York', rows: [['Saturday', '10:00', 'Central Park, New York']] }, made);

  it('keeps the form and the days of a plan, and nothing that is true only of the first', () => {
    const other = duplicateFor(plan, { of: 'New York', by: 'Atlanta' }, made);
    expect(other).toMatchObject({ name: 'Weekend in Atlanta', kind: 'plan' });
    expect(other.rows[0]?.cells).toEqual(['Saturday', '', '']);
    expect(other.id).not.toBe(plan.id);
  });

  it('keeps what is on a list, and names it anew where the name says nothing', () => {
    const list = makeCanvas({ kind: 'list', name: 'Packing', rows: [['Socks']] }, made);
    const other = duplicateFor(list, { of: null, by: 'Atlanta' }, made);
    expect([other.name, other.rows[0]?.cells]).toEqual(['Packing for Atlanta', ['Socks']]);
  });
});

describe('any sequence of changes, undos and redos', () => {
  const place = fc.nat(12);
  const text = fc.string({ maxLength: 12, unit: 'grapheme' });
  const name = fc.string({ minLength: 1, maxLength: 8 }).filter((said) => said.trim() !== '');
  type Pick = (canvas: Canvas) => CanvasOperation | null;
  const rowAt = (canvas: Canvas, at: number) => canvas.rows[at % Math.max(1, canvas.rows.length)]?.id;
  const columnAt = (canvas: Canvas, at: number) => canvas.columns[at % Math.max(1, canvas.columns.length)]?.id ?? 'none';
  const withRow =
    (at: number, make: (rowId: string, canvas: Canvas) => CanvasOperation): Pick =>
    (canvas) => {
      const rowId = rowAt(canvas, at);
      return rowId === undefined ? null : make(rowId, canvas);
    };
  const operation: fc.Arbitrary<Pick> = fc.oneof(
    fc.tuple(fc.array(fc.array(text, { maxLength: 5 }), { minLength: 1, maxLength: 3 }), place).map(
      ([rows, at]): Pick =>
        () => ({ do: 'add-rows', rows, at }),
    ),
    place.map((at) => withRow(at, (rowId) => ({ do: 'remove-rows', rowIds: [rowId] }))),
    fc.tuple(place, place).map(([at, to]) => withRow(at, (rowId) => ({ do: 'move-row', rowId, to }))),
    fc
      .tuple(place, place)
      .map(([at, to]) => withRow(at, (rowId, { rows }) => ({ do: 'swap-rows', rowIds: [rowId, rows[to % rows.length]?.id ?? rowId] }))),
    fc.tuple(name, place).map(
      ([said, at]): Pick =>
        () => ({ do: 'add-column', name: said.trim(), at }),
    ),
    place.map(
      (at): Pick =>
        (canvas) => ({ do: 'remove-column', columnId: columnAt(canvas, at) }),
    ),
    fc.tuple(place, place).map(
      ([at, to]): Pick =>
        (canvas) => ({ do: 'move-column', columnId: columnAt(canvas, at), to }),
    ),
    fc
      .tuple(place, place, text)
      .map(([at, to, said]) => withRow(at, (rowId, canvas) => ({ do: 'set-cell', rowId, columnId: columnAt(canvas, to), text: said }))),
    place.map(
      (at): Pick =>
        (canvas) => ({ do: 'sort', columnId: columnAt(canvas, at), direction: at % 2 === 0 ? 'ascending' : 'descending' }),
    ),
    fc.tuple(place, name).map(
      ([at, holds]): Pick =>
        (canvas) => ({ do: 'filter', by: { columnId: columnAt(canvas, at), holds } }),
    ),
    place.map(
      (at): Pick =>
        (canvas) => ({ do: 'total', columnId: columnAt(canvas, at) }),
    ),
    fc.tuple(place, fc.boolean()).map(([at, done]) => withRow(at, (rowId) => ({ do: 'mark-rows', rowIds: [rowId], done }))),
    fc.constant<Pick>(() => ({ do: 'clear' })),
  );
  const step = fc.oneof(
    { weight: 5, arbitrary: operation.map((pick) => ({ pick }) as const) },
    { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
  );

  it('leaves a table that is whole, and undoing everything leads back to its beginning', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const first = prices();
        let history = begin(first);
        for (const taken of steps) history = taken === 'undo' || taken === 'redo' ? stepped(history, taken) : changed(history, taken.pick);
        for (let before = undo(history); before !== null; before = undo(before)) history = before;
        expect(history.present).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });

  function stepped(history: CanvasHistory, way: 'undo' | 'redo'): CanvasHistory {
    const next = (way === 'undo' ? undo : redo)(history) ?? history;
    const back = (way === 'undo' ? redo : undo)(next);
    if (next !== history) expect(back?.present).toEqual(history.present);
    return next;
  }

  function changed(history: CanvasHistory, pick: Pick): CanvasHistory {
    const wanted = pick(history.present);
    if (wanted === null) return history;
    try {
      const next = applyOperation(history.present, wanted, newId);
      canvasSchema.parse(next);
      expect(next.rows.every(({ cells }) => cells.length === next.columns.length)).toBe(true);
      return record(history, next);
    } catch (failure) {
      expect(failure).toBeInstanceOf(CanvasProblem);
      return history;
    }
  }
});
