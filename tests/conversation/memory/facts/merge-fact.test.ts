import { describe, expect, it } from 'vitest';
import { learnFrom, mergeFact } from '../../../../electron/conversation/memory/facts/merge-fact.ts';
import { askedFact, type SaidFact } from '../../../../electron/conversation/memory/facts/read-facts.ts';
import { ABOUT_ME, type Fact, factSchema } from '../../../../electron/ipc/memory-schema.ts';

const monday = '2026-11-23T09:00:00.000Z';
const tuesday = '2026-11-24T09:00:00.000Z';

function asked(words: string): SaidFact {
  const said = askedFact(words);
  if (said === null) throw new Error(`Nothing in "${words}".`);
  return said;
}

function learn(known: readonly Fact[], text: string, at: string, scope = ABOUT_ME) {
  return learnFrom(known, { role: 'user', text }, { newId: () => `fact-${at}`, turnId: `turn-${at}`, at, scope });
}

describe('a fact that is said', () => {
  const [berlin] = learn([], 'I live in Berlin.', monday);
  const known = berlin === undefined ? [] : [berlin.fact];

  it('is new with its source when nothing was known', () => {
    expect(berlin).toEqual({
      before: null,
      fact: {
        id: `fact-${monday}`,
        kind: 'place',
        words: 'I live in Berlin',
        slot: 'live in',
        scope: ABOUT_ME,
        confidence: 0.7,
        sourceTurnId: `turn-${monday}`,
        at: monday,
        earlier: [],
      },
    });
    expect(factSchema.parse(berlin?.fact)).toEqual(berlin?.fact);
  });

  it('replaces what it contradicts and keeps it as history', () => {
    const [hamburg] = learn(known, 'I moved to Hamburg.', tuesday);
    expect(hamburg?.before).toBe(known[0]);
    expect(hamburg?.fact).toMatchObject({
      id: `fact-${monday}`,
      words: 'I moved to Hamburg',
      at: tuesday,
      earlier: [{ words: 'I live in Berlin', at: monday, sourceTurnId: `turn-${monday}` }],
    });
  });

  it('keeps both in order when one turn says two', () => {
    const [last] = learn(known, 'I live in Bremen, no, in Hamburg.', tuesday);
    expect(last?.fact.words).toBe('I live in Hamburg');
    expect(last?.fact.earlier.map(({ words }) => words)).toEqual(['I live in Berlin', 'I live in Bremen']);
  });

  it('changes nothing when it is known already', () => {
    expect(learn(known, 'I live in Berlin', tuesday)).toEqual([]);
    expect(learn(known, 'Well, I live in Berlin now.', tuesday)).toEqual([]);
  });

  it('is surer once one asks to remember it, and stays as old as it is', () => {
    const source = { newId: 'other', turnId: 'turn-2', at: tuesday, scope: ABOUT_ME };
    const { fact, before } = mergeFact(known, asked('I live in Berlin'), source);
    expect(before).toBe(known[0]);
    expect(fact).toEqual({ ...known[0], confidence: 1 });
    expect(mergeFact([fact], asked('I live in Berlin'), source).fact).toBe(fact);
  });

  it('says the opposite of a liking in its place', () => {
    const [likes] = learn([], 'I like coffee.', monday);
    const [hates] = learn(likes === undefined ? [] : [likes.fact], "I don't like coffee any more.", tuesday);
    expect(hates?.before?.words).toBe('I like coffee');
  });

  it('stands beside others of another slot, another scope and beside plans', () => {
    expect(learn(known, 'I like Berlin.', tuesday)[0]?.before).toBeNull();
    expect(learn(known, 'I live in Hamburg.', tuesday, 'chef')[0]?.before).toBeNull();
    const [first] = learn([], 'I have a meeting on Friday at ten.', monday);
    const [second] = learn(first === undefined ? [] : [first.fact], 'I have a meeting on Friday at noon.', tuesday);
    expect(second?.before).toBeNull();
  });

  it('replaces a note about the same thing', () => {
    const source = { newId: 'a', turnId: null, at: monday, scope: ABOUT_ME };
    const { fact } = mergeFact([], asked('The locker code is 4711'), source);
    expect(mergeFact([fact], asked('The locker code is 1234'), { ...source, newId: 'b', at: tuesday }).before).toBe(fact);
  });
});
