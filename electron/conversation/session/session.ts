import type { EngineEvent, EngineFailure, EngineSetup } from '../../../models/speech-to-speech/realtime-model.ts';
import { TimelineRecorder } from '../../diagnostics/turn-timeline.ts';
import type { AudioFrame, SpeakerReport } from '../../ipc/audio-frame.ts';
import type { ConversationState, StoredTurn, TalkMode } from '../../ipc/conversation-schema.ts';
import type { ConversationKind } from '../../ipc/presence-schema.ts';
import type { CanvasShelf } from '../canvas/canvas-shelf.ts';
import type { Surroundings } from '../skills/skill.ts';
import { openTimerDesk } from '../skills/timer-desk.ts';
import { ActivityWatch } from './activity-watch.ts';
import { type Announcement, Answering } from './answering.ts';
import { openShelf, surroundingsOf } from './canvas-desk.ts';
import { ConversationRecord } from './conversation-record.ts';
import type { EngineLink } from './engine-link.ts';
import { failureNotice } from './engine-problems.ts';
import { engineSetup, skillsOf } from './engine-setup.ts';
import { HeardWords, type SpokenTurn } from './heard-words.ts';
import { keptTimers } from './kept-timers.ts';
import type { Listening } from './listening.ts';
import { openEngineLink } from './open-engine-link.ts';
import { openListening } from './open-listening.ts';
import { Remembering } from './remembering.ts';
import type { Reply } from './reply.ts';
import { Seats } from './seats.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { presenceOf, sessionState } from './session-state.ts';
import { type SessionVerbs, skillContext } from './skill-desks.ts';
import { SpeechPreferences } from './speech-preferences.ts';
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
  readonly #record: ConversationRecord;
  readonly #remembering: Remembering;
  readonly #words: HeardWords;
  readonly #activity: ActivityWatch;
  readonly #seats: Seats;
  readonly #speech: SpeechPreferences;
  readonly #surroundings: Surroundings;
  #lastReply: string | null = null;
  /** The turn that is put to the next speaker by itself, and not as history. */
  #asked: string | null = null;
  #toldState = '';

  constructor(dependencies: SessionDependencies) {
    const { preferences } = dependencies;
    this.#dependencies = dependencies;
    this.#seats = new Seats(dependencies.personas, preferences.personaId);
    this.#speech = new SpeechPreferences(dependencies, () => this.#updateEngine());
    this.#activity = new ActivityWatch(dependencies.scope, () => this.#changed());
    this.#record = new ConversationRecord(dependencies, () => this.#link.model.id);
    this.#remembering = new Remembering({
      dependencies,
      record: this.#record,
      persona: () => this.#seats.speaker,
      onChanged: () => this.memoryChanged(),
    });
    this.#verbs = this.#makeVerbs();
    const { knows } = this.#remembering;
    this.#surroundings = surroundingsOf({ knows, shelf: () => this.canvases, persona: () => this.#seats.speaker, menu: dependencies.menu });
    this.#link = openEngineLink(dependencies, {
      setup: (askedTurnId, model) => this.describe(askedTurnId, model),
      onEvent: (event) => this.#takeEvent(event),
      onUnavailable: (failure) => this.#engineFailed(failure),
      onChanged: () => this.#changed(),
      isSpeaking: () => this.#answering.isSpeaking,
      conversation: () => ({ id: this.#record.id, store: this.#record.store }),
    });
    this.#answering = new Answering({
      scope: dependencies.scope,
      link: this.#link,
      dependencies,
      seats: this.#seats,
      skills: () => skillsOf(dependencies.skills, this.#seats.speaker),
      skillContext: (reply) => skillContext(dependencies, this.#verbs, reply),
      onFinished: (reply) => this.#replyFinished(reply),
      onChanged: () => this.#changed(),
    });
    this.#listening = openListening({
      dependencies,
      link: this.#link,
      answering: this.#answering,
      record: this.#record,
      persona: () => this.#seats.speaker,
      onPaused: () => void (this.#remembering.recallAhead() && this.#updateEngine()),
      onEnded: (utterance) => this.#utteranceEnded(utterance),
      onChanged: () => this.#changed(),
    });
    this.#words = new HeardWords({
      dependencies,
      record: this.#record,
      personaId: () => this.#seats.speaker.id,
      remembering: this.#remembering,
      speaking: () => this.#listening.utterance,
      onTurn: (turn, how) => this.#takeTurn(turn, { ...how, typed: false }),
    });
    for (const part of [this.#record, this.#link]) dependencies.scope.add(() => part.close());
  }

  /** Loads the engine; one may talk before it is ready. */
  open(): Promise<void> {
    return this.#link.open();
  }

  get state(): ConversationState {
    return sessionState({
      dependencies: this.#dependencies,
      link: this.#link,
      presence: presenceOf({
        engineReady: this.#link.ready,
        engineFailed: this.#link.failure !== null,
        listening: this.#listening.utterance?.onTrial === false,
        thinking: this.#words.answering || this.#answering.reply !== null,
        sounding: this.#answering.sounding,
      }),
      capturing: this.#listening.utterance !== null,
      talkMode: this.#listening.mode,
      persona: this.#seats.speaker,
      userName: this.#remembering.userName,
      conversationKind: this.#record.kind,
      expiresAt: this.#record.expiresAt,
      activity: this.#activity.words,
      timers: this.#verbs.timers.list(),
    });
  }

  /** The running conversation; null before its first turn. */
  get conversationId(): string | null {
    return this.#record.id;
  }

  get engine(): EngineLink {
    return this.#link;
  }

  hearFrame(frame: AudioFrame): void {
    this.#listening.hear(frame);
  }

  /** Loudness of what the speaker plays now. */
  get playedLevel(): number {
    return this.#answering.playedLevel;
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
    await this.settle();
    const timeline = new TimelineRecorder();
    timeline.mark('commitMs', this.#dependencies.nowMs());
    const turn = this.#record.commit({ id: crypto.randomUUID(), role: 'user', text }, this.#seats.speaker.id);
    this.#link.call((connection) => connection.appendItem({ kind: 'user-text', text }));
    this.#takeTurn(turn, { timeline, answer: true, said: text, typed: true });
  }

  takeReport(report: SpeakerReport): void {
    this.#answering.takeReport(report);
  }

  switchPersona(id: string): void {
    if (this.#seats.switchTo(id) === null) return;
    this.#updateEngine();
    this.#dependencies.output.preferencesChanged({ personaId: id });
    this.#tellSpeaker();
  }

  /** Ends the running conversation; the next turn begins a new one without its history. */
  async newConversation(kind: ConversationKind): Promise<void> {
    await this.settle();
    this.#record.begin(kind);
    this.#seats.closeTable();
    this.canvases.beginAnew();
    this.#lastReply = null;
    await this.#link.open();
    this.#changed();
  }

  /** The running conversation outlived its time and was deleted. */
  async expired(): Promise<void> {
    this.#record.gone();
    await this.newConversation('kept');
  }

  currentTurns(): readonly StoredTurn[] {
    return this.#record.turns();
  }

  /** What is known of the user in this conversation; empty in a private one. */
  get remembering(): Remembering {
    return this.#remembering;
  }

  /** What is shown while one speaks. */
  get canvases(): CanvasShelf {
    return this.#verbs.canvases;
  }

  /** Names, facts, walls or how hard to think are others now: engine and window are told. */
  memoryChanged(): void {
    this.#remembering.refresh();
    this.#updateEngine();
    this.#changed();
  }

  /** Words of this conversation were forgotten: the engine must not remember them either, so it begins anew. */
  forgot(): void {
    void this.#link.open();
    this.#changed();
  }

  /** Says a sentence once that belongs to no conversation: a name, a voice. @param as how it is said; null = as always */
  sample(sentence: string, as: Partial<Pick<EngineSetup, 'persona' | 'names'>>): void {
    this.#announce({ sentence, kept: false, as: { ...this.describe(), ...as } });
  }

  cancelTimer(id: string): void {
    this.#verbs.timers.cancel(id);
    this.#changed();
  }

  /** Reads the words of audio that a crash left on disk and commits them; nobody waits for an answer to them. */
  recover(orphan: { turnId: string; conversationId: string; frames: Iterable<AudioFrame>; forgetAudio: () => void }): void {
    this.#words.awaitOrphan(orphan);
    this.#link.call((connection) => {
      for (const frame of orphan.frames) connection.appendAudio(frame);
      connection.commit();
    });
  }

  /** Takes back what is being said and commits what was heard of a running reply, so that quitting loses nothing. */
  async settle(): Promise<void> {
    this.#listening.cancel();
    await this.#answering.interrupt();
  }

  #makeVerbs(): SessionVerbs {
    const { scope, today } = this.#dependencies;
    const onEnded = (sentence: string) => this.#announce({ sentence, kept: true, as: null });
    const timers = openTimerDesk({ scope, now: today, kept: keptTimers(() => this.#record.store.documents), onEnded });
    return {
      timers,
      persona: () => this.#seats.speaker,
      switchPersona: (id) => this.switchPersona(id),
      speech: this.#speech.desk(() => this.#lastReply),
      canvases: openShelf(this.#dependencies, this.#record, () => this.#updateEngine()),
      remembering: this.#remembering,
      record: this.#record,
      seats: this.#seats,
      memoryChanged: () => this.memoryChanged(),
    };
  }

  #utteranceEnded(utterance: Utterance): void {
    this.#words.await(utterance);
    this.#link.call((connection) => connection.commit());
    this.#changed();
  }

  #takeEvent(event: EngineEvent): void {
    if (event.type === 'user-transcript') {
      this.#words.take(event);
      if (event.final) this.#changed();
    } else if (event.type === 'failed') {
      this.#engineFailed(event.failure);
    } else if (event.type === 'disconnected') {
      // What is not heard yet is asked of the next line.
      if (this.#answering.sounding) this.#answering.fail();
    } else {
      this.#answering.takeEvent(event);
      if (event.type === 'response-started') this.#changed();
    }
  }

  /** Learns from a committed turn, recalls what belongs to it, and has it answered. */
  #takeTurn({ id, text: last, heardText }: StoredTurn, how: SpokenTurn & { typed: boolean }): void {
    const text = how.said;
    this.#asked = null;
    const sentence = this.#remembering.learn({ id, text, heardText: text === last ? heardText : null, typed: how.typed });
    if (!how.answer) return;
    const turn = { utterance: text, userTurnId: id, timeline: how.timeline };
    const answer = sentence === null ? null : { sentence, skill: 'name.correct' };
    if (answer === null && this.#remembering.recall(text)) this.#updateEngine();
    if (answer === null && this.#seats.callOn(text)) this.#giveFloor(id, text);
    this.#answering.answer(turn, answer);
  }

  /** At a round table each member hears the conversation as its own: the engine begins anew with its view of it. */
  #giveFloor(turnId: string, words: string): void {
    this.#asked = turnId;
    void this.#link.open();
    this.#link.call((connection) => connection.appendItem({ kind: 'user-text', text: words }));
    this.#tellSpeaker();
  }

  /** Whoever else is asked at the table answers the same words, unless the user has the floor again. */
  #passOn({ interrupted, skill, userTurnId, utterance }: Reply): void {
    if (interrupted || skill !== null || this.#listening.utterance !== null || this.#words.answering) this.#seats.nobodyElse();
    if (userTurnId === null || !this.#seats.passOn()) return;
    this.#giveFloor(userTurnId, utterance);
    this.#answering.answer({ utterance, userTurnId, timeline: new TimelineRecorder() });
  }

  #tellSpeaker(): void {
    const { id, name, character, tone } = this.#seats.speaker;
    this.#dependencies.output.personaSwitched({ id, name, character, tone });
    this.#dependencies.engines.speaks(id);
    this.#changed();
  }

  #replyFinished(reply: Reply): void {
    // A sample was said in another voice or with another name.
    if (!reply.kept) {
      this.#updateEngine();
      return;
    }
    const { heardText, comingText } = reply.heard();
    const timeline = reply.timeline.read();
    if (heardText !== '') this.#lastReply = heardText;
    if (heardText !== '' || comingText !== '') {
      const { turnId, interrupted, skill, personaId } = reply;
      const notes = skill === null ? this.#remembering.usedNotes() : reply.notes;
      this.#record.commit(
        { id: turnId, role: 'assistant', text: heardText, unheardText: comingText, interrupted, skill, timeline, notes },
        personaId,
      );
    }
    this.#dependencies.output.timeline({ turnId: reply.turnId, timeline });
    this.#link.paused();
    this.#passOn(reply);
  }

  /** The engine could not be opened, and the user tries again: what was missing may be there now. */
  #tryAgain(): void {
    if (this.#link.failure !== null) void this.open();
  }

  #announce(announcement: Announcement): void {
    this.#answering.announce(announcement);
    this.#changed();
  }

  /** What an engine is told, as it stands now. @param askedTurnId put to it by itself, and not as history */
  describe(askedTurnId: string | null = null, model = this.#link.model): EngineSetup {
    const now = { surroundings: this.#surroundings, rate: this.#speech.rate, asked: [this.#asked, askedTurnId], model };
    return engineSetup(this.#dependencies, this.#verbs, now);
  }

  #updateEngine(): void {
    this.#link.call((connection) => connection.update(this.describe()));
  }

  #engineFailed(failure: EngineFailure): void {
    this.#dependencies.output.notice(failureNotice(failure));
    this.#words.giveUp();
    this.#answering.fail();
    this.#changed();
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
