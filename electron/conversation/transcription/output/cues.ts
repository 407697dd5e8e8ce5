import type { Transcript, TranscriptWord } from '../../../ipc/transcription-schema.ts';

/** What subtitles must not exceed: the usual rules of broadcasters for adults. */
const MOST_CHARACTERS_A_SECOND = 17;
export const LINE_CHARACTERS = 42;
const MOST_LINES = 2;
const SHORTEST_MS = 833;
const LONGEST_MS = 7_000;
/** A pause between words that parts two cues. */
const PAUSE_MS = 700;
/** A cue may come this much late after fast speech; beyond it reading speed gives way to being in time. */
const MOST_LAG_MS = 1_500;

/** One subtitle; `lines` are one or two of at most 42 characters. */
export interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  readonly lines: readonly string[];
  readonly speaker: string | null;
}

interface Draft {
  readonly words: readonly TranscriptWord[];
  readonly speaker: string | null;
}

/**
 * Makes subtitles: no cue reaches over a sentence's end, a long pause or a speaker; each stays long enough to be read, into
 * the pause behind it or, where speech is faster than reading, a little over the next. In order, never overlapping.
 */
export function cuesOf({ segments }: Pick<Transcript, 'segments'>): Cue[] {
  const drafts = segments.flatMap(({ words, speaker }) => splitWords(words.flatMap(splitLong)).map((part) => ({ words: part, speaker })));
  return timed(drafts);
}

/** The words of one segment as parts that fit into a cue each. */
function splitWords(words: readonly TranscriptWord[]): TranscriptWord[][] {
  const parts: TranscriptWord[][] = [];
  let open: TranscriptWord[] = [];
  for (const word of words) {
    while (open.length > 0 && mustPart(open, word)) {
      const cut = bestCut(open);
      parts.push(open.slice(0, cut));
      open = open.slice(cut);
    }
    open.push(word);
  }
  if (open.length > 0) parts.push(open);
  return parts;
}

function mustPart(open: readonly TranscriptWord[], next: TranscriptWord): boolean {
  if (next.startMs - (open.at(-1)?.endMs ?? 0) > PAUSE_MS) return true;
  if (next.endMs - (open[0]?.startMs ?? 0) > LONGEST_MS) return true;
  return wrap([...open, next].map(({ text }) => text)) === null;
}

/** After the last comma in the second half, otherwise at the end. */
function bestCut(open: readonly TranscriptWord[]): number {
  for (let index = open.length - 1; index >= open.length / 2; index--) {
    if (/[,;:–—]$/.test(open[index]?.text ?? '')) return index + 1;
  }
  return open.length;
}

/** Words longer than a line are broken as they are. */
function splitLong(word: TranscriptWord): TranscriptWord[] {
  const signs = [...word.text];
  if (signs.length <= LINE_CHARACTERS) return [word];
  const count = Math.ceil(signs.length / LINE_CHARACTERS);
  const spanMs = (word.endMs - word.startMs) / count;
  return Array.from({ length: count }, (_, index) => ({
    ...word,
    text: signs.slice(index * LINE_CHARACTERS, (index + 1) * LINE_CHARACTERS).join(''),
    startMs: word.startMs + spanMs * index,
    endMs: word.startMs + spanMs * (index + 1),
  }));
}

/** One line, or two of nearly equal length; null when two are not enough. */
function wrap(words: readonly string[]): string[] | null {
  const whole = words.join(' ');
  if (lengthOf(whole) <= LINE_CHARACTERS) return [whole];
  let best: string[] | null = null;
  for (let cut = 1; cut < words.length; cut++) {
    const lines = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    const longest = Math.max(...lines.map(lengthOf));
    if (longest <= LINE_CHARACTERS && longest < Math.max(...(best ?? [whole]).map(lengthOf))) best = lines;
  }
  return best !== null && best.length <= MOST_LINES ? best : null;
}

function lengthOf(text: string): number {
  return [...text].length;
}

function timed(drafts: readonly Draft[]): Cue[] {
  const cues: Cue[] = [];
  let freeMs = 0;
  for (const [index, { words, speaker }] of drafts.entries()) {
    const lines = wrap(words.map(({ text }) => text)) ?? [words.map(({ text }) => text).join(' ')];
    const spokenMs = words[0]?.startMs ?? 0;
    const nextMs = drafts[index + 1]?.words[0]?.startMs ?? Number.POSITIVE_INFINITY;
    const startMs = Math.round(Math.max(spokenMs, freeMs));
    const readingMs = Math.max(
      SHORTEST_MS,
      Math.ceil((lines.reduce((sum, line) => sum + lengthOf(line), 0) * 1000) / MOST_CHARACTERS_A_SECOND),
    );
    const wantedMs = Math.max(words.at(-1)?.endMs ?? 0, startMs + readingMs);
    const endMs = Math.round(Math.max(startMs + 1, Math.min(wantedMs, nextMs + MOST_LAG_MS)));
    cues.push({ startMs, endMs, lines, speaker });
    freeMs = endMs;
  }
  return cues;
}
