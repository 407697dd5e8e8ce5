import { type KeyboardEvent, useState } from 'react';

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a cell of a grid; null for keys that are not about moving. */
export function cellBehind(key: string, withControl: boolean, { row, column }: Cell, size: { rows: number; columns: number }): Cell | null {
  const within = (cell: Cell): Cell => ({
    row: Math.min(size.rows - 1, Math.max(0, cell.row)),
    column: Math.min(size.columns - 1, Math.max(0, cell.column)),
  });
  switch (key) {
    case 'ArrowLeft':
      return within({ row, column: column - 1 });
    case 'ArrowRight':
      return within({ row, column: column + 1 });
    case 'ArrowUp':
      return within({ row: row - 1, column });
    case 'ArrowDown':
      return within({ row: row + 1, column });
    case 'Home':
      return within({ row: withControl ? 0 : row, column: 0 });
    case 'End':
      return within({ row: withControl ? size.rows : row, column: size.columns });
    default:
      return null;
  }
}

/** One cell of the grid takes part in the order of Tab; the arrow keys lead to the others. */
export function useGridKeys(size: { rows: number; columns: number }): {
  readonly tabIndexOf: (cell: Cell) => 0 | -1;
  readonly focused: (cell: Cell) => void;
  readonly keyDown: (event: KeyboardEvent<HTMLElement>) => void;
} {
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const now = { row: Math.min(at.row, size.rows - 1), column: Math.min(at.column, size.columns - 1) };
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = cellBehind(event.key, event.ctrlKey || event.metaKey, now, size);
    if (next === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };
  return { tabIndexOf: ({ row, column }) => (row === now.row && column === now.column ? 0 : -1), focused: setAt, keyDown };
}
