import type { z } from 'zod';

/** What memory needs of a store: JSON documents by kind and id, found by their words. `../store` has the real one. */
export interface MemoryRecords {
  list(kind: MemoryKind): readonly unknown[];
  /** The last that were put for the first time, newest first. */
  newest(kind: MemoryKind, limit: number): readonly unknown[];
  read(id: string): unknown;
  /** Best match first. */
  find(kind: MemoryKind, query: string, limit: number): readonly unknown[];
  put(kind: MemoryKind, id: string, document: unknown, words: string): void;
  /** Several writes, all or none. */
  together(work: () => void): void;
  /** Gone for good. */
  remove(...ids: readonly string[]): void;
}

export type MemoryKind = 'name-card' | 'fact' | 'fact-vector' | 'memory-change';

/** Documents that fit the schema; one that does not (a newer version wrote it, or damage) is passed over, never thrown. */
export function readable<Schema extends z.ZodType>(schema: Schema, documents: readonly unknown[]): z.output<Schema>[] {
  return documents.flatMap((document) => {
    const read = schema.safeParse(document);
    return read.success ? [read.data] : [];
  });
}
