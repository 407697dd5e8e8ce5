import type { EngineEvent, EngineSetup } from '../../../models/speech-to-speech/realtime-model.ts';
import { TimelineRecorder } from '../../diagnostics/turn-timeline.ts';
import type { SpeakerReport } from '../../ipc/audio-frame.ts';
import type { Scope } from '../../lifetime/scope.ts';
import { runSkill } from '../skills/serve-skills.ts';
import type { Skill, SkillContext } from '../skills/skill.ts';
import type { EngineLink } from './engine-link.ts';
import { quotedNotes } from './quoted-notes.ts';
import { Reply } from './reply.ts';
import { thoughtOf } from './reply-thoughts.ts';
import type { Seats } from './seats.ts';
import type { SessionDependencies } from './session-dependencies.ts';

/** If the speaker does not say where it stopped within this time, the last play-head counts. */
const STOP_REPORT_MS = 200;
/** Some eight seconds of speech, and one second more: what the loudspeaker can have sent to the microphone. */
const SAID_LATELY_WORDS = 24;
const SAID_NEXT_WORDS = 3;

/** A committed turn of the user's that waits for its answer. */
interface AnsweredTurn {
  readonly utterance: string;
  readonly userTurnId: string;
  readonly timeline: TimelineRecorder;
}

/** Something to be said when nobody speaks. */
export interface Announcement {
  readonly sentence: string;
  /** False for a sample of a voice: it is heard, and forgotten. */
  readonly kept: boolean;
  /** Another voice or pronunciation for this once; null = as always. */
  readonly as: EngineSetup | null;
}

export interface AnsweringOptions {
  readonly scope: Scope;
  readonly link: EngineLink;
  readonly dependencies: SessionDependencies;
  readonly seats: Seats;
  /** What the speaker can do. */
  readonly skills: () => readonly Skill[];
  readonly skillContext: (reply: Reply) => SkillContext;
  /** The reply is over: heard whole, in part, or not at all. Called once per reply, before the next one starts. */
  readonly onFinished: (reply: Reply) => void;
  readonly onChanged: () => void;
}

/** From a committed turn to a reply that was heard. At most one reply runs; announcements wait for their turn. */
export class Answering {
  readonly #options: AnsweringOptions;
  readonly #announcements: Announcement[] = [];
  #overAtMs: number | null = null;
  #reply: Reply | null = null;
  #reportedAtMs = 0;
  /** The engine heard what is to be forgotten: it begins anew once nothing of the user's can be lost by that. */
  #engineKnowsTooMuch = false;
  /** An interrupted reply whose speaker has not yet said where it stopped. */
  #settling: { readonly reply: Reply; readonly settle: () => void; readonly settled: Promise<void> } | null = null;

  constructor(options: AnsweringOptions) {
    this.#options = options;
  }

  get reply(): Reply | null {
    return this.#reply;
  }

  get sounding(): boolean {
    return this.#reply?.sounding ?? false;
  }

  /** A reply sounds, or it is not known yet how much of it was heard: the store does not hold it. */
  get isSpeaking(): boolean {
    return this.sounding || this.#settling !== null;
  }

  /** How much of the running reply was heard. */
  get playedMs(): number {
    return this.#reply?.speech?.playedMs ?? 0;
  }

  /** When the last reply that could be heard was over by itself; null = none was. */
  get overAtMs(): number | null {
    return this.#overAtMs;
  }

  /**
   * Answers a turn that is already committed to the store: the engine does, or, where code knows the answer, a sentence.
   * @param answer.skill the name under which the sentence is filed
   */
  answer(turn: AnsweredTurn, answer: { readonly sentence: string; readonly skill: string } | null = null): void {
    const reply = this.#start({ ...turn, kept: true });
    this.#options.link.asking({ turnId: turn.userTurnId, text: turn.utterance });
    if (answer === null) {
      this.#options.link.call((connection) => connection.respond());
      return;
    }
    reply.skill = answer.skill;
    this.#say(answer.sentence);
  }

