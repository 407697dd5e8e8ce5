import { randomUUID } from 'node:crypto';
import type { Menu } from '../../ipc/menu-schema.ts';
import type { Persona } from '../../ipc/persona-schema.ts';
import { CanvasProblem } from '../canvas/canvas-problem.ts';
import { CanvasShelf } from '../canvas/canvas-shelf.ts';
import { columnMeant, rowsMeant } from '../canvas/references.ts';
import { canvasAsMarkdown, sumOfColumn } from '../canvas/write-canvas.ts';
import type { CanvasDesk, Surroundings } from '../skills/skill.ts';
import type { ConversationRecord } from './conversation-record.ts';
import type { Reply } from './reply.ts';
import type { SessionDependencies } from './session-dependencies.ts';

/** Characters of what is shown that an engine is told; a longer table is told in part. */
const LONGEST_NOTE = 2000;

/** The canvases of the running conversation's store. @param changed engine and window see it otherwise now */
export function openShelf(dependencies: SessionDependencies, record: ConversationRecord, changed: () => void): CanvasShelf {
  return new CanvasShelf({
    documents: () => record.store.documents,
    conversationId: () => record.id,
    newId: randomUUID,
    now: dependencies.today,
    onChanged: (view) => {
      dependencies.output.canvas(view);
      changed();
    },
  });
}

/** The canvas as skills see it, for one turn. */
export function canvasDesk(
  shelf: CanvasShelf,
  { nowMs, menu }: Pick<SessionDependencies, 'nowMs' | 'menu'>,
  reply: Pick<Reply, 'timeline'>,
): CanvasDesk {
  const sinceSpeechEnd = () => {
    const { speechEndMs, commitMs } = reply.timeline.read();
    const from = speechEndMs ?? commitMs;
    return from === null ? null : Math.max(0, nowMs() - from);
  };
  return {
    current: () => shelf.current,
    earlier: () => shelf.earlier,
    make: (draft) => shelf.make(draft, sinceSpeechEnd()),
    duplicate: (instead) => (shelf.current === null ? null : shelf.duplicate(shelf.current.id, instead, sinceSpeechEnd())),
    open: (words) => {
      const name = words.replace(/^(?:the|my|our) /i, '');
      const [best] = shelf.list(name);
      return best === undefined ? null : shelf.open(best.id);
    },
    close: () => shelf.close(),
    change: (...operations) => {
      if (shelf.current === null) return 'Nothing is on the screen.';
      try {
        shelf.change(shelf.current.id, ...operations);
        return null;
      } catch (failure) {
        if (failure instanceof CanvasProblem) return failure.message;
        throw failure;
      }
    },
    undo: () => shelf.undo() !== null,
    redo: () => shelf.redo() !== null,
    rows: (words) => (shelf.current === null ? { unknown: words } : rowsMeant(shelf.current, words)),
    column: (words) => (shelf.current === null ? null : columnMeant(shelf.current, words)),
    menu,
    total: (columnId) => (shelf.current === null ? null : sumOfColumn(shelf.current, columnId)),
  };
}

/** What an engine is told of the screen, so that it also knows what the user's hand changed. */
export function canvasNote({ current }: CanvasShelf): readonly string[] {
  if (current === null) return [];
  return [
    `The screen shows this ${current.kind}, which the user may have changed by hand:\n${canvasAsMarkdown(current).slice(0, LONGEST_NOTE)}`,
  ];
}

/** Whoever of these speaks takes orders without being asked to begin one. */
const TAKES_ORDERS = /\b(?:clerk|cashier|waiter|waitress|barista)\b/;

/** What the meaning of words depends on: what is remembered, what is shown, and whether orders are taken. */
export function surroundingsOf(now: {
  readonly knows: (question: string) => boolean;
  readonly shelf: () => CanvasShelf;
  readonly persona: () => Persona;
  readonly menu: () => Menu;
}): Surroundings {
  const canvas = () => now.shelf().current;
  const takesOrders = () => canvas()?.kind === 'order' || now.persona().roles.some((role) => TAKES_ORDERS.test(role));
  return { knows: now.knows, canvas, earlier: () => now.shelf().earlier, menu: () => (takesOrders() ? now.menu() : null) };
}
