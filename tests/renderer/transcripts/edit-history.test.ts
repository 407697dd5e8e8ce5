import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EditableText, hasOrderedTimes } from '../../../electron/ipc/transcript-edits.ts';
import { type EditedText, edit, redo, type Step, undo, unedited } from '../../../renderer/transcripts/edit-history.ts';
import { anyText, anyVerb, type RandomVerb } from '../../ipc/random-edits.ts';

const anyStep = fc.oneof({ weight: 3, arbitrary: anyVerb }, { weight: 2, arbitrary: fc.constantFrom('undo', 'redo') });

/** The window and the process that keeps the text: the second is told changes only, not which of them are undos. */
class TwoSides {
  here: EditedText;
  there: EditedText;

  constructor(text: EditableText) {
    this.here = unedited(text);
    this.there = unedited(text);
  }

  take(step: Step | null): boolean {
    if (step === null) return false;
    this.here = step.edited;
    this.there = edit(this.there, structuredClone(step.change)).edited;
    expect(hasOrderedTimes(this.here.text)).toBe(true);
    expect(this.there.text).toEqual(this.here.text);
    return true;
  }

  do(step: 'undo' | 'redo' | RandomVerb): boolean {
    if (step === 'undo') return this.take(undo(this.here));
    if (step === 'redo') return this.take(redo(this.here));
    const change = step(this.here.text);
    return change !== null && this.take(edit(this.here, change));
  }
}

describe('any sequence of edits, undos and redos', () => {
  it('keeps times in order, tells the same changes to the other side, and ends at the beginning when all is undone', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyStep, { maxLength: 30 }), (text, steps) => {
        const sides = new TwoSides(text);
        for (const step of steps) sides.do(step);
        const after = sides.here.text;
        let count = 0;
        while (sides.do('undo')) count += 1;
        expect(sides.here.text).toEqual(text);
        for (; count > 0; count--) sides.do('redo');
        expect(sides.here.text).toEqual(after);
      }),
      { numRuns: 200 },
    );
  });

  it('forgets what could be done again when something else is done', () => {
    const change = { splices: [], speakers: [{ id: 'a', name: 'Ada' }] };
    const once = edit(unedited({ segments: [], speakers: [] }), change).edited;
    const back = undo(once)?.edited ?? once;
    expect(back.redo).toHaveLength(1);
    expect(edit(back, change).edited.redo).toEqual([]);
    expect(redo(edit(back, change).edited)).toBeNull();
  });
});
