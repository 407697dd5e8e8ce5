import { describe, expect, it } from 'vitest';
import { capitalsTell, readName } from '../../../../electron/conversation/memory/names/name-words.ts';

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
    ['李', 'My name is 李', '李'],
  ])('reads "%s" in "%s"', (text, utterance, name) => {
    expect(readName(text, { capitals: capitalsTell(utterance, false), told: true })).toBe(name);
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
    expect(readName(text, { capitals: capitalsTell(utterance, false), told: true })).toBeNull();
  });
});
