import { describe, expect, it } from 'vitest';
import { FORGOTTEN, withoutWords } from '../../../electron/conversation/memory/forgotten-words.ts';

const turn = (text: string, changes: object = {}) => ({ text, heardText: null, unheardText: '', notes: [], ...changes });

describe('words that are forgotten', () => {
  it('are taken out wherever they stand, whatever their capitals and signs', () => {
    const note = { id: 'n', kind: 'learned', label: 'You live in Berlin (i live in berlin)', undo: 'possible' } as const;
    const other = { ...note, id: 'o', label: 'You like tea' };
    const said = turn('Well, i LIVE in Berlin. You?', {
      heardText: 'I live in Berlin',
      unheardText: 'I live in Berlin!',
      notes: [note, other],
    });
    expect(withoutWords(said, ['I live in Berlin'], false)).toEqual({
      text: `Well, ${FORGOTTEN}. You?`,
      heardText: FORGOTTEN,
      unheardText: `${FORGOTTEN}!`,
      notes: [other],
    });
  });

  it('may be anything', () => {
    expect(withoutWords(turn('It costs $5 (or 6?).'), ['$5 (or 6?)'], false)?.text).toBe(`It costs ${FORGOTTEN}.`);
    expect(withoutWords(turn('José'), ['Jose\u0301'], false)?.text).toBe(FORGOTTEN);
    expect(withoutWords(turn('Hello.'), ['', ' '], false)).toBeNull();
  });

  it('leave other turns as they are, but nothing of the one they came from', () => {
    expect(withoutWords(turn('Jose\u0301 is here.'), ['I live in Berlin'], false)).toBeNull();
    const source = turn('Berlin is where I live.', { heardText: 'Merlin is where I live.' });
    expect(withoutWords(source, ['I live in Berlin'], true)).toEqual({ text: FORGOTTEN, heardText: null, unheardText: '', notes: [] });
  });
});
