import { create } from 'zustand';
import type { ConversationContract } from '../../electron/ipc/conversation-schema.ts';
import type { IpcClient } from '../../electron/ipc/derive-ipc.ts';
import type { RecorderState } from '../../electron/ipc/recorder-schema.ts';
import { ask, showProblem } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { settleDevices, tellMicrophone } from '../conversation/devices.ts';

export interface RecorderShown {
  /** Null until it is known. */
  readonly recorder: RecorderState | null;
  /** What was heard in the running recording so far. */
  readonly heard: string;
}

export const useRecorder = create<RecorderShown>()(() => ({ recorder: null, heard: '' }));

/** Follows the recorder of the conversation process; called once for every connection to it. */
export function watchRecorder(client: IpcClient<ConversationContract>): void {
  client.on('recorderChanged', takeState);
  client.on('recordingHeard', ({ jobId, text }) =>
    useRecorder.setState(({ recorder, heard }) => (recorder?.jobId === jobId ? { heard: heard + text } : {})),
  );
  client.readRecorder(undefined).then(takeState, showProblem);
}

export async function startRecording(kind: 'memo' | 'meeting'): Promise<void> {
  useRecorder.setState({ heard: '' });
  await ask((client) => client.startRecording({ kind, systemSound: false }));
}

/** The microphone is open exactly while the recorder or the conversation wants it. */
function takeState(recorder: RecorderState): void {
  const isTaking = recorder.state === 'recording';
  const before = useWindow.getState().isRecording;
  useRecorder.setState({ recorder });
  useWindow.setState({ isRecording: isTaking });
  if (before === isTaking) return;
  tellMicrophone();
  void settleDevices();
}
