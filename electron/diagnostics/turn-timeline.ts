import type { TurnTimeline } from '../ipc/conversation-schema.ts';

export type TimelineMark = keyof TurnTimeline;

/** When each station saw one turn. A mark is set once: the first time counts. */
export class TimelineRecorder {
  readonly #marks: Record<TimelineMark, number | null> = {
    speechEndMs: null,
    commitMs: null,
    transcriptMs: null,
    firstTokenMs: null,
    firstAudioMs: null,
    firstSoundMs: null,
  };

  /** @param atMs on the conversation's clock; kept to a tenth of a millisecond */
  mark(station: TimelineMark, atMs: number): void {
    this.#marks[station] ??= Math.round(atMs * 10) / 10;
  }

  read(): TurnTimeline {
    return { ...this.#marks };
  }
}
