import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCorrection } from '../../../../electron/conversation/memory/corrections/apply-correction.ts';
import { type CorrectionContext, NO_CONTEXT } from '../../../../electron/conversation/memory/corrections/correction.ts';
import { readCorrections } from '../../../../electron/conversation/memory/corrections/read-correction.ts';
import { readSpelled } from '../../../../electron/conversation/memory/corrections/spelled-name.ts';
import { cleanName } from '../../../../electron/conversation/memory/names/clean-name.ts';
import { isOrdinaryWord } from '../../../../electron/conversation/memory/names/ordinary-words.ts';
import { type NameCard, nameCardSchema } from '../../../../electron/ipc/memory-schema.ts';
import { isEverydayWord } from '../../../../models/names/everyday-words.ts';
import { linesOf, phrasingsOf } from './correction-lines.ts';

const inQuestion: CorrectionContext = { ...NO_CONTEXT, knownNames: ['Ivan', 'Ana'], lastNamed: 'Ivan', assistantNames: ['Nova', 'A.*(b'] };
const contexts = fc.constantFrom<CorrectionContext>(NO_CONTEXT, inQuestion, { ...inQuestion, typed: true, lastRelation: 'sister' });

const syllable = fc.constantFrom(
  ...'ba be bo da dra fe gu ha ka ki kla li lo lu ma me mo na nu ra ro sa shi so ta te ti tho va vi wa xa ya ze zu bé ñi ğu'.split(' '),
);
const given = fc
  .array(syllable, { minLength: 2, maxLength: 4 })
  .map((syllables) => syllables.join(''))
  .map((name) => name.charAt(0).toUpperCase() + name.slice(1))
  .filter((name) => !isOrdinaryWord(name) && !isEverydayWord(name));
/** Names as the world has them: two names, hyphens, apostrophes, particles, initials, titles, other scripts. */
const names = fc.oneof(
  given,
  fc.tuple(given, given).map(([first, last]) => `${first} ${last}`),
  fc.tuple(given, given).map(([first, last]) => `${first}-${last}`),
  fc.tuple(fc.constantFrom("O'", "D'", 'Mc', 'Mac'), given).map(([before, name]) => before + name),
  fc.tuple(given, fc.constantFrom('van', 'von', 'de', 'de la', 'bin', 'al'), given).map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom('E.', 'Dr.', 'Mrs.'), given).map((parts) => parts.join(' ')),
  fc.constantFrom('Игорь', 'Ελένη', '李雷', 'שירה', 'شيماء', 'Søren', 'Þór', 'Zoë', 'Nguyễn Văn An', 'J. R. R. Tolkien'),
);

const words =
  "no not my name is called sister it's i'm with double spelled pronounced a n s i Ivan Igor , . ? \" and call me you're saying wrong".split(
    ' ',
  );

describe('the latch on any text', () => {
  it('never throws, and gives only what can be stored', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 450 }),
      fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((parts) => parts.join(' ')),
      fc
        .tuple(fc.constantFrom('my name is ', "it's ", 'call me ', 'spelled '), fc.string({ unit: 'grapheme', maxLength: 80 }))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, contexts, (text, context) => {
        let cards: readonly NameCard[] = [];
        for (const correction of readCorrections(text, context)) {
          if ('written' in correction) expect(cleanName(correction.written)).toBe(correction.written);
          const { card } = applyCorrection(cards, correction, { newId: `card-${cards.length}`, turnId: null, at: 'now', lastCardId: null });
          expect(nameCardSchema.safeParse(card).success).toBe(true);
          cards = [...cards.filter(({ id }) => id !== card.id), card];
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['no '.repeat(133)],
    ['a '.repeat(200)],
    ['my name is '.repeat(36)],
    ['is '.repeat(133)],
    ['not Ivan, '.repeat(40)],
    ['with a '.repeat(57)],
    ['with a k '.repeat(44)],
    ['double n '.repeat(44)],
    ['spelled a b '.repeat(33)],
    [`my name is ${'a.'.repeat(190)}`],
    [`my name is ${"a'-".repeat(129)}`],
    [`it's ${'A'.repeat(390)}`],
    ['pronounced '.repeat(36)],
    [`it's pronounced ${'a-'.repeat(190)}`],
    ['my sister is called '.repeat(20)],
    ["you're saying it wrong, ".repeat(16)],
    [', '.repeat(200)],
    ['. '.repeat(200)],
    [`${' '.repeat(399)}x`],
    [`my name is Igor${', okay'.repeat(64)} x`],
    ['it sounds like EE-'.repeat(22)],
    ['s as in sugar '.repeat(28)],
    ['Igor '.repeat(80)],
    ['?! '.repeat(133)],
  ])('takes less than 5 ms for 400 characters of %j', (text) => {
    const long = text.slice(0, 400);
    for (let round = 0; round < 20; round++) readCorrections(long, inQuestion);
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      readCorrections(long, inQuestion);
      return performance.now() - start;
    });
    expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(5);
  });

  it('leaves longer texts alone', () => {
    expect(readCorrections(`My name is Igor. ${'x'.repeat(400)}`, inQuestion)).toEqual([]);
  });
});

