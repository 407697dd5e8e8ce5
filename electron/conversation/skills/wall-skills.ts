import { z } from 'zod';
import { defineSkill, type PersonaAtDesk, type PersonaDesk, type SkillResult } from './skill.ts';
import { declined } from './skill-sentences.ts';
import { nearestNamed, nobody } from './words/persona-name.ts';

const who = z.string().min(1).max(60);

const handOver = defineSkill({
  name: 'persona.hand-over',
  description: 'Gives another persona what the user told one persona, when the user asks for it.',
  parameters: z.strictObject({
    from: who.describe('whom the user told it'),
    to: who.describe('who should know it'),
    about: z.string().max(120).optional().describe('only this subject, in the words of the user'),
  }),
  phrases: [
    '[you (can|may)] tell {to:persona} (what|everything|everything that|all|all that|whatever) i (told|have told|said to|have said to) {from:persona}',
    'tell {to:persona} what i (told|have told|said to) {from:persona} about {about:subject}',
    'tell {to:persona} (what|everything|all) {from:persona} knows [about me]',
    'tell {to:persona} what {from:persona} knows about {about:subject}',
    'share (what|everything|all) {from:persona} knows [about me] with {to:persona}',
    'share what {from:persona} knows about {about:subject} with {to:persona}',
    'share (what|everything) i (told|have told|said to) {from:persona} with {to:persona}',
    '(let|allow) {to:persona} [to] know (what|everything|all) (i told|i have told|i said to) {from:persona}',
    '(let|allow) {to:persona} [to] know (what|everything|all) {from:persona} knows [about me]',
    '{to:persona} (may|can|should) know (what|everything|all) (i told|i have told|i said to) {from:persona}',
    '{to:persona} (may|can|should) know (what|everything|all) {from:persona} knows [about me]',
    'give {to:persona} (what|everything|all) {from:persona} knows [about me]',
    'pass on (what|everything|all) i told {from:persona} to {to:persona}',
    'pass what i told {from:persona} on to {to:persona}',
  ],
  effect: 'writes',
  run: ({ from, to, about }, { personas }) =>
    both(personas, from, to, (giver, taker) => {
      if (giver.id === taker.id) return { sentence: `${taker.name} knows that already.`, data: { facts: 0 } };
      const facts = personas.handOver({ fromId: giver.id, toId: taker.id, about: about ?? null });
      const data = { from: giver.name, to: taker.name, facts };
      if (facts === 0) return { sentence: `There is nothing from ${giver.name} that ${taker.name} does not know already.`, data };
      return { sentence: `${taker.name} knows ${facts === 1 ? 'it' : 'that'} now, and nothing else of ${giver.name}.`, data };
    }),
});

const allowAboutMe = defineSkill({
  name: 'persona.allow-about-me',
  description: 'Lets a persona know what is remembered about the user, when the user says so.',
  parameters: z.strictObject({ name: who }),
  phrases: [
    '{name:persona} (may|can|is allowed to) know (everything|all|what you know|what there is to know) about me',
    '(let|allow) {name:persona} [to] know (everything|all|what you know) about me',
    '[you (can|may)] tell {name:persona} (everything|all|what) [you know|there is to know] about me',
    'share (everything|all|what) [you know] about me with {name:persona}',
    '{name:persona} (may|can) know me',
  ],
  effect: 'writes',
  run: ({ name }, { personas }) =>
    one(personas, name, ({ id, name: known }) => {
      personas.allowAboutMe(id, true);
      return { sentence: `${known} may know what I know about you. What you told others stays with them.`, data: { persona: known } };
    }),
});

const forbidAboutMe = defineSkill({
  name: 'persona.forbid-about-me',
  description: 'Keeps what is remembered about the user from a persona, when the user says so.',
  parameters: z.strictObject({ name: who }),
  phrases: [
    '{name:persona} (may|must|should|can|shall) not know (anything|everything|all|what you know) about me',
    '(never|do not) (tell|let) {name:persona} [know] (anything|everything|what you know) about me',
    '(never|do not) tell {name:persona} about me',
    '(never|do not) share (anything|everything|what you know) about me with {name:persona}',
    '{name:persona} (may|must|should) know nothing about me',
    'tell {name:persona} nothing about me',
    'keep everything about me from {name:persona}',
  ],
  effect: 'writes',
  run: ({ name }, { personas }) =>
    one(personas, name, ({ id, name: known }) => {
      personas.allowAboutMe(id, false);
      return { sentence: `${known} knows nothing about you from now on but what you tell ${known} directly.`, data: { persona: known } };
    }),
});

