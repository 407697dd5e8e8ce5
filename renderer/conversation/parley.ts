import type { ConversationContract, ConversationState } from '../../electron/ipc/conversation-schema.ts';
import type { IpcClient } from '../../electron/ipc/derive-ipc.ts';
import { CONVERSATION_PORTS_MESSAGE, type WindowContract } from '../../electron/ipc/window-schema.ts';
import { useEngines, watchKeys } from '../engines/engines.ts';
import { sentences } from '../sentences.ts';
import { watchProfiles } from '../settings/profiles.ts';
import { watchRecorder } from '../transcripts/record-control.tsx';
import { showRecording, watchRecordings } from '../transcripts/recordings.ts';
import { ask, connectConversation } from './connection.ts';
import { noticed, thought, timed, turnChanged, turnCommitted, useWindow } from './conversation-store.ts';
import { microphone, restMicrophone, settleDevices, tellMicrophone, theSpeaker, watchMicrophone } from './devices.ts';
import { tapTalkKey } from './talk-key.ts';

declare global {
  interface Window {
    readonly parley: IpcClient<WindowContract>;
  }
}

/** Connects the window's two partners, main and the conversation process, to what is shown; called once when the page starts. */
export async function startWindow(): Promise<void> {
  window.addEventListener('message', (event) => {
    if (event.source === window && event.data === CONVERSATION_PORTS_MESSAGE) void takePorts(event.ports);
  });
  window.parley.on('settings', (settings) => {
    useWindow.setState({ settings });
    // "Louder" is said to the assistant, not to a slider.
    void settleDevices();
  });
  window.parley.on('problem', (problem) => useWindow.setState((state) => noticed(state, { ...problem, severity: 'warning' })));
  window.parley.on('show', ({ pane, recordingId }) =>
    recordingId === undefined ? useWindow.setState({ pane }) : showRecording(recordingId),
  );
  window.parley.on('toggleTalk', tapTalkKey);
  window.parley.on('conversationProcess', ({ state, problem }) => {
    useWindow.setState({ process: state });
    tellMicrophone();
    if (problem !== null) useWindow.setState((now) => noticed(now, { ...problem, severity: 'error' }));
  });
  watchMicrophone();
  const settings = await window.parley.readSettings(undefined);
  useWindow.setState({ settings, pane: settings.welcomed ? 'conversation' : 'welcome' });
  await watchProfiles(window.parley);
  await watchKeys(window.parley);
  await window.parley.connectConversation(undefined);
}

async function takePorts(ports: readonly MessagePort[]): Promise<void> {
  const [control, microphonePort, speakerPort] = ports;
  if (control === undefined || microphonePort === undefined || speakerPort === undefined) return;
  listen(connectConversation(control));
  microphone.connect(microphonePort);
  // What is said while the conversation process still starts waits in the port.
  const opening = settleDevices();
  (await theSpeaker()).connect(speakerPort);
  // At once: a change told while the turns are read is newer than this.
  const state = await ask((client) => client.readState(undefined));
  useWindow.setState({ process: 'running', conversation: state ?? null, partial: null, reply: null });
  useWindow.setState({ turns: (await ask((client) => client.readCurrentTurns(undefined))) ?? [] });
  useWindow.setState({ canvas: (await ask((client) => client.readCanvas(undefined))) ?? null });
  useEngines.setState({ engines: (await ask((client) => client.listEngines(undefined))) ?? [] });
  await opening;
  await settleDevices();
}

function listen(client: IpcClient<ConversationContract>): void {
  client.on('state', takeState);
  client.on('userPartial', (partial) => useWindow.setState({ partial }));
  client.on('userDiscarded', ({ reason }) => {
    useWindow.setState({ partial: null });
    void cue('cancelled');
    if (reason !== 'cancelled') {
      useWindow.setState((state) =>
        noticed(state, { id: 'discarded', message: sentences.discarded[reason], whatToDo: '', severity: 'info' }),
      );
    }
  });
  client.on('turnCommitted', (turn) => useWindow.setState((state) => turnCommitted(state, turn)));
  client.on('turnChanged', (turn) => useWindow.setState((state) => turnChanged(state, turn)));
  client.on('replyProgress', (reply) => useWindow.setState({ reply }));
  client.on('replyThinking', (thoughts) => useWindow.setState((state) => thought(state, thoughts)));
  client.on('canvas', (canvas) => useWindow.setState({ canvas }));
  client.on('timeline', (timing) => useWindow.setState((state) => timed(state, timing)));
  watchRecorder(client);
  client.on('engines', ({ engines }) => useEngines.setState({ engines }));
  watchRecordings(client);
  client.on('notice', (notice) => useWindow.setState((state) => noticed(state, notice)));
}

/** The global key, the voice or another window may have changed what is wanted of the microphone. */
function takeState(state: ConversationState): void {
  const before = useWindow.getState().conversation;
  useWindow.setState({ conversation: state });
  if (before?.capturing !== state.capturing) {
    tellMicrophone();
    // Whoever interrupts a reply hears that it fell silent; a cue would only talk into the first word.
    if (before?.presence !== 'speaking') void cue(state.capturing ? 'listening' : 'sent');
  }
  if (before?.capturing !== state.capturing || before.talkMode !== state.talkMode) void settleDevices();
  restMicrophone();
}

async function cue(name: 'listening' | 'sent' | 'cancelled'): Promise<void> {
  const { settings, conversation: state } = useWindow.getState();
  if (settings?.cues === true && state?.presence !== 'speaking' && state?.talkMode !== 'hands-free') (await theSpeaker()).cue(name);
}
