import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type ConversationSummary, type Fact, factSchema, type StoredTurn, timelineSchema } from '../../ipc/conversation-schema.ts';
import type { ConversationStore, NewFact, NewTurn } from './conversation-store.ts';
import { closeDatabase, type Database, forgetDeleted } from './database-file.ts';
import type { HighWaterMark } from './high-water-mark.ts';

const turnRow = z.object({
  id: z.string(),
  conversation_id: z.string(),
  role: z.enum(['user', 'assistant']),
  text: z.string(),
  unheard_text: z.string(),
  interrupted: z.number(),
  skill: z.string().nullable(),
  persona_id: z.string(),
  engine_id: z.string(),
  at: z.string(),
  timeline: z.string().nullable(),
});
const summaryRow = z.object({
  id: z.string(),
  started_at: z.string(),
  persona_id: z.string(),
  turn_count: z.number(),
  title: z.string().nullable(),
});
const factRow = z.object({ id: z.string(), kind: z.string(), value: z.string(), source_turn_id: z.string(), at: z.string() });

const SUMMARIES = `SELECT c.id, c.started_at, c.persona_id, count(t.number) AS turn_count,
    (SELECT text FROM turns WHERE conversation_id = c.id AND role = 'user' ORDER BY number LIMIT 1) AS title
  FROM conversations c JOIN turns t ON t.conversation_id = c.id`;

/** Tables in the order in which their rows may be copied. */
const TABLES = ['conversations', 'turns', 'facts'] as const;

/** The store over one database file; the file may be exchanged under it when a profile is unlocked or kept. */
export class EncryptedStore implements ConversationStore {
  #database: Database.Database;
  #mark: HighWaterMark;

  constructor(database: Database.Database, mark: HighWaterMark) {
    this.#database = database;
    this.#mark = mark;
  }

  /** Goes on with another file. @param carryOver copies what this one holds into it first */
  moveTo(database: Database.Database, mark: HighWaterMark, carryOver: boolean): void {
    const rows = carryOver ? TABLES.map((table) => [table, this.#database.prepare(`SELECT * FROM ${table}`).all()] as const) : [];
    closeDatabase(this.#database);
    this.#database = database;
    this.#mark = mark;
    for (const [table, found] of rows) for (const row of found) this.#copyRow(table, row as Record<string, unknown>);
  }

  startConversation(start: { personaId: string; engineId: string; at: Date }): string {
    const id = randomUUID();
    this.#run('INSERT INTO conversations VALUES (?, ?, ?, ?)', id, start.personaId, start.engineId, start.at.toISOString());
    return id;
  }

  commitTurn(conversationId: string, turn: NewTurn): StoredTurn {
    const { id, role, text, unheardText, interrupted, skill, personaId, engineId } = turn;
    const at = turn.at.toISOString();
    const timeline = turn.timeline === null ? null : JSON.stringify(turn.timeline);
    const commits = this.#together(() => {
      const values = [id, conversationId, role, text, unheardText, interrupted ? 1 : 0, skill, personaId, engineId, at, timeline];
      const columns = 'id, conversation_id, role, text, unheard_text, interrupted, skill, persona_id, engine_id, at, timeline';
      const { lastInsertRowid } = this.#run(`INSERT INTO turns (${columns}) VALUES (${values.map(() => '?').join(', ')})`, ...values);
      this.#run('INSERT INTO turn_words (rowid, text) VALUES (?, ?)', lastInsertRowid, text);
      this.#run("UPDATE counters SET value = value + 1 WHERE name = 'commits'");
      return this.commits();
    });
    this.#mark.raise(commits);
    return { id, conversationId, role, text, unheardText, interrupted, skill, personaId, engineId, at, timeline: turn.timeline };
  }

  listConversations(filter: { query?: string; limit: number }): readonly ConversationSummary[] {
    const found = filter.query === undefined ? null : this.#find(filter.query);
    if (found === null) {
      const rows = this.#all(summaryRow, `${SUMMARIES} GROUP BY c.id ORDER BY c.started_at DESC LIMIT ?`, filter.limit);
      return rows.map((row) => summaryOf(row, null));
    }
    return [...found].slice(0, filter.limit).flatMap(([conversationId, excerpt]) => {
      const rows = this.#all(summaryRow, `${SUMMARIES} WHERE c.id = ? GROUP BY c.id`, conversationId);
      return rows.map((row) => summaryOf(row, excerpt));
    });
  }

  readTurns(conversationId: string): readonly StoredTurn[] {
    return this.#all(turnRow, 'SELECT * FROM turns WHERE conversation_id = ? ORDER BY number', conversationId).map(turnOf);
  }

  deleteConversation(conversationId: string): void {
    this.#together(() => {
      this.#run('DELETE FROM turn_words WHERE rowid IN (SELECT number FROM turns WHERE conversation_id = ?)', conversationId);
      this.#run('DELETE FROM conversations WHERE id = ?', conversationId);
    });
    forgetDeleted(this.#database);
  }

