import { OWN_THING, recogniseMemoryQuestion } from './memory-questions.ts';
import { type PhraseScore, phraseMatcher } from './phrase-matcher.ts';

const matchRemember = phraseMatcher([
  '(remember|please remember) [this] [that] {what:text}',
  '(do not|never) forget [that] {what:text}',
  '(make|take|write) [me] a note [of|that|of this|about] [that] {what:text}',
  '(note|note down|write down|jot down) (that|this) {what:text}',
  '(note|write|jot) down {what:text}',
  '(keep in mind|bear in mind) [that] {what:text}',
  '(save|store|keep|put) (this|it) (in|to) [your] memory {what:text}',
  '(add|save) [it|this] to your memory [that] {what:text}',
  'i (want|need|would like) you to remember [this] [that] {what:text}',
  '(keep|save|note|remember) this {what:text}',
  'for (the record|your memory|future reference) {what:text}',
]);
/** Asks to think back, or says too little to keep. */
const NOT_TO_KEEP =
  /^(?:when|what|who|whom|whose|how|where|why|whether|if|the (?:time|day|days|good old days|one|name|last time)|those|me|us|him|her|them|it|this|that|to (?:breathe|smile|live|be|have fun|vote|like|subscribe)|about (?:it|me|that|this)|my name|i am called|call me|your|you(?: are|'re))\b|^my \p{L}+(?: \p{L}+)?$|^(?:again|later|now|everything|nothing|well|correctly)$/iu;

/** "Remember that ...", "don't forget that ...", "make a note that ...": `what` is what is to be kept. */
export function recogniseRemember(utterance: string): PhraseScore | null {
  const match = matchRemember(utterance);
  if (match === null) return null;
  const what = withoutThanks(match.arguments['what'] ?? '');
  return NOT_TO_KEEP.test(what) || !/\p{L}.*\s|\d/u.test(what) ? null : { score: match.score, arguments: { what } };
}

const ALL = '(everything|all|all of it|anything)';
const matchForgetAll = phraseMatcher([
  `(forget|delete|erase|wipe) ${ALL}`,
  `(forget|delete|erase|wipe|clear) ${ALL} (about me|you know|you know about me|that you know about me|you have on me|i told you|i ever told you|i have told you|i have ever told you|you remember|you remember about me|in your memory)`,
  '(clear|wipe|erase|delete|empty) (your|my|the) memory',
  'forget me',
]);
const matchForget = phraseMatcher([
  '(forget|please forget|you can forget) [about] [that] {what:text}',
  '(forget|delete|erase) (what|everything|all|anything) (i told you|i said|you know|you remember|i have told you) about {what:text}',
  '(delete|erase|remove) {what:text} from [your|my|the] memory',
  '(do not remember|stop remembering|do not keep) [that] {what:text}',
  '(delete|erase) the fact that {what:text}',
  '(delete|erase) what you know about {what:text}',
]);
const NOT_TO_FORGET =
  /^(?:about )?(?:it|that|this|him|her|them|you|us|me|about|everything|anything|all|nothing|the (?:timer|rest|question|last (?:one|part|thing))|your)\b|^(?:who|how|where|when|why|what)\b(?!.*\b(?:i|my)\b)/iu;

const matchDelete = phraseMatcher([`(delete|erase|remove) my ${OWN_THING}`]);

/** "Forget my address", "forget that ...": `what` is what is meant; 'everything' for all. */
export function recogniseForget(utterance: string): PhraseScore | null {
  const all = matchForgetAll(utterance);
  if (all !== null) return { score: all.score, arguments: { what: EVERYTHING } };
  const deleted = matchDelete(utterance);
  const thing = /\bmy\b.*$/isu.exec(utterance)?.[0];
  if (deleted !== null && thing !== undefined) return { score: deleted.score, arguments: { what: withoutThanks(thing) } };
  const match = matchForget(utterance);
  if (match === null) return null;
  const what = withoutThanks(match.arguments['what'] ?? '');
  return NOT_TO_FORGET.test(what) ? null : { score: match.score, arguments: { what } };
}

export const EVERYTHING = 'everything';

/** The words that delete all of memory: nothing shorter does. */
export function confirmsForgettingEverything(utterance: string): boolean {
  return /^\W*yes\W+(?:please\W+)?forget everything\W*$/iu.test(utterance);
}

const matchTell = phraseMatcher([
  'what [else|all] do you [still|already] (know|remember) about {about:text}',
  '(do you|you) (know|remember) (anything|something) about {about:text}',
  '(show|tell|list|give) [me] (what|everything|all) [that] you (know|remember) [about {about:text}]',
  '(what|everything|all) you (know|remember) about {about:text}',
  'what (have i told|did i tell) you about {about:text}',
  'what (have i told you|did i tell you|do you remember|is in your memory|have you remembered|do you have on me|have you got on me|do you have on file) [so far]',
]);

const matchThinkOf = phraseMatcher(['do you [still] remember {about:text}']);

/** "What do you know about me?", "what do you remember about my sister?" Of the world outside nothing is asked. */
export function recogniseTell(utterance: string): PhraseScore | null {
  const asked = recogniseMemoryQuestion(utterance, { knows: () => false }) !== null;
  const match = matchTell(utterance) ?? (asked ? null : matchThinkOf(utterance));
  if (match === null) return null;
  const about = withoutThanks(match.arguments['about'] ?? '');
  if (about === '' || /^(?:me|myself)(?: so far| now| already)?$/iu.test(about)) return { score: match.score, arguments: {} };
  const told = /\b(?:remember about|i told|i tell|told you|tell you)\b/iu.test(utterance);
  return /^(?:my|our)\s+(?!name\b)\p{L}/iu.test(about) || told ? { score: match.score, arguments: { about } } : null;
}

export const SEARCH_PHRASES = [
  '(find|open|show me|search for|look for) (the|our|my|a|that|all|every) (conversation|conversations|chat|chats|talk) (about|with|where we talked about|where we spoke about) {query:text}',
  '(find|show me) (when|where) we (talked|spoke) about {query:text}',
  'what did we (say|talk|discuss|decide|speak) [about|on] {query:text}',
  'what did i say about {query:text}',
  'when did we [last] (talk|speak|chat) about {query:text}',
  '(did we|have we) [ever] (talk|talked|speak|spoken) about {query:text}',
  'when was the last time we (talked|spoke|chatted) about {query:text}',
  'search (our|my|the|all|all my|all our) (conversation|conversations|chats|history) (for|about) {query:text}',
  '(look|search) for {query:text} in (our|my|the|all) (conversations|chats|history)',
];

function withoutThanks(words: string): string {
  return words.replace(/[,.;\s]*\b(?:please|thanks|thank you|okay|ok|will you|would you)?[\s.!,?]*$/iu, '').trim();
}
