import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decided,
  handedOver,
  isAbout,
  mayKnow,
  readableScopes,
  scopeOfTold,
  type Wall,
  whoKnowsWhat,
} from '../../../electron/conversation/personas/walls.ts';
import { ABOUT_ME, type Fact } from '../../../electron/ipc/memory-schema.ts';

const wall = (personaId: string, changes: Partial<Wall> = {}): Wall => ({
  personaId,
  knowsAboutMe: true,
  exceptAbout: [],
  told: [],
  notTold: [],
  ...changes,
});

function fact(id: string, scope: string, words: string): Fact {
  return { id, kind: 'note', words, slot: null, scope, confidence: 1, sourceTurnId: `turn-${id}`, at: '2026-11-24T10:00:00Z', earlier: [] };
}

const facts = [
  fact('1', ABOUT_ME, 'I live in Berlin'),
  fact('2', 'carlo', 'I hate olives'),
  fact('3', 'mia', 'My left knee hurts when I run'),
  fact('4', 'mia', 'I ran six miles'),
];

describe('walls between personas', () => {
  it('let nobody read another one’s drawer, whatever the consent', () => {
    const ids = ['mia', 'carlo', 'nova', 'ada'];
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.constantFrom(ABOUT_ME, ...ids), fc.boolean(), (personaId, scope, knowsAboutMe) => {
        const may = mayKnow(fact('x', scope, 'I sing'), wall(personaId, { knowsAboutMe }));
        expect(may).toBe(scope === personaId || (scope === ABOUT_ME && knowsAboutMe));
      }),
    );
    expect(readableScopes(wall('mia', { knowsAboutMe: false }))).toEqual(['mia']);
    expect([scopeOfTold(wall('mia')), scopeOfTold(wall('mia', { knowsAboutMe: false }))]).toEqual([ABOUT_ME, 'mia']);
  });

  it('keep a subject from one persona in all its forms', () => {
    const coach = wall('mia', { exceptAbout: ['my knees'] });
    expect(facts.filter((one) => mayKnow(one, coach)).map(({ id }) => id)).toEqual(['1', '4']);
    expect(isAbout('I know a story', 'stories')).toBe(true);
    expect(isAbout('I love baking bread', 'bake')).toBe(true);
    expect(isAbout('My card is blue', 'car')).toBe(false);
    expect(isAbout('anything at all', 'the')).toBe(false);
  });

  it('show who knows what', () => {
    const grid = whoKnowsWhat(facts, [wall('mia'), wall('carlo', { knowsAboutMe: false })]);
    expect(grid.map(({ factId, personaIds }) => [factId, ...personaIds])).toEqual([
      ['1', 'mia'],
      ['2', 'carlo'],
      ['3', 'mia'],
      ['4', 'mia'],
    ]);
  });

  it('have exceptions for single facts, which the user decides and which say no more than they must', () => {
    const [berlin, olives] = facts;
    if (berlin === undefined || olives === undefined) throw new Error('There are no facts.');
    let mia = wall('mia');
    const decide = (one: Fact, knows: boolean) => {
      mia = { ...mia, ...decided(one, knows, mia) };
      return mayKnow(one, mia);
    };
    expect([decide(berlin, false), decide(olives, true)]).toEqual([false, true]);
    expect([mia.told, mia.notTold]).toEqual([['2'], ['1']]);
    expect(whoKnowsWhat([berlin, olives], [mia]).map(({ exceptIds }) => exceptIds)).toEqual([['mia'], ['mia']]);
    // What is handed over is a copy under another id: what must not be heard stays behind all the same.
    const options = { fromId: 'nova', about: null, newId: () => 'copy', toldTo: () => 'nova' };
    expect(handedOver([berlin], { ...options, to: { ...mia, knowsAboutMe: false } })).toEqual([]);
    expect([decide(berlin, true), decide(olives, false)]).toEqual([true, false]);
    expect([mia.told, mia.notTold]).toEqual([[], []]);
  });

  it('keep to what was decided last, in whatever order', () => {
    const knowing = fc.record({ knowsAboutMe: fc.boolean(), exceptAbout: fc.constantFrom([], ['berlin'], ['knee']) });
    fc.assert(
      fc.property(knowing, fc.array(fc.tuple(fc.nat(3), fc.boolean()), { maxLength: 12 }), (rules, decisions) => {
        let mia = wall('mia', rules);
        const last = new Map<string, boolean>();
        for (const [at, knows] of decisions) {
          const one = facts[at] as Fact;
          mia = { ...mia, ...decided(one, knows, mia) };
          last.set(one.id, knows);
        }
        for (const one of facts) expect(mayKnow(one, mia)).toBe(last.get(one.id) ?? mayKnow(one, wall('mia', rules)));
      }),
    );
  });

  it('open only for what is handed over, once, with its source, and never what must not be heard', () => {
    let made = 0;
    const newId = () => `new-${++made}`;
    const toldTo = ({ id }: Fact) => (id === '1' ? 'nova' : null);
    const all = handedOver(facts, { fromId: 'mia', to: wall('carlo'), about: null, newId, toldTo });
    expect(all.map(({ id, scope, words, sourceTurnId }) => [id, scope, words, sourceTurnId])).toEqual([
      ['new-1', 'carlo', 'My left knee hurts when I run', 'turn-3'],
      ['new-2', 'carlo', 'I ran six miles', 'turn-4'],
    ]);
    expect(handedOver([...facts, ...all], { fromId: 'mia', to: wall('carlo'), about: null, newId, toldTo })).toEqual([]);
    expect(handedOver(facts, { fromId: 'mia', to: wall('carlo'), about: 'my knee', newId, toldTo })).toHaveLength(1);
    expect(handedOver(facts, { fromId: 'mia', to: wall('carlo', { exceptAbout: ['knee'] }), about: null, newId, toldTo })).toHaveLength(1);
    // What everybody may know was told to Nova: one who knows it gets nothing twice, one without consent gets a copy.
    expect(handedOver(facts, { fromId: 'nova', to: wall('carlo'), about: null, newId, toldTo })).toEqual([]);
    const shy = handedOver(facts, { fromId: 'nova', to: wall('carlo', { knowsAboutMe: false }), about: null, newId, toldTo });
    expect(shy.map(({ scope, words }) => [scope, words])).toEqual([['carlo', 'I live in Berlin']]);
  });
});
