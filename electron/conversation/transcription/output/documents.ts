import type { Transcript } from '../../../ipc/transcription-schema.ts';
import { paragraphsOf } from './paragraphs.ts';
import { shortTime } from './time-codes.ts';

/** Plain text, a paragraph a line, a blank line between. */
export function textOf(transcript: Transcript): string {
  const lines = paragraphsOf(transcript).map(({ speaker, text }) => (speaker === null ? text : `${speaker}: ${text}`));
  return lines.length === 0 ? '' : `${lines.join('\n\n')}\n`;
}

/** Markdown with the time of every paragraph; what was said can never become mark-up. */
export function markdownOf(transcript: Transcript): string {
  const lines = paragraphsOf(transcript).map(({ startMs, speaker, text }) => {
    const name = speaker === null ? '' : ` ${escapedMarkdown(speaker)}`;
    return `**[${shortTime(startMs)}]${name}** ${escapedMarkdown(text)}`;
  });
  return `${[`# ${escapedMarkdown(transcript.name)}`, ...lines].join('\n\n')}\n`;
}

function escapedMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&-]/g, (sign) => (sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`));
}

/** RFC 4180 with CRLF; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvOf({ segments, speakers }: Transcript): string {
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  const rows = segments.map(({ startMs, endMs, speaker, text }) => [
    (startMs / 1000).toFixed(3),
    (endMs / 1000).toFixed(3),
    cell(speaker === null ? '' : (names.get(speaker) ?? speaker)),
    cell(text),
  ]);
  return `${[['start', 'end', 'speaker', 'text'], ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The documented shape itself (`transcriptSchema`). */
export function jsonOf(transcript: Transcript): string {
  return `${JSON.stringify(transcript, null, 2)}\n`;
}
