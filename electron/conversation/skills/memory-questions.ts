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
  if (question === '') return null;
  const known = ASKS.test(question) ? [question, ...wordings(question)].find((one) => knows(one)) : knows(question) ? question : undefined;
  return known === undefined ? null : { arguments: { question: known }, score: KNOWN };
}

/** Above what other skills may find in parts: nobody else knows it. */
const KNOWN_WITHIN = 0.5;
/** More of them are a story. */
const MOST_ASKED = 24;

/**
 * The question in what says more than it ("I'm standing in the shoe shop and need to know Leo's size"), where memory does answer
 * it. What somebody else asked or knew is none (`NOT_MINE`).
 */
export function recogniseMemoryWithin(utterance: string, { knows }: Pick<Surroundings, 'knows'>): PhraseScore | null {
  if (utterance.length > LONGEST_TALK) return null;
  const question = questionsWithin(utterance)
    .slice(0, MOST_ASKED)
    .flatMap(wordings)
    .find((one) => knows(one));
  return question === undefined ? null : { arguments: { question }, score: KNOWN_WITHIN };
}

const LONGEST_TALK = 240;
const ASKS = /^\W*(?:(?:\p{L}+\W+){0,4}?(?:what|when|where|who|which|how)\b|(?:\p{L}+\W+){0,2}?do you (?:still |happen ))/iu;
/** Where a question begins in talk. */
const BEGINS = /\b(?:what(?:'s|s)?|when(?:'s|s)?|where(?:'s|s)?|who(?:'s|s)?|which|how (?:old|tall|much|many|big))(?=\s)/giu;
/** Before a thing that one wants to know: "need to know Leo's size", "can't think of the wifi password". */
const WANTED =
  /\b(?:need|want|like|love|trying|try|meant|have) to (?:know|remember|find out|recall|check|ask(?: you)?(?: about)?)\s+|\b(?:can't|cannot|can not|don't|do not|couldn't|could not|can never|never) (?:quite |for the life of me |seem to )?(?:remember|recall|think of|find|know)\s+|\b(?:remind me of|remind me about|tell me|i forgot|i've forgotten|i have forgotten|i forget|looking for|look for)\s+|\b(?:needs?|wants?|asks for|asking for|is after|am after|have to have)\s+(?=(?:the|my|our)\b)|\b(?:do|would|have|can|could) you (?:happen to |still |by any chance )?(?:have|got|know|tell me|give me|remember|remind me of|recall)\s+(?=(?:the|my|our|\p{L}+'s)\s)/giu;
/** Who asked, knew or said it before: it is told, not asked. */
const NOT_MINE =
  /\b(?:asked|wondered|knew|said|told (?:him|her|them|us)|shouted|explained|understood|if|cares?|matters?|no matter|regardless(?: of)?|get rid of|forget|delete|erase|drop|depends(?: on)?)(?: (?:me|us|him|her|them))?\s*$/iu;
/** Where a question may end and talk go on. */
const GOES_ON =
  /\s+(?=(?:i|i'm|i've|i'll|i'd|we|we're|we've|it|it's|he|she|they|they're|my|our|because|cos|since|so|and|but|please|would|could|can|will|do|did|the)\b)|\s*[,.;!?]\s*/giu;
/** Said in the midst of a question, to no effect. */
const FILLED =
  /\b(?:(?:still )?happen to|last(?= \p{L}+(?:ed|en|t)\b)|last(?= (?:have|had|get|got|do)\b)|on earth|in the world|the heck|the hell|the devil|again|actually|exactly|honestly|please|by any chance|do you (?:still )?(?:remember|know|recall)|did (?:i|you|we) (?:say|tell you|mention)(?: that| it)?|i (?:said|told you|mentioned)|was it that|do you think|somewhere|anywhere|to hand|handy|written down|noted down|any idea|can you tell me|could you tell me|tell me|would you know)\b\s*/giu;

function questionsWithin(utterance: string): readonly string[] {
  const starts = [...utterance.matchAll(BEGINS)].map(({ index }) => ({ from: index, asked: '' }));
  const wanted = [...utterance.matchAll(WANTED)].map(({ index, 0: words }) => ({ from: index + words.length, asked: 'what is ' }));
  return [...starts, ...wanted].flatMap(({ from, asked }) => {
    if (NOT_MINE.test(utterance.slice(0, from))) return [];
    const rest = utterance.slice(from).trim();
    if (asked !== '' && /^(?:what|when|where|who|which|how|if|whether|that|it|you)\b/iu.test(rest)) return [];
    const ends = [...rest.matchAll(GOES_ON)].map(({ index }) => index).filter((index) => index > 0);
    return [rest.length, ...ends.toReversed()].map((end) => asked + rest.slice(0, end).trim());
  });
}

/** How memory may know the question better: without fillers, and asking where a thing is for where it was put. */
function wordings(question: string): readonly string[] {
  const plain = question.replace(FILLED, '').replaceAll(/\s+/gu, ' ').trim();
  const put =
    /^where (?:did|do|have|had|has) (?:i|we|you) (?:put|leave|left|keep|kept|hide|hidden|store|stored|stash|stashed|stow) (.+?)[?.!]*$/iu.exec(
      plain,
    )?.[1];
  const kept = /^where (?:i|we|you) (?:put|left|keep|kept|hid|stored|stashed) (.+?)[?.!]*$/iu.exec(plain)?.[1];
  const gone = /^where (.+?) (?:went|goes|lives|got to|ended up|has gone|have gone|is kept|are kept|belongs?)[?.!]*$/iu.exec(plain)?.[1];
  const day = /^(?:which|what|on which|on what) (?:day|date) (?:is )?(.+?)(?: (?:is|falls)(?: on)?| on)?[?.!]*$/iu.exec(plain)?.[1];
  // "The code for the gate" may have been kept as "the gate code".
  const [, head, owned, owner] =
    /^(what is )?(?:the )?(\p{L}+(?: \p{L}+)?) (?:for|of|to) ((?:the |my |our )?\p{L}+(?:'s)?(?: \p{L}+)?)$/iu.exec(plain) ?? [];
  // "When is the boiler man coming" was kept as "comes"; "which flowers was it that Anna likes" as "Anna likes".
  const [, subject, doing] =
    /^when (?:is|are) (.+?) (com|go|arriv|start|leav|visit|mov|finish|open|clos)ing[?.!]*$/iu.exec(whenFor(plain, day)) ?? [];
  const liked =
    /^(?:what|which)(?: \p{L}+)? (?:was it (?:that )?|is it (?:that )?|does |did |do |it (?:was|is) )?(.+?) (like|love|want|need|hate|prefer)s?[?.!]*$/iu.exec(
      plain,
    );
  const calls = /^what is (?:the name of )?((?:my|our) .+?)(?:'s name)?[?.!]*$/iu.exec(plain.replace(/^what's/iu, 'what is'))?.[1];
  const turned = /^(what|when|where|who) (.+) (is|are|was|were)[?.!]*$/iu.exec(plain);
  const asked = /^(what|when|where|who)(?:'s|s)? (?:is |are |was |were )?(.+?)(?: (?:was|is|were|are))?[?.!]*$/iu.exec(plain);
  return [
    ...new Set([
      question,
      plain,
      ...[put, kept, gone].flatMap((thing) => (thing === undefined ? [] : [`where is ${thing}`, `where are ${thing}`])),
      ...(day === undefined ? [] : [`when is ${day}`]),
      ...(owned === undefined || head === undefined ? [] : [`what is ${owner} ${owned}`, `what is ${owner}'s ${owned}`]),
      ...(subject === undefined ? [] : [`when ${subject} ${THIRD[doing ?? ''] ?? `${doing}s`}`]),
      ...(liked === null ? [] : [`what ${liked[1]} ${liked[2]}s`]),
      ...(calls === undefined ? [] : [`what is ${calls} called`]),
      ...(turned === null ? [] : [`${turned[1]} ${turned[3]} ${turned[2]}`]),
      ...(asked === null ? [] : [`${asked[1]} is ${asked[2]}`]),
    ]),
  ].filter((one) => one !== '');
}

/** What is done in the third person, where it is more than an "s". */
const THIRD: Readonly<Record<string, string>> = {
  ...{ com: 'comes', go: 'goes', arriv: 'arrives', leav: 'leaves', mov: 'moves', finish: 'finishes', clos: 'closes' },
};

function whenFor(plain: string, day: string | undefined): string {
  return day === undefined ? plain.replace(/^when's/iu, 'when is') : `when is ${day}`;
}
