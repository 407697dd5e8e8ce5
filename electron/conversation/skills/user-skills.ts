import { z } from 'zod';
import { standsIn } from './own-utterance.ts';
import type { PhraseScore } from './phrase-matcher.ts';
import { toldBefore } from './request-within.ts';
import { defineSkill } from './skill.ts';
import { declined } from './skill-sentences.ts';

/** For engines that call tools. Whoever has none gets names read out of the user's words before any skill is asked. */
const rename = defineSkill({
  name: 'user.rename',
  description: "Remembers the user's own name when the user says it.",
  parameters: z.strictObject({ name: z.string().min(1).max(60).describe("the name, letter by letter as the user's words have it") }),
  phrases: [],
  effect: 'writes',
  run: ({ name }, { memory, utterance }) => {
    const said = name.trim().replace(/[\s.,!?]+$/, '');
    if (!/\p{L}/u.test(said)) return declined("I couldn't make out the name. Say: my name is, and then your name, or type it.");
    // The user's own words are the only source of facts: a name that a model made up is not stored.
    if (!standsIn(said, utterance)) return declined("I'm not sure I heard your name right. Please say it again.");
    const { previous } = memory.rename(said);
    if (previous === said) return { sentence: `I know, ${said}.`, data: { name: said, previous } };
    const sentence = previous === null ? `Nice to meet you, ${said}.` : `${said}, not ${previous}. I will remember that.`;
    return { sentence, data: { name: said, previous } };
  },
});

const recallName = defineSkill({
  name: 'user.recall-name',
  description: "Tells the user's own name, if the user has told it.",
  example: 'What is my name?',
  parameters: z.strictObject({}),
  phrases: [
    'what is my [first|own] name',
    'what my name is',
    'so what is my name',
    'who am i',
    'who i am',
    '(do you|you) [still] (know|remember|recall) (my name|who i am|what my name is|what i am called)',
    '(say|tell me|remember) my name',
    'what (do|should|will) you call me',
    'what am i called',
    'what was my name',
    'have you forgotten my name',
    'did you forget my name',
    'my name is what',
    'what did i say my name (was|is)',
    'what i am called',
    '(do you|can you) [still] (know|remember|recall|tell me) (my name|who i am|what i am called|what i said my name was)',
    'what did i (say i was called|tell you my name was|call myself)',
    'what [is] my name [is] again',
  ],
  recogniseWithin: recogniseMyName,
  effect: 'none',
  run: (_, { memory }) => {
    const name = memory.userName();
    return name === null
      ? { sentence: "I don't know your name yet. Tell me: my name is, and then your name.", data: { name: null } }
      : { sentence: `Your name is ${name}.`, data: { name } };
  },
});

/** "Let's see if you were listening, what am I called." */
const MY_NAME =
  /(?:(?:so |and |but )?(?:what am i called|what is my name|who am i)|(?:do|can) you (?:still |even )?(?:remember|know|recall|tell me) (?:my name|what my name is|what i am called|who i am)|(?:you have|have you|did you|i bet you have) (?:already |just )?(?:forgotten|forget|forgot) (?:my name|who i am|what i am called)|(?:tell me|say) (?:my name|what my name is|what i am called))/;
const WITHIN = 0.45;

function recogniseMyName(utterance: string): PhraseScore | null {
  return toldBefore(utterance, MY_NAME) === null ? null : { arguments: {}, score: WITHIN };
}

export const userSkills = [rename, recallName];
