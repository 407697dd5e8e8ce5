import { create } from 'zustand';
import type { CanvasView } from '../../electron/ipc/canvas-schema.ts';
import type { ConversationState, StoredTurn, TurnTimeline } from '../../electron/ipc/conversation-schema.ts';
import type { Notice } from '../../electron/ipc/presence-schema.ts';
import type { RecorderState } from '../../electron/ipc/recorder-schema.ts';
import type { Settings } from '../../electron/ipc/window-schema.ts';
import type { MicrophoneCondition } from '../microphone/microphone.ts';

export type Pane =
  | 'conversation'
  | 'history'
  | 'shelf'
  | 'people'
  | 'memory'
  | 'personas'
  | 'recordings'
  | 'settings'
  | 'engines'
  | 'models'
  | 'ledger'
  | 'tune'
  | 'diagnostics'
  | 'welcome';
export type ProcessState = 'starting' | 'running' | 'restarting' | 'stopped';

export interface TurnTiming {
  readonly turnId: string;
  readonly timeline: TurnTimeline;
}

/** What an engine thought so far on the way to a reply. */
export interface Thought {
  readonly turnId: string;
  readonly text: string;
  readonly tookMs: number;
}

/** What the window shows. Values that change many times a second (levels) live outside. */
export interface WindowState {
  readonly process: ProcessState;
  readonly conversation: ConversationState | null;
  readonly settings: Settings | null;
  readonly microphone: MicrophoneCondition;
  /** A name is being recorded: the microphone is live, and the conversation hears nothing of it. */
  readonly isRecordingName: boolean;
  /** The user's manner of talking is being measured: the microphone is live, and the conversation hears nothing of it. */
  readonly isTuning: boolean;
  /** What the recorder of memos and meetings does; null until it is known. */
  readonly recorder: RecorderState | null;
  readonly turns: readonly StoredTurn[];
  readonly partial: { readonly turnId: string; readonly text: string; readonly stableText: string } | null;
  readonly reply: { readonly turnId: string; readonly heardText: string; readonly comingText: string } | null;
  /** What the engine thought on the way to the last reply that it thought about, kept nowhere else. */
  readonly thoughts: (Thought & { readonly isOpen: boolean }) | null;
  /** What is shown beside the words; null when nothing is. */
  readonly canvas: CanvasView;
  readonly timings: readonly TurnTiming[];
  readonly notices: readonly Notice[];
  readonly pane: Pane;
  /** The turn that History is to open at; null opens the list. */
  readonly soughtTurn: { readonly conversationId: string; readonly turnId: string } | null;
  readonly overlay: 'palette' | 'shortcuts' | null;
}

export const useWindow = create<WindowState>()(() => ({
  process: 'starting',
  conversation: null,
  settings: null,
  microphone: 'closed',
  isRecordingName: false,
  isTuning: false,
  recorder: null,
  turns: [],
  partial: null,
  reply: null,
  thoughts: null,
  canvas: null,
  timings: [],
  notices: [],
  pane: 'conversation',
  soughtTurn: null,
  overlay: null,
}));

const TIMINGS_KEPT = 50;

/** Frames are taken: into an utterance, into a recording, or to be measured. */
export function isMicrophoneLive({ process, conversation, isRecordingName, isTuning, recorder }: WindowState): boolean {
  const isRecording = recorder !== null && recorder.state !== 'off';
  return isRecordingName || (process === 'running' && (conversation?.capturing === true || isRecording || isTuning));
}

/** A turn is committed: it replaces the partial or the running reply that led to it. */
export function turnCommitted(state: WindowState, turn: StoredTurn): Partial<WindowState> {
  return {
    turns: [...state.turns.filter(({ id }) => id !== turn.id), turn],
    partial: turn.role === 'user' ? null : state.partial,
    reply: turn.role === 'assistant' && state.reply?.turnId === turn.id ? null : state.reply,
  };
}

/** A name in it was put right, something was learned or undone, or words of it were forgotten: it changes where it stands. */
export function turnChanged(state: WindowState, turn: StoredTurn): Partial<WindowState> {
  const isReworded = state.turns.some(({ id, text }) => id === turn.id && text !== turn.text);
  return {
    turns: state.turns.map((shown) => (shown.id === turn.id ? turn : shown)),
    // They may quote what was forgotten.
    ...(isReworded ? { thoughts: null } : {}),
  };
}

/** Folded until somebody opens it, for every reply anew. */
export function thought(state: WindowState, thoughts: Thought): Partial<WindowState> {
  return { thoughts: { ...thoughts, isOpen: state.thoughts?.turnId === thoughts.turnId && state.thoughts.isOpen } };
}

export function timed(state: WindowState, timing: TurnTiming): Partial<WindowState> {
  return { timings: [...state.timings.filter(({ turnId }) => turnId !== timing.turnId), timing].slice(-TIMINGS_KEPT) };
}

/** The same problem is shown once, however often it is told. */
export function noticed(state: WindowState, notice: Notice): Partial<WindowState> {
  return { notices: [...state.notices.filter(({ id }) => id !== notice.id), notice] };
}

export function dismissed(state: WindowState, id: string): Partial<WindowState> {
  return { notices: state.notices.filter((notice) => notice.id !== id) };
}
