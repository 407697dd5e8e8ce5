import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, askBack, askedAnew } from '../../../../electron/conversation/memory/corrections/ask-back.ts';
import type { Correction } from '../../../../electron/conversation/memory/corrections/correction.ts';

const mine: Correction = { kind: 'name', whose: 'me', written: 'Keith Long', not: [] };
const sister: Correction = { kind: 'person', relation: 'sister', written: 'Ana Hill', not: [] };
const said = (text: string) => [{ id: 'turn-1', role: 'assistant' as const, text, heardText: null }];

function asked(correction: Correction) {
  const back = askBack(correction);
  if (back === null) throw new Error('it is not asked about');
  return back;
}

describe('what is only probable', () => {
  it('is asked about with its name', () => {
    expect(asked(mine).question).toBe('Did you say your name is Keith Long?');
    expect(asked(sister).question).toBe('Did you say your sister is called Ana Hill?');
    expect(askBack({ kind: 'pronunciation', respelling: 'EE-gor', of: null })).toBeNull();
  });

  it.each(['Yes.', 'yes', 'Yes, please.', 'Yeah, that’s right.', 'Correct.', 'Yes, I did.', 'Right!'])('is taken after %s', (text) => {
    expect(answerTo(asked(mine), text, said(asked(mine).question))).toBe('yes');
  });

  it.each(['No.', 'Nope.', 'No, not really.', "No, that's wrong.", "No, it isn't."])('is dropped after %s', (text) => {
    expect(answerTo(asked(mine), text, said(asked(mine).question))).toBe('no');
  });

  it.each(["No, it's Keith.", 'Yes, and set a timer.', 'My name is quite long.', 'What time is it?', '', 'Right away, please.'])(
    'is not answered by %s',
    (text) => {
      expect(answerTo(asked(mine), text, said(asked(mine).question))).toBeNull();
    },
  );

  it('is answered only where the question was heard, and was the last thing said', () => {
    expect(answerTo(asked(mine), 'Yes.', [])).toBeNull();
    expect(answerTo(asked(mine), 'Yes.', said('Would you like a timer?'))).toBeNull();
    expect(answerTo(asked(mine), 'Yes.', said('Did you say'))).toBeNull();
    expect(answerTo(asked(mine), 'Yes.', said('Did you say your name is Keith Long'))).toBe('yes');
    expect(answerTo(asked(mine), 'Yes.', said(`Ana. I will remember that. ${asked(mine).question}`))).toBe('yes');
    const user = [...said(asked(mine).question), { id: 'turn-2', role: 'user' as const, text: 'Hm.', heardText: null }];
    expect(answerTo(asked(mine), 'Yes.', user)).toBeNull();
  });

  it('is asked anew after a no', () => {
    expect(askedAnew(asked(mine))).toMatch(/your name\?$/);
    expect(askedAnew(asked(sister))).toMatch(/your sister called\?$/);
  });

  it('takes no answer from any other last words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 20 }), (last, text) => {
        fc.pre(!last.includes('Keith Long'));
        expect(answerTo(asked(mine), text, said(last))).toBeNull();
      }),
    );
  });
});
