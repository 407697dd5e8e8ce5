import { Circle, Play, Square } from 'lucide-react';
import { useState } from 'react';
import { LONGEST_RACE_MS, type RaceRow } from '../../electron/ipc/engine-schema.ts';
import { askHere, showProblem } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { playWav, wavOf } from '../people/record-name.ts';
import { useRecorder } from '../people/use-recorder.ts';
import { fill, sentences } from '../sentences.ts';
import { money } from './amounts.ts';
import { changeEngines, useEngines } from './engines.ts';
import { Table } from './LedgerPane.tsx';

const words = sentences.race;

/** One sentence of the user's own, heard by every engine that takes part, side by side. */
export function RacePanel() {
  const engines = useEngines((state) => state.engines.filter(({ whyNot }) => whyNot === null).length);
  const [wav, setWav] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [rows, setRows] = useState<readonly RaceRow[]>([]);
  const [isRunning, setRunning] = useState(false);
  if (engines < 2) return null;
  const start = async (ids: readonly string[]) => {
    setRunning(true);
    setRows([]);
    setTold(words.running);
    for (const id of ids) {
      const answer = await askHere((client) => client.raceEngine({ id, wav: wav ?? '' }));
      if ('result' in answer) setRows((done) => [...done, answer.result]);
      else if (answer.problem !== null) showProblem({ problem: answer.problem });
    }
    setRunning(false);
    setTold(null);
  };
  return (
    <section className="card">
      <h3>{words.title}</h3>
      <p className="quiet">{words.hint}</p>
      <Recorder
        hasRecording={wav !== null}
        recorded={(recording) => {
          setTold(recording === null ? words.silent : null);
          setWav(recording);
        }}
      />
      {wav !== null && <Runners isRunning={isRunning} start={(ids) => void start(ids)} />}
      <p className="told" role="status">
        {told}
      </p>
      {rows.length > 0 && <Results rows={rows} />}
    </section>
  );
}

function Recorder({ hasRecording, recorded }: { hasRecording: boolean; recorded: (wav: string | null) => void }) {
  const recorder = useRecorder(LONGEST_RACE_MS);
  const record = async () => {
    const samples = await recorder.record();
    if (samples !== undefined) recorded(samples === null ? null : wavOf(samples));
  };
  return (
    <span className="engine-line">
      {recorder.state === 'ready' ? (
        <button type="button" className="button" onClick={() => void record()}>
          <Circle size={14} aria-hidden /> {hasRecording ? words.again : words.record}
        </button>
      ) : (
        <button type="button" className="button recording" onClick={recorder.stop}>
          <Square size={14} aria-hidden /> {words.stop}
        </button>
      )}
      <span className="quiet" role="status">
        {{ ready: null, opening: sentences.microphone.opening, hearing: words.recording }[recorder.state]}
      </span>
    </span>
  );
}

function Runners({ isRunning, start }: { isRunning: boolean; start: (ids: readonly string[]) => void }) {
  const engines = useEngines((state) => state.engines);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const able = engines.filter(({ whyNot }) => whyNot === null);
  const takes = able.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const toggle = (id: string) => setLeft((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <>
      {able.map(({ id, label }) => (
        <label key={id} className="engine-line">
          <input type="checkbox" checked={!left.has(id)} onChange={() => toggle(id)} />
          {fill(words.engine, { label })}
        </label>
      ))}
      <span className="engine-line">
        <button type="button" className="button main" disabled={isRunning || takes.length === 0} onClick={() => start(takes)}>
          {words.start}
        </button>
      </span>
    </>
  );
}

function Results({ rows }: { rows: readonly RaceRow[] }) {
  const play = (wav: string) => void playWav(wav, useWindow.getState().settings?.speakerId ?? null).catch(showProblem);
  const quickestMs = Math.min(...rows.map(({ firstSoundMs }) => firstSoundMs ?? Number.POSITIVE_INFINITY));
  const firstSound = (ms: number) => fill(rows.length > 1 && ms === quickestMs ? words.first : words.ms, { ms: ms.toLocaleString() });
  const cells = ({ engineId, label, firstSoundMs, costMicros, heard, said, wav, problem }: RaceRow) => [
    <span key="engine" className="engine-line">
      <bdi>{label}</bdi>
      <button type="button" className="button plain" onClick={() => void changeEngines({ engineId })}>
        {fill(words.use, { label })}
      </button>
    </span>,
    firstSoundMs === null ? words.noSound : firstSound(firstSoundMs),
    costMicros === null ? sentences.ledger.unknownCost : money(costMicros),
    heard,
    <span key="said" className="engine-line">
      {problem ?? said}
      {wav !== null && (
        <button type="button" className="button plain icon" aria-label={fill(words.hear, { label })} onClick={() => play(wav)}>
          <Play size={14} aria-hidden />
        </button>
      )}
    </span>,
  ];
  return <Table label={words.title} headings={words.headings} rows={rows.map((row) => ({ key: row.engineId, cells: cells(row) }))} />;
}
