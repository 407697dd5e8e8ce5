import { spokenSentences, spokenWords } from './words/spoken-words.ts';

type EmergencyKind = 'medical' | 'breathing' | 'poisoning' | 'self-harm' | 'fire' | 'gas' | 'violence';

interface Sign {
  readonly kind: EmergencyKind;
  /** Over normalised words: lower case, contractions opened, no punctuation. */
  readonly said: RegExp;
  /** What makes the same words harmless. */
  readonly unless?: RegExp;
}

/** Who it happens to. A sign needs a person: "the car won't start breathing" is none. */
const WHO =
  '(?:i|he|she|we|they|you|it|someone|somebody|dad|daddy|mom|mum|mommy|mummy|grandma|grandpa|(?:a|my|our|his|her|the|this) (?:\\w+ ){0,2}\\w+)';
const FIGURATIVE =
  /\b(?:laughing|laughed|of laughter|of embarrassment|of boredom|from embarrassment|figuratively|game|movie|film|song|book|novel|story|episode|joke)\b/;

const SIGNS: readonly Sign[] = [
  // Self-harm
  {
    kind: 'self-harm',
    said: /\b(?:want|going|trying|tried|plan|planning|thinking (?:of|about)|feel like|ready|about) (?:to )?(?:die|dying|kill(?:ing)? myself|end(?:ing)? (?:my life|it all)|hurt(?:ing)? myself|harm(?:ing)? myself|cut(?:ting)? myself)\b/,
    unless: FIGURATIVE,
  },
  {
    kind: 'self-harm',
    said: /\b(?:i am|i feel|feeling|i have been|he is|she is|they are|is|been) (?:\w+ )?suicidal\b/,
    unless: /\b(?:not|never) (?:\w+ )?suicidal\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:kill|hang|shoot|drown) (?:myself|himself|herself|themselves)\b/,
    unless: /\b(?:history|hitler|cobain|nero|cleopatra|why did|when did|could kill myself for)\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:suicidal thoughts|thoughts of suicide|thinking (?:of|about) suicide|commit(?:ting)? suicide|end my (?:own )?life|take my own life|taking my own life)\b/,
  },
  {
    kind: 'self-harm',
    said: /\bi (?:do not|no longer) (?:want|wish) to (?:live|be alive|be here|exist|go on|wake up)(?: any ?more| any longer)?$/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:do not|no longer) (?:want|wish) to (?:live|be alive|exist) (?:any ?more|any longer)\b/,
    unless: /\b(?:in|with|at|here) (?:\w+ ){0,3}any ?more\b/,
  },
  { kind: 'self-harm', said: /\b(?:no|any) (?:reason|point) (?:to|in|for) (?:live|living|go on living|being alive)\b/ },
  {
    kind: 'self-harm',
    said: /\b(?:better off (?:dead|without me)|wish i (?:was|were) dead|if i (?:was|were) (?:dead|gone)|can not go on(?: any ?more| like this| living)|life is not worth (?:living|it)|(?:going to|want to|about to|gonna) jump (?:off|from) (?:the|a|this|my) (?:\w+ )?(?:bridge|roof|building|balcony|cliff|window)|life is not worth living|can not go on living|nothing to live for)\b/,
  },
  {
    kind: 'self-harm',
    said: /\bi (?:\w+ )?(?:(?:cut|hurt|harmed)(?= myself (?:on purpose|again|to feel))|am cutting|am hurting|been cutting|been hurting|been harming) myself(?: on purpose| again| to feel|$)\b/,
  },
  // Poison and overdose
  {
    kind: 'poisoning',
    said: /\boverdos(?:ed|ing)\b/,
    unless: /\b(?:on (?:coffee|chocolate|sugar|cute\w*|tv|news)|in the (?:movie|film|book|story|show)|who|which|actor|singer)\b/,
  },
  { kind: 'poisoning', said: /\b(?:taken?|took|having|had|is|an) (?:an )?overdose\b/ },
  {
    kind: 'poisoning',
    said: /\b(?:took|taken|swallowed|ate|had|taking) (?:\w+ ){0,3}(?:too many|too much|all|the wrong|ten|fifteen|bottle of|handful of|lot of|lots of|bunch of|box of|pack of|\d{2,3}|twenty|thirty|forty|fifty|sixty|a hundred) (?:\w+ ){0,3}(?:pills|tablets|medication|medicine|painkillers|sleeping pills|tylenol|aspirin|paracetamol|ibuprofen|capsules|antidepressants)\b/,
  },
  {
    kind: 'poisoning',
    said: /\b(?:kid|child|son|daughter|baby|toddler|boy|girl|dog|he|she) (?:just |has |accidentally )?(?:ate|eaten|swallowed) (?:\w+ ){0,4}(?:pills?|tablets?|medication|medicine)\b/,
  },
  {
    kind: 'poisoning',
    said: /\b(?:drank|drunk|swallowed|ate|eaten|drinking|inhaled) (?:\w+ ){0,3}(?:bleach|poison|something poisonous|antifreeze|drain cleaner|detergent|battery|batteries|gasoline|petrol|rat poison|cleaning (?:fluid|product)|laundry pod|laundry pods|poisonous \w+)\b/,
  },
  { kind: 'poisoning', said: new RegExp(`\\b${WHO} (?:has been|have been|was|were|is|am|got) poisoned\\b`) },
  // Breathing
  {
    kind: 'breathing',
    said: /\b(?:can not|could not|can hardly|can barely|hardly|barely|struggling to|unable to|trouble|difficulty|not able to|hard to|having trouble) breath(?:e|ing)\b(?! (?:through|out of) (?:my|his|her|the) nose| in (?:this|these|that|my) (?:dress|jeans|pants|corset|suit|shirt|heat|mask|office|city))/,
    unless: FIGURATIVE,
  },
  {
    kind: 'breathing',
    said: /\b(?:is not|is in|are not|am not|has|have|stopped|not) (?:stopped )?breathing\b/,
    unless: /\b(?:exercise|exercises|statue|yoga|technique)\b/,
  },
  {
    kind: 'breathing',
    said: /\b(?:am|is|are|baby|child|someone|somebody) choking\b/,
    unless: /\b(?:choking up|engine|market|computer|browser|car|on (?:my|his|her) words)\b/,
  },
  { kind: 'breathing', said: /\b(?:can not|could not) (?:get (?:any |enough )?air|catch my breath)\b/, unless: FIGURATIVE },
  { kind: 'breathing', said: /\b(?:throat|tongue|face|lips) (?:is|are) (?:swelling|swollen|closing|closing up|swelling up)\b/ },
  {
    kind: 'breathing',
    said: /\b(?:anaphyla\w+|severe allergic reaction|bad allergic reaction|having an allergic reaction|asthma attack)\b/,
    unless: /\b(?:what (?:is|are|causes)|define|meaning)\b/,
  },
  {
    kind: 'breathing',
    said: new RegExp(`\\b${WHO} (?:is|am|are) (?:drowning|suffocating)\\b`),
    unless: /\b(?:drowning|suffocating) in (?!the (?:\w+ )?(?:pool|lake|river|sea|water|bath\w*|tub|ocean))/,
  },
  // Heart, stroke, injuries
  {
    kind: 'medical',
    said: /\b(?:chest (?:pain|pains|hurts|is hurting|feels tight|is tight|tightness|pressure|is killing me)|(?:pain|pains|pressure|tightness|ache|crushing|squeezing) (?:\w+ ){0,3}(?:in|on|across|inside) (?:\w+ )?chest|pain (?:\w+ )?(?:down|in|along) (?:my|his|her) left arm)\b/,
  },
  {
    kind: 'medical',
    said: /\bheart attack\b/,
    unless:
      /\b(?:what (?:is|are|causes)|gave me|give me a|giving me|nearly had|almost had|last (?:year|month|summer|winter)|years ago|define|signs of|symptoms of|prevent|die of|died of|risk|song)\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:having|has had|had|have had|is|think it is|suffered|suffering|might be|be) (?:just )?(?:a|another) (?:mini |small |massive )?stroke\b/,
    unless: /\b(?:stroke of|in the (?:book|movie|film|story)|last (?:year|month)|years ago|when i|when he|when she)\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:(?:face|mouth|smile) (?:is |has |looks |has gone )?(?:drooping|droopy|drooped|lopsided|crooked)|(?:face|mouth) (?:\w+ ){0,3}(?:is|has) (?:drooping|dropped|sagging))\b/,
    unless: FIGURATIVE,
  },
  {
    kind: 'medical',
    said: /\b(?:arm|face|leg|side|half of (?:my|his|her) (?:body|face)|body) (?:\w+ ){0,3}(?:is|are|went|has gone|feels|gone|goes) (?:\w+ )?(?:numb|paralyzed|paralysed)\b/,
    unless: /\b(?:slept|sleeping|lying) on\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:speech (?:is|has|was) (?:\w+ )?slurr(?:ed|ing)|slurring (?:\w+ )?(?:words|speech)|can not (?:feel|move) (?:my|his|her|one) (?:\w+ )?(?:arm|arms|leg|legs|side|face))\b/,
  },
  {
    kind: 'medical',
    said: new RegExp(
      `\\b${WHO} (?:just )?(?:collapsed|passed out(?=$| (?:and|on|in|from|at|just|after|again|suddenly|because|while|but|now|a|i|he|she) ?)|fainted|is unconscious|is not responding|is not waking up|will not wake up|does not wake up|is unresponsive|is not moving|has no pulse|lost consciousness|is having a seizure|is having seizures|had a seizure|is convulsing|is turning blue|has turned blue|got an electric shock|was electrocuted|has been electrocuted)\\b`,
    ),
    unless:
      /\b(?:market|economy|bridge|building|company|empire|stock|app|computer|phone|server|website|program|printer|roof|tent|soufflé|button|car|laptop|screen)\b|\blast (?:year|month|week)\b|\byears ago\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:having (?:a|an) (?:\w+ )?seizure|bitten by a (?:\w+ )?snake|snake bit me|can not see (?:out of|on|with) (?:one|my (?:left|right)) (?:eye|side)|can not speak (?:properly|clearly|right)|unconscious (?:person|man|woman|child)|no pulse|losing consciousness|about to (?:pass out|faint))\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:(?:will|does|can) not stop (?:the )?bleeding|bleeding (?:\w+ )?(?:heavily|badly|a lot|out|to death|profusely|everywhere)|losing a lot of blood|(?:bleeding|blood) (?:will|does) not stop|blood (?:everywhere|is gushing|is spurting)|coughing up blood|vomiting blood|throwing up blood)\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:(?:have|has|had|have just had|been in) (?:a |just )*(?:bad|terrible|serious|car) (?:\w+ )?(?:accident|crash)|been (?:shot|stabbed|electrocuted|hit by a (?:car|truck|bus))|(?:got|was) (?:shot|stabbed|hit by a (?:car|truck|bus)))\b/,
    unless: /\blast (?:year|month|week)|years ago|in (?:19|20)\d\d|president|kennedy|lincoln|who\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:call|get|send|need|phone|want) (?:me |us |him |her )?(?:an |the )?(?:ambulance|paramedics|emergency services|emergency number)\b|\bsend help\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:call|dial|phone|ring) (?:9 ?1 ?1|nine one one|1 ?1 ?2|one one two|9 ?9 ?9|nine nine nine|triple zero|0 ?0 ?0)\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:this is|it is|i have|have|we have) an emergency\b/,
    unless: /\b(?:not an emergency|emergency (?:fund|exit|meeting|brake|contact|kit|plan|landing|room|light))\b/,
  },
  {
    kind: 'medical',
    said: new RegExp(`\\b${WHO} (?:is|am|are|might be|may be) dying\\b`),
    unless:
      /\bdying (?:to|for|of (?:curiosity|boredom|thirst|hunger|laughter|heat|shame|embarrassment)|laughing|here|out)\b|\b(?:plant|battery|phone|laptop|flower|flowers|tree|garden|language|industry|grass|joke|star|light|fire)\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:baby is coming|water (?:just )?broke|waters (?:just )?broke|in labor|in labour)\b/,
    unless: /\b(?:strike|market|party|union|pipe)\b/,
  },
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
      /\bat (?:chess|tennis|cards|checkers|the game|monopoly|poker|golf|football)\b|\b(?:back|head|knee|feet|tooth|stomach|shoes|legs?|price|inflation|allerg\w+|hay ?fever) (?:is|are|was) hurting\b/,
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
  },
];

