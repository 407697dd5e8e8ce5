import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardList } from '../../../electron/conversation/memory/card-list.ts';
import { factList } from '../../../electron/conversation/memory/fact-list.ts';
import { memoryFromJson, memoryToJson, memoryToMarkdown } from '../../../electron/conversation/memory/memory-export.ts';
import { type Fact, factSchema, type NameCard, nameCardSchema } from '../../../electron/ipc/memory-schema.ts';
import { fact, nameCard } from '../store/said.ts';

const at = new Date('2026-03-02T10:00:00Z');
const text = (longest: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((words) => words.slice(0, longest))
    .filter((words) => !/\p{Surrogate}/u.test(words));
const time = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
const facts: fc.Arbitrary<Fact> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...factSchema.shape.kind.options),
  words: text(500),
  slot: fc.option(text(120)),
  scope: fc.constantFrom('about-me', 'nova'),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
  sourceTurnId: fc.option(fc.uuid()),
  at: time,
  earlier: fc.array(fc.record({ words: text(500), at: time, sourceTurnId: fc.option(fc.uuid()) }), { maxLength: 3 }),
});
const cards: fc.Arbitrary<NameCard> = fc.record({
  id: fc.uuid(),
  owner: fc.constantFrom(...nameCardSchema.shape.owner.options),
  written: text(60),
  relation: fc.option(text(40)),
  heardAs: fc.array(text(60), { maxLength: 5 }),
  notWritten: fc.array(text(60), { maxLength: 5 }),
  respelling: fc.option(text(80)),
  ipa: fc.option(text(80)),
  sourceTurnId: fc.option(fc.uuid()),
  at: time,
});
const byId = { selector: ({ id }: { id: string }) => id, maxLength: 30 };
const content = fc.record({ facts: fc.uniqueArray(facts, byId), cards: fc.uniqueArray(cards, byId) });

