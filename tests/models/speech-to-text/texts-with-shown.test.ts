import { describe, expect, it } from 'vitest';
import { textsWithShown } from '../../../models/speech-to-text/texts-with-shown.ts';

describe('a text with what is shown in it', () => {
  it.each([
    ['Put socks straight after the jails.', ['gels', 'cap'], 'Put socks straight after the gels.'],
    ['Sweet beard is done, give it a tick.', ['sweep yard', 'feed hens'], 'Sweep yard is done, give it a tick.'],
    ['The bullet in war can wait.', ['bulletin board'], 'The bulletin board can wait.'],
    ['Drop the color column.', ['colour', 'column'], 'Drop the colour column.'],
  ])('%s', (text, shown, wanted) => {
    expect(textsWithShown(text, shown)[0]).toBe(wanted);
  });

  it('puts in one thing at a time, then as many as have room', () => {
    expect(textsWithShown('Swap mints and jails.', ['gels', 'mince'])).toEqual([
      'Swap mints and gels.',
      'Swap mints and Gels.',
      'Swap mince and jails.',
      'Swap Mince and jails.',
      'Swap mince and gels.',
    ]);
  });

  it('writes it with a capital where one was heard, and both ways where none was: it may be a name', () => {
    expect(textsWithShown('Kawalski can wait.', ['kowalski'])).toEqual(['Kowalski can wait.']);
    expect(textsWithShown('Flip to coma and Seattle.', ['tacoma'])).toEqual(['Flip tacoma and Seattle.', 'Flip Tacoma and Seattle.']);
  });

  it.each([
    ['what was heard already', 'Tick the milk.', ['milk', 'tick']],
    ['what sounds like nothing that was heard', 'Put it at the bottom.', ['washing powder']],
    ['what has hardly a sound', 'Take the tea off.', ['t', 'up']],
    ['nothing that is shown', 'Tick the milk.', []],
  ])('does not put in %s', (_, text, shown) => {
    expect(textsWithShown(text, shown)).toEqual([]);
  });
});
