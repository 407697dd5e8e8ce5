import type { Canvas, CanvasKind } from '../../ipc/canvas-schema.ts';

/** The columns each kind begins with when none are named. */
const FIRST_COLUMNS: Readonly<Record<CanvasKind, readonly string[]>> = {
  table: ['Item'],
  list: ['Item'],
  order: ['Item', 'Size', 'Extras', 'Count', 'Price'],
  plan: ['Day', 'Time', 'What'],
  code: [],
  note: [],
};

export interface CanvasDraft {
  readonly kind: CanvasKind;
  readonly name: string;
  /** Left out: those of the kind. */
  readonly columns?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly text?: string;
}

/** A new canvas; cells that a row lacks are empty. */
export function makeCanvas(
  draft: CanvasDraft,
  { newId, at, conversationId }: { readonly newId: () => string; readonly at: string; readonly conversationId: string | null },
): Canvas {
  const named = draft.columns ?? [];
  const columns = (named.length === 0 ? FIRST_COLUMNS[draft.kind] : named).map((name) => ({ id: newId(), name }));
  return {
    id: newId(),
    conversationId,
    kind: draft.kind,
    name: draft.name,
    columns,
    rows: (draft.rows ?? []).map((cells) => ({ id: newId(), cells: columns.map((_, index) => cells[index] ?? '') })),
    text: draft.text ?? '',
    filter: null,
    totalColumnId: draft.kind === 'order' ? (columns.find(({ name }) => name === 'Price')?.id ?? null) : null,
    pinned: false,
    changedAt: at,
  };
}

/**
 * "Now the same for Atlanta": the same form under another name. What was true of the first is not true of the second, so
 * a table or plan keeps only its first column; lists and the words of notes stay.
 * @param instead.of the words of the old name that change ("New York"); null puts "for Atlanta" after the name
 */
export function duplicateFor(
  canvas: Canvas,
  instead: { readonly of: string | null; readonly by: string },
  made: { readonly newId: () => string; readonly at: string; readonly conversationId: string | null },
): Canvas {
  const replaced = (text: string) => (instead.of === null ? text : text.replaceAll(instead.of, instead.by));
  const name = replaced(canvas.name);
  const columns = canvas.columns.map(({ id, ...column }) => ({ ...column, id: made.newId(), was: id }));
  const keepsCells = canvas.kind === 'list' || canvas.kind === 'order';
  return {
    ...canvas,
    id: made.newId(),
    conversationId: made.conversationId,
    name: (name === canvas.name ? `${canvas.name} for ${instead.by}` : name).slice(0, 80),
    columns: columns.map(({ id, name }) => ({ id, name })),
    rows: canvas.rows.map(({ cells }) => ({
      id: made.newId(),
      cells: cells.map((cell, place) => (keepsCells || place === 0 ? replaced(cell) : '')),
    })),
    text: replaced(canvas.text),
    filter: null,
    totalColumnId: columns.find(({ was }) => was === canvas.totalColumnId)?.id ?? null,
    pinned: false,
    changedAt: made.at,
  };
}
