import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, nameKey, nameRefusal } from '../../../../electron/conversation/memory/names/clean-name.ts';
import { LONGEST_NAME } from '../../../../electron/ipc/memory-schema.ts';

describe('a name that is to be stored', () => {
  it.each([
    ['  Igor  ', 'Igor'],
    ['Igor\nPetrov', 'Igor Petrov'],
    ['Ig\u0000or', 'Igor'],
    ['I\u200bgor\ufeff', 'Igor'],
    ['\u202eIgor\u202c', 'Igor'],
    ['Jose\u0301', 'José'],
    ['a \u200b b', 'a b'],
    ['شيماء', 'شيماء'],
    ['שירה', 'שירה'],
    ['می\u200cنا', 'می\u200cنا'],
    ['李雷', '李雷'],
    ['R2-D2', 'R2-D2'],
    ['🦊', '🦊'],
    ['Fox 🦊', 'Fox 🦊'],
    ['Ig\ud800or', 'Igor'],
    ['x'.repeat(60), 'x'.repeat(60)],
  ])('%j is kept as %j', (text, clean) => {
    expect(cleanName(text)).toBe(clean);
    expect(nameRefusal(text)).toBeNull();
  });

  it.each([
    ['', 'This name is empty. Write at least one letter.'],
    [' \t\n ', 'This name is empty. Write at least one letter.'],
    ['\u200b\u200d\ufeff', 'This name has only characters that cannot be seen. Write at least one letter.'],
    ['\u0000\u0007', 'This name has only characters that cannot be seen. Write at least one letter.'],
    ['...', 'This name has only signs. Write at least one letter.'],
    ['\u0301\u0301', 'This name has only signs. Write at least one letter.'],
    ['x'.repeat(300), 'This name has 300 characters, and the longest can have 60. Write a shorter one.'],
    ['🦊'.repeat(61), 'This name has 61 characters, and the longest can have 60. Write a shorter one.'],
  ])('%j is refused in one sentence', (text, sentence) => {
    expect(cleanName(text)).toBeNull();
    expect(nameRefusal(text)).toBe(sentence);
  });

  it('is clean, or refused with a reason, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const clean = cleanName(text);
        expect(clean === null).toBe(nameRefusal(text) !== null);
        if (clean === null) return;
        expect(clean).not.toMatch(/[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff]|^\s|\s$|\s\s/u);
        expect(clean.length).toBeLessThanOrEqual(LONGEST_NAME);
        expect(cleanName(clean)).toBe(clean);
      }),
    );
  });

  it('has one key whatever its capitals and marks', () => {
    expect(nameKey('JOSÉ')).toBe(nameKey('jose'));
    expect(nameKey("O'Brien")).toBe(nameKey('obrien'));
  });
});
