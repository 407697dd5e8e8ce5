import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleSegments } from '../../../electron/conversation/transcription/assemble.ts';
import { joinOverlap } from '../../../electron/conversation/transcription/join-overlap.ts';
import type { RecognisedWindow } from '../../../electron/conversation/transcription/recognised-window.ts';
import { trustedWords, withoutLoops } from '../../../electron/conversation/transcription/trusted-words.ts';
import { type Cut, StretchCutter } from '../../../models/audio-file/cut-stretches.ts';

const said = (text: string, fromMs = 0, eachMs = 300) =>
  text
    .split(' ')
    .map((word, index) => ({ text: word, startMs: fromMs + index * eachMs, endMs: fromMs + (index + 1) * eachMs, confidence: 0.9 }));
const text = (words: readonly { text: string }[]) => words.map((word) => word.text).join(' ');

describe('joining two stretches that overlap', () => {
  const overlap = { startMs: 1500, endMs: 2700 };

  it('says once what both heard', () => {
    const before = said('we walked along the river to the old');
    const after = said('river to the old bridge and sat down', 1500);
    expect(text(joinOverlap(before, after, overlap))).toBe('we walked along the river to the old bridge and sat down');
  });

  it('drops words that were cut in two', () => {
    const before = said('we walked along the river to the ol');
    const after = said('iver to the old bridge', 1500);
    expect(text(joinOverlap(before, after, overlap))).toBe('we walked along the river to the old bridge');
  });

  it('takes the middle where they agree on nothing, and keeps time in order', () => {
    const joined = joinOverlap(said('one two three four five six seven eight nine'), said('a b c d e f g h', 1500), overlap);
    expect(text(joined)).toBe('one two three four five six seven c d e f g h');
    const times = joined.flatMap(({ startMs, endMs }) => [startMs, endMs]);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('for any speech cut anywhere gives the speech back when both halves heard the overlap right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 40 }), fc.integer({ min: 3, max: 6 }), fc.nat(), (count, shared, at) => {
        const all = Array.from({ length: count }, (_, index) => `word${index}`);
        const cut = shared + (at % (count - shared));
        const before = said(all.slice(0, cut).join(' '));
        const after = said(all.slice(cut - shared).join(' '), (cut - shared) * 300);
        expect(text(joinOverlap(before, after, { startMs: (cut - shared) * 300, endMs: cut * 300 }))).toBe(all.join(' '));
      }),
    );
  });
});

describe('gates against text nobody said', () => {
  it('leave one of a phrase that loops', () => {
    expect(text(withoutLoops(said('so thank you thank you thank you thank you very much')))).toBe('so thank you very much');
    expect(text(withoutLoops(said('no no no I said no')))).toBe('no no no I said no');
  });

  it('take nothing from what is unsure as a whole, or faster than anybody talks', () => {
    expect(trustedWords(said('a b c'), -1.2, 1000)).toEqual([]);
    expect(trustedWords(said('a b c d e f g h i j k l'), -0.1, 1000)).toEqual([]);
    expect(text(trustedWords(said('stop it'), -0.1, 400))).toBe('stop it');
  });
});

describe('segments', () => {
  const window = (startMs: number, line: string, hard = { before: false, after: false }): RecognisedWindow => ({
    channel: null,
    fromSample: 0,
    startSample: startMs * 16,
    endSample: (startMs + line.split(' ').length * 300) * 16,
    nextSample: 0,
    continuesBefore: hard.before,
    continuesAfter: hard.after,
    averageLogProbability: -0.1,
    words: said(line, startMs),
  });

  it('are sentences, whatever the order in which stretches were finished', () => {
    const windows = [window(0, 'It is late. Dr. Smith went home.'), window(5000, 'Good night.')];
    const expected = ['It is late.', 'Dr. Smith went home.', 'Good night.'];
    expect(assembleSegments(windows, () => null).map((segment) => segment.text)).toEqual(expected);
    expect(assembleSegments(windows.toReversed(), () => null).map((segment) => segment.text)).toEqual(expected);
  });

  it('join what was cut without a pause', () => {
    const windows = [
      window(0, 'we walked along the river to the old', { before: false, after: true }),
      window(1500, 'river to the old bridge.', { before: true, after: false }),
    ];
    expect(assembleSegments(windows, () => null).map((segment) => segment.text)).toEqual(['we walked along the river to the old bridge.']);
  });
});

describe('cutting at pauses', () => {
  const cutsOf = (probabilities: readonly number[]): { cut: Cut; base: number }[] => {
    const cuts: { cut: Cut; base: number }[] = [];
    let base = 0;
    let continues = false;
    for (;;) {
      const cutter = new StretchCutter(continues);
      let found: Cut | null = null;
      for (let frame = base; frame < probabilities.length && found === null; frame++) found = cutter.push(probabilities[frame] ?? 0);
      found ??= cutter.finish();
      if (found === null) return cuts;
      cuts.push({ cut: found, base });
      base += found.nextFrame;
      continues = found.hard;
      if (base >= probabilities.length) return cuts;
    }
  };
  const probabilities = fc
    .array(fc.record({ value: fc.double({ min: 0, max: 1, noNaN: true }), frames: fc.integer({ min: 1, max: 200 }) }), { maxLength: 30 })
    .map((runs) => runs.flatMap(({ value, frames }) => Array.from({ length: frames }, () => value)));

  it('leaves out no frame of speech, and makes no stretch longer than 15 s', () => {
    fc.assert(
      fc.property(probabilities, (frames) => {
        const covered = new Set<number>();
        for (const { cut, base } of cutsOf(frames)) {
          expect((cut.endFrame - cut.startFrame) * 32).toBeLessThanOrEqual(15_000);
          expect(cut.nextFrame).toBeGreaterThan(0);
          for (let frame = cut.startFrame; frame < cut.endFrame; frame++) covered.add(base + frame);
        }
        for (const [frame, value] of frames.entries()) expect(value < 0.5 || covered.has(frame)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('speech without any pause is cut hard, with 1.2 s said twice', () => {
    const cuts = cutsOf(Array.from({ length: 2000 }, () => 0.99));
    expect(cuts[0]?.cut).toMatchObject({ hard: true });
    expect((cuts[0]?.cut.endFrame ?? 0) - (cuts[0]?.cut.nextFrame ?? 0)).toBe(Math.round(1200 / 32));
  });
});
