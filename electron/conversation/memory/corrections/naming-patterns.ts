import { RELATION_WORDS } from './relations.ts';

/**
 * What must hold besides the words.
 * `told`: the name is told in so many words. `mine`: and by "my name". `stated`: by "the name", which may be any. `called`: as strong, but of no day
 * or people ("call me Monday"). `capital`: written as a name. `asked`: and a name is in question. `greeting`: and behind "hi".
 * `known-old`: the name it is not is one that was in use, or sounds like the new one. `in-question`: the turn before was about a name, and this
 * one says that something was wrong. `bare`: that, and a capital. `pronoun`: somebody was spoken of.
 */
type Needs = 'told' | 'mine' | 'stated' | 'called' | 'capital' | 'asked' | 'greeting' | 'known-old' | 'in-question' | 'bare' | 'pronoun';

/** How people tell a name. `name` and `old` are read again as names. */
export interface Naming {
  readonly whose: 'me' | 'last' | 'person';
  readonly pattern: RegExp;
  readonly needs: Needs;
}

const joined = (text: string) => text.replaceAll(/\s*\n\s*/g, '');
const WORD = `[\\p{L}][\\p{L}\\p{M}'.-]*`;
const NAME = `(?<name>${WORD}(?: ${WORD}){0,3}?)`;
const OLD = `(?<old>${WORD}(?: ${WORD}){0,3}?)`;
const NOT_OLD = `(?:,? (?:and )?(?:not|never|instead of|rather than|over) ${OLD})?`;
const TAGS =
  joined(`(?:,? (?:please|instead|from now on|okay|ok|alright|thanks|thank you|actually|by the way|now|then|remember that|remember it|got it|if you like|
  if you want|if you don't mind|if you do not mind|will you|would you|for short|by my friends|nice to meet you|pleased to meet you|speaking|here|you know|
  in future|in the future|for the record|for your information|fyi|anyway|though|too|as well|again|of course|to be precise|to be clear|by my colleagues)|, mate)`);
/** A statement or question of its own behind the name; without a comma only where a recogniser leaves it out. */
const MORE =
  joined(`(?:(?:,? (?:and|but|so)|,) (?:i|i'm|i am|i've|i'd|i'll|my|you|we|please|what|what's|who|how|where|when|can|could|would|will|do|are|set|tell|show|give|play|
  start|stop|and|nice|yours|let's|let|it's|that's|call|spell|spelled|spelt|thanks|thank)\\b.*| (?:what|what's|who are|how are|nice to|and what's|and you)\\b.*)`);
const END = `${TAGS}*${MORE}?\\??$`;
const IS = `(?:'s| is|s)`;
const OWN = `my(?: own| first| full| real| actual| correct| right| given| last| nick| preferred| proper)? ?(?:name|nickname)`;
const THE = `(?:the(?: correct| right| actual| real)? )?name`;
const SURELY = `(?:,? (?:actually|really|just|in fact|indeed|of course|still|also)|, by the way)?,?`;
const ASK =
  joined(`(?:(?:you|just|please|can|could|would|will|may|should|i'd like you to|i would like you to|i want you to|i prefer that you|i'd prefer that you|everyone|
  everybody|people|friends|my friends|all my friends|they|most people|my family|my mother|my mom|my colleagues|we|usually|all|simply|also|always|to|better|rather|normally|generally) )*`);
const HERE = `(?:it's|it is|its|that's|that is|thats|this is)`;
const I_AM = `(?:i'm|i am|im)`;
const AGAIN = `(?:it's |it is |its |my name is |my name's |${I_AM} |but |but it's |that's |call me |just |the name is )?`;
/** Between what it is not and what it is. */
const RATHER = `(?:,? (?:but )?(?:it's|it is|its|is|she's|he's|my name is|my name's|${I_AM}|but|rather|that's|call me|just|the name is) |, )`;
const REL = `(?:my|our) (?<relation>${RELATION_WORDS})`;
const OOPS = `(?:no|no wait|wait|wait no|sorry|no sorry|sorry no|i mean|i meant|or rather|rather|correction|actually no|no actually|oh no|not that)`;
const LIKE_TO_BE = `(?:prefer|would prefer|'d prefer|like|would like|'d like|'d rather|would rather|want|would love|'d love)`;

