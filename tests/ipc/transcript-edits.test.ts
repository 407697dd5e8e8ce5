import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, type EditableText, hasOrderedTimes, transcriptChangeSchema } from '../../electron/ipc/transcript-edits.ts';
import {
  findPlaces,
  mergeWithNext,
  moveEdges,
  renameSpeaker,
  replaceWords,
  splitBefore,
  writeText,
} from '../../electron/ipc/transcript-verbs.ts';
import type { TranscriptSegment } from '../../electron/ipc/transcription-schema.ts';
import { anyText, anyVerb } from './random-edits.ts';

/** One word every half second from `startS` on, each 400 ms long. */
function said(startS: number, text: string, speaker: string | null = null): TranscriptSegment {
  const words = text.split(' ').map((word, index) => {
    const startMs = startS * 1000 + index * 500;
    return { text: word, startMs, endMs: startMs + 400, confidence: 0.4 };
  });
  return { startMs: startS * 1000, endMs: words.at(-1)?.endMs ?? startS * 1000, text, speaker, words };
}

function textOf(...segments: TranscriptSegment[]): EditableText {
  return { segments, speakers: [{ id: 'a', name: 'Anna' }] };
}

function edited(text: EditableText, change: ReturnType<typeof writeText>): EditableText {
  if (change === null) throw new Error('nothing changed');
  return applyChange(text, change).text;
}

describe('any sequence of edits', () => {
  it('keeps every time in its order and is taken back exactly', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyVerb, { maxLength: 25 }), (text, verbs) => {
        expect(hasOrderedTimes(text)).toBe(true);
        const undos = [];
        let now = text;
        for (const verb of verbs) {
          const change = verb(now);
          if (change === null) continue;
          // What the process is told has gone through its schema.
          const applied = applyChange(now, transcriptChangeSchema.parse(structuredClone(change)));
          undos.push({ undo: applied.undo, before: now });
          now = applied.text;
          expect(hasOrderedTimes(now)).toBe(true);
          for (const { text: words, words: timed } of now.segments) expect(timed.map((word) => word.text).join(' ')).toBe(words);
        }
        for (const { undo, before } of undos.toReversed()) {
          const back = applyChange(now, undo);
          expect(back.text).toEqual(before);
          // And done again.
          expect(applyChange(back.text, back.undo).text).toEqual(now);
          now = back.text;
        }
        expect(now).toEqual(text);
      }),
      { numRuns: 400 },
    );
  });

  it('never changes what it was given', () => {
    fc.assert(
      fc.property(anyText, anyVerb, (text, verb) => {
        const before = structuredClone(text);
        const change = verb(text);
        if (change !== null) applyChange(text, change);
        expect(text).toEqual(before);
      }),
    );
  });
});

describe('writing over a segment', () => {
  const text = textOf(said(0, 'Set a timer for five minutes.'));

  it('keeps the times of words that stay, and gives the others the time of those they replace', () => {
    const [segment] = edited(text, writeText(text, 0, 'Set a timer for fifteen long minutes.')).segments;
    expect(segment?.words.map(({ text: word, startMs, endMs }) => [word, startMs, endMs])).toEqual([
      ['Set', 0, 400],
      ['a', 500, 900],
      ['timer', 1000, 1400],
      ['for', 1500, 1900],
      ['fifteen', 2000, 2246],
      ['long', 2246, 2400],
      ['minutes.', 2500, 2900],
    ]);
  });

  it('takes capitals and punctuation for the same word, now sure', () => {
    const [segment] = edited(text, writeText(text, 0, 'Set a Timer, for five minutes.')).segments;
    expect(segment?.words[2]).toEqual({ text: 'Timer,', startMs: 1000, endMs: 1400, confidence: 1 });
    expect(segment?.words[0]?.confidence).toBe(0.4);
  });

  it('does nothing where nothing changed, and removes a segment without words', () => {
    expect(writeText(text, 0, '  Set a timer for  five minutes. ')).toBeNull();
    expect(edited(text, writeText(text, 0, ' ')).segments).toEqual([]);
  });
});

describe('other verbs', () => {
  it('parts and joins to the same again', () => {
    const text = textOf(said(0, 'One two three four.', 'a'));
    const parted = edited(text, splitBefore(text, 0, 2));
    expect(parted.segments.map((segment) => [segment.text, segment.startMs, segment.endMs])).toEqual([
      ['One two', 0, 900],
      ['three four.', 1000, 1900],
    ]);
    expect(edited(parted, mergeWithNext(parted, 0))).toEqual(text);
    expect(splitBefore(text, 0, 0)).toBeNull();
    expect(mergeWithNext(text, 0)).toBeNull();
  });

  it('renames everywhere at once, and makes two of one name one', () => {
    const text = {
      ...textOf(said(0, 'Yes.', 'a'), said(2, 'No.', 'b')),
      speakers: [
        { id: 'a', name: 'Anna' },
        { id: 'b', name: 'Speaker 2' },
      ],
    };
    const renamed = renameSpeaker(text, 'b', 'Igor');
    expect(renamed?.splices).toEqual([]);
    expect(edited(text, renamed).speakers[1]).toEqual({ id: 'b', name: 'Igor' });
    const same = edited(text, renameSpeaker(text, 'b', ' anna '));
    expect(same.speakers).toEqual([{ id: 'a', name: 'Anna' }]);
    expect(same.segments.map(({ speaker }) => speaker)).toEqual(['a', 'a']);
  });

  it('finds and replaces literally, whatever the signs mean elsewhere', () => {
    const text = textOf(said(0, 'It costs $5 (five).'), said(5, 'Five?'));
    expect(findPlaces(text, { words: 'five', matchCase: false })).toEqual([
      { index: 0, at: 13 },
      { index: 1, at: 0 },
    ]);
    expect(findPlaces(text, { words: 'five', matchCase: true })).toHaveLength(1);
    expect(edited(text, replaceWords(text, { words: '(five)', matchCase: true }, '$&')).segments[0]?.text).toBe('It costs $5 $&.');
    expect(findPlaces(text, { words: '.*', matchCase: false })).toEqual([]);
  });

  it('moves the ends of a segment between its neighbours, and the words with them', () => {
    const text = textOf(said(0, 'One.'), said(2, 'Two three.'), said(6, 'Four.'));
    const moved = edited(text, moveEdges(text, 1, 9000, 12_000));
    expect(moved.segments[1]).toMatchObject({ startMs: 6000, endMs: 12_000 });
    expect(hasOrderedTimes(moved)).toBe(true);
  });
});

describe('an edit from elsewhere', () => {
  const text = textOf(said(0, 'One.'), said(2, 'Two.'));
  const refusals = {
    'beyond the end': { splices: [{ at: 2, removed: 1, added: [] }], speakers: null },
    'places out of order': {
      splices: [
        { at: 1, removed: 1, added: [] },
        { at: 0, removed: 1, added: [] },
      ],
      speakers: null,
    },
    'times out of order': { splices: [{ at: 1, removed: 1, added: [{ ...said(2, 'Two.'), startMs: 3000 }] }], speakers: null },
    'earlier than the one before': { splices: [{ at: 0, removed: 1, added: [said(3, 'Late.')] }], speakers: null },
    'a speaker nobody knows': { splices: [{ at: 0, removed: 1, added: [said(0, 'One.', 'x')] }], speakers: null },
  } as const;
  it.each(Object.entries(refusals))('is refused: %s', (_, change) => {
    expect(() => applyChange(text, transcriptChangeSchema.parse(structuredClone(change)))).toThrow('does not fit');
  });
});
