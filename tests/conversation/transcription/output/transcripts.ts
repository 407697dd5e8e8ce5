import fc from 'fast-check';
import type { Transcript, TranscriptSegment } from '../../../../electron/ipc/transcription-schema.ts';

export function transcriptOf(segments: readonly TranscriptSegment[], speakers: Transcript['speakers'] = []): Transcript {
  const durationMs = Math.max(1000, ...segments.map(({ endMs }) => endMs + 1000));
  return {
    version: 1,
    name: 'talk.wav',
    durationMs,
    language: 'en',
    model: 'scripted',
    wordTimes: 'estimated',
    speakers,
    segments: [...segments],
    notices: [],
  };
}

const HARD_WORDS = [
  '=1+1',
  '-->',
  '<b>bold</b>',
  '&amp;',
  '"quoted"',
  'comma,',
  '*star*',
  '# head',
  '@here',
  '\u{1f600}',
  'x'.repeat(60),
  "it's",
];

const word = fc.record({
  text: fc.oneof(fc.stringMatching(/^[a-z]{1,12}[.,?]?$/), fc.constantFrom(...HARD_WORDS)),
  pauseMs: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 120 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 6000 }) },
  ),
  lengthMs: fc.integer({ min: 80, max: 700 }),
});

/** Any transcript: words in order, parted into segments anywhere, by up to two speakers. */
export const anyTranscript = fc
  .array(fc.tuple(fc.array(word, { minLength: 1, maxLength: 25 }), fc.integer({ min: 0, max: 2 })), { maxLength: 12 })
  .map((parts) => {
    let nowMs = 0;
    const segments = parts.map(([words, speaker]): TranscriptSegment => {
      const timed = words.map(({ text, pauseMs, lengthMs }) => {
        const startMs = nowMs + pauseMs;
        nowMs = startMs + lengthMs;
        return { text, startMs, endMs: nowMs, confidence: 0.9 };
      });
      const text = timed.map((entry) => entry.text).join(' ');
      return { startMs: timed[0]?.startMs ?? 0, endMs: nowMs, text, speaker: speaker === 0 ? null : `channel-${speaker}`, words: timed };
    });
    return transcriptOf(segments, [
      { id: 'channel-1', name: 'Anna & <Co>' },
      { id: 'channel-2', name: 'Ben' },
    ]);
  });
