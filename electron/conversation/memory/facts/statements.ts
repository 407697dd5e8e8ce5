/** One statement of a turn. */
export interface Statement {
  readonly words: string;
  /** It takes back what was said just before: ", no, in Hamburg". */
  readonly instead: boolean;
}

/** Said anywhere without meaning anything. */
const FILLERS = /,?\s*(?<![\p{L}'-])(?:um+|uh+|uhm|erm?|hmm+|mm+|mhm|ah|eh)(?![\p{L}'-]),?/giu;
const OPENINGS =
  /^(?:(?:well|so|oh|ok|okay|yes|yeah|yep|no|nope|and|but|also|plus|by the way|actually|you know|just so you know|for the record|for your information|hey|hi|hello|honestly|to be honest|i mean|fyi|please note|sure|thanks|thank you|good morning|good evening|anyway|right|alright|wait|sorry|oh yeah|nova|correction|one more thing|listen|look)[,\s]+|(?:please )?(?:remember|note|keep in mind|don't forget|do not forget)[,\s]+(?:that )?|(?:that |(?:you should|let me tell you|i want you to) know (?:that )?|let me tell you (?:that )?|i should (?:mention|say|tell you) (?:that )?))+/iu;
/** Takes back what stands before it. */
const INSTEAD =
  /^(?:no,? wait|wait,? no|no|nope|wait|i mean|or rather|rather|sorry|correction|scratch that|make that|actually|that is)[,\s]+(?:i mean[,\s]+|it's |it is |make that |actually )?/iu;

/** What turns a statement round, or makes it somebody else's. */
const FOR_OTHERS =
  /\b(?:if|unless|whether|suppose|supposed|supposedly|imagine|pretend|wish|wished|guess|maybe|perhaps|possibly|probably not|would|wouldn't|could|couldn't|might|joking|kidding|lyrics?|in (?:the|this|a|my|that) (?:song|movie|film|novel|book|poem|story|game|dream|play|show|series|scene)|says|said|saying|told|tells|asked|asks|thinks|thought|thinking|believes|claims?|claimed|heard|read (?:that|somewhere)|used to|when i was|as a (?:child|kid|boy|girl|teenager)|back (?:then|when)|for example|for instance|hypothetically|as though|dreamt|dreamed|quotes?|quoted|sings?|sang|rumou?r|apparently|allegedly|forget|until (?:last|recently)|no longer|not any ?more|hardly|barely|almost (?:never|moved)|nearly moved|tempted|considering|(?:tell|show|give|sing|read|play|let) me|(?:this|that) one|(?:is|as) an? (?:song|book|film|movie|line|quote|sentence|lie|joke)|you|your|yours|yourself|wonder(?:ing)?)\b/iu;
/** Somewhere in the turn: then none of it is meant. */
const PLAYED =
  /\b(?:just kidding|i(?:'m| am) (?:kidding|joking|lying)|just joking|only joking|april fool|imagine|pretend|suppose|let's play|play a game|let's say|let us say|let's assume|assume (?:that )?i|say that i|hypothetically|once upon a time|for the sake of (?:the )?argument|in (?:the|this|my|that) (?:story|game|song|movie|film|novel|book|poem|dream|play|scene)|the (?:song|lyrics|line|quote|poem|sign|note|message|letter|e-?mail|caption|headline|text|slogan|tattoo|t-?shirt|book) (?:goes|says|said|reads|is called|was)|my character|knock knock|example sentence|use it in a sentence|grammar|(?:is it|is this) correct|in (?:spanish|german|french|italian|english|japanese|chinese|portuguese|russian|dutch|polish|latin)[.?!]?$)/iu;
const STARTS_OWN = /^(?:i|i'm|im|i've|my|we|we're|we've|our)\b/iu;
/** Where one statement of the user ends and the next begins. */
const NEXT_OWN =
  /\s*(?:[,;]|,?\s(?:and|but|so|while|plus|also))\s+(?:(?:and|but|so|also|then)\s+)?(?=(?:i|i'm|im|i've|my|we|we're|our)\s)/iu;

/** What is asked for after a statement is none: "I've got an early flight, so get me up at five". */
const REQUEST_AFTER =
  /(?:\s*,?\s+(?:so|then)|\s*,)\s+(?:please\s+)?(?:(?:can|could|will|would) you\s+(?:please\s+)?)?(?:get me|wake|remind|set|tell me|give me|add|put|make|let me know|start|turn|call|count|book|find|show|read|play|take|stick|pop)\b.*$|\s+(?:and\s+)?(?:please\s+)?(?:(?:can|could|will|would) you\s+\S.*|(?:wake|remind) (?:me|us)\b.*|get me up\b.*)$/isu;

/** "I live in Berlin and I like tea. My car is red." are three statements. */
export function statementsOf(own: string): readonly Statement[] {
  const plain = own
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(FILLERS, ' ')
    .replaceAll(/[^\S\n]+/g, ' ');
  return plain
    .split(/(?<=[.!?;…])(?<!\b(?:dr|mr|mrs|ms|st|prof|\p{L})\.)\s+|\n+|\s+[–—-]\s+/iu)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .flatMap(clausesOf);
}

/** The statement without what only opens it. */
export function withoutOpening(statement: string): string {
  return statement
    .trim()
    .replace(OPENINGS, '')
    .replace(/(?:,? (?:you know|by the way|though|actually|honestly|thanks|thank you|okay|ok|please|nova))?[\s.!,;…]*$/iu, '')
    .trim();
}

/** True when it is not the user who says so, or not of the world as it is. */
export function isSaidForOthers(words: string): boolean {
  return FOR_OTHERS.test(words);
}

/** True when the whole turn is a game, a joke, a story or about words. */
export function isPlayed(own: string): boolean {
  return PLAYED.test(own);
}

function clausesOf(sentence: string): readonly Statement[] {
  const question = sentence.endsWith('?');
  const [first = '', ...rest] = sentence.split(
    /,\s+(?=(?:no|wait|i mean|or rather|rather|sorry|correction|scratch that|make that)\b[,\s])|\s+(?=(?:no wait|i mean|or rather|scratch that)\b)/iu,
  );
  const taken = INSTEAD.exec(first);
  const own = ownClauses(taken === null ? first : first.slice(taken[0].length)).map((words) => ({ words, instead: taken !== null }));
  const corrected = rest.map((words) => ({ words: tidy(words.replace(INSTEAD, '')), instead: true }));
  const all = [...own, ...corrected];
  // A question mark at the end is for all of it: "I live in Berlin, don't I?"
  return question ? all.map(({ words, instead }) => ({ words: words.endsWith('?') ? words : `${words}?`, instead })) : all;
}

/** Only what begins as the user's own statement is taken apart: in "when it rains, I stay in bed" the rest hangs on the first. */
function ownClauses(sentence: string): readonly string[] {
  const told = sentence.replace(REQUEST_AFTER, '');
  if (!STARTS_OWN.test(withoutOpening(told)) || isSaidForOthers(told)) return [sentence];
  return told.split(NEXT_OWN).map((clause) => tidy(clause.replace(REQUEST_AFTER, '')));
}

function tidy(words: string): string {
  return words.replace(/[\s.!,;…]+$/, '').trim();
}
