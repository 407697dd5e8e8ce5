import { keepLast } from './keep-last.ts';
import { type SpokenWord, spokenWords } from './words/spoken-words.ts';

/**
 * What a listener hears in talk: that something is asked, a word that says what about, and a thing of the right kind, in any
 * order. Families of skills find the last two by their own words; here is whether anything is asked, and where.
 */
export interface Asking {
  readonly utterance: string;
  readonly words: readonly SpokenWord[];
  /** All words as they are matched. */
  readonly text: string;
  /** The same from where something is asked on. */
  readonly asked: string;
}

/** Words that name something of a kind. `after` is the word before them. */
export interface Found<Meaning> {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  readonly written: string;
  readonly after: string;
  readonly meaning: Meaning;
}

/** Longer talk is a story. */
const MOST_WORDS = 36;

const TO_KNOW = 'to (?:know|hear|find out|learn|check|ask)';
/** A question word that asks; "where", "who" and "when" join clauses too, so those need their verb. */
const QUESTION =
  /\b(?:what(?! an?\b(?! \w+ (?:weighs|costs|means))| with\b| if\b| about\b)|which (?=(?:\w+ ){0,2}(?:is|are|was|do|does|did|would|will|should|shall|must|can|could|have|has|it|we|i|they)\b|(?:one's|one|day|date|weekday|currency|money|continent|language|planet|element)\b)|how (?!come|dare|lovely|nice|funny|strange|sad|sweet|awful|about|could|on earth can|i |we |he |she |they )|where (?:is|are|does|do|would|has|have|could|can)\b|when (?:exactly |precisely )?(?:is|are|does|do|will|would)\b|who is\b)/g;
/** What one says to have something, wherever it stands. */
const WISHED = new RegExp(
  `\\b(?:i|we) (?:need|want|would like|would love|want|could do with|am after|are after|am looking for)(?: you)? (?!to\\b)|(?:need|needs|want|wants|like|love|trying|curious|dying|keen|have) ${TO_KNOW}|(?:i|we) (?:am |are |was |were )?(?:wonder|wondering)|any (?:idea|chance|way)|let (?:me|us) (?:know|have|hear)|help (?:me|us)|fill (?:me|us) in|work(?:ing)? out|(?:quick|one|another) (?:\\w+ )?question|(?:it would be|it is) (?:great|lovely|nice|good|handy|helpful) if you|i would rather you|somebody to|would it be possible|is it possible`,
  'g',
);
/** Told to do it; somebody before it does it rather ("she gives me", "to tell me"). */
const TOLD_TO =
  /\b(?:tell|give|remind|show|read|say|name|find|convert|turn|put|change|translate|define|explain|spell|pick|choose|draw|generate|think of|flip|toss|throw|roll|chuck|set|start|count|time|wake|shout|make|settle|call|ring|pop|run|start|nudge|poke|ping|buzz|alert|warn|beep|holler|swap|switch|repeat|look up|have a|keep|check|stick|speak|talk|do a)\b/g;
const NOT_TOLD_TO =
  /(?:\b(?:i|you|he|she|it|we|they|who|which|that|to|not|never|always|often|usually|sometimes|still|only|also|even|a|an|the|my|your|his|her|our|their|this|some|no|of|in|(?<!(?:go|come) )on|for|with|at|from|by|is|am|are|was|were|be|been|has|have|had|very|more|its|all|both|people|everyone|everybody|nobody|folk|kids|did|does|would|should|must|might|may|or) )$|(?<!\b(?:second|minute|hour|day|week|month|year|yes|thank|thi|hi))s $/;
/** Asked with the verb first, where a clause begins. */
const VERB_FIRST =
  /(?:^|\b(?:so|and|but|now|please|then|well|okay|ok|hey|oh|hello|hi|again|actually|there|today|tonight|tomorrow|day|up|out) )(?:is|are|does|do|did|have|has|will|would|could|can|may|shall|might) (?!not\b)(?:\p{L}|')/gu;
const OF_YOU =
  /\b(?:can|could|would|will) (?:i |we )?(?:you |i |we )(?:just |possibly |maybe |perhaps |please |mind |kindly )?\w+|\bdo you (?:happen |still |even |also )?(?:to )?(?:know|have|remember|think you could)\b|\bhave (?:you|i|we) (?:still |already )?got\b|\b(?:is|are) there (?:an?|any|some|another)\b/g;
/** Asks for what was said as a whole. */
const AT_LAST =
  /\bplease\b|\b(?:would you|will you|could you|can you|do you know|do you think|do you reckon|would that be|is that|is it|was it)$|\b(?:what|which|how many|how much|how long|how far|when)(?: again| exactly| then| now| is (?:it|that)| would (?:it|that) be)?$/;
/** Nobody waits for an answer to these. */
const RHETORICAL =
  /^(?:(?:would|can|could|will) you (?:believe|credit|imagine|blame|not|ever|look at)|do you (?:ever|mind|think (?:he|she|they|it))|did you ever|would(?: not)? (?:it|that) (?:be nice|kill)|who would have|is not it|do not you|what (?:is the (?:point|use|matter)|are the (?:odds|chances)|do (?:they|people) expect|can you do|more do|people see|it takes|matters|counts|happened)|say (?:no|yes|goodbye|hello|sorry|what you)|tell me about it|give (?:up|in|way|me strength)|make (?:it|sense|do|up)|get (?:over|on|used)|put (?:up with|out)|let me have|how many times|call it|keep (?:on|going|up))\b/;
/** Who asked, said or knew it: it is told, not asked. */
const TOLD_OF =
  /\b(?:asked|told|tells|said|says|saying|wondered|wonders|knew|knows|thinks|thought|guess|guessed|explained|shouted|forgets|cares?|matters?|depends|of|about|like|love|loves|loved|if|whether|see|saw|show|shows|showed|(?:that|this|it) is|asks|asking|never mind|no matter|remember|remembered|nobody (?:could |can )?(?:tell|know|say)|used to know|everyone knows)(?: (?:me|him|her|us|them|people|everyone|everybody|you|exactly|on))?(?: (?:and|but))? $|\b(?:asked|told|tells|asks|showed|shows) (?:the|my|our|his|her) \w+ $/;
/** A child or a worksheet that asks is answered. */
const ASKED_FOR_ANOTHER =
  /\b(?:homework|worksheet|quiz|crossword|form|question|puzzle|test|boy|girl|son|daughter|grandson|granddaughter|grandchild|niece|nephew|kids?|children|little one|lad|lass|wife|husband|mum|mom|dad|boss) (?:just )?(?:asks?|is asking|are asking|keeps? asking|wants? to know|wonders?)(?: (?:me|us))? $|\b(?:i|we)(?: have| am| are)? (?:always |often |been )?(?:wonder|wondered|wondering|arguing|arguing about) $/;

/** "That's what in fahrenheit" asks; "that's what he wants" does not. */
const POINTED_AT = /\b(?:that|this|it) is $/;
const OF_HOW_MUCH = /^(?:what (?:in|for|as|then)|how (?:many|much|long|far))\b/;

const POINTS_BACK =
  /^(?:(?:what|which|who|one|is|are|was|could|would|might|can|you|it|that|this|be|then|again|do|know|tell|me|please|exactly|any|idea|help|settle|us|for|work|out|say|please|on|earth|called|happen|to|look|up|there|one's|have|a|clue|now|let|fill|in|remind) ?){1,8}$/;

/** What is asked or wished for in an utterance, null when nothing is, or somebody else did. */
export const askingIn = keepLast((utterance: string): Asking | null => {
  const words = spokenWords(utterance);
  if (words.length > MOST_WORDS || words.length < 3) return null;
  const text = words.map((word) => word.text).join(' ');
  if (AT_LAST.test(text)) return { utterance, words, text, asked: text };
  const starts = [
    ...placesOf(QUESTION, text).filter((at) => isOwn(text, at)),
    ...placesOf(WISHED, text).filter((at) => isOwn(text, at)),
    ...placesOf(OF_YOU, text).filter((at) => isOwn(text, at)),
    ...placesOf(VERB_FIRST, text),
    ...placesOf(TOLD_TO, text).filter((at) => !NOT_TOLD_TO.test(text.slice(0, at)) && isOwn(text, at)),
  ].filter((at) => !RHETORICAL.test(text.slice(at)));
  if (starts.length === 0) return null;
  const asked = text.slice(Math.min(...starts));
  // What only points back asks for what was told: "the coldest of all the planets, which one's that".
  return { utterance, words, text, asked: POINTS_BACK.test(asked) ? text : asked };
});

function placesOf(pattern: RegExp, text: string): readonly number[] {
  return [...text.matchAll(pattern)].map(({ index }) => index);
}

function isOwn(text: string, at: number): boolean {
  const before = text.slice(0, at);
  if (POINTED_AT.test(before) && OF_HOW_MUCH.test(text.slice(at))) return true;
  return !TOLD_OF.test(before) || ASKED_FOR_ANOTHER.test(before);
}

/**
 * All stretches of the words that mean something, from the left, the longest first; none of them overlap.
 * @param read gets the words as they are matched, as they were written, and the word before them
 */
export function foundIn<Meaning>(
  { words, utterance }: Pick<Asking, 'words' | 'utterance'>,
  longest: number,
  read: (stretch: { readonly text: string; readonly written: string; readonly after: string }) => Meaning | null,
): readonly Found<Meaning>[] {
  const found: Found<Meaning>[] = [];
  for (let at = 0; at < words.length; ) {
    const one = longestAt(words, utterance, at, longest, read);
    if (one !== null) found.push(one);
    at = one?.end ?? at + 1;
  }
  return found;
}

function longestAt<Meaning>(
  words: readonly SpokenWord[],
  utterance: string,
  at: number,
  longest: number,
  read: (stretch: { readonly text: string; readonly written: string; readonly after: string }) => Meaning | null,
): Found<Meaning> | null {
  for (let end = Math.min(words.length, at + longest); end > at; end -= 1) {
    const stretch = words.slice(at, end);
    const text = stretch.map((word) => word.text).join(' ');
    const written = utterance.slice(stretch[0]?.start, stretch.at(-1)?.end);
    const after = words[at - 1]?.text ?? '';
    const meaning = read({ text, written, after });
    if (meaning !== null) return { at, end, text, written, after, meaning };
  }
  return null;
}

/** The one thing that all of them name; null when there are none, or several. */
export function onlyOne<Meaning>(found: readonly Found<Meaning>[], same: (one: Meaning) => unknown): Found<Meaning> | null {
  return new Set(found.map(({ meaning }) => same(meaning))).size === 1 ? (found[0] ?? null) : null;
}

/**
 * Whether words stand where a name does: with a capital, or behind what stands before a place. Many names are words too
 * ("china", "turkey", "central").
 */
export function isNamed({ text, written, after }: { readonly text: string; readonly written: string; readonly after: string }): boolean {
  if (text.length < 4 && !/^\p{Lu}{2,}/u.test(written)) return false;
  return /^\p{Lu}/u.test(written) || /^(?:in|to|from|at|near|for|about|of|is|does|called)$/.test(after);
}
