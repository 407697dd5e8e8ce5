import type { SpokenWord } from './words/spoken-words.ts';

/** Said anywhere without meaning anything. */
const FILLERS = new Set(['um', 'umm', 'uh', 'uhm', 'er', 'erm', 'hmm', 'mm', 'mhm', 'ah', 'eh', 'please', 'pleas', 'kindly']);

/** May stand before a request, in any order and number. Nothing that turns it round ("he said", "don't") is here. */
const OPENINGS = phrases(`
  hey | hey there | hi there | hello there | hi | hello | ok | okay | alright | all right | right | so | well | now | and | but | oh | ah | yes | yeah | yep | no | wait | then | also |
  sorry | excuse me | thanks | thank you | great | cool | good | perfect | fine | listen | look | just | actually | quickly | quick question |
  good morning | good afternoon | good evening | could you | can you | would you | will you | could you maybe | could i ask you to |
  i would like you to | i want you to | i need you to | would you be so kind and | would you be so kind as to | be so kind and |
  can you tell me | could you tell me | would you tell me | can you please tell me | tell me | do you know | do you happen to know |
  i wonder | i was wondering | i want to know | i need to know | i would like to know | let me know | any idea | go ahead and | can i have | could i have | may i have | can we have | could we have | i would like to have | shall we | would you mind | do me a favor and | just so you know | by the way | oh and | be a dear and | go on | right then | okay then |
  i would love you to | i would like to | i want to | let me | how about you | why do not you |
  you can | you could | i think | if you would | let us | one more thing | next question | my question is | here is a question | can i ask | may i ask | try to | maybe | remind me |
  hang on | hold on | help me out | help me out here | i bet | just testing | honestly | you will have to | you would better | you might have to | would you kindly | go ahead | be an angel and | do me a favour and | do me a favour |
  do me a favor | do not forget to | remember to | make sure you | make sure to | be sure to | i am wondering | let us see | you know | i would rather you | could you just | can you just | out of interest | just out of interest | come on |
  i would rather | i would prefer to | feel free to | why not | if you do not mind
`);

/** May follow a request. */
const CLOSINGS = phrases(`
  for me | for her | for him | for them | thanks | thank you | thanks a lot | thank you very much | thank you so much | many thanks | right now | on the dot | sharp | for us | darling | love | honey | mate | sweetheart | on earth | now | then | again | ok | okay |
  if you can | if you could | if you do not mind | if possible | if you like | would you | will you | could you | can you | right | alright | buddy |
  my friend | dear | real quick | quickly | quick | on you | over there | a bit | a little | a touch | a tad | a little bit | some time | after all | exactly | precisely | up | to me | altogether | at the moment | currently | just now | by the way | anyway | though |
  for a moment | for a second | for a sec | for now | do you know | let me know | tell me | just | there | cheers | instead | from now | starting now | this time | as well | too | straight away | right away | immediately | at once | so far | out loud | aloud | if you will | any more | anymore | and thank you | if you would | all right |
  would ya | will ya | can ya | could ya | honestly | by any chance | any longer | do you reckon | will you please | for a change | for goodness sake | no rush | if you can manage
`);

/** The words without fillers. */
export function withoutFillers(words: readonly SpokenWord[]): readonly SpokenWord[] {
  return words.filter(({ text }) => !FILLERS.has(text));
}

/** Every index at which the request itself may begin: 0, and after any run of polite openings. */
export function possibleStarts(words: readonly SpokenWord[], utterance: string): readonly number[] {
  const starts = new Set([0]);
  for (const start of starts) {
    for (const phrase of OPENINGS) if (standsAt(words, start, phrase)) starts.add(start + phrase.length);
    if (isCalledName(words, start, utterance) || isUrging(words, start)) starts.add(start + 1);
  }
  return [...starts].filter((start) => start < words.length);
}

/**
 * Every index before which the request itself may end, the whole first, and whether a name called at the end was left
 * out for it: that may also be the last thing on a list ("add tea, Coke").
 */
export function possibleEnds(words: readonly SpokenWord[], utterance: string): ReadonlyMap<number, { readonly leavesName: boolean }> {
  const ends = new Map([[words.length, { leavesName: false }]]);
  for (const [end, { leavesName }] of ends) {
    const add = (shorter: number, leaves: boolean) => shorter > 0 && !ends.has(shorter) && ends.set(shorter, { leavesName: leaves });
    for (const phrase of CLOSINGS) if (standsAt(words, end - phrase.length, phrase)) add(end - phrase.length, leavesName);
    if (isTrailingName(words, end - 1, utterance)) add(end - 1, true);
  }
  return ends;
}

/** "*Do* speak up"; "do I" and "do they" ask. */
function isUrging(words: readonly SpokenWord[], at: number): boolean {
  return words[at]?.text === 'do' && !/^(?:i|we|you|they|it|he|she|not|my|the|a|an|your|our)$/.test(words[at + 1]?.text ?? 'not');
}

/** "*Nova*, what time is it", "hey *Nova* what time is it". */
function isCalledName(words: readonly SpokenWord[], at: number, utterance: string): boolean {
  const word = words[at];
  if (word === undefined || !/^\p{Lu}\p{Ll}/u.test(utterance.slice(word.start, word.end))) return false;
  const greeted = ['hey', 'hi', 'hello', 'ok', 'okay', 'thanks', 'you'].includes(words[at - 1]?.text ?? '');
  return greeted || utterance.slice(word.end).trimStart().startsWith(',');
}

/** "What time is it, *Nova*?" */
function isTrailingName(words: readonly SpokenWord[], at: number, utterance: string): boolean {
  const word = words[at];
  if (at < 1 || word === undefined || !/^\p{Lu}\p{Ll}/u.test(utterance.slice(word.start, word.end))) return false;
  return utterance.slice(0, word.start).trimEnd().endsWith(',');
}

function standsAt(words: readonly SpokenWord[], at: number, phrase: readonly string[]): boolean {
  return at >= 0 && phrase.every((text, index) => words[at + index]?.text === text);
}

function phrases(list: string): readonly (readonly string[])[] {
  return list.split('|').map((phrase) => phrase.trim().split(/\s+/));
}
