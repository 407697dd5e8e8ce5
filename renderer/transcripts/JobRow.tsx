import { Pause, Play, RotateCcw, Settings2, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { RecordingJob } from '../../electron/ipc/recordings-schema.ts';
import { ask } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';
import { clockTime, useRecordings } from './recordings.ts';

const words = sentences.recordings;
const ICONS = { pause: Pause, resume: Play, cancel: X, retry: RotateCcw } as const;
type Verb = keyof typeof ICONS;

/** What can be done in which state. */
const VERBS: Readonly<Record<RecordingJob['state'], readonly Verb[]>> = {
  waiting: ['pause', 'cancel'],
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  failed: ['retry'],
  cancelled: ['retry'],
  done: [],
  'no-speech': [],
};

/** One file: how far it is, what went wrong, what can be done. */
export function JobRow({ job }: { job: RecordingJob }) {
  const [sure, setSure] = useState(false);
  const steer = (verb: Verb | 'remove') => void ask((client) => client.steerRecording({ id: job.id, verb }));
  const isOpen = job.state === 'waiting' || job.state === 'running' || job.state === 'paused';
  return (
    <li className="card job" data-state={job.state}>
      <div className="job-head">
        <JobName job={job} />
        <span className="choices">
          {VERBS[job.state].map((verb) => (
            <VerbButton key={verb} verb={verb} name={job.name} run={() => steer(verb)} />
          ))}
          {!isOpen && !sure && (
            <button
              type="button"
              className="button plain icon"
              aria-label={fill(words.verbAgain, { name: job.name })}
              title={fill(words.verbAgain, { name: job.name })}
              onClick={() => void ask((client) => client.offerAgain({ id: job.id }))}
            >
              <Settings2 size={16} aria-hidden />
            </button>
          )}
          {!isOpen && !sure && (
            <button
              type="button"
              className="button plain icon"
              aria-label={fill(words.verbOf, { verb: words.verbs.remove, name: job.name })}
              title={words.verbs.remove}
              onClick={() => (job.state === 'done' ? setSure(true) : steer('remove'))}
            >
              <Trash2 size={16} aria-hidden />
            </button>
          )}
        </span>
      </div>
      <JobProgress job={job} />
      {job.problem !== null && (
        <p className="job-problem">
          {job.problem.message} {job.problem.whatToDo}
        </p>
      )}
      {job.notices.map((notice) => (
        <p key={notice} className="quiet">
          {notice}
        </p>
      ))}
      {sure && (
        <div className="choices">
          <p className="quiet">{words.removeHint}</p>
          <span className="choices">
            <button type="button" className="button" onClick={() => setSure(false)}>
              {words.keep}
            </button>
            <button type="button" className="button danger" onClick={() => steer('remove')}>
              {words.removeSure}
            </button>
          </span>
        </div>
      )}
    </li>
  );
}

function JobName({ job }: { job: RecordingJob }) {
  if (job.state !== 'done') return <bdi className="list-title job-name">{job.name}</bdi>;
  return (
    <button
      type="button"
      className="job-open job-name list-title"
      aria-label={fill(words.open, { name: job.name })}
      onClick={() => useRecordings.setState({ shown: { kind: 'transcript', id: job.id, atMs: null } })}
    >
      <bdi>{job.name}</bdi>
    </button>
  );
}

function VerbButton({ verb, name, run }: { verb: Verb; name: string; run: () => void }) {
  const Icon = ICONS[verb];
  return (
    <button
      type="button"
      className="button plain icon"
      aria-label={fill(words.verbOf, { verb: words.verbs[verb], name })}
      title={words.verbs[verb]}
      onClick={run}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}

function JobProgress({ job }: { job: RecordingJob }) {
  const { state, percent } = job;
  const isUnderWay = state === 'running' || state === 'paused';
  return (
    <>
      {isUnderWay && (
        <progress
          className="job-progress"
          aria-label={fill(words.progress, { name: job.name })}
          max={100}
          {...(percent === null ? {} : { value: percent })}
        />
      )}
      <p className="quiet job-facts">{jobFacts(job).join(' · ')}</p>
    </>
  );
}

/** State, percent, place, speed, time left: what is known of them. */
export function jobFacts({ state, host, percent, positionMs, durationMs, speed, leftMs }: RecordingJob): string[] {
  const facts: string[] = [words.states[state], ...(host === null ? [] : [fill(words.host, { host })])];
  if (state === 'done' && durationMs !== null) facts.push(fill(words.length, { time: clockTime(durationMs) }));
  if (state !== 'running' && state !== 'paused') return facts;
  if (percent !== null) facts.push(fill(words.percent, { percent: Math.floor(percent) }));
  const position = clockTime(positionMs);
  facts.push(
    durationMs === null ? fill(words.positionOnly, { position }) : fill(words.position, { position, duration: clockTime(durationMs) }),
  );
  if (speed !== null) facts.push(fill(words.speed, { speed: speed.toFixed(speed < 10 ? 1 : 0) }));
  if (leftMs !== null) facts.push(fill(words.left, { time: clockTime(leftMs + 999) }));
  return facts;
}
