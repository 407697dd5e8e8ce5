import type { Canvas } from '../../ipc/canvas-schema.ts';

/** A canvas with what it was before and what was taken back. Versions share what did not change, so many cost little. */
export interface CanvasHistory {
  readonly past: readonly Canvas[];
  readonly present: Canvas;
  readonly future: readonly Canvas[];
}

/** How often "take that back" works. */
const MOST_STEPS = 200;

export function begin(canvas: Canvas): CanvasHistory {
  return { past: [], present: canvas, future: [] };
}

/** A new change ends what was taken back. A change that changes nothing is no step. */
export function record(history: CanvasHistory, next: Canvas): CanvasHistory {
  if (next === history.present) return history;
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present: next, future: [] };
}

/** @returns null when there is nothing to take back */
export function undo({ past, present, future }: CanvasHistory): CanvasHistory | null {
  const before = past.at(-1);
  return before === undefined ? null : { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** @returns null when nothing was taken back */
export function redo({ past, present, future }: CanvasHistory): CanvasHistory | null {
  const [after, ...rest] = future;
  return after === undefined ? null : { past: [...past, present], present: after, future: rest };
}
