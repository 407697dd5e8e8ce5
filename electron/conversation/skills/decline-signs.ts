import { possibleEnds, possibleStarts, withoutFillers } from './polite-words.ts';
import { questionsBesideTelling } from './telling-question.ts';
import { spokenSentences, spokenWords } from './words/spoken-words.ts';

/** What cannot be known here: live things, other people's affairs, the future, and what was never told. */
export type Unknowable =
  | 'weather'
  | 'news'
  | 'prices'
  | 'rates'
  | 'sports'
  | 'traffic'
  | 'places'
  | 'inbox'
  | 'private'
  | 'future'
  | 'untold';

interface AskedSign {
  readonly kind: Unknowable;
  /** Over the normalised words of one sentence, from its first word on; politeness at both ends is off. */
  readonly asked: RegExp;
  readonly unless?: RegExp;
}

/** Longer sentences are stories. */
const MOST_WORDS = 16;
const WHEN =
  '(?:now|right now|today|tonight|tomorrow|this (?:morning|afternoon|evening|week|weekend)|outside|later|on \\w+day|at the moment|currently)';
const PERSON =
  '(?:my (?:\\w+ )?(?:wife|husband|partner|girlfriend|boyfriend|ex|mother|mom|mum|father|dad|sister|brother|son|daughter|kids?|children|friend|boss|neighbor|neighbour|coworker|colleague|aunt|uncle|cousin)|he|she|they)';
const CURRENCY = '(?:dollars?|euros?|yen|pounds?|francs?|rupees?|pesos?|yuan|rubles?|liras?|crowns?|zloty)';
const VEHICLE = '(?:bus|train|subway|metro|tram|ferry|flight|plane|shuttle)';
const WRITTEN = '(?:messages?|mail|mails|emails?|texts?|calls?|voicemails?|notifications?|meetings?|appointments?)';
const TO_YOU =
  /\b(?:you (?:like|love|think|feel|hate|believe|prefer|recommend|enjoy)|your (?:favorite|favourite|opinion)|is not|are not|mean|means)\b/;