const at = (whose: Naming['whose'], needs: Needs, body: string): Naming => ({ whose, needs, pattern: new RegExp(`^${body}${END}`, 'iu') });

const OF_PEOPLE: readonly Naming[] = [
  at('person', 'told', `${REL}'?s? (?:first |full |real |actual )?name(?: is not| isn't|'s not| was not| wasn't) ${OLD}${RATHER}${NAME}`),
  at('person', 'told', `${REL}'?s? (?:first |full |real |actual )?name(?:'s| is|s| was)${SURELY} ${NAME}${NOT_OLD}`),
  at('person', 'called', `${REL}(?:'s| is|s| was)${SURELY} (?:called|named) ${NAME}${NOT_OLD}`),
  at('person', 'called', `${REL}(?:'s| is)? (?:not|isn't)(?: called| named)? ${OLD},? (?:but )?(?:it's |it is |she's |he's |she is |he is )(?:called |named )?${NAME}`),
  at('person', 'called', `(?:i have|i've got|we have|we've got|i got|i had|we had|there's|meet|this is) (?:an?|my|our) (?<relation>${RELATION_WORDS}),? (?:who's |who is |whose name is )?(?:called |named )${NAME}${NOT_OLD}`),
  at('person', 'told', `(?:i have|i've got|we have|we've got) an? (?<relation>${RELATION_WORDS}),? (?:and )?(?:his|her|its|their|whose) name(?:'s| is|s) ${NAME}${NOT_OLD}`),
  at('person', 'called', `(?:i have|i've got|we have|we've got) an? (?<relation>${RELATION_WORDS}),? (?:and )?(?:he|she|it)(?:'s| is) (?:called|named) ${NAME}${NOT_OLD}`),
  at('person', 'told', `the name of (?:my|our) (?<relation>${RELATION_WORDS})(?:'s| is) ${NAME}${NOT_OLD}`),
  at('person', 'called', `(?:i|we) (?:call|called|named) (?:my|our) (?<relation>${RELATION_WORDS}) ${NAME}${NOT_OLD}`),
  at('person', 'capital', `(?:this is|meet|that's|here's) ${REL},? ${NAME}${NOT_OLD}`),
  at('person', 'capital', `${REL}(?:'s| is|s)${SURELY} ${NAME}${NOT_OLD}`),
  at('person', 'pronoun', `(?<pronoun>his|her|its) name(?:'s| is|s)${SURELY} ${NAME}${NOT_OLD}`),
  at('person', 'pronoun', `(?<pronoun>he|she)(?:'s| is|s)${SURELY} (?:called|named) ${NAME}${NOT_OLD}(?:, my ${RELATION_WORDS})?`),
  { whose: 'person', needs: 'capital', pattern: new RegExp(`^${REL},? ${NAME}(?:,| (?:is|was|has|and|will|can|likes?|loves?|plays?|works?|lives?|wants?|needs?|says?|comes?|came|thinks?|\\p{Ll}[\\p{L}']*)\\b)`, 'iu') },
]; // biome-ignore format: a table

