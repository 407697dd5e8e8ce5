import { builtInMenu } from '../../electron/conversation/canvas/menu-book.ts';
import { loadPersonas } from '../../electron/conversation/personas/load-personas.ts';
import { PersonaDesk } from '../../electron/conversation/personas/persona-desk.ts';
import type { Meaning } from '../../electron/conversation/session/meaning.ts';
import { OwnManner } from '../../electron/conversation/session/own-manner.ts';
import { Session } from '../../electron/conversation/session/session.ts';
import type { EngineChoices, SessionPreferences } from '../../electron/conversation/session/session-dependencies.ts';
import { ThinkingChoice } from '../../electron/conversation/session/thinking-choice.ts';
import type { Ears } from '../../electron/conversation/session/turn-end-watch.ts';
import { builtInSkills } from '../../electron/conversation/skills/built-in-skills.ts';
import type { ConversationStore } from '../../electron/conversation/store/conversation-store.ts';
import { openPrivateStore } from '../../electron/conversation/store/private-store.ts';
import { type AudioFrame, HEARING_FRAME_MS, type SpeakerCommand } from '../../electron/ipc/audio-frame.ts';
import type { CanvasView } from '../../electron/ipc/canvas-schema.ts';
import type { ConversationState, StoredTurn } from '../../electron/ipc/conversation-schema.ts';
import type { Notice } from '../../electron/ipc/presence-schema.ts';
import { Scope } from '../../electron/lifetime/scope.ts';
import type { RealtimeModel } from '../../models/speech-to-speech/realtime-model.ts';
import type { TurnEnd } from '../../models/turn-end/turn-end.ts';
import { framesOf } from '../conversation/frames.ts';
import { memoryStore } from './memory-store.ts';
import { PuppetEngine } from './puppet-engine.ts';

/** Lets every promise that is already settled run on. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * A whole session on a hand-moved clock: the engine is a puppet, the speaker a list of commands, the disk a list of
 * spooled utterances. Time passes only by `hear` and `wait`.
 */
export class Stage {
  readonly speaker: SpeakerCommand[] = [];
  readonly states: ConversationState[] = [];
  readonly notices: Notice[] = [];
  readonly partials: string[] = [];
  readonly discarded: string[] = [];
  readonly preferencesChanged: object[] = [];
  readonly told: StoredTurn[] = [];
  readonly changed: StoredTurn[] = [];
  readonly canvases: CanvasView[] = [];
  readonly profilesAsked: string[] = [];
  readonly thoughts: { readonly turnId: string; readonly text: string; readonly tookMs: number }[] = [];
  readonly thinking: ThinkingChoice;
  /** End of every frame in which somebody spoke. */
  readonly spokenMs: number[] = [];
  nowMs = 0;

  readonly engine: PuppetEngine;
  readonly session: Session;
  readonly scope: Scope;
  readonly store: ReturnType<typeof memoryStore>;
  readonly personas: PersonaDesk;
  readonly spooled: ReadonlyMap<string, 'kept' | 'forgotten'>;

  private constructor(parts: Pick<Stage, 'engine' | 'session' | 'scope' | 'store' | 'personas' | 'spooled' | 'thinking'>) {
    this.engine = parts.engine;
    this.session = parts.session;
    this.scope = parts.scope;
    this.store = parts.store;
    this.personas = parts.personas;
    this.spooled = parts.spooled;
    this.thinking = parts.thinking;
  }

