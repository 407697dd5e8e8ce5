import { FIGURATIVE, type Sign, WHO } from './sign.ts';

/** Self-harm, poison, breath, heart, stroke and injuries, in the order in which they are looked for. */
export const bodySigns: readonly Sign[] = [
  // Self-harm
  {
    kind: 'self-harm',
    said: /\b(?:hanging|drowning|shooting|killing|hurting|harming|cutting) (?:myself|himself|herself|themselves)\b/,
    unless:
      /\b(?:shaving|by accident|accidentally|in the kitchen|history|hitler|cobain|keep (?:from )?hurting myself (?:at|in) (?:the gym|sports?))\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:cut|cutting|slit|slitting) (?:my|his|her|their) (?:own )?(?:wrists?|arms|arms again|veins|thighs)\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:wants?|going|planning|trying|threatening|tried) to (?:end (?:his|her|their|my) (?:own )?life|die$|die (?:too|now|tonight|today|so badly))\b|\b(?:wants|want) to die\b(?! (?:of|for|my|his|her|laughing|hard|in battle))/,
    unless: FIGURATIVE,
  },
  {
    kind: 'self-harm',
    said: /\bno (?:reason|point) (?:left )?(?:for me )?(?:to|in|for) (?:live|living|be alive|go on|being here)\b|\b(?:do not|can not) see (?:a|any|the) (?:reason|point) (?:to|in|for|of) (?:keep |keeping |go on |going on )?(?:living|live|alive|going on|go on)\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:want|wish|like) to (?:go to sleep|fall asleep) and (?:never|not) wake up\b|\b(?:never|not) want to wake up (?:again|any more)\b|\bhope i (?:do not|never) wake up\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:standing|sitting|am|i am|is) on (?:a|the|this|my) (?:\w+ )?(?:bridge|roof|ledge|balcony|cliff|tracks|railing) and (?:\w+ ){0,4}(?:jump|end it|end it all|let go)\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:wrote|written|writing|left|leaving|found) (?:a|my|his|her|the) (?:goodbye|suicide|farewell) (?:note|letter)\b/,
    unless: FIGURATIVE,
  },
  {
    kind: 'self-harm',
    said: /\b(?:easiest|best|quickest|fastest|painless|least painful) way (?:for me )?to (?:die|kill myself|end my life|end it all)\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:want|wish) (?:it|this|everything|it all) to (?:be over|end|stop) ?(?:forever|for good)?$/,
    unless: /\b(?:meeting|winter|class|lesson|movie|song|rain|school|week)\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:want|going|trying|tried|plan|planning|thinking (?:of|about)|feel like|ready|about) (?:to )?(?:die(?! (?:my|his|her|the|it) (?:\w+ )?(?:hair|shirt|jeans|dress|wool|fabric|eggs?))|dying|kill(?:ing)? myself|end(?:ing)? (?:my life|it all)|hurt(?:ing)? myself|harm(?:ing)? myself|cut(?:ting)? myself)\b/,
    unless: FIGURATIVE,
  },
  {
    kind: 'self-harm',
    said: /\b(?:i am|i feel|feeling|i have been|he is|she is|they are|is|been) (?:\w+ )?suicidal\b/,
    unless: /\b(?:not|never) (?:\w+ )?suicidal\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:no|not much|not a lot of|little|hardly any) (?:point|reason|sense) (?:in |to |for me to )?(?:(?:going|go|carrying|carry) on (?:living|like this|any ?more)|living)\b/,
    unless: /\b(?:living (?:in|with|near|next|here|there)|job|work|meeting|diet|game|class|course)\b/,
  },
  {
    kind: 'self-harm',
    said: /\b(?:rather|sooner|may as well|might as well|going to|want to|could|should|time to|ready to|thinking of|thought of|feel like) (?:just )?(?:finish(?:ing)? myself off|top(?:ping)? myself|do(?:ing)? myself in|off(?:ing)? myself|finish(?:ing)? it all)\b(?! (?:with|on) )/,
    unless: FIGURATIVE,
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
    said: /\b(?:took|taken|used|had|injected) (?:\w+ )?too (?:much|many) (?:\w+ )?(?:heroin|cocaine|fentanyl|ecstasy|meth|ketamine|insulin|morphine|drugs|opioids)\b/,
  },
  {
    kind: 'poisoning',
    said: /\b(?:drank|drunk|swallowed|ate|eaten|licked|drinking|sipped) (?:\w+ ){0,3}(?:dish ?soap|soap|shampoo|nail polish(?: remover)?|paint|paint thinner|lamp oil|cleaner|disinfectant|sanitizer|perfume|pesticide|weed ?killer|fertilizer|dishwasher tablets?|mothballs?|magnets?)\b/,
    unless: FIGURATIVE,
  },
  {
    kind: 'poisoning',
    said: /\b(?:ate|eaten|swallowed) (?:\w+ ){0,3}(?:berries|mushrooms?|leaves|plants?|seeds|toadstools?)\b.*\b(?:sick|poison\w*|vomit\w*|throwing up|dizzy|hallucinating|ill)\b/,
  },
  {
    kind: 'poisoning',
    said: /\b(?:has|have|having|got|with|might be|is) (?:\w+ )?(?:alcohol|food|lead|carbon monoxide|mushroom) poisoning\b/,
    unless: /\b(?:last (?:year|month|week)|years ago|once|food poisoning (?:is|from))\b/,
  },
  {
    kind: 'poisoning',
    said: /\b(?:mixed|mixing|breathed in|inhaled|breathing in) (?:\w+ ){0,3}(?:bleach|ammonia|chlorine|cleaners|cleaning products|fumes)\b/,
    unless: /\b(?:should i|may i|can i|safe to|why)\b/,
  },
  {
    kind: 'poisoning',
    said: /\b(?:gave|given) (?:\w+ ){1,3}(?:the wrong|too much|double the|twice the) (?:\w+ )?(?:medicine|medication|dose|pills|drops|insulin|syrup|tylenol|paracetamol)\b/,
  },
  {
    kind: 'poisoning',
    said: /\b(?:took|taken) (?:my|his|her|the|a) (?:\w+ )?(?:pills|medication|medicine|dose|tablets|insulin) (?:twice|two times|three times|a second time|again by mistake)\b|\b(?:took|taken) a double dose\b/,
  },
  {
    kind: 'poisoning',
    said: /\b(?:put|slipped|dropped) (?:something|a pill|drugs|a drug) (?:in|into) (?:my|her|his|our) (?:drink|glass|cup|beer)\b|\b(?:my|her|his) drink (?:was|has been|got|is) (?:spiked|drugged)\b/,
  },
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
  { kind: 'breathing', said: /\b(?:hard|difficult|impossible) for (?:me|him|her|them|my \w+) to breathe\b/, unless: FIGURATIVE },
  { kind: 'breathing', said: /\b(?:gasping|fighting|struggling) for (?:air|breath)\b/, unless: FIGURATIVE },
  {
    kind: 'breathing',
    said: /\b(?:lips|face|fingernails|fingertips) (?:are|is|have gone|has gone|are going|is going|are turning|is turning|went|turned) (?:\w+ )?blue\b/,
    unless: /\b(?:paint|lipstick|candy|ice pop|blueberr\w+|costume)\b/,
  },
  {
    kind: 'breathing',
    said: /\bshort of breath\b(?=.*\b(?:worse|sitting|lying|resting|chest|dizzy|suddenly|faint|can not|bad)\b)|\b(?:suddenly|badly|very|really|so) short of breath\b/,
    unless: FIGURATIVE,
  },
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
    unless:
      /\bchoking (?:me|us|him|her|my \w+|on (?:traffic|smog|dust|debt))\b|\b(?:choking up|engine|market|computer|browser|car|on (?:my|his|her) words)\b/,
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
    unless:
      /\b(?:meeting|job|relationship|heat|atmosphere|work|bureaucracy) is suffocating\b|\bdrowning (?:in|and|under) (?:\w+ )?(?:paperwork|work|e ?mails?|laundry|homework|marking|debt|admin|deadlines)\b|\b(?:drowning|suffocating) in (?!the (?:\w+ )?(?:pool|lake|river|sea|water|bath\w*|tub|ocean))/,
  },
  // Heart, stroke, injuries
  {
    kind: 'medical',
    said: /\bchest (?:feels|is|was) (?:\w+ ){0,2}(?:like|as if|heavy|crushed|crushing|squeezed|in a vice)\b|\b(?:pain|ache) (?:\w+ ){0,3}from (?:my|his|her|the) chest\b|\b(?:clutching|holding|grabbing) (?:his|her|my|their) chest\b/,
    unless: FIGURATIVE,
  },
  {
    kind: 'medical',
    said: /\b(?:side|half) of (?:my|his|her) (?:face|mouth) (?:is |has |just )?(?:hanging|hangs|drooping|droops|dropped|sagging|numb)\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:suddenly|all of a sudden) (?:\w+ )?(?:can not|could not) (?:speak|talk|see|walk|stand|move|hear)\b|\b(?:can not|could not) (?:speak|talk|see|walk|move) (?:all of a sudden|suddenly)\b/,
    unless: /\b(?:sim|router|network|character|avatar)\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:hit|banged|bumped|injured|hurt) (?:\w+ )?(?:my|his|her|the) head\b.*\b(?:throwing up|vomit\w*|confused|dizzy|sleepy|unconscious|bleeding|passed out|sick|not moving|seeing double)\b/,
  },
  {
    kind: 'medical',
    said: /\bcan not wake (?:up )?(?:my|him|her|them|the|our|grand\w+|mom|dad)\b(?! (?:computer|laptop|pc|screen|phone|mac))|\b(?:foaming at the mouth|not coming (?:round|around|to))\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:cut|chopped|sawed|sliced|tore|ripped|bit) (?:off )?(?:his|her|my|a|their) (?:\w+ )?(?:finger|fingers|thumb|toe|hand|arm|leg|foot)(?: clean)? ?(?:off|with the saw|to the bone|open|with the (?:saw|axe|chainsaw))\b|\b(?:cut|chopped|sawed|sliced|tore) off (?:his|her|my) (?:finger|fingers|thumb|toe|hand|arm|leg|foot)\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:car|truck|bus|train|van|driver|motorbike) (?:just |has |has just )?(?:hit|ran over|run over|struck) (?:a|an|my|the|him|her|me|someone|somebody|two|some) ?(?:\w+ )?(?:cyclist|pedestrian|man|woman|child|kid|boy|girl|person|biker|son|daughter|wife|husband|mother|father|friend|people)?\b/,
    unless: /\b(?:pole|wall|fence|tree|deer|curb|last (?:year|month|week)|years ago|record|jackpot)\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:there is|has) (?:just )?been (?:a|an) (?:\w+ )?(?:accident|crash|collision|explosion)\b|\bpeople are (?:\w+ )?(?:hurt|injured|trapped|bleeding)\b/,
    unless: FIGURATIVE,
  },
  {
    kind: 'medical',
    said: /\b(?:is|has|have) (?:\w+ )?passed out\b|\b(?:got|was|been|is) electrocuted\b|\bworst headache of my life\b|\b(?:headache|fever) (?:\w+ ){0,6}neck is (?:\w+ )?stiff\b/,
    unless: /\b(?:on the (?:sofa|couch) again|flyers|cookies|leaflets|sheets)\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:spilled|spilt|poured|splashed|dropped) (?:\w+ ){0,3}(?:boiling|hot|scalding) (?:water|oil|tea|coffee|soup) (?:\w+ )?(?:on|over) (?:the baby|my|him|her|myself|his|the child|me)\b/,
    unless: /\b(?:over|on) my (?:keyboard|laptop|desk|shirt|phone|notes|pants|trousers|jeans|counter|stove|floor|rug)\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:baby|newborn|infant|toddler|child|son|daughter|kid) (?:\w+ ){0,9}(?:is|has gone|went|and) (?:\w+ )?(?:limp|floppy|lifeless|unresponsive)\b/,
  },
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
    unless:
      /\b(?:laptop|computer|phone|printer|server|car|stroke of|in the (?:book|movie|film|story)|last (?:year|month)|years ago|when i|when he|when she)\b/,
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
      /\b(?:market|economy|bridge|building|company|empire|stock|app|computer|phone|server|website|program|printer|roof|tent|soufflé|cakes?|shelf|shelves|chair|table|pile|sofa bed|pavilion|gazebo|deal|talks|sourdough|dough|button|car|laptop|screen)\b|\blast (?:year|month|week)\b|\byears ago\b/,
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
    said: /\b(?:call|get|send|need|phone|want) (?:me |us |him |her )?(?:an |the )?(?:ambulance(?! chaser)|paramedics|emergency services|emergency number)\b|\bsend help\b/,
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
    unless: /\bdying (?:to|for|of (?:curiosity|boredom|thirst|hunger|laughter|heat|shame|embarrassment)|laughing|here|out)\b/,
  },
  {
    kind: 'medical',
    said: /\b(?:baby is coming|water (?:just )?broke|waters (?:just )?broke|in labor|in labour)\b/,
    unless: /\b(?:strike|market|party|union|pipe)\b|baby is coming (?:home|back|along|over|with)\b/,
  },
];