const OF_ME: readonly Naming[] = [
  // "Bond, James Bond".
  at('me', 'told', `${OWN}${IS} (?<family>${WORD}), (?<name>${WORD} \\k<family>|\\k<family> ${WORD})`),
  // "Igor, no, Ivan": the last one wins.
  at('me', 'told', `(?:${OWN}${IS}|call me|${I_AM}) ${OLD},? ${OOPS},? (?:it's |its |it is |my name is |my name's |${I_AM} |call me |i meant )?${NAME}`),
  at('me', 'told', `${OWN}(?: is not| isn't|'s not| is no longer| was never) ${OLD}(?: any ?more)?${RATHER}${NAME}`),
  // The first word may be the assistant's name, or a "no" that was heard as another word.
  at('me', 'mine', `(?:\\p{L}{1,6}, )?${OWN}${IS}${SURELY} ${NAME}${NOT_OLD}`),
  at('me', 'stated', `${THE}${IS}${SURELY} ${NAME}${NOT_OLD}`),
  at('me', 'told', `${OWN} (?:should be|was always|has always been|ought to be|will always be) ${NAME}${NOT_OLD}`),
  at('me', 'called', `(?:please )?(?:don't|do not|stop|never|quit) call(?:ing)? me ${OLD}(?: any ?more| please)?,? (?:and )?(?:please )?(?:call me |${I_AM} |it's |its |it is |my name is |my name's |just )${NAME}`),
  at('me', 'called', `you (?:called|call|keep calling|just called|are calling|always call|said) me ${OLD},? (?:but )?(?:${I_AM} |it's |its |it is |my name is |my name's )${NAME}`),
  at('me', 'called', `${ASK}(?:calls?|refer to|address) me(?: as)? ${NAME}${NOT_OLD}`),
  at('me', 'called', `(?:that )?${I_AM}(?: actually| usually| mostly| also| just)? (?:called|named|known as|going by(?: the name)?(?: of)?) ${NAME}${NOT_OLD}`),
  at('me', 'called', `i (?:usually |mostly |now |just |always |actually )?(?:go|went) by(?: the name)?(?: of)? ${NAME}${NOT_OLD}`),
  at('me', 'called', `i(?: |(?='))${LIKE_TO_BE} (?:to be |being |be )?called ${NAME}${NOT_OLD}`),
  at('me', 'called', `(?:please )?(?:change|set|update|correct|fix|save|store|put)(?: down)? my name (?:from ${OLD} )?(?:to|as) ${NAME}`),
  at('me', 'called', `(?:please )?(?:(?:remember|save|note|store|know|take) )?me as ${NAME}${NOT_OLD}`),
  at('me', 'called', `(?:please )?(?:use|take) the name ${NAME}${NOT_OLD}`),
  at('me', 'told', `(?:please )?(?:remember|save|note|store|write down|know|be aware)?(?: that)? ?my name(?:'s| is| as) ${NAME}${NOT_OLD}`),
  at('me', 'capital', `${NAME} is my (?:first |full |real |actual )?name`),
  at('me', 'known-old', `(?:it's |its )?${OLD}(?: is not| isn't|'s not) my name,? ${AGAIN}${NAME}`),
  at('me', 'known-old', `(?:who is|who's|who the hell is) ${OLD}\\??,? (?:${I_AM} |my name is |my name's )${NAME}`),
  at('me', 'known-old', `${I_AM} ${NAME},? (?:and )?(?:not|never|instead of) ${OLD}`),
  at('me', 'known-old', `${I_AM} not ${OLD},? (?:but )?(?:${I_AM} |it's |its |it is |my name is |my name's |but )?${NAME}`),
  at('me', 'asked', `(?:i prefer|i'd prefer|please use) ${NAME}${NOT_OLD}`),
  at('me', 'greeting', `(?:${I_AM}|this is) ${NAME}${NOT_OLD}`),
  at('me', 'in-question', `${I_AM}${SURELY} ${NAME}`),
]; // biome-ignore format: a table

const OF_THE_LAST: readonly Naming[] = [
  at('last', 'known-old', `(?:it's|it is|its|that's|it was|this is|say|write|use|make it|i said|i meant) ${NAME},? (?:and )?(?:not|never|instead of|rather than) ${OLD}`),
  at('last', 'known-old', `(?:the|that) (?:word|name|term)(?:'s| is) ${NAME},? (?:and )?(?:not|never|instead of) ${OLD}`),
  at('last', 'known-old', `(?:(?:it's |it is |its |that's )?(?:not|isn't|it isn't|that isn't)|it is an|it's an) ${OLD},? ${AGAIN}${NAME}`),
  at('last', 'known-old', `${OLD} is (?:wrong|incorrect|not right),? ${AGAIN}${NAME}`),
  at('last', 'known-old', `${OLD}\\??,? (?:no|nope)[, ]+${AGAIN}${NAME}`),
  at('last', 'known-old', `${NAME},? (?:and )?not ${OLD}`),
  at('last', 'known-old', `(?:(?:can|could|would|will) you )?(?:please )?(?:correct|change|fix|replace) ${OLD} (?:to|into|with|by) ${NAME}`),
  at('last', 'in-question', `(?:${HERE}|name's)${SURELY} ${NAME}`),
  at('last', 'bare', NAME),
]; // biome-ignore format: a table

/** In the order of trust; the first that fits and holds is taken. */
export const NAMING_PATTERNS: readonly Naming[] = [...OF_PEOPLE, ...OF_ME, ...OF_THE_LAST];
