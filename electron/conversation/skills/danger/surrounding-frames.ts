import type { Frame } from './frame.ts';

/** What creeps about a house and is nobody. */
const ANIMAL = 'hedgehog|fox|cat|dog|raccoon|squirrel|mouse|mice|bear|bird|spider|rats?|possum|badger|deer|pigeon|seagull|wasp|bee';

const FIGURE =
  /\b(?:what times? (?:is |are |does |do )?(?:my|the|our) alarms?|when (?:is|are|does|do|will) (?:my|the|our) alarms?|went up it is|ambition|rang (?:once|twice|again)|fire (?:sale|drill|truck|station|engine|exit|escape|extinguisher|hydrant|safety|place|brigade is)|fireplace|camp ?fire|bon ?fire|mixtape|playlist|inbox|cheeks|calories|compliment|career|tonight three|salsa|sauce|album|song|goal|form|candle(?:s)? (?:lit|smell|light)|incense|both ends|through (?:batter(?:y|ies)|cash|money|savings)|smoked|fired|burning to (?:tell|know|ask)|burning question|cd|dvd|disc|desire|love|rubber|ears are|smell of|smoking (?:area|room|is)|stop smoking|quit smoking|cigars?|smoke free|barbecue (?:smells|is)|lungs|legs|muscles|heart burn|heartburn|toast|calluses)\b/;

/** "He's coming, hide the list": what is hidden is a thing, and nothing tells of a fight. */
const THING_HIDDEN =
  '^(?!.*\\b(?:knife|gun|drunk|kill|hurt|hit|furious|violent|scared|afraid|smash|scream|kick|bang)).*\\bhide (?:the|my|our|his|her|your|this|that|these|those|it|them|everything)\\b(?! (?:\\w+ )?(?:baby|babies|child|children|boys?|girls?|son|daughter)\\b)';

