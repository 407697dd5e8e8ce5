import type { SpokenWord } from './words/spoken-words.ts';

/** Who tells why he asks: "I've got a prescription to pick up, is the chemist on the corner open yet". */

/** Longer ones are stories. */
const MOST_WORDS = 30;
const FEWEST_TOLD = 3;
const FEWEST_ASKED = 3;
/** A question begins with its verb and whom it asks about, or with its question word and the verb. */
const BEGINS_QUESTION =
  /^(?:(?:is|are|was|were|has|have|had|did|does|do|will) (?:the|my|our|it|there|they|this|that|those|these|any|anyone|anybody|anything|he|she|a|an|i|we)\b|(?:is|are|has|have|did|does|will) (?!not\b|you\b|been\b|to\b|in\b|on\b|so\b|very\b|too\b|all\b|still\b|just\b|now\b|going\b|\w+ing\b|\w+ly\b)\w+ \w+|(?:what|where|when|who|how|which) (?:\w+ )?(?:is|are|was|were|did|does|do|will|has|have|won|many|much|long|bad|late)\b|who won\b|any news\b)/;
/** Before it something is told: somebody, and what he does. */
const TOLD =
  /\b(?:i|we|he|she|they|it|you|there|that|this) (?:\w+ )?(?:am|is|are|was|were|have|has|had|do|did|will|would|need|needs|want|wants|fancy|missed|fell|forgot|must|should|can|could|might|got|left|went|came|slept|nodded|thought|hope|promised|\w+ed)\b|\b(?:is|are|was|were|has|have|had|need|needs|want|wants)\b|'s \w+/;
/** What stands before is only what is spoken of: "the trouble is the bus is late", "all I know is the shop is open". */
const ONLY_SUBJECT =
  /^(?:(?:so|and|but|well|oh) )*(?:all|what|whatever|(?:the|my|our|his|her) (?:only |main |big |first |whole )?(?:thing|problem|trouble|point|fact|question|news|worry|reason|truth|upshot|result|idea|catch|irony|joke|good|bad)\b)/;
/** Somebody else's words, a condition, or a clause that goes on. */
const NOT_AFTER =
  /\b(?:said|says|say|saying|asked|asks|ask|asking|told|tells|wondered|wonders|thinks|thought|think|reckon|reckons|knows|knew|know|if|when|whenever|whether|that|which|who|what|where|how|why|because|unless|until|never|not|to|and|or|of|about|like|love|hate|see|saw|show|showed|remember|guess|matter|matters|depends|cares?|believe|imagine|the|a|an|my|our|his|her|their|is|are|was|were|than|as)$/;
/** Told of what was named just before: "the one over there is the slow train". */
const GOES_ON = /\b(?:(?:this|that|it|there|here|he|she) (?:is|was|has)|(?:they|those|these|there) (?:are|were|have))$/;
/** The reason comes behind: "is the chippy open, the kids are hungry". */
const REASON = /^(?:i|we|the|my|our|he|she|they|it) /;

/**
 * The questions that may stand beside something told, without it; the words are normalised. A question that ends the talk, or one that
 * begins it and is followed by why it is asked.
 */
export function questionsBesideTelling(words: readonly SpokenWord[]): readonly string[] {
  if (words.length > MOST_WORDS) return [];
  const texts = words.map(({ text }) => text);
  const found: string[] = [];
  for (let at = FEWEST_TOLD; at + FEWEST_ASKED <= texts.length; at += 1) {
    const [told, asked] = [texts.slice(0, at).join(' '), texts.slice(at).join(' ')];
    if (
      BEGINS_QUESTION.test(asked) &&
      TOLD.test(told) &&
      !NOT_AFTER.test(told) &&
      !GOES_ON.test(`${told} ${texts[at]}`) &&
      !ONLY_SUBJECT.test(told)
    )
      found.push(asked);
    if (at >= FEWEST_ASKED && BEGINS_QUESTION.test(told) && REASON.test(asked) && TOLD.test(asked)) found.push(told);
  }
  return found;
}
