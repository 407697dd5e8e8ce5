import { type Canvas, type CanvasOperation, type CanvasSummary, type CanvasView, canvasSchema } from '../../ipc/canvas-schema.ts';
import { applyOperation } from './apply-operation.ts';
import { begin, type CanvasHistory, record, redo, undo } from './canvas-history.ts';
import { CanvasProblem } from './canvas-problem.ts';
import { type CanvasDraft, duplicateFor, makeCanvas } from './make-canvas.ts';
import { canvasAsCsv, canvasAsMarkdown, canvasFileName, totalOf } from './write-canvas.ts';

/** Where canvases are kept: the documents of the store of the running conversation. */
export interface CanvasDocuments {
  newest(kind: 'canvas', limit: number): readonly unknown[];
  read(id: string): unknown;
  find(kind: 'canvas', query: string, limit: number): readonly unknown[];
  put(kind: 'canvas', id: string, document: unknown, words: string): void;
  remove(...ids: readonly string[]): void;
}

export interface CanvasShelfOptions {
  /** Asked each time: a private conversation has documents of its own. */
  readonly documents: () => CanvasDocuments;
  readonly conversationId: () => string | null;
  readonly newId: () => string;
  readonly now: () => Date;
  /** Another canvas is open, or it changed. */
  readonly onChanged: (view: CanvasView) => void;
}

const MOST_LISTED = 500;
/** Characters of a canvas it is found by; more makes every change slow. */
const MOST_WORDS = 20_000;

/** The canvases of a person: one is open, all are kept, each with what it was before for as long as the program runs. */
export class CanvasShelf {
  readonly #options: CanvasShelfOptions;
  readonly #histories = new Map<string, CanvasHistory>();
  #openId: string | null = null;
  #firstShownMs: number | null = null;

  constructor(options: CanvasShelfOptions) {
    this.#options = options;
  }

  get current(): Canvas | null {
    return this.#history?.present ?? null;
  }

  /** What the open one was before, newest first. */
  get earlier(): readonly Canvas[] {
    return this.#history?.past.toReversed() ?? [];
  }

  get view(): CanvasView {
    const history = this.#history;
    if (history === null) return null;
    return {
      canvas: history.present,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      total: totalOf(history.present),
      firstShownMs: this.#firstShownMs,
    };
  }

  /** @param firstShownMs from the end of the words that asked for it; null when it is made by hand */
  make(draft: CanvasDraft, firstShownMs: number | null = null): Canvas {
    return this.#add(makeCanvas(draft, this.#making()), firstShownMs);
  }

  /** @param firstShownMs as for `make` */
  duplicate(id: string, instead: { readonly of: string | null; readonly by: string }, firstShownMs: number | null = null): Canvas {
    return this.#add(duplicateFor(this.#read(id), instead, this.#making()), firstShownMs);
  }

  open(id: string): Canvas {
    const canvas = this.#read(id);
    this.#show(canvas, null);
    return canvas;
  }

  /** Nothing is shown any more; everything stays on the shelf. */
  close(): void {
    if (this.#openId === null) return;
    this.#openId = null;
    this.#options.onChanged(null);
  }

  /**
   * Several operations are one step for "take that back".
   * @throws CanvasProblem; then nothing of it was done
   */
  change(id: string, ...operations: readonly CanvasOperation[]): Canvas {
    const { newId, now } = this.#options;
    const history = this.#historyOf(id);
    const done = operations.reduce((canvas, operation) => applyOperation(canvas, operation, newId), history.present);
    if (done === history.present) return done;
    return this.#keep(record(history, { ...done, changedAt: now().toISOString() }));
  }

  /** @returns the canvas as it was before; null when there is nothing to take back */
  undo(): Canvas | null {
    return this.#step(undo);
  }

  redo(): Canvas | null {
    return this.#step(redo);
  }

  /** Pinned ones first, then the newest change. */
  list(query: string): readonly CanvasSummary[] {
    const documents = this.#options.documents();
    const found = query.trim() === '' ? documents.newest('canvas', MOST_LISTED) : documents.find('canvas', query, MOST_LISTED);
    const canvases = found.flatMap((document) => canvasSchema.safeParse(document).data ?? []);
    const order = (one: Canvas, other: Canvas) =>
      Number(other.pinned) - Number(one.pinned) || (query === '' ? other.changedAt.localeCompare(one.changedAt) : 0);
    return canvases.toSorted(order).map(({ id, conversationId, kind, name, pinned, changedAt, rows }) => ({
      id,
      conversationId,
      kind,
      name,
      pinned,
      changedAt,
      rowCount: rows.length,
    }));
  }

  remove(...ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.#options.documents().remove(...ids);
    for (const id of ids) this.#histories.delete(id);
    if (this.#openId !== null && ids.includes(this.#openId)) this.close();
  }

  /** Canvases belong to their conversation and go with it. */
  removeOf(conversationId: string): void {
    this.remove(...this.list('').flatMap((canvas) => (canvas.conversationId === conversationId ? [canvas.id] : [])));
  }

  export(id: string, as: 'csv' | 'markdown'): { readonly fileName: string; readonly text: string } {
    const canvas = this.#read(id);
    return { fileName: canvasFileName(canvas, as), text: as === 'csv' ? canvasAsCsv(canvas) : canvasAsMarkdown(canvas) };
  }

  /** Another conversation runs, maybe with another store: what was open is closed, what was before is forgotten. */
  beginAnew(): void {
    this.#histories.clear();
    this.close();
  }

  get #history(): CanvasHistory | null {
    return this.#openId === null ? null : (this.#histories.get(this.#openId) ?? null);
  }

  #making() {
    const { newId, now, conversationId } = this.#options;
    return { newId, at: now().toISOString(), conversationId: conversationId() };
  }

  #add(canvas: Canvas, firstShownMs: number | null): Canvas {
    this.#put(canvas);
    this.#show(canvas, firstShownMs);
    return canvas;
  }

  #show(canvas: Canvas, firstShownMs: number | null): void {
    if (!this.#histories.has(canvas.id)) this.#histories.set(canvas.id, begin(canvas));
    this.#openId = canvas.id;
    this.#firstShownMs = firstShownMs;
    this.#options.onChanged(this.view);
  }

  #step(by: (history: CanvasHistory) => CanvasHistory | null): Canvas | null {
    const history = this.#history;
    const next = history === null ? null : by(history);
    return next === null ? null : this.#keep(next);
  }

  #keep(history: CanvasHistory): Canvas {
    this.#histories.set(history.present.id, history);
    this.#put(history.present);
    if (this.#openId === history.present.id) this.#options.onChanged(this.view);
    return history.present;
  }

  #put(canvas: Canvas): void {
    const words = [canvas.name, canvas.kind, ...canvas.rows.flatMap(({ cells }) => cells), canvas.text].join(' ').slice(0, MOST_WORDS);
    this.#options.documents().put('canvas', canvas.id, canvas, words);
  }

  #historyOf(id: string): CanvasHistory {
    return this.#histories.get(id) ?? begin(this.#read(id));
  }

  #read(id: string): Canvas {
    const kept = this.#histories.get(id)?.present;
    if (kept !== undefined) return kept;
    const read = canvasSchema.safeParse(this.#options.documents().read(id));
    if (!read.success) throw new CanvasProblem('That is no longer there.');
    return read.data;
  }
}
