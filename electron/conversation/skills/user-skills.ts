import { z } from 'zod';
import { defineSkill } from './skill.ts';
import { declined } from './skill-sentences.ts';
import { readName } from './words/name-words.ts';

const rename = defineSkill({
  name: 'user.rename',
  description: "Remembers the user's own name when the user says it.",
  parameters: z.strictObject({ name: z.string().min(1).max(60).describe("the name, letter by letter as the user's words have it") }),
  phrases: [
    '(my|the) name is {name}',
    '(my|the) name is {name} not {_:name}',
    'my name is not {_:name} [but|it is|my name is|but it is] {name}',
    'my name is {name} (and you|and yours|what is yours|what is your name|and what is yours|and what is your name|who are you|nice to meet you)',
    'my name is {name} (and|by the way) i {_:text}',
    'my (first|full|real|actual) name is {name}',
    '[you (can|may|should)] call me {name}',
    '(everyone|everybody|people|my friends|friends|they) (call|calls) me {name}',
    'i am called {name}',
    '(hi|hello|hey|hi there|hello there|good morning|good evening|good afternoon) [there] i am {name:introduced-name}',
    'i go by {name}',
    '(remember|save|note|store) ([that] my name is|my name it is|my name as) {name}',
    '(change|set|update|correct) my name to {name}',
    'i (want|would like) you to call me {name}',
    'from now on (my name is|call me|i am) {name}',
    'my name is {name} from now on',
  ],
  effect: 'writes',
  run: ({ name }, { facts, utterance }) => {
    const said = readName(name, name);
    if (said === null) return declined("I couldn't make out the name. Say: my name is, and then your name, or type it.");
    // The user's own words are the only source of facts: a name that a model made up is not stored.
    const letters = utterance.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
    if (!letters.includes(said.toLowerCase().replaceAll(/[^\p{L}]/gu, ''))) {
      return declined("I'm not sure I heard your name right. Please say it again.");
    }
    const { previous } = facts.rememberName(said);
    if (previous === said) return { sentence: `I know, ${said}.`, data: { name: said, previous } };
    const sentence = previous === null ? `Nice to meet you, ${said}.` : `${said}, not ${previous}. I will remember that.`;
    return { sentence, data: { name: said, previous } };
  },
});

const recallName = defineSkill({
  name: 'user.recall-name',
  description: "Tells the user's own name, if the user has told it.",
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
  ],
  effect: 'none',
  run: (_, { facts }) => {
    const name = facts.userName();
    return name === null
      ? { sentence: "I don't know your name yet. Tell me: my name is, and then your name.", data: { name: null } }
      : { sentence: `Your name is ${name}.`, data: { name } };
  },
});

export const userSkills = [rename, recallName];
