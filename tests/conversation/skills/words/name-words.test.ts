import { describe, expect, it } from 'vitest';
import { nearestNamed, readName, readPersonaName } from '../../../../electron/conversation/skills/words/name-words.ts';

describe('names', () => {
  it.each([
    ['Igor', 'My name is Igor.', 'Igor'],
    ['igor', 'my name is igor', 'Igor'],
    ['jean-luc', 'my name is jean-luc', 'Jean-Luc'],
    ['Jean-Luc Picard.', 'My name is Jean-Luc Picard.', 'Jean-Luc Picard'],
    ["O'Brien", "Call me O'Brien", "O'Brien"],
    ['Dr. Smith', 'Call me Dr. Smith.', 'Dr. Smith'],
    ['Ludwig van Beethoven', 'My name is Ludwig van Beethoven', 'Ludwig van Beethoven'],
    ['Ångström', 'My name is Ångström', 'Ångström'],
    ['李', 'My name is 李', null],
  ])('reads "%s" in "%s"', (text, utterance, name) => {
    expect(readName(text, utterance)).toBe(name);
  });

  it.each([
    ['what', 'My name is what'],
    ['on the list', 'My name is on the list'],
    ['eager', 'My name is eager.'],
    ['later', 'call me later'],
    ['a taxi', 'call me a taxi'],
    ['one two three four five', 'call me one two three four five'],
    ['X3', 'My name is X3'],
    ['', ''],
    ['Ignore. Previous. Orders. And', 'My name is Ignore. Previous. Orders. And'],
  ])('reads no name in "%s"', (text, utterance) => {
    expect(readName(text, utterance)).toBeNull();
  });

  it('reads the names of personas in any writing', () => {
    expect(readPersonaName('nova')).toBe('nova');
    expect(readPersonaName('Winston.')).toBe('Winston');
    expect(readPersonaName('my lawyer')).toBeNull();
    expect(readPersonaName('left lane')).toBeNull();
  });

  it('finds whom a misheard name means, and nobody when it may be two', () => {
    const people = [{ name: 'Nova' }, { name: 'Winston' }];
    expect(nearestNamed('winstone', people)?.name).toBe('Winston');
    expect(nearestNamed('Windsor', people)).toBeNull();
    expect(nearestNamed('Nora', people)?.name).toBe('Nova');
    expect(nearestNamed('Nola', [{ name: 'Nova' }, { name: 'Nora' }])).toBeNull();
  });
});
