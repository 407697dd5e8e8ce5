/** What words said while a reply sounds are. `unclear`: wait for more. */
export type OverlapVerdict = 'speech' | 'no-turn' | 'unclear';

export interface OverlapWords {
  /** As recognised so far. */
  readonly text: string;
  /** They cover everything until the speaker fell silent. */
  readonly whole: boolean;
  readonly speechMs: number;
  /** How much of that speech is no louder than our own voice would be, 0..1. */
  readonly echoShare: number;
  /** How much of it came before anybody knew whether our own voice comes back, 0..1. */
  readonly unknownShare: number;
  /** How long a voice was heard that is not our own. */
  readonly voicedMs: number;
  /** Probability by the sound alone that it is words; null = not known. */
  readonly wordsProbability: number | null;
  /** The same as the recogniser hears it, which knows better; null = it does not tell. */
  readonly speechLikeness: number | null;
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
/** More of it than this by its loudness: it is the reply itself. */
const MOSTLY_ECHO = 0.7;
/** Before that a guess of the first words may still change. The reply is silent meanwhile, so waiting costs nothing. */
const WORDS_AFTER_MS = 640;
/** One word or two may still be a laugh that goes on ... */
const FEW_WORDS_AFTER_MS = 1216;
/** ... unless they surely sound like words. */
const SURE_WORDS_AFTER_MS = 736;
const SURELY_WORDS = 0.93;
const FEW_WORDS = 2;
const STOPS_AFTER_MS = 320;
/** Breath, keys and hiss have less of a voice than this, whatever words a recogniser makes of them. */
const SHORTEST_VOICE_MS = 64;
/** Below this it sounds like a cough, a laugh or a hum: few words are not believed. */
const NO_WORDS = 0.35;
/**
 * As likely the recogniser must find it that it heard words, the longer the surer: of half a second and more, 98 % of the words of
 * people it never heard lie above, 95 % of their laughter below.
 */
const LEAST_LIKENESS = [
  { fromMs: 800, least: 0.6 },
  { fromMs: 416, least: 0.45 },
  { fromMs: 0, least: 0.2 },
] as const;
/** Many words are believed sooner. */
const LEAST_LIKENESS_OF_MANY = 0.3;
/** "No" is what a recogniser makes of a long laugh, too: a stop is believed at once, later only if it is not quite unlike words. */
const LEAST_LIKENESS_OF_STOP = { fromMs: 640, least: 0.15 };
/** Where the small net has no doubt that it is words, the recogniser may have a little. */
const SURE_NET = { from: 0.98, allows: 0.12 };
/** What the recogniser finds likely is believed although it sounds like this to the small net, which was shown computed sounds. */
const SURELY_NO_WORDS = 0.02;
/** So many words are, for somebody may whisper, or laugh while speaking ... */
const CERTAINLY_WORDS = 4;
/** ... unless it cannot be words: of laughter a recogniser makes whole sentences, another one each time. */
const NEVER_WORDS = 0.05;

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
  if (words.some((word) => STOPS.has(word)) && !isLaughed(seen)) return 'stop';
  if (soundsWordless(words, seen)) return 'nothing';
  if (onlyListens(words, seen.replyText) || seen.ownListening.has(words.join(' '))) return 'listening';
  return words.length > FEW_WORDS ? 'words' : 'few-words';
}

function isLaughed({ speechLikeness, speechMs }: OverlapWords): boolean {
  return speechLikeness !== null && speechMs >= LEAST_LIKENESS_OF_STOP.fromMs && speechLikeness < LEAST_LIKENESS_OF_STOP.least;
}

function soundsWordless(words: readonly string[], seen: OverlapWords): boolean {
  const { voicedMs, unknownShare, wordsProbability } = seen;
  const areMany = words.length >= CERTAINLY_WORDS;
  // Until it is known whether our own voice comes back nobody's voice is told from it.
  if (!areMany && voicedMs < SHORTEST_VOICE_MS && unknownShare <= MOSTLY_ECHO) return true;
  if (seen.speechLikeness !== null) return isUnlike(seen.speechLikeness, seen, areMany);
  return wordsProbability !== null && wordsProbability < (areMany ? NEVER_WORDS : NO_WORDS);
}

function isUnlike(likeness: number, { speechMs, wordsProbability }: OverlapWords, areMany: boolean): boolean {
  if (areMany) return likeness < LEAST_LIKENESS_OF_MANY;
  const net = wordsProbability ?? 0.5;
  const least = LEAST_LIKENESS.find(({ fromMs }) => speechMs >= fromMs)?.least ?? 0;
  return net < SURELY_NO_WORDS || likeness < least - (net >= SURE_NET.from ? SURE_NET.allows : 0);
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
  if (echoShare > MOSTLY_ECHO) return true;
  const reply = wordsOf(replyText);
  const unknown = unknownShare > MOSTLY_ECHO;
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
