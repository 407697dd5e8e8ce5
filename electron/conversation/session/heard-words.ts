import type { EngineEvent } from '../../../models/speech-to-speech/realtime-model.ts';
import type { TimelineRecorder } from '../../diagnostics/turn-timeline.ts';
import type { StoredTurn } from '../../ipc/conversation-schema.ts';
import { type Awaited, AwaitedWords } from './awaited-words.ts';
import type { ConversationRecord } from './conversation-record.ts';
import type { Remembering } from './remembering.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import type { Utterance } from './utterance.ts';

type UserTranscript = Extract<EngineEvent, { type: 'user-transcript' }>;

export interface HeardWordsOptions {
  readonly dependencies: SessionDependencies;
  readonly record: ConversationRecord;
  readonly personaId: () => string;
  readonly remembering: Pick<Remembering, 'expect'>;
  /** The utterance that is being spoken now, if one is. */
  readonly speaking: () => Utterance | null;
  /** A turn's words are committed. */
  readonly onTurn: (turn: StoredTurn, how: SpokenTurn) => void;
}

export interface SpokenTurn {
  readonly timeline: TimelineRecorder;
  /** False when nobody waits for an answer to just these words. */
  readonly answer: boolean;
  /** The words with those of the turns before that were cut off in the middle of them. */
  readonly said: string;
}

/** From the engine's transcripts to committed turns, in the order in which they were spoken. */
export class HeardWords {
  readonly #options: HeardWordsOptions;
  readonly #awaited = new AwaitedWords();
  #said = '';

  constructor(options: HeardWordsOptions) {
    this.#options = options;
  }

  /** True while somebody waits for an answer to words that are not there yet. */
  get answering(): boolean {
    return this.#awaited.answering;
  }

  await(utterance: Utterance): void {
    this.#awaited.addUtterance(utterance, this.#options.record.idFor(this.#options.personaId()));
  }

  awaitOrphan(orphan: Parameters<AwaitedWords['addOrphan']>[0]): void {
    this.#awaited.addOrphan(orphan);
  }

  take(transcript: UserTranscript): void {
    if (transcript.final) this.#takeFinal(transcript);
    else this.#takePartial(transcript);
  }

  /** The engine failed: the audio of what is awaited stays on disk and is read again at the next start. */
  giveUp(): void {
    for (const { turnId, answer } of this.#awaited.giveUp()) if (answer) this.#nothingHeard(turnId);
  }

  #takePartial({ text, stableText, whole = false, speechLikeness = null }: UserTranscript): void {
    const utterance = this.#options.speaking();
    const turnId = utterance?.turnId ?? this.#awaited.newestTurnId;
    // That no words were heard counts only where it is asked whether there were any.
    if (whole && text === '' && utterance?.onTrial !== true) return;
    // A guess that lags behind does not undo what is known of the whole.
    if (utterance !== null && (whole || !utterance.textIsWhole)) utterance.takeGuess({ text, whole, speechLikeness });
    if (text !== '') this.#options.remembering.expect(text);
    if (turnId !== undefined) this.#options.dependencies.output.userPartial({ turnId, text, stableText });
  }

  #takeFinal(transcript: UserTranscript): void {
    const awaited = this.#awaited.next();
    if (awaited === undefined) return;
    awaited.timeline.mark('transcriptMs', this.#options.dependencies.nowMs());
    if (transcript.text.trim() !== '') this.#commit(awaited, transcript);
    else if (awaited.answer) this.#nothingHeard(awaited.turnId);
    awaited.forgetAudio();
  }

  #commit({ turnId, conversationId, timeline, answer, continues }: Awaited, { text, heardText }: UserTranscript): void {
    const { record, personaId, speaking, onTurn } = this.#options;
    const turn = record.commit({ id: turnId, role: 'user', text, heardText }, personaId(), conversationId);
    // Whoever goes on talking does not want the first half answered.
    const stillTalking = speaking()?.onTrial === false || this.#awaited.answering;
    this.#said = continues ? `${this.#said} ${text}`.trim() : text;
    onTurn(turn, { timeline, answer: answer && !stillTalking, said: this.#said });
  }

  #nothingHeard(turnId: string): void {
    this.#options.dependencies.output.userDiscarded({ turnId, reason: 'nothing-heard' });
  }
}
