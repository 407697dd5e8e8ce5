import type { Canvas, CanvasOperation } from '../../electron/ipc/canvas-schema.ts';
import { ask } from '../conversation/connection.ts';
import { saveFile } from '../shell/save-file.ts';

/** Changes the open canvas by hand; what is refused becomes a notice. */
export function change({ id }: Pick<Canvas, 'id'>, operation: CanvasOperation): void {
  void ask((client) => client.changeCanvas({ id, operation }));
}

export async function save({ id }: Pick<Canvas, 'id'>, as: 'csv' | 'markdown'): Promise<void> {
  const file = await ask((client) => client.exportCanvas({ id, as }));
  if (file !== undefined) saveFile(file.fileName, file.text, as === 'csv' ? 'text/csv' : 'text/markdown');
}

/** @returns whether it is on the clipboard */
export async function copy({ id }: Pick<Canvas, 'id'>): Promise<boolean> {
  const file = await ask((client) => client.exportCanvas({ id, as: 'markdown' }));
  if (file === undefined) return false;
  return navigator.clipboard.writeText(file.text).then(
    () => true,
    () => false,
  );
}
