import { PAST } from './past-verbs.ts';

/** Put behind what is told, to whoever listens; it asks nothing. */
export const TAG =
  /,? ?(?<!\b(?:how|who|what|where|why|when|which|old|far|much|many|there|think|say|mean) )\b(?:(?:isn't|aren't|wasn't|weren't|doesn't|don't|didn't|won't|wouldn't|can't|hasn't|haven't|(?<=, ?)(?:is|are|was|does|do|did|will|would|can|has|have)) (?:it|that|they|you|he|she|we|i|there|this)(?: (?:just|not|the best|lovely|great|awful|funny|daft|mad|imagine|believe|believe it|that|all|a|strange|odd|weird|nice|typical|always|the|best|feeling|way)){0,4}|right|eh|huh|innit|you know|no|can you imagine|would you believe it|believe it or not|if you see what i mean|funny that)[ ?.!]*$/i;

/** What asks nobody, because its answer follows: "You know what nobody warns you about? ...", "Want to know the best bit? ...". */
export const RHETORICAL =
  /^(?:(?:and|but|so|oh|well|hey),? )*(?:(?:do )?you know|want to know|wanna know|(?:can you )?guess|know) (?:what|who|why|how|where|which|something|the (?:\w+ )+)[^?.!,]*[?!]+\s+(?=\S)/i;

