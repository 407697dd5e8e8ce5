import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const placeSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });

export const MIN_WINDOW = { width: 420, height: 560 } as const;
const DEFAULT_WINDOW = { width: 760, height: 900 } as const;
/** So much of the title bar must be on some display, or the window cannot be dragged back. */
const VISIBLE_PX = 80;

/** Where the window opens: as it was left if that is still on a display, else centred by the system at a fitting size. */
export function fitPlace(saved: Area | null, workAreas: readonly Area[]): Partial<Area> & Pick<Area, 'width' | 'height'> {
  const first = workAreas[0] ?? { x: 0, y: 0, ...DEFAULT_WINDOW };
  const wanted = saved ?? DEFAULT_WINDOW;
  const width = Math.max(MIN_WINDOW.width, Math.min(wanted.width, Math.max(first.width, ...workAreas.map((area) => area.width))));
  const height = Math.max(MIN_WINDOW.height, Math.min(wanted.height, Math.max(first.height, ...workAreas.map((area) => area.height))));
  if (saved === null) return { width, height };
  const canBeGrabbed = workAreas.some(
    (area) =>
      saved.x + width - VISIBLE_PX > area.x &&
      saved.x + VISIBLE_PX < area.x + area.width &&
      saved.y >= area.y &&
      saved.y + VISIBLE_PX < area.y + area.height,
  );
  return canBeGrabbed ? { x: saved.x, y: saved.y, width, height } : { width, height };
}

/** The place saved by `savePlace`; null if there is none or it cannot be read. */
export function readPlace(file: string): Area | null {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Losing the place is no reason to bother anybody: a failure is left alone. */
export function savePlace(file: string, place: Area): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ x: place.x, y: place.y, width: place.width, height: place.height }));
  } catch {}
}
