import type { RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import type { TurnEnd } from '../../../models/turn-end/turn-end.ts';
import type { SpeakerCommand } from '../../ipc/audio-frame.ts';
import type { CanvasView } from '../../ipc/canvas-schema.ts';
import type { ConversationState, StoredTurn, TalkMode, TurnTimeline } from '../../ipc/conversation-schema.ts';
import type { Menu } from '../../ipc/menu-schema.ts';
import type { Persona } from '../../ipc/persona-schema.ts';
import type { Notice } from '../../ipc/presence-schema.ts';
import type { Profiles } from '../../ipc/window-schema.ts';
import type { Scope } from '../../lifetime/scope.ts';
import type { Wall } from '../personas/walls.ts';
import type { EngineSwitch, Skill } from '../skills/skill.ts';
import type { ConversationStore } from '../store/conversation-store.ts';
import type { EngineLedger } from './engine-ledger.ts';
import type { Meaning } from './meaning.ts';
import type { OwnManner } from './own-manner.ts';
import type { ThinkingChoice } from './thinking-choice.ts';
import type { Ears } from './turn-end-watch.ts';

/** Audio of one running utterance, on disk before anything else happens to it. */
export interface UtteranceSpool {
  append(samples: Float32Array): void;
  /** The words are committed (or taken back): the audio may go. */
  commit(): void | Promise<void>;
}

export interface SpoolDesk {
  open(turnId: string, conversationId: string): UtteranceSpool;
}

export interface SessionPreferences {
  readonly personaId: string;
  readonly talkMode: TalkMode;
  readonly volume: number;
  readonly rate: number;
  readonly locale: string;
  readonly timeZone: string;
}

/** The personas there are, and the walls between them. */
export interface PersonaRoom {
  list(): readonly Persona[];
  wall(id: string): Wall;
  changeWall(id: string, change: Partial<Omit<Wall, 'personaId'>>): void;
  tellAgain(id: string, subject: string): boolean;
  greet(id: string, now: Date, timeZone: string): string | null;
}

/** The engines there are besides the one that answers now. */
export interface EngineChoices extends EngineSwitch {
  /** Who answers while a host cannot be reached; null = nobody. */
  standIn(): RealtimeModel | null;
  /** A host may be asked before the turn surely ended, and for nothing where it goes on. */
  asksAhead(): boolean;
  /** A persona has the word: it may have an engine of its own. */
  speaks(personaId: string): void;
  /** Notes what went over a line. */
  enter: EngineLedger['enter'];
}

/** Everything the session is given. It makes no clock, no file and no device of its own. */
export interface SessionDependencies {
  readonly scope: Scope;
  /** The one that answers first. */
  readonly engine: RealtimeModel;
  readonly engines: EngineChoices;
  /** Judges by the sound of the voice whether a turn is over; null = silence and words alone do. */
  readonly turnEnd: TurnEnd | null;
  /** Hears in a pause what was said, for engines that tell it only after the turn; left out = nobody does. */
  readonly ears?: Ears;
  /** How hard engines are to think; left out = as usual. */
  readonly thinking?: ThinkingChoice;
  /** How this person talks. */
  readonly manner: OwnManner;
  readonly store: ConversationStore;
  /** A store that lives in memory, for one private conversation. */
  readonly openPrivateStore: () => ConversationStore;
  readonly spool: SpoolDesk;
  /** Finds facts by meaning; null where facts are found by their words alone. */
  readonly meaning: Meaning | null;
  readonly skills: readonly Skill[];
  readonly personas: PersonaRoom;
  /** What can be ordered. */
  readonly menu: () => Menu;
  /** The people who use this computer. */
  readonly profiles: () => Profiles;
  readonly preferences: SessionPreferences;
  readonly keeping: () => ConversationState['keeping'];
  /** Monotonic milliseconds: the clock of frames, marks and timelines. */
  readonly nowMs: () => number;
  readonly today: () => Date;
  readonly output: SessionOutput;
}

/** What the session tells: the window, main and the speaker listen. Past tense, except the speaker's commands. */
export interface SessionOutput {
  state(state: ConversationState): void;
  userPartial(partial: { turnId: string; text: string; stableText: string }): void;
  userDiscarded(discarded: { turnId: string; reason: 'cancelled' | 'too-short' | 'nothing-heard' }): void;
  turnCommitted(turn: StoredTurn): void;
  turnChanged(turn: StoredTurn): void;
  replyProgress(progress: { turnId: string; heardText: string; comingText: string }): void;
  /** What the engine thought so far on the way to a reply, for whoever wants to see it. */
  replyThinking?(thinking: { turnId: string; text: string; tookMs: number }): void;
  /** Another canvas is shown, or it changed; null = none is. */
  canvas(view: CanvasView): void;
  timeline(timeline: { turnId: string; timeline: TurnTimeline }): void;
  notice(notice: Notice): void;
  personaSwitched(persona: { id: string; name: string; character: string; tone: string }): void;
  /** Another person's profile was asked for by voice. */
  profileAsked(name: string): void;
  preferencesChanged(
    changed: Partial<Pick<SessionPreferences, 'personaId' | 'talkMode' | 'volume' | 'rate'>> & { engineId?: string },
  ): void;
  speaker(command: SpeakerCommand): void;
}