  static async open(
    options: {
      engine?: PuppetEngine;
      /** Another engine than the puppet. */
      model?: RealtimeModel;
      engines?: Partial<EngineChoices>;
      turnEnd?: TurnEnd;
      ears?: Ears;
      store?: ConversationStore;
      meaning?: Meaning;
      preferences?: Partial<SessionPreferences>;
    } = {},
  ): Promise<Stage> {
    const engine = options.engine ?? new PuppetEngine();
    const builtIn = await loadPersonas('assets/personas');
    const preferences = {
      personaId: 'nova',
      talkMode: 'push-to-talk',
      volume: 1,
      rate: 1,
      locale: 'en-US',
      timeZone: 'UTC',
      ...options.preferences,
    } as const;
    const hold: { stage?: Stage } = {};
    const stage = () => {
      if (hold.stage === undefined) throw new Error('the session spoke before the stage was set');
      return hold.stage;
    };
    const scope = new Scope('stage');
    const store = withTurns(options.store ?? memoryStore());
    const personas = new PersonaDesk(builtIn.personas, () => store.documents);
    const menu = builtInMenu(new URL('../../assets/menus', import.meta.url).pathname);
    const spooled = new Map<string, 'kept' | 'forgotten'>();
    const thinking = new ThinkingChoice();
    const session = new Session({
      scope,
      thinking,
      engine: options.model ?? engine,
      engines: {
        list: () => [],
        switchTo: () => undefined,
        standIn: () => null,
        asksAhead: () => true,
        speaks: () => undefined,
        enter: () => undefined,
        ...options.engines,
      },
      turnEnd: options.turnEnd ?? null,
      ...(options.ears === undefined ? {} : { ears: options.ears }),
      manner: new OwnManner(() => store.documents),
      store,
      spool: {
        open: (turnId) => {
          spooled.set(turnId, 'kept');
          return { append: () => undefined, commit: () => void spooled.set(turnId, 'forgotten') };
        },
      },
      meaning: options.meaning ?? null,
      skills: builtInSkills,
      openPrivateStore,
      personas,
      menu: () => menu,
      profiles: () => ({
        currentId: 'me',
        profiles: [
          { id: 'me', name: 'Me', colour: 'sea' },
          { id: 'anna', name: 'Anna', colour: 'plum' },
        ],
      }),
      preferences,
      keeping: () => 'kept',
      nowMs: () => stage().nowMs,
      today: () => new Date('2026-03-02T10:00:00Z'),
      output: {
        state: (state) => void stage().states.push(state),
        userPartial: ({ text }) => void stage().partials.push(text),
        userDiscarded: ({ reason }) => void stage().discarded.push(reason),
        turnCommitted: (turn) => void stage().told.push(turn),
        turnChanged: (turn) => void stage().changed.push(turn),
        profileAsked: (name) => void stage().profilesAsked.push(name),
        replyProgress: () => undefined,
        replyThinking: (thoughts) => void stage().thoughts.push(thoughts),
        canvas: (view) => void stage().canvases.push(view),
        timeline: () => undefined,
        notice: (notice) => void stage().notices.push(notice),
        personaSwitched: () => undefined,
        preferencesChanged: (changed) => void stage().preferencesChanged.push(changed),
        speaker: (command) => void stage().speaker.push(command),
      },
    });
    const made = new Stage({ engine, session, scope, store, personas, spooled, thinking });
    hold.stage = made;
    void session.open();
    await settled();
    return made;
  }

  get presence(): string {
    return this.session.state.presence;
  }

  /** What was asked of the engine since the last look. */
  calls(): string[] {
    return this.engine.calls.splice(0);
  }

  /** `s` speech, `.` silence, 32 ms each. */
  hear(pattern: string): void {
    for (const frame of framesOf(pattern, this.nowMs)) this.#hearFrame(frame);
  }

  /** Real sound, with what a real detector makes of it. */
  hearSound(samples: Float32Array, speechProbability: number): void {
    this.#hearFrame({ samples, endMs: this.nowMs + HEARING_FRAME_MS, speechProbability });
  }

  wait(ms: number): void {
    this.nowMs += ms;
  }

  /** The speaker says it played `ms` of the item it was last given. */
  played(ms: number, kind: 'play-head' | 'finished' | 'stopped' = 'play-head'): void {
    const last = this.speaker.findLast((command) => command.kind === 'play');
    if (last?.kind === 'play') this.session.takeReport({ kind, itemId: last.itemId, playedMs: ms });
  }

  /** The engine calls a tool. */
  async tool(name: string, args: Record<string, unknown>): Promise<void> {
    const responseId = `tool-${this.engine.calls.length}`;
    this.engine.tell(
      { type: 'response-started', responseId },
      { type: 'tool-called', responseId, callId: responseId, name, arguments: args },
      { type: 'response-ended', responseId, end: 'called-tools' },
    );
    await settled();
  }

  /** The engine says what it was given, or this, and it is heard to its end. */
  async reply(text = this.engine.calls.flatMap((call) => /^say "(.*)"$/.exec(call)?.[1] ?? []).at(-1) ?? 'Fine.'): Promise<void> {
    this.engine.reply(text);
    this.played(text.split(' ').length * 300, 'finished');
    await settled();
  }

  words(): string[] {
    return this.store.turns.map(({ role, text }) => `${role}: ${text}`);
  }

  async close(): Promise<void> {
    await this.scope.close();
  }

  #hearFrame(frame: AudioFrame): void {
    this.nowMs += HEARING_FRAME_MS;
    if (frame.speechProbability >= 0.5) this.spokenMs.push(frame.endMs);
    this.session.hearFrame(frame);
  }
}

/** A real store has no list of all its turns; whoever plays on one reads them there. */
function withTurns(store: ConversationStore | ReturnType<typeof memoryStore>): ReturnType<typeof memoryStore> {
  return 'turns' in store ? store : Object.assign(store, { turns: [], entries: [] });
}
