import type { EngineEvent } from '../../../models/speech-to-speech/realtime-model.ts';
import { TimelineRecorder } from '../../diagnostics/turn-timeline.ts';
import type { SpeakerReport } from '../../ipc/audio-frame.ts';
import type { Scope } from '../../lifetime/scope.ts';
import { runSkill } from '../skills/serve-skills.ts';
import type { SkillContext } from '../skills/skill.ts';
import type { EngineLink } from './engine-link.ts';
import { Reply } from './reply.ts';
import type { SessionDependencies } from './session-dependencies.ts';

/** If the speaker does not say where it stopped within this time, the last play-head counts. */
const STOP_REPORT_MS = 200;

export interface AnsweringOptions {
  readonly scope: Scope;
  readonly link: EngineLink;
  readonly dependencies: SessionDependencies;
  readonly skillContext: (reply: Reply) => SkillContext;
  /** The reply is over: heard whole, in part, or not at all. Called once per reply, before the next one starts. */
  readonly onFinished: (reply: Reply) => void;
  readonly onChanged: () => void;
}

/** From a committed turn to a reply that was heard. At most one reply runs; announcements wait for their turn. */
export class Answering {
  readonly #options: AnsweringOptions;
  readonly #announcements: string[] = [];
  #reply: Reply | null = null;
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

  /** Asks the engine to answer a turn that is already committed to the store. */
  answer(turn: { readonly utterance: string; readonly userTurnId: string; readonly timeline: TimelineRecorder }): void {
    this.#start(turn);
    this.#options.link.call((connection) => connection.respond());
  }

  /** Says something of the assistant's own accord (a timer ended) as soon as nobody speaks. */
  announce(sentence: string): void {
    this.#announcements.push(sentence);
  }

  /** Called when the session is idle: says what waits, if anything does. */
  sayWaiting(): void {
    const sentence = this.#announcements.shift();
    if (sentence === undefined || this.#reply !== null) return;
    this.#start({ utterance: '', userTurnId: null, timeline: new TimelineRecorder() });
    this.#options.link.call((connection) => {
      connection.appendItem({ kind: 'tool-result', callId: 'announcement', output: sentence, sentence });
      connection.respond();
    });
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

  duck(): void {
    this.#reply?.speech?.duck();
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
        reply.speechFor(event.itemId).addWords(event.words);
        this.#tellProgress(reply);
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

  #start(turn: { utterance: string; userTurnId: string | null; timeline: TimelineRecorder }): void {
    const send = this.#options.dependencies.output.speaker;
    this.#reply = new Reply({ ...turn, send });
    this.#options.onChanged();
  }

  async #runSkill(reply: Reply, call: Extract<EngineEvent, { type: 'tool-called' }>): Promise<void> {
    reply.skill = call.name;
    const { skills } = this.#options.dependencies;
    const result = await runSkill(skills, call.name, call.arguments, this.#options.skillContext(reply));
    if (this.#reply !== reply) return;
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
    this.#finish(reply);
  }

  #finish(reply: Reply): void {
    const { speech } = reply;
    if (reply.interrupted && speech !== null) {
      const { heardText } = speech.heard();
      this.#options.link.call((connection) => connection.truncate(speech.itemId, speech.playedMs, heardText));
    }
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