describe('memory as JSON', () => {
  it('comes back whole', () => {
    fc.assert(
      fc.property(content, (memory) => {
        expect(memoryFromJson(memoryToJson(memory, at))).toEqual({ ...memory, problems: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('is read or refused with a sentence, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          content.map((memory) => memoryToJson(memory, at).slice(0, -20)),
        ),
        (anything) => {
          expect(() => memoryFromJson(anything)).toThrow(/so it was not read\.$|so nothing was taken\.$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves out what does not fit, names it, and takes the rest', () => {
    const good = fact('I live in Berlin');
    const file = { format: 'parley-memory', version: 1, facts: [good, { ...good, id: 'b', confidence: 2 }, null, 7], nameCards: ['x'] };
    expect(memoryFromJson(JSON.stringify(file))).toEqual({
      facts: [good],
      cards: [],
      problems: [
        'facts[1].confidence does not fit and was left out.',
        'facts[2] does not fit and was left out.',
        'facts[3] does not fit and was left out.',
        'nameCards[0] does not fit and was left out.',
      ],
    });
  });

  it('takes the newer of two with one id, whichever comes first, and tells of many problems shortly', () => {
    const old = fact('I live in Paris', { id: 'home', at: '2026-01-01T00:00:00.000Z' });
    const young = fact('I live in Berlin', { id: 'home', at: '2026-02-01T00:00:00.000Z' });
    for (const both of [
      [old, young],
      [young, old],
    ]) {
      const { facts, problems } = memoryFromJson(memoryToJson({ facts: both, cards: [] }, at));
      expect([facts, problems]).toEqual([[young], ['facts[1] has an id that came before; the newer of the two was taken.']]);
    }
    const { problems } = memoryFromJson(memoryToJson({ facts: Array.from({ length: 1000 }, () => young), cards: [] }, at));
    expect([problems.length, problems.at(-1)]).toEqual([21, 'And 979 more like these.']);
  });

  const wrapped = (inner: string) => `{"format":"parley-memory","version":1,"facts":[${inner}]}`;
  it.each<[string, () => string, RegExp]>([
    [
      'a million facts',
      () => wrapped('{},'.repeat(999_999).concat('{}')),
      /has 1000000 facts; at most 100000 are read, so nothing was taken/,
    ],
    ['a file of 65 million characters', () => ' '.repeat(65_000_000), /has 65 million characters, so it was not read/],
    ['a depth of 10,000', () => wrapped('['.repeat(10_000) + ']'.repeat(10_000)), /nested more than 12 deep/],
    ['a depth of a million, never closed', () => '{"a":'.repeat(1_000_000), /nested more than 12 deep/],
    ['__proto__', () => wrapped('{"__proto__":{"isAdmin":true}}'), /a field called __proto__ at facts\[0\]\.__proto__/],
    ['constructor', () => wrapped('{"id":{"constructor":1}}'), /a field called constructor at facts\[0\]\.id\.constructor/],
    ['an escaped __proto__', () => wrapped('{"\\u005f_proto__":1}'), /a field called __proto__/],
    ['half a character', () => wrapped('{"words":"\\ud800"}'), /half a character at facts\[0\]\.words/],
    ['a number out of all bounds', () => wrapped('{"confidence":1e308}'), /out of all bounds at facts\[0\]\.confidence/],
    ['a number that is no number any more', () => wrapped('{"confidence":1e999}'), /out of all bounds/],
    ['a newer version', () => '{"format":"parley-memory","version":2,"facts":[]}', /made by a newer version/],
    ['another file', () => '{"format":"tap-list"}', /holds no exported memory/],
    ['a file that was cut off', () => wrapped('{"id":"x"').slice(0, -3), /not JSON, or it was cut off/],
    ['nothing', () => '', /not JSON/],
  ])('refuses %s', (_name, make, message) => {
    const [before, start] = [Object.keys(Object.prototype), performance.now()];
    expect(() => memoryFromJson(make())).toThrow(message);
    expect(performance.now() - start).toBeLessThan(5000);
    expect([Object.keys(Object.prototype), ({} as { isAdmin?: boolean }).isAdmin]).toEqual([before, undefined]);
  });

  it('does not take brackets inside of texts for depth', () => {
    const odd = fact('[[[[[[[[[[[[[[[[ "\\" {{{{{{{{{{{{{{{{ \\');
    expect(memoryFromJson(memoryToJson({ facts: [odd], cards: [] }, at)).facts).toEqual([odd]);
  });

  it('takes a hundred thousand facts', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => fact(`I like ${index}`, { id: `fact-${index}` }));
    expect(memoryFromJson(memoryToJson({ facts: many, cards: [] }, at)).facts).toHaveLength(100_000);
  });
});

describe('memory as a page', () => {
  it('is sorted for reading', () => {
    const home = fact('I live in Berlin', {
      kind: 'place',
      earlier: [{ words: 'I live in Paris', at: '2025-01-01T00:00:00Z', sourceTurnId: null }],
    });
    const memory = {
      facts: [fact('I like tea', { kind: 'preference', scope: 'nova' }), home],
      cards: [nameCard('Igor', 'me', { notWritten: ['Ivan'], respelling: 'EE-gor' }), nameCard('Ana', 'person', { relation: 'sister' })],
    };
    expect(memoryToMarkdown(memory, at)).toBe(`# What Parley knows about you

Exported 2026-03-02.

## What you like

- I like tea (2026-03-02, only nova knows it)

## Places

- I live in Berlin (2026-03-02; before: I live in Paris (2025-01-01))

## Your name

- Igor: said EE-gor; not Ivan

## Names of people

- Ana: your sister
`);
    expect(memoryToMarkdown({ facts: [], cards: [] }, at)).toContain('Nothing yet.');
  });

  it('holds one line for each, in which nothing is marked up by what was stored', () => {
    fc.assert(
      fc.property(content, (memory) => {
        const lines = memoryToMarkdown(memory, at).split('\n');
        expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(memory.facts.length + memory.cards.length);
        expect(lines.every((line) => line === '' || /^(?:#{1,2} [A-Z]|- |Exported |Nothing yet)/.test(line))).toBe(true);
      }),
      { numRuns: 100 },
    );
    const hostile = memoryToMarkdown({ facts: [fact('# [x](javascript:alert) <img src=x> **b** `c`\n\n## Evil')], cards: [] }, at);
    expect(hostile).toContain('- \\# \\[x\\](javascript:alert) &lt;img src=x> \\*\\*b\\*\\* \\`c\\` ## Evil');
  });
});

describe('lists out of documents', () => {
  it('pass over what does not fit and count it', () => {
    const [old, young] = [fact('a', { at: '2026-01-01T00:00:00.000Z' }), fact('b', { at: '2026-02-01T00:00:00.000Z' })];
    expect(factList([old, null, { id: 7 }, young])).toEqual({ facts: [young, old], broken: 2 });
    const cards = [nameCard('Zoe', 'word'), nameCard('Ben', 'person'), 'x', nameCard('Ana', 'person'), nameCard('Igor')];
    expect(cardList(cards)).toMatchObject({
      cards: [{ written: 'Igor' }, { written: 'Ana' }, { written: 'Ben' }, { written: 'Zoe' }],
      broken: 1,
    });
  });
});
