import type { Transcript, TranscriptSegment } from '../../../ipc/transcription-schema.ts';
import { srtOf, vttOf } from '../output/subtitles.ts';

export const RESPONSE_FORMATS = ['json', 'text', 'srt', 'verbose_json', 'vtt'] as const;
export type ResponseFormat = (typeof RESPONSE_FORMATS)[number];

/** What the interface calls `granularities`. */
export interface Granularity {
  readonly words: boolean;
  readonly segments: boolean;
}

export interface Answer {
  readonly contentType: string;
  readonly body: string;
}

/** A transcript in the shapes of OpenAI's POST /v1/audio/transcriptions. */
export function answerOf(transcript: Transcript, format: ResponseFormat, granularity: Granularity): Answer {
  const plain = (body: string, kind = 'plain') => ({ contentType: `text/${kind}; charset=utf-8`, body });
  switch (format) {
    case 'text':
      return plain(`${spokenText(transcript.segments)}\n`);
    case 'srt':
      return plain(srtOf(transcript));
    case 'vtt':
      return plain(vttOf(transcript), 'vtt');
    case 'verbose_json':
      return json(verbose(transcript, granularity));
    case 'json':
      return json({ text: spokenText(transcript.segments) });
  }
}

export function spokenText(segments: readonly TranscriptSegment[]): string {
  return segments.map(({ text }) => text).join(' ');
}

export function json(value: unknown): Answer {
  return { contentType: 'application/json', body: JSON.stringify(value) };
}

function verbose({ segments, durationMs }: Transcript, granularity: Granularity): unknown {
  const words = segments.flatMap((segment) => segment.words);
  return {
    task: 'transcribe',
    language: 'english',
    duration: durationMs / 1000,
    text: spokenText(segments),
    ...(granularity.segments ? { segments: segments.map(verboseSegment) } : {}),
    ...(granularity.words
      ? { words: words.map(({ text, startMs, endMs }) => ({ word: text, start: startMs / 1000, end: endMs / 1000 })) }
      : {}),
  };
}

function verboseSegment({ startMs, endMs, text, words }: TranscriptSegment, id: number): unknown {
  const logs = words.map(({ confidence }) => Math.log(Math.max(confidence, 1e-4)));
  const mean = logs.reduce((sum, value) => sum + value, 0) / Math.max(1, logs.length);
  // Tokens and ratios belong to another model; clients read them as optional numbers.
  const foreign = { seek: 0, tokens: [], temperature: 0, compression_ratio: 1, no_speech_prob: 0 };
  return { id, start: startMs / 1000, end: endMs / 1000, text, avg_logprob: mean, ...foreign };
}
