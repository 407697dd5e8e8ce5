import type { Transcript } from '../../../ipc/transcription-schema.ts';

/** A silence that begins a new paragraph, and a length after which the next sentence does. */
const PAUSE_MS = 2_000;
const LONG_CHARACTERS = 700;

export interface Paragraph {
  readonly startMs: number;
  readonly speaker: string | null;
  readonly text: string;
}

/** Sentences gathered for reading: a new paragraph at a speaker, a silence, or when it gets long. */
export function paragraphsOf({ segments, speakers }: Transcript): Paragraph[] {
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  const paragraphs: (Paragraph & { endMs: number })[] = [];
  for (const { startMs, endMs, text, speaker } of segments) {
    const name = speaker === null ? null : (names.get(speaker) ?? speaker);
    const open = paragraphs.at(-1);
    const goesOn = open !== undefined && open.speaker === name && startMs - open.endMs < PAUSE_MS && open.text.length < LONG_CHARACTERS;
    if (goesOn) paragraphs[paragraphs.length - 1] = { ...open, text: `${open.text} ${text}`, endMs };
    else paragraphs.push({ startMs, endMs, speaker: name, text });
  }
  return paragraphs;
}
