import { factKey } from './fact-key.ts';
import { type FactRule, FOR_SURE, factRule, I_AM, LETTERS, OFTEN, TAIL, WORDS } from './fact-rule.ts';
import { LANGUAGE, NATIONALITY, PROFESSION } from './own-people.ts';
import { DATE } from './spoken-time.ts';

/** How a thing is just now: true for an hour. */
const PASSING_STATE =
  /^(?:about to|getting|being|making|acting|driving me|going|doing|running|not|dying|choking|burning|crashing|freezing|ringing|charging|leaking|overheating|beeping|running (?:late|out|low|slow)|ruined|killing|outside|inside|upstairs|downstairs|on fire|on its way|on the way|at stake|due|in the way|falling|growing|hurting|due now)\b/iu;
const MOOD =
  /^(?:fear|hope|peace|denial|the (?:moment|past|present|now|future|here)|my head|my (?:own )?world|a dream|a bubble|(?:a|the) (?:society|world|age|time|bubble)|interesting times|harmony|hell|dread)\b/iu;
const NO_PLACE =
  /^(?:(?:a|an|my|your|his|her|their|this|that|another|time|here|there|it|nowhere|scratch|experience|what|where|home|work|bed|tears|far|accounting|sales|marketing|hr|the (?!us\b|usa\b|uk\b|united|netherlands|philippines|north|south|east|west|coast|bronx|bahamas|czech|dominican|emirates|republic|ruhr|midlands|highlands|hague|country))\b|(?:the )?(?:office|next|future|moon|bottom|top|beginning|start|party|shop|store|couch|sofa)\b)/iu;

