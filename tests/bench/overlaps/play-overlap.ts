import { Listening } from '../../../electron/conversation/session/listening.ts';
import { ReplySpeech } from '../../../electron/conversation/speaking/reply-speech.ts';
import { OwnPauses } from '../../../electron/conversation/turn-taking/own-pauses.ts';
import {
  HEARING_FRAME_MS,
  HEARING_FRAME_SAMPLES,
  HEARING_SAMPLE_RATE_HZ,
  SPEAKING_SAMPLE_RATE_HZ,
} from '../../../electron/ipc/audio-frame.ts';
import { Scope } from '../../../electron/lifetime/scope.ts';
import { resample } from '../../../models/audio/resample.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import type { VoiceActivity } from '../../../models/voice-activity/voice-activity.ts';
import { mixed, noise, silence } from '../../recordings/sound-making.ts';

/** The user begins to speak at this time of the reply. */
export const AT_MS = 3000;
/** What a plain assistant believes: Silero above 0.5 for this long, then the reply ends. */
const NAIVE_CONFIRM_MS = 200;
/** Our own voice comes back this late. */
const ECHO_DELAY_MS = 120;
const PARTIAL_FRAMES = 8;
const DUCKED_GAIN = 0.126;

/** Times on the reply's clock; null = it did not happen. */
export interface Outcome {
  readonly duckedMs: number | null;
  /** Silent, and never spoken on. */
  readonly stoppedMs: number | null;
  readonly naiveMs: number | null;
}

export interface Overlap {
  /** The reply, at SPEAKING_SAMPLE_RATE_HZ, and its words. */
  readonly reply: Float32Array;
  readonly replyText: string;
  /** What is said over it, from where its sound begins; null = nothing. */
  readonly user: Float32Array | null;
  /** Loudness of the reply in the microphone, without any echo cancellation. */
  readonly echoDb: number;
}

/** Plays a sound over a reply, frame by frame on the sample clock, to the real listening with the real detector and recogniser. */
export async function playOverlap(overlap: Overlap, detector: VoiceActivity, recogniser: SpeechToText): Promise<Outcome> {
  const table = new OverlapTable(overlap, recogniser);
  const naive = { speechMs: 0, atMs: null as number | null };
  const near = nearSound(overlap);
  detector.reset();
  for (let from = 0; from + HEARING_FRAME_SAMPLES <= near.length && !table.isOver; from += HEARING_FRAME_SAMPLES) {
    const samples = mixed(near.slice(from, from + HEARING_FRAME_SAMPLES), table.echo());
    const speechProbability = await detector.probability(samples);
    await table.hear(samples, speechProbability);
    naive.speechMs = speechProbability >= 0.5 ? naive.speechMs + HEARING_FRAME_MS : 0;
    if (naive.speechMs >= NAIVE_CONFIRM_MS) naive.atMs ??= table.nowMs;
  }
  await table.close();
  return { ...table.outcome(), naiveMs: naive.atMs };
}

