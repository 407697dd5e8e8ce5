import { z } from 'zod';
import { defineSkill } from './skill.ts';
import { declined } from './skill-sentences.ts';
import { tableSkills } from './table-skills.ts';
import { wallSkills } from './wall-skills.ts';
import { joinSpoken } from './words/duration-words.ts';
import { nearestNamed, nobody } from './words/persona-name.ts';

const switchPersona = defineSkill({
  name: 'persona.switch',
  description: 'Hands the conversation to another persona by its name or by what it is: "the teacher".',
  parameters: z.strictObject({ name: z.string().min(1).max(60) }),
  phrases: [
    '(switch|switched|twitch|twitched|change) [over] to [the persona] {name:persona}',
    '(let|can|could|may|i want to|i would like to|i need to) [me|i] (talk|speak|chat) (to|with) {name:persona}',
    '(talk|speak) to me as {name:persona}',
    'get me {name:called-persona} [on the line]',
    '(bring|put|get) [back] {name:called-persona} (back|back on|on|in)',
    'bring back {name:called-persona}',
    '(be|become) {name:called-persona}',
    '(put|get|have|pass me|give me|hand me|connect me with|connect me to) {name:called-persona} [on|on the line|on the phone|over]',
    'i (want|would like) {name:called-persona} back',
    '(change|switch) [the|your] persona to {name:persona}',
    '(go|change|switch) back to {name:persona}',
    'hand [me] over to {name:persona}',
    'i (want|would like|need) (to have|to talk to|to speak to|to speak with|the) {name:called-persona}',
    '(can|could|may|let) {name:called-persona} (take over|take it|talk to me|answer|have a go)',
    '(give|get|fetch|bring) me [the] {name:called-persona}',
  ],
  effect: 'writes',
  run: ({ name }, { personas }) => {
    const wanted = nearestNamed(name, personas.list());
    if (wanted === null) return declined(nobody(name, personas));
    const alone = personas.atTable().length === 0;
    if (alone && wanted.id === personas.current().id) {
      return { sentence: `You are talking to ${wanted.name}.`, data: { persona: wanted.name } };
    }
    personas.switchTo(wanted.id);
    return { sentence: personas.greet(wanted.id) ?? `This is ${wanted.name}.`, data: { persona: wanted.name } };
  },
});

const listPersonas = defineSkill({
  name: 'persona.list',
  description: 'Tells which personas one can talk to.',
  example: 'Who else is there?',
  parameters: z.strictObject({}),
  phrases: [
    'who else is (there|here|around|available)',
    'who is (there|here|available)',
    'who [else] (can|could|may) i (talk|speak|chat) (to|with) [here]',
    '(what|which) personas (are there|do you have|can i talk to|can i use)',
    'is (there anyone|anyone|there anybody|anybody|there someone|someone) else [here|there|around] [i can talk to]',
    '(list|show) [me] [the|all] [the] personas',
    'what other personas are there',
    '(switch|change) [the] (persona|personas|voice)',
  ],
  effect: 'none',
  run: (_, { personas }) => {
    const list = personas.list().map(({ name }) => name);
    return { sentence: `You can talk to ${joinSpoken(list)}. Say: switch to, and the name.`, data: { personas: list } };
  },
});

const nameYourself = defineSkill({
  name: 'persona.name',
  description: "Tells the persona's own name and character.",
  parameters: z.strictObject({}),
  phrases: [
    'what is your name',
    'what your name is',
    '[tell me] your name',
    'who are you',
    'who you are',
    'who am i (talking|speaking) (to|with)',
    'what (are you called|should i call you|do i call you|can i call you)',
    'do you have a name',
    'what (do|does) (they|people|everyone|everybody|one) call you',
    'what do you (go by|call yourself)',
  ],
  effect: 'none',
  run: (_, { personas }) => {
    const { id, name } = personas.current();
    const character = personas.list().find((persona) => persona.id === id)?.character ?? '';
    return { sentence: `I am ${name}, your voice assistant.`, data: { name, character } };
  },
});

export const personaSkills = [switchPersona, listPersonas, nameYourself, ...wallSkills, ...tableSkills];
