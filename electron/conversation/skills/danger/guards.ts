/** What tells of a danger without one: stories, sport, lessons, requests about words, the past, what is over or denied. */

const STORY =
  'nature programme|detectives|dragon|wizard|goblin|zombies|movie|film|films|book|novel|story|stories|episode|series|sitcom|soap opera|play|song|songs|lyrics|album|bands|(?:the|this|that|a rock|my favou?rite) band|musical|opera|game|level|essay|homework|crossword|quiz|lecture|lesson|class|classes|documentary|podcast|headline|headlines|article|news|newspaper|museum|hero|heroine|villain|character|comic|cartoon|poem|scene|(?:first|second|third|fourth|fifth|last|final) act|show|tv show|chapter|trailer|video|match|dream|nightmare|exhibition|painting|exam|thesis|report';
/** Who watches or plays while it happens is no part of the story. */
const MEANWHILE = new RegExp(
  `\\b(?:while|when|as|during|after|before|was|were|in the middle of|from|just|we are|i am|been) (?:\\w+ ){0,3}(?:watching|playing|reading|listening to|at|of|in|doing|the|a|my|our) (?:the |a |an |his |her |my |our |that |this )?(?:\\w+ )?(?:${STORY}|match|tv|telly)\\b(?! (?:where|about|in which|who|that|when|and (?:the|a) (?:hero|man|woman|guy|girl|character)))`,
  'g',
);
const TOLD = new RegExp(`\\b(?:${STORY})\\b`);
const SPORT =
  /\b(?:goals?|scored|striker|penalty|league|playoffs?|referee|season|half time|quarterback|innings|final score|kick off|grand prix|our team|the team|their team|big match|every match|home game|midfield\w*)\b/;
const PAST =
  /\b(?:last (?:year|month|week|summer|winter|spring|autumn|fall|night is|monday|tuesday|wednesday|thursday|friday|saturday|sunday|time|christmas|season)|(?:years?|months?|weeks?|decades?|centur\w+) ago|back in|in (?:nineteen|eighteen|two thousand|twenty (?:ten|twelve|fifteen|twenty)|19\d\d|20\d\d|the (?:war|eighties|nineties|seventies|past))|used to|when (?:i|he|she|we|they) (?:was|were) (?:a |an )?(?:kid|child|young\w*|little|small|boy|girl|teenager|student|four|five|six|seven|eight|nine|ten|at (?:school|university))|as a (?:kid|child|boy|girl)|once upon|long ago)\b/;
const OVER =
  /\b(?:(?:is|are|am|feel|feels|feeling|doing|was) (?:\w+ )?(?:fine|ok|okay|all right|good|better|great|well|safe|home) (?:now|again)|fine now|(?:headache|pain|fire|smoke|it|danger|fever|bleeding) (?:is|was|has been|has) (?:all |now |finally |already |completely |long )?(?:gone|over|out now|out again|stopped|put out|false alarm)|false alarm|but (?:it is|i am|he is|she is|they are|everyone is) (?:\w+ )?(?:fine|ok|okay|all right|good|alright))\b/;
const REQUEST =
  /^(?:(?:hey|ok|okay|so|and|well|please|can you|could you|would you|will you|nova) )*(?:play|add|put (?!.*\bto (?:death|sleep)\b)|remind|set|write|spell|translate|show|find|search|buy|order|book|remove|delete|cross|open|sing|draw|make|define|replace|shoot me|kill the|kill that|cut the|burn this|step on|light the|boil|turn|switch|don t write|rename|read)\b/;
const FIGURE_OF_SPEECH =
  /\b(?:laughing|laughter|laughed|giggles|as they say|so to speak|figuratively|metaphor\w*|saying goes|the saying|proverb|idiom|literally (?:died|dead|dying|on fire)|embarrass\w*|boredom|with envy|joking|just kidding|the word|the phrase|the expression|is a terrible thing to say|costume|halloween|halloween party|fancy dress)\b|\b(?:miss|missed|love|laugh) (?:\w+ ){1,4}so (?:much|hard|badly) (?:that )?my (?:chest|heart|sides) (?:hurts?|aches?)\b|^(?!.*\b(?:he|she|they|gun\w*|shoot\w*|man|somebody|someone|knife|hurt\w*|pain|bleed\w*|breath\w*)\b)(?=.*\bhiding\b).*\bon (?:my|our|a) (?:\w+ )?break\b/;
