import { z } from 'zod';
import { LARGEST_MENU_FILE_BYTES } from './menu-schema.ts';

/** What is shown while one speaks: tables, lists, orders, plans, code and notes, and every way to change them. */

/** More is no canvas but a database; the window and the undo stay quick up to here. */
export const MOST_CANVAS_ROWS = 10_000;
export const MOST_CANVAS_COLUMNS = 40;
/** Characters. */
export const LONGEST_CELL = 500;
export const LONGEST_CANVAS_NAME = 80;
export const LONGEST_CANVAS_TEXT = 100_000;

export const canvasKindSchema = z.enum(['table', 'list', 'order', 'plan', 'code', 'note']);
export type CanvasKind = z.infer<typeof canvasKindSchema>;

const id = z.string().min(1).max(80);
const cell = z.string().max(LONGEST_CELL);
const canvasName = z.string().trim().min(1).max(LONGEST_CANVAS_NAME);
const columnName = z.string().trim().min(1).max(LONGEST_CANVAS_NAME);
/** Exactly: a number of JavaScript would round it. */
const decimal = z.string().regex(/^-?\d{1,15}(?:\.\d{1,6})?$/);

/** All rows but those that the rest of the test finds. */
const isNot = z.literal(true).optional();

/** Which rows: by words in a column, by its number, or by whether anything is written there. */
export const rowTestSchema = z.union([
  z.strictObject({ columnId: id, holds: z.string().min(1).max(200), isNot }),
  z.strictObject({ columnId: id, than: z.enum(['above', 'below', 'at-least', 'at-most']), number: decimal, isNot }),
  z.strictObject({ columnId: id, isEmpty: z.boolean(), isNot }),
  /** Of the row: `columnId` is that of its first cell. */
  z.strictObject({ columnId: id, isDone: z.boolean(), isNot }),
]);
export type RowTest = z.infer<typeof rowTestSchema>;

const place = z.number().int().min(0).max(MOST_CANVAS_ROWS);

export const canvasSchema = z.strictObject({
  id,
  /** Where it was made; null outside any. */
  conversationId: z.string().nullable(),
  kind: canvasKindSchema,
  name: canvasName,
  columns: z.array(z.strictObject({ id, name: columnName })).max(MOST_CANVAS_COLUMNS),
  /** Each row has one cell for each column, in their order. `done`: ticked off; left out = still to do. */
  rows: z.array(z.strictObject({ id, cells: z.array(cell), done: z.literal(true).optional() })).max(MOST_CANVAS_ROWS),
  /** Only code and notes have it. */
  text: z.string().max(LONGEST_CANVAS_TEXT),
  /** These rows are shown, the others are kept. */
  filter: rowTestSchema.nullable(),
  /** The column whose sum stands below the table. */
  totalColumnId: id.nullable(),
  pinned: z.boolean(),
  /** ISO 8601, UTC. */
  changedAt: z.string(),
});
export type Canvas = z.infer<typeof canvasSchema>;
export type CanvasColumn = Canvas['columns'][number];
export type CanvasRow = Canvas['rows'][number];

/** A canvas in a list to choose from. */
export const canvasSummarySchema = canvasSchema
  .pick({ id: true, conversationId: true, kind: true, name: true, pinned: true, changedAt: true })
  .extend({ rowCount: z.number().int() });
export type CanvasSummary = z.infer<typeof canvasSummarySchema>;

