import type { TranscriptSegment, TranscriptWord } from '../../ipc/transcription-schema.ts';
import { joinOverlap } from './join-overlap.ts';
import { type RecognisedWindow, SAMPLES_A_MS } from './recognised-window.ts';

/** Longer sentences are parted at a comma, so that a segment stays one glance. */
const LONG_SENTENCE_WORDS = 40;
const SENTENCE_END = /[.?!…]["'”’)]*$/;
/** These end in a full stop and no sentence ends with them. */
const ABBREVIATION = /^(mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|no)\.$/i;

/**
 * Makes segments out of recognised windows: in order, overlaps joined, parted at the ends of sentences. The same windows
 * give the same segments, in whatever order they were recognised.
 */
export function assembleSegments(
  windows: readonly RecognisedWindow[],
  speakerOf: (channel: number | null) => string | null,
): TranscriptSegment[] {
  const channels = new Set(windows.map(({ channel }) => channel));
  const segments = [...channels].flatMap((channel) => {
    const own = windows.filter((window) => window.channel === channel).toSorted((a, b) => a.startSample - b.startSample);
    return runsOf(own).flatMap((words) => sentences(words).map((part) => segmentOf(part, speakerOf(channel))));
  });
  return segments.toSorted((a, b) => a.startMs - b.startMs);
}

/** Words without a pause that was cut at: hard cuts are joined again. */
function runsOf(windows: readonly RecognisedWindow[]): TranscriptWord[][] {
  const runs: TranscriptWord[][] = [];
  let before: RecognisedWindow | null = null;
  for (const window of windows) {
    const open = runs.at(-1);
    if (open !== undefined && before?.continuesAfter === true && window.continuesBefore) {
      const overlap = { startMs: window.startSample / SAMPLES_A_MS, endMs: before.endSample / SAMPLES_A_MS };
      runs[runs.length - 1] = joinOverlap(open, window.words, overlap);
    } else runs.push([...window.words]);
    before = window;
  }
  return runs.filter((words) => words.length > 0);
}

function sentences(words: readonly TranscriptWord[]): TranscriptWord[][] {
  const parts: TranscriptWord[][] = [[]];
  for (const word of words) {
    const open = parts.at(-1) ?? [];
    open.push(word);
    const ends = SENTENCE_END.test(word.text) && !ABBREVIATION.test(word.text);
    if (ends || (open.length >= LONG_SENTENCE_WORDS && word.text.endsWith(','))) parts.push([]);
  }
  return parts.filter((part) => part.length > 0);
}

function segmentOf(words: readonly TranscriptWord[], speaker: string | null): TranscriptSegment {
  return {
    startMs: words[0]?.startMs ?? 0,
    endMs: words.at(-1)?.endMs ?? 0,
    text: words.map(({ text }) => text).join(' '),
    speaker,
    words: [...words],
  };
}
