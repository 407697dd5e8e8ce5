import type { Skill } from './skill.ts';

/** Help in danger, one's own data, the voice, a chosen recording, and the way to somebody else are never taken away. */
const ALWAYS: ReadonlySet<string> = new Set([
  'emergency',
  'help',
  'speech',
  'persona',
  'user',
  'memory',
  'name',
  'profile',
  'limit',
  'recording',
  'engine',
  'decline',
]);

/** `timer.set` -> `timer` */
function familyOf(skill: Pick<Skill, 'name'>): string {
  return skill.name.slice(0, skill.name.indexOf('.'));
}

/** @param families what the persona may use; null = everything */
export function allowedSkills(skills: readonly Skill[], families: readonly string[] | null): readonly Skill[] {
  return skills.filter((skill) => mayUse(familyOf(skill), families));
}

/** What an engine is offered, by where it runs. */
export function offeredSkills(skills: readonly Skill[], runsOn: 'this-computer' | 'host'): readonly Skill[] {
  return runsOn === 'host' ? skills.filter(({ onlyOnThisComputer }) => onlyOnThisComputer !== true) : skills;
}

/** @param families what the persona may use; null = everything */
export function mayUse(family: string, families: readonly string[] | null): boolean {
  return families === null || ALWAYS.has(family) || families.includes(family);
}
