import { levelOf } from '../../../models/overlap-sound/voicing.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import type { TurnEnd } from '../../../models/turn-end/turn-end.ts';
import { type AudioFrame, HEARING_FRAME_MS, HEARING_FRAME_SAMPLES } from '../../ipc/audio-frame.ts';
import type { KnownEcho, Manner, TuningResult } from '../../ipc/tuning-schema.ts';
import { BargeIn } from '../turn-taking/barge-in.ts';
import { completenessOf } from '../turn-taking/completeness.ts';
import { cutOffs, echoOf, type OwnPause, pauseFactorFor } from '../turn-taking/measure-manner.ts';
import { OverlapTrial } from '../turn-taking/overlap-trial.ts';
import { judgeOverlap, STOPS, wordsOf } from '../turn-taking/overlap-words.ts';
import { silenceToEndMs } from '../turn-taking/turn-end-policy.ts';

/** What one step of "tune to me" heard, measured by the same policies and models that decide in a conversation. */
export interface HeardFrame extends AudioFrame {
  /** Loudness of what the speaker played meanwhile. */
  readonly playedLevel: number;
}

export interface Measured {
  readonly result: TuningResult;
  readonly changes: Partial<Manner>;
}

interface Models {
  readonly recogniser: SpeechToText;
  readonly turnEnd: TurnEnd;
}

const SPEECH_PROBABILITY = 0.5;
/** A shorter silence ends no turn, whoever speaks. */
const SHORTEST_PAUSE_MS = 224;
/** Whoever is silent for longer has said all there was to say. */
const LONGEST_PAUSE_MS = 4000;
const FEWEST_PAUSES = 3;
/** Longer speech is one thought after the other: a pause is judged by the last of them. */
const JUDGED_MS = 12_000;
/** Two sounds of a listener are this far apart. */
const BETWEEN_SOUNDS_MS = 320;
const LEAD_FRAMES = 3;
const SHORTEST_SOUND_MS = 96;
const FEWEST_SOUNDS = 2;
/** More words are something that is said. */
const MOST_OWN_WORDS = 3;
const MOST_KEPT = 12;

/** @returns null when there were too few pauses to tell */
export async function measurePauses(
  frames: readonly HeardFrame[],
  now: { readonly factor: number; readonly patience: number },
  { recogniser, turnEnd }: Models,
): Promise<Measured | null> {
  const runs = speechRuns(frames, SHORTEST_PAUSE_MS);
  const pauses: OwnPause[] = [];
  for (const [index, run] of runs.slice(0, -1).entries()) {
    const next = runs[index + 1];
    const pauseMs = ((next?.from ?? run.to) - run.to) * HEARING_FRAME_MS;
    if (pauseMs > LONGEST_PAUSE_MS) continue;
    const from = Math.max(0, (runs[0]?.from ?? 0) - LEAD_FRAMES, run.to - JUDGED_MS / HEARING_FRAME_MS);
    const samples = samplesOf(frames.slice(from, run.to + LEAD_FRAMES));
    const [heard, probability] = await Promise.all([recogniser.transcribe(samples, { effort: 'final' }), turnEnd.probability(samples)]);
    const evidence = { completeness: completenessOf(heard.rejected ? '' : heard.text), wordsAreWhole: true, turnEnd: probability };
    pauses.push({ pauseMs, waitMs: silenceToEndMs(evidence, now.patience) });
  }
  if (pauses.length < FEWEST_PAUSES) return null;
  const factor = pauseFactorFor(pauses);
  const meanWait = pauses.reduce((sum, { waitMs }) => sum + waitMs, 0) / pauses.length;
  return {
    changes: { pauseFactor: factor },
    result: {
      step: 'pauses',
      pauses: pauses.length,
      longestMs: Math.max(...pauses.map(({ pauseMs }) => pauseMs)),
      cutOff: { before: cutOffs(pauses, now.factor), after: cutOffs(pauses, factor) },
      waitMs: { before: Math.round(meanWait * now.factor), after: Math.round(meanWait * factor) },
    },
  };
}

