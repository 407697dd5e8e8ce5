import type { VoiceActivity } from '../../models/voice-activity/voice-activity.ts';
import type { Session } from '../conversation/session/session.ts';
import { HEARING_FRAME_MS, HEARING_FRAME_SAMPLES } from '../ipc/audio-frame.ts';
import type { StoredTurn, TurnTimeline } from '../ipc/conversation-schema.ts';
import type { Scope } from '../lifetime/scope.ts';

/** Longer than the slowest reply; past it the turn counts as unanswered. */
const ANSWER_TIMEOUT_MS = 60_000;

export interface RecordedTurn {
  readonly heard: string;
  readonly reply: string;
  /** Who answered: at a round table each answers the same words in a turn of its own. */
  readonly personaId: string;
  readonly skill: string | null;
  readonly interrupted: boolean;
  /** Milliseconds from the first sample of the turn's own recording. */
  readonly timeline: TurnTimeline;
}

/**
 * Plays recordings into a session at the pace of the clock, frame by frame, as a microphone would: silence goes on after
 * the last sample until the turn is answered. What is measured is therefore what a person would wait.
 */
export class RecordedConversation {
  readonly #scope: Scope;
  readonly #nowMs: () => number;
  readonly #voiceActivity: VoiceActivity;
  readonly #turns: RecordedTurn[] = [];
  #session: Session | null = null;
  #heard: StoredTurn[] = [];
  #startMs = 0;
  #nothingHeard = false;

  constructor(options: { scope: Scope; nowMs: () => number; voiceActivity: VoiceActivity }) {
    this.#scope = options.scope;
    this.#nowMs = options.nowMs;
    this.#voiceActivity = options.voiceActivity;
  }

  /** The session is made with this conversation as its listener, so it comes after. */
  join(session: Session): void {
    this.#session = session;
  }

  get turns(): readonly RecordedTurn[] {
    return this.#turns;
  }

  takeTurn(turn: StoredTurn): void {
    if (turn.role === 'user') this.#heard.push(turn);
    else this.#takeReply(turn);
  }

  takeDiscarded(): void {
    this.#nothingHeard = true;
  }

  /**
   * Asks one recording and waits until it is answered.
   * @param samples mono, 16 kHz
   * @param onInputOver called when the recording is over: nobody can interrupt any more
   * @returns false when there was no speech in it or no answer came
   */
  async ask(samples: Float32Array, onInputOver: () => void): Promise<boolean> {
    const answeredBefore = this.#turns.length;
    this.#startMs = this.#nowMs();
    this.#nothingHeard = false;
    const frameCount = Math.ceil(samples.length / HEARING_FRAME_SAMPLES);
    const longestFrames = frameCount + ANSWER_TIMEOUT_MS / HEARING_FRAME_MS;
    for (let index = 0; index < longestFrames; index++) {
      await this.#hearFrame(samples, index);
      if (index === frameCount) onInputOver();
      if (index > frameCount && this.#isOver(answeredBefore)) break;
    }
    return this.#turns.length > answeredBefore;
  }

  #isOver(answeredBefore: number): boolean {
    if (this.#session?.state.presence !== 'idle') return false;
    return this.#nothingHeard || (this.#heard.length === 0 && this.#turns.length > answeredBefore);
  }

  async #hearFrame(samples: Float32Array, index: number): Promise<void> {
    const frame = new Float32Array(HEARING_FRAME_SAMPLES);
    frame.set(samples.subarray(index * HEARING_FRAME_SAMPLES, (index + 1) * HEARING_FRAME_SAMPLES));
    const endMs = this.#startMs + (index + 1) * HEARING_FRAME_MS;
    const waitMs = endMs - this.#nowMs();
    if (waitMs > 0) await this.#scope.sleep(waitMs);
    const speechProbability = await this.#voiceActivity.probability(frame);
    this.#session?.hearFrame({ samples: frame, endMs, speechProbability });
  }

  #takeReply(turn: StoredTurn): void {
    const last = this.#turns.at(-1);
    const isNext = this.#heard.length === 0 && last !== undefined && last.personaId !== turn.personaId;
    // Something of its own accord: a timer ended.
    if (this.#heard.length === 0 && !isNext) return;
    const heard = isNext ? last.heard : this.#heard.map(({ text }) => text).join(' ');
    this.#heard = [];
    this.#turns.push({
      heard,
      reply: turn.text,
      personaId: turn.personaId,
      skill: turn.skill,
      interrupted: turn.interrupted,
      timeline: shifted(turn.timeline, this.#startMs),
    });
  }
}

const UNSEEN: TurnTimeline = {
  speechEndMs: null,
  commitMs: null,
  transcriptMs: null,
  firstTokenMs: null,
  firstAudioMs: null,
  firstSoundMs: null,
};

function shifted(timeline: TurnTimeline | null, startMs: number): TurnTimeline {
  const moved = Object.entries(timeline ?? UNSEEN).map(([mark, atMs]) => [
    mark,
    atMs === null ? null : Math.round((atMs - startMs) * 10) / 10,
  ]);
  return Object.fromEntries(moved) as TurnTimeline;
}