/** What strikes, burns, chokes or ends is no body and no house. */
const IDIOM =
  /\bdied and (?:gone|went) to heaven\b|\bbeat (?:me|us|him|her|them) (?:\w+ ){0,2}(?:nil|love|zero|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:to|all) (?:nil|love|zero|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b|\b(?:will|would|is going to|am going to) kill me (?:if|when) (?:she|he|they) sees? (?:the (?:state|mess)|this (?:mess|kitchen|room|place))\b|\bgasping for (?:a|an|some|my|the) (?:nice |good |proper |strong )?(?:cup|cuppa|brew|pint|drink|coffee|tea|smoke|fag|beer|lager|wine)\b|\b(?:is|are|was|were|am) dead (?:sound|nice|good|on|handy|easy|posh|funny|proud|chuffed|keen|cute|clever|kind|cheap|friendly|lovely)\b|\b(?:sold|run|ran|selling|running) out of (?:rat|mouse|ant|slug|weed) (?:poison|killer|bait)\b|\b(?:wife|husband|mum|mom|mother|father|dad|boss|sister|brother|girlfriend|boyfriend|teacher|neighbour|neighbor|roommate) (?:is going to|will|would) (?:kill|murder|strangle) me if i (?:buy|eat|bring|order|miss|forget|spoil|watch|spend|scratch|dent|wake|adopt|shrink|am late)\b|\b(?:ferns?|plants?|geraniums?|tomatoes|lawn|orchid|cactus|roses|basil) (?:is|are) (?:\w+ )?dying\b|\b(?:dog|cat|puppy|kitten) to swallow\b|\bpassed out of (?:the |his |her )?(?:\w+ )?(?:academy|school|college|training)\b|\bpollen is attacking\b|\b(?:ivy|weeds?|bindweed|brambles?) (?:is |are )?(?:choking|strangling)\b|\bgot (?:all )?choked up (?:when|at|about|watching)\b|\b(?:run|ran|running) out of gas\b|\blost all my matchsticks\b|\b(?:car|bike|boat|guitar) is my baby\b|\bin the back (?:with (?:that|this|the|his|her)|by \w+ing|at (?:work|the office))|in the back$|\bwill (?:kill|murder) (?:me|us) (?:for|over|when (?:he|she|they) (?:finds?|hears?|sees?)|if i (?:am late|forget|lose|break|spill|miss|do not (?:finish|clean|call|show|bring)))\b|\brobbed (?:me |us )?of (?!my|our)|\boverdos(?:ed|ing|e) on (?!(?:\w+ ){0,3}(?:pills|tablets|drugs?|heroin|cocaine|meth|fentanyl|insulin|paracetamol|aspirin|ibuprofen|medication|medicine|meds|morphine|opioids?|xanax|antidepressants|tylenol|painkillers|alcohol|sleeping))|\b(?:tie|collar|scarf|sweater|shirt|necklace|bra|dress|waistband|belt) (?:is |keeps )?(?:chok|strangl|suffocat)\w+|\bchoking my style\b|\bshot (?:me|him|her|us|them) an? \w+$|\bshot (?:me|him|her|us|them) an? (?:look|glance|smile|email|message|text|wink)\b|\bsmoking hot\b|\bbeat(?:ing|s|en)? (?:me|us|him|her) (?:at|in) (?!home|bed|night|the (?:face|head|kitchen|street|car)|my)|\bbreathless with\b|\bdance floor\b|\b(?:knight|bishop|rook|pawn|checkmate|queen is)\b|\bmugged off\b|\bdrowning (?:the|my|our|it|them) (?:\w+ )?in (?:syrup|sauce|ketchup|gravy|butter|cream|mayo)|\b(?:haha|ha ha|lol)\b|\blet us go home\b|\bkick(?:ed|ing)? (?:his|her|their|my) (?:habit|butt)\b|\b(?:career|social) suicide\b|\b(?:bands?|teams?|squad|strikers?|drummer|comedian) (?:is|are|was|were) (?:\w+ )?on fire\b|\bon fire (?:lately|recently|these days|this season)\b|\b(?:get|getting|wash|washing|air) (?:\w+ ){0,2}smell of smoke out\b/;
const QUESTION_ABOUT =
  /^(?:(?:hey|ok|okay|so|and|well|please|can you|could you|do you know) )*(?:what (?:is|are|does|do|was|were|causes|stops|happens|can cause)(?! wrong| happening| the (?:least|best|easiest|quickest|most painless))|who|define|explain|tell me about|tell me a|how (?:common|many|often|likely|do you say|does|did|is|are|tight|long does)|when (?:was|did|is)|why (?:do|does|did|is|are)|which|is it true|have you heard|are there|is there a (?:word|song|film)|where (?:is|was|can|do)|is (?:a|the|an)|is chocolate|did you know|should(?!.* on fire))\b/;
const IF =
  /^(?:(?:what|and|but|so) )*(?:if|in case|what would|imagine|suppose|pretend)\b|\b(?:nearly|almost) (?:gave|had|died|killed|choked|drowned|fainted)\b/;
const HERE_AND_NOW =
  /\b(?:having thoughts (?:of|about)|(?:sleep|eyes) and (?:never|not) wake|will not be (?:here|around|alive) tomorrow|what (?:do|should|can|shall) (?:i|we) do|help me|help us|please help|help him|help her|right now|happening now|call (?:an|the) ambulance|hurry|quick|quickly|my (?:dad|mum|mom|father|mother|son|daughter|baby|wife|husband|nan|gran|grandma|grandpa|grandad|partner|friend|kid|toddler) (?:has|is|just|will not|can not|did))\b/;

/** Whether normalised words tell of something that does not happen here and now. */
export function isNotHereAndNow(text: string): boolean {
  const told = text.replaceAll(MEANWHILE, ' ');
  if (FIGURE_OF_SPEECH.test(told) || IDIOM.test(told) || OVER.test(told) || IF.test(told)) return true;
  if (HERE_AND_NOW.test(told)) return false;
  return TOLD.test(told) || SPORT.test(told) || PAST.test(told) || REQUEST.test(told) || QUESTION_ABOUT.test(told);
}

/** Things die and are drowned out, and nobody is in danger; the same word behind "in the" is only where somebody is. */
const DYING_THING =
  '(?:(?:smart|mobile|cell|tele)? ?phones?|mobile|handset|batter(?:y|ies)|power bank|charger|laptop|computer|pc|mac|macbook|tablet|ipad|kindle|screen|monitor|keyboard|mouse|printer|scanner|router|wifi|wi fi|internet|signal|line|connection|server|hard drive|disk|camera|microphone|mic|speakers?|headphones|earbuds|hearing aids?|remote|watch|clock|torch|flashlight|lamp|light|lights|bulb|tv|telly|television|radio|stereo|console|controller|toy|drone|robot|car|van|engine|motor|motorbike|scooter|lorry|truck|bus|tractor|boat engine|mower|lawn ?mower|fridge|freezer|oven|boiler|heater|heating|kettle|toaster|microwave|dishwasher|washing machine|dryer|hoover|vacuum|vacuum cleaner|machine|appliance|plants?|house ?plants?|pot plants?|flowers?|roses?|tulips?|orchids?|lawn|grass|hedges?|trees?|bush|shrubs?|tomato(?:es)?|basil|herbs?|seedlings|crops?|cactus|ferns?|gold ?fish|fish|career|business|trade|industry|language|tradition|conversation|joke|party|thread|app|program|website|account|show|flame|embers|campfire|fire|stars?|sun|garden|fish tank)';
const BE_DYING =
  '(?:(?:is|are|was|were|will|would|could|might|just|has|have|had|keeps?|kept|seems?|looks?|about|going|ready|trying|tries|wants?|wanted|starting|started|to|be|been|on the point of|nearly|almost|already|slowly|finally|probably|always|soon|really|all|completely|half|gone|goes|went|as good as|not) )*(?:die|dies|died|dying|dead)';
const DIES_WITHOUT_DANGER = new RegExp(
  `(?<!\\b(?:in|on|under|by|with|near|at|from|of|inside|behind|beside|into|onto|through|for|driving|the car) (?:(?:the|a|my|our|his|her|their|this|that|your) )?(?:\\w+ )?)\\b(${DYING_THING})(?: (?:in|on|outside|behind|by) (?:the|my|our) \\w+)? ${BE_DYING}\\b(?: on (?:me|us|you))?|\\bdrown(?:ing|ed|s)? (?:you|him|her|it|them|everything|everyone|the \\w+|your voice) out\\b`,
  'g',
);

/** What is put on a list is in nobody's mouth: "mice round the shed, so put rat poison on the list". */
const PUT_ON_LIST =
  /\b(?:so|and|please|then) (?:put|add|pop|stick|slot|write|jot) (?:\w+ ){1,6}(?:(?:on|onto|to|down on) (?:the|my|our) (?:\w+ ){0,2}(?:list|table|plan|shopping)|(?:straight |right |just )?(?:after|before|between) \w+)\b/g;
/** Who stays where he is, and what does not carry any more, is in no danger: "I am not moving off this couch", "my knee can't go on". */
const STAYS_PUT =
  /\b(?:i|we) (?:am|are) not moving (?:off|from|out of)\b|\b(?:knees?|back|hips?|feet|foot|legs?|ankles?|car|van|engine|boiler) can not go on\b(?! living)|\b(?:laptop|computer|pc|phone|tablet|engine|car|chainsaw|mower|internet|wifi|server|printer) (?:is |has been |keeps )?choking\b/g;
/** Said of cold, food and a sleeping child: "never this cold in my life", "that curry set my mouth on fire", "scared to breathe". */
const OVERSTATED =
  /\bnever been (?:this|so|that|as) (?:cold|hot|warm|wet|tired|bored|happy|hungry|busy|proud|embarrassed|nervous|excited|full|lost|glad|early|late)(?: \w+){0,3} in my (?:whole )?life\b|\b(?:mouth|tongue|lips|taste ?buds) on fire\b|\bfire (?:\w+ )?in the (?:fireplace|grate|hearth|stove|fire pit|log burner)\b/g;
/** Of a sleeping child; who hides from somebody says so. */
const SCARED_TO_BREATHE =
  /^(?!.*\b(?:hid\w*|house|outside|door|man|he|she|they|somebody|someone|knife|gun)\b)(.*)\b(?:scared|afraid|not daring) to breathe\b/;
/**
 * The words without what says no danger of itself, though its words do: of "my phone's about to die" the phone is left, of "put rat
 * poison on the list" nothing. The rest is read: who cannot go on with his knee may still have chest pain.
 */
export function withoutHarmless(text: string): string {
  return text
    .replaceAll(DIES_WITHOUT_DANGER, (_, thing?: string) => ` ${thing ?? ''} `)
    .replaceAll(PUT_ON_LIST, ' ')
    .replaceAll(STAYS_PUT, ' ')
    .replaceAll(OVERSTATED, ' ')
    .replace(SCARED_TO_BREATHE, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The meaning is there only to be denied: "no pain", "is not bleeding", "without any smoke". */
export const DENIED =
  /\b(?:no|never|without|neither|nor|(?:is|am|are|was|does|do|did|has|have) not)(?: (?:a|an|any|having|have|got|the|really|been|in|feel|see|smell|hear|sign of|signs of|more)){0,3} (?:pains?|chest pains?|heart attack|stroke|fire|gas leak|smoke|emergency|overdos\w+|bleeding|blood|choking|dying|drowning|seizures?|suicidal|attacked|robbed|thinking (?:of|about) suicide|hurt|injured|burning|allergic|poisonous|gas|danger)\b(?! (?:and|but) (?:i|he|she|it) (?:can|could|is|am))/;
