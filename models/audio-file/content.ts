import { badFile } from './check-file.ts';

/** What a file is, by its first bytes. */
export type FileContent = 'wav' | 'wave64' | 'aiff' | 'media';

const NOT_MEDIA_HINT = 'Choose a sound or video file.';
/** Sony Wave64 begins with the identifier 66666972-912E-11CF-A5D6-28DB04C10000. */
const WAVE64 = '726966662e91cf11a5d628db04c10000';
const PLAYLIST = /^\s*(#EXTM3U|\[playlist\]|(<\?xml[^>]*>\s*)?<(asx|playlist|smil|MPD)\b)/i;

/**
 * Names what follows from the first bytes, never from the name.
 * @throws EngineFailure 'bad-input' for playlists and for text
 */
export function contentOf(head: Uint8Array): FileContent {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const tag = bytes.toString('latin1', 0, 4);
  if (['RIFF', 'RF64', 'BW64'].includes(tag) && bytes.toString('latin1', 8, 12) === 'WAVE') return 'wav';
  if (tag === 'FORM' && ['AIFF', 'AIFC'].includes(bytes.toString('latin1', 8, 12))) return 'aiff';
  if (bytes.toString('hex', 0, 16) === WAVE64) return 'wave64';
  const text = textOf(bytes);
  if (text !== null && PLAYLIST.test(text)) throw badFile('Playlists are not supported.', 'Choose the sound file itself.');
  if (text !== null) throw badFile('The file is not a sound or video file: it holds text.', NOT_MEDIA_HINT);
  if (tag === '%PDF' || tag.startsWith('PK\u0003') || tag === '\u0089PNG') throw notMedia();
  return 'media';
}

export function notMedia(cause?: unknown): Error {
  return badFile('The file is not a sound or video file that can be read.', NOT_MEDIA_HINT, cause);
}

/** The first bytes as text, or null when they are none. */
function textOf(bytes: Buffer): string | null {
  const start = bytes.subarray(0, 512);
  for (const byte of start) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) return null;
  // A sign may be cut off at the end of the piece.
  const text = new TextDecoder().decode(start);
  return text.slice(0, -2).includes('\ufffd') ? null : text;
}

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  WAV: ['wav', 'wave', 'rf64', 'w64', 'bwf'],
  AIFF: ['aiff', 'aif', 'aifc'],
  MP4: ['mp4', 'm4a', 'm4b', 'm4v', 'mov', '3gp', 'qt'],
  'QuickTime File Format': ['mp4', 'm4a', 'm4v', 'mov', 'qt'],
  Matroska: ['mkv', 'mka', 'webm'],
  WebM: ['webm', 'mkv', 'mka'],
  Ogg: ['ogg', 'oga', 'opus', 'ogv', 'spx'],
  FLAC: ['flac', 'fla'],
  MP3: ['mp3', 'mp2', 'mpga'],
  ADTS: ['aac', 'adts'],
  'MPEG Transport Stream': ['ts', 'mts', 'm2ts'],
};
const KNOWN = new Set(Object.values(ENDINGS).flat());

/** A sentence when the name promises another container than the one found. */
export function mislabelled(name: string, container: string): string | null {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined || !KNOWN.has(ending) || ENDINGS[container]?.includes(ending) !== false) return null;
  return `The file is named .${ending} but holds ${container}; it was read by its content.`;
}
