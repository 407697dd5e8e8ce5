import type { VoiceFile } from '../../../models/text-to-speech/voice-files.ts';
import {
  type AudioFrame,
  HEARING_FRAME_MS,
  HEARING_FRAME_SAMPLES,
  type MicrophoneMessage,
  RESTING_FRAMES,
  type SpeakerReport,
} from '../../ipc/audio-frame.ts';
import { type ConversationContract, conversationContract, type StoredTurn } from '../../ipc/conversation-schema.ts';
import { type IpcHandlers, type MessageChannelEnd, serveIpc } from '../../ipc/derive-ipc.ts';
import type { MenuBook } from '../canvas/menu-book.ts';
import { JudgedFrames, type JudgedFramesOptions } from '../hearing/judged-frames.ts';
import type { PersonaDesk } from '../personas/persona-desk.ts';
import type { ConversationStore } from '../store/conversation-store.ts';
import type { EngineDesk } from './engine-desk.ts';
import type { OwnModels } from './own-models.ts';
import type { Recordings } from './recordings.ts';
import { canvasHandlers } from './serve-canvas.ts';
import { engineHandlers } from './serve-engines.ts';
import { memoryHandlers } from './serve-memory.ts';
import { personaHandlers } from './serve-personas.ts';
import { recordingHandlers } from './serve-recordings.ts';
import type { Session } from './session.ts';
import type { ThinkingChoice } from './thinking-choice.ts';
import type { TuningDesk } from './tuning-desk.ts';

/** What the window may ask besides the session's own verbs. */
export interface WindowDesk {
  readonly session: Session;
  readonly engines: EngineDesk;
  readonly ownModels: OwnModels;
  readonly store: ConversationStore;
  readonly personas: PersonaDesk;
  readonly menus: MenuBook;
  readonly recordings: Recordings;
  readonly tuning: TuningDesk;
  readonly thinking: ThinkingChoice;
  /** Words or notes of a committed turn read otherwise now. */
  readonly turnChanged: (turn: StoredTurn) => void;
  /** There are others to choose from now. */
  readonly personasChanged: () => void;
  /** Of this computer. */
  readonly voices: () => Promise<readonly VoiceFile[]>;
  readonly voiceActivity: Omit<JudgedFramesOptions, 'tell'>;
  readonly nowMs: () => number;
  /** Opens a locked profile, or keeps an unkept one from now on. @throws ProblemError 'wrong-passphrase' */
  enterPassphrase(passphrase: string): Promise<void>;
}

/** The three ports of one window, in the order of CONVERSATION_PORTS. */
export interface WindowPorts {
  readonly control: MessageChannelEnd;
  readonly microphone: MessageChannelEnd;
  readonly speaker: MessageChannelEnd;
}

export type WindowEmit = ReturnType<typeof serveIpc<ConversationContract>>['emit'];

/** Serves one window. Returns how to tell it things and how to close. */
export function serveWindow(desk: WindowDesk, ports: WindowPorts): { readonly emit: WindowEmit; readonly close: () => void } {
  const served = serveIpc(conversationContract, ports.control, handlers(desk));
  const judged = new JudgedFrames({
    ...desk.voiceActivity,
    tell: (frame) => {
      if (desk.tuning.takeFrame(frame)) return;
      if (!desk.recordings.recorder.takeFrame('microphone', frame.samples)) desk.session.hearFrame(frame);
    },
  });
  const stopMicrophone = ports.microphone.listen((message) => {
    const system = systemSamplesOf(message);
    if (system !== null) return void desk.recordings.recorder.takeFrame('system', system);
    for (const frame of framesOf(message, desk.nowMs())) judged.hear(frame);
  });
  const stopSpeaker = ports.speaker.listen((message) => {
    const report = reportOf(message);
    if (report !== null) desk.session.takeReport(report);
  });
  const close = () => {
    served.close();
    stopMicrophone();
    void judged.close();
    stopSpeaker();
  };
  return { emit: served.emit, close };
}

function handlers(desk: WindowDesk): IpcHandlers<ConversationContract> {
  const { session, store, recordings } = desk;
  return {
    readState: () => session.state,
    talkKey: ({ direction, agoMs }) => session.talkKey(direction, agoMs),
    cancel: () => session.cancel(),
    setThinking: ({ effort }) => {
      desk.thinking.choose(session.engine.model, effort);
      session.memoryChanged();
    },
    setTalkMode: ({ mode }) => session.setTalkMode(mode),
    sendText: ({ text }) => session.sendText(text),
    expectText: ({ text }) => session.remembering.expect(text.trim()),
    newConversation: async ({ kind }) => {
      await recordings.askAbout(null);
      await session.newConversation(kind);
    },
    ...personaHandlers(desk),
    ...canvasHandlers(desk),
    ...engineHandlers(desk),
    readCurrentTurns: () => [...session.currentTurns()],
    listConversations: ({ query }) => [...store.listConversations(query.trim() === '' ? { limit: 500 } : { query, limit: 500 })],
    readConversation: ({ id }) => [...store.readTurns(id)],
    readTurn: ({ id }) => store.readTurn(id),
    deleteConversation: async ({ id }) => {
      if (session.conversationId === id) await session.newConversation('kept');
      store.deleteConversation(id);
      session.canvases.removeOf(id);
    },
    ...memoryHandlers(desk),
    ...recordingHandlers(desk),
    ...recordings.recorder.handlers,
    ...desk.tuning.handlers,
    enterPassphrase: ({ passphrase }) => desk.enterPassphrase(passphrase),
    cancelTimer: ({ id }) => session.cancelTimer(id),
    reportMicrophone: ({ state }) => {
      if (state === 'lost' || state === 'closed' || state === 'denied') session.microphoneLost();
    },
  };
}

/** Anything but well-formed frames is dropped: the page is not trusted with the shape of memory. */
export function framesOf(message: unknown, nowMs: number): Omit<AudioFrame, 'speechProbability'>[] {
  const told = message as Partial<Extract<MicrophoneMessage, { kind: 'frames' }>> | null;
  if (told?.kind !== 'frames' || !(told.samples instanceof Float32Array)) return [];
  const { samples } = told;
  const count = samples.length / HEARING_FRAME_SAMPLES;
  if (!Number.isInteger(count) || count > RESTING_FRAMES) return [];
  return Array.from({ length: count }, (_, index) => ({
    samples: samples.slice(index * HEARING_FRAME_SAMPLES, (index + 1) * HEARING_FRAME_SAMPLES),
    endMs: nowMs - (count - 1 - index) * HEARING_FRAME_MS,
  }));
}

function systemSamplesOf(message: unknown): Float32Array | null {
  const frame = message as Partial<MicrophoneMessage> | null;
  return frame?.kind === 'system-frame' && frame.samples instanceof Float32Array && frame.samples.length === HEARING_FRAME_SAMPLES
    ? frame.samples
    : null;
}

const REPORT_KINDS: ReadonlySet<unknown> = new Set(['started', 'play-head', 'finished', 'stopped']);

function reportOf(message: unknown): SpeakerReport | null {
  const report = message as Partial<Record<'kind' | 'itemId' | 'playedMs', unknown>> | null;
  if (!REPORT_KINDS.has(report?.kind)) return null;
  if (typeof report?.itemId !== 'string' && !(report?.kind === 'stopped' && report.itemId === null)) return null;
  if (report.kind !== 'started' && !(typeof report.playedMs === 'number' && Number.isFinite(report.playedMs))) return null;
  return report as SpeakerReport;
}
