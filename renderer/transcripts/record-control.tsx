import { CircleDot, Mic, Pause, Play, Square, Users } from 'lucide-react';
import { create } from 'zustand';
import type { ConversationContract } from '../../electron/ipc/conversation-schema.ts';
import type { IpcClient } from '../../electron/ipc/derive-ipc.ts';
import type { RecorderState } from '../../electron/ipc/recorder-schema.ts';
import { ask } from '../conversation/connection.ts';
import { noticed, useWindow } from '../conversation/conversation-store.ts';
import { settleDevices, tellMicrophone } from '../conversation/devices.ts';
import { sentences } from '../sentences.ts';
import { closeSystemSound, recordMeeting } from './record-meeting.ts';
import { clockTime } from './recordings.ts';

const words = sentences.recordings.record;

/** What was heard so far of the running recording. */
const useHeard = create<{ readonly text: string }>()(() => ({ text: '' }));

/** Follows the recorder; called once for every connection to the conversation process. */
export function watchRecorder(client: IpcClient<ConversationContract>): void {
  client.on('recorderChanged', takeRecorder);
  client.on('recordingHeard', ({ text }) => useHeard.setState((heard) => ({ text: heard.text + text })));
  // After a restart of that process nothing is recorded: what was is on the disk.
  void client.readRecorder(undefined).then(takeRecorder, () => undefined);
}

function takeRecorder(recorder: RecorderState): void {
  const before = useWindow.getState().recorder?.state ?? 'off';
  useWindow.setState({ recorder });
  if (before === recorder.state) return;
  if (before === 'off') useHeard.setState({ text: '' });
  tellMicrophone();
  void settleDevices();
  if (recorder.state === 'off') void closeSystemSound();
  const { problem } = recorder;
  if (problem !== null) useWindow.setState((state) => noticed(state, { id: 'recording', ...problem, severity: 'error' }));
}

/** Records a memo straight to the disk; its words appear while it is recorded. */
export function RecordControl() {
  const recorder = useWindow((state) => state.recorder);
  const heard = useHeard(({ text }) => text);
  const state = recorder?.state ?? 'off';
  const isKept = useWindow(({ conversation }) => conversation?.keeping !== 'session');
  if (state === 'off') {
    return (
      <section aria-label={words.title}>
        <span className="choices">
          <button
            type="button"
            className="button record-start"
            onClick={() => void ask((client) => client.startRecording({ kind: 'memo', systemSound: false }))}
          >
            <Mic size={16} aria-hidden /> {words.start}
          </button>
          <button type="button" className="button record-start" onClick={() => void recordMeeting()}>
            <Users size={16} aria-hidden /> {words.meeting}
          </button>
        </span>
        <p className="quiet">{words.meetingHint}</p>
      </section>
    );
  }
  const isPaused = state === 'paused';
  return (
    <section className="card recorder" aria-label={words.title} data-state={state}>
      <div className="job-head">
        <CircleDot size={16} aria-hidden />
        <output className="list-title job-name">
          {isPaused ? words.paused : words.running} {clockTime(recorder?.writtenMs ?? 0)}
        </output>
        <span className="choices">
          <button
            type="button"
            className="button"
            onClick={() => void ask((client) => (isPaused ? client.resumeRecording(undefined) : client.pauseRecording(undefined)))}
          >
            {isPaused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />} {isPaused ? words.resume : words.pause}
          </button>
          <button type="button" className="button main" onClick={() => void ask((client) => client.stopRecording(undefined))}>
            <Square size={16} aria-hidden /> {words.stop}
          </button>
        </span>
      </div>
      {!isKept && <p className="quiet">{words.notKept}</p>}
      {heard !== '' && (
        <p className="quiet" aria-live="polite">
          {heard}
        </p>
      )}
    </section>
  );
}