const SIGNS: readonly AskedSign[] = [
  // Weather
  {
    kind: 'weather',
    asked:
      /^(?:what|how|is|are|will|would|does|do|should|when|give|check|get|tell|show|read|any)\b.*\b(?:weather|forecast|temperature|rain|raining|snow|snowing|storm|windy|sunny|cloudy|humid|humidity|umbrella|air quality|pollen|sunrise|sunset|sun (?:set|rise))\b/,
    unless:
      /^what is it about\b|^how (?:do|does|is) (?:rain|snow|a|the (?:sun|temperature of))\b|^what (?:is|are) (?:a |an )?(?:rain|snow|storm|weather|humidity|temperature)$|\b(?:oven|fever|body|boil|melt|freeze)\b/,
  },
  {
    kind: 'weather',
    asked: new RegExp(
      `^(?:how|is it|will it|is it going to be|what) ?(?:hot|cold|warm|chilly|freezing)\\b.*\\b(?:${WHEN}|is it|will it)\\b`,
    ),
  },
  {
    kind: 'weather',
    asked:
      /^(?:is|will) it (?:going to )?(?:be|get|stay|keep|turn)? ?(?:very |really )?(?:hot|cold|warm|chilly|freezing|nice|dry|wet|fine|clear|mild|bright|foggy|icy|frosty|pour\w*|drizzl\w*)\b(?! in here)/,
  },
  { kind: 'weather', asked: /^should i (?:take|bring|wear) (?:a|an|my) (?:\w+ )?(?:jacket|coat|umbrella|sweater|scarf|hat)\b/ },
  {
    kind: 'weather',
    asked: /^(?:the )?(?:weather|weather forecast|weather report|forecast)(?: (?:for|in|on|today|tomorrow|tonight)(?: \w+){0,3})?$/,
  },
  // News
  {
    kind: 'news',
    asked:
      /^(?:what|give|read|tell|any|is|are|show|anything|did|play)\b.*(?:\b(?:in|on|latest|any|breaking|todays|todays?|local|world|me the|read the|the) news\b|\bheadlines\b|\bbreaking news\b)/,
    unless: /\b(?:think|feel) (?:about|of)\b|\bgood news\b/,
  },
  {
    kind: 'news',
    asked:
      /^any news\b|^(?:what is|tell me|give me) the latest (?:on|about|with|from|in)\b|^(?:catch|fill|bring) me (?:up|in) (?:on|to date on|to speed on) the (?:latest|news)\b|^what is trending\b|^what is new (?:with|in) (?!you\b|your\b)\w+\b/,
  },
  {
    kind: 'news',
    asked:
      /^what (?:is happening|happened|is going on) (?:in|at|around) (?:the world|\w+)(?: \w+)? ?(?:today|last night|yesterday|this morning|right now|now|this week)$/,
  },
  { kind: 'news', asked: /^did anything (?:\w+ )?happen\b|^who won the (?:\w+ )?(?:election|elections|vote|primary|debate)\b/ },
  {
    kind: 'news',
    asked:
      /^who is the (?:current )?(?:president|prime minister|chancellor|pope|king|queen|mayor|governor|ceo)(?: of (?:\w+ ){0,2}\w+)?(?: right now| now| today| currently| at the moment)$|^who is the current\b/,
  },
  // Prices and rates
  {
    kind: 'rates',
    asked: new RegExp(
      `^(?:i want to |i would like to )?(?:convert|change|exchange) .*\\b${CURRENCY}(?: to| into| in) (?:\\w+ ){0,2}${CURRENCY}$`,
    ),
  },
  {
    kind: 'rates',
    asked: new RegExp(`^(?:how much|how many|what) .*\\b${CURRENCY}\\b.*\\b(?:in|to|for|is|are|worth)\\b.*\\b${CURRENCY}\\b`),
    unless: /\b(?:plus|minus|ounces|kilos|kilograms|grams)\b/,
  },
  {
    kind: 'rates',
    asked:
      /\bexchange rates?\b(?!.*\b(?:mean|work)\b)|^what is (?:the|a) (?:euro|pound|dollar|yen|franc)s? (?:at|doing|trading at|worth)(?: today| now| at the moment| these days)*$/,
    unless: /^(?:i|we|the|my|an?)\b|^what (?:is|are) (?:an )?exchange rates?$/,
  },
  {
    kind: 'prices',
    asked:
      /^(?:what (?:is|are|was) the (?:current |latest |going )?(?:price|cost|rate) (?:of|for)|what (?:is|does|do|are|did) .*\b(?:worth|trading at|cost|costs|close at|at right now)\b|how much (?:is|are|does|do) .*\b(?:stock|shares|cost|costs|bitcoin|ethereum|flights?|tickets?|hotel|rent)\b|how much is (?:a|an) (?:new )?(?!quarter|half|third|lot|dozen|kilo|pound|mile|cup|gallon|hundred|thousand|million|few|bit)\w+$|how much are \w+$)/,
    unless: /\bmy\b|\b(?:life|friendship|love|soul) worth\b/,
  },
  {
    kind: 'prices',
    asked:
      /^(?:how is|how are|what is|how did) the (?:stock market|stocks?|markets?|dow|nasdaq|dax|s and p)\b(?!.*\bwork)|^what is the (?:dow|nasdaq|dax) at\b|^(?:is|are) .*\b(?:stock|shares|bitcoin)\b.*\b(?:up|down|rising|falling)\b/,
    unless: /^what is the (?:stock market|dow|nasdaq)$/,
  },
  {
    kind: 'prices',
    asked:
      /^(?:what is|what are|find me|find|where is) the cheapest\b|^what (?:are|is) (?:the )?(?:\w+ )?(?:mortgage|interest) rates?\b.*\b(?:now|today|currently)\b/,
  },
  // Sports
  {
    kind: 'sports',
    asked:
      /^who (?:won|wins|is winning|is leading|is ahead|is playing|plays|lost|leads)\b.*\b(?:golf|football|cricket|rugby|tennis|snooker|darts|boxing|fight|derby|world cup|grand national|game|match|final|finals|cup|bowl|race|league|tournament|series|championship|title|tonight|yesterday|last night|today|prix|bundesliga)\b/,
    unless: /\b(?:lottery|war|battle)\b/,
  },
  { kind: 'sports', asked: /^(?:what (?:is|was)|tell me|give me) the (?:\w+ )?scores?\b(?! (?:of|for) my)/ },
  {
    kind: 'sports',
    asked:
      /^did (?!i\b|you\b|he\b|she\b)(?:the )?(?:\w+ ){1,3}(?:win|lose|score|get through|draw)(?: (?:last night|yesterday|today|tonight|in the end|the (?:game|match|cup|final|football|cricket|rugby|golf|tennis|race)|again))*$/,
  },
  {
    kind: 'sports',
    asked:
      /^when (?:do|does) (?!i\b|we\b|you\b)(?:the )?(?:\w+ ){1,3}play\b|^when is the (?:next )?(?:\w+ ){0,3}(?:game|match|race|fight|kickoff|final)\b/,
    unless: /\bmy\b/,
  },
  {
    kind: 'sports',
    asked:
      /^is there (?:a|any) (?:\w+ )?(?:match|game|race|fight) (?:on )?(?:tonight|today|tomorrow|this weekend|on)\b|^how did (?!i\b|you\b|it\b)(?:the |my team )?(?:\w+ ){0,3}do$|^what place (?:is|are)\b/,
  },
  // Traffic and timetables
  {
    kind: 'traffic',
    asked: /^(?:how is|how are|how bad is|is there|are there|what is|check)\b.*\b(?:traffic|accidents? on|delays?)\b/,
    unless: /^what is (?:a )?traffic(?: jam)?$|\bin human\b/,
  },
  {
    kind: 'traffic',
    asked:
      /^(?:is|are) the (?:m\d+|a\d+|m \d+|a \d+|motorway|ring road|bypass|roads?|\w+ road) (?:\w+ )?(?:moving|blocked|busy|clear|jammed|gridlocked|closed|open|flooded|icy)\b|^how long (?:does|will|would) it take\b.*\b(?:right now|now|today|home|to work|airport|station|office|me to (?:drive|get|walk))\b/,
  },
  {
    kind: 'traffic',
    asked: new RegExp(`^(?:when|what time) (?:is|does|do|will|are) (?:the|my|our) (?:next |last |first )?(?:\\w+ )?${VEHICLE}\\b`),
  },
  {
    kind: 'traffic',
    asked: new RegExp(
      `^(?:is|are|was|has|have) (?:(?:my|the|our) (?:[\\w']+ ){0,4})?${VEHICLE}s?\\b.*\\b(?:on time|delayed|late|cancell?ed|running|landed|early|left|arrived|come|gone|taken off)\\b`,
    ),
  },
  {
    kind: 'traffic',
    asked:
      /^(?:what is|which is|show me) the (?:fastest|quickest|best|shortest) (?:way|route) (?:home|to)\b|^is the (?:\w+ )?(?:bridge|road|highway|tunnel|pass|street) (?:open|closed|blocked)\b/,
    unless: /\bway to (?!work|the (?:airport|station|office|city|beach|hospital))/,
  },
  // Places and what is on
  {
    kind: 'places',
    asked:
      /^(?:is|are) (?!your|you|my|the (?:door|window|gate|oven|fridge|garage)\b)(?:the |a |any )?(?:\w+ ){1,6}(?:open|shut|closed)(?: now| today| tonight| tomorrow| right now| late| yet| still| already| on \w+(?: \w+)?| this \w+| at this (?:hour|time)| by now)*$/,
  },
  {
    kind: 'places',
    asked: /^(?:when|what time) (?:do|does|will) (?:the )?(?:\w+ ){1,3}(?:open|close|shut)\b|^which (?:\w+ ){1,2}(?:is|are) open\b/,
  },
  {
    kind: 'places',
    asked:
      /^(?:where is|where are|find|find me|show me|how far is|what is) the (?:nearest|closest|next) (?!\w* ?(?:planet|star|prime|number|step|word|question|moon|galaxy))\w+/,
  },
  {
    kind: 'places',
    asked:
      /^(?:is there|are there|find|find me|what is|where|show me|any)\b.*\b(?:nearby|near here|near me|around here|close by|in the area|near the (?:station|hotel|airport))\b/,
  },
  {
    kind: 'places',
    asked:
      /^what is on (?:(?:at|in) the (?:pictures|cinema|movies|theatre|theater)|tv|television|the (?:radio|telly))\b|^(?:what is|is there anything|anything good) (?:\w+ )?(?:playing|on|showing)(?: (?:at|in|on) (?:the )?(?:cinema|tv|television|movies|theater|theatre|radio))(?: \w+)?$|^are there any (?:\w+ )?(?:concerts?|events?|shows?|festivals?|parties)\b|^where am i$/,
  },
  // Mail, calendar, parcels, accounts
  { kind: 'inbox', asked: new RegExp(`^(?:do i have|have i got|are there|any) (?:any |a |some )?(?:new |unread |missed )?${WRITTEN}\\b`) },
  {
    kind: 'inbox',
    asked:
      /^(?:read|check|open|show|show me|read me|look at) (?:me )?my (?:\w+ )?(?:emails?|mails?|inbox|messages|texts|calendar|schedule|agenda|voicemail|bank account|account)\b/,
  },
  {
    kind: 'inbox',
    asked:
      /^what (?:is|do i have|does|have i got)\b.*\bmy (?:calendar|schedule|agenda|inbox)\b|^am i (?:free|busy|available) (?:on|today|tomorrow|tonight|this|next|at)\b/,
  },
  {
    kind: 'inbox',
    asked:
      /^who (?:just )?(?:called|texted|emailed|messaged|wrote)(?: to)? me\b|^did (?:anyone|anybody|someone|my (?:\w+ )?\w+) (?:call|ring|phone|knock|come round|come to the door|text|write|email|message|reply|answer)\b|^(?:did|has) the (?:postman|post|mail|courier|parcel|delivery|milkman|letter)(?: man)? (?:come|been|arrived?|turned? up|called?)\b|^has (?:it|that|the \w+) been delivered\b/,
  },
  {
    kind: 'inbox',
    asked:
      /^how many (?:\w+ )?(?:emails|mails|messages|texts|notifications|calls)\b.*\b(?:i|my)\b|^(?:when|what|where|(?:at )?what time) is my (?:next |\w+ |\w+s )?(?:appointment|meeting|call|class|shift|flight|train|interview|exam|lesson|check ?up)\b/,
  },
  {
    kind: 'inbox',
    asked:
      /^(?:has|have|where is|where are|did|when will|is) my (?:\w+ )?(?:package|packages|parcel|order|delivery|payment|transfer|refund)\b/,
  },
  {
    kind: 'inbox',
    asked:
      /^how much (?:money )?(?:is|do i have|have i got|is left) (?:left )?(?:in|on) (?:my|the)\b|^what is my (?:bank |account |current )?balance\b/,
  },
  // The future
  {
    kind: 'future',
    asked: /^will (?!you\b)(?:\w+ ){1,8}\w+$/,
    unless: /\byou\b|\b(?:weather|rain|snow)\b|\b(?:which|what) (?:languages?|currency|money|continent|capital)\b/,
  },
  { kind: 'future', asked: /^(?:when|how long|who|what|where) will (?!you\b)\w+/, unless: /\byou\b|\b(?:timer|alarm|it take)\b/ },
  {
    kind: 'future',
    asked:
      /^(?:when|where) am i going to\b|^am i (?:ever )?going to\b|^who is going to (?:win|be)\b|^what is going to happen\b|^(?:is|are) (?:the )?(?:\w+ ){1,3}going to (?:end|crash|win|happen|rise|fall|survive|lose)\b/,
  },
  {
    kind: 'future',
    asked:
      /\blottery numbers\b|^(?:can you )?predict\b|^what does (?:the|my) future\b|^(?:tell me )?my (?:fortune|future)$|^what is my (?:fortune|future)\b|^should i (?:buy|sell)\b.*\b(?:stocks?|shares|bitcoin|crypto)\b/,
  },
  // Other people
  {
    kind: 'private',
    asked:
      /^(?:what is|what are|tell me|give me|do you know) (?:the )?(?:\w+ ){0,2}\w+(?:'s|s') (?:\w+ )?(?:phone number|number|home address|address|password|salary|income|email|email address|birthday|pin|credit card)\b/,
  },
  {
    kind: 'private',
    asked: /^what is the (?:\w+ )?(?:phone number|number|address|email|email address|password) of\b|^what is the (?:\w+ )?password of\b/,
    unless: /\bnumber of (?:\w+ )?(?:days|nights|sleeps|weeks|hours|minutes|people|inhabitants|folks?|citizens|moons|planets)\b/,
  },
  {
    kind: 'private',
    asked: new RegExp(
      `^how much (?:does|do) ${PERSON} (?:earn|make|weigh|spend|have)\\b|^who (?:is|are) (?:${PERSON}) (?:dating|seeing|sleeping with|texting|talking to|with)\\b`,
    ),
  },
  {
    kind: 'private',
    asked: new RegExp(
      `^where (?:is|are) ${PERSON}(?: right now| now| today| at the moment)?$|^where does (?!the|my|your|it|this|that|a\\b)\\w+(?: \\w+)? live$`,
    ),
  },
  {
    kind: 'private',
    asked: new RegExp(
      `^what (?:is|are) ${PERSON} (?:doing|thinking|up to|wearing|feeling|hiding)\\b|^what (?:did|does) (?:${PERSON}) (?:say|think|tell|want|feel)\\b`,
    ),
  },
  {
    kind: 'private',
    asked: new RegExp(
      `^(?:does|do|did) ${PERSON} (?:still )?(?:love|like|miss|hate|trust|want|believe) (?:me|us)\\b|^(?:is|are) ${PERSON} (?:mad|angry|cheating|at|home|in love|okay|safe|lying|asleep|awake)\\b`,
    ),
  },
  // Never told, and not to be seen
  { kind: 'untold', asked: /^where (?:is|are) my (?!name|age|birthday)(?:\w+ )?\w+$|^where did i (?:leave|put|lose|hide)\b/ },
  {
    kind: 'untold',
    asked:
      /^what did i (?:eat|dream|do|buy|wear|drink|watch|have for|forget|cook|read)\b|^what am i (?:wearing|holding|thinking|doing|looking at|eating|hiding)\b|^(?:what|which) (?:number|color|word|card|animal) am i thinking\b/,
  },
  {
    kind: 'untold',
    asked:
      /^what is (?:in|on|under) my (?:fridge|pocket|pockets|bag|hand|desk|plate|head|mind|house|garage|closet|table)\b|^what (?:color|colour) (?:is|are) my\b/,
  },
  {
    kind: 'untold',
    asked:
      /^who (?:is|was) (?:at the door|in the room|behind me|here|in here|outside)\b|^who was i (?:talking|speaking) (?:to|with)\b|^is (?:anybody|anyone|someone|somebody) (?:home|at home|in the house)\b|^can you see (?:me|this|that|what|my)\b/,
  },
  {
    kind: 'untold',
    asked:
      /^what time did i\b|^how (?:did|well did) i sleep\b|^how many (?:steps|calories|hours|fingers|glasses|kilometers|miles)\b.*\b(?:i|my)\b(?!.*\bin\b)|^what is my (?:blood pressure|heart rate|pulse|temperature|blood sugar)\b/,
  },
  {
    kind: 'untold',
    asked:
      /^(?:is|are|did i leave) (?:the|my) (?:\w+ )?(?:stove|oven|lights?|door|window|tv|iron|heating|garage|gate|coffee machine|car) (?:off|on|open|closed|locked|running)\b|^did i (?:lock|take|turn|leave|close|feed|water|pay|forget|shut|switch)\b/,
  },
  {
    kind: 'untold',
    asked:
      /^what did the (?:doctor|dentist|teacher|boss|plumber|lawyer|mechanic|nurse|man|woman|letter|email|message) (?:say|tell|write|want)\b/,
  },
];