/** @returns null when there were too few sounds to tell */
export async function measureListening(
  frames: readonly HeardFrame[],
  known: ReadonlySet<string>,
  { recogniser }: Models,
): Promise<Measured | null> {
  const sounds: { readonly words: string; readonly endsReply: (own: ReadonlySet<string>) => boolean }[] = [];
  for (const { from, to } of speechRuns(frames, BETWEEN_SOUNDS_MS)) {
    if ((to - from) * HEARING_FRAME_MS < SHORTEST_SOUND_MS) continue;
    const sound = frames.slice(Math.max(0, from - LEAD_FRAMES), to + LEAD_FRAMES);
    const { text, rejected } = await recogniser.transcribe(samplesOf(sound), { effort: 'final' });
    const heard = rejected ? '' : text;
    sounds.push({ words: wordsOf(heard).join(' '), endsReply: (own) => endsReply(sound, heard, own) });
  }
  if (sounds.length < FEWEST_SOUNDS) return null;
  const ownWords = sounds.filter(({ endsReply }) => endsReply(new Set())).map(({ words }) => words);
  const own = [...new Set(ownWords.filter(mayBeOwn))].slice(0, MOST_KEPT);
  const ended = (words: ReadonlySet<string>) => sounds.filter(({ endsReply }) => endsReply(words)).length;
  return {
    changes: { listeningWords: own },
    result: { step: 'listening', sounds: sounds.length, ended: { before: ended(known), after: ended(new Set(own)) } },
  };
}

/** What takes the floor in earnest is never learned as listening. */
function mayBeOwn(words: string): boolean {
  const each = words.split(' ');
  return words.length > 0 && words.length <= 40 && each.length <= MOST_OWN_WORDS && !each.some((word) => STOPS.has(word));
}

function endsReply(sound: readonly HeardFrame[], text: string, ownListening: ReadonlySet<string>): boolean {
  const [bargeIn, trial] = [new BargeIn(), new OverlapTrial()];
  trial.begin(0, 0);
  let speechMs = 0;
  for (const frame of sound) {
    trial.take(frame);
    if (bargeIn.isVoiced(frame, 'user')) trial.hearVoice();
    if (frame.speechProbability >= SPEECH_PROBABILITY) speechMs += HEARING_FRAME_MS;
  }
  const { voicedMs, wordsProbability, laughedLately } = trial;
  const sounds = { whole: true, speechMs, unknownShare: 0, voicedMs, wordsProbability, laughedLately, speechLikeness: null };
  return judgeOverlap({ ...sounds, likenessBefore: null, text, ownListening, echoShare: 0, replyText: '' }) === 'speech';
}

/** @returns null when too little was played to tell */
export function measureEcho(frames: readonly HeardFrame[], known: KnownEcho | null): Measured | null {
  const echo = echoOf(frames.map(({ samples, playedLevel }) => ({ micLevel: levelOf(samples), playedLevel })));
  if (echo === null) return null;
  const [before, after] = [replayed(frames, known), replayed(frames, echo)];
  return {
    changes: { echo },
    result: {
      step: 'echo',
      echoDb: echo.gain < 1e-4 ? null : Math.round(20 * Math.log10(echo.gain)),
      mistaken: { before: before.mistaken, after: after.mistaken },
      unsureMs: { before: before.unsureMs, after: after.unsureMs },
    },
  };
}

/** The same sound once more, as if it had come in a conversation. */
function replayed(frames: readonly HeardFrame[], known: KnownEcho | null): { mistaken: number; unsureMs: number } {
  const bargeIn = new BargeIn(() => known);
  let [mistaken, unsureMs] = [0, 0];
  for (const frame of frames) {
    const source = bargeIn.sourceOf(frame, frame.playedLevel);
    if (source === 'unknown') unsureMs += HEARING_FRAME_MS;
    const decision = bargeIn.hear(frame, source);
    if (decision === 'duck') mistaken += 1;
  }
  return { mistaken, unsureMs };
}

interface Run {
  /** Its first frame, and the first after it. */
  readonly from: number;
  readonly to: number;
}

/** Stretches of speech with at least so much silence between them. */
function speechRuns(frames: readonly AudioFrame[], silenceMs: number): Run[] {
  const runs: Run[] = [];
  for (const [index, { speechProbability }] of frames.entries()) {
    if (speechProbability < SPEECH_PROBABILITY) continue;
    const last = runs.at(-1);
    if (last !== undefined && (index - last.to) * HEARING_FRAME_MS < silenceMs) runs[runs.length - 1] = { from: last.from, to: index + 1 };
    else runs.push({ from: index, to: index + 1 });
  }
  return runs;
}

function samplesOf(frames: readonly AudioFrame[]): Float32Array {
  const samples = new Float32Array(frames.length * HEARING_FRAME_SAMPLES);
  for (const [index, frame] of frames.entries()) samples.set(frame.samples, index * HEARING_FRAME_SAMPLES);
  return samples;
}
