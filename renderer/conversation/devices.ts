import type { Settings } from '../../electron/ipc/window-schema.ts';
import { isKeptOpen, microphone } from '../microphone/the-microphone.ts';
import { sentences } from '../sentences.ts';
import { openSpeaker, type Speaker } from '../speaker/speaker.ts';
import { ask } from './connection.ts';
import { isMicrophoneLive, noticed, useWindow } from './conversation-store.ts';

/** The window's microphone and speaker, and what the settings and the conversation want of them. */

export { microphone };

let speaker: Promise<Speaker> | null = null;

export function theSpeaker(): Promise<Speaker> {
  speaker ??= openSpeaker();
  return speaker;
}

/** Follows what happens to the microphone; called once when the page starts. @returns what ends it */
export function watchMicrophone(): () => void {
  const forget = microphone.onChange(microphoneChanged);
  // It may have been opened before the window was read.
  if (microphone.condition !== 'closed') microphoneChanged(microphone.condition);
  const tryAgain = () => {
    if (microphone.condition === 'missing') void openMicrophone();
  };
  navigator.mediaDevices.addEventListener('devicechange', tryAgain);
  return () => {
    forget();
    navigator.mediaDevices.removeEventListener('devicechange', tryAgain);
  };
}

export async function openMicrophone(): Promise<void> {
  const granted = await window.parley.askForMicrophone(undefined);
  if (granted === 'denied') return microphoneChanged('denied');
  await microphone.open(useWindow.getState().settings?.microphoneId ?? null);
}

/** Brings the devices to what the settings and the conversation say: nothing is open that nobody asked for. */
export async function settleDevices(): Promise<void> {
  const { settings, conversation } = useWindow.getState();
  if (settings === null) return;
  restMicrophone();
  // Side by side: each waits for the sound server, and one can talk before anything is played.
  await Promise.all([wantsMicrophone() ? openMicrophone() : microphone.close(), settleSpeaker(settings, conversation?.capturing === true)]);
}

async function settleSpeaker({ volume, speakerId }: Settings, isCapturing: boolean): Promise<void> {
  const output = await theSpeaker();
  if (isCapturing) output.wake();
  output.setVolume(volume);
  await output.setOutput(speakerId).catch(() => undefined);
}

/** True while frames are wanted: an utterance or a recording runs, a manner of talking is measured, hands-free listens, or it is kept ready between turns. */
function wantsMicrophone(): boolean {
  const { settings, conversation, process, isRecordingName, isTuning, recorder } = useWindow.getState();
  if (process === 'running' && (conversation?.capturing === true || recorder?.state === 'recording' || isTuning)) return true;
  return settings !== null && !isRecordingName && isKeptOpen(settings, conversation?.talkMode);
}

/** The microphone rests while nobody speaks, nothing is answered and nothing is recorded. */
export function restMicrophone(): void {
  const { conversation, recorder, isTuning } = useWindow.getState();
  microphone.rest(conversation?.presence === 'idle' && !conversation.capturing && recorder?.state !== 'recording' && !isTuning);
}

/** Tray, title and badge: 'live' exactly while frames are taken. */
export function tellMicrophone(): void {
  const { microphone: condition } = useWindow.getState();
  const shown = {
    closed: 'closed',
    opening: 'closed',
    open: 'open',
    denied: 'denied',
    missing: 'missing',
    silent: 'silent',
    lost: 'missing',
  } as const;
  const live = isMicrophoneLive(useWindow.getState());
  void window.parley.showMicrophone({ state: live ? 'live' : shown[condition] });
}

function microphoneChanged(condition: typeof microphone.condition): void {
  useWindow.setState({ microphone: condition });
  tellMicrophone();
  const problem = condition === 'denied' || condition === 'missing' || condition === 'silent' || condition === 'lost' ? condition : null;
  if (problem !== null) {
    const [message = '', ...rest] = sentences.microphoneProblems[problem].split(/(?<=\.) /);
    useWindow.setState((state) => noticed(state, { id: 'microphone', message, whatToDo: rest.join(' '), severity: 'warning' }));
  } else if (condition === 'open') {
    useWindow.setState((state) => ({ notices: state.notices.filter(({ id }) => id !== 'microphone') }));
  }
  const told = {
    closed: 'closed',
    opening: null,
    open: 'open',
    denied: 'denied',
    missing: 'denied',
    silent: 'silent',
    lost: 'lost',
  } as const;
  const state = told[condition];
  if (state !== null) void ask((client) => client.reportMicrophone({ state }));
}
