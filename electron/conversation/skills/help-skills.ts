import { z } from 'zod';
import { abilitiesAsked } from './asked/asked-manner.ts';
import { defineSkill, type Skill, type SkillContext } from './skill.ts';
import { declined } from './skill-sentences.ts';
import { joinSpoken } from './words/duration-words.ts';

/** What each family of skills can do: said aloud, and told to a model that words it itself. */
const ABILITIES: readonly {
  readonly family: string;
  readonly said: string;
  readonly told: readonly string[];
  /** How it is called in "what can I say about ...". */
  readonly called: RegExp;
  /** Something to try; the first that the persona may do is named. */
  readonly example?: string;
}[] = [
  { family: 'clock', said: 'tell the time and the date', told: ['time and date'], called: /\b(?:time|clock|dates?|calendar|days)\b/ },
  { family: 'math', said: 'do sums', told: ['sums'], called: /\b(?:sums?|math|maths|numbers|arithmetic)\b/ },
  { family: 'units', said: 'convert units', told: ['units', 'money at a given rate'], called: /\b(?:units?|measures|money|currenc\w+)\b/ },
  {
    family: 'timer',
    said: 'run timers',
    told: ['timers', 'alarms'],
    called: /\b(?:timers?|alarms?|reminders?)\b/,
    example: 'set a timer for five minutes.',
  },
  { family: 'chance', said: 'throw dice', told: ['dice, coins and random numbers'], called: /\b(?:dice|coins?|chance|games?)\b/ },
  { family: 'spelling', said: 'spell words', told: ['spelling aloud'], called: /\bspell\w*\b/ },
  {
    family: 'know',
    said: 'tell capitals, planets and what words mean',
    told: ['countries, chemical elements, planets, meanings, synonyms and opposites of words, from data that ships with me'],
    called: /\b(?:words?|meanings?|synonyms?|opposites?|dictionary|countr\w+|capitals?|elements?|planets?|facts?|world)\b/,
  },
  {
    family: 'canvas',
    said: 'keep tables and lists',
    told: ['tables and lists'],
    called: /\b(?:tables?|lists?|notes?|plans?)\b/,
    example: 'make a shopping list.',
  },
  { family: 'order', said: 'take an order', told: ['orders from a menu'], called: /\b(?:orders?|ordering|menu|food)\b/ },
  {
    family: 'memory',
    said: 'remember what you tell me',
    told: ['your name and what you tell about yourself'],
    called: /\b(?:memory|remembering|me|myself)\b/,
  },
  {
    family: 'speech',
    said: 'change how I speak',
    told: ['louder, quieter, slower, faster, repeat', 'switching persona'],
    called: /\b(?:speech|voice|speaking|volume)\b/,
    example: 'speak slower.',
  },
];

const abilities = defineSkill({
  name: 'help.abilities',
  description: 'Tells what the assistant can do.',
  parameters: z.strictObject({}),
  phrases: [
    'what can you do',
    'what can you (actually|really) do [for (me|us)]',
    'what (sort of stuff|sorts of things|kind of stuff|stuff) can you do [for me]',
    'how does (this|it|this thing|that thing|the thing|everything) work',
    'what (else|all|things|kind of things|kind of stuff|kinds of things|kinds of stuff|sort of things|other things) (can you do|do you do|are you good at|are you able to do|do you know how to do)',
    'what you can (do|help with|be used for)',
    'what (sort|sorts|kind|kinds) of (things|stuff) you (can|could) (do|help|help me|help us|help with)',
    'what (are you|you are) (for|there for|useful for|capable of|able to do)',
    'what (use are you|can you be used for|do people use you for)',
    'how (can|could) you (help|be of help|be useful) [me|us]',
    'what (can|could) (i|we) (use you for|do with you|get you to do)',
    'what (sort|sorts|kind|kinds) of things can you (do|help|help me|help us) [with]',
    'what (are you|you are) good for [fill me in]',
    'give me (a few|some) ideas of what to (ask|say)',
    'what can you help [me] with',
    'what can i (ask|ask you|do here|ask for|do with you|tell you)',
    'what (are you able to do|do you do|are you good at|are you capable of|are you good for|do you know how to do)',
    'what are your (skills|abilities|features|capabilities)',
    '(help|help me)',
    'how (do|can) (you work|i use you|you help|you help me|i use this)',
    '(show|list) [me] [all] [your] (skills|abilities|commands|features)',
    'how does this work',
    'tell me about your (abilities|skills|features)',
    'what do you (know|understand)',
    'i need [some] help',
    'what should i ask',
  ],
  recogniseWithin: abilitiesAsked,
  effect: 'none',
  run: (_, { personas, memory }) => {
    const can = allowed({ personas, memory });
    const [example = 'speak slower.'] = can.flatMap((ability) => ability.example ?? []);
    return {
      sentence: `I ${joinSpoken(can.flatMap(({ said }) => said))}. Try: ${example}`,
      data: { abilities: can.flatMap(({ told }) => told) },
    };
  },
});

/** @param skills all of them, asked when help is: this one is among them */
function sayable(skills: () => readonly Skill[]): Skill {
  return defineSkill({
    name: 'help.examples',
    description: 'Tells example sentences that one can say, for everything or for one kind of thing.',
    parameters: z.strictObject({ about: z.string().max(60).optional().describe('timers; left out for everything') }),
    phrases: [
      'what can i say [to you|here]',
      'what should i say',
      'what (else|all) can i say',
      'what can i say about {about:label}',
      '(give|show|tell) me [an|some|a few] (example|examples) of (things|what) [i can|to] (ask|say|do) [you]',
      '(give|show|tell) me [an|some|a few] (example|examples) [(of|about|for) {about:label}]',
    ],
    effect: 'none',
    run: ({ about }, context) => {
      const groups = allowed(context).map((ability) => ({ ...ability, examples: examplesOf(skills(), ability.family) }));
      const meant = about === undefined ? groups : groups.filter(({ called }) => called.test(about));
      const told = meant.filter(({ examples }) => examples.length > 0);
      if (told.length === 0) return declined(`I can do nothing with ${about ?? 'that'} here. Ask: what can you do.`);
      const spoken = told.flatMap(({ examples }) => (told.length === 1 ? examples : examples.slice(0, 1)));
      return {
        sentence: `You can say, for example: ${spoken.join(' ')}`,
        data: { groups: told.map(({ family, examples }) => ({ family, examples })) },
      };
    },
  });
}

export function helpSkills(skills: () => readonly Skill[]): readonly Skill[] {
  return [abilities, sayable(skills)];
}

/** Only what this persona may do, and what a private conversation leaves. */
function allowed({ personas, memory }: Pick<SkillContext, 'personas' | 'memory'>): typeof ABILITIES {
  return ABILITIES.filter(({ family }) => personas.mayUse(family) && (family !== 'memory' || !memory.isPrivate()));
}

function examplesOf(skills: readonly Skill[], family: string): readonly string[] {
  return skills.filter(({ name }) => name.startsWith(`${family}.`)).flatMap(({ example }) => example ?? []);
}