interface AskedInVain {
  readonly kind: Unknowable;
  /** The question is all that was said; else it stands beside something told. */
  readonly isWhole: boolean;
}

/** What an utterance asks for that nobody can know here; null when it asks for nothing of the kind. */
export function unknowableIn(utterance: string): AskedInVain | null {
  for (const sentence of spokenSentences(utterance)) {
    const words = withoutFillers(spokenWords(sentence));
    const whole = words.length === 0 || words.length > MOST_WORDS ? undefined : signIn(possibleRequests(words, sentence));
    if (whole !== undefined) return { kind: whole.kind, isWhole: true };
    // Whether something will be is asked in too many words of talk: that alone is no question beside a telling.
    const beside = signIn(questionsBesideTelling(words));
    if (beside !== undefined && beside.kind !== 'future') return { kind: beside.kind, isWhole: false };
  }
  return null;
}

function signIn(texts: readonly string[]): AskedSign | undefined {
  for (const text of texts) {
    const sign = TO_YOU.test(text) ? undefined : SIGNS.find(({ asked, unless }) => asked.test(text) && unless?.test(text) !== true);
    if (sign !== undefined) return sign;
  }
  return undefined;
}

/** The sentence without politeness, in every reading of what that is; the longest first. */
function possibleRequests(words: ReturnType<typeof spokenWords>, sentence: string): readonly string[] {
  const texts = words.map(({ text }) => text);
  const ends = [...possibleEnds(words, sentence).keys()];
  return possibleStarts(words, sentence).flatMap((start) =>
    ends.filter((end) => end > start).map((end) => texts.slice(start, end).join(' ')),
  );
}
