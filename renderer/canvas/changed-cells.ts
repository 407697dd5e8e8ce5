import { useEffect, useRef, useState } from 'react';
import type { Canvas } from '../../electron/ipc/canvas-schema.ts';

/** How long a cell that changed is marked. */
const MARKED_MS = 1600;
/** A whole new table is seen anyway; marking thousands of cells only costs time. */
const MOST_MARKED = 400;

/** `rowId columnId` of every cell that is other than in the canvas before; empty when it is another canvas. */
export function changedCells(before: Canvas | null, now: Canvas): ReadonlySet<string> {
  if (before === null || before.id !== now.id) return new Set();
  const place = new Map(before.columns.map(({ id }, index) => [id, index]));
  const rows = new Map(before.rows.map((row) => [row.id, row]));
  const changed = now.rows.flatMap((row) => {
    const old = rows.get(row.id);
    if (old === row) return [];
    return now.columns.flatMap(({ id }, index) => {
      const oldPlace = place.get(id);
      const same = old !== undefined && oldPlace !== undefined && old.cells[oldPlace] === row.cells[index];
      return same ? [] : [`${row.id} ${id}`];
    });
  });
  return new Set(changed.length > MOST_MARKED ? [] : changed);
}

/** The cells that changed just now, so that the eye finds what the mouth said. */
export function useChangedCells(canvas: Canvas): ReadonlySet<string> {
  const before = useRef<Canvas | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const changed = changedCells(before.current, canvas);
    before.current = canvas;
    if (changed.size === 0) return undefined;
    setMarked(changed);
    const timer = setTimeout(() => setMarked(new Set()), MARKED_MS);
    return () => clearTimeout(timer);
  }, [canvas]);
  return marked;
}