  /** Says something of the assistant's own accord (a timer ended) as soon as nobody speaks. */
  announce(announcement: Announcement): void {
    this.#announcements.push(announcement);
  }

  /** Called when the session is idle: says what waits, if anything does. */
  sayWaiting(): void {
    if (this.#engineKnowsTooMuch) {
      this.#engineKnowsTooMuch = false;
      void this.#options.link.open();
    }
    const announcement = this.#announcements.shift();
    if (announcement === undefined || this.#reply !== null) return;
    const { sentence, kept, as } = announcement;
    this.#start({ utterance: '', userTurnId: null, timeline: new TimelineRecorder(), kept });
    if (as !== null) this.#options.link.call((connection) => connection.update(as));
    this.#say(sentence);
  }

  /** Stops the reply at once; resolves when it is known how much of it was heard and that is committed. */
  async interrupt(): Promise<void> {
    const reply = this.#reply;
    if (reply === null) return this.#settling?.settled;
    this.#reply = null;
    reply.interrupted = true;
    this.#options.link.call((connection) => connection.cancel());
    reply.speech?.stop();
    if (reply.speech === null) this.#finish(reply);
    else await this.#settle(reply);
  }

  /** Loudness of what the speaker plays now, by the last play-head and the time since. */
  get playedLevel(): number {
    const speech = this.#reply?.speech;
    return speech == null ? 0 : speech.levelAt(speech.playedMs + this.#nowMs() - this.#reportedAtMs);
  }

  /**
   * What the reply said lately and is about to say: only that can come back from the speaker. Whoever repeats an example that
   * will be said in some seconds is no echo.
   */
  get text(): string {
    const { heardText, comingText } = this.#reply?.heard() ?? { heardText: '', comingText: '' };
    const [said, coming] = [heardText.split(/\s+/), comingText.trim().split(/\s+/)];
    return [...said.slice(-SAID_LATELY_WORDS), ...coming.slice(0, SAID_NEXT_WORDS)].join(' ').trim();
  }

  duck(): void {
    this.#reply?.speech?.duck();
  }

  hold(): void {
    this.#reply?.speech?.hold();
  }

  goOn(): void {
    this.#reply?.speech?.goOn();
  }

  rise(): void {
    this.#reply?.speech?.rise();
  }

  takeReport(report: SpeakerReport): void {
    const settling = this.#settling;
    if (settling !== null && settling.reply.speech?.itemId === report.itemId) {
      settling.reply.speech.report(report);
      if (report.kind === 'stopped' || report.kind === 'finished') settling.settle();
      return;
    }
    const reply = this.#reply;
    if (reply?.speech == null) return;
    this.#reportedAtMs = this.#nowMs();
    if (report.kind === 'started' && report.itemId === reply.speech.itemId) this.#markFirstSound(reply);
    const finished = reply.speech.report(report);
    this.#tellProgress(reply);
    if (finished) this.#complete(reply);
  }

  takeEvent(event: EngineEvent): void {
    const reply = this.#reply;
    if (reply === null || !('responseId' in event)) return;
    if (event.type === 'response-started') reply.responseId = event.responseId;
    // What is left of an earlier, cancelled response must never be heard.
    if (event.responseId !== reply.responseId) return;
    switch (event.type) {
      case 'first-token':
        reply.timeline.mark('firstTokenMs', this.#nowMs());
        break;
      case 'reply-audio':
        reply.timeline.mark('firstAudioMs', this.#nowMs());
        reply.speechFor(event.itemId).addAudio(event.samples);
        break;
      case 'reply-words':
        this.#takeWords(reply, event);
        break;
      case 'thinking':
        this.#options.dependencies.output.replyThinking?.(thoughtOf(reply, event.text, this.#nowMs()));
        break;
      case 'tool-called':
        void this.#runSkill(reply, event);
        break;
      case 'response-ended':
        this.#responseEnded(reply, event.end);
        break;
      default:
    }
  }

  /** The engine failed: what was heard so far stands, the rest will not come. */
  fail(): void {
    const reply = this.#reply;
    if (reply === null) return;
    if (reply.sounding) reply.speech?.end();
    else this.#complete(reply);
  }

  #start(turn: Omit<AnsweredTurn, 'userTurnId'> & { readonly userTurnId: string | null; readonly kept: boolean }): Reply {
    const { seats, dependencies } = this.#options;
    const own = seats.ownWords();
    const { output } = dependencies;
    const reply = new Reply({ ...turn, askedAtMs: this.#nowMs(), personaId: seats.speaker.id, own, send: output.speaker });
    this.#reply = reply;
    this.#options.onChanged();
    return reply;
  }

  /** A reply that goes on in somebody else's name ends there, in what is heard, kept, and known to the engine. */
  #takeWords(reply: Reply, { itemId, words }: Extract<EngineEvent, { type: 'reply-words' }>): void {
    const speech = reply.speechFor(itemId);
    const wentOn = !speech.endsEarly;
    speech.addWords(words);
    this.#tellProgress(reply);
    if (!wentOn || !speech.endsEarly) return;
    this.#options.link.call((connection) => connection.cancel());
    if (!speech.sounding) this.#complete(reply);
  }

  #say(sentence: string): void {
    this.#options.link.call((connection) => {
      connection.appendItem({ kind: 'words-to-say', sentence });
      connection.respond();
    });
  }

  async #runSkill(reply: Reply, call: Extract<EngineEvent, { type: 'tool-called' }>): Promise<void> {
    reply.skill = call.name;
    const result = await runSkill(this.#options.skills(), call.name, call.arguments, this.#options.skillContext(reply));
    if (this.#reply !== reply) return;
    reply.notes.push(...quotedNotes(result));
    const item = { kind: 'tool-result', callId: call.callId, output: JSON.stringify(result.data), sentence: result.sentence } as const;
    this.#options.link.call((connection) => {
      connection.appendItem(item);
      connection.respond();
    });
  }

