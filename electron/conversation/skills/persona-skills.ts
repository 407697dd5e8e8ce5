import { z } from 'zod';
import { personaAsked } from './asked/asked-manner.ts';
import { type PhraseScore, phraseMatcher } from './phrase-matcher.ts';
import { lastMeant, requestsWithin, toldBefore } from './request-within.ts';
import { defineSkill } from './skill.ts';
import { declined } from './skill-sentences.ts';
import { tableSkills } from './table-skills.ts';
import { wallSkills } from './wall-skills.ts';
import { joinSpoken } from './words/duration-words.ts';
import { nearestNamed, nobody } from './words/persona-name.ts';
import { readRole } from './words/persona-roles.ts';
import { spokenText } from './words/spoken-words.ts';

const SWITCH_PHRASES = [
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
  '[i would] (rather|sooner|prefer to) (talk|speak|chat) (to|with) {name:called-persona}',
  'i (prefer|fancy) (talking|speaking|chatting) (to|with) {name:called-persona}',
  '(fetch|call|get) {name:called-persona} [for me|here|over here]',
  '(put|get|patch|pass|transfer|connect|send|take|hand|move|switch) (me|us) [straight] (through|over|on|across|back) (to|with) {name:called-persona}',
  '(transfer|connect|send|take|pass|switch|move) (me|us) (to|with) {name:called-persona}',
  '(can|could|may) (i|we) be (put|passed|handed|switched|connected|transferred) [through|over|on|back] to {name:called-persona}',
];

const switchPersona = defineSkill({
  name: 'persona.switch',
  description: 'Hands the conversation to another persona by its name or by what it is: "the teacher".',
  parameters: z.strictObject({ name: z.string().min(1).max(60) }),
  phrases: SWITCH_PHRASES,
  recogniseWithin: (utterance) => recogniseSwitch(utterance) ?? personaAsked(utterance),
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
    'who else is (in there|there|here|around) [that] i (can|could) [be] (talk|talking|speak|speaking|chat|chatting) (to|with)',
    'who (can|could) i be (talking|speaking|chatting) (to|with)',
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
    '(who is this|who is it|who is that) [that] i am (talking|speaking) (to|with)',
    'what am i (supposed|meant) to call you',
    'what (are you called|should i call you|do i call you|can i call you)',
    'do you have a name',
    'what (do|does) (they|people|everyone|everybody|one) call you',
    'what do you (go by|call yourself)',
    'what you are called',
    '[remind me of|remind me what|tell me|say] your name [is] [again]',
    'do you [even] have a name',
    'what (is|was) your name [again]',
    'who (is this|is that|am i with)',
  ],
  recogniseWithin: recogniseWhoAreYou,
  effect: 'none',
  run: (_, { personas }) => {
    const { id, name } = personas.current();
    const character = personas.list().find((persona) => persona.id === id)?.character ?? '';
    return { sentence: `I am ${name}, your voice assistant.`, data: { name, character } };
  },
});

const matchSwitch = phraseMatcher(SWITCH_PHRASES);
/** Somebody of one's own is rather spoken to elsewhere. */
const KIN =
  /^(?:(?:my|the) )?(?:mum|mom|mummy|mommy|dad|daddy|mother|father|gran|granny|grandma|grandpa|grandad|nan|nana|aunt|auntie|uncle|doctor|god|santa|jesus)\b/i;
/** "Is Nova about, could you put her on": who is meant was told before. */
const PUT_ON =
  /(?:can|could|will|would) you (?:please )?(?:put|get|bring|fetch|pass|give) (?:me )?(?:her|him|them)(?: (?:on|back|over|in|for me|on the line))?|(?:let me|can i|could i|may i|i would like to|i want to) (?:talk|speak|chat) (?:to|with) (?:her|him|them)(?: instead| please)|(?:switch|change|hand)(?: me)?(?: over)? to (?:her|him|them)/;
const ASKS_FOR = /\b(?:is|are|has|about|around|there|miss|rather|prefer|want|hello)\b/;
/** Below what was asked for as a whole, above what any phrase may find in parts. */
const WITHIN = 0.45;

function recogniseSwitch(utterance: string): PhraseScore | null {
  for (const part of requestsWithin(utterance)) {
    const name = matchSwitch(part)?.arguments['name'];
    if (name !== undefined && (/^\p{Lu}/u.test(name) || readRole(name) !== null) && !KIN.test(name))
      return { arguments: { name }, score: WITHIN };
  }
  const told = toldBefore(utterance, PUT_ON);
  if (told === null || !told.some(({ text }) => ASKS_FOR.test(text))) return null;
  const name = lastMeant(told, utterance, 1, ({ text, written }) =>
    /^\p{Lu}\p{Ll}/u.test(written) && text !== 'i' && !KIN.test(text) && !/^(?:is|are|hello|hi|could|can|i'.*)$/.test(text)
      ? written
      : null,
  );
  return name === null ? null : { arguments: { name }, score: WITHIN };
}

/** "We've been chatting all morning and I don't even know your name." */
const WHO_ARE_YOU =
  /\b(?:(?:i|we) (?:do not|did not|never|still do not) (?:even |actually |really |quite )?(?:know|catch|caught|get|got|learn\w*|ask\w*|remember) (?:your name|what (?:you are called|your name is)|what to call you)|(?:i|we) (?:forgot|forget|have (?:clean |completely |already |quite )?forgotten|keep forgetting|can not (?:for the life of me )?(?:remember|recall|think of|think)|could not (?:remember|tell you|say)) (?:your name|what (?:you are called|your name is|they call you|to call you)|who (?:you are|i am (?:talking|speaking) (?:to|with)))|your name (?:has|is) (?:clean |completely |just )?(?:slipped my mind|gone|escaped me|escapes me|on the tip of my tongue)|your name escapes me|(?:gone blank|drawn a blank|mind is (?:gone )?blank) on your name|(?:what (?:is|was)|remind (?:me|us) of|tell (?:me|us)) your name|(?:remind|tell) (?:me|us) (?:again )?(?:what (?:your name is|you are called|they call you)|who (?:you are|i am (?:talking|speaking) (?:to|with)))|what (?:do|should|can|shall|may) (?:i|we|they|people) call you|(?:wants?|would like|needs?|love|curious|like|dying) to (?:know|hear) (?:your name|what (?:you are called|your name is)|who you are))\b/;
const LONGEST_TALK = 160;
const OF_OTHERS =
  /\b(?:said|says|asked|asks|told|sang|sings|song|film|movie|book|poem|if|when)(?: \w+){0,2}$|^(?:,? )?(?:he|she|they|you|\w+) (?:said|says|asked|asks|sang)\b/;

function recogniseWhoAreYou(utterance: string): PhraseScore | null {
  const text = spokenText(utterance);
  const found = WHO_ARE_YOU.exec(text);
  if (found === null || text.length > LONGEST_TALK) return null;
  const around = [text.slice(0, found.index).trimEnd(), text.slice(found.index + found[0].length).trimStart()];
  return around.some((words) => OF_OTHERS.test(words)) ? null : { arguments: {}, score: WITHIN };
}

export const personaSkills = [switchPersona, listPersonas, nameYourself, ...wallSkills, ...tableSkills];
