import { z } from 'zod';
import type { DocumentKind, DocumentStore } from './conversation-store.ts';
import type { StoreDatabase } from './store-database.ts';

const counted = z.object({ rows: z.number() });
const row = z.object({ document: z.string() });

/** Longer questions find nothing more, and an expression of a thousand words is slow. */
const MOST_WORDS = 24;

/**
 * A word of more documents than this tells nothing where rarer ones were asked for, and ranking its documents is what takes
 * long (measured with 100,000 facts: 86 ms for a whole sentence, 8 ms without such words).
 */
const MOST_ROWS = 2000;

const DELETE_WORDS = 'DELETE FROM document_words WHERE rowid IN (SELECT number FROM documents WHERE id = ?)';

/** Documents over the table `documents` and its word index. */
export class DocumentTable implements DocumentStore {
  readonly #database: StoreDatabase;

  constructor(database: StoreDatabase) {
    this.#database = database;
  }

  list(kind: DocumentKind): readonly unknown[] {
    return this.#documents('SELECT document FROM documents WHERE kind = ? ORDER BY number', kind);
  }

  newest(kind: DocumentKind, limit: number): readonly unknown[] {
    return this.#documents('SELECT document FROM documents WHERE kind = ? ORDER BY number DESC LIMIT ?', kind, limit);
  }

  count(kind: DocumentKind): number {
    return this.#database.all(counted, 'SELECT count(*) AS rows FROM documents WHERE kind = ?', kind)[0]?.rows ?? 0;
  }

  read(id: string): unknown {
    return this.#documents('SELECT document FROM documents WHERE id = ?', id)[0] ?? null;
  }

  find(kind: DocumentKind, query: string, limit: number): readonly unknown[] {
    const words = [...new Set(query.toLowerCase().match(/[\p{L}\p{N}]+/gu))].slice(0, MOST_WORDS);
    const known = words.map(phraseOf).map((phrase) => ({ phrase, rows: this.#rowsWith(phrase) }));
    const telling = known.filter(({ rows }) => rows > 0 && rows <= MOST_ROWS).map(({ phrase }) => phrase);
    if (telling.length > 0) return this.#match(kind, telling.join(' OR '), 'bm25(document_words), w.rowid DESC', limit);
    const common = known.filter(({ rows }) => rows > 0).map(({ phrase }) => phrase);
    if (common.length === 0) return [];
    const withAll = this.#match(kind, common.join(' AND '), 'w.rowid DESC', limit);
    return withAll.length > 0 ? withAll : this.#match(kind, common.join(' OR '), 'w.rowid DESC', limit);
  }

  put(kind: DocumentKind, id: string, document: unknown, words: string): void {
    const text = JSON.stringify(document);
    this.#database.together(() => {
      this.#database.run(DELETE_WORDS, id);
      const sql = `INSERT INTO documents (id, kind, document, words) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, document = excluded.document, words = excluded.words`;
      this.#database.run(sql, id, kind, text, words);
      this.#database.run('INSERT INTO document_words (rowid, text) SELECT number, words FROM documents WHERE id = ?', id);
    });
  }

  together(work: () => void): void {
    this.#database.together(work);
  }

  remove(...ids: readonly string[]): void {
    this.#database.forget(() => {
      for (const id of ids) {
        this.#database.run(DELETE_WORDS, id);
        this.#database.run('DELETE FROM documents WHERE id = ?', id);
      }
    });
  }

  /** How many documents hold it; counting ends at one more than MOST_ROWS. */
  #rowsWith(phrase: string): number {
    const sql = 'SELECT count(*) AS rows FROM (SELECT 1 FROM document_words WHERE document_words MATCH ? LIMIT ?)';
    return this.#database.all(counted, sql, phrase, MOST_ROWS + 1)[0]?.rows ?? 0;
  }

  #match(kind: DocumentKind, expression: string, order: string, limit: number): unknown[] {
    const sql = `SELECT d.document FROM document_words w JOIN documents d ON d.number = w.rowid
      WHERE document_words MATCH ? AND d.kind = ? ORDER BY ${order} LIMIT ?`;
    return this.#documents(sql, expression, kind, limit);
  }

  #documents(sql: string, ...values: unknown[]): unknown[] {
    return this.#database.all(row, sql, ...values).map(({ document }) => JSON.parse(document) as unknown);
  }
}

/** A short word is only itself: what begins with "i" would be a tenth of everything. */
function phraseOf(word: string): string {
  return word.length < 3 ? `"${word}"` : `"${word}"*`;
}
