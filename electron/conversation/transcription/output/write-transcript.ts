import { rename, writeFile } from 'node:fs/promises';
import type { Transcript } from '../../../ipc/transcription-schema.ts';
import { csvOf, jsonOf, markdownOf, textOf } from './documents.ts';
import { srtOf, vttOf } from './subtitles.ts';
import { docxOf } from './word-document.ts';

const WRITERS = {
  txt: textOf,
  md: markdownOf,
  srt: srtOf,
  vtt: vttOf,
  json: jsonOf,
  csv: csvOf,
  docx: docxOf,
} as const satisfies Readonly<Record<string, (transcript: Transcript) => string | Promise<Uint8Array>>>;

export type TranscriptFormat = keyof typeof WRITERS;
export const TRANSCRIPT_FORMATS = Object.keys(WRITERS) as readonly TranscriptFormat[];

export function isTranscriptFormat(name: string): name is TranscriptFormat {
  return Object.hasOwn(WRITERS, name);
}

/** A transcript in one format, as the content of a file. */
export async function formatTranscript(transcript: Transcript, format: TranscriptFormat): Promise<string | Uint8Array> {
  return await WRITERS[format](transcript);
}

/** Writes it whole or not at all: a crash never leaves half a file under the name. */
export async function writeTranscript(transcript: Transcript, format: TranscriptFormat, path: string): Promise<void> {
  const part = `${path}.part`;
  await writeFile(part, await formatTranscript(transcript, format));
  await rename(part, path);
}
