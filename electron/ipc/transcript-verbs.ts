import { retimedWords } from './retimed-words.ts';
import type { EditableText, TranscriptChange } from './transcript-edits.ts';
import type { TranscriptSegment } from './transcription-schema.ts';

/** What a person can do to a transcript. Each verb is pure and gives the edit as data; null = nothing would change. */

/** Writes other words over a segment; words that stay keep their times. Without words the segment goes. */
export function writeText({ segments }: EditableText, index: number, text: string): TranscriptChange | null {
  const segment = segments[index];
  if (segment === undefined) return null;
  const words = retimedWords(segment, text);
  const written = words.map((word) => word.text).join(' ');
  if (written === segment.text) return null;
  return splice(index, 1, written === '' ? [] : [{ ...segment, text: written, words }]);
}

/** Parts a segment before one of its words. */
export function splitBefore({ segments }: EditableText, index: number, wordIndex: number): TranscriptChange | null {
  const segment = segments[index];
  const next = segment?.words[wordIndex];
  if (segment === undefined || next === undefined || wordIndex === 0) return null;
  const left = segment.words.slice(0, wordIndex);
  const right = segment.words.slice(wordIndex);
  const leftEndMs = Math.max(...left.map(({ endMs }) => endMs));
  // What comes after the second half may begin before it, where two people speak at once.
  const followed = segments[index + 1];
  const startMs = followed === undefined ? next.startMs : Math.min(next.startMs, followed.startMs);
  return splice(index, 1, [
    { ...segment, endMs: leftEndMs, text: textOf(left), words: left },
    { ...segment, startMs, text: textOf(right), words: right },
  ]);
}

/** Joins a segment with the one after it; whoever says the first says both. */
export function mergeWithNext({ segments }: EditableText, index: number): TranscriptChange | null {
  const segment = segments[index];
  const next = segments[index + 1];
  if (segment === undefined || next === undefined) return null;
  const words = [...segment.words, ...next.words].toSorted((one, other) => one.startMs - other.startMs);
  const hasWords = segment.words.length > 0 && next.words.length > 0;
  const text = hasWords ? textOf(words) : `${segment.text} ${next.text}`.trim();
  return splice(index, 2, [{ ...segment, endMs: Math.max(segment.endMs, next.endMs), text, words }]);
}

/** Says who speaks in some segments. @param speaker an id of `speakers`; null = nobody in particular */
export function assignSpeaker({ segments }: EditableText, indexes: readonly number[], speaker: string | null): TranscriptChange | null {
  const splices = [...new Set(indexes)]
    .toSorted((one, other) => one - other)
    .flatMap((at) => {
      const segment = segments[at];
      return segment === undefined || segment.speaker === speaker ? [] : [{ at, removed: 1, added: [{ ...segment, speaker }] }];
    });
  return splices.length === 0 ? null : { splices, speakers: null };
}

/** Another name everywhere at once. A name that somebody else has already makes the two one. */
export function renameSpeaker(text: EditableText, id: string, name: string): TranscriptChange | null {
  const written = name.trim();
  const before = text.speakers.find((speaker) => speaker.id === id);
  if (before === undefined || written === '' || before.name === written) return null;
  const same = text.speakers.find((speaker) => speaker.id !== id && speaker.name.toLowerCase() === written.toLowerCase());
  if (same === undefined) {
    return { splices: [], speakers: text.speakers.map((speaker) => (speaker.id === id ? { id, name: written } : speaker)) };
  }
  const spoken = text.segments.flatMap(({ speaker }, index) => (speaker === id ? [index] : []));
  const moved = assignSpeaker(text, spoken, same.id);
  return { splices: moved?.splices ?? [], speakers: text.speakers.filter((speaker) => speaker.id !== id) };
}

/** Somebody new speaks in some segments; a name that is there already is that speaker. */
export function addSpeaker(text: EditableText, indexes: readonly number[], name: string): TranscriptChange | null {
  const written = name.trim();
  const same = text.speakers.find((speaker) => speaker.name.toLowerCase() === written.toLowerCase());
  if (same !== undefined) return assignSpeaker(text, indexes, same.id);
  if (written === '') return null;
  const id = freeId(text.speakers);
  const speakers = [...text.speakers, { id, name: written }];
  return { splices: assignSpeaker(text, indexes, id)?.splices ?? [], speakers };
}

/** Moves the ends of a segment; its words are stretched with them. The order of beginnings stays. */
export function moveEdges({ segments }: EditableText, index: number, startMs: number, endMs: number): TranscriptChange | null {
  const segment = segments[index];
  if (segment === undefined) return null;
  const earliestMs = segments[index - 1]?.startMs ?? 0;
  const latestMs = segments[index + 1]?.startMs ?? Number.POSITIVE_INFINITY;
  const from = Math.round(Math.min(latestMs, Math.max(earliestMs, startMs)));
  const to = Math.round(Math.max(from + 1, endMs));
  if (from === segment.startMs && to === segment.endMs) return null;
  const scale = (to - from) / Math.max(1, segment.endMs - segment.startMs);
  const moved = (ms: number) => Math.min(to, Math.round(from + (ms - segment.startMs) * scale));
  const words = segment.words.map((word) => ({ ...word, startMs: moved(word.startMs), endMs: moved(word.endMs) }));
  return splice(index, 1, [{ ...segment, startMs: from, endMs: to, words }]);
}

export interface Sought {
  readonly words: string;
  readonly matchCase: boolean;
}

/** Where the sought words stand: segment by segment, with the first sign of each place. */
export function findPlaces({ segments }: EditableText, sought: Sought): { readonly index: number; readonly at: number }[] {
  const pattern = patternOf(sought);
  if (pattern === null) return [];
  return segments.flatMap(({ text }, index) => [...text.matchAll(pattern)].map((match) => ({ index, at: match.index })));
}

/** Exchanges the sought words in all segments (or some). */
export function replaceWords(
  text: EditableText,
  sought: Sought,
  replacement: string,
  indexes?: readonly number[],
): TranscriptChange | null {
  const pattern = patternOf(sought);
  if (pattern === null) return null;
  const splices = (indexes ?? text.segments.map((_, index) => index)).flatMap((index) => {
    const before = text.segments[index]?.text ?? '';
    const after = before.replace(pattern, () => replacement);
    return after === before ? [] : (writeText(text, index, after)?.splices ?? []);
  });
  return splices.length === 0 ? null : { splices, speakers: null };
}

function patternOf({ words, matchCase }: Sought): RegExp | null {
  if (words.trim() === '') return null;
  return new RegExp(words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), matchCase ? 'gu' : 'giu');
}

function splice(at: number, removed: number, added: TranscriptSegment[]): TranscriptChange {
  return { splices: [{ at, removed, added }], speakers: null };
}

function textOf(words: TranscriptSegment['words']): string {
  return words.map(({ text }) => text).join(' ');
}

function freeId(speakers: EditableText['speakers']): string {
  let number = speakers.length + 1;
  while (speakers.some(({ id }) => id === `speaker-${number}`)) number += 1;
  return `speaker-${number}`;
}
