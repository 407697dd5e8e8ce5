import { z } from 'zod';
import { defineSkill } from './skill.ts';
import { joinSpoken } from './words/duration-words.ts';

/** What each family of skills can do: said aloud, and told to a model that words it itself. */
const ABILITIES: readonly {
  readonly family: string;
  readonly said: string;
  readonly told: readonly string[];
  /** Something to try; the first that the persona may do is named. */
  readonly example?: string;
}[] = [
  { family: 'clock', said: 'tell the time and the date', told: ['time and date'] },
  { family: 'math', said: 'do sums', told: ['sums'] },
  { family: 'units', said: 'convert units', told: ['units'] },
  { family: 'timer', said: 'run timers', told: ['timers'], example: 'set a timer for five minutes.' },
  { family: 'memory', said: 'remember what you tell me', told: ['your name and what you tell about yourself'] },
  {
    family: 'speech',
    said: 'change how I speak',
    told: ['louder, quieter, slower, faster, repeat', 'switching persona'],
    example: 'speak slower.',
  },
];

const abilities = defineSkill({
  name: 'help.abilities',
  description: 'Tells what the assistant can do.',
  parameters: z.strictObject({}),
  phrases: [
    'what can you do',
    'what (else|all|things|kind of things|kind of stuff|kinds of things|sort of things|other things) can you do',
    'what you can do',
    'what can you help [me] with',
    'what can i (say|ask|ask you|say to you|do here|ask for|do with you|tell you)',
    'what (are you able to do|do you do|are you good at|are you capable of|are you good for|do you know how to do)',
    'what are your (skills|abilities|features|capabilities)',
    '(help|help me)',
    'how (do|can) (you work|i use you|you help|you help me|i use this)',
    '(show|list) [me] [all] [your] (skills|abilities|commands|features)',
    'how does this work',
    'tell me about your (abilities|skills|features)',
    'what do you (know|understand)',
    'i need [some] help',
    'what should i (say|ask)',
  ],
  effect: 'none',
  run: (_, { personas, memory }) => {
    const can = ABILITIES.filter(({ family }) => personas.mayUse(family) && (family !== 'memory' || !memory.isPrivate()));
    const [example = 'speak slower.'] = can.flatMap((ability) => ability.example ?? []);
    return {
      sentence: `I ${joinSpoken(can.flatMap(({ said }) => said))}. Try: ${example}`,
      data: { abilities: can.flatMap(({ told }) => told) },
    };
  },
});

export const helpSkills = [abilities];
