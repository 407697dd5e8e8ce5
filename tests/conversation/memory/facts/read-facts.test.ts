import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedFact, readFacts } from '../../../../electron/conversation/memory/facts/read-facts.ts';

const lines = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
/** `sentence | kind | slot`, a dash for none. */
const saidFacts = lines('./said-facts.txt').map((line) => line.split(' | ') as [string, string, string]);
const saidNoFacts = lines('./said-no-facts.txt');

describe('facts in what the user says', () => {
  it('are tried on at least 150 sentences that tell some and 200 that tell none', () => {
    expect(saidFacts.length).toBeGreaterThanOrEqual(150);
    expect(saidNoFacts.length).toBeGreaterThanOrEqual(200);
  });

  it.each(saidFacts)('"%s" is a %s: %s', (said, kind, slot) => {
    expect(readFacts(said)).toMatchObject([{ kind, slot: slot === '-' ? null : slot, earlier: [] }]);
  });

  it.each(saidFacts.map(([said, , slot]) => [plain(said), slot] as const))(
    '"%s" is understood as a recogniser may write it',
    (said, slot) => {
      expect(readFacts(said)[0]?.slot ?? '-').toBe(slot);
    },
  );

  it.each(saidNoFacts)('"%s" tells nothing', (said) => {
    expect(readFacts(said)).toEqual([]);
  });

  it.each(saidNoFacts.filter((said) => !/["“'‘:]|[.!?] \p{L}|\?/u.test(said)).map(plain))('"%s" tells nothing either', (said) => {
    expect(readFacts(said)).toEqual([]);
  });
});

/** Lower case, no punctuation. */
function plain(said: string): string {
  return said
    .toLowerCase()
    .replaceAll(/[.!]$/g, '')
    .replaceAll(/,(?=\s)/g, '');
}

describe('several facts in one turn', () => {
  it('are read one by one, in the order said', () => {
    const facts = readFacts('My name is Siobhan and I live in Dublin, but I work in Bray. My sister lives in Paris and I like tea.');
    expect(facts.map(({ slot }) => slot)).toEqual(['live in', 'work in', 'sister live in', 'like tea']);
    expect(facts.map(({ words }) => words)).toEqual(['I live in Dublin', 'I work in Bray', 'My sister lives in Paris', 'I like tea']);
  });

  it.each([
    ['I live in Berlin, no, in Hamburg.', 'I live in Hamburg', 'I live in Berlin'],
    ['I live in Berlin, no, I live in Hamburg.', 'I live in Hamburg', 'I live in Berlin'],
    ['I live in Berlin and I live in Hamburg.', 'I live in Hamburg', 'I live in Berlin'],
    ['I live in Berlin. No, Hamburg.', 'I live in Hamburg', 'I live in Berlin'],
    ['My favorite color is blue, no wait, green.', 'My favorite color is green', 'My favorite color is blue'],
    ['my favorite color is blue i mean green', 'My favorite color is green', 'My favorite color is blue'],
    ['My birthday is June fifth, sorry, July fifth.', 'My birthday is July fifth', 'My birthday is June fifth'],
    ['My son is five, I mean, my son is six.', 'My son is six', 'My son is five'],
  ])('of one kind: in "%s" the last holds', (said, words, earlier) => {
    expect(readFacts(said)).toMatchObject([{ words, earlier: [earlier] }]);
  });

  it('are at most six', () => {
    expect(readFacts('I like tea. I like jazz. I like rain. I like snow. I like chess. I like bread. I like soup.')).toHaveLength(6);
  });
});

describe('what one asks to remember', () => {
  it('is a fact by the rules, surer than in passing', () => {
    expect(askedFact('I live in Berlin')).toEqual({
      kind: 'place',
      words: 'I live in Berlin',
      slot: 'live in',
      confidence: 1,
      earlier: [],
    });
  });

  it('is a note in these words where no rule fits', () => {
    expect(askedFact('the wifi password is hunter2.')).toMatchObject({
      kind: 'note',
      words: 'The wifi password is hunter2',
      slot: 'note the wifi password',
    });
    expect(askedFact('Mike owes me twenty dollars')).toMatchObject({ kind: 'note', slot: null, confidence: 1 });
  });

  it.each(['', ' ... ', '\u200b', 'x'.repeat(501)])('is nothing when there is nothing to keep: "%s"', (words) => {
    expect(askedFact(words)).toBeNull();
  });
});

describe('any text', () => {
  it('is read without failing, in little time, into one line', () => {
    const words = fc.constantFrom(
      'I',
      'my',
      'live',
      'in',
      'Berlin',
      'no',
      ',',
      'and',
      "I'm",
      'sister',
      'is',
      'allergic',
      'to',
      'on',
      'Friday',
      '.',
      '?',
      ':',
      '\n',
      '> ',
      'İ',
      '"',
    );
    const check = (text: string) => {
      for (const { words, earlier } of readFacts(text)) for (const line of [words, ...earlier]) expect(line).not.toMatch(/[\n\r\u200b]/);
    };
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), check));
    fc.assert(fc.property(fc.array(words, { maxLength: 30 }), (list) => check(list.join(' '))));
    const startedAtMs = performance.now();
    for (const part of [
      'I have a very long ',
      'my sister and ',
      "I'm going to a ",
      'my favorite ',
      'I like I like ',
      '" \' ',
      ': , ',
      'no, ',
    ])
      check(part.repeat(80));
    expect(performance.now() - startedAtMs).toBeLessThan(1000);
  });
});
