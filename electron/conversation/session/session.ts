import type { EngineEvent, EngineFailure, EngineSetup } from '../../../models/speech-to-speech/realtime-model.ts';
import { TimelineRecorder } from '../../diagnostics/turn-timeline.ts';
import type { AudioFrame, SpeakerReport } from '../../ipc/audio-frame.ts';
import type { ConversationState, StoredTurn, TalkMode } from '../../ipc/conversation-schema.ts';
import { factSentences } from '../memory/fact-sentences.ts';
import { enginePersona } from '../personas/engine-persona.ts';
import type { Persona } from '../personas/persona.ts';
import { toolDefinitions } from '../skills/serve-skills.ts';
import { openTimerDesk } from '../skills/timer-desk.ts';
import { ActivityWatch } from './activity-watch.ts';
import { Answering } from './answering.ts';
import { type Awaited, AwaitedWords } from './awaited-words.ts';
import { EngineLink } from './engine-link.ts';
import { Listening } from './listening.ts';
import type { Reply } from './reply.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { presenceOf, sessionState } from './session-state.ts';
import { type SessionVerbs, skillContext } from './skill-desks.ts';
import type { Utterance } from './utterance.ts';

/**
 * One person talking with one engine: wires hearing, turn-taking, engine, skills, speaking and store. The only place
 * that knows them all; each decision lives in its own station.
 */
export class Session {
  readonly #dependencies: SessionDependencies;
  readonly #link: EngineLink;
  readonly #listening: Listening;
  readonly #answering: Answering;
  readonly #verbs: SessionVerbs;
  readonly #awaited = new AwaitedWords();
  readonly #activity: ActivityWatch;
  #persona: Persona;
  #volume: number;
  #rate: number;
  #conversationId: string | null = null;
  #lastReply: string | null = null;
  #failure: EngineFailure | null = null;
  #toldState = '';

