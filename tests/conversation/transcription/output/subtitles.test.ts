import { createRequire } from 'node:module';
import fc from 'fast-check';
import SrtParser from 'srt-parser-2';
import { describe, expect, it } from 'vitest';
import { cuesOf, LINE_CHARACTERS } from '../../../../electron/conversation/transcription/output/cues.ts';
import { srtOf, vttOf } from '../../../../electron/conversation/transcription/output/subtitles.ts';
import { anyTranscript, transcriptOf } from './transcripts.ts';

// The parser of the WebVTT specification's editor; it has no types.
const { WebVTTParser } = createRequire(import.meta.url)('webvtt-parser') as {
  WebVTTParser: new (
    entities?: unknown,
  ) => {
    parse(text: string): { cues: { startTime: number; endTime: number; text: string }[]; errors: { message: string }[] };
  };
};

const length = (text: string) => [...text].length;

describe('cues', () => {
  it('are in order, apart, and of at most two lines of 42', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        let freeMs = 0;
        for (const { startMs, endMs, lines } of cuesOf(transcript)) {
          expect(startMs).toBeGreaterThanOrEqual(freeMs);
          expect(endMs).toBeGreaterThan(startMs);
          expect(lines.length).toBeLessThanOrEqual(2);
          expect(Math.max(...lines.map(length))).toBeLessThanOrEqual(LINE_CHARACTERS);
          freeMs = endMs;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lose no word', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const letters = (text: string) => text.replaceAll(/\s/g, '');
        const shown = cuesOf(transcript)
          .flatMap(({ lines }) => lines)
          .join('');
        expect(letters(shown)).toBe(letters(transcript.segments.map(({ text }) => text).join('')));
      }),
      { numRuns: 200 },
    );
  });

  it('can be read: at most 17 characters a second at the pace people talk', () => {
    // 150 words a minute, a breath every ten words.
    const words = Array.from({ length: 400 }, (_, index) => {
      const startMs = index * 400 + Math.floor(index / 10) * 300;
      return {
        text: ['and', 'everybody', 'was', 'looking', 'at', 'the', 'old', 'bridge'][index % 8] ?? '',
        startMs,
        endMs: startMs + 380,
        confidence: 1,
      };
    });
    const segments = Array.from({ length: 40 }, (_, index) => {
      const own = words.slice(index * 10, index * 10 + 10);
      return {
        startMs: own[0]?.startMs ?? 0,
        endMs: own.at(-1)?.endMs ?? 0,
        text: own.map(({ text }) => text).join(' '),
        speaker: null,
        words: own,
      };
    });
    for (const { startMs, endMs, lines } of cuesOf(transcriptOf(segments))) {
      expect(lines.reduce((sum, line) => sum + length(line), 0) / ((endMs - startMs) / 1000)).toBeLessThanOrEqual(17.01);
    }
  });
});

describe('subtitle files', () => {
  it('SubRip is read back by another program as it was written', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const cues = cuesOf(transcript);
        const read = new SrtParser().fromSrt(srtOf(transcript));
        expect(read.map(({ startSeconds, endSeconds }) => [Math.round(startSeconds * 1000), Math.round(endSeconds * 1000)])).toEqual(
          cues.map(({ startMs, endMs }) => [startMs, endMs]),
        );
        expect(read.map(({ id }) => id)).toEqual(cues.map((_, index) => String(index + 1)));
      }),
      { numRuns: 150 },
    );
  });

  it('WebVTT has no error in the eyes of the specification’s own parser', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const cues = cuesOf(transcript);
        const { cues: read, errors } = new WebVTTParser().parse(vttOf(transcript));
        expect(errors).toEqual([]);
        expect(read.map(({ startTime, endTime }) => [Math.round(startTime * 1000), Math.round(endTime * 1000)])).toEqual(
          cues.map(({ startMs, endMs }) => [startMs, endMs]),
        );
      }),
      { numRuns: 150 },
    );
  });
});
