import { SHORT_QUOTE } from './turn-clauses.ts';

/** Words by which a sentence is about something else than the name of somebody real. Looked for behind the openings. */

/** Whole words; `\b` knows no letter but English ones. */
const words = (list: string) =>
  new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${list.trim().replaceAll(/\s*\|\s*/g, '|')})(?![\p{L}\p{M}])`, 'u');

/** Others said it, it is only thought of, or it is asked. They cover their sentence. */
const SUPPOSED = words(`
  if|unless|suppose|supposing|imagine|imagining|pretend|pretending|wish|wished|wishes|wonder|wondering|guess|maybe|perhaps|probably|dreamt|dreamed|
  says|said|saying that|tell|tells|told|telling|ask|asked|asks|thinks|thought|claims|claimed|answered|replied|shouted|wrote|heard|goes like|used to|
  were|would be|would have|could be|might|must be|is what|translate|repeat|type|write a|quote|for example|hypothetically|never said|whether|you could|you might|you would
`);
/** Made-up worlds. They cover the sentence and all that follows. */
const MADE_UP = words(`
  lyrics?|songs?|sings?|sang|singing|movies?|films?|books?|novels?|poems?|story|stories|characters?|avatar|chapter|episode|roles?|quotes?|quoted|quoting|
  in the play|in the game|in this game|in my dream|in another life|meme|username|password|nickname is embarrassing|sitcom|show called|play call
`);
/** Takes back what was said before it, too. */
const JOKE = words(`
  joking|kidding|jokes?|haha+|lol|knock knock|as the saying goes|not really|i wish|(?:that|it|this)(?:'s| is| was) (?:a|the|an?) (?:line|quote|lyric|song|title|film|movie)|
  from (?:the|a) (?:movie|film|song|book|show)
`);

/** In lower case, but for what has a capital in the middle of a sentence: Song, Story and Page are names as well. */
function asWords(text: string): string {
  return /\p{Ll}/u.test(text)
    ? text.replaceAll(/(?:^|(?<!(?<!\p{L})(?:Dr|Mrs?|Ms|Prof|St|\p{L}))[.!?]\s+|, )\p{Lu}/gu, (start) => start.toLowerCase())
    : text.toLowerCase();
}

export function isSupposed(text: string): boolean {
  return SUPPOSED.test(asWords(text.replaceAll(/\bis said\b|'s said\b/giu, ''))) || MADE_UP.test(asWords(text));
}

export function isMadeUp(text: string): boolean {
  return MADE_UP.test(asWords(text));
}

/** True for a whole turn that is not to be taken at its word: quotations, jokes, titles ("My Name Is Nobody"). */
export function isNotMeant(utterance: string): boolean {
  return (
    /["“”„«»]/u.test(utterance.replaceAll(SHORT_QUOTE, '')) ||
    JOKE.test(asWords(utterance)) ||
    /\b(?:My Name Is|Call Me By|Say My Name)\b/u.test(utterance) ||
    /#|https?:/u.test(utterance)
  );
}

/** "Could you call me Kate?" asks for something, "my name is Kate, what's yours?" tells something: these are no questions here. */
const TELLING_QUESTION =
  /^(?:please )?(?:can|could|would|will) you\b|(?:,|\band) ?(?:(?:and )?(?:you|yours|what|who|how|where|when|can|could|would|will|do you|are you|okay|ok|alright|got it|understood|got that|please)\b[^,]*)\?$|\b(?:yours|your name|who are you)\?$/iu;

export function isQuestion(text: string): boolean {
  return text.endsWith('?') && !TELLING_QUESTION.test(text);
}
