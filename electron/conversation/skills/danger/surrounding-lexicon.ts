/** What rises and burns nothing. */
const COUNTED =
  'prices?|rents?|costs?|fees?|fares?|bills?|rates?|values?|temperatures?|numbers?|pressure|weight|volume|tax|taxes|wages?|salary|scores?|sales|shares|level|levels|insurance|mortgage';
/**
 * "The chip pan went up" burns; "the price for the flat went up", "the tent went up in five minutes", "the car went up the hill" do not:
 * nothing may follow but the end, flames, or somebody who is there.
 */
const GONE_UP = `(?<!\\b(?:${COUNTED})(?: \\w+){0,6} )(?:has (?:just |all )?gone|went|is (?:all )?going) up(?= (?:in (?:flames|smoke|fire|seconds|no time|a (?:flash|ball|second|blaze|fireball))|like|with|so|fast|quick|quickly|help|i|we|what|please|now|and (?:flames?|fire|smoke|black|there|now|it|i|we|the (?:flames?|fire|smoke|whole|wall|walls|ceiling|roof|house|kitchen|curtains|heat)))(?![a-z])|$)`;

/** The same as `body-lexicon.ts` for despair, fire, gas, water, electricity, burns and violence. */
export const SURROUNDING_MEANINGS = {
  // Despair
  ownHarm:
    'slic\\w+ (?:my|his|her|their) (?:arms?|wrists?|legs?|thighs?)|(?:kill|killing|hang|hanging|harm|harming|hurt|hurting|cut|cutting|drown|drowning|shoot|shooting|poison|poisoning|starve|starving|burn|burning|stab|stabbing|end|ending|off|gas|gassing) (?:myself|himself|herself|themselves|themself|my self)|(?:do|doing|did|make|making) away with (?:myself|himself|herself|themselves|it all)|do (?:myself|himself|herself) in|top(?:ping)? (?:myself|himself|herself)|self ?harm\\w*|(?:been|started|keep|kept|am) (?:cutting|self harming|burning myself)(?: again)?$|cutting again$|(?:cut|cutting|slit|slitting) (?:my|his|her|their) (?:own )?(?:wrists?|arms?|legs?|thighs?|veins)|suicidal|suicide|(?:take|taking|took|end|ending|ended) (?:my|his|her|their) (?:own )?life|unalive|kms',
  intent:
    'voices|every|want\\w*|going|gonna|will|about to|plan\\w*|think\\w*|thought\\w*|feel\\w*|keep|keeps|might|could|try\\w*|when it|when i|when things|too much|cope|numb|tried|ready|says?|said|texted|told|wrote|threaten\\w*|tonight|today|again|been|am|is|urge|tempt\\w*|way|ways|how|better|rather|just|now|right now|have|has',
  noLonger:
    'no(?= (?:\\w+ )?(?:future|way out|life|hope|reason|point|living|one))|can not see|no way|hurts too much to|too (?:tired|hard|much) to|wish i did not have to|do not (?:\\w+ )?(?:want|wish|deserve|care)|does not (?:\\w+ )?(?:want|wish)|did not want|no (?:longer|point|reason|use|sense)|not (?:see|seeing) (?:\\w+ ){0,2}(?:point|reason)|can not|can no longer|tired of|sick of|done with|fed up with|had enough of|finished with|not worth|pointless|never (?:been|want)|nothing (?:left )?to|rather not|wish i (?:was|were|had|could|would|did|hadn|had never|had not)|what is the point (?:of|in)|give up on|giving up on|gave up on|not (?:fit|strong enough|able|sure i want|cut out) (?:to|for)|too tired to|scared to|unable to|struggling to find a reason to|stop|over',
  noWish: 'do not (?:\\w+ )?(?:want|wish)|does not (?:\\w+ )?want|hope i (?:do not|never)|never want|rather not|wish i (?:did not|never)',
  waking: '(?:wake|waking) up(?! (?:early|late|before|at|to|on|so|for|alone|with)\\b)|woken up(?! (?:early|at|by)\\b)',
  living:
    'be on this (?:planet|earth)|on this planet|future|way out|stay alive|any future|live any more|being alive|living|live|alive|life(?! of me\\b)|exist|existing|existence|go on(?! (?:holidays?|vacation|the|a|an|my|our|this|that|stage|air|with|to|about|tour|foot|saying)\\b)|going on(?! (?:holidays?|vacation|the|a|an|my|our|this|stage|here|with|about|tonight|today)\\b)|carry on|carrying on|keep going|be here|being here|be around|being around|this world|(?:i|be|been|being)(?: (?:was|were|had|not|never|ever|been|even))* born|be in this world|on this earth|another day|breathing any more|face (?:tomorrow|another day|the day)|see tomorrow|stick around|be a person|(?:do|take|bear|stand|cope with|face) (?:this|it|any of this|life|things) any (?:more|longer)',
  deathWish:
    '(?:end|ending|finish|finishing) (?:things|it) (?:tonight|today|now|for good)|ending things|end things|just disappear|want to disappear for ?ever|except death|want out$|would it take to not wake up|cease to exist|last night (?:on|alive)|this is (?:his|her|my) last night|i am a burden|hurt myself|driv\\w+ (?:my car |the car )?(?:into|off) (?:a|the) (?:\\w+ )?(?:wall|tree|bridge|cliff|road|river|lorry|truck)|(?:want|wants|wish|wishes|like|love|ready|going|need|prefer|rather|hope|hoping|praying|longing) (?:\\w+ ){0,3}(?:to die|to be dead|be dead|was dead|were dead|to be gone|be gone|to disappear|disappear for ?ever|(?:to |would |i )?(?:never|not) wak\\w+|i (?:do not|never) wake up|to sleep for ?ever|it (?:was|were) all over|to end (?:it|it all|everything|things|the pain|my life|this life)|to stop existing|(?:it|everything|this|the pain) (?:all )?to (?:be over|end|stop|go away))(?: for (?:good|ever))?|end it all|ending it all|ending it|end it (?:tonight|now|here|once and for all)|be better (?:off )?(?:dead|if i (?:was|were) dead|if i (?:was|were) not)|dying (?:would|is the only|seems)|death (?:would|is the only|seems)|want out of (?:this )?life|never been born|never woken up|not want to be (?:alive|here)|(?:put|gun to|bullet) (?:\\w+ ){0,4}(?:an end to (?:it|myself|my life)|through my (?:head|brain)|in my (?:head|brain))|end my (?:pain|suffering|misery|life)|fall asleep for ?ever|only way out|way to (?:go|die|end it|leave this)|ways to (?:die|kill|end)|kill me now please|see (?:\\w+ ){0,3}again in heaven|join (?:her|him|my \\w+) in heaven|be with (?:her|him|my \\w+) in heaven',
  painless:
    'painless\\w*|painful|easiest|easy|quick\\w*|fast\\w*|least|best|surest|peaceful\\w*|quietest|gentle|without pain|does not hurt|how many|how much',
  die: 'die|dying|go|death|kill\\w*|end it|end my|overdose|fatal|lethal|leave this world|not wake up|off myself|suicide',
  without:
    '(?:be |have been )?(?:without me)|just disappear|if i (?:just )?disappeared|(?:without|if i) (?:me|(?:was|were|am|had|did|would|disappeared|died|vanished|left|wasn|weren|just|got|is)(?: (?:not|never|dead|gone|around|here|hit|there|no longer|ceased))*)|when i am (?:gone|dead)|once i am (?:gone|dead)|i (?:was|were) (?:gone|dead|not (?:around|here|alive|there))',
  unwanted:
    'better (?:off|place)|be better|easier|happier|fine|nobody|no one|not a soul|not (?:even )?notice|not care|would (?:care|miss|notice)|burden|relieved|free|cry|sorry|miss me|waste of space',
  means:
    'medicine cabinet|knives|rope|pills|tablets|rope|noose|razor|razors|blade|blades|gun|pistol|knife|bridge|roof|ledge|train|tracks|cliff|platform|overpass|window ?sill|balcony|belt|car|exhaust|bath|river|motorway|insulin|bottle|railing|edge|multi ?storey',
  atHand:
    'picturing|in the garage|wondering|keep looking|lined up|laid out|counted|counting|saved up|hoard\\w*|stash\\w*|collect\\w*|in my (?:hand|hands|lap|mouth)|in front of me|in front of (?:the|a)|right here|got .* here|ready|loaded|tied|standing|sitting|jump\\w*|throw\\w*|stepp\\w*|stand\\w*|walk\\w*|driv\\w*|swerv\\w*|crash\\w*|off (?:a|the|this)|hold\\w*|staring at|looking at|looking down|lie down|lying|into|fill\\w*|thinking|do not know what|swallow',
  despair:
    'thinking about it|and wondering|into a wall|off the road|in the garage|pictur\\w*|i do not know what|i am done|over|end|goodbye|sorry|can not|no more|no one|nobody|nothing|thinking|think|keep|want|wish|might|jump\\w*|throw\\w*|myself|die|pills|ready|anyone|alone|it all|let go|why not|enough|tonight|tempted|urge|looking down|lined up|saved up|counted|counting|born|all the|stop me|letters?|wonder\\w*|imagin\\w*|pictur\\w*|will be over|scared|hoard\\w*|crying|drive|driving|would hurt',
  goodbye:
    '(?:written|wrote|writing|left|leaving|found|finished|sent|posted|recorded|said|saying|write|typed) (?:\\w+ ){0,4}(?:goodbyes?|good byes?|farewells?|suicide|last(?! (?:night|week|month|year|time|minute|one|summer|winter|spring|\\w+day)\\b)|final|will)(?: (?:letters?|notes?|messages?|video|words))?|(?:goodbye|suicide|farewell) (?:letters?|notes?|messages?)|given away (?:all )?(?:my|his|her)|giving away (?:all )?(?:my|his|her) (?:things|stuff|possessions)|this is goodbye|said (?:my|his|her|their) goodbyes|(?:nobody|no one) (?:can|could|will) (?:stop|save) me|tell (?:my \\w+|them|everyone) i (?:love|am sorry|loved)|plan to (?:end|die|kill)|(?:how|where|when) i (?:would|will|am going to) do it|(?:worked|figured|planned) (?:it )?out how i|know how i (?:will|would|am going to) do it',
  deadly: 'pills|tablets|rope|noose|razors?|blades?|gun|pistol|overdose|helium|charcoal',
  readied:
    'lined up|laid out|counted(?: out)?|saved up|stashed|hoarded|loaded|to my head|in my mouth|round my neck|around my neck|in front of me|on the table|in my hand|take (?:them|it) all|swallow them all|tied|enough (?:pills|tablets)',
  // Fire
  burning: `is burning|torched|burst\\w* into flames|${GONE_UP}|spitting sparks|on fire|in flames|up in flames|caught (?:fire|light|alight)|catching (?:fire|light)|set (?:alight|fire)|alight|ablaze|burning|smoking|smould\\w*|smolder\\w*|flames?|sparks?|sparking|blazing|blaze|exploded|burst into|burnt down|burning down|engulfed|on fire`,
  ablaze:
    'set (?:the|my|our|a) \\w+ off|(?:burst|bursting|exploded) into flames|ablaze|caught (?:light|alight)|engulfed in|set (?:the|my|our|his|her) (?:\\w+ ){1,2}(?:on fire|alight|off and)',
  things:
    '(?:chip pen|power strip|extension lead|grease|multi ?plug|strip|camp ?fire|telly|e ?bike battery|house|home|flat|apartment|building|kitchen|bedroom|bathroom|living room|lounge|room|hallway|garage|shed|barn|roof|attic|loft|basement|cellar|cooker|stove|oven|hob|grill|pan|chip pan|oil|grease|fat|fryer|toaster|microwave|kettle|dryer|tumble dryer|washing machine|dishwasher|fridge|freezer|heater|radiator|boiler|fireplace|chimney|lamp|light fitting|plug|socket|outlet|wires?|wiring|cable|fuse ?box|charger|phone|laptop|tablet|battery|batteries|e ?bike|scooter|bike|car|engine|bonnet|hood|van|truck|lorry|bus|boat|caravan|tent|curtains?|carpet|rug|sofa|couch|bed|bedding|mattress|pillow|blanket|duvet|clothes|shirt|dress|sleeve|hair|tree|hedge|fence|bush|grass|field|woods?|forest|hill|bins?|rubbish|trash|skip|paper|candle|table ?cloth|towels?|school|office|shop|hotel|ceiling|wall|walls|floor|stairs|next door|neighbou?r|door|balcony|tv|television|computer|something|everything|it|christmas tree|decking|barbecue|cushions?|christmas lights)s?',
  fireNow: 'fire|flames?|smoke|burning|blaze|wild ?fire|bush ?fire|forest fire|brush fire|alarm',
  fireHere:
    'away from us|can not get out|got away from|burst into|pouring out|pouring from|set the|help|there is (?:a|an)|spread\\w*|getting (?:bigger|closer)|coming (?:towards|toward|over|closer|out|from|under|through|up|down|near|at)|heading|out of control|everywhere|surround\\w*|trapped|stuck|can not (?:get|put|find|breathe|see)|will not go out|put it out|call the|started|pouring|filling|full of|thick|black|under the|from (?:the|my|under|behind|next|inside|our)|in the (?:kitchen|house|flat|apartment|hallway|hall|stairs|stairwell|corridor|building|bedroom|garage|office|room|living|loft|attic|basement|bin|oven|walls?|toilet|school|shop)|on the (?:stove|hob|cooker|balcony|roof|sofa|stairs|floor)|next door|upstairs|downstairs|outside (?:my|our|the)|climbing|reached|close to (?:our|my|the)|screaming|going off|in my|smell (?:\\w+ )?(?:smoke|burning)|see (?:\\w+ )?(?:smoke|flames)|smells? (?:of|like) (?:smoke|burning)',
  smell:
    'strong smell|off|out|smell\\w*|smells|stink\\w*|stench|whiff|reek\\w*|odou?r|fumes|leak\\w*|hiss\\w*|escaping|sniff|stinks|pong\\w*',
  strongSmell: '(?:strong|weird|funny|odd|nasty|horrible|strange|eggy|foul) (?:smell|odou?r|whiff|stink)',
  gas: 'natural gas|pilot light|gas|propane|butane|methane|rotten eggs?|bad eggs?|rotting eggs?|sulphur|sulfur|lpg',
  gasBroken:
    'cooker|hob|gas main|burners?|(?:gas|propane) (?:\\w+ )?(?:pipe|main|line|tank|bottle|canister|cylinder|meter|tap|valve|hose|leak|stove|hob|cooker|oven|burner|ring|fire)|gas',
  broken:
    'gone through|went through|through|has been on|unlit|without a flame|hit|struck|broken|broke|burst|cracked|cut through|ruptured|damaged|leak\\w*|hiss\\w*|left (?:\\w+ ){0,2}on|knocked|fell|punctured|drilled|been on all night|not lit|without lighting|went out|will not (?:turn|shut) off|blew out|stink\\w*|smell\\w*',
  carbonMonoxide: 'carbon monoxide|monoxide|co (?:alarm|detector|monitor)|c o (?:alarm|detector|monitor)',
  alarmRings:
    'danger|says|reading|showing|warning|thing|going off|goes off|went off|beep\\w*|chirp\\w*|ring\\w*|scream\\w*|sound\\w*|flash\\w*|alarm|alert|poison\\w*|headaches?|sick|dizzy|drowsy|sleepy|high|red|woozy|in the (?:house|flat)|gone off|shriek\\w*',
  burner:
    'boiler|furnace|barbecue|bbq|grill|charcoal|coals?|generator|gas heater|paraffin heater|kerosene heater|stove|fireplace|car (?:running|engine)|engine|camping stove|heater|chimney|exhaust|fire',
  indoors:
    'indoors|inside|in the (?:house|garage|tent|room|kitchen|living|caravan|basement|van|flat|bedroom|hall)|garage|tent|playing up|all (?:got|have|feel|getting|of us)|we all|whole family|everyone|both|the flue|windows? (?:closed|shut)|blocked',
  fumesSick:
    'headaches?|woozy|dizzy|drowsy|sick|nause\\w*|sleepy|faint\\w*|confused|ill|passed out|light ?headed|cherry red|collapsed?|groggy|throwing up|weird',
  // Water, ice, current
  underWater:
    '(?:jumped|dived|fell|fallen|gone|slipped|went) (?:in|into)(?: the)? (?:\\w+ )?|never came (?:back )?up|can not swim|we can not see (?:him|her|them)|is missing|tipped over|(?:gone|going|went|goes|pulled|dragged|sucked|slipped|keeps going|head keeps going) (?:back )?under|under ?water|under the water|(?:not|has not|have not|did not|never) (?:come|came|coming|resurface\\w*) (?:back )?up|hasn come up|not surfac\\w*|drown\\w*|face down|floating face|at the bottom of|fell (?:\\w+ )?(?:in|into|through|off|overboard)|fallen (?:in|into|through|overboard)|(?:pulled|dragged|fished|got|found) (?:\\w+ ){0,3}(?:out of|from|in) the|swept|dragging|dragged out|carried (?:away|out)|can not (?:swim|get (?:back|out|to shore)|reach the shore|touch the bottom|stay afloat|keep (?:his|her|my) head)|waving|sinking|bobbing|capsized|rip current|riptide|washed (?:out|away|off)|man overboard|overboard|stuck in the flood|trapped (?:in|by)|rising|not breathing',
  water:
    'quarry|canal|canoe|weir|lagoon|well|swimming pool|pool|lake|river|sea|ocean|pond|canal|water|bath|bathtub|tub|swimmer|swimming|current|tide|waves?|ice|beach|shore|boat|kayak|canoe|dinghy|jetty|harbou?r|creek|flood|car|paddling pool|hot tub|surf|stream|dam|reservoir|overboard|rip|weir',
  // Electricity
  electric:
    'bare (?:wire|cable)|socket|outlet|live wire|wires?|wire|cable|power line|power lines|plug|electric\\w*|mains|fuse ?box|overhead line|third rail|lightning|toaster|lamp|pylon|extension lead|current|hair ?dryer|fence',
  shocked:
    'can not let go|hit my|hit (?:him|her|me)|bare|collapsed|bit|not moving|electrocut\\w*|zapped|shock|shocked|struck by|struck|got a jolt|jolt|thrown across|knocked (?:him|her|me) (?:out|over|back)|stuck to|can not let go|fork|finger|tongue|knife|touched|grabbed|bit|chewed|cut through|is not right|twitching|fell in',
  // Burns
  scald:
    'mug of (?:tea|coffee)|cup of (?:tea|coffee)|(?:pot|pan) of|(?:boiling|hot|scalding|boiled) (?:\\w+ )?(?:water|oil|tea|coffee|soup|fat|milk|sugar|caramel|jam|wax|drink|chocolate|steam|porridge|gravy)|kettle|chip fat|hot fat|oil|acid|bleach|steam|petrol|fireworks?|firework|iron|oven|hob|stove|bonfire|barbecue|sparkler|caustic soda|lye|chemicals?|drain cleaner|battery acid|fire|cement|hot water|scald\\w*|burn\\w*|burnt|pan|cooking oil|radiator|exhaust|hot',
  burnt:
    'went all over|gone all over|tipped|coming away|coming off|spraying|spill\\w*|spilt|splash\\w*|pour\\w*|pulled|tipped|knocked|fell|burn\\w*|burnt|scald\\w*|blister\\w*|peel\\w*|went (?:all )?over|all over|got|in (?:my|his|her) eyes?|sprayed|squirted|exploded|off|raw|charred|white|melted|skin|threw',
  badBurn:
    'baby|hands?|all over (?:me|him|her|my)|eyes|skin|blister\\w*|peel\\w*|raw|charred|melted|badly|all over|legs?|arms?|chest|face|eyes?|back|stomach|tummy|himself|herself|myself|him|her|body|foot|feet|whole|lap|child|neck',
  // Violence
  strikes:
    'kicking|coming (?:at|after|for)|com(?:es|ing) at|go(?:es|ing) for|swing\\w* at|scratch\\w*|on top of|lunged at|laid hands on|touched|snatch\\w*|hit|hits|hitting|beat|beats|beating|beaten|batter\\w*|slap\\w*|punch\\w*|kick\\w*|throttl\\w*|strangl\\w*|smack\\w*|shov\\w*|push\\w*|thr[eo]w(?:s|n|ing)?|thrown|grabb\\w*|grabs|dragg\\w*|drags|stab\\w*|shot|shoots|shooting|attack\\w*|jumped|mugg\\w*|assault\\w*|hurt|hurts|hurting|bit|headbutt\\w*|chok\\w*|knock\\w*|burn\\w* .* with|whipp\\w*|bash\\w*|molest\\w*|rape|raped|raping|touching|forced|forcing|abus\\w*|lashing out at|laying into|laid into|pinned|pinning|lock(?!er)\\w*|kidnapp\\w*|tied|rob\\w*|threaten\\w*|set on|beat up|beating up|kicking|put (?:his|her) hands? (?:on|round|around)|hands? (?:round|around|on) (?:my|her|his) (?:neck|throat)|smash\\w* (?:me|my|her|his)|fists? (?:at|on)|gets violent|is violent|violent',
  bodily:
    'with (?:a|his|her) \\w+|did not want|drunk|drinking|home|down|over|screaming|hear|belt|bottle|blade|against the wall|down the stairs|across the room|to the ground|on the floor|in the face|in the (?:stomach|head|ribs|eye|mouth|back with)|by the (?:hair|throat|neck|arm)|my neck|my throat|again|every (?:day|night|time)|will not stop|tonight|right now|now|please help|help|bruis\\w*|bleeding|scared|afraid|frightened|black eye|with (?:a|his|her) (?:belt|fist|fists|bat|stick|chair|pan|bottle)|keeps|just|drunk|hard|they are|he is|she is|is|are|so hard',
  threatens:
    'get (?:us|me|you all)|finish (?:me|us|her|him)(?: off)?|come for (?:me|us)|(?:kill|murder|hurt|stab|shoot|hit|beat|burn|harm|strangle|slit|cut|bury|rape|get|attack) (?:me|us|her|him|them|my \\w+|the kids|the children|myself and|everyone)|threaten\\w* (?:me|us|her|him|to|my)|kill us all|(?:do|did) something to (?:me|us|the kids)|burn the house|take the (?:kids|children) and',
  says: 'says?|said|saying|shout\\w*|scream\\w*|yell\\w*|threaten\\w*|swears?|swore|told me|text\\w*|messag\\w*|keeps|going to|will|wants? to|trying to|tries to|tried to|is coming to|coming|about to|gonna|promised|warned|if i (?:leave|tell|call|do not|go)|would',
  burglar:
    '(?:trying to|tries to|tried to|going to) (?:break|get|force (?:his|her|their) way|kick (?:his|her|their) way) in(?:to)?(?! (?:shape|touch|trouble|bed|college|university|the (?:mood|team|band|habit|market|industry|business|car|shower|bath))\\b)|(?:is|are) breaking in(?! (?:a|an|the|his|her|my|their|new)\\b)|(?:stranger|strange man|strange woman|man i do not know|someone i do not know) (?:in|inside|at) (?:my|our|the)|(?:a|the|some) (?:\\w+ )?(?:burglar|prowler|intruder)s? (?:in|inside|is|are|outside|at|round|around|on|downstairs|upstairs)|(?:think|is|have|got|hear\\w*) (?:there is )?(?:a|an) (?:burglar|prowler|intruder)|man in my (?:room|bedroom|house|garden|kitchen)|being burgled',
  atMyThroat:
    'hands? (?:\\w+ )?(?:round|around|on) (?:my|her|his) (?:neck|throat)|(?:knife|blade) (?:to|at|against) (?:my|her|his|our) (?:neck|throat)|gun to (?:my|her|his) head',
  armedHere:
    '(?:man|bloke|guy|fella|fellow|feller|chap|dude|woman|girl|boy|lad|youth|customer|patient|stranger|someone|somebody|person|kid|teenager|neighbou?r|he|she) with (?:a|an|his|her) (?:\\w+ )?(?:knife|gun|pistol|rifle|machete|axe|sword|hammer|blade|weapon|shotgun|baseball bat|crowbar)',
  weapon:
    'blade|bottle|belt|cricket bat|screwdriver|chain|poker|stick|knife|knives|gun|pistol|rifle|shotgun|machete|axe|weapon|baseball bat|crowbar|firearm|hammer|sword|bomb|grenade|razor|broken bottle|bat',
  holds:
    'drew|coming at|comes at|going for|goes for|pulls|swinging|there is|has|got|have|with|holding|holds|point\\w*|wav\\w*|pull\\w*|brandish\\w*|swing\\w*|carrying|aiming|at (?:me|us|my)|grabbed|picked up|coming at',
  intruder:
    'car|van|prowler|someone|somebody|stranger|strangers|man|men|burglars?|intruders?|prowler|people|footsteps|guys?|person|voices|they|he|ex|robbers?|thieves|thief|gang|noises?|glass|figure',
  intrudes:
    'round the back|window go|window went|in my (?:room|bedroom|bed)|may still be|trying the|door handle|break ?in|break(?:ing)? (?:in|into|down|through)|broken (?:in|into)|broke (?:in|into)|creep\\w*|prowl\\w*|sneak\\w*|trying (?:to )?(?:force|get|open|break|kick|climb)|forc\\w*|smash\\w*|glass break\\w*|breaking glass|glass smash\\w*|glass shatter\\w*|window break\\w*|climb\\w*|got in|get in|getting in|is in|are in|inside|in (?:my|our|the) (?:house|home|flat|apartment|garage|bedroom|hallway|kitchen|attic|garden|back ?yard|yard)|downstairs|upstairs|footsteps|pick\\w* the lock|rattling|banging|kicking|hammering|at the (?:back )?door|lurking|walking around|moving around|should not be here|not supposed to be|do not know|who is not|hiding|outside',
  homePart:
    'house|home|flat|apartment|door|doors|window|windows|downstairs|upstairs|back door|front door|garage|bedroom|kitchen|attic|garden|back ?yard|yard|porch|lock|hallway|stairs|living room|basement|cellar|shed|place|room|conservatory|letterbox|balcony|roof',
  hiding:
    'locked in|locked (?:myself|ourselves)|in the (?:loo|attic|cellar)|hiding|hid|hide|locked (?:myself|ourselves) in|barricaded|locked in the (?:bathroom|bedroom|toilet|car)|under the bed|in the (?:bathroom|closet|wardrobe|cupboard)|ran (?:out|away)|whisper\\w*|keep quiet|can not talk',
  rages:
    'swing\\w*|drinking|kicking|gone mad|furious|throwing|smash\\w*|break\\w*|coming|looking for|drunk|angry|shout\\w*|scream\\w*|hurt\\w*|hit\\w*|banging|knife|gun|kill|attack\\w*|violent|rage|raging|afraid|scared|after me|is here|outside|intruder|burglar|shoot\\w*|shots|pounding|in the house|trying to get in|kick\\w*',
  confines:
    'not going anywhere|took my (?:keys|phone|passport)|(?:tried|trying) to (?:pull|drag|force|get|take) (?:me|us|my \\w+|her|him)|(?:will not|does not|would not|refuses to|not) let (?:me|us|her|him|my \\w+)|lock(?:ed|s|ing) (?:me|us|her|him|my \\w+)|holding (?:me|us|her|him)|keep(?:s|ing)? (?:me|us|her|him) (?:locked|prisoner|here|inside|in)|taken my (?:phone|keys|passport)|trapped (?:me|us)|tied (?:me|us|her|him) up|against my will|hostage|blocking the door|can not (?:leave|get away|get out)|held (?:me|us|against)',
  leave: 'anywhere|van|into|out|leave|go|home|door|bedroom|house|bathroom|basement|phone|room|passport|call|car|will|hostage|up|here|keys',
  follows:
    '(?:tailing|following|chasing) (?:me|us)|tailing (?:me|us)|(?:follow\\w*|chas\\w*|stalk\\w*|tail\\w*|(?<!\\b(?:look|nam|call|tak|took)\\w* (?:\\w+ ){0,3})after|watching) (?:me|us|my \\w+|her|him)|being (?:followed|chased|stalked|watched)|(?:will not|does not) leave me alone',
  outside:
    'miles|behind me|hours|home|street|car|night|dark|scared|frightened|afraid|running|man|someone|somebody|guy|stranger|down the|all the way|road|alley|van|park|station|walking|ex|right now|outside|door|everywhere|again',
  shots:
    '(?:loud )?bangs|screaming and running|running and screaming|gun ?shots?|shots? (?:fired|being fired|outside)|shooting|shooter|gunfire|gunman|opening fire|opened fire|firing a|explosion|bomb|machine gun|terrorist',
  near: 'hear|heard|hearing|outside|in the (?:school|mall|shop|store|street|building|office|house|church|club|station|hall)|here|there is|at (?:my|our|the) (?:school|office|work)|people|someone|somebody|active|help|running|downstairs|next door|man|hiding|he is',
  gotHurt:
    '(?:been|was|were|got|getting|has been|is being|are being|being) (?:\\w+ )?(?:stabbed|shot|raped|assaulted|mugged|attacked|beaten|jumped|strangled|robbed|kidnapped|molested|abducted|threatened|knifed|held up|beaten up|abused|kicked|punched|trafficked)|raped me|stabbed me|shot me|(?:sexually|indecently) (?:assaulted|abused)|(?:stabbed|shot|knifed|mugged|robbed|assaulted) (?:him|her|me|us|my \\w+)',
} as const;
