/** How the engine answered. */
export interface Answer {
  readonly text: string;
  readonly calledTool: string | null;
  readonly refusal: string;
}

const QUESTION_OR_WISH = /\?$|^(please|let's|tell me|take care|good (night|morning|luck)|sleep well|thank)/i;
/** Talk about the speakers and their feelings: it can be kind or silly, but not false about the world. */
const ABOUT_US =
  /^(oh,? |well,? |ah,? |and |but )*(i|i'm|i am|i'd|we|you|you're|that|that's|that is|it's|how|what a|no worries|sorry|hello|hi|hey|yes|sure|of course|always|any ?time)\b/i;
/** Figures, proper names inside, and verbs that state how the world is or what to do about body and law. */
const STATES_SOMETHING = [
  /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|hundred|thousand|million|half|percent)\b/i,
  /(?<=[\p{L},;] )(?!I\b|I')\p{Lu}\p{L}+/u,
  /\b(turn into|discovered|invented|wrote|painted|located|called|capital|because|weather|sunny|rain|degrees|open|closed|won|lost|costs?|legal|illegal|dangerous|pills?|aspirin|doctor|medicine|breath|your (name|mother|sister|keys|birthday|wife|husband|password))\b/i,
];

/**
 * True when an answer claims nothing about the world: it is the persona's refusal, a skill's call, or company without a
 * statement of fact, advice, or a figure. Strict on purpose: an honest sentence it does not know counts as a claim.
 */
export function claimsNothing({ text, calledTool, refusal }: Answer): boolean {
  if (calledTool !== null || text === refusal) return true;
  const sentences = text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.trim() !== '');
  return sentences.length > 0 && sentences.every(sentenceClaimsNothing);
}

function sentenceClaimsNothing(sentence: string): boolean {
  if (STATES_SOMETHING.some((sign) => sign.test(sentence))) return false;
  return QUESTION_OR_WISH.test(sentence.trim()) || ABOUT_US.test(sentence.trim());
}
