import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type ConversationSummary, type StoredTurn, timelineSchema } from '../../ipc/conversation-schema.ts';
import { memoryNoteSchema } from '../../ipc/memory-schema.ts';
import { type ConversationStore, documentKindSchema, type NewTurn, type TurnChange } from './conversation-store.ts';
import type { Database } from './database-file.ts';
import { DocumentTable } from './document-table.ts';
import type { HighWaterMark } from './high-water-mark.ts';
import { LedgerTable } from './ledger-table.ts';
import { StoreDatabase } from './store-database.ts';

const turnRow = z.object({
  id: z.string(),
  conversation_id: z.string(),
  role: z.enum(['user', 'assistant']),
  text: z.string(),
  heard_text: z.string().nullable(),
  unheard_text: z.string(),
  interrupted: z.number(),
  skill: z.string().nullable(),
  persona_id: z.string(),
  engine_id: z.string(),
  at: z.string(),
  timeline: z.string().nullable(),
  notes: z.string(),
});
const summaryRow = z.object({
  id: z.string(),
  started_at: z.string(),
  persona_id: z.string(),
  turn_count: z.number(),
  expires_at: z.string().nullable(),
  title: z.string().nullable(),
});

const documentRow = z.object({ kind: documentKindSchema, id: z.string(), document: z.string(), words: z.string() });
const anyRow = z.record(z.string(), z.unknown());

const SUMMARIES = `SELECT c.id, c.started_at, c.persona_id, c.expires_at, count(t.number) AS turn_count,
    (SELECT text FROM turns WHERE conversation_id = c.id AND role = 'user' ORDER BY number LIMIT 1) AS title
  FROM conversations c JOIN turns t ON t.conversation_id = c.id`;

const DELETE_TURN_WORDS = 'DELETE FROM turn_words WHERE rowid IN (SELECT number FROM turns';

/** Tables in the order in which their rows may be copied. */
const TABLES = ['conversations', 'turns', 'documents', 'ledger'] as const;

/** The store over one database file; the file may be exchanged under it when a profile is unlocked or kept. */
export class EncryptedStore implements ConversationStore {
  readonly documents: DocumentTable;
  readonly ledger: LedgerTable;
  readonly #database: StoreDatabase;
  #mark: HighWaterMark;

