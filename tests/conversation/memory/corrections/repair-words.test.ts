import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CONTEXT } from '../../../../electron/conversation/memory/corrections/correction.ts';
import { repairTurn, repairWords } from '../../../../electron/conversation/memory/corrections/repair-words.ts';

describe('a transcript repaired in place', () => {
  it.each([
    ['My name is Ivan.', 'My name is Igor.'],
    ["That is Ivan's coat, Ivan.", "That is Igor's coat, Igor."],
    ["It's Igor, not Ivan.", "It's Igor, not Ivan."],
    ["Don't call me Ivan.", "Don't call me Ivan."],
    ['Ivana and Divan stay.', 'Ivana and Divan stay.'],
    ['my name is ivan', 'my name is Igor'],
    ['The ivan of this text is no name.', 'The ivan of this text is no name.'],
    ['', ''],
  ])('%j => %j', (text, repaired) => {
    expect(repairWords(text, ['Ivan'], 'Igor')).toBe(repaired);
  });

  it('keeps an ordinary word that a name was heard as', () => {
    expect(repairWords('Eager said: I am eager to go.', ['Eager'], 'Igor')).toBe('Igor said: I am eager to go.');
  });

  it('takes signs in a form for signs', () => {
    expect(repairWords('My name is E. Gore.', ['E. Gore'], 'Igor')).toBe('My name is Igor.');
    expect(repairWords('EX Gore', ['E. Gore', '(', '$&', ''], 'Igor')).toBe('EX Gore');
    expect(repairWords('Ivan', ['Ivan'], '$& $1')).toBe('$& $1');
  });

  it('does not let a name grow', () => {
    expect(repairWords('Igor and Igor Petrov', ['Igor'], 'Igor Petrov')).toBe('Igor and Igor Petrov');
  });

  const word = fc.stringMatching(/^[A-Z][a-z]{1,6}$/);
  it('done twice changes nothing more, and nothing where no wrong form stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.constantFrom(' ', ', ', ' not ', "'s ", '. ', '\n'))),
        fc.array(word, { maxLength: 4 }),
        word,
        (parts, forms, written) => {
          const text = parts.join('');
          const once = repairWords(text, forms, written);
          expect(repairWords(once, forms, written)).toBe(once);
          if (!forms.some((form) => text.toLowerCase().includes(form.toLowerCase()))) expect(once).toBe(text);
        },
      ),
    );
  });

  it('never throws on any text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), text, (whole, forms, written) => {
        const once = repairWords(whole, forms, written);
        expect(repairWords(once, forms, written)).toBe(once);
      }),
    );
  });
});

describe('an earlier turn', () => {
  it.each([
    ['Hello, my name is Ivan.', 'Hello, my name is Igor.'],
    ['Ivan.', 'Igor.'],
    ['Tell me about Ivan the Terrible.', 'Tell me about Ivan the Terrible.'],
    ['I met Ivan yesterday.', 'I met Ivan yesterday.'],
    ['I am Eager, remember.', 'I am Igor, remember.'],
  ])('%j => %j', (text, repaired) => {
    expect(repairTurn(text, ['Ivan', 'Eager'], 'Igor', NO_CONTEXT)).toBe(repaired);
  });
});
