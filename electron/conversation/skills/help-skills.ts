import { z } from 'zod';
import { defineSkill } from './skill.ts';

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
  run: () => ({
    sentence:
      'I tell the time and the date, do sums, convert units, run timers, remember what you tell me and change how I speak. Try: set a timer for five minutes.',
    data: {
      abilities: [
        'time and date',
        'sums',
        'units',
        'timers',
        'your name and what you tell about yourself',
        'louder, quieter, slower, faster, repeat',
        'switching persona',
      ],
    },
  }),
});

export const helpSkills = [abilities];