/** Only draws attention to what comes. */
export const ATTENTION =
  /^(?:(?:do |d'?)?you know what (?:gets|annoys|bothers|bugs|kills|amazes) me,? +(?=\S+ \S)|i'm not being funny,? but +(?=\S+ \S)|(?:would you believe(?: it)?|(?:i'll )?tell you what|you won't believe (?:it|this))[?!,.:;]* +(?=\S+ \S)|(?:(?:do |d'?)?you know what|guess what)[?!,.:;]+ +(?=\S))/i;

/** Question words that ask nothing: of wonder, of not knowing, of what it does not depend on. */
const ASIDES =
  /\b(?:no matter|(?:can't|couldn't|can hardly) believe|always forget|loved?|like|liked|hated?|don't care|doesn't matter|sweepstake on|bets? on|argu\w+ (?:over|about)|notice[ds]?|amazing|amazed|funny|(?:give|given) anything to know|(?:i'll never|we'll never|nobody|no one|god|heaven|goodness|who) knows?|(?:sometimes|often|still) i wonder|i (?:sometimes|often|still) wonder|i wonder (?=(?:if|whether) (?:i|we|he|she|they|my|(?:the|that) (?:man|woman|boy|girl|bloke|lady|fella|lad|chap|kid|dog|cat|old \w+))\b)|that's|which is)(?: (?:exactly|just|about))?(?:,? (?:how(?: (?:much|many|often|long|hard|far|old|tall|big|high|deep|fast|do|did|is|are|was|can|could))?|what(?:'s| is| was| time| day)?|where|who(?:'s| is| was)?|when|whether|if|why)\b)?/g;

/** @param words lower case, straight apostrophes, no marks but question marks */
function withoutAsides(words: string): string {
  return words.endsWith('?') ? words : words.replaceAll(ASIDES, '').replaceAll(/ {2,}/g, ' ').trim();
}

/** What was said as the patterns read it: lower case, straight apostrophes, no marks but question marks, and nothing that only looks like a question. */
export function toldWords(utterance: string): string {
  return withoutAsides(
    utterance
      .toLowerCase()
      .replace(/[’]/g, "'")
      .replace(ATTENTION, '')
      .replace(/[^\p{L}\p{N}'? ]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(TAG, ''),
  );
}

/** Asked only to be answered by whoever asks: "You know what nobody warns you about? How loud they eat." */
export function isRhetorical(utterance: string): boolean {
  const rest = utterance.replace(RHETORICAL, '');
  return (
    rest !== utterance &&
    !rest.includes('?') &&
    !/^(?:please |now )*(?:who|what|which|where|why|is|are|do|does|did|how (?:many|much|far|long|old|do|does|did|is|are)|tell|give|show|find|play|set|call|open)\b/i.test(
      rest,
    )
  );
}

/** Told about somebody or something, not asked: a subject and what became of it. */
const TOLD =
  /^(?:\p{L}+ ){0,2}(?:the |a |an |my |our |your |his |her |their |some |this |that )?(?:\p{L}+ ){1,3}(?:is|are|was|were|has|have|had|got|feels?|felt|looks?|looked|tastes?|tasted|smells?|went|came|made|makes|hurts?|keeps?|always|finally|just|never|forgot|brought|gave|told|said|called)\b/u;
/** Longer: somebody did something, or something is so. "The population of the city" has no such word. */
const TOLD_AT_LENGTH = new RegExp(
  `^(?=(?:\\S+ ){4})(?!what|who|when|where|which|why|how)(?=.*\\b(?:${PAST}|is|are|was|were|am|has|have|had|did|does|costs?|can|could|would|never|always|just|i|we|he|she|they|(?!united|based|named|called|aged|limited|armed)\\w{2,}ed|\\w+'(?:s|re|ve|d|ll)|doesn't|don't|can't|won't|isn't)\\b)`,
);
/** Short, and told all the same: of somebody, of how it ended at last, or what became of something. */
const TOLD_IN_SHORT = new RegExp(
  `^(?!where|who|what|when|how|which|is|are|do|does|did|can(?!')|will)(?:(?:he|she|they|nobody|everybody|everyone|somebody|someone|no one|we|mum|mom|dad|grandma|grandpa|gran|nan) (?:\\p{L}+ )?(?:${PAST}|\\p{L}{2,}ed|is|are|was|were|loves?|likes?|hates?|knows?|wants?|never|always|did|had|has|won't|can't|doesn't|didn't)\\b|.*\\b(?:me|us|him|myself|at last|at long last|for once|again|yet again|as usual|as ever|already|of all days|no regrets|thank (?:god|goodness|heavens))$|(?:the|some|no|all|poor|bless|love|loving|hate|loved|hated|bored|tired|exhausted|starving|freezing|knackered|gutted|chuffed|rained|snowed|stuck|late|home|up)\\b.*\\b(?:my|our|the|him|her|them|it)\\b|(?:the|a|an|this|that|those|these|some|no) (?:\\p{L}+ )?\\p{L}+ (?:${PAST}|(?!called|named|based)\\p{L}{2,}ed)\\b|(?:can|could|have|had|did|do|wo)n?'t (?:stop|sleep|face|wait|believe|move|want|feel|like|win|get)\\b|(?:the|that|this) \\p{L}+'s (?:out|up|in|on|off|back|gone|down|here|over|late|asleep|awake|ready|broken|dead|empty|full|cold|hot|lovely|\\p{L}{2,}(?:ing|ed))\\b|(?:just |finally |nearly |almost )?(?:${PAST}|had) (?:a|an|the|my|our|some|no|it|all|up|out|home|lost|there)\\b|(?:such a |a |another |what a )?(?:long|bad|rough|hard|awful|terrible|horrible|lovely|grand|quiet|busy|funny|strange|slow|lazy|perfect|rotten|beautiful|gorgeous) (?:old )?(?:day|night|morning|afternoon|evening|week|weekend|month|year|shift|walk|sunset|sunrise)\\b)`,
  'u',
);
/** Something named and no more: "the capital of France", "population of Chad". */
const NAMED =
  /^(?:the |a |an )?(?!two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|(?:twen|thir|for|fif|nine)ty|sold|went|came|ran|got|had|lost|won|every|each|last|one|this|that|my|our|some|on|at|in|all)(?:\p{L}+ ){1,3}(?:of|in|between)\b(?!.*\b(?:is|was|are|were|'s|has|had|sits|comes|goes|keeps|always|never|me|us|my|our)\b)/u;
/** One word tells nothing, and what is called by one of these names is looked up: "Tokyo weather", "Everest height". */
const FEWEST_TOLD = 2;
/** So many are no name of something that is looked up. */
const LONG_ENOUGH = 4;
const LOOKED_UP =
  /\b(?:capital|population|height|length|width|depth|distance|speed|age|size|recipe|meaning|definition|synonyms?|antonyms?|spelling|currency|flag|president|prime minister|weather|forecast|temperature|news|headlines|scores?|results?|fixtures|prices?|cost|exchange rate|stocks?|shares?|traffic|opening|timetable|lyrics|plot|cast|author|inventor|formula|symbol|directions|translation)\b|^(?:the )?(?:lights?|lamp|radio|music|tv|telly|television|volume|heating|fan|alarms?|timers?|wifi|sound) (?:on|off|up|down)$/;
/** These look the same when somebody tells that he did it. */
const DID_IT = new RegExp(
  `^(?:just |only |finally )*(?:put|let|set|read|cut|hit|shut|quit)\\b.*\\b(?:and|then|but)\\b.*\\b(?:${PAST}|was|were|had|\\w{2,}ed)\\b`,
);

/** Whether it tells something, as far as words show that begin neither like a question nor like "I" and "my". */
export function isTold(words: string): boolean {
  if ([TOLD, TOLD_AT_LENGTH, TOLD_IN_SHORT].some((told) => told.test(words))) return true;
  const length = words.split(' ').length;
  return !NAMED.test(words) && length >= FEWEST_TOLD && (length >= LONG_ENOUGH || !isLookedUp(words));
}

/** Whether it names something that one looks up. */
export function isLookedUp(words: string): boolean {
  return LOOKED_UP.test(words);
}

/** "Put my jumper on inside out and wore it all day." */
export function isDeedTold(words: string): boolean {
  return DID_IT.test(words);
}
