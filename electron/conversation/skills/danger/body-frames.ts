import type { Frame } from './frame.ts';

const GYM = /\b(?:gym|press|freezer|workout|work out|hair|of drawers|infection last|tattoo|tennis|running|training|lifting|bench)\b/;
const LOVE =
  /\b(?:love|loved|crush|broke(?:n)? my heart|heart is broken|heart broken|for (?:you|her|him|them|those|the)|proud|walked in|she left|he left|break up)\b/;
const MACHINE =
  /\b(?:laptop|phone|computer|printer|server|market|stocks?|economy|tent|car|engine|router|tv|screen|app|website|battery|bridge|building|roof|shelf|deal|talks|government)\b/;
const DRINK =
  /\b(?:how many|how much|can i|may i|should i|is it (?:ok|okay|safe)|safe to|remind me|when (?:did|do|should)|prescribed|headache is gone|feel better|as prescribed)\b/;

/** Signs of heart, stroke, blood, consciousness, injury, breath, allergy and poison; looked for in this order. */
export const bodyFrames: readonly Frame[] = [
  // Breath, throat, allergy
  {
    kind: 'poisoning',
    of: ['dope', 'doped'],
    within: 14,
    unless: /\b(?:netflix|chocolate|coffee|tv|sugar|cute|news|rock star|singer|in class|meeting|lecture|sofa|couch|book|desk)\b/,
  },
  {
    kind: 'breathing',
    of: ['person', 'noAir'],
    within: 9,
    unless:
      /\b(?:drowning the|stairs|marathon|nose|view|beautiful|took my breath|breathing (?:exercises?|room|space)|perfume|yoga|snorkel|in this (?:dress|heat|suit|weather)|gym|jog|breath mint|air ?con\w*)\b/,
  },
  {
    kind: 'breathing',
    of: ['breathParts', 'blue'],
    within: 8,
    unless:
      /\b(?:paint|painted|lipstick|candy|lolly|ice pop|berr\w+|costume|hair|smurf|dress|eyes|looks? (?:lovely|great|good|nice)|old|nails)\b/,
  },
  {
    kind: 'breathing',
    of: ['inhaler', 'inhalerFails'],
    within: 14,
    unless: /\b(?:order|prescription|list|what|pharmacy|remind|last|shopping|when does)\b/,
  },
  { kind: 'breathing', of: ['throat', 'stuck'], within: 14, unless: /\b(?:lump|song|tune|words|feeling|frog)\b/ },
  { kind: 'breathing', of: ['person', 'food'], within: 12, unless: /\b(?:drove|turned|street|road|walked|went home)\b/ },
  { kind: 'breathing', of: ['swallowedThing', 'noAir'], within: 20 },
  {
    kind: 'breathing',
    of: ['someone', 'choke'],
    within: 6,
    unless:
      /\b(?:team|final|match|words|tears|up at|speech|smog|traffic|engine|manual|penalty|laugh\w*|exam|interview|against|tie|collar|debt|big|game)\b/,
  },
  {
    kind: 'breathing',
    of: ['swellingPart', 'swell'],
    within: 8,
    unless:
      /\b(?:dentist|wisdom|pride|eyes? (?:on|to)|keep your|tight lipped|wide|open|crying|cried|punch\w*|mosquito|close (?:my|your|his|her) (?:eyes?|mouth)|closed (?:my|his|her) (?:eyes?|mouth)|eyes? closed)\b/,
  },
  {
    kind: 'breathing',
    of: ['person', 'allergy', 'reaction'],
    within: 18,
    unless: /\b(?:mondays|work|stupid|nonsense|hay ?fever|test|tested|season|pollen|cashew chicken|recipe|brunch|last)\b/,
  },
  { kind: 'breathing', of: ['someone', 'gag', 'eaten'], within: 16, unless: /\b(?:bill|price|laugh\w*|cold|hay ?fever|order)\b/ },
  // Poison
  {
    kind: 'poisoning',
    of: ['took', 'strongPoison'],
    within: 10,
    unless:
      /\b(?:put (?:the|some|down|out)|use|buy|bought|list|clean\w*|spray\w*|had|is|take (?:the|some|out)|shop\w*|need|put on|put (?:\w+ ){0,2}for)\b(?! (?:got|ate|eaten|drank|swallow\w*))/,
  },
  { kind: 'poisoning', of: ['took', 'drug', 'excess'], within: 14, unless: DRINK },
  { kind: 'poisoning', of: ['young', 'took', 'drug'], within: 12, unless: DRINK },
  { kind: 'poisoning', of: ['pet', 'took', 'drug'], within: 14, unless: DRINK },
  { kind: 'poisoning', of: ['pet', 'took', 'petPoison'], within: 14, unless: DRINK },
  { kind: 'poisoning', of: ['person', 'took', 'wild', 'sick'], within: 22, unless: DRINK },
  {
    kind: 'poisoning',
    of: ['young', 'took', 'poison'],
    within: 17,
    unless:
      /\b(?:chocolate|raisins|grapes|onions|shampoo in|soap in|blueberries|strawberries|raspberries|cake|lunch|dinner|breakfast|pizza|soup|mushrooms (?:on|with|in)|bath)\b/,
  },
  {
    kind: 'poisoning',
    of: ['person', 'took', 'poison'],
    within: 14,
    unless:
      /\b(?:chocolate|raisins|grapes|onions|berries|mushrooms?|cigarettes?|shampoo|soap|mouth ?wash|batter(?:y|ies) (?:out|in)|put (?:the|some|more) |kool aid|used|had|took (?:the|a|my) (?:batter|magnet|cleaner|perfume)\w*|is (?:toxic|poisonous)|antique|bath|spray\w*|clean\w* (?:the|my)|buy|bought|fertili[sz]er (?:on|for)|what is your|give me|poison ivy|put (?:\w+ ){0,2}(?:for|down|petrol|diesel|fuel)|pull)\b/,
  },
  { kind: 'poisoning', of: ['mixed', 'sick'], within: 20 },
  // Heart
  { kind: 'medical', of: ['person', 'chest', 'pressure'], within: 14, unless: GYM },
  { kind: 'breathing', of: ['everyBreath', 'fight'], within: 6 },
  {
    kind: 'medical',
    of: ['person', 'weighedDown', 'self'],
    within: 14,
    unless: /\b(?:my (?:bag|coat|hat|phone|foot|toe|laptop|glasses)|the bus|the train)\b/,
  },
  { kind: 'medical', of: ['heart', 'heartTrouble', 'alarm'], within: 16, unless: LOVE },
  { kind: 'medical', of: ['heart', 'pain', 'alarm'], within: 16, unless: LOVE },
  {
    kind: 'medical',
    of: ['arm', 'jaw', 'pain'],
    within: 12,
    unless: /\b(?:yesterday|gym|tennis|dentist|tooth|desk|typing|chair|workout|gardening|slept)\b/,
  },
  { kind: 'medical', of: ['arm', 'pain', 'alarm'], within: 14, unless: /\b(?:yesterday|gym|tennis|climb\w*|workout|gardening|pitch\w*)\b/ },
  // Stroke
  {
    kind: 'medical',
    of: ['person', 'face', 'droop'],
    within: 8,
    unless: /\b(?:eye drops|bill|price|botox|dentist|surprise|photo|picture|painting|when (?:he|she|they) saw|news|moustache)\b/,
  },
  {
    kind: 'medical',
    of: ['limb', 'limbFails', 'suddenly'],
    within: 14,
    unless: /\b(?:slept|sleeping|lying) on\b|\bleft (?:the|a|my|me)\b|\bright (?:now|away|click)\b/,
  },
  {
    kind: 'medical',
    of: ['person', 'arm', 'limbFails'],
    within: 12,
    unless: /\b(?:slept|sleeping|lying) on\b|\b(?:hands are full|tied|knitting|clap)\b/,
  },
  {
    kind: 'medical',
    of: ['speechFails', 'limb'],
    within: 14,
    unless: /\b(?:left (?:the|a|me)|right (?:now|wing|about)|crossword|politic\w*|left wing)\b/,
  },
  { kind: 'medical', of: ['speechFails', 'face'], within: 16, unless: /\b(?:crossword|politic\w*)\b/ },
  {
    kind: 'medical',
    of: ['someone', 'speechFails', 'suddenly'],
    within: 12,
    unless: /\b(?:politic\w*|president|boss|phone|radio|internet|app)\b/,
  },
  { kind: 'medical', of: ['kin', 'slurs'], within: 8, unless: /\b(?:wine|beers?|pub|party|pints?)\b/ },
  { kind: 'medical', of: ['sightFails', 'eye', 'suddenly'], within: 16, unless: /\b(?:glasses|screen|date|fold|fog|contact lens)\b/ },
  {
    kind: 'medical',
    of: ['headache', 'worst'],
    within: 12,
    unless: /\b(?:taxes|headline|spreadsheet|neighbou?rs?|meeting|boss|yesterday|gives? me|giving me|doing|kids)\b/,
  },
  // Blood
  {
    kind: 'medical',
    of: ['blood', 'muchBlood'],
    within: 12,
    unless:
      /\b(?:ketchup|looks like blood|fake|thicker|boil\w*|colou?rs?|ink|money|cash|company|sport|blood (?:test|type|bank|donation|drive|moon|orange)|match day|heart bleeds|in the wash|page|edge technology|gums)\b/,
  },
  {
    kind: 'medical',
    of: ['person', 'wound', 'gush'],
    within: 16,
    unless: /\b(?:bread|cake|onions|fabric|paper|wood|price|budget|tax|hair|oil|vegetables)\b/,
  },
  { kind: 'medical', of: ['cutOff'], within: 10, unless: /\b(?:day off|time off|deal|chicken)\b/ },
  { kind: 'medical', of: ['cutOff', 'gush'], within: 14 },
  { kind: 'medical', of: ['wound', 'gush', 'soaked'], within: 16, unless: /\b(?:bread|cake|steak|meat|chicken|price|budget|tax|rain)\b/ },
  { kind: 'medical', of: ['bringsUp', 'bloodLike'], within: 10 },
  {
    kind: 'medical',
    of: ['sharp', 'pierced'],
    within: 12,
    unless:
      /\b(?:fork in the|thorn|tattoo|glass in (?:my|his|her|the) hand|(?:knife|fork|stick|scissors|needle|hook) in (?:my|his|her|the) hand)\b/,
  },
  // Consciousness
  { kind: 'medical', of: ['funnyTurn'], within: 4, unless: /\b(?:events|phrase|plot)\b/ },
  { kind: 'medical', of: ['young', 'wentFloppy'], within: 12, unless: /\b(?:hat|toy|ears|bunny|sleeping)\b/ },
  { kind: 'medical', of: ['canNotWake', 'asleep'], within: 12, unless: MACHINE },
  {
    kind: 'medical',
    of: ['someone', 'outCold'],
    within: 10,
    unless:
      /\b(?:flyers|leaflets|cookies|sweets|sheets|hike|fast asleep|giggl\w*|laugh\w*|love|heap on the sofa|with relief|haha|ha ha|crowd|fans|traffic|queue|alarm|for school|forward|dead (?:wrong|right|tired|serious|to|on)|emails?|texts?|my (?:calls|messages)|letters?)\b/,
  },
  {
    kind: 'medical',
    of: ['person', 'fits'],
    within: 9,
    unless:
      /\b(?:giggl\w*|laugh\w*|rage|threw|throw|perfectly|well|jeans|dress|shoes|size|phone bill|about the|eye ?lid|in a fit|tantrum|fit when|me like)\b/,
  },
  { kind: 'medical', of: ['sugarTrouble', 'confused'], within: 16 },
  // Injuries
  {
    kind: 'medical',
    of: ['someone', 'fellFrom'],
    within: 10,
    unless:
      /\b(?:wagon|love|favou?r|graph|price|came (?:down|out|from|through|over) (?:the|a|my)? ?(?:stairs|door|window|wall|bridge|steps)|came down|jumped (?:over|from) (?:the|a) (?:wall|fence)|table)\b/,
  },
  { kind: 'medical', of: ['person', 'fellFrom', 'limbFails'], within: 18 },
  { kind: 'medical', of: ['headHit', 'headHurt'], within: 18, unless: /\b(?:sick of|nail on)\b/ },
  { kind: 'medical', of: ['boneOut', 'person'], within: 12, unless: /\b(?:dog|fish|chicken|soup)\b/ },
  {
    kind: 'medical',
    of: ['crash', 'hurt'],
    within: 16,
    unless: /\b(?:website|server|computer|app|market|program|stock|laptop|page|menu|game|pc)\b/,
  },
  {
    kind: 'medical',
    of: ['person', 'crushed'],
    within: 14,
    unless: /\b(?:traffic|pressure|paperwork|meeting|jacket zip|menu|laundry|work)\b/,
  },
  { kind: 'medical', of: ['heavyThing', 'fellOnto'], within: 9, unless: /\b(?:house|shed|car|fence|garage|ears)$/ },
  { kind: 'medical', of: ['person', 'venom'], within: 12, unless: /\b(?:costume|tattoo)\b/ },
  {
    kind: 'medical',
    of: ['fever', 'feverAlarm'],
    within: 14,
    // "The temperature" that is nobody's is the weather's.
    unless:
      /\b(?:oven|outside|degrees (?:today|outside)|saturday|disco|fever pitch|hay)\b|\bthe temperature\b(?!.*\b(?:he|she|him|his|her|my|baby|child|fever|rash|limp|floppy)\b)(?<!\b(?:he|she|him|his|her|my|baby|child|fever)\b.*)/,
  },
  {
    kind: 'medical',
    of: ['person', 'cold', 'coldAlarm'],
    within: 16,
    unless: /\b(?:screen|computer|phone|heating up|prices|bank|account)\b/,
  },
  { kind: 'medical', of: ['person', 'heat', 'confused'], within: 22, unless: MACHINE },
  {
    kind: 'medical',
    of: ['birth'],
    within: 12,
    unless:
      /\b(?:cow|horse|dog|cat|sheep|labou?r (?:party|of love|day|market)|bottle|english|spell|cup|love|train|last (?:year|month)|film|party|next (?:week|month)|due|coming home|home from|from daycare)\b/,
  },
];
