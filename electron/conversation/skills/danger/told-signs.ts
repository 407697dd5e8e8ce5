import type { Sign } from './sign.ts';

const LIMB = '(?:arms?|wrists?|legs?|thighs?|throat|neck)';
const CHILD = '(?:baby|toddler|little one|son|daughter|child|kid|grandson|granddaughter|nephew|niece|he|she)';

/** Dangers as they are told in passing, by what is done, not by what it is called; before all others, for their means are signs of their own. */
export const toldSigns: readonly Sign[] = [
  {
    kind: 'self-harm',
    said: /\b(?:want|wish|like|love|rather|going) (?:i could |to )?(?:just )?(?:go to sleep|fall asleep|sleep|close my eyes) and (?:never|not) wake(?: up)?\b/,
  },
  {
    kind: 'self-harm',
    said: new RegExp(`\\b(?:knife|blade|razor|scissors|glass) (?:\\w+ )?(?:against|to|on|at) my (?:own )?${LIMB}\\b`),
    unless: /\b(?:shav\w+|barber|he|she|they|someone|somebody)\b/,
  },
  {
    kind: 'self-harm',
    said: /\bthoughts? (?:of|about) (?:ending (?:my|his|her|their|it)|suicide|killing (?:my|him|her)self|hurting (?:my|him|her)self|not being (?:here|alive))\b/,
    unless: /\b(?:gym|project|book|film|game|subscription|contract|lease|course)\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:saving|saved|hoarding|hoarded|collecting|stockpiling) (?:up )?(?:my|his|her|the|all my|all her|all his) (?:\w+ )?(?:tablets|pills|meds|medication|medicines?|painkillers)\b/,
    unless: /\b(?:holiday|trip|pharmacy|cupboard|travel)\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:burns|cuts|hits|burning|cutting) (?:herself|himself|themselves|myself) (?:\w+ ){0,5}(?:when|because|on purpose|to feel)\b/,
    unless: /\b(?:cook\w*|shav\w*|oven|iron|kitchen|gardening|clumsy|rush\w*)\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:hit|hitting|bang|banging|smash|punch|punching) my (?:own )?(?:head|face|legs?) (?:\w+ ){0,10}hate myself\b/,
  },
  {
    kind: 'self-harm',
    said: new RegExp(`\\bcuts (?:\\w+ ){0,2}(?:up|on|along|down|over) (?:his|her|their|my) ${LIMB}\\b`),
    unless: /\b(?:roses?|cat|kitten|brambles?|thorns?|fence|hedge|garden\w*|barbed|bike|fell)\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:texted|sent|wrote|left|messaged)(?: (?:me|us))? (?:a )?goodbye\b(?=.*\b(?:sorry|not (?:picking|answer\w*)|can not reach)\b)/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:will not|am not going to) be (?:here|around|alive) (?:tomorrow|any more|after tonight|by (?:morning|christmas)|much longer|this time tomorrow)\b/,
    unless:
      /\b(?:holiday|flying|flight|moving|move|work|off|leave|shop|away|back|trip|travel\w*|party|hospital|cake|sale|guests?|visit\w*|snow|it)\b/,
  },
  {
    kind: 'poisoning',
    said: new RegExp(`\\bbutton batter(?:y|ies)\\b(?=.*\\b(?:gone|missing)\\b)(?=.*\\b${CHILD}\\b)`),
  },
  { kind: 'poisoning', said: /\b(?:lick|licked|ate|eaten|chewed|swallowed|sucked)\b (?:\w+ ){0,4}(?:fentanyl|morphine|patch(?:es)?)\b/ },
  {
    kind: 'poisoning',
    said: /\b(?:drank|drunk|swallowed|ate|sipped|licked) (?:\w+ ){0,7}(?:vape|e cigarette|weed ?killer|anti ?freeze|bleach|screen ?wash)\b/,
    unless: /\b(?:beside|next to|near) (?:the|my)\b/,
  },
  {
    kind: 'poisoning',
    said: /\btook (?:my |his |her |the )?(?:\w+ )?(?:pills|tablets|meds|medication|dose) (?:\w+ ){0,5}took (?:them|it) again\b/,
  },
  {
    kind: 'fire',
    said: /\b(?:chair|armchair|sofa|couch|settee|bed|mattress|carpet|rug|cushions?|curtains?|duvet|bin|wall|socket|plug)(?: is| are)? (?:\w+ )?smou?ldering\b/,
  },
  { kind: 'fire', said: /\b(?:grass|field|hedge|hillside|heath|undergrowth) is (?:burning|on fire)\b/ },
  {
    kind: 'medical',
    said: /\b(?:answering|talking|speaking) with the wrong words\b|\b(?:vision|sight|eyesight) is (?:\w+ )?(?:half )?gone\b/,
  },
  {
    kind: 'fire',
    said: /\bchimney (?:is )?roaring\b|\bsparks (?:\w+ ){0,2}(?:coming|flying|shooting|pouring) (?:\w+ )?(?:out|from|off|up)\b/,
    unless: /\b(?:weld\w*|grinder|fireworks?|sparklers?|forge|between them|idea)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:daddy|dad|mummy|mommy|mum|mom|stepdad|stepmum|my (?:uncle|brother|husband|wife|partner|boyfriend|girlfriend)) (?:is |keeps )?(?:hurting|hitting|beating|kicking|strangling|choking|punching) (?:mummy|mommy|mum|mom|daddy|dad|me|us|her|him|my (?:mum|mom|dad|brother|sister|nan))\b/,
    unless: /\b(?:at|chess|tennis|cards|game|feelings|my feet|laugh\w*|with (?:questions|texts|jokes))\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:got|has|had|have|grabbed|holding|by) (?:me|him|her|us|my \w+|the \w+) by the throat\b/,
    unless: /\b(?:film|book|song|series|deadline|music|story)\b/,
  },
  {
    kind: 'violence',
    said: /\bhiding (?:in|under|behind) (?:the|a|my|our) (?:wardrobe|closet|cupboard|bed|bathroom|toilet|basement|cellar|attic|loft|pantry)\b/,
    unless:
      /\b(?:presents?|gifts?|cat|kitten|dog|puppy|hide and seek|seek|christmas|surprise|eggs|chocolate|biscuits|sweets|monster|dust|cable|remote)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:will not|does not|refuses to|won t) let (?:me|us|her|him) (?:leave|out of|go out of) (?:the |our |his |her )?(?:flat|house|home|apartment|room|car|bathroom)\b/,
    unless: /\b(?:cat|dog|puppy|until i (?:finish|eat|kiss|hug)|without (?:a|my) (?:coat|hug|kiss|scarf|jacket)|cake|weather|rain)\b/,
  },
  {
    kind: 'violence',
    said: /\b(?:trying|rattling|testing) (?:the |my |our |all the )?(?:\w+ )?(?:door )?handles?\b|\b(?:bloke|man|men|someone|somebody|stranger) (?:\w+ ){0,4}(?:looking|peering|staring) (?:through|in|into) (?:my|our|the) (?:\w+ )?windows?\b/,
    unless: /\b(?:window cleaner|film|movie|birds?|cat|shop window|museum)\b/,
  },
  {
    kind: 'violence',
    said: /\bstabbing (?:at|outside|in|on) (?:my|our|the) (?:\w+ )?(?:door|street|house|flat|building|stairs|bus)\b/,
    unless: /\b(?:film|book|series|news|episode)\b/,
  },
];