/** Fire, gas, water, current, burns and violence; looked for in this order, after the body. */
export const surroundingFrames: readonly Frame[] = [
  // Gas
  { kind: 'gas', of: ['strongSmell', 'burner'], within: 10, unless: /\b(?:barbecue smells|coffee|cooking|bacon|fire (?:smells|place))\b/ },
  {
    kind: 'gas',
    of: ['gas', 'smell'],
    within: 12,
    unless:
      /\b(?:gas (?:bill|price|station|mask|pedal)|petrol|car park|gallon|passing gas|spray|volcano|egg salad|sulphur springs|who|invented)\b/,
  },
  {
    kind: 'gas',
    of: ['gasBroken', 'broken'],
    within: 14,
    unless: /\b(?:gas (?:bill|price|prices|station|mask|pedal)|gallon|step on|record|gas guzzler|hit the gas|meter reading)\b/,
  },
  { kind: 'gas', of: ['carbonMonoxide', 'alarmRings'], within: 16, unless: /\b(?:lecture|battery|replace|buy|install|update|app)\b/ },
  { kind: 'gas', of: ['burner', 'fumesSick', 'indoors'], within: 24, unless: /\b(?:holiday|car ?sick|sick of|home sick)\b/ },
  // Electricity, water, burns
  {
    kind: 'medical',
    of: ['person', 'electric', 'shocked'],
    within: 16,
    unless:
      /\b(?:price|bill|atmosphere|news|surprised|shocked (?:at|by)|shares|guitar|piano|computer|phone|headphones|deal|tie|pull the plug)\b/,
  },
  {
    kind: 'medical',
    of: ['underWater', 'water'],
    within: 16,
    unless:
      /\bunder (?:the )?(?:bridge|tunnel)\b|\b(?:in love|paperwork|debt|emails?|work|sorrows|nineteen|titanic|ship went|crowd|noise|prices|tax|interest|photos?|boat trip|cost|lessons?|learn\w*|sunset|milk|sauce|keys|ring|ball|phone|goggles|spider|bag|list|mark)\b/,
  },
  {
    kind: 'medical',
    of: ['scald', 'burnt', 'badBurn'],
    within: 18,
    unless:
      /\b(?:calories|oil change|painting|compliment|cd|disc|toast|keyboard|shirt|carpet|floor|counter|rug|phone|laptop|desk|paella|gym|pizza|out of the oven|legs are|muscles|candle|sunday|ironing|ears|cream|lotion|sunburn\w*|face wash|skin care|cold and|jeans|iron man|tan)\b/,
  },
  // Fire
  { kind: 'fire', of: ['ablaze'], within: 6, unless: FIGURE },
  { kind: 'fire', of: ['things', 'burning'], within: 8, unless: FIGURE },
  { kind: 'fire', of: ['fireNow', 'fireHere'], within: 9, unless: FIGURE },
  // Violence
  {
    kind: 'violence',
    of: ['person', 'gotHurt'],
    within: 9,
    unless:
      /\b(?:team|press|referee|mosquito\w*|bees?|chess|price|bill|vaccine|flu|in the back by|photo|robbed (?:me |us )?of|mugged off|club|news|says|today|city)\b/,
  },
  { kind: 'violence', of: ['attacker', 'atMyThroat'], within: 8, unless: /\b(?:massage|scarf|necklace|tie)\b/ },
  {
    kind: 'violence',
    of: ['attacker', 'strikes', 'victim', 'bodily'],
    within: 16,
    unless:
      /\b(?:chess|tennis|cards|golf|poker|scrabble|darts|record|hit me (?:up|that)|burps?|joke|with (?:a )?(?:question|bill|text|email|smile|joke)|gym|ball|goal|laugh\w*|surprise|prank|monopoly|ping pong|tie|collar|shoes?|knee|back (?:is|hurts)|party|pillow|snowball|water balloon|hug|by \w+ points|to the punch|look|idea|split\w*|(?:throws?|pitch\w*|chips?) in)\b/,
  },
  {
    kind: 'violence',
    of: ['attacker', 'strikes', 'victim'],
    within: 7,
    unless:
      /\b(?:chess|tennis|cards|golf|poker|scrabble|darts|hit me up|hit (?:me|it) off|joke|gym|ball|laugh\w*|pushes me to|pushed me to (?:do|try|be|apply)|party|monopoly|tie|collar|style|look|a look|email|text|link|in the back (?:by|with|at)|in the back$|mario|kart|at (?:\\w+ )?(?:games?|cards)|to the airport|hard at work|forced (?:me|us) to (?:eat|watch|wear|try|listen)|threw me a|threw (?:him|her|us) a|bit (?:of|more|late|better)|grabbed (?:me|us|him|her) (?:a|some|the)|grab (?:me|us)|locked (?:in|on)|shoes?|feelings?|touching (?:story|song)|drag\w* (?:me|us|him|her) (?:to|shopping|along)|knock\w* (?:on|me out with)|chess|kicked (?:off|me out of the (?:group|chat|game))|shot (?:me|us|him|her) (?:a|an)|rob\w* us of|boss|it hurts?|hurts? me to|medals?|put (?:him|her|them) (?:back|down for)|split\w*|(?:throws?|pitch\w*|chips?) in)\b/,
  },
  {
    kind: 'violence',
    of: ['attacker', 'says', 'threatens'],
    within: 14,
    unless:
      /\b(?:let (?:her|him|them|me) get|late|homework|forget|boss|mum will|mom will|mom is going to|mum is going to|biscuit|jokes?|exam|workout|chess|lawsuit|sue|the heat|this (?:job|heat|hill))\b/,
  },
  { kind: 'violence', of: ['armedHere'], within: 8, unless: /\b(?:chef|toy|water|painting|photo|statue|cake|fork|who is|costume)\b/ },
  {
    kind: 'violence',
    of: ['attacker', 'weapon', 'holds'],
    within: 8,
    unless:
      /\b(?:kitchen knife set|knife and fork|chef|cook|cricket|baseball (?:game|team)|new|toy|atmosphere|tension|water gun|nerf|glue gun|nail gun|bath bomb|hammer (?:and|for|i)|museum|shop|razor (?:blade )?for|shave|fruit bat|bat and ball|who is|sharp mind|show on|carve|cake|butter|vet)\b/,
  },
  {
    kind: 'violence',
    of: ['intruder', 'intrudes', 'homePart'],
    within: 14,
    unless:
      /\b(?:cat|dog|fox|raccoon|squirrel|mouse|bear|bird|spider|bat|my (?:mum|dad|kids|wife|husband|friend)|plumber|postman|delivery|courier|parcel|package|pizza|guests?|party|painter|electrician|barbecue|cleaning|builders?|working on|novel|song|playing|watering|mowing|window cleaner|living in|moved in|carol|trick or treat\w*|sale|salesman|nice|for dinner)\b/,
  },
  {
    kind: 'violence',
    of: ['burglar'],
    within: 6,
    unless: new RegExp(`\\b(?:${ANIMAL})\\b|\\b(?:home alone|is funny|alarm|novel|costume|film|insurance|batter\\w+|caught)\\b`),
  },
  {
    kind: 'violence',
    of: ['self', 'hiding', 'rages'],
    within: 18,
    unless: new RegExp(`\\b(?:hide and seek|game|surprise|party|kids|bill|boss|meeting|presents?|coming home for)\\b|${THING_HIDDEN}`),
  },
  {
    kind: 'violence',
    of: ['attacker', 'confines', 'leave'],
    within: 12,
    unless: /\b(?:cat|dog|phone|app|game|meeting|upgrade|refund|website|customs|down|contract|boss|late|bedtime|early)\b/,
  },
  {
    kind: 'violence',
    of: ['intruder', 'follows', 'outside'],
    within: 12,
    unless: /\b(?:instagram|twitter|facebook|tiktok|linkedin|social|ads?|zombie|deadline|puppy|dog|cat|duck|kids? playing)\b/,
  },
  {
    kind: 'violence',
    of: ['shots', 'near'],
    within: 10,
    unless:
      /\b(?:game|movie|film|range|photo|video|shooting (?:a|the|for|stars?|hoops|guard)|espresso|flu|vaccine|bath bomb|photo shoot|population explosion)\b/,
  },
];