  constructor(database: Database.Database, mark: HighWaterMark) {
    this.#database = new StoreDatabase(database);
    this.documents = new DocumentTable(this.#database);
    this.ledger = new LedgerTable(this.#database);
    this.#mark = mark;
  }

  /** Goes on with another file, which takes over what this one holds; after a failure this one goes on. */
  moveTo(database: Database.Database, mark: HighWaterMark): void {
    const rows = TABLES.map((table) => [table, this.#database.all(anyRow, `SELECT * FROM ${table} ORDER BY rowid`)] as const);
    const target = new EncryptedStore(database, mark);
    target.#database.together(() => {
      for (const [table, found] of rows) for (const row of found) target.#copyRow(table, row);
    });
    this.#database.exchange(database);
    this.#mark = mark;
    this.#mark.raise(this.commits());
  }

  startConversation(start: Parameters<ConversationStore['startConversation']>[0]): string {
    const id = randomUUID();
    const columns = 'id, persona_id, engine_id, started_at, expires_at';
    const { personaId, engineId, at, expiresAt } = start;
    const values = [id, personaId, engineId, at.toISOString(), expiresAt?.toISOString() ?? null];
    this.#database.run(`INSERT INTO conversations (${columns}) VALUES (?, ?, ?, ?, ?)`, ...values);
    return id;
  }

  commitTurn(conversationId: string, turn: NewTurn): StoredTurn {
    const stored: StoredTurn = { ...turn, conversationId, at: turn.at.toISOString() };
    const row = rowOf(stored);
    const commits = this.#database.together(() => {
      const columns = Object.keys(row);
      const sql = `INSERT INTO turns (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
      const { lastInsertRowid } = this.#database.run(sql, ...Object.values(row));
      this.#database.run('INSERT INTO turn_words (rowid, text) VALUES (?, ?)', lastInsertRowid, stored.text);
      this.#database.run("UPDATE counters SET value = value + 1 WHERE name = 'commits'");
      return this.commits();
    });
    this.#mark.raise(commits);
    return stored;
  }

  changeTurn(turnId: string, change: TurnChange): StoredTurn | null {
    const before = this.readTurn(turnId);
    if (before === null) return null;
    const after: StoredTurn = { ...before, ...change };
    const { text, heard_text, unheard_text, notes } = rowOf(after);
    this.#database.together(() => {
      this.#database.run(`${DELETE_TURN_WORDS} WHERE id = ?)`, turnId);
      const sql = 'UPDATE turns SET text = ?, heard_text = ?, unheard_text = ?, notes = ? WHERE id = ?';
      this.#database.run(sql, text, heard_text, unheard_text, notes, turnId);
      this.#database.run('INSERT INTO turn_words (rowid, text) SELECT number, text FROM turns WHERE id = ?', turnId);
    });
    return after;
  }

  readTurn(turnId: string): StoredTurn | null {
    return this.#database.all(turnRow, 'SELECT * FROM turns WHERE id = ?', turnId).map(turnOf)[0] ?? null;
  }

  findTurns(text: string): readonly StoredTurn[] {
    // The database lower-cases plain letters only, so the words are looked at here.
    const wanted = folded(text);
    if (wanted === '') return [];
    const turns = this.#database.all(turnRow, 'SELECT * FROM turns ORDER BY number').map(turnOf);
    return turns.filter((turn) =>
      [turn.text, turn.heardText ?? '', turn.unheardText, ...turn.notes.map(({ label }) => label)].some((held) =>
        folded(held).includes(wanted),
      ),
    );
  }

  listConversations(filter: { query?: string; limit: number }): readonly ConversationSummary[] {
    const found = filter.query === undefined ? null : this.#find(filter.query);
    if (found === null) {
      const rows = this.#database.all(summaryRow, `${SUMMARIES} GROUP BY c.id ORDER BY c.started_at DESC LIMIT ?`, filter.limit);
      return rows.map((row) => summaryOf(row, null));
    }
    return [...found].slice(0, filter.limit).flatMap(([conversationId, excerpt]) => {
      const rows = this.#database.all(summaryRow, `${SUMMARIES} WHERE c.id = ? GROUP BY c.id`, conversationId);
      return rows.map((row) => summaryOf(row, excerpt));
    });
  }

  readTurns(conversationId: string): readonly StoredTurn[] {
    return this.#database.all(turnRow, 'SELECT * FROM turns WHERE conversation_id = ? ORDER BY number', conversationId).map(turnOf);
  }

  deleteConversation(conversationId: string): void {
    this.#database.forget(() => this.#delete(conversationId));
  }

  deleteExpired(now: Date): readonly string[] {
    const sql = 'SELECT id FROM conversations WHERE expires_at <= ?';
    const expired = this.#database.all(z.object({ id: z.string() }), sql, now.toISOString()).map(({ id }) => id);
    if (expired.length === 0) return [];
    this.#database.forget(() => {
      for (const id of expired) this.#delete(id);
    });
    return expired;
  }

  nextExpiry(): Date | null {
    const [row] = this.#database.all(z.object({ next: z.string().nullable() }), 'SELECT min(expires_at) AS next FROM conversations');
    return row?.next == null ? null : new Date(row.next);
  }

  wipe(): void {
    this.#database.forget(() => undefined);
  }

  /** How many turns were ever committed; the high-water mark is compared with it. */
  commits(): number {
    return this.#database.all(z.object({ value: z.number() }), "SELECT value FROM counters WHERE name = 'commits'")[0]?.value ?? 0;
  }

  close(): void {
    this.#database.close();
  }

  /** Conversation id -> excerpt, newest match first. Words are found by their beginning, whatever their accents. */
  #find(query: string): Map<string, string> {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return new Map();
    const expression = words.map((word) => `"${word}"*`).join(' ');
    const sql = `SELECT t.conversation_id, t.text FROM turn_words w JOIN turns t ON t.number = w.rowid
      WHERE turn_words MATCH ? ORDER BY t.number DESC LIMIT 500`;
    const found = new Map<string, string>();
    for (const { conversation_id, text } of this.#database.all(
      z.object({ conversation_id: z.string(), text: z.string() }),
      sql,
      expression,
    )) {
      if (!found.has(conversation_id)) found.set(conversation_id, excerptOf(text, words));
    }
    return found;
  }

  #delete(conversationId: string): void {
    this.#database.run(`${DELETE_TURN_WORDS} WHERE conversation_id = ?)`, conversationId);
    this.#database.run('DELETE FROM conversations WHERE id = ?', conversationId);
  }

  /** A document of the same id is replaced: what was said last counts. */
  #copyRow(table: (typeof TABLES)[number], row: Record<string, unknown>): void {
    if (table === 'documents') {
      const { kind, id, document, words } = documentRow.parse(row);
      this.documents.put(kind, id, JSON.parse(document), words);
      return;
    }
    const entries = Object.entries(row).filter(([name]) => name !== 'number');
    const columns = entries.map(([name]) => name).join(', ');
    const sql = `INSERT OR IGNORE INTO ${table} (${columns}) VALUES (${entries.map(() => '?').join(', ')})`;
    const { changes, lastInsertRowid } = this.#database.run(sql, ...entries.map(([, value]) => value));
    if (table !== 'turns' || changes === 0) return;
    this.#database.run('INSERT INTO turn_words (rowid, text) VALUES (?, ?)', lastInsertRowid, row['text']);
    this.#database.run("UPDATE counters SET value = value + 1 WHERE name = 'commits'");
  }
}

function summaryOf(row: z.output<typeof summaryRow>, excerpt: string | null): ConversationSummary {
  const { id, started_at, persona_id, turn_count, expires_at, title } = row;
  return { id, startedAt: started_at, personaId: persona_id, turnCount: turn_count, expiresAt: expires_at, title: title ?? '', excerpt };
}

function turnOf(row: z.output<typeof turnRow>): StoredTurn {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    role: row.role,
    text: row.text,
    heardText: row.heard_text,
    unheardText: row.unheard_text,
    interrupted: row.interrupted === 1,
    skill: row.skill,
    personaId: row.persona_id,
    engineId: row.engine_id,
    at: row.at,
    timeline: row.timeline === null ? null : timelineSchema.parse(JSON.parse(row.timeline)),
    notes: z.array(memoryNoteSchema).parse(JSON.parse(row.notes)),
  };
}

function rowOf(turn: StoredTurn): z.output<typeof turnRow> {
  return {
    id: turn.id,
    conversation_id: turn.conversationId,
    role: turn.role,
    text: turn.text,
    heard_text: turn.heardText,
    unheard_text: turn.unheardText,
    interrupted: turn.interrupted ? 1 : 0,
    skill: turn.skill,
    persona_id: turn.personaId,
    engine_id: turn.engineId,
    at: turn.at,
    timeline: turn.timeline === null ? null : JSON.stringify(turn.timeline),
    notes: JSON.stringify(turn.notes),
  };
}

/** The same text in any writing of its letters. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

const EXCERPT_CHARACTERS = 40;

/** Some words around the first match, the match between «». */
function excerptOf(text: string, words: readonly string[]): string {
  const plain = (value: string) => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const tokens = text.split(/(?<=\s)|(?=\s)/);
  const first = tokens.findIndex((token) => words.some((word) => plain(token).includes(plain(word))));
  if (first === -1) return text.slice(0, EXCERPT_CHARACTERS * 2);
  const before = tokens.slice(0, first).join('').slice(-EXCERPT_CHARACTERS);
  const after = tokens
    .slice(first + 1)
    .join('')
    .slice(0, EXCERPT_CHARACTERS);
  return `${before}«${tokens[first]}»${after}`.trim();
}
