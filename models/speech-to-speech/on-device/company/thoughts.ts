/** One thought of a sentence, and how it was joined to what went before. */
export interface Clause {
  readonly text: string;
  readonly join: string;
}

/** Said before the matter itself. */
const OPENING =
  /^(?:(?:(?:mum|mummy|mam|mammy|mom|mommy|dad|daddy|gran|granny|grandma|nan|nana|grandad|grandpa|auntie|oi|here|ach|och|(?:ach|och|ah|oh|aw) no|ah sure|sure|aye|yes|yeah|yep|no|nah|nope|still|very|right|look|listen|morning|evening|good morning|good evening|hey|hi|hello|hello you|sorry|mate|dude|bro|god|gosh|jesus|goodness|update|news(?: flash)?|confession(?: time)?|not really|not yet|never mind that|both of them|i don't know|it's nothing(?: big| much)?|it's not (?:anything|a) (?:big|much|thing)|(?:please )?(?:don't tell (?:anyone|anybody)|promise not to laugh|don't laugh)|between (?:you and me|us)|for once|my friend)(?:[,.!:;]+ |$))|(?:(?:(?:hello|hi|hey|hiya|morning|evening)(?: (?:love|dear|darling|mate|there|again|pal|pet|friend))*|oh|ooh|ah|aw|um|uh|er|ugh|phew|hm+|wow|ha|haha|lol|blimey|crikey|well|so|and|but|honestly|actually|you know|you see|anyway|okay|ok|guess what|to be (?:honest|fair|frank)|i mean|i have to say|i must (?:say|admit|confess)|i'll admit it|i tell you|tell you what|you know what|would you believe it|fun fact|i gotta say|gotta say|i've got to say|let me tell you|i swear|not gonna lie|kind of|sort of|believe it or not|it's (?:only|just) that|it's just(?= (?:the|my|i|he|she|we|they|so|how)\b)|(?:the )?(?:thing|trouble|problem|funny thing|worst bit|best bit) is(?: that)?|(?:please )?don't tell (?:anyone|anybody) but|apparently|thank goodness|thank god|good news|bad news|long story short|funny story|true story)(?:[,.!:;]+ | (?!news|of|to|that i did|is)|$)))+/i;
/** Said after it, or in passing. */
const FILLER =
  "(?:so (?:i|we|he|she|it|they) (?:am|are|is|was|were|do|does|did|have|has)|aye|imagine|if you don't mind|if you please|now you (?:say|mention) it|that's the (?:thing|truth|trouble)(?: of it)?|to be (?:fair|honest|frank)|mind you|(?:god|heaven|lord) (?:help|love|bless) \\w+(?: all)?|i swear(?: to god)?|i (?:can )?tell you|bless (?:him|her|them|his heart|her heart)|if i'm honest|between (?:you and me|us)|by the way|you know|i mean|mate|love|believe it or not|thank (?:god|goodness|heavens)|as it happens|i kid you not|no joke|not gonna lie|i'm not (?:going to|gonna) lie|go figure|imagine that|but still|so there|daft|silly|stupid|funny|odd|mad|wouldn't (?:he|she|they|it)|pray for \\w+|send help|wish \\w+ luck|what can i say|so to speak|would you believe(?: it)?|of all things|i'm afraid|i suppose|i guess|i reckon|honestly|the little \\w+|poor (?:thing|man|woman|love|old boy|sod)|the poor \\w+|or something|or whatever|and all that|and everything|anyway|though|lol|haha)";
/** Without a comma it may belong to the matter: "I fell in love." */
const CLOSING = new RegExp(
  `(?:,+ ?(?:${FILLER}|me)|,? (?:though|anyway|mind you|you know|or something|believe it or not|god help us|would you believe(?: it)?))+$`,
  'i',
);
const IN_PASSING = new RegExp(`, (?:${FILLER}|me)(?=, )`, 'gi');
/** Where a second thought begins, once the first stands by itself. */
const SECOND_THOUGHT =
  /(, (?=(?:i|we|i'm|i've|we're|he|she|they|he's|she's|it's|you|you're|you'd)\b)|(?:[,;:–—]| -) ?(?=(?:and|but|so|because|since|though|although|which|who|while|even if|as if|as though|or)\b)|(?<!\b(?:nothing|anything|all|everything|nobody|none|last)) (?=(?:but|because|although|so (?:i|we|he|she|they|it|my))\b)| (?=and (?:i|we|he|she|it|they|now|then|just|everything|nobody|still|it's|i'm|i've|i'd|he's|she's|my|our|\w{2,}ed)\b))/i;
/** "I've done it" wants what comes after it. */
const FEWEST_WORDS = 4;

export const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** "Mrs. Okafor" is one sentence. */
export const SENTENCE_BREAK = /(?<=[.!;?])(?<!\b(?:Mr|Mrs|Ms|Dr|St|[ap]\.m)\.)\s+/;

/** Where nobody wrote a mark: "I feel so silly now I was ready to be furious". */
const RUN_ON =
  /(?<=\b\S+ \S+ (?:now|today|tonight|yesterday|then|there|here|again|too|home|though|yet|morning|night|week|weekend|way|hard|myself|shift))(?<!\b(?:and|but|so|that|if|when|even|until|by|just|right) \S+) (?=(?:i|i'm|i've|i'd|i'll|it's|we|we're|we've|he's|she's|they|they're|my|so|bit of|not)\b)/i;

/** @param told straight apostrophes. @returns its sentences, without what only opens or closes them */
export function sentencesIn(told: string): readonly string[] {
  return told
    .replaceAll(/,? ?\b(?:um|uh|er|erm)\b,?/gi, '')
    .split(SENTENCE_BREAK)
    .flatMap((sentence) => sentence.split(RUN_ON))
    .map((sentence) =>
      sentence
        .replace(/[.,!;\s]+$/, '')
        .replaceAll(IN_PASSING, '')
        .replace(OPENING, '')
        .replace(CLOSING, '')
        .trim(),
    )
    .filter((sentence) => sentence !== '');
}

/** The thoughts of a sentence, none so short that it says nothing by itself. */
export function clausesIn(sentence: string): readonly Clause[] {
  const parts = sentence.split(SECOND_THOUGHT);
  const clauses: Clause[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [text = '', join = ''] = [parts[at]?.trim(), at === 0 ? '' : parts[at - 1]];
    const before = clauses.at(-1);
    const joined = /\s$/.test(join) ? join : `${join} `;
    if (before !== undefined && wordsIn(before.text) < FEWEST_WORDS)
      clauses[clauses.length - 1] = { text: `${before.text}${joined}${text}`, join: before.join };
    else clauses.push({ text, join: at === 0 ? '' : joined });
  }
  return clauses;
}
