import { z } from 'zod';
import { type LedgerEntry, type LedgerSum, ledgerPurposeSchema } from '../../ipc/engine-schema.ts';
import type { LedgerStore } from './conversation-store.ts';
import type { StoreDatabase } from './store-database.ts';

const row = z.object({
  id: z.string(),
  at: z.string(),
  engine_id: z.string(),
  host: z.string(),
  purpose: ledgerPurposeSchema,
  conversation_id: z.string().nullable(),
  turn_id: z.string().nullable(),
  audio_sent_ms: z.number(),
  audio_received_ms: z.number(),
  characters_sent: z.number(),
  open_ms: z.number(),
  input_tokens: z.number(),
  output_tokens: z.number(),
  cost_micros: z.number().nullable(),
});
const sumRow = row.pick({ engine_id: true, host: true, audio_sent_ms: true, audio_received_ms: true, characters_sent: true }).extend({
  input_tokens: z.number(),
  output_tokens: z.number(),
  entries: z.number(),
  cost: z.number(),
  unpriced: z.number(),
});

const SUMS = `SELECT engine_id, host, count(*) AS entries, sum(audio_sent_ms) AS audio_sent_ms, sum(audio_received_ms) AS audio_received_ms,
    sum(characters_sent) AS characters_sent, sum(input_tokens) AS input_tokens, sum(output_tokens) AS output_tokens,
    coalesce(sum(cost_micros), 0) AS cost, sum(cost_micros IS NULL) AS unpriced
  FROM ledger WHERE at >= ? AND at < ?`;

/** What left this computer: times, hosts and amounts. Holds no words, so it outlives the conversations it tells of. */
export class LedgerTable implements LedgerStore {
  readonly #database: StoreDatabase;

  constructor(database: StoreDatabase) {
    this.#database = database;
  }

  add(entry: LedgerEntry): void {
    const values = rowOf(entry);
    const columns = Object.keys(values);
    const sql = `INSERT INTO ledger (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    this.#database.run(sql, ...Object.values(values));
  }

  newest(limit: number): readonly LedgerEntry[] {
    return this.#database.all(row, 'SELECT * FROM ledger ORDER BY number DESC LIMIT ?', limit).map(entryOf);
  }

  sums(span: { readonly from: Date; readonly to: Date; readonly conversationId?: string }): readonly LedgerSum[] {
    const { conversationId } = span;
    const within = conversationId === undefined ? '' : ' AND conversation_id = ?';
    const values = [span.from.toISOString(), span.to.toISOString(), ...(conversationId === undefined ? [] : [conversationId])];
    const rows = this.#database.all(sumRow, `${SUMS}${within} GROUP BY engine_id, host ORDER BY cost DESC, engine_id`, ...values);
    return rows.map(({ engine_id, host, entries, cost, unpriced, ...amounts }) => ({
      engineId: engine_id,
      host,
      entries,
      audioSentMs: amounts.audio_sent_ms,
      audioReceivedMs: amounts.audio_received_ms,
      charactersSent: amounts.characters_sent,
      inputTokens: amounts.input_tokens,
      outputTokens: amounts.output_tokens,
      costMicros: cost,
      unpriced,
    }));
  }
}

function rowOf(entry: LedgerEntry): z.output<typeof row> {
  return {
    id: entry.id,
    at: entry.at,
    engine_id: entry.engineId,
    host: entry.host,
    purpose: entry.purpose,
    conversation_id: entry.conversationId,
    turn_id: entry.turnId,
    audio_sent_ms: Math.round(entry.audioSentMs),
    audio_received_ms: Math.round(entry.audioReceivedMs),
    characters_sent: entry.charactersSent,
    open_ms: Math.round(entry.openMs),
    input_tokens: entry.inputTokens,
    output_tokens: entry.outputTokens,
    cost_micros: entry.costMicros,
  };
}

function entryOf(found: z.output<typeof row>): LedgerEntry {
  return {
    id: found.id,
    at: found.at,
    engineId: found.engine_id,
    host: found.host,
    purpose: found.purpose,
    conversationId: found.conversation_id,
    turnId: found.turn_id,
    audioSentMs: found.audio_sent_ms,
    audioReceivedMs: found.audio_received_ms,
    charactersSent: found.characters_sent,
    openMs: found.open_ms,
    inputTokens: found.input_tokens,
    outputTokens: found.output_tokens,
    costMicros: found.cost_micros,
  };
}