/** Questions about a danger, and dangers that are over or denied, are no emergencies. */
const ABOUT =
  /^(?:(?:hey|ok|okay|so|and|well|please|can you|could you|do you know) )*(?:what (?:is|are|does|do|was|were|causes)(?! wrong| happening)|who|define|explain|tell me about|tell me a|how (?:common|many|often|likely)|when (?:was|did)|why (?:do|does|did|is)|which|spell|translate|write|read|play|sing|search|is it true|have you heard)\b/;
const DENIED =
  /\b(?:no|not|never|without|do not have|does not have|did not have|is not|are not|was not|am not)(?: (?:a|an|any|having|the|really|being|in)){0,2} (?:chest pain|heart attack|stroke|fire|gas leak|emergency|overdose|overdosing|bleeding|choking|dying|drowning|seizure|suicidal|attacked|robbed|thinking (?:of|about) suicide)\b/;

/**
 * The kind of danger an utterance speaks of, null when it speaks of none. Each sentence is read by itself, so that what is
 * harmless in one does not hide what is said in the next. Reads words alone: it may be wrong both ways.
 */
export function emergencyIn(utterance: string): EmergencyKind | null {
  for (const sentence of spokenSentences(utterance)) {
    const kind = emergencyInSentence(sentence);
    if (kind !== null) return kind;
  }
  return null;
}

function emergencyInSentence(sentence: string): EmergencyKind | null {
  const text = spokenWords(sentence)
    .map((word) => word.text)
    .join(' ')
    // Here `'s` is rather "is" than "of": "my husband's hitting me".
    .replaceAll(/'s\b/g, ' is')
    .replaceAll(/\b(some|any|every) (one|body|more|thing)\b/g, '$1$2')
    .replaceAll('anymore', 'any more');
  const sign = SIGNS.find(({ said, unless }) => said.test(text) && unless?.test(text) !== true);
  if (sign === undefined || DENIED.test(text)) return null;
  return ABOUT.test(text) && !concernsSomebody(text) ? null : sign.kind;
}

/** "What do I do, my father is choking" asks about somebody here. */
function concernsSomebody(text: string): boolean {
  return /\b(?:what (?:do|should|can|shall) (?:i|we) do|help|right now)\b/.test(text);
}
