import { CircleDot, Mic, Pause, Play, Square, Users } from 'lucide-react';
import { ask } from '../conversation/connection.ts';
import { sentences } from '../sentences.ts';
import { startRecording, useRecorder } from './recorder.ts';
import { clockTime } from './recordings.ts';

const words = sentences.recordings.recorder;
/** The end of what was heard is what one looks for. */
const SHOWN_SIGNS = 240;

/** Records from the microphone, straight to disk, and shows the words as they are heard. */
export function RecorderCard() {
  const recorder = useRecorder((state) => state.recorder);
  if (recorder === null) return null;
  if (recorder.state === 'off') return <RecorderOff problem={recorder.problem} />;
  return (
    <section className="card recorder" aria-label={words.title} data-state={recorder.state}>
      <div className="job-head">
        <CircleDot size={16} aria-hidden />
        <span className="list-title job-name">
          {words.states[recorder.state]} {clockTime(recorder.writtenMs)}
        </span>
        <span className="choices">
          {recorder.state === 'recording' && (
            <button type="button" className="button" onClick={() => void ask((client) => client.pauseRecording(undefined))}>
              <Pause size={16} aria-hidden /> {words.pause}
            </button>
          )}
          {recorder.state === 'paused' && (
            <button type="button" className="button" onClick={() => void ask((client) => client.resumeRecording(undefined))}>
              <Play size={16} aria-hidden /> {words.goOn}
            </button>
          )}
          <button
            type="button"
            className="button main"
            disabled={recorder.state === 'finishing'}
            onClick={() => void ask((client) => client.stopRecording(undefined))}
          >
            <Square size={16} aria-hidden /> {words.stop}
          </button>
        </span>
      </div>
      <Heard />
    </section>
  );
}

function RecorderOff({ problem }: { problem: { readonly message: string; readonly whatToDo: string } | null }) {
  return (
    <div className="choices">
      <span className="choices">
        <button type="button" className="button" onClick={() => void startRecording('memo')}>
          <Mic size={16} aria-hidden /> {words.memo}
        </button>
        <button type="button" className="button" onClick={() => void startRecording('meeting')}>
          <Users size={16} aria-hidden /> {words.meeting}
        </button>
      </span>
      {problem !== null && (
        <p className="job-problem">
          {problem.message} {problem.whatToDo}
        </p>
      )}
    </div>
  );
}

function Heard() {
  const heard = useRecorder((state) => state.heard.trim());
  return <p className="quiet">{heard === '' ? words.hint : heard.length > SHOWN_SIGNS ? `… ${heard.slice(-SHOWN_SIGNS)}` : heard}</p>;
}
