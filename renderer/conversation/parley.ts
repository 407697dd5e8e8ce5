import { type ConversationContract, conversationContract } from '../../electron/ipc/conversation-schema.ts';
import { connectIpc, type IpcClient, type MessageChannelEnd } from '../../electron/ipc/derive-ipc.ts';
import { CONVERSATION_PORTS_MESSAGE, type WindowContract } from '../../electron/ipc/window-schema.ts';
import { Microphone } from '../microphone/microphone.ts';
import { sentences } from '../sentences.ts';
import { openSpeaker, type Speaker } from '../speaker/speaker.ts';
import { noticed, timed, turnCommitted, useWindow } from './conversation-store.ts';

declare global {
  interface Window {
    readonly parley: IpcClient<WindowContract>;
  }
}

/** The window's two partners: main by `window.parley`, the conversation process by the ports it was handed. */
// The detector and its runtime are read when the microphone first opens: the window paints without them.
export const microphone = new Microphone(async (options) => (await import('../microphone/open-capture.ts')).openCapture(options));
let speaker: Promise<Speaker> | null = null;
let conversation: { readonly client: IpcClient<ConversationContract>; readonly close: () => void } | null = null;

export function theSpeaker(): Promise<Speaker> {
  speaker ??= openSpeaker();
  return speaker;
}

/** Asks the conversation process; a problem becomes a notice, so callers need no catch. @returns undefined after a problem */
export async function ask<Result>(request: (client: IpcClient<ConversationContract>) => Promise<Result>): Promise<Result | undefined> {
  try {
    if (conversation === null) return undefined;
    return await request(conversation.client);
  } catch (failure) {
    showProblem(failure);
    return undefined;
  }
}

export function showProblem(failure: unknown): void {
  const problem = (failure as { problem?: { id: string; message: string; whatToDo: string } }).problem;
  const { id, message, whatToDo } = problem ?? {
    id: 'window',
    message: failure instanceof Error ? failure.message : String(failure),
    whatToDo: '',
  };
  useWindow.setState((state) => noticed(state, { id, message, whatToDo, severity: 'error' }));
}

/** Connects everything; called once when the page starts. */
export async function startWindow(): Promise<void> {
  window.addEventListener('message', (event) => {
    if (event.source === window && event.data === CONVERSATION_PORTS_MESSAGE) void takePorts(event.ports);
  });
  window.parley.on('settings', (settings) => useWindow.setState({ settings }));
  window.parley.on('problem', (problem) => useWindow.setState((state) => noticed(state, { ...problem, severity: 'warning' })));
  window.parley.on('show', ({ pane }) => useWindow.setState({ pane }));
  window.parley.on('toggleTalk', () => void tapTalk());
  window.parley.on('conversationProcess', ({ state, problem }) => {
    useWindow.setState({ process: state });
    if (problem !== null) useWindow.setState((now) => noticed(now, { ...problem, severity: 'error' }));
  });
  microphone.onChange(microphoneChanged);
  navigator.mediaDevices.addEventListener('devicechange', () => {
    if (microphone.condition === 'missing') void openMicrophone();
  });
  const settings = await window.parley.readSettings(undefined);
  useWindow.setState({ settings, pane: settings.welcomed ? 'conversation' : 'welcome' });
  await window.parley.connectConversation(undefined);
}

async function takePorts(ports: readonly MessagePort[]): Promise<void> {
  const [control, microphonePort, speakerPort] = ports;
  if (control === undefined || microphonePort === undefined || speakerPort === undefined) return;
  conversation?.close();
  const channel: MessageChannelEnd = {
    post: (message) => control.postMessage(message),
    listen: (receive) => {
      control.onmessage = ({ data }) => receive(data);
      return () => control.close();
    },
  };
  conversation = connectIpc(conversationContract, channel);
  listen(conversation.client);
  microphone.connect(microphonePort);
  (await theSpeaker()).connect(speakerPort);
  // At once: a change told while the turns are read is newer than this.
  const state = await ask((client) => client.readState(undefined));
  useWindow.setState({ process: 'running', conversation: state ?? null, partial: null, reply: null });
  useWindow.setState({ turns: (await ask((client) => client.readCurrentTurns(undefined))) ?? [] });
  await settle();
}

function listen(client: IpcClient<ConversationContract>): void {
  client.on('state', (state) => {
    const before = useWindow.getState().conversation;
    useWindow.setState({ conversation: state });
    if (before?.capturing !== state.capturing) capturingChanged(state.capturing);
  });
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
  client.on('replyProgress', (reply) => useWindow.setState({ reply }));
  client.on('timeline', (timing) => useWindow.setState((state) => timed(state, timing)));
  client.on('notice', (notice) => useWindow.setState((state) => noticed(state, notice)));
}

/** Brings the devices to what the settings say. */
export async function settle(): Promise<void> {
  const { settings } = useWindow.getState();
  if (settings === null) return;
  const output = await theSpeaker();
  output.setVolume(settings.volume);
  await output.setOutput(settings.speakerId).catch(() => undefined);
  if (settings.welcomed && settings.microphoneReady) await openMicrophone();
  else if (settings.welcomed && settings.talkMode === 'hands-free') await openMicrophone();
}

export async function openMicrophone(): Promise<void> {
  const granted = await window.parley.askForMicrophone(undefined);
  if (granted === 'denied') return microphoneChanged('denied');
  await microphone.open(useWindow.getState().settings?.microphoneId ?? null);
}

/** A talk key went down or up. The microphone opens with the key when it is not kept ready. */
export async function talkKey(direction: 'down' | 'up', source: 'button' | 'space'): Promise<void> {
  useWindow.setState((state) => ({ notices: state.notices.filter(({ id }) => id !== 'discarded') }));
  if (direction === 'down' && !microphone.isOpen) await openMicrophone();
  await ask((client) => client.talkKey({ direction, source }));
}

async function tapTalk(): Promise<void> {
  await talkKey('down', 'button');
  await talkKey('up', 'button');
}

function capturingChanged(capturing: boolean): void {
  tellMicrophone();
  void cue(capturing ? 'listening' : 'sent');
  const { settings, conversation: state } = useWindow.getState();
  const keepOpen = settings?.microphoneReady === true || state?.talkMode === 'hands-free';
  if (!capturing && !keepOpen) void microphone.close();
}

async function cue(name: 'listening' | 'sent' | 'cancelled'): Promise<void> {
  const { settings, conversation: state } = useWindow.getState();
  if (settings?.cues === true && state?.presence !== 'speaking' && state?.talkMode !== 'hands-free') (await theSpeaker()).cue(name);
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

/** Tray and title: 'live' exactly while frames are taken into an utterance. */
function tellMicrophone(): void {
  const { microphone: condition, conversation: state } = useWindow.getState();
  const shown = {
    closed: 'closed',
    opening: 'closed',
    open: 'open',
    denied: 'denied',
    missing: 'missing',
    silent: 'silent',
    lost: 'missing',
  } as const;
  void window.parley.showMicrophone({ state: state?.capturing ? 'live' : shown[condition] });
}
