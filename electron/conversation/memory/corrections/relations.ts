/** How people (and animals) stand to the user. */
const FEMALE = `sister|mother|mom|mum|mommy|mama|wife|girlfriend|fiancee|fiancée|daughter|aunt|auntie|niece|grandmother|grandma|granny|nana|landlady|
  sister-in-law|mother-in-law|daughter-in-law|stepmother|stepmom|stepsister|granddaughter|goddaughter|godmother`;
const MALE = `brother|father|dad|daddy|papa|husband|boyfriend|fiance|fiancé|son|uncle|nephew|grandfather|grandpa|granddad|landlord|brother-in-law|
  father-in-law|son-in-law|stepfather|stepdad|stepbrother|grandson|godson|godfather`;
const EITHER = `partner|baby|child|kid|boss|manager|friend|colleague|coworker|co-worker|neighbour|neighbor|cousin|doctor|dentist|teacher|coach|therapist|
  lawyer|roommate|flatmate|housemate|nanny|babysitter|twin|ex|assistant|secretary|student|trainer|tutor|nurse|professor|supervisor|classmate|teammate|
  dog|cat|puppy|kitten|horse|pony|rabbit|bunny|hamster|parrot|goldfish|turtle`;
const one = (list: string) => list.replaceAll(/\s+/g, '');
/** "Best", "older": part of the relation. */
const BEFORE = 'best|old|older|younger|little|big|elder|eldest|oldest|youngest|twin|half|new|late|other';

/** For patterns: a relation in one to two words. */
export const RELATION_WORDS = `(?:(?:${BEFORE})[ -])?(?:${one(FEMALE)}|${one(MALE)}|${one(EITHER)})`;
const MENTION = new RegExp(`\\b(?:my|our|an?) (?<relation>${RELATION_WORDS})\\b(?!-)`, 'giu');
const IS_FEMALE = new RegExp(`(?:^|[ -])(?:${one(FEMALE)})$`, 'iu');
const IS_MALE = new RegExp(`(?:^|[ -])(?:${one(MALE)})$`, 'iu');

/** The relation a turn speaks of last ("I have a sister" -> "sister"), for "her name is Ana" in the next one; null for none. */
export function relationIn(text: string): string | null {
  return [...text.slice(0, 1000).matchAll(MENTION)].at(-1)?.groups?.['relation']?.toLowerCase() ?? null;
}

/** "Her" cannot be a brother. */
export function fits(pronoun: string, relation: string): boolean {
  if (/^(?:her|she)/i.test(pronoun)) return !IS_MALE.test(relation);
  return !/^(?:his|he)/i.test(pronoun) || !IS_FEMALE.test(relation);
}
