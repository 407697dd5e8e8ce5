/**
 * Every shipped form of the database, oldest first; number N leads from version N to N + 1. Never change one that was
 * shipped: add the next.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE conversations (
     id TEXT PRIMARY KEY,
     persona_id TEXT NOT NULL,
     engine_id TEXT NOT NULL,
     started_at TEXT NOT NULL
   ) STRICT;
   CREATE TABLE turns (
     number INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
     role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
     text TEXT NOT NULL,
     unheard_text TEXT NOT NULL,
     interrupted INTEGER NOT NULL,
     skill TEXT,
     persona_id TEXT NOT NULL,
     engine_id TEXT NOT NULL,
     at TEXT NOT NULL,
     timeline TEXT
   ) STRICT;
   CREATE INDEX turns_by_conversation ON turns (conversation_id, number);
   CREATE TABLE facts (
     id TEXT PRIMARY KEY,
     kind TEXT NOT NULL,
     value TEXT NOT NULL,
     source_turn_id TEXT NOT NULL,
     at TEXT NOT NULL
   ) STRICT;
   CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
   INSERT INTO counters VALUES ('commits', 0);
   CREATE VIRTUAL TABLE turn_words USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
   INSERT INTO turn_words (turn_words, rank) VALUES ('secure-delete', 1);`,
];
