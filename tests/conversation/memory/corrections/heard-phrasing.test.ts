import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CONTEXT } from '../../../../electron/conversation/memory/corrections/correction.ts';
import { heardPhrasing } from '../../../../electron/conversation/memory/corrections/heard-phrasing.ts';
import { asSaid } from '../../../../electron/conversation/memory/corrections/heard-turn.ts';
import { readCorrection, readCorrections } from '../../../../electron/conversation/memory/corrections/read-correction.ts';

const calledPeter = { ...NO_CONTEXT, knownNames: ['Peter'], lastNamed: 'Peter' };

describe('words before a name that were misheard', () => {
  it.each([
    ['My first aim is Robert.', 'Robert'],
    ['Came my name to Robert.', 'Robert'],
    ['Ron name, I am Robert.', 'Robert'],
    ['"Ron name, I am Robert."', 'Robert'],
    ['For now on call me Kate.', 'Kate'],
    ['That is, at my name, my name is Laura.', 'Laura'],
    ['Everyone calls the Robert.', 'Robert'],
  ])('%s', (heard, written) => {
    expect(readCorrection(heard, calledPeter)).toMatchObject({ kind: 'name', written });
  });

  it('are asked about where the name is none that is common', () => {
    expect(readCorrection('My first aim is Zorvex.', calledPeter)).toMatchObject({ written: 'Zorvex', unsure: true });
    expect(readCorrection('My first name is Zorvex.', calledPeter)).not.toHaveProperty('unsure');
  });

  it.each([
    ['For all name, I am Robert.', 'Robert'],
    ['My real name is one.', 'Juan'],
    ['No, my name is one.', 'Juan'],
    ['I said, Eve war, not Peter.', 'Eve War'],
    ['Now Peter, Iglor.', 'Iglor'],
  ])('are asked about, and nothing is taken: %s', (heard, written) => {
    expect(readCorrections(heard, calledPeter)).toEqual([expect.objectContaining({ kind: 'name', written, unsure: true })]);
  });

  it.each([
    'What a name, he said I am Robert.',
    'Her name is not the question, I am Robert.',
    'For all I know, I am Robert.',
    'My name is quite long.',
    'My name is hard.',
    'My name is important.',
    'His name is one.',
    'I said tomorrow, not today.',
    'I said, Eve war, not Paul.',
    'I said the red car, not Peter.',
    'I said call home, not Peter.',
    'Now Peter, stop.',
  ])('are no names: %s', (heard) => {
    expect(readCorrections(heard, calledPeter)).toEqual([]);
  });

  it.each([
    'His first name is Robert.',
    'Her name is Ana.',
    'My first aim is to win.',
    'Call my brother Robert.',
    'Tell me about Robert.',
    'They never call me Robert.',
    'My name is not Robert.',
    'Call me, Robert.',
    'Did everyone call me Robert?',
    'I called Robert.',
    'If my first aim is Robert.',
    'Change the song to Roberta.',
    'The game is Monopoly.',
    'Go buy Robert.',
  ])('take nothing from: %s', (heard) => {
    expect(readCorrections(heard, NO_CONTEXT)).toEqual([]);
  });

  it('are taken as they stand where they were typed', () => {
    expect(heardPhrasing('My first aim is Robert.', { ...calledPeter, typed: true })).toBeNull();
  });

  it('leave the name as it was heard, and the phrasing one that is read', () => {
    const words = fc.constantFrom(
      ...'my first aim name is call me the for now on came to run no I said at Kate Robert Ana Hugo'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (parts) => {
        const heard = parts.join(' ');
        const probably = heardPhrasing(heard, calledPeter);
        if (probably === null) return;
        expect(heard.endsWith(probably.words.split(' ').at(-1)?.replace('.', '') ?? '')).toBe(true);
      }),
    );
  });
});

describe('a name with a word of every day in it', () => {
  it('is asked about where it was heard, and taken where it was typed or spelled', () => {
    expect(readCorrection('My name is Keith Long.', NO_CONTEXT)).toMatchObject({ written: 'Keith Long', unsure: true });
    expect(readCorrection('My name is Keith Long', { ...NO_CONTEXT, typed: true })).not.toHaveProperty('unsure');
    expect(readCorrection('My name is Robert Miller.', NO_CONTEXT)).not.toHaveProperty('unsure');
    expect(readCorrection('My name is Grace Rose.', NO_CONTEXT)).not.toHaveProperty('unsure');
  });
});

describe('a name that was put where other words were heard', () => {
  const heardAs = (heardText: string | null) => ({ ...NO_CONTEXT, heardText });

  it('is asked about when these tell no name that sounds like it', () => {
    expect(readCorrection('My name is Greg.', heardAs('My name is Greek.'))).toMatchObject({ written: 'Greg', unsure: true });
    expect(readCorrection('Call me Otto.', heardAs('Call me at home.'))).toMatchObject({ written: 'Otto', unsure: true });
    expect(readCorrection('My name is Andrea.', heardAs('My name is Monterey.'))).toMatchObject({ written: 'Andrea', unsure: true });
  });

  it('is taken when they do, or when nothing was put', () => {
    expect(readCorrection('My name is Igor.', heardAs('My name is Eager.'))).not.toHaveProperty('unsure');
    expect(readCorrection('Call me Kate.', heardAs('Call me cake.'))).not.toHaveProperty('unsure');
    expect(readCorrection('My name is Greg.', heardAs(null))).not.toHaveProperty('unsure');
    expect(readCorrection('My name is Igor, not Ivan.', heardAs('My name is Igor, not Iven.'))).not.toHaveProperty('unsure');
  });
});

describe('what only recognisers write', () => {
  it.each([
    ['My name is Simon, at Peter.', 'My name is Simon, not Peter.'],
    ['"Wrong name."', 'Wrong name.'],
    ['Not Stephen, Stephen with a p. H.', 'Not Stephen, Stephen with a p H.'],
    ['It spoke Kilo, Alpha, Tango, Echo.', 'It spelled Kilo, Alpha, Tango, Echo.'],
  ])('%s', (heard, said) => {
    expect(asSaid(heard, calledPeter)).toBe(said);
  });

  it.each([
    ['It spelled Kielo, alpha, tando, echo.', 'Kate'],
    ['Not Philip, Philip with an F.', 'Filip'],
    ["It's Anna with double N, not Peter.", 'Anna'],
    ['You can spell it L, U, K, E.', 'Luke'],
  ])('%s is read', (heard, written) => {
    expect(readCorrection(heard, calledPeter)).toMatchObject({ written });
  });

  it.each(['Meet me at Peter.', 'I like tea, and Peter.', 'Hello, Peter.', 'I said hello, Peter.', 'Golf is a sport in a hotel.'])(
    'leaves %s',
    (heard) => {
      expect(asSaid(heard, calledPeter)).toBe(heard);
    },
  );

  it('leaves what was typed', () => {
    fc.assert(fc.property(fc.string(), (text) => asSaid(text, { ...calledPeter, typed: true }) === text));
  });

  it('changes nothing the second time', () => {
    const words = fc.constantFrom(...'not at Peter , peter Simon kilo alpha tando echo spoke it p. h with a'.split(' '));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 10 }), (parts) => {
        const once = asSaid(parts.join(' '), calledPeter);
        expect(asSaid(once, calledPeter)).toBe(once);
      }),
    );
  });
});
