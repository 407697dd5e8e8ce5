import type { EngineSetup } from '../realtime-model.ts';
import { fitsMood } from './company/fits-mood.ts';
import { isDeedTold, isLookedUp, isRhetorical, isTold, toldWords } from './told.ts';

/**
 * What the embedded model may answer. It is good company and a bad source: it states invented facts in fluent, sure
 * sentences. So it talks, and whatever asks for knowledge is declined.
 */
export type ReplyKind = 'small-talk' | 'decline';

/** Wording that is about the two of us, however it is asked. */
const ABOUT_US = [
  /^(hi|hello|hey|good (morning|afternoon|evening|day|night)|greetings|howdy)\b(?!.*\b(what|when|where|which|why|how (many|much|far|long|do|to|does))\b)/,
  /^(morning|afternoon|evening|ugh|oh dear|oh no|wow|yay|guess what(?! (?:the|is|are|was)\b))\b(?!.*\b(what is|where|when|how (many|much|far|long|do|to)|weather|news)\b)/,
  /\bhow did you sleep\b|\b(do|did|are) you (ever|always|sometimes)? ?(get|feel|being|getting)? ?(bored|tired|lonely|sad|sleepy|happy|angry|excited)\b|\byou (sound|seem|look|must be) (\w+ )?(tired|happy|sad|cheerful|bored|nice|lovely|great|good|sleepy)\b/,
  /^(what a|such a|how) (\w+ ){0,2}(morning|evening|day|night|weekend|surprise|relief|mess|shame|pity|week|lovely|nice|beautiful|sweet|funny)\b|^(shall we|let's|let us|can we|i'd like to|want to) (just )?(chat|talk|have a chat)\b/,
  /\bhow are (you|things)\b|\bhow('s| is| was| has) (it going|your (day|morning|evening|night|weekend)|everything)\b|\bhow do you (do|feel)\b|\bare you (ok|okay|well|alright|all right|there|listening|ready|happy|tired|busy)\b/,
  /^(?:oh |well |god |phew )*what an? (?!.*\b(?:is|are|was|were|does|do|did|means?|called|for)\b)(?:[\w'-]+ ?){1,6}$/,
  /\bwho (are you|am i (talking|speaking) (to|with))\b|\bwhat('s| is) your name\b|\bwhat are you\b(?! (going|planning))|\bare you (a |an )?(real|human|person|robot|program|machine|computer|bot)\b/,
  /\b(what|which|who)('s| is| are| was)? your favou?rite\b|\bwhat (kind|sort) of \w+ do you (like|prefer|enjoy)\b/,
  /\bdo you (like|love|enjoy|sleep|dream|get (tired|bored|lonely)|have (feelings|a (favou?rite|hobby|family|friend)|fun))\b/,
  /^(thanks|thank you|thank|cheers|great|nice|cool|lovely|wonderful|perfect|awesome|well done|good (job|work)|that('s| is| was) (great|nice|good|lovely|kind|funny|helpful|sweet|perfect|all))\b/,
  /^(bye|goodbye|see (you|ya)|catch you later|later|cheerio|so long|talk to you (later|soon)|good ?night|take care|i('m| am) (off|leaving|going to (bed|sleep)))\b/,
  /^(please |can you |could you |would you )*(tell|sing|say|give|make)( to)?( me)?( up)?( a| another| some| something)?( \w+)? ?(joke|story|stories|song|poem|riddle|nice|funny|kind|cheerful|compliment)\b/,
  /^(please |can you |could you )*(cheer me up|make me (laugh|smile)|keep me company|talk (to|with) me|say (hi|hello))\b/,
  /^(sorry|pardon|excuse me|never ?mind|no problem|you('re| are) (great|nice|funny|kind|sweet|welcome|the best|so \w+|very \w+))\b/,
];

/** "Do you know any knock knock jokes?" asks for one, not for knowledge. */
const OFFERED_ONE = /\b(?:do|have|can) you (?:know|got|have|do|tell|remember) (?:any|a|another|some)(?: \w+){0,2} (?:jokes?|riddles?)\b/;

/** A sentence that stops here wants to be completed. */
const UNFINISHED = /\b(?:is|are|was|were|(?:is|are|was|were) called|named|the|a|an|of)$/;
/** It begins like a question or a request, whatever sign stands behind it. */
const ASKS =
  /^(?:please |so |and |but |well |ok |okay )*(?:is|are|was|were|(?:do|does|did|can|could|will|would|should|shall|may|might|has|have)(?!n?'t (?!i\b|you\b|he\b|she\b|it\b|we\b|they\b|the\b|this\b|that\b|there\b|my\b|your\b|his\b|her\b|our\b|their\b|an?\b|some\b|any\b|every|all\b))|had(?! (?:a|an|the|my|our|to|some|such|another|no|two|three|it|one)\b)|am|who|what|when(?! (?:i|we|he|she|it|they|my|our)\b)|where|which|why|how|whose|whom|tell|give|show|find|get|make|set|play|turn|open|close|call|send|order|book|buy|search|look|write|read|translate|explain|define|describe|name|list|calculate|convert|put|add|remove|delete|remind|check|switch|stop|start|let(?! in\b))\b/;

/** A statement about oneself or the moment: nobody expects knowledge in return. */
const STATEMENT =
  /^(well |so |oh |ah |hmm )*(i|i'm|i've|i'd|we|we're|we've|my|our|it's|it is|it was|today|this|that's|yes|yeah|yep|no|nope|okay|ok|sure|maybe)\b/;

/**
 * Signs that knowledge, live data, advice, a plan or an act is wanted, also inside a statement. "Which", "when" and "why" alone
 * join clauses there: "seven was always my number, I couldn't tell you why".
 */
const WANTS_MORE =
  /\?|\b(what (?:is|are|was|were|does|do|did|will|would|the|a|an|kind|sort|time|day|year)|what's|(?<=^|\b(?:know|me|us|wonder|ask|out|remember|see|and|but|so|or|then|of|about|guess|sure|idea|well|hey|okay|ok) )(?:who (?:is|are|was|were|did|does|wrote|built|invented|painted|made|won|discovered|founded|composed|sang|played|directed|said)|who's|whom|whose)|(?:when|where|why) (?:is|are|was|were|do|does|did|will|would|can|could|should)|(?:tell me|ask|find|wonder) where|which (?:one|of|country|city|year|day|team|river|planet|animal|person|king|president)|how (?:many|much|far|long|old|tall|big|high|deep|often|fast|do|does|did|is|are|was|can|could|should)|(?:know|tell|show|ask|explain|find out)(?: \w+)? how to|(?<!(?:to|'d|'ll|he|she|they|would|always|didn't|don't|people|never|mum|dad|me and) )tell me(?! (?:he|she|they|off)\b)|explain|describe|define|translate|recommend|suggest|advise|should i|could you|can you|would you|will you|please|do you know|i need (to know|you|help|advice)|wants to know|i want (to know|you)|i'd like (to know|you)|i wonder|help me|remind me|(?<=^|\b(?:please|you|can|could|then|just|now|and|need to|want to|like to|have to) )(?:book|order|send|call|buy) (?:me|us|a|an|some|the \w+ (?:for|to))|search|look up|find out)\b/;
/** What somebody thought, whatever question words join it: "I always thought by fifty I'd know how to fold a sheet". */
const HAS_THOUGHT =
  /^(?:(?:well|so|oh|and|but|honestly|you know) )*i (?:(?:always|never|really|once|just) )*(?:thought|reckon|reckoned|figured|hoped|assumed|imagined|suppose)\b(?!.*\?)/;
/** "Sometimes I wonder who has my old bike." */
const MUSES = /\b(?:sometimes|often|still) i wonder\b|\bi (?:sometimes|often|still) wonder\b/i;
/** What somebody has in mind, and asks nobody: "I can't tell which one looks desperate", "I thought, how different can it be?". */
const KEEPS_IN_MIND =
  /^(?:(?:well|so|oh|and|but|honestly|mostly) )*(?:i|we)(?:'d|'ve)? (?!.*\?)(?:[\w'-]+ ){0,12}(?:don't think i want|can't tell|couldn't tell|can't decide|forgot|forgotten|remembered|noticed|realised|realized|never knew|never understood|never asked)\b|\bi thought (?:well )?(?:how|what|why|who|where)\b/;
/** What knowledge is wanted about, unless it was told how it went. */
const SUBJECT_OF_KNOWLEDGE =
  /\b(?:weather|(?<!^(?:good|bad|great|big) )news|price|score|stock|diagnos|symptom|medicine|dose|pills?|legal|lawyer|sue|contract|invest|tax)\b/;
const LIVES_WITH_IT =
  /^(?!.*\b(?:need|want|wanna|like|looking for|after|interested|have to|get|curious|about the|symptoms?|diagnos\w*|dose|medicine|legal|lawyer|sue|invest|contract)\b)(?:(?:well|so|oh|and|but|honestly) )*(?:i don't think i want|i'm|i've|we're|we've|i|we|he|she|they|my|our|the \w+|\w+ pills)(?: \w+)* (?:'s|is|are|be|been|take|takes|might|holds|so|up|off|this|these)\b/;
const TELLS_HOW_IT_WENT =
  /^(?:(?:well|so|oh|ah|hmm|and|but|honestly|actually) )*(?:i|we|he|she|they|it|my|our|his|her|their|the|somebody|someone|nobody)\b.*\b(?:was|were|had|got|went|made|gave|came|said|told|saw|found|lost|won|paid|took|keeps?|\p{L}{2,}ed)\b/u;

/**
 * @param utterance the user's words as recognised
 * @param isAnswered whether the assistant asked something just before: then half a sentence is its answer
 */
export function replyKind(utterance: string, isAnswered = false): ReplyKind {
  if (isRhetorical(utterance)) return 'small-talk';
  const words = toldWords(utterance);
  if (isOwnThought(utterance, words)) return 'small-talk';
  if (OFFERED_ONE.test(words)) return 'small-talk';
  if (/\b(do|did|can|could) you (know|remember|tell|explain|think)\b/.test(words)) return 'decline';
  if (ABOUT_US.some((pattern) => pattern.test(words))) return 'small-talk';
  if (isAnswered && words !== '' && !ASKS.test(words) && !WANTS_MORE.test(words)) return 'small-talk';
  const wants = wantsKnowledge(words);
  if (STATEMENT.test(words)) return wants ? 'decline' : 'small-talk';
  if (words === '' || wants || (ASKS.test(words) && !isDeedTold(words)) || UNFINISHED.test(words)) return 'decline';
  return isTold(words) ? 'small-talk' : 'decline';
}

function isOwnThought(utterance: string, words: string): boolean {
  return HAS_THOUGHT.test(words) || ((MUSES.test(utterance) || KEEPS_IN_MIND.test(words)) && !isLookedUp(words));
}

function wantsKnowledge(words: string): boolean {
  return WANTS_MORE.test(words) || (SUBJECT_OF_KNOWLEDGE.test(words) && !TELLS_HOW_IT_WENT.test(words) && !LIVES_WITH_IT.test(words));
}

/** Who, what, where, why: an answer is wanted, no act. */
export function asksForKnowledge(utterance: string): boolean {
  return /^(?:(?:so|and|but|well|ok|okay|hey|please|do you know|tell me|i wonder) )*(?:who|whose|whom|what|which|where|why|how (?:many|much|far|long|old|tall|big|high|deep|often|fast|do|does|did|is|are|was|come)|when (?:is|was|were|did|does|do|will)|is|are|was|were|does|did|has|have)\b/i.test(
    utterance,
  );
}

/** A story, song or joke has its own length. */
export function asksForStory(utterance: string): boolean {
  return /^(?!.*\bare you (?:any |very )?good\b)(?!.*\b(?:my|our|his|her|their) (?:\w+ )?(?:story|stories|poem|joke|song)\b)(?!.*\b(?:used to|didn't|don't|(?:he|she|they|who|that|dad|mum|mom|gran\w*|nan)(?:'d|'ll|'s| would| could| will| always| never)*) (?:tell|sing|give|say|read|make|recite|like|want|know|write|have|need)\b)(?!i(?:'ve)? (?:just )?(?:told|read|wrote|made|know|like|love)\b).*\b(?:tell|sing|give|say|read|make|recite|hear|share|another|any|want|like|need|know|write|have)\b.*\b(?:story|stories|tales?|jokes?|songs?|poems?|riddles?)\b/i.test(
    utterance,
  );
}

export interface ClauseContext {
  readonly setup: EngineSetup;
  readonly utterance: string;
  /** What was said before in this conversation; saying it again word for word is a loop. */
  readonly earlierReplies: readonly string[];
}

/** Marks of a call line or of the prompt's own form. */
const LEAKED_FORM = /[@{}<>|#*_[\]]|\b(user|result|skills|facts):/i;
const NUMBER =
  /\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|million|billion|percent|first|second|third)\b/i;
/** It never says that it did, or will do, what only a skill can do. */
const CLAIMED_ACT =
  /\b(i('ve| have| just)?|i'll|i will|let me|i can|i could|i'm) (just |now |already )?(set|sent|send|sending|booked|book|ordered|order|added|add|adding|saved|save|called|call|calling|played|play|playing|turned|turn|turning|remind|reminded|scheduled|schedule|looked|look (it |that )?up|check|checked|checking|find|found|search|remember|remembered|bought|buy|paid|changed|started|stopped|cancel(l?ed)?)\b/i;
/** Claims about the person that nobody made. */
const CLAIM_ABOUT_USER =
  /\b(your (name|mother|father|wife|husband|son|daughter|brother|sister|friend|dog|cat|job|birthday|address|house|car|favou?rite)|you (said|told|like|love|live|work|were|have a|had|bought|asked me))\b/i;
const CLAIM_ABOUT_WORLD =
  /\b(capital of|president|was (born|invented|discovered|built|written|founded)|(invented|discovered|wrote|painted) (the|by|in|it)|largest|smallest|highest|tallest|longest|fastest|oldest|in the world|(is|are) (a |an )?(kind|type|form|part) of|because (it|they|the)|weather|degrees|sunny|rainy|forecast|news|take (a|some|your|two) (pill|aspirin|tablet|medicine))\b/i;

/** True when a clause of the small model may be spoken: company, not a claim. */
export function maySay(clause: string, context: ClauseContext): boolean {
  if (clause.trim() === '' || !/\p{L}/u.test(clause)) return false;
  if ([LEAKED_FORM, NUMBER, CLAIMED_ACT, CLAIM_ABOUT_USER, CLAIM_ABOUT_WORLD].some((sign) => sign.test(clause))) return false;
  if (context.earlierReplies.some((reply) => sameWords(reply, clause))) return false;
  if (!fitsMood(clause, context.utterance)) return false;
  return inventedNames(clause, context).length === 0;
}

const ORDINARY_CAPITALS = new Set("i i'm i'd i'll i've ok okay mr mrs ms".split(' '));

/** Capitalised words inside the clause that neither the user, nor the facts, nor the persona brought up. */
function inventedNames(clause: string, { setup, utterance }: ClauseContext): string[] {
  const known = new Set(wordsOf([utterance, ...setup.facts, setup.persona.name, setup.persona.character].join(' ')));
  const inside = [...clause.matchAll(/(?<=[\p{L},;] )\p{Lu}[\p{L}'’]*/gu)].map(([word]) => word.toLowerCase().replace('’', "'"));
  return inside.filter((word) => !ORDINARY_CAPITALS.has(word) && !known.has(word.replace(/'s$/, '')));
}

function sameWords(one: string, other: string): boolean {
  return wordsOf(one).join(' ') === wordsOf(other).join(' ');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}
