import type { Transcript } from '../../../ipc/transcription-schema.ts';
import { type Cue, cuesOf } from './cues.ts';
import { timeCode } from './time-codes.ts';

/** SubRip: numbered cues, comma before the milliseconds; a speaker's name where it changes. */
export function srtOf(transcript: Transcript): string {
  const names = namesOf(transcript);
  let speaker: string | null = null;
  const blocks = cuesOf(transcript).map((cue, index) => {
    const name = cue.speaker !== null && cue.speaker !== speaker ? (names.get(cue.speaker) ?? cue.speaker) : null;
    speaker = cue.speaker;
    const [first = '', ...rest] = cue.lines;
    const lines = [name === null ? first : `[${name}] ${first}`, ...rest].map((line) => line.replaceAll('-->', '→'));
    return `${index + 1}\n${timeCode(cue.startMs, ',')} --> ${timeCode(cue.endMs, ',')}\n${lines.join('\n')}\n`;
  });
  return blocks.join('\n');
}

/** WebVTT (W3C): voices as `<v Name>`, marks of its own written as entities. */
export function vttOf(transcript: Transcript): string {
  const names = namesOf(transcript);
  const voice = ({ speaker }: Cue) => (speaker === null ? '' : `<v ${escaped(names.get(speaker) ?? speaker)}>`);
  const blocks = cuesOf(transcript).map(
    (cue) => `${timeCode(cue.startMs, '.')} --> ${timeCode(cue.endMs, '.')}\n${voice(cue)}${cue.lines.map(escaped).join('\n')}\n`,
  );
  return ['WEBVTT\n', ...blocks].join('\n');
}

function namesOf({ speakers }: Transcript): Map<string, string> {
  return new Map(speakers.map(({ id, name }) => [id, name]));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
