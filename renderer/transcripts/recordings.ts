import { create } from 'zustand';
import type { ConversationContract } from '../../electron/ipc/conversation-schema.ts';
import type { IpcClient } from '../../electron/ipc/derive-ipc.ts';
import type { AskedRecording, OfferedFile, RecordingJob } from '../../electron/ipc/recordings-schema.ts';
import { showProblem } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';

export interface RecordingsState {
  /** In the order in which they were added; null until they are known. */
  readonly jobs: readonly RecordingJob[] | null;
  readonly offered: readonly OfferedFile[];
  /** The recording that the conversation is asked about. */
  readonly asked: AskedRecording | null;
  /** Whether the model that tells voices apart is on this computer. */
  readonly canTellVoices: boolean;
  /** Counts connections: what was read on an earlier one is read again. */
  readonly connection: number;
  /** What the pane shows: the list, a transcript by its id, or the running conversation. */
  readonly shown: { readonly kind: 'list' | 'live' } | { readonly kind: 'transcript'; readonly id: string; readonly atMs: number | null };
}

export const useRecordings = create<RecordingsState>()(() => ({
  jobs: null,
  offered: [],
  asked: null,
  canTellVoices: false,
  connection: 0,
  shown: { kind: 'list' },
}));

/** Follows the recordings of the conversation process; called once for every connection to it. */
export function watchRecordings(client: IpcClient<ConversationContract>): void {
  client.on('recordingChanged', (job) => useRecordings.setState((state) => jobChanged(state, job)));
  client.on('recordingRemoved', ({ id }) => useRecordings.setState((state) => jobRemoved(state, id)));
  client.on('recordingAsked', (asked) => useRecordings.setState({ asked }));
  client.on('filesOffered', (offered) => useRecordings.setState({ offered }));
  client
    .listRecordings(undefined)
    .then((listed) => useRecordings.setState(({ connection }) => ({ ...listed, connection: connection + 1 })), showProblem);
}

/** Opens a transcript, at a place if one is given; what became none is shown in the list, with the reason. */
export function showRecording(id: string, atMs: number | null = null): void {
  const isOther = useRecordings.getState().jobs?.some((job) => job.id === id && job.state !== 'done') ?? false;
  useRecordings.setState({ shown: isOther ? { kind: 'list' } : { kind: 'transcript', id, atMs } });
  useWindow.setState({ pane: 'recordings' });
}

/** It changes where it stands; a new one comes last. */
export function jobChanged(state: RecordingsState, job: RecordingJob): Partial<RecordingsState> {
  const jobs = state.jobs ?? [];
  return { jobs: jobs.some(({ id }) => id === job.id) ? jobs.map((one) => (one.id === job.id ? job : one)) : [...jobs, job] };
}

export function jobRemoved({ jobs, shown }: RecordingsState, id: string): Partial<RecordingsState> {
  const isShown = shown.kind === 'transcript' && shown.id === id;
  return { jobs: (jobs ?? []).filter((job) => job.id !== id), ...(isShown ? { shown: { kind: 'list' } } : {}) };
}

/** `1:02:03` or `2:03`. */
export function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const end = `${String(rest).padStart(2, '0')}`;
  return hours === 0 ? `${minutes}:${end}` : `${hours}:${String(minutes).padStart(2, '0')}:${end}`;
}
