import { type PhraseScore, phraseMatcher } from './phrase-matcher.ts';
import type { Surroundings } from './skill.ts';

const PERSON =
  '(wife|husband|partner|girlfriend|boyfriend|mother|mom|mum|father|dad|sister|brother|son|daughter|child|grandmother|grandma|grandfather|grandpa|aunt|uncle|cousin|niece|nephew|best friend|friend|boss|doctor|dentist|dog|cat|parents|kids|children)';
const OWNER = PERSON.replaceAll(/(?=[|)])/g, "'s");
export const OWN_THING =
  '(birthday|address|home address|phone number|email|email address|job|profession|shoe size|blood type|age|height|weight|hometown|nationality|car|license plate|hobby|hotel|room number|hotel room|anniversary|wedding anniversary|appointment|dentist appointment|exam|interview|flight|allergy|mother tongue|native language|religion|star sign|school|university|company|employer|locker code|locker number)';

/** Questions that only the user's own memory can answer. Anything that the world might answer is not here. */
const matchPersonal = phraseMatcher([
  `what (is|was|are) my ${OWN_THING}`,
  `what my ${OWN_THING} (is|was)`,
  'what (is|are) my favorite {_:label}',
  'what (is|are) my favourite {_:label}',
  'what my (favorite|favourite) {_:label} is',
  '(what|which) {_:label} (is|are) my (favorite|favourite)',
  'where (do|did) i (live|work|come from|grow up|go to school)',
  'where i (live|work|come from|grew up)',
  '(where am i from|where was i born|when was i born|how old am i|how tall am i|how old i am|how tall i am|how much do i weigh)',
  `when (is|was) (my|our) ${OWN_THING}`,
  `when (my|our) ${OWN_THING} is`,
  '(what|which) (street|city|town|country) (do i live|am i living) (in|on)',
  `(tell me|do you know|do you remember|remember) my (favorite|favourite) {_:label}`,
  `(tell me|do you know|do you remember|do you still know|remember) my ${OWN_THING}`,
  `what did i (say|tell you) my ${OWN_THING} (is|was)`,
  'what did i (say|tell you) my (favorite|favourite) {_:label} (is|was)',
  'what {_:label} am i allergic to',
  'where have i parked [my car|the car]',
  `when do i have my ${OWN_THING}`,
  'what (do i|i) do for (a living|work)',
  'what (do i like|do i love|do i hate|do i not like|am i allergic to|am i afraid of)',
  'what kind of {_:label} do i (like|love)',
  'do i (like|love|hate|enjoy|prefer) {_:label}',
  '(do i have|have i got) [any|a|an] (allergies|allergy|kids|children|siblings|brothers|sisters|brother|sister|pets|dog|dogs|cat|cats)',
  'how many (kids|children|siblings|brothers|sisters|pets|dogs|cats) do i have',
  'am i [a|an] (married|single|divorced|vegetarian|vegan|diabetic|left handed|right handed)',
  'am i allergic to {_:label}',
  '(what|which) (language|languages) do i speak',
  '(what|which) (instrument|car|sport) do i (play|drive|have)',
  'where did i (park|park my car|park the car|leave my car)',
  'where (did i (put|leave)|do i keep) my {_:label}',
  `(what is|what was) (the name of my|my) ${PERSON} called`,
  `what is the name of my ${PERSON}`,
  `(what|when) (is|was) my ${OWNER} (name|birthday|age|job|address|phone number|favorite color|favorite food)`,
  `what my ${OWNER} (name|birthday|job) is`,
  `who is my ${PERSON}`,
  `where (does|do) my ${PERSON} (live|work)`,
  `how old (is|are) my ${PERSON}`,
  `what (does|do) my ${PERSON} (do|like|hate)`,
  `(does|do) my ${PERSON} like {_:label}`,
]);

/** Below every skill that was asked for by its own phrases. */
const PERSONAL = 0.8;
const KNOWN = 0.7;
const LONGEST_QUESTION = 160;

/**
 * Recognises a question for memory: one that is clearly about the user, whether or not it can be answered; and any
 * other question that what is known does answer.
 */
export function recogniseMemoryQuestion(utterance: string, { knows }: Pick<Surroundings, 'knows'>): PhraseScore | null {
  if (utterance.length > LONGEST_QUESTION) return null;
  const question = utterance.trim();
  const personal = matchPersonal(question);
  if (personal !== null) return { arguments: { question }, score: personal.score * PERSONAL };
  return question !== '' && knows(question) ? { arguments: { question }, score: KNOWN } : null;
}
