import { useEffect, useState } from 'react';
import type { TurnTimeline } from '../../electron/ipc/conversation-schema.ts';
import { type TurnTiming, useWindow } from '../conversation/conversation-store.ts';
import { sentences } from '../sentences.ts';

const STATIONS = [
  'commitMs',
  'transcriptMs',
  'firstTokenMs',
  'firstAudioMs',
  'firstSoundMs',
] as const satisfies readonly (keyof TurnTimeline)[];

type Machine = Awaited<ReturnType<typeof window.parley.readMachine>>;

/** When each station saw each turn, and what this installation is. */
export default function DiagnosticsPane() {
  const timings = useWindow((state) => state.timings);
  const [machine, setMachine] = useState<Machine | null>(null);
  useEffect(() => {
    void window.parley.readMachine(undefined).then(setMachine);
  }, []);
  return (
    <div className="sheet">
      <h2>{sentences.diagnostics.title}</h2>
      <p className="quiet">{timings.length === 0 ? sentences.diagnostics.empty : sentences.diagnostics.explain}</p>
      {timings.length > 0 && (
        <section className="card">
          <Picture timings={timings} />
          <Table timings={timings} />
        </section>
      )}
      {machine !== null && (
        <section className="card">
          <h3>{sentences.diagnostics.machine}</h3>
          <dl className="machine">
            {Object.entries(machine).map(([name, value]) => (
              <div key={name} className="contents">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <div>
            <button type="button" className="button" onClick={() => void window.parley.showLog(undefined)}>
              {sentences.diagnostics.showLog}
            </button>
          </div>
        </section>
      )}
    </div>
  );
}

/** Milliseconds after the end of speech; a written turn counts from its sending. */
export function sinceSpeechEnd(timeline: TurnTimeline): Readonly<Record<(typeof STATIONS)[number], number | null>> {
  const from = timeline.speechEndMs ?? timeline.commitMs;
  const entries = STATIONS.map((station) => {
    const atMs = timeline[station];
    return [station, atMs === null || from === null ? null : Math.round(atMs - from)];
  });
  return Object.fromEntries(entries);
}

const ROW_HEIGHT = 18;
const SHOWN = 12;

/** One bar a turn: dark until the turn was over, light until the first sound. */
function Picture({ timings }: { timings: readonly TurnTiming[] }) {
  const rows = timings.slice(-SHOWN).map(({ turnId, timeline }) => ({ turnId, ...sinceSpeechEnd(timeline) }));
  const longest = Math.max(1000, ...rows.map((row) => row.firstSoundMs ?? row.firstAudioMs ?? 0));
  const scale = (ms: number) => (ms / longest) * 560;
  return (
    <svg className="timing-picture" viewBox={`0 0 640 ${rows.length * ROW_HEIGHT}`} role="img" aria-label={sentences.diagnostics.title}>
      {rows.map((row, index) => {
        const end = row.firstSoundMs ?? row.firstAudioMs ?? 0;
        return (
          <g key={row.turnId}>
            <rect className="timing-bar later" x={0} y={index * ROW_HEIGHT + 3} width={scale(end)} height={ROW_HEIGHT - 6} rx={3} />
            <rect className="timing-bar" x={0} y={index * ROW_HEIGHT + 3} width={scale(row.commitMs ?? 0)} height={ROW_HEIGHT - 6} rx={3} />
            <text x={scale(end) + 6} y={index * ROW_HEIGHT + 13}>
              {end} ms
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Table({ timings }: { timings: readonly TurnTiming[] }) {
  return (
    <table className="timing-table">
      <thead>
        <tr>
          <th scope="col">#</th>
          {STATIONS.map((station) => (
            <th key={station} scope="col">
              {sentences.diagnostics[station]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {timings.map(({ turnId, timeline }, index) => {
          const row = sinceSpeechEnd(timeline);
          return (
            <tr key={turnId}>
              <td>{index + 1}</td>
              {STATIONS.map((station) => (
                <td key={station}>{row[station] ?? '–'}</td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