  deleteEverything(): void {
    this.#together(() => {
      this.#run('DELETE FROM turn_words WHERE rowid IN (SELECT number FROM turns)');
      for (const table of TABLES.toReversed()) this.#run(`DELETE FROM ${table}`);
    });
    this.#database.exec('VACUUM');
    forgetDeleted(this.#database);
  }

  rememberFact({ kind, value, sourceTurnId, at }: NewFact): { fact: Fact; replaced: Fact | null } {
    const fact: Fact = { id: randomUUID(), kind, value, sourceTurnId, at: at.toISOString() };
    const replaced = this.listFacts().find((known) => known.kind === kind) ?? null;
    this.#together(() => {
      this.#run('DELETE FROM facts WHERE kind = ?', kind);
      this.#run('INSERT INTO facts VALUES (?, ?, ?, ?, ?)', fact.id, kind, value, sourceTurnId, fact.at);
    });
    return { fact, replaced };
  }

  listFacts(): readonly Fact[] {
    const rows = this.#all(factRow, 'SELECT * FROM facts ORDER BY at');
    return rows.map(({ id, kind, value, source_turn_id, at }) => factSchema.parse({ id, kind, value, sourceTurnId: source_turn_id, at }));
  }

  forgetFact(factId: string): void {
    this.#run('DELETE FROM facts WHERE id = ?', factId);
    forgetDeleted(this.#database);
  }

  /** How many turns were ever committed; the high-water mark is compared with it. */
  commits(): number {
    return this.#all(z.object({ value: z.number() }), "SELECT value FROM counters WHERE name = 'commits'")[0]?.value ?? 0;
  }

  close(): void {
    closeDatabase(this.#database);
  }

  /** Conversation id -> excerpt, newest match first. Words are found by their beginning, whatever their accents. */
  #find(query: string): Map<string, string> {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return new Map();
    const expression = words.map((word) => `"${word}"*`).join(' ');
    const sql = `SELECT t.conversation_id, t.text FROM turn_words w JOIN turns t ON t.number = w.rowid
      WHERE turn_words MATCH ? ORDER BY t.number DESC LIMIT 500`;
    const found = new Map<string, string>();
    for (const { conversation_id, text } of this.#all(z.object({ conversation_id: z.string(), text: z.string() }), sql, expression)) {
      if (!found.has(conversation_id)) found.set(conversation_id, excerptOf(text, words));
    }
    return found;
  }

  #copyRow(table: (typeof TABLES)[number], row: Record<string, unknown>): void {
    const entries = Object.entries(row).filter(([name]) => name !== '_metadata' && name !== 'number');
    const columns = entries.map(([name]) => name).join(', ');
    const { lastInsertRowid } = this.#run(
      `INSERT OR REPLACE INTO ${table} (${columns}) VALUES (${entries.map(() => '?').join(', ')})`,
      ...entries.map(([, value]) => value),
    );
    if (table === 'turns') this.#run('INSERT INTO turn_words (rowid, text) VALUES (?, ?)', lastInsertRowid, row['text']);
  }

  #together<Result>(work: () => Result): Result {
    return this.#database.transaction(work)();
  }

  #run(sql: string, ...values: unknown[]): Database.RunResult {
    return this.#database.prepare(sql).run(...values);
  }

  #all<Schema extends z.ZodType>(schema: Schema, sql: string, ...values: unknown[]): z.output<Schema>[] {
    return z.array(schema).parse(this.#database.prepare(sql).all(...values));
  }
}

function summaryOf(row: z.output<typeof summaryRow>, excerpt: string | null): ConversationSummary {
  const { id, started_at, persona_id, turn_count, title } = row;
  return { id, startedAt: started_at, personaId: persona_id, turnCount: turn_count, title: title ?? '', excerpt };
}

function turnOf(row: z.output<typeof turnRow>): StoredTurn {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    role: row.role,
    text: row.text,
    unheardText: row.unheard_text,
    interrupted: row.interrupted === 1,
    skill: row.skill,
    personaId: row.persona_id,
    engineId: row.engine_id,
    at: row.at,
    timeline: row.timeline === null ? null : timelineSchema.parse(JSON.parse(row.timeline)),
  };
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