/** About the user: where, what, when, how. In the order in which they are tried; the first that fits is taken. */
export const RULES_ABOUT_ME: readonly FactRule[] = [
  factRule(
    'date',
    `my (?:birthday|birth date|birthdate|date of birth)(?:'s| is) (?:coming up )?(?:on |in )?(?:the )?(?<what>${DATE}${TAIL}|${DATE})`,
    'my birthday',
    { confidence: FOR_SURE },
  ),
  factRule('date', `i was born (?:on|in) (?<what>${DATE}${TAIL}|${DATE})`, 'my birthday', { confidence: FOR_SURE }),
  factRule('place', `i (?:was born(?: and raised)? in|come from) (?<what>${TAIL})`, 'come from', { unless: NO_PLACE }),
  factRule('place', `i (?:grew up|was raised) (?:in|on|near) (?<what>${TAIL})`, 'grew up'),
  factRule('place', `(?:i|we) ${OFTEN}(?:live|reside) (?:with|alone|by myself|on my own)(?<what>${TAIL}|)`, 'live with'),
  factRule(
    'place',
    `(?:i|we) ${OFTEN}(?:live|reside) (?:in|at|on) (?:an? |the )?(?<what>(?:[${LETTERS}-]+ ){0,3}(?:house|apartment|flat|studio|dorm|dormitory|van|boat|houseboat|farm|cottage|bungalow|caravan|loft|trailer)(?: ${TAIL})?)`,
    'live in a',
  ),
  factRule('place', `(?:i|we) ${OFTEN}(?:live|reside) (?:in|at|on) (?<what>${TAIL})`, 'live in', { unless: MOOD }),
  factRule(
    'place',
    `(?:i|we) ${OFTEN}(?:live|reside) (?<what>(?:near|close to|next to|by|behind|across from|opposite|around the corner from) ${TAIL})`,
    'live near',
  ),
  factRule('place', `(?:${I_AM}|we're|we are|(?:i|we)(?:'ve| have) been) ${OFTEN}living (?:in|at|near) (?<what>${TAIL})`, 'live in', {
    unless: MOOD,
  }),
  factRule(
    'place',
    `(?:i|we)(?:'ve| have)? (?:just |recently )?(?:moved|relocated) (?:back |out |over |here )?(?:from ${TAIL} )?to (?<what>${TAIL})`,
    'live in',
    { unless: NO_PLACE },
  ),
  factRule('place', `${I_AM} (?:originally |actually )?from (?<what>${TAIL})`, 'come from', { unless: NO_PLACE }),
  factRule(
    'place',
    `i (?:have |'ve )?(?:parked|park|left the car|left my car)(?: the car| my car| it)? (?<what>(?:in|on|at|near|behind|next to|in front of|by|under) ${TAIL})`,
    'my car parked',
  ),
  factRule('place', `my car(?:'s| is) parked (?<what>${TAIL})`, 'my car parked'),
  factRule(
    'place',
    `i (?:have |'ve |always )?(?:put|keep|left|hid|store|stored|leave) (?:my|our|the) (?<thing>${WORDS}) (?<what>(?:in|on|at|under|behind|next to|by|inside|with) ${TAIL})`,
    ({ thing }) => `my ${factKey(thing ?? '')}`,
  ),
  factRule(
    'about',
    `${I_AM} ${OFTEN}(?!not\\b|no )(?:an? |the )?(?:(?:[${LETTERS}-]+ ){0,2})?(?<what>${PROFESSION}(?: (?:at|in|for|by) ${TAIL})?)`,
    'work as',
    { unless: /^(?:big|good|bad|terrible|great|huge)\b/iu },
  ),
  factRule(
    'about',
    `${I_AM} ${OFTEN}(?<what>retired|unemployed|self-employed|between jobs|on parental leave|on maternity leave|(?:in|at) (?:high school|college|university)|in (?:the )?(?:[${LETTERS}]+) grade)`,
    'work as',
  ),
  factRule('about', `(?:i ${OFTEN}work|${I_AM} ${OFTEN}working) as (?<what>${TAIL})`, 'work as', {
    unless: /^(?:crazy|hell|mad|a charm|a dog|a horse|an animal|usual|always)\b/iu,
  }),
  factRule('about', `(?:i ${OFTEN}work|${I_AM} ${OFTEN}working) (?:at|for) (?<what>${TAIL})`, 'work at', {
    unless: /^(?:it|that|this|me|you|night|free|money|a living|noon|\\d)\b/iu,
  }),
  factRule('about', `(?:i ${OFTEN}work|${I_AM} ${OFTEN}working) in (?<what>${TAIL})`, 'work in', {
    unless: /^(?:silence|peace|a (?:hurry|minute|moment|while)|the (?:morning|evening|afternoon|dark|background))\b/iu,
  }),
  factRule(
    'about',
    `i ${OFTEN}work (?<what>remotely|from home|part[- ]time|full[- ]time|nights|night shifts|shifts|weekends|freelance)(?: ${TAIL})?`,
    'work how',
  ),
  factRule('about', `i (?:teach|taught) (?<what>${TAIL}(?: at ${TAIL})?)`, 'work as', {
    unless: /^(?:you|him|her|them|myself|me|it|that)\b/iu,
  }),
  factRule(
    'about',
    `(?:i|we) (?:own|run) (?:an? |the |my own |our own )(?<what>(?:[${LETTERS}-]+ ){0,3}(?:[${LETTERS}]*shop|store|company|business|farm|restaurant|caf[eé]|bakery|bar|hotel|studio|practice|gallery|start-?up|blog|podcast)(?: ${TAIL})?)`,
    'own business',
  ),
  factRule('about', `i ${OFTEN}(?:study|major in|majored in|studied) (?<what>${TAIL})`, 'study', {
    unless: /^(?:hard|a lot|too|late|at night|all|every)\b/iu,
  }),
  factRule('about', `${I_AM} ${OFTEN}(?:studying|majoring in) (?<what>${TAIL})`, 'study', {
    unless: /^(?:hard|a lot|right|now|late|all)\b/iu,
  }),
  factRule('about', `i ${OFTEN}go to (?<what>(?:[${LETTERS}.']+ ){1,4}(?:school|university|college|high|academy))`, 'go to school'),
  factRule(
    'place',
    `(?:i|we)(?:'ve| have) ${OFTEN}lived (?:in|on|at|near) (?<what>${TAIL} (?:all my life|since ${TAIL}|for ${TAIL}))`,
    'live in',
    { unless: MOOD },
  ),
  factRule(
    'about',
    `i (?:have |'ve )?(?:just |recently )?(?:started (?:working|a (?:new )?job)|got a (?:new )?job) (?:at|for|in|with) (?<what>${TAIL})`,
    'work at',
  ),
  factRule(
    'about',
    `i (?:have |'ve )?(?:just |recently )?(?:started (?:working|a (?:new )?job)|got a (?:new )?job) as (?<what>${TAIL})`,
    'work as',
  ),
  factRule(
    'about',
    `i (?:have |'ve )?(?:just |recently )?turned (?<what>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ][${LETTERS}]+)?|(?:thir|four|fif|six|seven|eigh|nine)teen|\\d{1,2})(?: ${TAIL})?`,
    'age',
  ),
  factRule('about', `i have (?<what>(?:[${LETTERS}-]+ ){1,3}(?:eyes|hair))`, ({ what }) => `my ${(what ?? '').split(' ').at(-1) ?? ''}`, {
    unless: /^(?:bad|tired|red|sore|no|a|my|your|his|her)\b/iu,
  }),
  factRule(
    'about',
    `${I_AM} (?:\\d{1,3}|[a-z]+(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)(?<what> years old|-years-old| years of age)(?: ${TAIL})?`,
    'age',
  ),
  factRule(
    'about',
    `${I_AM} (?<what>(?:[1-9]|1[01])?\\d|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:thir|four|fif|six|seven|eigh|nine)teen)`,
    'age',
  ),
  factRule(
    'about',
    `${I_AM} (?:almost |about |nearly |exactly |around )?(?<what>${TAIL}(?:(?<=\\d)|\\b)(?:feet|foot|inches|meters|metres|centimeters|centimetres|cm|m|tall)(?: ${TAIL})?(?<! away| off| behind| ahead))`,
    'height',
    { unless: /\b(?:away|behind|ahead|from|below|above|under|minutes)\b|^(?:so|too|very|pretty|quite|really) /iu },
  ),
  factRule(
    'about',
    `i weigh (?:about |around |almost |exactly )?(?<what>(?:\\d|[a-z])${TAIL} ?(?:kilos?|kilograms?|kg|pounds|lbs|stone))`,
    'weight',
  ),
  factRule(
    'about',
    `(?:${I_AM}|i have|i've got|i have got) (?:severely |very |slightly |badly |really |an? )*(?:allergic|intolerant|allergy|intolerance) to (?<what>${TAIL})`,
    ({ what }) => `allergic ${factKey(what ?? '')}`,
    { confidence: FOR_SURE },
  ),
  factRule(
    'about',
    `(?:i have|i've got|i have got) (?:an? )?(?:severe |bad |slight |mild )?(?<what>[${LETTERS} ]{2,30}) (?:allergy|allergies|intolerance)`,
    ({ what }) => `allergic ${factKey(what ?? '')}`,
    { confidence: FOR_SURE },
  ),
  factRule(
    'about',
    `(?:i have|i've got|i have got|i suffer from) (?:an? )?(?<what>(?:type (?:one|two|1|2) )?(?:asthma|diabetes|epilepsy|migraines?|hay fever|high blood pressure|low blood pressure|arthritis|insomnia|adhd|autism|dyslexia|celiac disease|coeliac disease|anxiety|depression|glaucoma|a pacemaker|a heart condition|back problems|a bad (?:back|knee|hip|shoulder)|bad (?:back|knees?|hip|shoulder)|multiple sclerosis|ibs|parkinson's))`,
    ({ what }) => `have ${factKey(what ?? '')}`,
    { confidence: FOR_SURE },
  ),
  factRule(
    'about',
    `${I_AM} ${OFTEN}(?:an? |strictly |strict |fully )*(?<what>vegetarian|vegan|pescatarian|diabetic|epileptic|asthmatic|celiac|coeliac|lactose[- ]intolerant|gluten[- ]intolerant|gluten[- ]free|left[- ]handed|right[- ]handed|ambidextrous|colou?r[- ]?blind|dyslexic|autistic|pregnant|short[- ]sighted|far[- ]sighted|near[- ]sighted|hard of hearing|deaf|blind|introvert(?:ed)?|extrovert(?:ed)?|(?:a |an )?(?:morning person|night owl|early bird|twin|only child|vegetarian|catholic|buddhist|muslim|christian|hindu|jewish|atheist|night person|dog person|cat person))`,
    ({ what }) => `am ${factKey(what ?? '')}`,
    { confidence: FOR_SURE },
  ),
  factRule('about', `${I_AM} ${OFTEN}(?:a |an )?(?<what>${NATIONALITY})(?: (?:citizen|by birth|but ${TAIL}|and ${TAIL}))?`, 'nationality'),
  factRule(
    'about',
    `${I_AM} ${OFTEN}(?<what>married|single|divorced|engaged|widowed)(?: (?:to|with|since|for) ${TAIL})?`,
    'marital status',
  ),
  factRule('about', `(?:i|we) got married (?<what>(?:in|on|last) ${TAIL})`, 'got married'),
  factRule(
    'about',
    `(?:i ${OFTEN}(?:can )?speak|${I_AM} ${OFTEN}fluent in) (?<what>(?:(?:fluent|some|a little|a bit of|good|basic|no|only|native) )*${LANGUAGE}(?:\\b${TAIL})?|(?:two|three|four|five|six|\\d) languages(?:${TAIL})?)`,
    'speak',
  ),
  factRule(
    'about',
    `${I_AM} ${OFTEN}(?:learning|practicing|practising|teaching myself|trying to learn) (?<what>(?:to (?:play|cook|drive|swim|code|program|sew|knit|paint|draw|sing|dance|surf|ski|dive|sail|fly|juggle|type|read|write|ride|speak)|${LANGUAGE}|(?:the )?(?:piano|guitar|violin|cello|drums|flute|saxophone|trumpet|ukulele|harp)|chess|programming|python|javascript|yoga|karate|judo)(?: ${TAIL})?)`,
    ({ what }) => `learn ${factKey(what ?? '')}`,
  ),
  factRule('about', `i ${OFTEN}(?:drive|ride) an? (?<what>${TAIL})`, 'my car', {
    unless: /^(?:hard|lot|little|bit|long|mile|few|bus|train|taxi)\b/iu,
  }),
  factRule('about', `(?:my|our) (?<thing>${WORDS})(?:'s| is| are) ${OFTEN}(?<what>${TAIL})`, ({ thing }) => `my ${factKey(thing ?? '')}`, {
    unless: PASSING_STATE,
  }),
  factRule(
    'date',
    `(?:my|our) (?<thing>${WORDS})(?: (?:to|from|for|with) [${LETTERS}]+)? (?:starts|begins|leaves|departs|ends|takes off) (?<what>${TAIL})`,
    ({ thing }) => `my ${factKey(thing ?? '')}`,
    { timed: true },
  ),
];