/** The room and the user, without the reply. */
function nearSound({ reply, user }: Overlap): Float32Array {
  const replyMs = (reply.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
  const lengthMs = user === null ? replyMs : Math.min(replyMs, AT_MS + user.length / 16 + 1500);
  const placed = silence(lengthMs);
  if (user !== null) placed.set(user.subarray(0, placed.length - AT_MS * 16), AT_MS * 16);
  return mixed(placed, noise(lengthMs, 0.0005, 1));
}

/** The real listening between a reply that sounds and a recogniser whose words come with the next frame. */
class OverlapTable {
  readonly #overlap: Overlap;
  readonly #recogniser: SpeechToText;
  readonly #scope = new Scope('overlap');
  readonly #speech: ReplySpeech;
  readonly #listening: Listening;
  #taken: Float32Array[] = [];
  #decoded = 0;
  #asked: 'whole' | null = null;
  #duckedMs: number | null = null;
  #heldMs: number | null = null;
  #interruptedMs: number | null = null;
  /** The reply as it leaves the speaker: quieter when ducked, silent and waiting when held. */
  readonly #reply: Float32Array;
  readonly #left: Float32Array;
  #played = 0;
  #gain = 1;
  nowMs = 0;

  constructor(overlap: Overlap, recogniser: SpeechToText) {
    this.#overlap = overlap;
    this.#recogniser = recogniser;
    this.#speech = new ReplySpeech('reply', () => undefined);
    this.#speech.addAudio(overlap.reply);
    this.#reply = resample(overlap.reply, SPEAKING_SAMPLE_RATE_HZ, HEARING_SAMPLE_RATE_HZ);
    this.#left = new Float32Array(this.#reply.length * 2 + HEARING_FRAME_SAMPLES);
    this.#listening = this.#open();
  }

  get isOver(): boolean {
    return this.#interruptedMs !== null;
  }

  /** Lets one more frame leave the speaker. @returns what comes back by the microphone meanwhile */
  echo(): Float32Array {
    const at = Math.round((this.nowMs * HEARING_SAMPLE_RATE_HZ) / 1000);
    if (this.#heldMs === null) {
      const frame = this.#reply.subarray(this.#played, this.#played + HEARING_FRAME_SAMPLES);
      this.#left.set(
        frame.map((sample) => sample * this.#gain),
        at,
      );
      this.#played += HEARING_FRAME_SAMPLES;
    }
    const from = at - (ECHO_DELAY_MS * HEARING_SAMPLE_RATE_HZ) / 1000;
    const echo = new Float32Array(HEARING_FRAME_SAMPLES);
    if (from > 0) echo.set(this.#left.subarray(from, from + HEARING_FRAME_SAMPLES));
    return echo.map((sample) => sample * 10 ** (this.#overlap.echoDb / 20));
  }

  get #playedMs(): number {
    return (this.#played * 1000) / HEARING_SAMPLE_RATE_HZ;
  }

  async hear(samples: Float32Array, speechProbability: number): Promise<void> {
    this.nowMs += HEARING_FRAME_MS;
    this.#listening.hear({ samples, endMs: this.nowMs, speechProbability });
    if (this.#listening.utterance === null) return;
    if (this.#asked === 'whole') await this.#guess(true);
    else if (this.#taken.length - this.#decoded >= PARTIAL_FRAMES) await this.#guess(false);
  }

  outcome(): Omit<Outcome, 'naiveMs'> {
    return { duckedMs: this.#duckedMs, stoppedMs: this.#interruptedMs === null ? null : (this.#heldMs ?? this.#interruptedMs) };
  }

  close(): Promise<void> {
    return this.#scope.close();
  }

  async #guess(whole: boolean): Promise<void> {
    this.#asked = null;
    this.#decoded = this.#taken.length;
    const samples = new Float32Array(this.#taken.length * HEARING_FRAME_SAMPLES);
    for (const [index, frame] of this.#taken.entries()) samples.set(frame, index * HEARING_FRAME_SAMPLES);
    const { utterance } = this.#listening;
    const { text, rejected, speechLikeness = null } = await this.#recogniser.transcribe(samples, { effort: whole ? 'final' : 'partial' });
    if (utterance === null) return;
    utterance.takeGuess({ text: rejected ? '' : text, whole: whole || utterance.textIsWhole, speechLikeness });
  }

  #open(): Listening {
    return new Listening('hands-free', {
      scope: this.#scope,
      nowMs: () => this.nowMs,
      turnEnd: null,
      manner: { pauses: new OwnPauses(), echo: null, listeningWords: new Set() },
      patience: () => 1,
      openSpool: () => ({ append: () => undefined, commit: () => undefined }),
      reply: () => ({
        sounding: this.#interruptedMs === null,
        playedMs: this.#playedMs,
        overAtMs: null,
        playedLevel: this.#speech.levelAt(this.#playedMs),
        text: this.#overlap.replyText,
      }),
      heard: {
        overlapped: () => {
          this.#taken = [];
          this.#decoded = 0;
        },
        began: () => {
          this.#interruptedMs ??= this.nowMs;
        },
        frame: (frame) => void this.#taken.push(frame.samples),
        paused: () => {
          this.#asked = 'whole';
        },
        likelyOver: () => undefined,
        ended: () => undefined,
        discarded: () => undefined,
        duck: () => {
          this.#speech.duck();
          this.#gain = DUCKED_GAIN;
          this.#duckedMs ??= this.nowMs;
        },
        // It was nothing: what counts is the duck that stays.
        rise: () => {
          this.#speech.rise();
          this.#gain = 1;
          this.#duckedMs = null;
        },
        hold: () => {
          this.#speech.hold();
          this.#heldMs ??= this.nowMs;
        },
        pausesLearned: () => undefined,
        goOn: () => {
          this.#speech.goOn();
          this.#heldMs = null;
        },
      },
    });
  }
}
