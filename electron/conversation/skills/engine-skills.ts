import { z } from 'zod';
import { defineSkill, type EngineSwitch } from './skill.ts';
import { declined } from './skill-sentences.ts';
import { joinSpoken } from './words/duration-words.ts';
import { engineNamed } from './words/engine-name.ts';

const switchEngine = defineSkill({
  name: 'engine.switch',
  description: 'Lets another engine answer from now on: a connected service by its name, or "this computer".',
  parameters: z.strictObject({ name: z.string().min(1).max(60) }),
  phrases: [
    '(switch|switched|change|go|move) [over|back] to [the|my] {name:engine}',
    '(use|try|take) {name:engine} [now|instead|from now on]',
    '(think|answer|run) (with|on|by|using) {name:engine} [now|instead|from now on]',
    '(answer|think|run) {name:engine} [now|instead|from now on]',
    '(let|can|could|may|i want to|i would like to) [me|i] (talk|speak) (to|with) {name:engine}',
    '(use|switch to|change to|try) the (engine|service|server|endpoint) [called|named] {name:label}',
    '(switch|change|set) the engine to {name:engine}',
  ],
  effect: 'writes',
  run: ({ name }, { engines }) => {
    const list = engines.list();
    const wanted = engineNamed(name, list);
    if (wanted === null) return declined(`There is no engine called ${name}. ${offered(engines)}`);
    if (wanted.isAnswering) return { sentence: `${spoken(wanted.label)} answers already.`, data: { engine: wanted.id } };
    if (wanted.whyNot !== null) return declined(`${wanted.whyNot} You can set it up in Settings, under Engines.`);
    engines.switchTo(wanted.id);
    return { sentence: `${spoken(wanted.label)} answers from now on.`, data: { engine: wanted.id } };
  },
});

const whichEngine = defineSkill({
  name: 'engine.which',
  description: 'Tells which engine answers, where it runs, and which others there are.',
  example: 'Which engine is this?',
  parameters: z.strictObject({}),
  phrases: [
    '(which|what) (engine|service|model) (is this|are you|are you using|do you use|answers|is answering|am i talking to)',
    '(which|what) (engines|services) (are there|do you have|can i use|can you use)',
    'where (do you think|are you running|do you run|does this run|do you do your thinking|is your brain|does your thinking happen)',
    'are you [running] (on this computer|local|online|in the cloud)',
    '(does|do) (what i say|my words|my voice|this) (leave|stay on) (this|my) computer',
  ],
  effect: 'none',
  run: (_, { engines }) => {
    const current = engines.list().find(({ isAnswering }) => isAnswering);
    if (current === undefined) return declined('No engine answers now.');
    const where =
      current.host === null
        ? 'Everything runs on this computer; nothing you say leaves it.'
        : `${spoken(current.label)} answers: what you say goes to ${current.host}.`;
    return { sentence: `${where} ${offered(engines)}`.trim(), data: { engine: current.id, host: current.host } };
  },
});

export const engineSkills = [switchEngine, whichEngine];

/** What else could be said; nothing while there is nothing to choose. */
function offered(engines: EngineSwitch): string {
  const others = engines.list().filter(({ whyNot, isAnswering }) => whyNot === null && !isAnswering);
  return others.length === 0 ? '' : `You can also use ${joinSpoken(others.map(({ label }) => spoken(label)))}.`;
}

/** "On this computer" is a badge, no name. */
function spoken(label: string): string {
  return label === 'On this computer' ? 'This computer' : label;
}
