import type { StoredTurn } from './conversation-schema.ts';
import type { Transcript, TranscriptSegment } from './transcription-schema.ts';

/** How long speech takes where nobody measured it: 15 letters a second. */
const MS_A_LETTER = 65;

/**
 * A conversation as a transcript, for the same view and the same files. Nobody keeps its sound, so times are reckoned: a
 * turn begins when it was committed, and its words share its length.
 * @param nameOf whom a turn is by
 */
export function turnsTranscript(turns: readonly StoredTurn[], name: string, nameOf: (turn: StoredTurn) => string): Transcript {
  const beginning = Date.parse(turns[0]?.at ?? '') || 0;
  const speakers = new Map<string, string>();
  const segments: TranscriptSegment[] = [];
  for (const turn of turns) {
    const id = turn.role === 'user' ? 'user' : turn.personaId;
    speakers.set(id, nameOf(turn));
    if (turn.text === '') continue;
    const startMs = Math.max(Date.parse(turn.at) - beginning || 0, segments.at(-1)?.endMs ?? 0);
    segments.push(segmentOf(turn.text, id, startMs));
  }
  return {
    version: 1,
    name,
    durationMs: segments.at(-1)?.endMs ?? 0,
    language: 'en',
    model: turns.at(-1)?.engineId ?? '',
    wordTimes: 'estimated',
    speakers: [...speakers].map(([id, shown]) => ({ id, name: shown })),
    segments,
    notices: [],
  };
}

function segmentOf(text: string, speaker: string, startMs: number): TranscriptSegment {
  let placeMs = startMs;
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const beganMs = placeMs;
      placeMs += (word.length + 1) * MS_A_LETTER;
      return { text: word, startMs: beganMs, endMs: placeMs, confidence: 1 };
    });
  return { startMs, endMs: placeMs, text: words.map((word) => word.text).join(' '), speaker, words };
}
