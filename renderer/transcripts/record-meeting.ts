import { ask } from '../conversation/connection.ts';
import { noticed, useWindow } from '../conversation/conversation-store.ts';
import { microphone } from '../conversation/devices.ts';
import type { Capture } from '../microphone/open-capture.ts';
import { sentences } from '../sentences.ts';

const words = sentences.recordings.record;

/** What this computer plays, while it is recorded. */
let capture: Pick<Capture, 'close'> | null = null;

/** Records microphone and computer side by side. The sound of the computer comes first: without it there is no meeting to record. */
export async function recordMeeting(): Promise<void> {
  await closeSystemSound();
  try {
    await window.parley.allowSystemSound(undefined);
    const { openSystemSound } = await import('../microphone/system-sound.ts');
    capture = await openSystemSound({ frame: (samples) => microphone.sendSystem(samples), lost: () => tell(words.systemLost) });
  } catch {
    tell(words.noSystem);
    return;
  }
  const started = await ask((client) => client.startRecording({ kind: 'meeting', systemSound: true }));
  if (started === undefined) await closeSystemSound();
}

/** Nothing of the computer is listened to while nothing is recorded. */
export async function closeSystemSound(): Promise<void> {
  const open = capture;
  capture = null;
  await open?.close().catch(() => undefined);
}

function tell({ message, whatToDo }: { readonly message: string; readonly whatToDo: string }): void {
  useWindow.setState((state) => noticed(state, { id: 'system-sound', message, whatToDo, severity: 'warning' }));
}