const HEAR =
  '(hear|hearing|heard|know|knowing|knew|find out|finding out|found out|learn|learning|learnt|be told|being told|get to know|get to hear|get wind|hear anything|know anything|hear a word|be in the know) (about|of)';

const keepFrom = defineSkill({
  name: 'persona.keep-from',
  description: 'Keeps one subject from a persona from now on, when the user says so.',
  parameters: z.strictObject({ name: who, subject: z.string().min(1).max(120).describe('in the words of the user: "my knee"') }),
  phrases: [
    '(never|do not) (tell|talk to|speak to) {name:persona} about {subject:subject}',
    '(never|do not) let {name:persona} know about {subject:subject}',
    '{name:persona} (must|should|may|shall) not know about {subject:subject}',
    'keep {subject:subject} [away] from {name:called-persona}',
    'keep {subject:subject} secret from {name:persona}',
    'hide {subject:subject} from {name:called-persona}',
    `i would (rather|prefer it if|prefer|like it if|be glad if|be happier if) {name:called-persona} (did not|does not|do not|never) ${HEAR} {subject:subject}`,
    `{name:called-persona} (must not|should not|may not|need not|is not to|must never|should never) ${HEAR} {subject:subject}`,
    `(i|we) (do not|would not|never|would rather not|would prefer not to) (want|like|have|let|need) {name:called-persona} [to] ${HEAR} {subject:subject}`,
    `(i would|we would) (rather not have|hate for|hate) {name:called-persona} [to] ${HEAR} {subject:subject}`,
    '(never|do not) (mention|bring up|discuss|talk about|speak about|say anything about|say a word about|breathe a word about) {subject:subject} (to|with|in front of|around) {name:called-persona}',
    '(not a word|say nothing|nothing) (about|of) {subject:subject} (to|in front of) {name:called-persona}',
    '(not a word|say nothing|nothing) to {name:called-persona} about {subject:subject}',
    'keep {name:called-persona} out of {subject:subject}',
  ],
  effect: 'writes',
  run: ({ name, subject }, { personas, utterance }) =>
    one(personas, name, ({ id, name: known }) => {
      // The user's own words are the only source: a subject that a model made up hides nothing.
      if (!letters(utterance).includes(letters(subject)))
        return declined(`I'm not sure what ${known} should not hear about. Please say it again.`);
      personas.keepFrom(id, subject);
      return { sentence: `${known} will hear nothing about ${subject.replace(/\bmy\b/gi, 'your')}.`, data: { persona: known, subject } };
    }),
});

const tellAgain = defineSkill({
  name: 'persona.tell-again',
  description: 'Lets a persona hear about a subject again that was kept from it, when the user says so.',
  parameters: z.strictObject({ name: who, subject: z.string().min(1).max(120).describe('in the words of the user: "my knee"') }),
  phrases: [
    '[you] (may|can) tell {name:persona} about {subject:subject} again',
    '[you] (may|can) tell {name:persona} about {subject:subject}',
    '{name:persona} (may|can) know about {subject:subject} [again]',
    'tell {name:persona} about {subject:subject} again',
    '(stop hiding|no longer hide|do not hide) {subject:subject} from {name:called-persona} [any more|anymore]',
  ],
  effect: 'writes',
  run: ({ name, subject }, { personas }) =>
    one(personas, name, ({ id, name: known }) => {
      const theirs = subject.replace(/\bmy\b/gi, 'your');
      if (!personas.tellAgain(id, subject))
        return { sentence: `Nothing about ${theirs} was kept from ${known}.`, data: { persona: known } };
      return { sentence: `${known} may hear about ${theirs} again.`, data: { persona: known, subject } };
    }),
});

export const wallSkills = [handOver, allowAboutMe, forbidAboutMe, keepFrom, tellAgain];

function one(personas: PersonaDesk, name: string, then: (persona: PersonaAtDesk) => SkillResult): SkillResult {
  const persona = nearestNamed(name, personas.list());
  return persona === null ? declined(nobody(name, personas)) : then(persona);
}

function both(
  personas: PersonaDesk,
  first: string,
  second: string,
  then: (one: PersonaAtDesk, other: PersonaAtDesk) => SkillResult,
): SkillResult {
  return one(personas, first, (giver) => one(personas, second, (taker) => then(giver, taker)));
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
