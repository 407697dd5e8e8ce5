import type { ConversationItem, RealtimeConnection } from '../../../models/speech-to-speech/realtime-model.ts';
import type { AudioFrame } from '../../ipc/audio-frame.ts';

/** A turn of the user's that was put to the engine; the history an engine is told must not hold it a second time. */
export interface AskedTurn {
  readonly turnId: string;
  readonly text: string;
}

interface Speech {
  readonly frames: AudioFrame[];
  isCommitted: boolean;
  /** After how many frames the user last fell silent; null = not yet. */
  pausedAfter: number | null;
}

type Replayed = Pick<RealtimeConnection, 'appendAudio' | 'anticipate' | 'commit' | 'appendItem' | 'respond'>;

/**
 * What an engine was given and has not dealt with yet: audio whose words are not known, words that are not answered. A
 * line that is opened while something is under way is given it all again, so that no word is lost and none comes twice.
 * What is dealt with is in the store, and reaches the next line as history.
 */
export class Unanswered {
  readonly #speech: Speech[] = [];
  #typed: string[] = [];
  #asked: AskedTurn | null = null;
  #lastAskedTurnId: string | null = null;
  #isAsked = false;
  #sentences: string[] = [];
  /** How many turns were given to an engine, spoken and typed. */
  given = 0;

  /** The turn that an engine still has to answer itself; one that code answered is history. */
  get askedTurnId(): string | null {
    return this.#sentences.length > 0 ? null : (this.#asked?.turnId ?? null);
  }

  /** The turn that was asked last, answered or not. */
  get lastAskedTurnId(): string | null {
    return this.#lastAskedTurnId;
  }

  /** Something waits for words or for an answer. Speech that still goes on does not count: any line can take it over. */
  get isWaiting(): boolean {
    return this.#isAsked || this.#speech.some(({ isCommitted }) => isCommitted);
  }

  hear(frame: AudioFrame): void {
    const running = this.#running();
    if (running !== undefined) running.frames.push(frame);
    else this.#speech.push({ frames: [frame], isCommitted: false, pausedAfter: null });
  }

  anticipate(): void {
    const running = this.#running();
    if (running !== undefined) running.pausedAfter = running.frames.length;
  }

  commit(): void {
    const running = this.#running();
    if (running === undefined) return;
    running.isCommitted = true;
    this.given += 1;
  }

  discard(): void {
    const running = this.#running();
    if (running !== undefined) this.#speech.splice(this.#speech.indexOf(running), 1);
  }

  /** The words of the oldest utterance are known. */
  heard(): void {
    const at = this.#speech.findIndex(({ isCommitted }) => isCommitted);
    if (at !== -1) this.#speech.splice(at, 1);
  }

  /** Names the turn that the next `respond` is about. */
  asking(turn: AskedTurn): void {
    this.#asked = turn;
    this.#lastAskedTurnId = turn.turnId;
  }

  item(item: ConversationItem): void {
    if (item.kind === 'user-text') {
      this.#typed.push(item.text);
      this.given += 1;
    }
    // A skill does not run twice: another line is only told what it has to say. A call of its own it never made.
    else this.#sentences.push(item.sentence);
  }

  respond(): void {
    this.#isAsked = true;
  }

  /** The reply is heard, over, or not wanted any more. */
  answered(): void {
    this.#asked = null;
    this.#isAsked = false;
    this.#sentences = [];
  }

  /** A line is being told the history as it is kept now: it holds what was typed until now, except what is asked. */
  historyTold(): void {
    this.#typed = this.#typed.filter((text) => text === this.#asked?.text);
  }

  /** No engine will come: what waits is left to the disk. What is being said goes on, and is whole if one comes after all. */
  giveUp(): void {
    const running = this.#running();
    this.#speech.splice(0, this.#speech.length, ...(running === undefined ? [] : [running]));
    this.#typed = [];
    this.answered();
  }

  /** The other speaker's view of the conversation is told anew: what was asked is asked of it by itself. */
  forgetAsked(): void {
    this.#typed = [];
    this.answered();
  }

  /**
   * Gives a line everything, in order. Its history ends before it.
   * @param how.withAsked false when the line before is answering that already
   */
  replay(line: Replayed, how: { readonly withAsked: boolean }): void {
    const asked = how.withAsked && this.#isAsked ? this.#asked : null;
    const isCodeAnswered = this.#sentences.length > 0;
    const texts = asked === null || isCodeAnswered ? this.#typed : withLast(this.#typed, asked.text);
    for (const text of texts) line.appendItem({ kind: 'user-text', text });
    this.#typed = [];
    if (how.withAsked) {
      for (const sentence of this.#sentences) line.appendItem({ kind: 'words-to-say', sentence });
      if (this.#isAsked) line.respond();
    }
    for (const speech of this.#speech) speakAgain(speech, line);
  }

  #running(): Speech | undefined {
    const last = this.#speech.at(-1);
    return last?.isCommitted === false ? last : undefined;
  }
}

function speakAgain({ frames, isCommitted, pausedAfter }: Speech, line: Replayed): void {
  for (const [index, frame] of frames.entries()) {
    line.appendAudio(frame);
    if (index + 1 === pausedAfter) line.anticipate();
  }
  if (isCommitted) line.commit();
}

/** The asked words come last and once. */
function withLast(typed: readonly string[], asked: string): readonly string[] {
  return typed.at(-1) === asked ? typed : [...typed, asked];
}
