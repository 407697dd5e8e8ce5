import type { Transcript, TranscriptSegment, TranscriptWord } from '../../../ipc/transcription-schema.ts';
import type { VoicePiece } from '../recognised-window.ts';
import { clusterVoices } from './cluster-voices.ts';
import { unpacked } from './voice-pieces.ts';

/** Voices heard for less, and for less than this share of all, are slips of the encoder: laughter, two at once, a door. */
const LEAST_VOICE_MS = 2_500;
const LEAST_SHARE = 0.02;
/** A change for so few words in the middle of somebody's sentence is none. */
const LEAST_WORDS = 3;

interface SpokenPiece {
  readonly startMs: number;
  readonly endMs: number;
  readonly speaker: number;
}

/** Says who speaks each segment; where the voice changes within one, it is parted. Pure. */
export function whoSpeaks(
  segments: readonly TranscriptSegment[],
  pieces: readonly VoicePiece[],
): Pick<Transcript, 'segments' | 'speakers'> {
  const spoken = speakersOf(pieces.toSorted((one, other) => one.startMs - other.startMs));
  if (spoken.length === 0) return { segments: [...segments], speakers: [] };
  const count = Math.max(...spoken.map(({ speaker }) => speaker)) + 1;
  const speakers = Array.from({ length: count }, (_, index) => ({ id: `speaker-${index + 1}`, name: `Speaker ${index + 1}` }));
  return { segments: segments.flatMap((segment) => parted(segment, spoken)), speakers };
}

function speakersOf(pieces: readonly VoicePiece[]): SpokenPiece[] {
  const groups = clusterVoices(pieces.map(({ vector }) => unpacked(vector)));
  const lengths = new Map<number, number>();
  pieces.forEach(({ startMs, endMs }, index) => {
    const group = groups[index] ?? -1;
    if (group >= 0) lengths.set(group, (lengths.get(group) ?? 0) + endMs - startMs);
  });
  const wholeMs = [...lengths.values()].reduce((sum, ms) => sum + ms, 0);
  const longest = Math.max(0, ...lengths.values());
  const isVoice = (ms: number) => ms === longest || (ms >= LEAST_VOICE_MS && ms >= wholeMs * LEAST_SHARE);
  const voices = [...lengths].filter(([, ms]) => isVoice(ms)).map(([group]) => group);
  // In the order in which they are heard first; pieces of no voice say nothing, their neighbours speak for them.
  return pieces.flatMap(({ startMs, endMs }, index) => {
    const speaker = voices.indexOf(groups[index] ?? -1);
    return speaker === -1 ? [] : [{ startMs, endMs, speaker }];
  });
}

function parted(segment: TranscriptSegment, spoken: readonly SpokenPiece[]): TranscriptSegment[] {
  const runs: { speaker: number; words: TranscriptWord[] }[] = [];
  for (const word of segment.words) {
    const speaker = speakerAt((word.startMs + word.endMs) / 2, spoken);
    const open = runs.at(-1);
    if (open?.speaker === speaker) open.words.push(word);
    else runs.push({ speaker, words: [word] });
  }
  return smoothed(runs).map(({ speaker, words }) => ({
    startMs: words[0]?.startMs ?? segment.startMs,
    endMs: words.at(-1)?.endMs ?? segment.endMs,
    text: words.map(({ text }) => text).join(' '),
    speaker: `speaker-${speaker + 1}`,
    words,
  }));
}

/** Of the pieces around, the one whose middle is nearest. */
function speakerAt(ms: number, spoken: readonly SpokenPiece[]): number {
  let low = 0;
  let high = spoken.length - 1;
  const middle = (index: number) => ((spoken[index]?.startMs ?? 0) + (spoken[index]?.endMs ?? 0)) / 2;
  while (low < high) {
    const half = Math.floor((low + high) / 2);
    if (middle(half) < ms) low = half + 1;
    else high = half;
  }
  const nearest = low > 0 && ms - middle(low - 1) < middle(low) - ms ? low - 1 : low;
  return spoken[nearest]?.speaker ?? 0;
}

/** Short runs go to the longer of their neighbours. */
function smoothed(runs: readonly { speaker: number; words: TranscriptWord[] }[]): { speaker: number; words: TranscriptWord[] }[] {
  const kept = runs.map((run) => ({ ...run }));
  for (;;) {
    const index = kept.findIndex(({ words }) => kept.length > 1 && words.length < LEAST_WORDS);
    if (index === -1) return kept;
    const [before, after] = [kept[index - 1], kept[index + 1]];
    const to = after === undefined || (before !== undefined && before.words.length >= after.words.length) ? before : after;
    const run = kept[index];
    if (to === undefined || run === undefined) return kept;
    to.words = to === before ? [...to.words, ...run.words] : [...run.words, ...to.words];
    kept.splice(index, 1);
    joinSame(kept);
  }
}

function joinSame(runs: { speaker: number; words: TranscriptWord[] }[]): void {
  for (let index = runs.length - 1; index > 0; index--) {
    const [before, run] = [runs[index - 1], runs[index]];
    if (before === undefined || run === undefined || before.speaker !== run.speaker) continue;
    before.words = [...before.words, ...run.words];
    runs.splice(index, 1);
  }
}
