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
  `ALTER TABLE conversations ADD COLUMN expires_at TEXT;
   CREATE INDEX conversations_by_expiry ON conversations (expires_at) WHERE expires_at IS NOT NULL;
   ALTER TABLE turns ADD COLUMN heard_text TEXT;
   ALTER TABLE turns ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';
   CREATE TABLE documents (
     number INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     kind TEXT NOT NULL,
     document TEXT NOT NULL,
     words TEXT NOT NULL
   ) STRICT;
   CREATE INDEX documents_by_kind ON documents (kind, number);
   CREATE VIRTUAL TABLE document_words USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
   INSERT INTO documents (id, kind, document, words) SELECT id, 'name-card', json_object(
     'id', id, 'owner', 'me', 'written', substr(value, 1, 60), 'relation', NULL, 'heardAs', json_array(), 'notWritten', json_array(),
     'respelling', NULL, 'ipa', NULL, 'sourceTurnId', source_turn_id, 'at', at), value FROM facts
     WHERE kind = 'user-name' AND value <> '';
   INSERT INTO document_words (rowid, text) SELECT number, words FROM documents;
   DROP TABLE facts;`,
  `CREATE TABLE ledger (
     number INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     at TEXT NOT NULL,
     engine_id TEXT NOT NULL,
     host TEXT NOT NULL,
     purpose TEXT NOT NULL,
     conversation_id TEXT REFERENCES conversations (id) ON DELETE SET NULL,
     turn_id TEXT,
     audio_sent_ms INTEGER NOT NULL,
     audio_received_ms INTEGER NOT NULL,
     characters_sent INTEGER NOT NULL,
     open_ms INTEGER NOT NULL,
     input_tokens INTEGER NOT NULL,
     output_tokens INTEGER NOT NULL,
     cost_micros INTEGER
   ) STRICT;
   CREATE INDEX ledger_by_time ON ledger (at);
   CREATE INDEX ledger_by_conversation ON ledger (conversation_id) WHERE conversation_id IS NOT NULL;`,
];
