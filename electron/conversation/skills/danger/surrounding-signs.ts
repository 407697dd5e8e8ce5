import type { Sign } from './sign.ts';

const ANIMAL = /\b(?:hedgehog|fox|cat|raccoon|deer|squirrel|bird|mouse|rabbit|moth|spider|possum|movie|film|game)\b/;

/** Gas, fire and violence. */
export const surroundingSigns: readonly Sign[] = [
  // Gas
  { kind: 'gas', said: /\b(?:smell|smells|smelling) (?:\w+ ){0,3}gas\b/, unless: /\b(?:gas station|what does|passed gas)\b/ },
  {
    kind: 'gas',
    said: /\b(?:gas (?:is )?leak(?:ing|s)?|leaking gas|carbon monoxide (?:\w+ )?(?:alarm|detector|poisoning|leak))\b/,
    unless: /\b(?:what (?:is|are|causes)|buy|install|how does)\b/,
  },
  // Fire
  {
    kind: 'fire',
    said: /\b(?:something|wall|walls|ceiling|wires?|wiring|cable|outlet|socket|heater|dryer|building next door|neighbor is house|shed|barn|attic|forest|hill|woods) (?:\w+ ){0,4}(?:is|are) (?:burning|smoking|sparking|on fire)\b/,
    unless: /\b(?:candle|incense|calories|smoking (?:area|is)|with love)\b/,
  },
  {
    kind: 'fire',
    said: /\b(?:tree|charger|dryer|heater|outlet|phone|tablet|carpet|rug|blanket|tent|shed|barn|bin|trash|candle|tablecloth|forest|balcony|attic|boat|bus|van|truck|motorbike|neighbor is house|next door|grill) (?:\w+ )?(?:is on fire|are on fire|is in flames|caught fire|has caught fire|burst into flames|exploded and is burning)\b/,
    unless: /\b(?:in (?:the|this) (?:movie|film|game|song)|last (?:year|month|week)|years ago)\b/,
  },
  {
    kind: 'fire',
    said: /\b(?:house|garage|kitchen|building|apartment|roof|car|school|shop|barn) is in flames\b|\b(?:flames|fire) (?:\w+ )?(?:coming|shooting|leaping) (?:out of|from|through)\b/,
  },
  {
    kind: 'fire',
    said: /\bfire is (?:\w+ )?(?:spreading|getting bigger|out of control|growing|coming closer)\b/,
    unless: /\b(?:campfire|game|movie)\b/,
  },
  {
    kind: 'fire',
    said: /\b(?:there is|with|see|and) (?:\w+ ){0,2}smoke (?:in|on|under|outside) (?:the|my|our) (?:hallway|stairs|staircase|stairwell|corridor|house|apartment|room|bedroom|kitchen|basement)\b/,
    unless: /\b(?:smell of|cigarette|grill|barbecue)\b/,
  },
  {
    kind: 'fire',
    said: /\b(?:house|home|kitchen|apartment|flat|room|building|stove|oven|car|bed|curtains?|roof|garage|sofa|couch|hair|clothes|shirt|pan|oil|bedroom|office|school|basement|microwave|toaster|laptop|battery|everything|something) (?:is|are|has|have|just|caught|is on) ?(?:just )?(?:on|caught|catching|burning down|in)? ?(?:fire|flames|burning down)\b/,
    unless: /\b(?:song|music|movie|figuratively)\b/,
  },
  {
    kind: 'fire',
    said: /\bthere is (?:a |an )?(?:\w+ ){0,2}fire (?:in|at|on|next|outside|near|downstairs|upstairs|here)\b/,
    unless:
      /\b(?:fireplace|fire place|camp|grill|chimney|stove top|no fire|fire (?:truck|drill|station|engine|exit|hydrant|escape|extinguisher))\b/,
  },
  {
    kind: 'fire',
    said: /\b(?:(?:smoke|fire) alarm (?:is|keeps|has|went) (?:\w+ )?(?:going off|ringing|beeping|gone off|off)|smoke (?:is )?(?:coming|filling|everywhere|pouring)|(?:trapped|stuck) (?:in|by) (?:a |the )?(?:fire|smoke)|call (?:the )?(?:fire department|fire brigade|firefighters))\b/,
  },
  {
    kind: 'fire',
    said: /\b(?:house|kitchen|stove|oven|building|roof|apartment|bed|curtains?|garage|sofa|couch) (?:is|are) burning\b|\b(?:full of|filled with|filling with) smoke\b|^(?:help )?(?:fire|fire fire|fire fire fire|it is burning|we are on fire|i am on fire|there is a fire)(?: help)?$/,
  },
  // Violence
  {
    kind: 'violence',
    said: /\bchoking (?:me|us|my (?:\w+ )?(?:mom|mother|sister|brother|wife|friend|son|daughter))\b/,
    unless: /\b(?:collar|tie|scarf|smoke|smog|dust|work|debt|shirt|pollen|taxes|fumes?|phlegm|cough)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:husband|wife|boyfriend|girlfriend|father|mother|dad|mom|partner|ex|stepfather|stepdad|he|she|someone|somebody) (?:just |has )?(?:hit|punched|kicked|slapped|choked|beat|attacked|stabbed|shot|raped|strangled|pushed) (?:me|my (?:mom|mother|sister|brother|friend|son|daughter|wife|kid|child)|us)\b(?! (?:at|in (?:the back|chess|tennis|cards)|up|with (?:a|his|her|your) (?:joke|text|question|idea|bill)))/,
    unless:
      /\b(?:joke|text|email|message|to it|the news|at (?:\w+ )?(?:chess|tennis|cards|kart|golf|poker)|years ago|last (?:year|month)|by a mile)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:is|has) got (?:a|an|his|her) (?:gun|knife|weapon|rifle|machete|axe)\b|\bpointing (?:a|his|her) (?:gun|knife|weapon|rifle) at\b/,
    unless: /\b(?:game|movie|film|book|story|new|cook|chef|kitchen knife set)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:hear|heard|hearing) (?:\w+ )?(?:gunshots?|shots|shooting|gunfire|screams for help)\b/,
    unless: /\b(?:game|movie|film|on tv|range|last (?:year|month))\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:was|were|been|got) (?:just )?(?:raped|assaulted|mugged|robbed|attacked|beaten up|kidnapped)\b/,
    unless:
      /\b(?:referee|team|match|last (?:year|month)|years ago|dog|bee|mosquitoes|by the press|in (?:the|a|my) (?:game|movie|book|dream)|of (?:my|our) (?:win|title))\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:ex|man|husband|boyfriend|someone|somebody|he|she|neighbor|stranger|guy) (?:\w+ ){0,6}(?:threatening|threatened|threatens) (?:me|us|to (?:hurt|kill|hit|shoot) (?:me|us))\b/,
    unless: /\b(?:lawsuit|to sue|with a bill|chess|game)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:hiding|hid|hide) (?:\w+ ){0,5}(?:he|she|they|someone|somebody|my (?:husband|ex|dad|boyfriend)) (?:is|are) (?:looking for|coming for|hunting|after|trying to find|outside)\b/,
    unless: /\b(?:hide and seek|game|playing|surprise)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:kidnapped|abducted|taken|snatched) (?:my|our) (?:son|daughter|child|kid|kids|children|baby|wife|husband|sister|brother)\b(?! (?:to|out|for|with|on|home|shopping))/,
  },
  {
    kind: 'violence',
    said: /\b(?:holding|held|keeping|kept|locked) (?:me|us|my \w+) (?:\w+ ){0,4}(?:against (?:my|our|her|his) will|hostage|captive|prisoner)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:(?:am|is|are) being (?:attacked|robbed|mugged|beaten|stabbed|raped|assaulted|kidnapped|followed|stalked|held hostage)|(?:was|were|been|got) (?:raped|assaulted|kidnapped|mugged|beaten up)|(?:someone|somebody|a man|he|she) (?:is|keeps|has been) (?:following|chasing|stalking) (?:me|us))\b/,
    unless:
      /\b(?:on (?:twitter|facebook|instagram|social media|x)|in (?:the|my|this|a) (?:game|movie|book|chess)|by (?:the )?press|team|club|knight|queen|bishop|mosquitoes)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:breaking|broke|break|trying to (?:break|get)|forcing (?:his|her|their) way) (?:in|into) (?:my|our|the) (?:house|home|apartment|flat|room|door|car)\b|\b(?:someone|somebody|a man|people) (?:is|are|has|have|just)? ?(?:just )?(?:breaking|broken|broke) in\b/,
    unless: /\b(?:last (?:year|month|week)|years ago|movie|story)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:intruder|burglar|stranger|there is (?:someone|somebody)) (?:\w+ ){0,2}(?:in|inside|at|outside) (?:my|our|the) (?:\w+ )?(?:house|home|apartment|flat|room|door|yard|garden|bedroom)\b/,
    unless: ANIMAL,
  },
  {
    kind: 'violence',
    said: /\b(?:man|woman|guy|person|he|she|someone|somebody|husband|wife|boyfriend|girlfriend|father|dad|brother|ex|intruder|kid|boy) (?:\w+ )?(?:has|with|is holding|is pointing|pulled|is waving) (?:a|an|his|her) (?:gun|knife|weapon|rifle|machete|axe)\b/,
    unless: /\b(?:knife and fork|game|movie|film|book|story|painting|who is|song)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:is|are|keeps|was|started) (?:hitting|beating|hurting|strangling|choking|stabbing|threatening|attacking|abusing|hits|beats) (?:me|us|him|her|my \w+)\b/,
    unless:
      /\bat (?:\w+ )?(?:chess|tennis|cards|checkers|kart|darts|pool|scrabble|the game|monopoly|poker|golf|football)\b|\b(?:back|head|knee|feet|tooth|stomach|shoes|legs?|price|inflation|allerg\w+|hay ?fever) (?:is|are|was) hurting\b|\b(?:dust|smoke|smog|fumes?|phlegm|cough|pollen|collar|tie) (?:is|are|keeps|was|started) choking\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:my )?(?:husband|wife|boyfriend|girlfriend|father|mother|dad|partner|ex|stepfather) (?:hits|beats|hit|beat|abuses|threatened|threatens) me\b/,
    unless: /\bat (?:chess|tennis|cards|golf|\w+)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:he|she|they|someone|somebody|husband|wife|boyfriend|girlfriend|ex|man) (?:is|are|wants|want|says he is|says she is|threatened|threatens|is trying|is going|tried) (?:going )?(?:to )?(?:kill|murder|shoot|stab|killing|shooting) (?:me|us|her|him|my \w+)\b/,
    unless: /\b(?:game|movie|film|if i (?:am late|forget)|exam)\b|\b(?:mom|mother|dad|boss|wife) (?:is|will)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:call|get|need|phone) (?:me |us )?(?:the )?(?:police|cops)\b/,
    unless: /\b(?:police (?:station|officer|movie|band)|the police band|song)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:shots fired|active shooter|(?:someone|somebody|a man) (?:is )?shooting|there is an intruder|(?:he|she|they) will kill (?:me|us)$|there is a shooter|someone is shooting|somebody is shooting|i have been kidnapped|i am being held)\b/,
    unless: ANIMAL,
  },
];
