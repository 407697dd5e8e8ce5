// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Canvas } from '../../electron/ipc/canvas-schema.ts';
import CanvasPanel from '../../renderer/canvas/CanvasPanel.tsx';
import { changedCells } from '../../renderer/canvas/changed-cells.ts';
import { useWindow } from '../../renderer/conversation/conversation-store.ts';
import { openScriptedConversation, readyState, type ScriptedConversation } from './scripted-conversation.ts';

const initial = useWindow.getState();
let script: ScriptedConversation;
beforeEach(() => {
  script = openScriptedConversation();
  useWindow.setState({ ...initial, conversation: readyState }, true);
});
afterEach(() => {
  cleanup();
  script.close();
});

const trip: Canvas = {
  id: 'trip',
  conversationId: null,
  kind: 'table',
  name: 'Trip',
  columns: [
    { id: 'what', name: 'What' },
    { id: 'price', name: 'Price' },
  ],
  rows: [
    { id: 'hotel', cells: ['Hotel', '$90'] },
    { id: 'train', cells: ['Train', '$45'] },
  ],
  text: '',
  filter: null,
  totalColumnId: 'price',
  pinned: false,
  changedAt: '2026-11-28T10:00:00.000Z',
};
const show = (canvas: Canvas, more: Partial<NonNullable<ReturnType<typeof useWindow.getState>['canvas']>> = {}) =>
  useWindow.setState({ canvas: { canvas, canUndo: false, canRedo: false, total: '$135', firstShownMs: 812, ...more } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('what is shown while one speaks', () => {
  it('has every cell under its own name, the total, and how fast it came', () => {
    show(trip);
    render(<CanvasPanel />);
    expect((screen.getByRole('textbox', { name: 'Price of Hotel' }) as HTMLInputElement).value).toBe('$90');
    expect(screen.getByText('$135')).toBeTruthy();
    expect(screen.getByText('shown 0.8 s after you spoke')).toBeTruthy();
    expect((screen.getByRole('button', { name: 'Take back' }) as HTMLButtonElement).disabled).toBe(true);
  });

  it('is changed by hand cell by cell; Esc gives a draft up', async () => {
    show(trip);
    render(<CanvasPanel />);
    const cell = screen.getByRole('textbox', { name: 'Price of Train' });
    fireEvent.change(cell, { target: { value: '$50' } });
    fireEvent.keyDown(cell, { key: 'Escape' });
    fireEvent.blur(cell);
    fireEvent.change(cell, { target: { value: '$55' } });
    fireEvent.keyDown(cell, { key: 'Enter' });
    await waitFor(() =>
      expect(script.asked).toEqual([
        'changeCanvas {"id":"trip","operation":{"do":"set-cell","rowId":"train","columnId":"price","text":"$55"}}',
      ]),
    );
  });

  it('sorts, removes, adds and takes back', async () => {
    show(trip, { canUndo: true });
    render(<CanvasPanel />);
    press('Sort by Price');
    press('Remove Hotel');
    press('Remove the column Price');
    press('Add a row');
    press('Take back');
    await waitFor(() =>
      expect(script.asked.map((asked) => asked.replace('{"id":"trip","operation":', ''))).toEqual([
        'changeCanvas {"do":"sort","columnId":"price","direction":"ascending"}}',
        'changeCanvas {"do":"remove-rows","rowIds":["hotel"]}}',
        'changeCanvas {"do":"remove-column","columnId":"price"}}',
        'changeCanvas {"do":"add-rows","rows":[[""]]}}',
        'undoCanvas',
      ]),
    );
  });

  it('ticks off by a box of its own, in lists only, and Enter still goes on below', async () => {
    const [hotel, train] = trip.rows as [Canvas['rows'][number], Canvas['rows'][number]];
    show({ ...trip, kind: 'list', rows: [hotel, { ...train, done: true }] });
    const { unmount } = render(<CanvasPanel />);
    expect((screen.getByRole('checkbox', { name: 'Train is done' }) as HTMLInputElement).checked).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Hotel is done' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Train is done' }));
    await waitFor(() =>
      expect(script.asked.map((asked) => asked.replace('changeCanvas {"id":"trip","operation":', ''))).toEqual([
        '{"do":"mark-rows","rowIds":["hotel"],"done":true}}',
        '{"do":"mark-rows","rowIds":["train"],"done":false}}',
      ]),
    );
    const price = screen.getByRole('textbox', { name: 'Price of Hotel' });
    price.focus();
    fireEvent.keyDown(price, { key: 'Enter' });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Price of Train');
    unmount();
    show(trip);
    render(<CanvasPanel />);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('says of a filter by number or by emptiness what it shows', () => {
    show({ ...trip, filter: { columnId: 'price', than: 'below', number: '50' } });
    const { unmount } = render(<CanvasPanel />);
    expect(screen.getByText('Only rows with Price below 50 are shown.')).toBeTruthy();
    expect(document.querySelector('[aria-label="Price of Hotel"]')).toBeNull();
    unmount();
    show({ ...trip, filter: { columnId: 'price', isEmpty: true } });
    const { unmount: close } = render(<CanvasPanel />);
    expect(screen.getByText('Only rows without Price are shown.')).toBeTruthy();
    close();
    show({ ...trip, filter: { columnId: 'price', than: 'below', number: '50', isNot: true } });
    render(<CanvasPanel />);
    expect(screen.getByText('Rows with Price below 50 are hidden.')).toBeTruthy();
    expect(document.querySelector('[aria-label="Price of Hotel"]')).not.toBeNull();
  });

  it('hides what a filter hides and draws at most 200 rows at once', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({
      id: `row-${index}`,
      cells: [index % 2 === 0 ? 'Even' : 'Odd', `${index}`],
    }));
    show({ ...trip, rows });
    const { unmount } = render(<CanvasPanel />);
    expect(document.querySelectorAll('tr')).toHaveLength(1 + 200 + 1);
    fireEvent.click(screen.getByText('Show 100 more rows'));
    expect(document.querySelectorAll('tr')).toHaveLength(1 + 300 + 1);
    unmount();
    show({ ...trip, filter: { columnId: 'what', holds: 'train' } });
    render(<CanvasPanel />);
    expect(document.querySelector('[aria-label="Price of Hotel"]')).toBeNull();
    fireEvent.click(screen.getByText('Show all'));
    await waitFor(() => expect(script.asked).toEqual(['changeCanvas {"id":"trip","operation":{"do":"show-all"}}']));
  });
});

it('marks the cells that changed, and none of another canvas', () => {
  const cheaper = { ...trip, rows: [trip.rows[0] as Canvas['rows'][number], { id: 'train', cells: ['Train', '$40'] }] };
  expect([...changedCells(trip, cheaper)]).toEqual(['train price']);
  const wider = {
    ...trip,
    columns: [...trip.columns, { id: 'new', name: 'New' }],
    rows: trip.rows.map((row) => ({ ...row, cells: [...row.cells, ''] })),
  };
  expect([...changedCells(trip, wider)]).toEqual(['hotel new', 'train new']);
  expect([...changedCells(null, trip), ...changedCells({ ...trip, id: 'other' }, trip)]).toEqual([]);
});
