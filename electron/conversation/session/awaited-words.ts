import { TimelineRecorder } from '../../diagnostics/turn-timeline.ts';
import type { Utterance } from './utterance.ts';

/** An utterance whose words are awaited from the engine. */
export interface Awaited {
  readonly turnId: string;
  readonly conversationId: string;
  readonly timeline: TimelineRecorder;
  /** False for audio recovered after a crash: its words are kept, but nobody waits for an answer any more. */
  readonly answer: boolean;
  /** It goes on where the turn before was cut off. */
  readonly continues: boolean;
  readonly forgetAudio: () => void;
}

/** Utterances on their way through the recogniser; words come back in the order of the utterances. */
export class AwaitedWords {
  readonly #queue: Awaited[] = [];

  /** True while somebody waits for an answer to them. */
  get answering(): boolean {
    return this.#queue.some(({ answer }) => answer);
  }

  get newestTurnId(): string | undefined {
    return this.#queue.at(-1)?.turnId;
  }

  addUtterance(utterance: Utterance, conversationId: string): void {
    const { turnId, timeline, continues } = utterance;
    this.#queue.push({ turnId, conversationId, timeline, continues, answer: true, forgetAudio: () => utterance.forgetAudio() });
  }

  addOrphan(orphan: { readonly turnId: string; readonly conversationId: string; readonly forgetAudio: () => void }): void {
    this.#queue.push({ ...orphan, timeline: new TimelineRecorder(), continues: false, answer: false });
  }

  next(): Awaited | undefined {
    return this.#queue.shift();
  }

  /** The engine failed: nobody's words will come. Their audio stays on disk. */
  giveUp(): readonly Awaited[] {
    return this.#queue.splice(0);
  }
}