  constructor(dependencies: SessionDependencies) {
    const { preferences, personas } = dependencies;
    const persona = personas.find(({ id }) => id === preferences.personaId) ?? personas[0];
    if (persona === undefined) throw new Error('A session needs at least one persona.');
    this.#dependencies = dependencies;
    this.#persona = persona;
    this.#volume = preferences.volume;
    this.#rate = preferences.rate;
    this.#activity = new ActivityWatch(dependencies.scope, () => this.#changed());
    this.#verbs = this.#makeVerbs();
    this.#link = new EngineLink({
      model: dependencies.engine,
      setup: () => this.#engineSetup(),
      onEvent: (event) => this.#takeEvent(event),
      onReady: () => this.#changed(),
      onUnavailable: (failure) => this.#engineUnavailable(failure),
    });
    this.#answering = new Answering({
      scope: dependencies.scope,
      link: this.#link,
      dependencies,
      skillContext: (reply) => skillContext(dependencies, this.#verbs, reply),
      onFinished: (reply) => this.#replyFinished(reply),
      onChanged: () => this.#changed(),
    });
    this.#listening = this.#makeListening(preferences.talkMode);
    dependencies.scope.add(() => this.#link.close());
  }

  /** Loads the engine; one may talk before it is ready. */
  open(): Promise<void> {
    this.#failure = null;
    return this.#link.open();
  }

  get state(): ConversationState {
    return sessionState({
      dependencies: this.#dependencies,
      presence: presenceOf({
        engineReady: this.#link.ready,
        engineFailed: this.#failure !== null,
        listening: this.#listening.utterance !== null,
        thinking: this.#awaited.answering || this.#answering.reply !== null,
        sounding: this.#answering.sounding,
      }),
      capturing: this.#listening.utterance !== null,
      talkMode: this.#listening.mode,
      persona: this.#persona,
      activity: this.#activity.words,
      timers: this.#verbs.timers.list(),
    });
  }

  /** The running conversation; null before its first turn. */
  get conversationId(): string | null {
    return this.#conversationId;
  }

  hearFrame(frame: AudioFrame): void {
    this.#listening.hear(frame);
  }

  /** @param agoMs how long before now it happened */
  talkKey(direction: 'down' | 'up', agoMs = 0): void {
    this.#tryAgain();
    if (direction === 'down') this.#listening.press(agoMs);
    else this.#listening.release(agoMs);
  }

  microphoneLost(): void {
    this.#listening.microphoneLost();
  }

  /** Esc: takes back what is being said; if nothing is, stops the reply. */
  async cancel(): Promise<void> {
    if (!this.#listening.cancel()) await this.#answering.interrupt();
  }

  setTalkMode(mode: TalkMode): void {
    this.#listening.setMode(mode);
    this.#dependencies.output.preferencesChanged({ talkMode: mode });
    this.#changed();
  }

  /** Typed words: the equal way in. */
  async sendText(text: string): Promise<void> {
    this.#tryAgain();
    this.#listening.cancel();
    await this.#answering.interrupt();
    const timeline = new TimelineRecorder();
    timeline.mark('commitMs', this.#dependencies.nowMs());
    const turn = this.#commitUserTurn({ id: crypto.randomUUID(), conversationId: this.#conversation(), text });
    this.#link.call((connection) => connection.appendItem({ kind: 'user-text', text }));
    this.#answering.answer({ utterance: text, userTurnId: turn.id, timeline });
  }

  takeReport(report: SpeakerReport): void {
    this.#answering.takeReport(report);
  }

  switchPersona(id: string): void {
    const persona = this.#dependencies.personas.find((candidate) => candidate.id === id);
    if (persona === undefined || persona === this.#persona) return;
    this.#persona = persona;
    this.#updateEngine();
    const { name, character, tone } = persona;
    this.#dependencies.output.personaSwitched({ id, name, character, tone });
    this.#dependencies.output.preferencesChanged({ personaId: id });
    this.#changed();
  }

  /** Ends the running conversation; the next turn begins a new one without its history. */
  async newConversation(): Promise<void> {
    this.#listening.cancel();
    await this.#answering.interrupt();
    this.#conversationId = null;
    this.#lastReply = null;
    await this.#link.open();
    this.#changed();
  }

  currentTurns(): readonly StoredTurn[] {
    return this.#conversationId === null ? [] : this.#dependencies.store.readTurns(this.#conversationId);
  }

  /** A passphrase opened or kept the profile: what is known may be more now. */
  profileChanged(): void {
    this.#verbs.factsChanged();
  }

  /** Facts were changed by hand. */
  factsChanged(): void {
    this.#verbs.factsChanged();
  }

  cancelTimer(id: string): void {
    this.#verbs.timers.cancel(id);
    this.#changed();
  }

  /** Reads the words of audio that a crash left on disk and commits them; nobody waits for an answer to them. */
  recover(orphan: { turnId: string; conversationId: string; frames: Iterable<AudioFrame>; forgetAudio: () => void }): void {
    this.#awaited.addOrphan(orphan);
    this.#link.call((connection) => {
      for (const frame of orphan.frames) connection.appendAudio(frame);
      connection.commit();
    });
  }

  /** Commits what was heard of a running reply, so that quitting loses nothing. */
  async settle(): Promise<void> {
    this.#listening.cancel();
    await this.#answering.interrupt();
  }

  #makeListening(mode: TalkMode): Listening {
    const { scope, nowMs, spool, output } = this.#dependencies;
    return new Listening(mode, {
      scope,
      nowMs,
      openSpool: (turnId) => spool.open(turnId, this.#conversation()),
      patience: () => this.#persona.patience,
      replySounding: () => this.#answering.sounding,
      heard: {
        began: () => this.#utteranceBegan(),
        frame: (frame) => this.#link.call((connection) => connection.appendAudio(frame)),
        paused: () => this.#link.call((connection) => connection.anticipate()),
        ended: (utterance) => this.#utteranceEnded(utterance),
        discarded: ({ turnId }, reason) => {
          this.#link.call((connection) => connection.discard());
          output.userDiscarded({ turnId, reason });
          this.#changed();
        },
        duck: () => this.#answering.duck(),
        rise: () => this.#answering.rise(),
      },
    });
  }

  #makeVerbs(): SessionVerbs {
    const { scope, today, output } = this.#dependencies;
    const timers = openTimerDesk({ scope, now: today, onEnded: (sentence) => this.#announce(sentence) });
    return {
      timers,
      persona: () => this.#persona,
      switchPersona: (id) => this.switchPersona(id),
      lastReply: () => this.#lastReply,
      stopSpeaking: () => undefined,
      volume: () => this.#volume,
      setVolume: (volume) => {
        this.#volume = volume;
        output.preferencesChanged({ volume });
      },
      rate: () => this.#rate,
      setRate: (rate) => {
        this.#rate = rate;
        this.#updateEngine();
        output.preferencesChanged({ rate });
      },
      factsChanged: () => {
        this.#updateEngine();
        this.#changed();
      },
    };
  }

  #utteranceBegan(): void {
    void this.#answering.interrupt();
    this.#changed();
  }

  #utteranceEnded(utterance: Utterance): void {
    this.#awaited.addUtterance(utterance, this.#conversation());
    this.#link.call((connection) => connection.commit());
    this.#changed();
  }

  #takeEvent(event: EngineEvent): void {
    if (event.type === 'user-transcript') {
      if (event.final) this.#takeFinalTranscript(event.text);
      else this.#takePartialTranscript(event);
    } else if (event.type === 'failed') {
      this.#engineFailed(event.failure);
    } else {
      this.#answering.takeEvent(event);
      if (event.type === 'response-started') this.#changed();
    }
  }

  #takePartialTranscript(transcript: Extract<EngineEvent, { type: 'user-transcript' }>): void {
    const utterance = this.#listening.utterance;
    const turnId = utterance?.turnId ?? this.#awaited.newestTurnId;
    if (utterance !== null) utterance.text = transcript.text;
    if (turnId === undefined) return;
    this.#dependencies.output.userPartial({ turnId, text: transcript.text, stableText: transcript.stableText });
  }

  #takeFinalTranscript(text: string): void {
    const awaited = this.#awaited.next();
    if (awaited === undefined) return;
    awaited.timeline.mark('transcriptMs', this.#dependencies.nowMs());
    if (text.trim() !== '') this.#answerWords(awaited, text);
    else if (awaited.answer) this.#dependencies.output.userDiscarded({ turnId: awaited.turnId, reason: 'nothing-heard' });
    awaited.forgetAudio();
    this.#changed();
  }

  #answerWords(awaited: Awaited, text: string): void {
    const turn = this.#commitUserTurn({ id: awaited.turnId, conversationId: awaited.conversationId, text });
    // Whoever goes on talking does not want the first half answered.
    const stillTalking = this.#listening.utterance !== null || this.#awaited.answering;
    if (awaited.answer && !stillTalking) this.#answering.answer({ utterance: text, userTurnId: turn.id, timeline: awaited.timeline });
  }

  #commitUserTurn(said: { id: string; conversationId: string; text: string }): StoredTurn {
    const { store, today, output } = this.#dependencies;
    const turn = store.commitTurn(said.conversationId, {
      id: said.id,
      role: 'user',
      text: said.text,
      unheardText: '',
      interrupted: false,
      skill: null,
      personaId: this.#persona.id,
      engineId: this.#dependencies.engine.id,
      at: today(),
      timeline: null,
    });
    output.turnCommitted(turn);
    return turn;
  }

  #replyFinished(reply: Reply): void {
    const { store, today, output } = this.#dependencies;
    const { heardText, comingText } = reply.heard();
    const timeline = reply.timeline.read();
    if (heardText !== '') this.#lastReply = heardText;
    if (heardText !== '' || comingText !== '') {
      const turn = store.commitTurn(this.#conversation(), {
        id: reply.turnId,
        role: 'assistant',
        text: heardText,
        unheardText: comingText,
        interrupted: reply.interrupted,
        skill: reply.skill,
        personaId: this.#persona.id,
        engineId: this.#dependencies.engine.id,
        at: today(),
        timeline,
      });
      output.turnCommitted(turn);
    }
    output.timeline({ turnId: reply.turnId, timeline });
  }

  /** The engine could not be opened, and the user tries again: what was missing may be there now. */
  #tryAgain(): void {
    if (this.#failure !== null) void this.open();
  }

  #announce(sentence: string): void {
    this.#answering.announce(sentence);
    this.#changed();
  }

  #engineSetup(): EngineSetup {
    const { store, skills } = this.#dependencies;
    return {
      persona: enginePersona(this.#persona, this.#rate),
      facts: factSentences(store.listFacts()),
      tools: toolDefinitions(skills),
      history: this.currentTurns().map(({ role, text }) => ({ role, text })),
    };
  }

  #updateEngine(): void {
    this.#link.call((connection) => connection.update(this.#engineSetup()));
  }

  #engineFailed(failure: EngineFailure): void {
    this.#dependencies.output.notice({
      id: `engine-${failure.kind}`,
      message: failure.message,
      whatToDo: failure.whatToDo,
      severity: 'error',
    });
    // The audio of these stays on disk and is read again at the next start.
    for (const { turnId, answer } of this.#awaited.giveUp()) {
      if (answer) this.#dependencies.output.userDiscarded({ turnId, reason: 'nothing-heard' });
    }
    this.#answering.fail();
    this.#changed();
  }

  #engineUnavailable(failure: EngineFailure): void {
    this.#failure = failure;
    this.#link.forgetWaiting();
    this.#engineFailed(failure);
  }

  /** The conversation's id; the first turn begins the conversation. */
  #conversation(): string {
    const { store, engine, today } = this.#dependencies;
    this.#conversationId ??= store.startConversation({ personaId: this.#persona.id, engineId: engine.id, at: today() });
    return this.#conversationId;
  }

  /** Every change passes here: the window is told once per difference, and what waits to be said gets its chance. */
  #changed(): void {
    const { presence } = this.state;
    if (presence === 'idle') this.#answering.sayWaiting();
    this.#activity.watch(presence === 'thinking', this.#answering.reply?.skill ?? null);
    const state = this.state;
    const told = JSON.stringify(state);
    if (told === this.#toldState) return;
    this.#toldState = told;
    this.#dependencies.output.state(state);
  }
}
