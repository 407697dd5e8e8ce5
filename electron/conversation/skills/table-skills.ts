import { z } from 'zod';
import { defineSkill } from './skill.ts';
import { declined } from './skill-sentences.ts';
import { joinSpoken } from './words/duration-words.ts';
import { nearestNamed, nobody, readPersonaNames } from './words/persona-name.ts';

const openTable = defineSkill({
  name: 'persona.round-table',
  description: 'Lets two to four personas talk with the user together, each as itself.',
  parameters: z.strictObject({ names: z.string().min(1).max(200).describe('who, as the user said it: "Mia and Chef Carlo"') }),
  phrases: [
    '[let us|i want|i would like|can we|could we|we] (have|hold|start|open|begin|make|do) (a|the) (round table|roundtable) with {names:several-personas}',
    // The recogniser's habit for "a round table".
    '[let us|can we|we] (have|hold|start|open|begin|make|do) around table with {names:several-personas}',
    '[let us|i want|i would like to] (have|hold|start|open|begin) (a|the) (round table|roundtable) (of|between|for) {names:several-personas}',
    '(i want|i would like) a (round table|roundtable) with {names:several-personas}',
    '[a] (round table|roundtable) with {names:several-personas}',
    '(bring|get|call|invite|ask) {names:several-personas} to the [round] table',
    'put {names:several-personas} at [the|a|one] [round] table',
    '(let me|i want to|can i|could i|let us|i would like to) (talk|speak) (to|with) {names:several-personas} (together|at once|at the same time|at the table)',
  ],
  effect: 'writes',
  run: ({ names }, { personas }) => {
    const wanted = readPersonaNames(names) ?? [];
    const missing = wanted.find((name) => nearestNamed(name, personas.list()) === null);
    if (missing !== undefined) return declined(nobody(missing, personas));
    const members = wanted.flatMap((name) => nearestNamed(name, personas.list()) ?? []);
    const problem = personas.openTable(members.map(({ id }) => id));
    if (problem !== null) return declined(problem);
    const seated = members.map(({ name }) => name);
    return { sentence: `${joinSpoken(seated)} are here. Call one by name, or say: everybody.`, data: { personas: seated } };
  },
});

const closeTable = defineSkill({
  name: 'persona.end-round-table',
  description: 'Ends the round table; the one who spoke last stays.',
  parameters: z.strictObject({}),
  phrases: [
    '(end|close|stop|leave|finish|quit|break up) (the|this|our) (round table|roundtable)',
    // The recogniser's habit for "end".
    '(in|and) the (round table|roundtable)',
    '(the|this|our) (round table|roundtable) is (over|closed|done|finished)',
    '(no more|enough of the|that is enough of the) (round table|roundtable)',
  ],
  effect: 'writes',
  run: (_, { personas }) => {
    const { name } = personas.current();
    if (personas.atTable().length === 0)
      return declined('There is no round table. You can open one: a round table with, and two to four names.');
    personas.closeTable();
    return { sentence: `The round table is over. This is ${name}.`, data: { persona: name } };
  },
});

export const tableSkills = [openTable, closeTable];
