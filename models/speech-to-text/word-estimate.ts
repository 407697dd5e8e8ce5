import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import type { RecognisedWord } from './speech-to-text.ts';

const FRAME_MS = 20;
const FRAME_SAMPLES = (HEARING_SAMPLE_RATE_HZ * FRAME_MS) / 1000;
/** A word takes at least this, however short. */
const LEAST_FRAMES = 3;
/** How much a word's length may differ from what its letters promise before it costs one unit. */
const LENGTH_WEIGHT = 15;
/** Price of a boundary in full voice, and of silence inside a word, per frame. */
const LOUD_BOUNDARY = 0.6;
const SILENCE_INSIDE = 0.75;
/** Below this share of the way from floor to voice a frame is quiet. */
const QUIET = 0.3;
/** Between words silence is free; sound that belongs to no word is not. */
const SOUND_OUTSIDE = 1.1;

/**
 * Lays words over the sound they were recognised from, for a net without alignment: dynamic programming over frames of
 * 20 ms in which words last as long as their letters promise, boundaries lie where it is quiet, and silence lies between
 * words. Estimated, not heard: see the README for the measured error.
 */
export function timedWords(
  words: readonly { readonly text: string; readonly confidence: number }[],
  samples: Float32Array,
): RecognisedWord[] {
  if (words.length === 0) return [];
  const loudness = loudnessOf(samples);
  const spans = layOut(
    words.map(({ text }) => weightOf(text)),
    loudness,
  );
  return words.map(({ text, confidence }, index) => {
    const { from, to } = spans[index] ?? { from: 0, to: 0 };
    return { text, confidence, startMs: from * FRAME_MS, endMs: to * FRAME_MS };
  });
}

/** The words of a text into which names were put: each as sure as what was heard in its place. */
export function withNames(
  words: readonly { readonly text: string; readonly confidence: number }[],
  named: string,
): { readonly text: string; readonly confidence: number }[] {
  const texts = named.split(/\s+/).filter((text) => text !== '');
  const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, words.length);
  return texts.map((text, index) => ({ text, confidence: texts.length === words.length ? (words[index]?.confidence ?? mean) : mean }));
}

/** How long a word is to say, in units of a letter: vowels carry the time, digits are whole words. */
function weightOf(text: string): number {
  const letters = text.toLowerCase();
  const vowels = letters.match(/[aeiouy]+/g)?.length ?? 0;
  const consonants = letters.match(/[bcdfghjklmnpqrstvwxz]/g)?.length ?? 0;
  const digits = letters.match(/\d/g)?.length ?? 0;
  return 0.8 + vowels * 0.7 + consonants + digits * 4;
}

