import type { Skill } from './skill.ts';

/** A word that more families use ("on", "still", "what") says nothing of any of them. */
const MOST_FAMILIES = 2;
/** Words of every sentence, whoever uses them. */
const SMALL = new Set(
  `a an the and or but so of for to in on at by from with as than then too is are was were be been am do does did done have has had
   i you he she it we they me my your our his her their this that these those there here what when where which who why how
   can could will would should may might must let not no yes any some all more much many now just still up out off again please
   one two go get got give make take want need like know say tell said going thing things left long new`.split(/\s+/),
);

/**
 * The words that tell a family of skills from the others, from its own phrases: "timer", "countdown", "alarm".
 * @returns those of the family of a skill
 */
export function familyWords(skills: readonly Skill[]): (skill: Skill) => ReadonlySet<string> {
  const families = new Map<string, Set<string>>();
  for (const skill of skills) {
    const family = familyOf(skill);
    const words = families.get(family) ?? new Set();
    families.set(family, words);
    for (const phrase of skill.phrases)
      for (const word of phrase.replaceAll(/\{[^}]*\}/g, ' ').match(/[a-z']+/g) ?? []) if (!SMALL.has(word)) words.add(word);
  }
  const users = (word: string) => [...families.values()].filter((words) => words.has(word)).length;
  const own = new Map([...families].map(([family, words]) => [family, new Set([...words].filter((word) => users(word) <= MOST_FAMILIES))]));
  return (skill) => own.get(familyOf(skill)) ?? new Set();
}

function familyOf({ name }: Skill): string {
  return name.split('.')[0] ?? name;
}
