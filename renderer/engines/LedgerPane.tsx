import { useEffect, useState } from 'react';
import type { Costs, LedgerEntry, LedgerSum } from '../../electron/ipc/engine-schema.ts';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { cost, count, money, seconds } from './amounts.ts';
import './engines.css';
import { SheetHead } from './SheetHead.tsx';

const words = sentences.ledger;
const MOST_ENTRIES = 200;

/** What went to which host, how much of it, what for, and what it cost. */
export default function LedgerPane() {
  const turns = useWindow((state) => state.turns.length);
  const [costs, setCosts] = useState<Costs | null>(null);
  const [entries, setEntries] = useState<readonly LedgerEntry[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every turn may have added an entry
  useEffect(() => {
    void ask((client) => client.readCosts(undefined)).then((read) => setCosts(read ?? null));
    void ask((client) => client.readLedger({ limit: MOST_ENTRIES })).then((read) => setEntries(read ?? []));
  }, [turns]);
  if (costs === null) return null;
  return (
    <div className="sheet wide-sheet">
      <SheetHead title={words.title} />
      <p className="quiet">{words.hint}</p>
      {(['conversation', 'day', 'month'] as const).map((span) => (
        <SumTable key={span} title={words.spans[span]} sums={costs[span]} />
      ))}
      <h3>{words.entries}</h3>
      {entries.length === 0 ? <p className="quiet">{words.empty}</p> : <EntryTable entries={entries} />}
    </div>
  );
}

function SumTable({ title, sums }: { title: string; sums: readonly LedgerSum[] }) {
  return (
    <section className="card">
      <h3>{title}</h3>
      {sums.length === 0 ? (
        <p className="quiet">{words.here}</p>
      ) : (
        <Table
          label={title}
          headings={words.headings}
          rows={sums.map((sum) => ({
            key: `${sum.engineId} ${sum.host}`,
            cells: [
              sum.host,
              seconds(sum.audioSentMs),
              seconds(sum.audioReceivedMs),
              count(sum.charactersSent),
              count(sum.inputTokens + sum.outputTokens),
              cost(sum),
            ],
          }))}
        />
      )}
    </section>
  );
}

function EntryTable({ entries }: { entries: readonly LedgerEntry[] }) {
  const rows = entries.map((entry) => ({
    key: entry.id,
    cells: [
      new Date(entry.at).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' }),
      entry.host,
      words.purposes[purposeOf(entry)],
      seconds(entry.audioSentMs),
      count(entry.charactersSent),
      count(entry.inputTokens + entry.outputTokens),
      entry.costMicros === null ? words.unknownCost : money(entry.costMicros),
    ],
  }));
  return (
    <>
      <p className="quiet">{fill(words.newest, { count: entries.length })}</p>
      <Table label={words.entries} headings={words.entryHeadings} rows={rows} />
    </>
  );
}

function purposeOf({ purpose, turnId }: LedgerEntry): keyof typeof words.purposes {
  if (purpose !== 'conversation') return purpose;
  return turnId === null ? 'opening' : 'turn';
}

/** Scrolls sideways by itself where the window is narrow, by key, too. */
export function Table(table: {
  readonly label: string;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly React.ReactNode[] }[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className="engine-table" aria-label={table.label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={table.headings[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
