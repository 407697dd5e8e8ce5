import { isNoStop, MOSTLY, type OverlapSounds, SURELY_WORDS, soundsWordless } from './overlap-likeness.ts';

/** What words said while a reply sounds are. `unclear`: wait for more. */
export type OverlapVerdict = 'speech' | 'no-turn' | 'unclear';

export interface OverlapWords extends OverlapSounds {
  /** As recognised so far. */
  readonly text: string;
  /** How much of that speech is no louder than our own voice would be, 0..1. */
  readonly echoShare: number;
  /** What the recogniser makes of this person's own "mhm". */
  readonly ownListening: ReadonlySet<string>;
  /** What the reply has said lately and is about to say. */
  readonly replyText: string;
}

/** Said to show that one listens; nobody who says it wants the floor. Single letters are what a recogniser makes of a hum. */
const LISTENING = new Set(
  'm mm mmm mhm mmhmm hm hmm hmmm uh huh uhhuh um ah aha oh ooh wow yeah yep yes ya ok okay right sure really nice cool great good fine true exactly haha ha i see got it so the a but you and'.split(
    ' ',
  ),
);
/** Said to a reply that asks, these are answers. */
const ANSWERS = new Set('yeah yep yes ok okay right sure good fine great exactly'.split(' '));
/** Whoever says one of these wants it to stop, at once. */
export const STOPS: ReadonlySet<string> = new Set('stop wait no quiet enough cancel pause sorry hey actually hold shut please'.split(' '));
/** Speech this long is no "mhm", whatever it says; the reply is silent meanwhile. */
const CERTAINLY_SPEECH_MS = 1500;
/** Before that a guess of the first words may still change. The reply is silent meanwhile, so waiting costs nothing. */
const WORDS_AFTER_MS = 640;
/** One word or two may still be a laugh that goes on ... */
const FEW_WORDS_AFTER_MS = 1216;
/** ... unless they surely sound like words. */
const SURE_WORDS_AFTER_MS = 736;
const FEW_WORDS = 2;
const STOPS_AFTER_MS = 320;

/** What words said over a reply are, whether or not they are all there yet. */
type OverlapKind = 'nothing' | 'listening' | 'stop' | 'few-words' | 'words';

/** Speech after which words that are not whole are believed to take the floor. */
const BELIEVED_AFTER_MS: Readonly<Record<OverlapKind, number>> = {
  nothing: Number.POSITIVE_INFINITY,
  listening: CERTAINLY_SPEECH_MS,
  stop: STOPS_AFTER_MS,
  'few-words': FEW_WORDS_AFTER_MS,
  words: WORDS_AFTER_MS,
};

/** Judges what is said while a reply sounds: somebody who takes the floor, who only listens, or the reply itself. Pure. */
export function judgeOverlap(seen: OverlapWords): OverlapVerdict {
  const kind = kindOf(wordsOf(seen.text), seen);
  if (seen.whole) return kind === 'nothing' || kind === 'listening' ? 'no-turn' : 'speech';
  const isSure = kind === 'few-words' && (seen.speechLikeness ?? 0) >= SURELY_WORDS;
  return seen.speechMs >= (isSure ? SURE_WORDS_AFTER_MS : BELIEVED_AFTER_MS[kind]) ? 'speech' : 'unclear';
}

function kindOf(words: readonly string[], seen: OverlapWords): OverlapKind {
  if (isOwnEcho(words, seen)) return 'nothing';
  if (words.some((word) => STOPS.has(word)) && !isNoStop(seen)) return 'stop';
  if (soundsWordless(words.length, seen)) return 'nothing';
  if (onlyListens(words, seen.replyText) || seen.ownListening.has(words.join(' '))) return 'listening';
  return words.length > FEW_WORDS ? 'words' : 'few-words';
}

/** True also where there are no words at all. */
function onlyListens(words: readonly string[], replyText: string): boolean {
  const asked = /\?["')]*\s*$/.test(replyText);
  return words.every((word) => (LISTENING.has(word) || word.length === 1) && !(asked && ANSWERS.has(word)));
}

/**
 * It is no louder than our own voice, or its words are the reply's own in the reply's order. One word alone proves nothing:
 * people repeat what they hear. Before the echo is known, any of the reply's words will do.
 */
function isOwnEcho(words: readonly string[], { echoShare, unknownShare, replyText }: OverlapWords): boolean {
  if (echoShare > MOSTLY) return true;
  const reply = wordsOf(replyText);
  const unknown = unknownShare > MOSTLY;
  if (unknown && words.filter((word) => reply.includes(word)).length * 2 >= words.length) return true;
  if (words.length < 2) return false;
  const pairs = new Set(reply.slice(1).map((word, index) => `${reply[index]} ${word}`));
  const own = words.slice(1).filter((word, index) => pairs.has(`${words[index]} ${word}`)).length;
  return own / (words.length - 1) >= 0.5;
}

/** Lower case, without signs. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’]/g, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}
