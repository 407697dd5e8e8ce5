import type { CanvasContract } from '../../ipc/canvas-schema.ts';
import { type IpcHandlers, ProblemError } from '../../ipc/derive-ipc.ts';
import { CanvasProblem } from '../canvas/canvas-problem.ts';
import type { WindowDesk } from './serve-window.ts';

/** The part of the window's requests that is about canvases: the same changes as by voice, made by hand. */
export function canvasHandlers({ session, menus }: Pick<WindowDesk, 'session' | 'menus'>): IpcHandlers<CanvasContract> {
  const { canvases } = session;
  const menu = () => ({ name: menus.current.name, isImported: menus.isImported });
  return {
    readCanvas: () => canvases.view,
    listCanvases: ({ query }) => [...canvases.list(query)],
    openCanvas: ({ id }) => void told(() => canvases.open(id)),
    closeCanvas: () => canvases.close(),
    makeCanvas: (draft) => void canvases.make(draft),
    changeCanvas: ({ id, operation }) => void told(() => canvases.change(id, operation)),
    undoCanvas: () => void canvases.undo(),
    redoCanvas: () => void canvases.redo(),
    copyCanvas: ({ id }) => void told(() => canvases.duplicate(id, { of: null, by: 'copy' })),
    removeCanvas: ({ id }) => canvases.remove(id),
    readMenu: menu,
    importMenu: ({ text }) => {
      told(() => menus.import(text));
      return menu();
    },
    forgetMenu: () => {
      menus.forget();
      return menu();
    },
    exportCanvas: ({ id, as }) => told(() => canvases.export(id, as)),
  };
}

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (failure) {
    if (!(failure instanceof CanvasProblem)) throw failure;
    throw new ProblemError({ id: 'canvas', message: failure.message, whatToDo: 'Look at the table again; it may have changed.' });
  }
}