/** Every change there is; the same by voice and by hand. Places count from 0; left out = at the end. */
export const canvasOperationSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add-rows'), rows: z.array(z.array(cell)).min(1).max(MOST_CANVAS_ROWS), at: place.optional() }),
  z.strictObject({ do: z.literal('remove-rows'), rowIds: z.array(id).min(1) }),
  z.strictObject({ do: z.literal('mark-rows'), rowIds: z.array(id).min(1), done: z.boolean() }),
  z.strictObject({ do: z.literal('move-row'), rowId: id, to: place }),
  z.strictObject({ do: z.literal('swap-rows'), rowIds: z.tuple([id, id]) }),
  z.strictObject({ do: z.literal('add-column'), name: columnName, at: place.optional() }),
  z.strictObject({ do: z.literal('remove-column'), columnId: id }),
  z.strictObject({ do: z.literal('rename-column'), columnId: id, name: columnName }),
  z.strictObject({ do: z.literal('move-column'), columnId: id, to: place }),
  z.strictObject({ do: z.literal('set-cell'), rowId: id, columnId: id, text: cell }),
  z.strictObject({ do: z.literal('sort'), columnId: id, direction: z.enum(['ascending', 'descending']) }),
  z.strictObject({ do: z.literal('filter'), by: rowTestSchema }),
  z.strictObject({ do: z.literal('show-all') }),
  z.strictObject({ do: z.literal('total'), columnId: id.nullable() }),
  z.strictObject({ do: z.literal('set-text'), text: z.string().max(LONGEST_CANVAS_TEXT) }),
  z.strictObject({ do: z.literal('clear') }),
  z.strictObject({ do: z.literal('rename'), name: canvasName }),
  z.strictObject({ do: z.literal('pin'), pinned: z.boolean() }),
  z.strictObject({ do: z.literal('turn-into'), kind: z.enum(['table', 'list', 'plan']) }),
]);
export type CanvasOperation = z.infer<typeof canvasOperationSchema>;

/** What words mean on a canvas: things meant together, several of which one must be chosen, or nothing that is there. */
export type CanvasReference<T> = { readonly means: readonly T[] } | { readonly mayMean: readonly T[] } | { readonly unknown: string };

/** The open canvas and what can be taken back; null when nothing is shown. */
export const canvasViewSchema = z
  .strictObject({
    canvas: canvasSchema,
    canUndo: z.boolean(),
    canRedo: z.boolean(),
    /** Sum of the total column, as it is written; null when there is none or it holds no number. */
    total: z.string().nullable(),
    /** From the end of the words that asked for it until it was made; null when it was made by hand. */
    firstShownMs: z.number().nullable(),
  })
  .nullable();
export type CanvasView = z.infer<typeof canvasViewSchema>;

const nothing = z.undefined();
const menuName = z.strictObject({ name: z.string(), isImported: z.boolean() });
const idInput = z.strictObject({ id });

/** The part of the conversation's contract that is about canvases; spread into it. */
export const canvasRequests = {
  readCanvas: { input: nothing, output: canvasViewSchema },
  /** Newest change first, pinned ones before the others. @param query words of its name or cells; '' = all */
  listCanvases: { input: z.strictObject({ query: z.string().max(200) }), output: z.array(canvasSummarySchema) },
  openCanvas: { input: idInput, output: nothing },
  closeCanvas: { input: nothing, output: nothing },
  makeCanvas: { input: z.strictObject({ kind: canvasKindSchema, name: canvasName }), output: nothing },
  /** Changes the open canvas by hand. */
  changeCanvas: { input: z.strictObject({ id, operation: canvasOperationSchema }), output: nothing },
  undoCanvas: { input: nothing, output: nothing },
  redoCanvas: { input: nothing, output: nothing },
  copyCanvas: { input: idInput, output: nothing },
  removeCanvas: { input: idInput, output: nothing },
  readMenu: { input: nothing, output: menuName },
  /** Orders are taken from it from now on; it replaces the one that was imported before. */
  importMenu: { input: z.strictObject({ text: z.string().max(2 * LARGEST_MENU_FILE_BYTES) }), output: menuName },
  forgetMenu: { input: nothing, output: menuName },
  exportCanvas: {
    input: z.strictObject({ id, as: z.enum(['csv', 'markdown']) }),
    output: z.strictObject({ fileName: z.string(), text: z.string() }),
  },
} as const;

/** The same as a contract of its own, for the types of its two sides. */
export type CanvasContract = { readonly requests: typeof canvasRequests; readonly events: Readonly<Record<never, never>> };
