import { OWN_THING, recogniseMemoryQuestion } from './memory-questions.ts';
import { type PhraseScore, phraseMatcher } from './phrase-matcher.ts';
import { requestsWithin } from './request-within.ts';
import type { Surroundings } from './skill.ts';

const matchRemember = phraseMatcher([
  '(remember|please remember) [this] [that] {what:text}',
  '(do not|never) forget [that] {what:text}',
  '(make|take|write) [me] a note [of|that|of this|about] [that] {what:text}',
  '(note|note down|write down|jot down) (that|this) {what:text}',
  '(note|write|jot) (that|this|it) down {what:text}',
  '(note|write|jot) down {what:text}',
  '(keep in mind|bear in mind) [that] {what:text}',
  '(save|store|keep|put) (this|it) (in|to) [your] memory {what:text}',
  '(add|save) [it|this] to your memory [that] {what:text}',
  'i (want|need|would like) you to remember [this] [that] {what:text}',
  '(keep|save|note|remember) this {what:text}',
  'for (the record|your memory|future reference) {what:text}',
  '(do not|never) let (this|that|it) (slip your mind|get lost|be forgotten) {what:text}',
  '(store|file|tuck|stash|log|hold on to|hang on to|commit) (this|that|it) [away] [to memory|in your memory] [for me|for us] [for later|for next time] {what:text}',
  '(make|be) sure [that|to] [you] remember [this|that] {what:text}',
  '(here is|this is|there is) (something|one thing|a thing) (to remember|to keep in mind|you should remember|i need you to remember|for your memory) {what:text}',
  '(something|one thing|another thing) to (remember|keep in mind) {what:text}',
  'make a mental note [that|of this|of] {what:text}',
  '(i want|i need|i would like|would like) you to (keep in mind|bear in mind|note|not forget) [that] {what:text}',
  '(keep|bear) (this|it) in mind {what:text}',
  'remember for (later|me|us|next time|the future) [that] {what:text}',
]);
/** "So I don't forget, the spare key is under the flowerpot"; without something told it is only a thing to buy. */
const matchLest = phraseMatcher([
  '(so|so that) (i|we) (do|will) not forget [it] [that] {what:text}',
  '(in case|before) (i|we) forget [it] [that] {what:text}',
  '(i must not|we must not|you must not|do not let me) forget [that] {what:text}',
  'lest (i|we) forget [that] {what:text}',
]);
const TELLS =
  /\p{L}+ (?:is|are|was|were|has|have|lives?|likes?|needs?|wants?|comes?|goes|go|starts?|hates?|keeps?|takes?|does|doesn't|don't|will|can|can't|isn't|aren't)\b|\p{L}'s \p{L}/iu;

function keptLest(utterance: string): PhraseScore | null {
  const what = withoutThanks(matchLest(utterance)?.arguments['what'] ?? '');
  return TELLS.test(what) && !NOT_TO_KEEP.test(what) && !A_QUESTION.test(what) && !RINGS.test(what)
    ? { arguments: { what }, score: KEPT_BEFORE }
    : null;
}

/** That is for a timer: "don't let me forget the parking, it's two hours, so warn me when it's up". */
const RINGS = /\b(?:warn|nudge|remind|ring|buzz|ping|wake|alert|shout at|call) me\b|\b(?:timer|alarm|countdown)\b/iu;

/** "The plumber comes on Thursday, remember that for me": what to keep was told before. */
const KEEP_THAT =
  /^(.+?)[,.;:!]*\s+(?:(?:so|and|please|just|can you|could you|would you|will you|do|i want you to|i need you to|i would like you to|i'd like you to)\s+)*(?:remember (?:that|this|it)|(?:keep|bear) (?:that|this|it) in mind|make a note(?: of (?:that|this|it))?|note (?:that|this|it)(?: down)?|(?:write|jot) (?:that|this|it) down|commit (?:that|this|it) to memory|(?:hang|hold) on to (?:that|this|it)|keep hold of (?:that|this|it)|(?:store|file|log|save|keep) (?:that|this|it)(?: (?:somewhere|away|safe|in mind|in your (?:memory|head)))?|(?:do not|don't) (?:you |let (?:me|us) )?(?:forget|lose) (?:that|this|it))(?:\s+(?:for me|for us|please|will you|would you|could you|can you|somewhere|for next time|for later|for the future|ok|okay|thanks|thank you))*[.!?]*$/iu;
/** It is remembered by whoever stands before these words, or is not to be. */
const NOT_ASKED =
  /\b(?:i|i'll|you|you'll|we|we'll|they|he|she|will|would|can|can't|cannot|could|couldn't|don't|do|did|didn't|does|doesn't|not|to|never|always|should|must|ever|if|when|but|who|people|dog|cat|baby|kids|children|we're|i'm|even|still|barely|hardly|or|just|help|makes?|let|let's)$/iu;
const BEFORE_IT =
  /^(?:(?:you should know|you'd better know|do me a favou?r|before i forget|by the way|just so you know|so you know|for next time|for the record|for future reference|oh|so|and|well|listen|look|right|okay|ok)[,\s]+)+/iu;
const A_QUESTION = /^(?:what|when|who|where|why|how|which|do|does|did|is|are|can|could|would|will|should|have|has)\b/iu;
const KEPT_BEFORE = 0.85;
const FEWEST_LETTERS = 12;

function keptBefore(utterance: string): PhraseScore | null {
  const told =
    KEEP_THAT.exec(utterance)?.[1]
      ?.replace(/[\s,]+(?:so|and|please|just|be (?:a dear|an angel|a love)|do me a favou?r)+$/iu, '')
      .trim() ?? '';
  const what = told.replace(BEFORE_IT, '');
  const isTold = what.length >= FEWEST_LETTERS && what.split(' ').length >= 4 && !NOT_ASKED.test(told) && !A_QUESTION.test(what);
  return isTold && !NOT_TO_KEEP.test(what) ? { arguments: { what }, score: KEPT_BEFORE } : null;
}

/** Asks to think back, or says too little to keep. */
const NOT_TO_KEEP =
  /^(?:when|what|who|whom|whose|how|where|why|whether|if|the (?:time|day|days|good old days|one|name|last time)|those|me|us|him|her|them|it|this|that|to (?:breathe|smile|live|be|have fun|vote|like|subscribe)|about (?:it|me|that|this)|my name|i am called|call me|your|you(?: are|'re)|to (?:add|put|write|remind|set|tick|cross|remove|delete|tell|show|include|convert)|\p{L}+ (?:when|where) (?:we|i|you|they|he|she)|the (?:\p{L}+ )?(?:summer|winter|night|year|holiday)(?: (?:when|where|we|i)))\b|^my \p{L}+(?: \p{L}+)?$|^(?:again|later|now|everything|nothing|well|correctly)$/iu;

/** "Keep this *somewhere safe*, ...", "remember for me *would you that* ..." */
const BEFORE_WHAT = /^(?:(?:somewhere(?: safe)?|for (?:me|us)|(?:would|will|could|can) you|please|that)[,:]?\s+)+(?=\p{L})/iu;

/** "Remember that ...", "don't forget that ...", "make a note that ...": `what` is what is to be kept. */
export function recogniseRemember(utterance: string): PhraseScore | null {
  const match = matchRemember(utterance);
  if (match === null) return keptBefore(utterance) ?? keptLest(utterance);
  const what = withoutThanks((match.arguments['what'] ?? '').replace(BEFORE_WHAT, ''));
  return NOT_TO_KEEP.test(what) || !/\p{L}.*\s|\d/u.test(what) ? null : { score: match.score, arguments: { what } };
}

/** Above what phrases may find in parts. */
const KEPT_WITHIN = 0.45;

/** "I'm hopeless with names, so remember that my new boss is called Priya": to the end, and only what is told as a sentence. */
export function recogniseRememberWithin(utterance: string): PhraseScore | null {
  const behind = withoutThanks(KEEP_THIS.exec(utterance)?.[1] ?? '');
  if (TELLS.test(behind) && !NOT_TO_KEEP.test(behind) && !A_QUESTION.test(behind))
    return { arguments: { what: behind }, score: KEPT_WITHIN };
  for (const part of requestsWithin(utterance)) {
    const words = utterance.trimEnd().endsWith(part) ? matchRemember(part)?.arguments['what'] : undefined;
    const what = withoutThanks(words ?? '');
    if (TELLS.test(what) && !NOT_TO_KEEP.test(what) && !A_QUESTION.test(what)) return { arguments: { what }, score: KEPT_WITHIN };
  }
  return null;
}

/** "Hang on to this, the plumber's name is Derek": to keep what comes behind. */
const KEEP_THIS = /\b(?:hang|hold) on to this(?: for me)?[,:]?\s+(.+)$/iu;

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
  '(delete|erase|remove|wipe|clear|scrub|take|drop) {what:text} (from|out of) [your|my|the] memory',
  '(do not remember|stop remembering|do not keep) [that] {what:text}',
  '(delete|erase) the fact that {what:text}',
  '(delete|erase) what you know about {what:text}',
]);
const NOT_TO_FORGET =
  /^(?:about )?(?:it|that|this|him|her|them|you|us|me|about|everything|anything|all|nothing|the (?:timer|rest|question|last (?:one|part|thing))|(?:(?:the|my|that|this) )?(?:\p{L}+ )?(?:timer|alarm|countdown)(?! (?:code|number|company|pin|password|system)\b)|your)\b|^(?:who|how|where|when|why|what)\b(?!.*\b(?:i|my)\b)/iu;

/** "Wipe the gate code from your memory, it's not right any more": why, said behind it, is not what is meant. */
const WHY_FORGET =
  /(\b(?:from|out of) (?:your|my|the) memory)\b[,.;\s]+(?:it|it's|that|that's|they|because|since|as|we|i|i'm|we've|i've)\b.*$/isu;

const matchDelete = phraseMatcher([`(delete|erase|remove|wipe|scrub) my ${OWN_THING}`]);

/** "Don't keep *what I told you about* Leo's shoe size." */
const WHAT_IS_KNOWN =
  /^(?:what|everything|anything|all|whatever)(?: that)? (?:i|you)(?:'ve| have)? (?:told you|said|know|remember|kept|have) about\s+/iu;
const SAID_TO_ANOTHER = /\b(?:i|he|she|we|they) (?:said|told|says)(?: to)? (?:him|her|them|us|my|the)\b|\b(?:he|she|they) (?:said|says)$/iu;

/** "Forget my address", "forget that ...": `what` is what is meant; 'everything' for all. */
export function recogniseForget(utterance: string): PhraseScore | null {
  const all = matchForgetAll(utterance);
  if (all !== null) return { score: all.score, arguments: { what: EVERYTHING } };
  const deleted = matchDelete(utterance);
  const thing = /\bmy\b.*$/isu.exec(utterance)?.[0];
  if (deleted !== null && thing !== undefined) return { score: deleted.score, arguments: { what: withoutThanks(thing) } };
  const match = matchForget(utterance) ?? matchForget(utterance.replace(WHY_FORGET, '$1'));
  if (match === null) return wiped(utterance);
  const what = withoutThanks((match.arguments['what'] ?? '').replace(WHAT_IS_KNOWN, ''));
  // "You can forget about the garden, I said to him."
  return NOT_TO_FORGET.test(what) || SAID_TO_ANOTHER.test(what) ? null : { score: match.score, arguments: { what } };
}

/** "Wipe what I told you about the spare key" is no question what was told. */
const WIPED =
  /^(?:please |you can |can you |could you )*(?:wipe|scrub|drop|lose) (?:what|everything|all) (?:that )?(?:i(?:'ve)? (?:told you|said)|you (?:know|remember|have)) about (.+)$/iu;

function wiped(utterance: string): PhraseScore | null {
  const what = withoutThanks((WIPED.exec(utterance)?.[1] ?? '').replace(REASON, ''));
  return what === '' || NOT_TO_FORGET.test(what) || what.split(' ').length > MOST_MEANT ? null : { score: 1, arguments: { what } };
}

/** Only what says that memory is to lose it; "you can forget about the garden" is said to anybody. */
const UNMISTAKABLY =
  /\b(?:(?:you (?:can|may|should|could|might)|(?:can|could|would|will) you|please|i (?:want|need) you to|i(?:'d| would) like you to|so|and|now|just) (?:now |please |just |also )*)?(?:forget|delete|erase|remove|drop|wipe|scrub|get rid of|throw (?:out|away)) (?:what|everything|all|anything|whatever)(?: that)? (?:i(?:'ve| have)? (?:said|told you|ever told you|ever said)|you (?:know|remember|kept|have(?: stored| kept)?)) about (.+)$|\b(?:i(?:'d| would) (?:rather|prefer it if|like it if)|i(?:'d| would) be (?:glad|happy|grateful) if) you (?:didn't|did not|don't|no longer|stopped|forgot) (?:keep|kept|remember|remembered|store|stored|know|keeping|remembering|storing|about)?\s*(?:about )?(?:(?:that|the) (?:thing|bit|part|stuff) about )?(.+?)(?: any (?:longer|more)| anymore| now)?$|\b(?:delete|erase|remove|wipe|clear|scrub|take|drop) (.+?) (?:from|out of) (?:your|the) memory\b/iu;
const NOT_SAID_TO_YOU = /\b(?:said|told|tells|says|asked|asks|shouted|if|never|not to|wish|him|her|them)\b/iu;
const POINTS = /^(?:it|that|this|them|those|the (?:old|last|previous|other) one)$/iu;
/** "What I told you about *her coming on Tuesdays*": what she does is kept, by her name. */
const DOES = /^(?:him|her|them|it) (?=\p{L}+ing\b)/iu;
/** A thing of somebody's, told before it is pointed at: "we moved the spare key". */
const THING = /\b(?:the|my|our|\p{L}+'s) \p{L}+(?: \p{L}+)?/giu;

/** "We're home now, so you can forget where my car is parked": what somebody may be told to forget, and memory knows. */
const KNOWN_TO_YOU =
  /\b(?:so|and|now|then|please|you (?:can|could|may|should|might)|(?:can|could|will|would) you)\s+(?:(?:you|please|can|could|may|should|might|would|will|just|now|safely|as well|go ahead and)\s+)*(?:forget|delete|erase|wipe)(?:\s+(?:all\s+)?about)?\s+((?:where|when|what|which|who|how|that)\s(?=.*\b(?:my|our)\b).+|(?<=(?:\byou(?:\s\w+){1,4}|\b(?:so|and|please|now) (?:forget|delete|erase|wipe)(?: about)?)\s)(?:my|our)\s.+)$/iu;
/** "They've changed the lock, so there's no need to remember that gate code any more". */
const NEEDLESS =
  /\b(?:no (?:need|point|use|reason)(?: in| for you)?(?: to)?|you (?:don't|do not|needn't|need not|no longer)(?: (?:need|have))?(?: to)?|(?:you can |please |can you )?stop|don't bother|no longer) (?:remember|remembering|keep|keeping|store|storing|know|knowing|hold on to|holding on to|hang on to)(?: about)? ((?:the|my|our|that|this)\s.+?)$|\blet go of ((?:the|my|our|that|this)\s.+?)$/iu;

function knownForgotten(utterance: string, knows: (question: string) => boolean): PhraseScore | null {
  const needless = NEEDLESS.exec(utterance);
  const found = needless ?? KNOWN_TO_YOU.exec(utterance);
  const said = withoutThanks((found?.[1] ?? found?.[2] ?? '').replace(REASON, '')).replace(/ (?:now|any ?more|any longer|again)$/iu, '');
  const what = said.replace(/^(?:that|this) /iu, '');
  if (found === null || (needless === null && found.index === 0) || what === '' || NOT_SAID_TO_YOU.test(utterance.slice(0, found.index)))
    return null;
  const isKnown =
    thingKnown(said.replace(/^(?:that|this) /iu, 'the '), knows) !== null &&
    !NOT_TO_FORGET.test(what) &&
    what.split(' ').length <= MOST_MEANT + 1;
  return isKnown ? { arguments: { what }, score: KEPT_WITHIN } : null;
}

/**
 * "We moved the spare key, so you can forget what I said about it". What is pointed at must be something that memory knows;
 * words that could be said to anybody are none.
 */
export function recogniseForgetWithin(utterance: string, { knows }: Pick<Surroundings, 'knows'>): PhraseScore | null {
  const found = UNMISTAKABLY.exec(utterance);
  const meant = withoutThanks((found?.slice(1).find((one) => one !== undefined) ?? '').replace(REASON, ''));
  const told = utterance.slice(0, found?.index ?? 0);
  if (found === null || meant === '' || NOT_SAID_TO_YOU.test(told)) return found === null ? knownForgotten(utterance, knows) : null;
  const what = POINTS.test(meant) ? thingKnown(told, knows) : meant.replace(DOES, '');
  return what === null || NOT_TO_FORGET.test(what) || what.split(' ').length > MOST_MEANT
    ? null
    : { arguments: { what }, score: KEPT_WITHIN };
}

/** Why, said behind it: "... about the drill, we sold it". */
const REASON = /[,.;\s]+(?:we|i|he|she|they|it|it's|that's|because|cos|since|as|now that)\b.*$/isu;
const MOST_MEANT = 7;

function thingKnown(told: string, knows: (question: string) => boolean): string | null {
  const things = [...told.matchAll(THING)].flatMap(([thing]) => [thing, thing.split(' ').slice(0, 2).join(' ')]);
  return (
    things.toReversed().find((thing) => [`what is ${thing}`, `where is ${thing}`, `when is ${thing}`].some((one) => knows(one))) ?? null
  );
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
