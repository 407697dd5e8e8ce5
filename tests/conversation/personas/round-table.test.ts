import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mayTurnForeign,
  nextSpeakers,
  onlyAsItself,
  openRoundTable,
  type RoundTable,
  type TableMember,
  tableHistory,
  tableNotes,
} from '../../../electron/conversation/personas/round-table.ts';

const member = (id: string, name: string, ...roles: string[]): TableMember => ({ id, name, roles, character: `${name} is a ${roles[0]}.` });
const carlo = member('carlo', 'Chef Carlo', 'chef', 'cook');
const mia = member('mia', 'Mia', 'coach');
const alder = member('alder', 'Ms. Alder', 'teacher');

function seated(...members: TableMember[]): RoundTable {
  const table = openRoundTable(members);
  if ('problem' in table) throw new Error(table.problem);
  return table;
}

describe('a round table', () => {
  const table = seated(carlo, mia, alder);

  it('seats two to four, each once', () => {
    expect(openRoundTable([mia])).toHaveProperty('problem');
    expect(openRoundTable([mia, mia])).toHaveProperty('problem');
    expect(openRoundTable(['a', 'b', 'c', 'd', 'e'].map((id) => member(id, id, 'guest')))).toHaveProperty('problem');
    expect(seated(mia, carlo, mia).members.map(({ id }) => id)).toEqual(['mia', 'carlo']);
  });

  it.each<[string, string | null, string[]]>([
    ['What would you cook, Carlo?', null, ['carlo']],
    ['Coach, is that healthy?', 'carlo', ['mia']],
    ['Mia, and then the teacher: what do you say?', 'carlo', ['mia', 'alder']],
    ['Ms. Alder, what do you think?', null, ['alder']],
    ['What do you all think?', 'mia', ['carlo', 'mia', 'alder']],
    ['Everybody: one sentence each.', null, ['carlo', 'mia', 'alder']],
    ['And what do the others say?', 'mia', ['carlo', 'alder']],
    ['Tell me more.', 'mia', ['mia']],
    ['Hello.', null, ['carlo']],
    ['Hello.', 'somebody who left', ['carlo']],
    ['I like cookies and coaching.', 'alder', ['alder']],
  ])('"%s" after %s is for %j', (said, last, speakers) => {
    expect(nextSpeakers(table, said, last)).toEqual(speakers);
  });

  it('always has somebody to answer, and never somebody who does not sit there, or twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(null, 'carlo', 'mia', 'nobody'), (said, last) => {
        const speakers = nextSpeakers(table, said, last);
        expect(speakers.length).toBeGreaterThan(0);
        expect(new Set(speakers).size).toBe(speakers.length);
        for (const id of speakers) expect(table.members.some((one) => one.id === id)).toBe(true);
      }),
    );
  });

  it('gives each its own turns as its own, and everybody else’s with their names', () => {
    const turns = [
      { speakerId: null, text: 'What is for dinner?' },
      { speakerId: 'carlo', text: 'Soup.' },
      { speakerId: 'mia', text: 'With beans.' },
    ];
    expect(tableHistory(table, 'mia', turns)).toEqual([
      { role: 'user', text: 'What is for dinner?' },
      { role: 'user', text: 'Chef Carlo said: Soup.' },
      { role: 'assistant', text: 'With beans.' },
    ]);
    expect(tableNotes(table, 'mia')).toEqual(['Chef Carlo is a chef.', 'Ms. Alder is a teacher.', 'At this table Mia speaks only as Mia.']);
  });

  it('cuts a reply off before it speaks for somebody else', () => {
    expect(onlyAsItself(table, 'mia', 'Beans are good. Chef Carlo: I agree. Ms. Alder: Me too.')).toBe('Beans are good.');
    expect(onlyAsItself(table, 'mia', 'I think Chef Carlo is right.')).toBe('I think Chef Carlo is right.');
    expect(onlyAsItself(table, 'mia', 'Chef Carlo said: soup.')).toBe('');
  });

  it.each([
    ['Beans are good. Chef', true],
    ['Beans are good. Chef Carlo', true],
    ['Chef Carlo said', true],
    ['I like it. Ms. Alder ', true],
    ['Mia', false],
    ['Beans are good.', false],
    ['The chef', false],
  ])('waits for what follows "%s": %s', (reply, waits) => {
    expect(mayTurnForeign(table, 'mia', reply)).toBe(waits);
  });
});