  #responseEnded(reply: Reply, end: Extract<EngineEvent, { type: 'response-ended' }>['end']): void {
    if (end === 'called-tools' || end === 'cancelled') return;
    reply.speech?.end();
    if (!reply.sounding) this.#complete(reply);
  }

  #settle(reply: Reply): Promise<void> {
    let resolve = () => {};
    const settled = new Promise<void>((done) => {
      resolve = done;
    });
    const settle = () => {
      if (this.#settling?.reply !== reply) return;
      this.#settling = null;
      void stopWaiting();
      this.#finish(reply);
      resolve();
    };
    const stopWaiting = this.#options.scope.timeout(settle, STOP_REPORT_MS);
    this.#settling = { reply, settle, settled };
    this.#options.onChanged();
    return settled;
  }

  #complete(reply: Reply): void {
    this.#reply = null;
    if (reply.speech !== null) this.#overAtMs = this.#nowMs();
    this.#finish(reply);
  }

  #finish(reply: Reply): void {
    const { speech } = reply;
    if (speech !== null && (reply.interrupted || speech.endsEarly)) {
      const { heardText } = speech.heard();
      this.#options.link.call((connection) => connection.truncate(speech.itemId, speech.playedMs, heardText));
    }
    this.#engineKnowsTooMuch ||= reply.forgot;
    this.#options.onFinished(reply);
    this.#options.onChanged();
  }

  #markFirstSound(reply: Reply): void {
    reply.timeline.mark('firstSoundMs', this.#nowMs());
    this.#options.dependencies.output.timeline({ turnId: reply.turnId, timeline: reply.timeline.read() });
    this.#options.onChanged();
  }

  #tellProgress(reply: Reply): void {
    const { heardText, comingText } = reply.heard();
    const told = `${heardText}\n${comingText}`;
    if (told === reply.toldText) return;
    reply.toldText = told;
    this.#options.dependencies.output.replyProgress({ turnId: reply.turnId, heardText, comingText });
  }

  #nowMs(): number {
    return this.#options.dependencies.nowMs();
  }
}