/** Loudness of every frame between the floor (0) and the voice (1) of this stretch. */
function loudnessOf(samples: Float32Array): Float32Array {
  const count = Math.max(1, Math.floor(samples.length / FRAME_SAMPLES));
  const decibels = new Float32Array(count);
  for (let frame = 0; frame < count; frame++) {
    let sum = 1e-10;
    for (let index = frame * FRAME_SAMPLES; index < (frame + 1) * FRAME_SAMPLES; index++) sum += (samples[index] ?? 0) ** 2;
    decibels[frame] = 10 * Math.log10(sum / FRAME_SAMPLES);
  }
  const sorted = decibels.toSorted();
  const voice = sorted[Math.floor(count * 0.9)] ?? 0;
  const floor = Math.max(sorted[Math.floor(count * 0.05)] ?? 0, voice - 45);
  return decibels.map((value) => Math.min(1, Math.max(0, (value - floor) / Math.max(6, voice - floor))));
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a stretch of frames costs, from running sums over them. */
interface Field {
  readonly frames: number;
  readonly insideCost: (from: number, to: number) => number;
  readonly outsideCost: (from: number, to: number) => number;
  readonly edgeCost: Float32Array<ArrayBufferLike>;
}

/** For one more word: where it would best begin when it ends at a frame, and where it ended when a frame is reached. */
interface WordLayer {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Cheapest layout up to each frame, this word included. */
  readonly cost: Float32Array<ArrayBufferLike>;
}

/** The cheapest way to put the words over the frames, in order and apart. */
function layOut(weights: readonly number[], loudness: Float32Array): Span[] {
  const field = fieldOf(loudness);
  const spoken = loudness.reduce((sum, value) => sum + (value > QUIET ? 1 : 0), 0);
  const unit = Math.max(1, spoken) / weights.reduce((sum, weight) => sum + weight, 0);
  let cost: Float32Array<ArrayBufferLike> = Float32Array.from({ length: field.frames + 1 }, (_, frame) => field.outsideCost(0, frame));
  const layers: WordLayer[] = [];
  for (const weight of weights) {
    const layer = addWord(Math.max(LEAST_FRAMES, weight * unit), cost, field);
    layers.push(layer);
    cost = layer.cost;
  }
  return traced(layers, cheapestEnd(cost, field));
}

function fieldOf(loudness: Float32Array): Field {
  const quiet = prefix(loudness, (value) => Math.max(0, QUIET - value));
  const loud = prefix(loudness, (value) => Math.max(0, value - QUIET));
  return {
    frames: loudness.length,
    insideCost: (from, to) => SILENCE_INSIDE * ((quiet[to] ?? 0) - (quiet[from] ?? 0)),
    outsideCost: (from, to) => SOUND_OUTSIDE * ((loud[to] ?? 0) - (loud[from] ?? 0)),
    edgeCost: Float32Array.from(
      { length: loudness.length + 1 },
      (_, frame) => LOUD_BOUNDARY * Math.min(loudness[frame - 1] ?? 0, loudness[frame] ?? 0),
    ),
  };
}

function addWord(expected: number, before: Float32Array<ArrayBufferLike>, { frames, insideCost, outsideCost, edgeCost }: Field): WordLayer {
  const longest = Math.ceil(expected * 3) + 4;
  const starts = new Int32Array(frames + 1);
  const ends = new Int32Array(frames + 1);
  const cost = new Float32Array(frames + 1).fill(Number.POSITIVE_INFINITY);
  for (let to = 1; to <= frames; to++) {
    let own = Number.POSITIVE_INFINITY;
    for (let from = Math.max(0, to - LEAST_FRAMES); from >= Math.max(0, to - longest); from--) {
      const difference = Math.log((to - from) / expected);
      const here = (before[from] ?? 0) + LENGTH_WEIGHT * difference * difference + insideCost(from, to) + (edgeCost[from] ?? 0);
      if (here >= own) continue;
      own = here;
      starts[to] = from;
    }
    own += edgeCost[to] ?? 0;
    const waited = (cost[to - 1] ?? 0) + outsideCost(to - 1, to);
    cost[to] = Math.min(own, waited);
    ends[to] = own <= waited ? to : (ends[to - 1] ?? 0);
  }
  return { starts, ends, cost };
}

function cheapestEnd(cost: Float32Array, { frames, outsideCost }: Field): number {
  let best = frames;
  for (let frame = frames; frame > 0; frame--) {
    if ((cost[frame] ?? 0) + outsideCost(frame, frames) < (cost[best] ?? 0) + outsideCost(best, frames)) best = frame;
  }
  return best;
}

function traced(layers: readonly WordLayer[], last: number): Span[] {
  const spans: Span[] = [];
  let frame = last;
  for (const { starts, ends } of layers.toReversed()) {
    const to = ends[frame] ?? 0;
    const from = starts[to] ?? 0;
    spans.unshift({ from, to });
    frame = from;
  }
  return spans;
}

function prefix(values: Float32Array, cost: (value: number) => number): Float32Array {
  const sums = new Float32Array(values.length + 1);
  for (let index = 0; index < values.length; index++) sums[index + 1] = (sums[index] ?? 0) + cost(values[index] ?? 0);
  return sums;
}
