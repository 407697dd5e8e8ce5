/** What is known of the sound of what is said over a reply. */
export interface OverlapSounds {
  /** The words cover everything until the speaker fell silent. */
  readonly whole: boolean;
  readonly speechMs: number;
  /** How much of it came before anybody knew whether our own voice comes back, 0..1. */
  readonly unknownShare: number;
  /** How long a voice was heard that is not our own. */
  readonly voicedMs: number;
  /** Probability by the sound alone that it is words; null = not known. */
  readonly wordsProbability: number | null;
  /** The same as the recogniser hears it, which knows better; null = it does not tell. */
  readonly speechLikeness: number | null;
  /** The same of its guess before, which was of less of the sound; null = there was none. */
  readonly likenessBefore: number | null;
  /** It follows a laugh, a cough or the like. */
  readonly laughedLately: boolean;
}

/** More of it than this came before our own voice was known in the microphone, or is no louder than that. */
export const MOSTLY = 0.7;
/** So sure, the recogniser is believed at once. */
export const SURELY_WORDS = 0.93;
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
/** Many words are believed sooner, once they are whole: until then the reply is silent, and waiting costs nothing. */
const LEAST_LIKENESS_OF_MANY = 0.3;
/** Laughter comes in bouts, each of them another chance to sound like a word. */
const LEAST_AFTER_LAUGHTER = { few: 0.9, many: 0.6 };
/**
 * "No" is what a recogniser makes of a long laugh, too, and "sorry" of the first half of "I see": a stop is believed soon, from 640 ms
 * on or after a laugh only if it is not quite unlike words.
 */
const LEAST_LIKENESS_OF_STOP = { fromMs: 640, later: 0.3, afterLaughter: 0.15, unfinished: 0.08 };
/** Where the small net has no doubt that it is words, the recogniser may have a little. */
const SURE_NET = { from: 0.98, allows: 0.12 };
/** What the recogniser finds likely is believed although it sounds like this to the small net, which was shown computed sounds. */
const SURELY_NO_WORDS = 0.02;
/** So many words are, for somebody may whisper, or laugh while speaking ... */
const CERTAINLY_WORDS = 4;
/** ... unless it cannot be words: of laughter a recogniser makes whole sentences, another one each time. */
const NEVER_WORDS = 0.05;

/** True where so many words were heard in a cough, a laugh, a hum or keys. */
export function soundsWordless(wordCount: number, seen: OverlapSounds): boolean {
  const { voicedMs, unknownShare, wordsProbability } = seen;
  const areMany = wordCount >= CERTAINLY_WORDS;
  // Until it is known whether our own voice comes back nobody's voice is told from it.
  if (!areMany && voicedMs < SHORTEST_VOICE_MS && unknownShare <= MOSTLY) return true;
  if (seen.speechLikeness !== null) return isUnlike(steadied(seen.speechLikeness, seen), seen, areMany);
  return wordsProbability !== null && wordsProbability < (areMany ? NEVER_WORDS : NO_WORDS);
}

/** True where a word that asks to stop was heard in a laugh, or in half a word. */
export function isNoStop({ speechLikeness, speechMs, laughedLately, whole }: OverlapSounds): boolean {
  if (speechLikeness === null) return false;
  const { fromMs, later, afterLaughter, unfinished } = LEAST_LIKENESS_OF_STOP;
  if (speechMs >= fromMs) return speechLikeness < later;
  if (laughedLately) return speechLikeness < afterLaughter;
  return !whole && speechLikeness < unfinished;
}

/** Of a laugh one guess in many sounds like words, and the next does not: until all is heard, two in a row decide. */
function steadied(likeness: number, { whole, likenessBefore }: OverlapSounds): number {
  if (whole || likenessBefore === null || likeness >= SURELY_WORDS) return likeness;
  return Math.min(likeness, (likeness + likenessBefore) / 2);
}

function isUnlike(likeness: number, seen: OverlapSounds, areMany: boolean): boolean {
  if (areMany) return likeness < leastOfMany(seen);
  const net = seen.wordsProbability ?? 0.5;
  if (net < SURELY_NO_WORDS) return true;
  return (
    likeness < (seen.laughedLately ? LEAST_AFTER_LAUGHTER.few : leastAfter(seen.speechMs) - (net >= SURE_NET.from ? SURE_NET.allows : 0))
  );
}

function leastOfMany({ whole, speechMs, laughedLately }: OverlapSounds): number {
  if (laughedLately) return LEAST_AFTER_LAUGHTER.many;
  return whole ? LEAST_LIKENESS_OF_MANY : Math.max(LEAST_LIKENESS_OF_MANY, leastAfter(speechMs));
}

function leastAfter(speechMs: number): number {
  return LEAST_LIKENESS.find(({ fromMs }) => speechMs >= fromMs)?.least ?? 0;
}
