import { z } from 'zod';
import { defineSkill } from './skill.ts';
import { declined } from './skill-sentences.ts';
import { joinSpoken } from './words/duration-words.ts';
import { nearestNamed } from './words/persona-name.ts';

const switchProfile = defineSkill({
  name: 'profile.switch',
  description: 'Switches to the profile of another person who uses this computer, by their name.',
  parameters: z.strictObject({ name: z.string().min(1).max(60) }),
  phrases: [
    '(switch|switched|change|go) [over|back] to {name:persona} profile',
    '(switch|change|set) [the] profile to {name:persona}',
    '(switch|change) to [the] (profile|user) (of|called|named|for) {name:persona}',
    '(open|use|load) {name:persona} profile',
    '(open|use|load) the profile (of|called|named|for) {name:persona}',
    'this is {name:called-persona} [speaking|talking] now',
    '(now|from now on) this is {name:called-persona} [speaking|talking]',
    '{name:called-persona} is (speaking|talking) now',
  ],
  effect: 'writes',
  run: ({ name }, { profiles }) => {
    const wanted = nearestNamed(name.replace(/['’]s$/u, ''), profiles.list());
    if (wanted === null) return declined(`There is no profile called ${name.replace(/['’]s$/u, '')}. ${thereAre(profiles.list())}`);
    if (wanted.isOpen) return { sentence: `This is ${possessive(wanted.name)} profile already.`, data: { profile: wanted.name } };
    profiles.switchTo(wanted.name);
    return { sentence: `Switching to ${possessive(wanted.name)} profile.`, data: { profile: wanted.name } };
  },
});

const listProfiles = defineSkill({
  name: 'profile.list',
  description: 'Tells whose profile is open and which others are on this computer.',
  parameters: z.strictObject({}),
  phrases: [
    'whose profile is (this|open|it)',
    '(which|what) profile (is this|is open|am i using|am i in)',
    '(what|which) profiles (are there|do you have|can i use)',
    '(list|show) [me] [the|all] [the] profiles',
    'who else uses (parley|this computer|you)',
  ],
  effect: 'none',
  run: (_, { profiles }) => {
    const list = profiles.list();
    const open = list.find(({ isOpen }) => isOpen)?.name ?? '';
    return { sentence: `This is ${possessive(open)} profile. ${thereAre(list)}`, data: { open, profiles: list.map(({ name }) => name) } };
  },
});

export const profileSkills = [switchProfile, listProfiles];

function possessive(name: string): string {
  return name.toLowerCase() === 'me' ? 'the first' : `${name}'s`;
}

function thereAre(list: readonly { readonly name: string }[]): string {
  if (list.length < 2) return 'It is the only one; more can be made in Settings.';
  return `There are ${joinSpoken(list.map(({ name }) => name))}.`;
}
