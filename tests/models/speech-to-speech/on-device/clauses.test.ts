import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../../../models/speech-to-speech/on-device/clauses.ts';

async function collect(pieces: readonly string[]): Promise<string[]> {
  const clauses: string[] = [];
  for await (const clause of clausesOf(pieces)) clauses.push(clause);
  return clauses;
}

describe('cutting a reply into clauses', () => {
  it.each<[string, string[]]>([
    ['Hello.', ['Hello.']],
    ['Hello. How are you?', ['Hello.', 'How are you?']],
    ['Well, that is nice.', ['Well, that is nice.']],
    ['That is so nice, tell me more.', ['That is so nice,', 'tell me more.']],
    ['It is 3.5 miles.', ['It is 3.5 miles.']],
    ['I met Dr. Brown and Mr. White today.', ['I met Dr. Brown and Mr. White today.']],
    ['She said "Go!" and left.', ['She said "Go!"', 'and left.']],
    ['Your timer is set for an hour and thirty two minutes.', ['Your timer is set', 'for an hour and thirty two minutes.']],
    ['The whole wide quiet lake lay there without moving all day.', ['The whole wide quiet lake lay there without moving all day.']],
    ['no mark at all', ['no mark at all']],
    ['', []],
    ['  ', []],
  ])('%s', async (text, expected) => {
    expect(await collect([text])).toEqual(expected);
  });

  it('lets a clause go as soon as it is complete, not when the text ends', async () => {
    const taken: string[] = [];
    async function* pieces() {
      for (const piece of ['Once there', ' was a boat. ', 'It was', ' blue.']) {
        taken.push(piece);
        yield piece;
      }
    }
    const clauses = clausesOf(pieces());
    expect((await clauses.next()).value).toBe('Once there was a boat.');
    expect(taken).toHaveLength(2);
    await clauses.return(undefined);
  });

  it('speaks a long sentence in two breaths', async () => {
    const long = 'Yes. The boat went over the wide and silent lake until the evening came at last, and then it stopped.';
    expect(await collect([long])).toHaveLength(3);
  });

  it('says every word once, in order, however the text arrives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'word', ' and ', ' for ', ' ', ', ', '. ', '! ', '3', '.', 'Mr', '"', '\n')),
        async (pieces) => {
          const words = (texts: readonly string[]) => texts.join(' ').split(/\s+/).filter(Boolean);
          expect(words(await collect(pieces))).toEqual(words([pieces.join('')]));
          expect(await collect(pieces)).toEqual(await collect([...pieces.join('')]));
        },
      ),
    );
  });
});
