import fc from 'fast-check';
import type { EditableText, TranscriptChange } from '../../electron/ipc/transcript-edits.ts';
import {
  addSpeaker,
  assignSpeaker,
  mergeWithNext,
  moveEdges,
  renameSpeaker,
  replaceWords,
  splitBefore,
  writeText,
} from '../../electron/ipc/transcript-verbs.ts';
import type { TranscriptSegment } from '../../electron/ipc/transcription-schema.ts';

const word = fc.constantFrom('yes', 'no', 'the', 'timer', 'Paris,', 'five', 'minutes.', 'Nadja', '—', 'it’s');

/** Segments as recognition makes them: in order of their beginnings; two speakers may overlap. */
const segment = fc.record({
  pauseMs: fc.integer({ min: -1500, max: 4000 }),
  words: fc.array(fc.record({ text: word, lengthMs: fc.integer({ min: 0, max: 900 }), gapMs: fc.integer({ min: 0, max: 300 }) }), {
    minLength: 1,
    maxLength: 9,
  }),
  speaker: fc.constantFrom(null, 'channel-1', 'channel-2'),
});

export const anyText: fc.Arbitrary<EditableText> = fc.array(segment, { maxLength: 8 }).map((drafts) => {
  let [beganMs, endMs] = [0, 0];
  const segments = drafts.map(({ pauseMs, words, speaker }): TranscriptSegment => {
    const startMs = Math.max(beganMs, endMs + pauseMs, 0);
    let placeMs = startMs;
    const timed = words.map(({ text, lengthMs, gapMs }) => {
      const from = placeMs;
      placeMs = from + lengthMs + gapMs;
      return { text, startMs: from, endMs: from + lengthMs, confidence: 0.5 };
    });
    beganMs = startMs;
    endMs = timed.at(-1)?.endMs ?? startMs;
    return { startMs, endMs, text: timed.map(({ text }) => text).join(' '), speaker, words: timed };
  });
  return {
    segments,
    speakers: [
      { id: 'channel-1', name: 'Speaker 1' },
      { id: 'channel-2', name: 'Speaker 2' },
    ],
  };
});

/** A verb with everything it is given, chosen before it is known what text it will meet. */
export type RandomVerb = (text: EditableText) => TranscriptChange | null;

const place = fc.nat({ max: 9 });
const written = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const name = fc.constantFrom('Nadja', 'Igor', 'Speaker 1', '', '  Anna ');
const speaker = fc.constantFrom(null, 'channel-1', 'channel-2', 'speaker-3');

export const anyVerb: fc.Arbitrary<RandomVerb> = fc.oneof(
  fc.tuple(place, written).map(
    ([at, words]): RandomVerb =>
      (text) =>
        writeText(text, at, words),
  ),
  fc.tuple(place, place).map(
    ([at, before]): RandomVerb =>
      (text) =>
        splitBefore(text, at, before),
  ),
  place.map(
    (at): RandomVerb =>
      (text) =>
        mergeWithNext(text, at),
  ),
  fc.tuple(fc.array(place, { maxLength: 4 }), speaker).map(
    ([at, id]): RandomVerb =>
      (text) =>
        id === null || text.speakers.some((one) => one.id === id) ? assignSpeaker(text, at, id) : null,
  ),
  fc.tuple(fc.constantFrom('channel-1', 'channel-2'), name).map(
    ([id, to]): RandomVerb =>
      (text) =>
        renameSpeaker(text, id, to),
  ),
  fc.tuple(fc.array(place, { maxLength: 4 }), name).map(
    ([at, to]): RandomVerb =>
      (text) =>
        addSpeaker(text, at, to),
  ),
  fc.tuple(place, fc.integer({ min: -2000, max: 20_000 }), fc.integer({ min: -2000, max: 20_000 })).map(
    ([at, from, to]): RandomVerb =>
      (text) =>
        moveEdges(text, at, from, to),
  ),
  fc.tuple(word, written, fc.boolean()).map(
    ([words, to, matchCase]): RandomVerb =>
      (text) =>
        replaceWords(text, { words, matchCase }, to),
  ),
);