describe('any name', () => {
  it.each([
    ['told', (name: string) => `My name is ${name}.`],
    ['told after a no', (name: string) => `No, my name is ${name}.`],
    ['told without a comma', (name: string) => `No my name is ${name}`],
    ['asked for', (name: string) => `Please call me ${name}.`],
  ])('%s, is read exactly', (_, sentence) => {
    fc.assert(
      fc.property(names, contexts, (name, context) => {
        expect(readCorrections(sentence(name), context)).toEqual([{ kind: 'name', whose: 'me', written: name, not: [] }]);
      }),
    );
  });

  it('of a sister is hers', () => {
    fc.assert(
      fc.property(names, contexts, (name, context) => {
        expect(readCorrections(`My sister's name is ${name}.`, context)).toEqual([
          { kind: 'person', relation: 'sister', written: name, not: [] },
        ]);
      }),
    );
  });

  it('in place of the one in use is read exactly', () => {
    fc.assert(
      fc.property(given, (name) => {
        expect(readCorrections(`It's ${name}, not Ivan.`, inQuestion)).toEqual([
          { kind: 'name', whose: 'last', written: name, not: ['Ivan'] },
        ]);
      }),
    );
  });

  it.each([
    ['with hyphens', '-'],
    ['with full stops', '. '],
    ['with commas', ', '],
    ['with blanks', ' '],
  ])('spelled %s, is read exactly', (_, between) => {
    fc.assert(
      fc.property(given, (name) => {
        const letters = [...name.toUpperCase()].join(between);
        expect(readSpelled(letters)).toBe(name);
        expect(readCorrections(`It's spelled ${letters}.`, inQuestion)).toEqual([{ kind: 'spelling', written: name, of: null }]);
      }),
    );
  });
});

describe('what becomes of the cards', () => {
  const cards = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('one', 'two', 'three', 'four'),
      owner: fc.constantFrom('me' as const, 'person' as const, 'word' as const),
      written: given,
      relation: fc.constantFrom(null, 'sister', 'boss'),
      heardAs: fc.array(given, { maxLength: 3 }),
      notWritten: fc.array(given, { maxLength: 3 }),
      respelling: fc.constantFrom(null, 'EE-gor'),
      ipa: fc.constantFrom(null, 'ˈiːɡɔːɹ'),
      sourceTurnId: fc.constantFrom(null, 'turn'),
      at: fc.constant('2026-01-01T00:00:00.000Z'),
    }),
    { selector: ({ id }) => id, maxLength: 4 },
  );
  const not = fc.array(given, { maxLength: 2 });
  const corrections = fc.oneof(
    fc.record({ kind: fc.constant('name' as const), whose: fc.constantFrom('me' as const, 'last' as const), written: names, not }),
    fc.record({ kind: fc.constant('person' as const), relation: fc.constantFrom('sister', 'boss', 'friend'), written: names, not }),
    fc.record({ kind: fc.constant('word' as const), written: names, not }),
    fc.record({ kind: fc.constant('spelling' as const), written: given, of: fc.option(given) }),
    fc.record({ kind: fc.constant('pronunciation' as const), respelling: fc.constantFrom('EE-gor', 'seer-sha'), of: fc.option(given) }),
  );
  const put = (all: readonly NameCard[], card: NameCard) =>
    all.some(({ id }) => id === card.id) ? all.map((other) => (other.id === card.id ? card : other)) : [...all, card];

  it('the same correction twice changes nothing the second time', () => {
    fc.assert(
      fc.property(cards, corrections, fc.constantFrom(null, 'one', 'two'), (all, correction, lastCardId) => {
        const source = { newId: 'new', turnId: 'now', at: 'now', lastCardId };
        const once = applyCorrection(all, correction, source);
        const twice = applyCorrection(put(all, once.card), correction, {
          ...source,
          newId: 'newer',
          at: 'later',
          lastCardId: once.card.id,
        });
        expect(twice.label).toBeNull();
        expect(put(put(all, once.card), twice.card)).toEqual(put(all, once.card));
      }),
    );
  });

  it('putting back what was before undoes it, and nothing else is touched', () => {
    fc.assert(
      fc.property(cards, corrections, (all, correction) => {
        const { card, before } = applyCorrection(all, correction, { newId: 'new', turnId: 'now', at: 'now', lastCardId: null });
        const after = put(all, card);
        const undone = before === null ? after.filter(({ id }) => id !== card.id) : put(after, before);
        expect(undone).toEqual(all);
      }),
    );
  });
});

describe('the lists beside this file', () => {
  it('hold no sentence that is on both sides', () => {
    const negatives = new Set(linesOf('./only-look-like-corrections.txt'));
    expect(
      phrasingsOf('./spoken-corrections.txt').filter(([utterance, expected]) => expected !== 'none' && negatives.has(utterance)),
    ).toEqual([]);
  });
});
