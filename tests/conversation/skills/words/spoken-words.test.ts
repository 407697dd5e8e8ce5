import { describe, expect, it } from 'vitest';
import { spokenSentences, spokenWords } from '../../../../electron/conversation/skills/words/spoken-words.ts';

const words = (utterance: string) =>
  spokenWords(utterance)
    .map((word) => word.text)
    .join(' ');

describe('spoken words', () => {
  it.each([
    ["What's the time?", 'what is the time'],
    ['What’s the time?', 'what is the time'],
    ["Don't, can't, I'm, they'll, we've", 'do not can not i am they will we have'],
    ['To-morrow is twenty-five', 'tomorrow is twenty five'],
    ['5km at 10:30 a.m.', '5 km at 10:30 am'],
    ['1,000.50 - 3 = ?', '1000.50 minus 3'],
    ['2+2', '2 plus 2'],
    ['5-3', '5 minus 3'],
    ['a 10-minute timer - thanks', 'a 10 minute timer thanks'],
    ['it is -40°', 'it is minus 40 degrees'],
    ['20% of 50', '20 percent of 50'],
    ['100 km/h', '100 km per h'],
    ['96/8', '96 divided by 8'],
    ['(five) minutes', 'five minutes'],
    ["Tom's dog", "tom's dog"],
    ['«…»', ''],
  ])('of "%s" are "%s"', (utterance, expected) => {
    expect(words(utterance)).toBe(expected);
  });

  it('may be the names of what every table has', () => {
    expect(words('The constructor of __proto__ is valueOf.')).toContain('the constructor of');
  });

  it('remember where they stood', () => {
    const utterance = 'Call me Jean-Luc.';
    const found = spokenWords(utterance);
    expect(utterance.slice(found[2]?.start, found.at(-1)?.end)).toBe('Jean-Luc');
  });

  it('end their sentences at full stops, but not after titles and initials', () => {
    expect(spokenSentences('Hello. Call me Dr. Smith. My name is E. Gore!')).toEqual([
      'Hello.',
      'Call me Dr. Smith.',
      'My name is E. Gore!',
    ]);
  });
});
