import { z } from 'zod';
import type { RecognisedWord } from '../speech-to-text/speech-to-text.ts';

/** Surer of silence than this, and unsure of the words: Whisper's own rule for text that nobody said. */
const SILENCE_PROBABILITY = 0.6;
const UNSURE_LOG_PROBABILITY = -1;

const wordSchema = z.object({ word: z.string(), start: z.number(), end: z.number() });
const segmentSchema = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  avg_logprob: z.number().optional(),
  no_speech_prob: z.number().optional(),
});
const answerSchema = z.object({
  text: z.string(),
  segments: z.array(segmentSchema).nullish(),
  words: z.array(wordSchema).nullish(),
});
type Answer = z.output<typeof answerSchema>;
const eventSchema = z.union([
  z.object({ type: z.literal('transcript.text.delta'), delta: z.string() }),
  z.object({ type: z.literal('transcript.text.done'), text: z.string() }),
]);

export interface HostedText {
  readonly text: string;
  /** Null where the service tells no times. */
  readonly words: readonly RecognisedWord[] | null;
}

/** @returns null for anything that is no transcription */
export function readJson(body: string): HostedText | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  const answer = answerSchema.safeParse(value).data;
  return answer === undefined ? null : spokenOf(answer);
}

/**
 * Server-sent events of a streamed transcription.
 * @returns null when it did not come to its end: half an answer is none
 */
export function readEvents(body: string): HostedText | null {
  for (const line of body.split(/\r?\n/)) {
    if (!line.startsWith('data:')) continue;
    const event = eventOf(line.slice('data:'.length).trim());
    if (event?.type === 'transcript.text.done') return { text: event.text.trim(), words: null };
  }
  return null;
}

/** One event as it comes, for showing text early. */
export function eventOf(data: string): z.output<typeof eventSchema> | null {
  try {
    return eventSchema.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}

function spokenOf({ text, segments, words }: Answer): HostedText {
  const all = segments ?? [];
  const spoken = all.filter((segment) => !isInvented(segment));
  const kept = spoken.length === all.length ? text : spoken.map((segment) => segment.text).join(' ');
  const written = kept.split(/\s+/).filter((word) => word !== '');
  const isSpoken = ({ start, end }: z.output<typeof wordSchema>) =>
    spoken.length === all.length || spoken.some((segment) => (start + end) / 2 >= segment.start && (start + end) / 2 <= segment.end);
  const timed = (words ?? []).filter(isSpoken);
  return { text: written.join(' '), words: timed.length === 0 ? null : laidOver(written, timed, spoken) };
}

function isInvented({ no_speech_prob = 0, avg_logprob = 0 }: z.output<typeof segmentSchema>): boolean {
  return no_speech_prob > SILENCE_PROBABILITY && avg_logprob < UNSURE_LOG_PROBABILITY;
}

/** Words with times come without marks; the text has them. What has no time of its own lies between its neighbours. */
function laidOver(
  written: readonly string[],
  timed: readonly z.output<typeof wordSchema>[],
  segments: readonly z.output<typeof segmentSchema>[],
): RecognisedWord[] {
  let next = 0;
  let lastMs = 0;
  return written.map((text) => {
    const at = timed.slice(next, next + 4).findIndex(({ word }) => plain(word) === plain(text));
    const found = at === -1 ? undefined : timed[next + at];
    if (found === undefined) return { text, startMs: lastMs, endMs: lastMs, confidence: 1 };
    next += at + 1;
    const startMs = Math.max(lastMs, found.start * 1000);
    lastMs = Math.max(startMs, found.end * 1000);
    return { text, startMs, endMs: lastMs, confidence: confidenceAt((found.start + found.end) / 2, segments) };
  });
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Told for whole segments only. */
function confidenceAt(seconds: number, segments: readonly z.output<typeof segmentSchema>[]): number {
  const segment = segments.find(({ start, end }) => seconds >= start && seconds <= end);
  return segment?.avg_logprob === undefined ? 1 : Math.min(1, Math.exp(segment.avg_logprob));
}
