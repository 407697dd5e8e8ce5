import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseFacts } from '../../../../electron/conversation/memory/recall/choose-facts.ts';
import { contentWords, ideas, isKindOf, isSameWord } from '../../../../electron/conversation/memory/recall/content-words.ts';
import { factsAbout, factsToForget } from '../../../../electron/conversation/memory/recall/facts-to-forget.ts';
import { ABOUT_ME, type Fact, type NameCard } from '../../../../electron/ipc/memory-schema.ts';

function fact(words: string, changes: Partial<Fact> = {}): Fact {
  const rest = { slot: null, scope: ABOUT_ME, confidence: 0.7, sourceTurnId: null, at: '2026-11-24T10:00:00Z', earlier: [] };
  return { id: words, kind: 'about', words, ...rest, ...changes };
}

const mayKnow = ({ scope }: Fact) => scope === ABOUT_ME;
const wide = { mayKnow, budgetTokens: 500 };
const words = (facts: readonly Fact[]) => facts.map((one) => one.words);
const berlin = fact('I live in Berlin', { slot: 'live in' });
const lasagna = fact('My favorite food is lasagna');
const peanuts = fact("I'm allergic to peanuts", { confidence: 0.9 });
const all = [berlin, lasagna, peanuts];

describe('facts for a turn', () => {
  it('are those that share words with it first, then the surest; only the first are used', () => {
    const chosen = chooseFacts('What is there to see in Berlin?', [{ fact: berlin, nearness: null }], all, wide);
    expect(words(chosen.facts)).toEqual(['I live in Berlin', "I'm allergic to peanuts", 'My favorite food is lasagna']);
    expect(words(chosen.used)).toEqual(['I live in Berlin']);
  });

  it('are found by what words have to do with each other where no embedding model runs', () => {
    expect(words(chooseFacts('What could I cook tonight?', [], all, wide).used)).toContain('My favorite food is lasagna');
  });

  it('are found by nearness of meaning where one runs', () => {
    const found = all.map((one) => ({ fact: one, nearness: one === peanuts ? 0.52 : 0.1 }));
    expect(words(chooseFacts('Is this cookie safe?', found, all, wide).used)).toEqual(["I'm allergic to peanuts"]);
  });

  it('are not used because the word index found a word of no meaning', () => {
    expect(chooseFacts('What is it?', [{ fact: berlin, nearness: null }], all, wide).used).toEqual([]);
  });

  it('never come from a scope that the persona may not know', () => {
    const secret = fact('I live in Bonn', { scope: 'chef' });
    const chosen = chooseFacts('Where is Bonn?', [{ fact: secret, nearness: 1 }], [secret, berlin], wide);
    expect(words([...chosen.facts, ...chosen.used])).toEqual(['I live in Berlin']);
  });

  it('always fit the budget, each once, and those used are among those given', () => {
    const facts = fc
      .uniqueArray(fc.string({ minLength: 1, maxLength: 60 }), { maxLength: 40 })
      .map((list) => list.map((text) => fact(text)));
    fc.assert(
      fc.property(facts, fc.string(), fc.integer({ min: 0, max: 200 }), (known, said, budgetTokens) => {
        const found = known.slice(0, 10).map((one) => ({ fact: one, nearness: one.words.length / 60 }));
        const chosen = chooseFacts(said, found, known, { mayKnow, budgetTokens });
        expect(chosen.facts.reduce((sum, one) => sum + one.words.length, 0)).toBeLessThanOrEqual(budgetTokens * 4);
        expect(new Set(chosen.facts).size).toBe(chosen.facts.length);
        for (const one of chosen.used) expect(chosen.facts).toContain(one);
      }),
    );
  });

  it('are chosen out of 5,000 in little time', () => {
    const many = Array.from({ length: 5000 }, (_, index) => fact(`I like thing number ${index} very much`));
    const startedAtMs = performance.now();
    chooseFacts('Which thing do I like?', [], many, wide);
    expect(performance.now() - startedAtMs).toBeLessThan(1000);
  });
});

describe('words that carry meaning', () => {
  it('come without endings and without the common ones', () => {
    expect(contentWords("What were my sister's birthdays like?")).toEqual(['sister', 'birthday']);
    expect(contentWords('I parked; running, stopped, classes, cities, dress')).toEqual(['park', 'run', 'stop', 'class', 'city', 'dress']);
  });

  it('are the same in other words, or have to do with each other', () => {
    expect(isSameWord('mum', 'mother')).toBe(true);
    expect(isSameWord('sister', 'brother')).toBe(false);
    expect(isKindOf('dog', 'pet')).toBe(true);
    expect(isKindOf('pet', 'dog')).toBe(false);
    expect(ideas('Do I have siblings?')).toContain('family');
  });
});

describe('what is to be forgotten', () => {
  const sister = fact('My sister lives in Paris', { kind: 'person', slot: 'sister live in' });
  const brother = fact('My brother lives in Oslo', { kind: 'person', slot: 'brother live in' });
  const phone = fact('My phone number is 555 0134', { slot: 'my phone number' });
  const address = fact('My address is 5 Elm Street', { slot: 'my address' });
  const facts = [berlin, sister, brother, phone, address];
  const form = { heardAs: [], notWritten: [], respelling: null, ipa: null, sourceTurnId: null, at: '' };
  const me: NameCard = { id: 'me', owner: 'me', written: 'Igor', relation: null, ...form };
  const ana: NameCard = { id: 'ana', owner: 'person', written: 'Ana', relation: 'sister', ...form };
  const forget = (said: string) => {
    const found = factsToForget(said, { cards: [me, ana], facts });
    return [...found.cards.map(({ written }) => written), ...words(found.facts)];
  };

  it.each([
    ['my address', ['My address is 5 Elm Street']],
    ['I live in Berlin', ['I live in Berlin']],
    ['my sister', ['Ana', 'My sister lives in Paris']],
    ['my brother', ['My brother lives in Oslo']],
    ['Ana', ['Ana']],
    ['my name', ['Igor']],
    ['my phone number', ['My phone number is 555 0134']],
    ['Berlin', ['I live in Berlin']],
    ['where I live', ['I live in Berlin']],
    ['where my sister lives', ['My sister lives in Paris']],
    ['my boss', []],
    ['it', []],
    ['that', []],
    ['', []],
    ['Igor', []],
  ])('"%s" means %j', (said, expected) => {
    expect(forget(said)).toEqual(expected);
  });

  it('what is known about something comes best first', () => {
    expect(words(factsAbout('my sister', facts))[0]).toBe('My sister lives in Paris');
    expect(factsAbout('my boss', facts)).toEqual([]);
    expect(factsAbout(null, facts)).toEqual(facts);
  });
});
