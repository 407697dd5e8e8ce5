/**
 * What the words of danger mean, each as alternatives over normalised words (lower case, contractions opened, `'s` as "is").
 * A frame (`body-frames.ts`) combines them, so that a word added here counts in every sentence that frames can make of it.
 */
const KIN =
  'missus|missis|hubby|old man|old lady|fella|dad|daddy|father|papa|mom|mum|mommy|mummy|mam|mother|mama|nan|nana|nanny|gran|granny|grandma|grandmother|grandad|granddad|grandpa|grandfather|son|daughter|kid|kids|child|children|baby|babies|toddler|infant|newborn|boy|girl|little one|little boy|little girl|brother|sister|twin|uncle|aunt|auntie|cousin|nephew|niece|grandson|granddaughter|husband|wife|partner|boyfriend|girlfriend|fiance|fiancee|ex|stepdad|stepfather|stepmum|stepmom|friend|mate|flatmate|roommate|housemate|neighbou?r|colleague|coworker|teenager|teen';
const OTHERS =
  'someone|somebody|man|woman|guy|bloke|lady|person|people|passenger|patient|pensioner|cyclist|driver|swimmer|stranger|lad|lads|men|student|customer|worker|everyone|everybody|we all|both of us';
const PETS = 'dog|puppy|pup|cat|kitten|rabbit|hamster|labrador|spaniel|terrier';

export const BODY_MEANINGS = {
  // Who
  self: 'i|me|my|we|us|our|myself',
  kin: KIN,
  young:
    'babies|babys|week old|month old|weeks old|months old|kid|child|children|baby|toddler|infant|newborn|little one|son|daughter|boy|girl|nephew|niece|grandson|granddaughter|year old|teenager|teen|brother|sister|twins?',
  someone: `he|she|they|him|her|them|his|their|${KIN}|${OTHERS}`,
  person: `i|me|my|we|us|our|myself|he|she|they|him|her|them|his|their|${KIN}|${OTHERS}`,
  attacker:
    'gang|group|boys|he|she|they|dad|father|mum|mom|mother|husband|wife|boyfriend|girlfriend|partner|ex|stepdad|stepfather|brother|son|uncle|neighbou?r|someone|somebody|man|men|woman|guys?|lads|people|stranger|bloke|gang|kids|teenagers|roommate|flatmate|boss',
  victim:
    '(?:a|the|that|some) (?:\\w+ )?(?:boy|girl|kid|man|woman|lad|child|guy|bloke|person|lady)|me|us|him|her|them|someone|somebody|(?:my|our|his|her|the) (?:\\w+ )?(?:mum|mom|mother|dad|father|sister|brother|wife|husband|son|daughter|kids?|children|friend|mate|girlfriend|boyfriend|baby|neighbou?r|aunt|uncle|gran|nan|grandma|grandad|grandpa|cousin|partner)|mum|mom|dad',
  pet: PETS,
  // The body
  chest: 'middle of me|across my middle|ticker|chest|breast ?bone|breast bone|sternum|rib ?cage|ribs|ribs?|behind my ribs',
  heart: 'ticker|pacemaker|heart|heartbeat|pulse|palpitations',
  arm: 'arms?|hands?|fingers|shoulder|elbow',
  funnyTurn: 'funny turn|funny turns',
  bringsUp: '(?:cough\\w*|vomit\\w*|throwing|threw|bringing|brought|spitting|sick)(?: up)?',
  bloodLike: 'bright red|coffee grounds|red stuff|dark red|black stuff',
  pierced:
    'gone through|(?:through|stuck in|gone into|went into|sticking out of|in) (?:my|his|her|the) (?:eye|foot|neck|hand|chest|stomach|leg|thigh|head|cheek|belly)',
  sharp: 'nail|nail|glass|metal|knife|something sharp|splinter|spike|rod|needle|arrow|scissors|screwdriver|fork|stick|branch|hook',
  wentFloppy: 'floppy|limp|lifeless|(?:stopped making|makes no|not making) (?:any )?(?:noise|sounds?)',
  limb: 'arms?|hands?|legs?|feet|foot|fingers|(?:left|right|one|half|other) side|side of (?:me|him|her|my body|his body|her body)|half (?:of )?(?:my|his|her|the) body|left|right',
  jaw: 'jaw|neck|back|left arm|shoulder blades?',
  face: 'face|mouth|smile|lips?|eyelid|cheek|eye|side of (?:my|his|her) (?:face|mouth)',
  throat: '(?:at|round) (?:her|his|my) neck|throat|windpipe|wind pipe|airways?|gullet|food pipe|throats',
  swellingPart: 'throat|tongue|lips?|face|eyes?|mouth|airways?|neck',
  skin: 'skin|legs?|arms?|hands?|face|eyes?|foot|feet|chest|back|neck|scalp|fingers|body|tummy|stomach|thighs?|me|him|her|himself|herself|myself|them|baby|all over',
  digit: 'fingers?|thumbs?|toes?|hand|foot|arm|leg|fingertip',
  head: 'head|skull',
  // How it feels
  pain: 'pains?|painful|hurts?|hurting|aches?|aching|sore|agony|throbbing|stabbing|cramping|burning|sharp',
  pressure:
    'killing (?:me|him|her)|band|tight|tighten\\w*|tightness|squeez\\w*|crush\\w*|press\\w*|pressure|heavy|heaviness|weight|vice|clamp\\w*|band around|elephant|constrict\\w*|stabbing|burning|pains?|painful|hurts?|hurting|aches?|aching|agony|discomfort|rubbing|clutching|clutches|grabbing|grabs|gripping|holding|killing me|on (?:my|his|her) chest',
  weighedDown:
    '(?:elephant|weight|rock|boulder|ton|brick|car|horse|someone|somebody|something) (?:\\w+ ){0,2}(?:sitting|standing|stood|sat|pressing|lying|kneeling|parked) on',
  alarm:
    'everything is (?:\\w+ )?(?:black|dark)|going black|seeing stars|soaked in sweat|shocking me|funny colou?r|clammy|sweat\\w*|dizzy|faint\\w*|light ?headed|pale|white|grey|gray|ashen|sick|nause\\w*|vomit\\w*|throwing up|scared|wrong|short of breath|can not breathe|breathless|shooting down|going down|down (?:my|his|her)|blacking out|passing out|pass out|collapse\\w*|confused|cold sweat|chest',
  heartTrouble:
    'hammering|thumping|playing up|missing beats|shocking me|galloping|racing|pounding|flutter\\w*|stopping|stopped|skipping|skips|jumping|irregular|all over the place|very fast|too fast|going crazy|wrong with|funny',
  droop:
    '(?:has|have) dropped|(?:has|have) slipped|droop\\w*|sag\\w*|lop ?sided|crooked|slack|hanging|hangs|dropped|drops|twisted|uneven|slid\\w*|numb|fallen|one side|paralys\\w*|paralyz\\w*|melting|wonky|skewed|not even|pulled down',
  limbFails:
    'stand up straight|can not stand|will not do what|keeps? dropping|no strength|has gone funny|can not (?:\\w+ )?(?:lift|move|raise|feel|use|grip|hold|bend)|can not (?:\\w+ ){0,2}(?:up|walk)|could not (?:lift|move|raise|feel)|will not (?:work|move|lift|do)|does not (?:work|move)|do not (?:work|move)|is not (?:working|moving)|are not (?:working|moving)|stopped working|floppy|numb|paralys\\w*|paralyz\\w*|dead|limp|weak|useless|hangs?|hanging|tingl\\w*|no feeling|lost (?:the )?(?:feeling|use)|gone (?:funny|to sleep|dead)',
  speechFails:
    'wrong words|can not (?:get|make) (?:his|her|my) words(?: out)?|(?:talking|speaking) (?:\\w+ )?(?:rubbish|drunk|backwards)|acting (?:drunk|strange|weird)|slur\\w*|gibberish|garbl\\w*|babbl\\w*|jumbled|mumbling|nonsense|(?:talking|speaking|sounding) (?:\\w+ )?(?:funny|weird|strange|odd|rubbish|garbage)|words (?:\\w+ ){0,4}(?:wrong|mixed|jumbled|funny|slurred)|can not (?:\\w+ )?(?:find|get|form|say) (?:\\w+ )?words?(?: out)?|can not (?:speak|talk)|could not (?:speak|talk)|lost (?:his|her|my) speech|not making (?:any )?sense|makes no sense|does not make (?:any )?sense|confused|mixed up',
  sightFails:
    '(?:vision|sight) (?:\\w+ ){0,2}(?:gone|going|went|lost)|lost the (?:sight|vision)|blind|can not see|could not see|lost (?:(?:the|my|his|her) )?(?:sight|vision)|(?:went|gone|goes|going) (?:black|dark|blurry)|double vision|seeing double',
  eye: 'eyes?|left side|right side|half of everything|everything on',
  suddenly:
    'funny turn|since (?:breakfast|lunch|dinner|last night|he|she|i)|suddenly|sudden|all of a sudden|just now|out of nowhere|out of the blue|minutes ago|woke up|woke|this morning|like a thunderclap|just hit|one (?:eye|side)|since (?:this|an hour)|properly|any more|all at once|instantly',
  headache:
    'head (?:\\w+ )?(?:exploded|burst) with pain|head ?aches?|migraine|pain in (?:my|his|her) head|head (?:is )?(?:pounding|exploding|splitting)',
  worst:
    'worst|thunderclap|unbearable|never (?:had|felt)|like never|blinding|explosive|excruciating|stiff neck|neck is stiff|throwing up|vomit\\w*|blurr\\w*|confused|can not see|passed out|sudden\\w*',
  // Blood and injuries
  blood: 'blood|bleeding|bleeds|bled|bloody',
  muchBlood:
    'fountain|bright red|losing (?:a lot|fast)|fast|toilet|coffee grounds|through the bandages?|everywhere|all over|can not (?:\\w+ ){0,3}stop|can not stop|will not stop|is not stopping|does not stop|not stopping|will not (?:clot|quit)|so much|too much|lots? of|a lot|loads|lost|losing|gush\\w*|pump\\w*|spurt\\w*|squirt\\w*|pour\\w*|spray\\w*|soak\\w*|heavily|badly|very bad|pool of|puddle|hours?|throwing up|vomit\\w*|cough\\w*|spitting|being sick|pregnan\\w*|months along|weeks along|months gone|pale|dizzy|out of control|non ?stop|from (?:his|her|my|the|both) (?:\\w+ )?(?:head|neck|ears?|stomach|chest|mouth|bottom|behind|eyes?|rectum|back passage)|miscarr\\w*|to death|internal\\w*',
  gush: 'fountain|through (?:my|his|her|the) (?:eye|foot|hand|neck|chest|leg|arm|cheek)|stuck in (?:my|his|her) (?:eye|neck|chest|head)|still coming|gush\\w*|spurt\\w*|pumping|squirt\\w*|spraying|pouring out|soak\\w*|will not stop|can not stop|not stopping|to the bone|bone|artery|vein|really deep|very deep|so deep|deep|wide open|gaping|hanging off|hanging on',
  wound:
    'nail|nail|splinter|spike|needle|metal|rod|something sharp|scissors|bandages?|axe|arrow|dart|hook|cut|cuts|sliced|slashed|gash\\w*|wound\\w*|stab\\w*|severed|torn|ripped|chainsaw|saw|glass|knife|wrists?|machine|mower|gunshot|shot|impaled',
  cutOff:
    '(?:cut|chopped|sliced|sawed|sawn|severed|took|taken|tore|torn|ripped|bit|lopped|blew|shut|caught|lost) (?:off )?(?:the )?(?:tip|end|top) of (?:my|his|her) (?:finger|thumb|toe)|(?:cut|chopped|sliced|sawed|sawn|tore|torn|ripped|bit|lopped|blew|took) (?:w+ ){0,2}(?:fingers?|thumb|toes?|fingertip|hand|foot|arm|leg) (?:clean |nearly |almost |right )?off|(?:cut|chopped|sawed|lopped|severed) off (?:my|his|her) (?:fingers?|thumb|toes?|fingertip|hand|foot|arm|leg)|severed (?:my|his|her) w+|lost (?:a|his|her|my) (?:finger|hand|thumb|arm|leg|foot) in',
  // Out of it
  canNotWake:
    '(?:can|could) not (?:\\w+ )?(?:wake|rouse|get|revive|bring) (?:up )?(?:him|her|them|(?:my|our|the) (?:\\w+ )?(?:' + KIN + '))',
  asleep: 'up|to wake up|wake up|awake|to respond|to answer|round|around|to come round',
  outCold:
    'face down|(?:will|does|is|can) not answer(?:ing)? (?:me|us|any)|is not answering just|just staring|(?:has|have) not moved|barely (?:awake|conscious|alive)|like a sack|bring (?:him|her|them) (?:round|around|back)|not hearing me|down and (?:he|she) is out|went down hard|went floppy|went stiff|collapsed?|keeled over|fainted|passed out|passes out|blacked out|unconscious|out cold|unresponsive|lifeless|(?:dropped|fell|fallen|crumpled|slumped|gone down) (?:\\w+ )?(?:to|on|onto|over) (?:the )?(?:floor|ground|pavement)|slumped|not responsive|(?:is|are|am|was) not responding|(?:does|do|did|will) not respond|not responding|stopped responding|will not (?:wake|come round|come around|come to)|will not open (?:his|her|their) eyes|(?:can|could) not (?:wake|rouse|revive|bring (?:him|her|them) round|get (?:him|her|them|my \\w+|any response|a response) (?:to wake|up|awake|response))|can not (?:\\w+ )?(?:wake|rouse|revive)|not waking|does not wake|(?:is|are) not moving|not moving|(?:has|have|is) not come (?:round|around|to)(?! (?:a|an|the|my|his|her|our|your|their|this|that|any|see|visit|us|me|you|work|school|church|class|town|dinner|lunch|tea|bed|eat)\\b)|lost consciousness|gone (?:all )?(?:limp|floppy|stiff|unconscious|lifeless|cold and still)|went (?:all )?(?:limp|floppy|unconscious|stiff)|is (?:all )?(?:limp|floppy)|no pulse|can not find (?:a|any|his|her) pulse|heart (?:has )?stopped|cardiac arrest|in a coma|comatose|no response|no sign of life|(?:looks|seems|is|might be|i think he is|i think she is) dead|drifting in and out|in and out of consciousness|cold and still|not (?:come|coming) (?:round|around|to)(?! (?:a|an|the|my|his|her|our|your|their|this|that|any|see|visit|us|me|you|work|school|church|class|town|dinner|lunch|tea|bed|eat)\\b)',
  fits: 'eyes (?:are |have |keep )?(?:rolled|rolling)|went stiff and|(?:started|starts|begun|keeps?) (?:to )?jerk\\w*|shaking (?:all over|and (?:her|his|not|will|can))|seizures?|convuls\\w*|jerking|twitching|shaking uncontrollably|shaking all over|thrashing|foam\\w* (?:at|from|round|around)|frothing|eyes (?:have )?(?:rolled|rolling)|epilep\\w*|(?:having|had|has|in|into|keeps having|got) (?:a |an )?(?:\\w+ )?fits?',
  fellFrom:
    '(?:fell|fallen|falls|thrown|came|tumbled|jumped|slipped|pushed|toppled) (?:\\w+ ){0,2}(?:off|out of|out|from|through|down|over) (?:\\w+ ){0,3}(?:ladder|roof|windows?|stairs|staircase|steps|height|balcony|horse|tree|scaffold\\w*|wall|bridge|cliff|loft|attic|storey|floor|bike|motorbike|moving car|truck|changing table|high chair|bunk)',
  headHit:
    '(?:hit|hits|banged|bumped|cracked|smashed|bashed|knocked|whacked|split) (?:\\w+ ){0,2}(?:head|skull)|head injury|blow to the head|landed on (?:his|her|my) head|head first',
  headHurt:
    'throwing up|vomit\\w*|being sick|sick|confused|dizzy|sleepy|drowsy|unconscious|bleed\\w*|passed out|not moving|seeing double|does not know|can not remember|keeps (?:asking|repeating)|pupils|fluid|wo(?:n\\W?t|not) stop crying|limp',
  boneOut: 'bone (?:\\w+ ){0,3}(?:sticking|poking|showing|through|out)|see (?:the |his |her |my )?bone|bent the wrong way|wrong angle',
  crash:
    '(?:car|bike|bus|train|motorway|road|traffic|lorry|truck|motorbike|head on|bad|terrible|horrible) (?:crash|accident|wreck|smash|collision)|been (?:a|an) (?:\\w+ )?(?:crash|accident|collision|explosion)|crashed|hit by a (?:car|bus|truck|lorry|van|train)|run over|knocked down|rolled over|overturned|hit a (?:tree|pedestrian|cyclist)',
  hurt: 'hurt|injured|trapped|stuck|pinned|bleed\\w*|unconscious|not moving|badly|people|someone|passengers?|hit and run|can not get out|pinned under|can not feel',
  crushed:
    '(?:fell|fallen|came down|collapsed|landed|toppled|tipped|crashed) on(?:to)? (?:top of )?(?:me|him|her|them|us|the (?:\\w+ )?(?:worker|builder|man|woman|boy|girl|kid|child|baby|driver)|my \\w+)|(?:leg|arm|hand|foot) is (?:trapped|stuck|pinned|caught|crushed)|(?:crushed|pinned|trapped|stuck|buried|caught) (?:\\w+ ){0,2}(?:under|beneath|in|between|by) (?:\\w+ ){0,2}(?:car|tractor|machine|rubble|tree|wall|avalanche|snow|lift|truck|wardrobe|tv|wheels?|beam|saw|conveyor)',
  venom:
    '(?:snake|viper|adder|rattlesnake|cobra|scorpion|black widow|spider|jellyfish|stingray) (?:\\w+ ){0,3}(?:bit|bite|bitten|sting|stung)|(?:bit|bitten|stung|bite) (?:\\w+ ){0,3}(?:by|from) (?:a|an|some|this) (?:\\w+ )?(?:snake|viper|adder|rattlesnake|cobra|scorpion|spider|jellyfish|stingray)',
  sugarTrouble:
    'diabetes|(?:blood )?sugars? (?:\\w+ ){0,4}(?:low|down|floor|crash\\w*|dropp\\w*|high|sky|roof|two|three|thirty|forty)|hypo|hypoglyc\\w*|diabetic|insulin',
  confused:
    'bone dry|acting (?:drunk|strange|weird|confused)|talking (?:rubbish|nonsense)|making (?:no )?sense|mumbling|confused|confusion|not making (?:any )?sense|is not making sense|makes no sense|disoriented|delirious|does not know (?:where|who)|nonsense|hallucinat\\w*|rambling|gibberish|will not wake|not wake|passed out|unconscious|slur\\w*|drowsy|stopped shivering|not shivering|floppy|limp|stopped sweating|not sweating|can not stand(?! (?:the|this|that|these|those|it|him|them|my|your|our|their|how|being|seeing|hearing|when|to (?:see|hear|watch|look|think))\\b)|collapsed?|fainted|burning up|hot and dry|shaking|sweating|out of it|dizzy',
  fever: 'fever|temperature|feverish',
  feverAlarm: 'rash|stiff|forty(?: one| two)?|forty one|4[0-3]|10[5-9]|fit|convuls\\w*|limp|floppy|newborn|glass|purple spots|spots',
  cold: 'freezing|hypothermi\\w*|frozen|frost ?bite|so cold|ice cold|very cold',
  coldAlarm:
    'stopped shivering|not shivering|confused|slur\\w*|drowsy|sleepy|stuck|mountain|lost|unconscious|can not feel|blue|outside all night|river|lake',
  fellOnto:
    '(?:fell|fallen|came down|collapsed|landed|toppled|tipped over|crashed) on(?:to)? (?:top of )?(?:me|him|her|them|us|(?:the|my|a) (?:\\w+ )?\\w+)',
  heavyThing:
    'wall|beam|tree|tractor|wardrobe|tv|telly|bookcase|roof|ceiling|crane|scaffold\\w*|car|motorbike|horse|fridge|cabinet|machine|branch|pallet|rock|rubble',
  heat: 'marathon|desert|hot day|heat ?stroke|sun ?stroke|heat|sun|overheat\\w*|over heated|hot car|boiling hot|sauna|burning up',
  birth:
    '(?:the )?umbilical cord|cord (?:is|was|has|around|wrapped)|(?:my|her|the|is) water (?:just |has |has just )?(?:went|gone|broke|broken)|breech|umbilical|feet first|cord is|cord (?:\\w+ ){0,2}out|(?:my|her|the) waters? (?:\\w+ )?(?:broke|broken|gone|went)|waters have (?:just )?(?:broken|gone)|in (?:full )?labou?r|into labou?r|gone into labou?r|giving birth|(?:baby|head|it) is (?:\\w+ )?(?:coming (?:now|out|fast)|crowning)|see the (?:baby|head|feet|cord)|baby is coming|having the baby|urge to push|need to push|contractions (?:\\w+ ){0,4}(?:minutes?|apart|close|non ?stop|constant)|baby is (?:\\w+ )?(?:stuck|born)|cord is',
  // Breath
  noAir:
    '(?:sounds|feels) like (?:he|she|i) (?:is|am) drowning|breaths? rattles?|chest (?:is )?(?:rattl\\w+|whistl\\w+)|stopped making (?:any )?(?:noise|sound)|sucking in|gagging|not breathing right|cry or cough|(?:can not|could not|can hardly|can barely|hardly|barely|struggl\\w*|unable|trouble|difficulty|difficult|hard|harder|not able|finding it hard|fighting|labou?red|stopped|stops|not|no longer|never started|quit|shallow) (?:to |get |with |for |taking |catch |getting |draw |any |enough |a |her |his |my |me |him |proper |properly |much |fully |full |really |in |is |been ){0,4}(?:breath|breaths|breathe|breathing|air)\\b|(?:gasp\\w*|fight\\w*|pant\\w*|hungry|struggl\\w*|desperate|starved) (?:for|of) (?:air|breath|every breath|breaths)|every breath (?:is|feels)|breath is a|breathing (?:is )?(?:\\w+ )?(?:stopped|funny|weird|rattly|shallow|noisy|fast|wrong|gone|hard|difficult|getting worse|worse)|wheez\\w*|suffocat\\w*|short of breath|breathless|not get any air|gasping|asphyxiat\\w*|no breath|chest is not moving|gurgling|make a sound|can not speak|no sound comes out',
  inhaler: 'inhaler|puffer|ventolin|asthma|nebuli[sz]er|copd|oxygen tank|oxygen',
  inhalerFails:
    'empty|not working|is not (?:doing|helping|working)|does not (?:help|work)|nothing|no help|lost|can not find|run out|ran out|out of|bad|worse|worst|attack|severe|really|wheez\\w*|can not breathe|not doing anything|stopped working|blue|gasping',
  blue: '(?:gone|going|turn\\w*|went|goes|is|are|looks?|getting|looking|has gone) (?:\\w+ ){0,2}(?:blue|purple|grey|gray|navy)|blue (?:lips|around the (?:mouth|lips)|in the face)',
  breathParts: 'lips?|face|fingers?|fingertips|skin|baby|newborn|infant|toddler|he|she|son|daughter|him|her|mouth|grandma|grandad',
  stuck:
    'claw\\w*|has gone down|something (?:is )?block\\w*|got something|stuck|lodged|caught|jammed|blocked|blocking|blockage|wrong way|wrong pipe|wrong hole|choking|clos\\w*|can not (?:swallow|get it out|cough it|get it up)|grabbing|clutching|obstruct\\w*|something in',
  choke: 'choking|choked|chokes|choke',
  swallowedThing:
    '(?:gagging|coughing|chok\\w+) (?:\\w+ ){0,6}(?:apple|bread|meat|bone|sweet|candy|food|grape|nut|steak|toast|fish)|can not get (?:the |it |that )(?:\\w+ ){0,3}(?:up|out)|(?:swallow\\w*|inhaled|ate|choking on|sucked in) (?:\\w+ ){0,3}(?:coin|marble|lego|button|bead|toy|bone|grape|nut|peanut|sweet|candy|balloon|ball|cap|lid|pebble|stone|pin|needle|screw|ring)',
  food: '(?:down (?:\\w+ )?(?:the )?wrong way|wrong pipe|wrong hole)',
  // Allergy
  allergy:
    'one bite|after (?:one|the|that|a) (?:bite|bee|sting|tablet|injection|jab|prawn|nut)|something with nuts|curry|tablet|allerg\\w*|stung|sting|bee|wasp|hornet|peanuts?|nuts?|cashews?|walnut|shellfish|shrimp|prawns?|crab|lobster|sesame|antibiotics?|penicillin|epi ?pens?|hives|anaphyla\\w*|reaction|strawberr\\w*|latex|egg|milk',
  swell:
    'blow\\w* up|huge|enormous|like a balloon|itches and feels tight|swell\\w*|swollen|swelled|puff\\w*|balloon\\w*|(?:getting|gets|got|growing|twice|is) (?:\\w+ )?(?:bigger|fat|thick|huge|size)|clos\\w*|tighten\\w*|tight|thick|blowing up|blown up|blew up|itch\\w* and',
  reaction:
    'swell\\w*|swollen|puff\\w*|balloon\\w*|hives|wheez\\w*|gasp\\w*|clos\\w*|tight\\w*|can not (?:\\w+ )?(?:find|breathe|swallow)|(?:is|has) (?:\\w+ )?(?:red|covered)|covered in|dizzy|faint\\w*|collapsed?|no epi ?pen|epi ?pen|struggling|severe|anaphyla\\w*|choking',
  everyBreath: 'every (?:\\w+ )?breath|each breath|breathing|to breathe',
  fight: 'fight|struggle|battle|effort|agony|hurts',
  slurs: 'slur\\w*|slurred',
  soaked: 'soak\\w*|towels?|everywhere|stitches|blood|bleed\\w*|artery',
  gag: 'gagging|gags|clawing|claws|coughing and|cough it up|can not cough|can not get (?:it|the \\w+(?: \\w+)?) (?:up|out)|retching|spluttering',
  eaten:
    'eat\\w*|ate|bit|bite|sweet|candy|apple|bread|meat|bone|food|grape|nut|nuts|toast|fish|lolly|swallow\\w*|drink|red|purple|blue|throat|neck|air|baby|stick|toy',
  strongPoison:
    '(?:rat|ant|mouse|slug|snail|wasp|fly) (?:poison|bait|pellets?|powder|killer)|anti ?freeze|bleach|drain cleaner|weed ?killer|dish ?washer (?:tablets?|pods?)|laundry (?:pods?|capsules?)|button batter\\w*|watch batter\\w*|white spirit|caustic soda|oven cleaner|paint (?:thinner|stripper)|lamp oil|screen ?wash|lighter fluid|descaler|turpentine|pesticide|insecticide|cyanide|arsenic',
  // Poison
  took: '(?:has|have|is) had (?:some|a (?:bit|drop|sip|mouthful|swig)) of|been into|been in|been at|covered in|mouth is full of|guzzl\\w*|emptied|sucking(?: on)?|round (?:his|her) mouth|mistook|got at|put|shot up with|gulping|is chewing|took|taken|take|taking|swallow\\w*|necked|neck|downed|drank|drunk|drink|drinking|ate|eaten|eating|eats|had|licked|licking|lapped|sipped|chew\\w*|wolfed|got into|gotten into|getting into|got hold of|got at|gulped|inhal\\w*|inject\\w*|shot up|popped|guzzled|munch\\w*|bit into|bitten into|sucked|put|tried|consumed|nibbled|scoffed|snorted|finished|been at|gave|given|gobbled|devoured|tasted|washed down|used|found and ate',
  drug: 'medicine cabinet|sleeping (?:meds|medication|pills)|pills?|tablets?|capsules?|paracetamols?|acetaminophen|ibuprofen|aspirin|tylenol|advil|co ?codamol|codeine|tramadol|painkillers?|antidepressants?|insulin|medicines?|medications?|meds|cough (?:syrup|medicine|mixture)|heroin|cocaine|coke|crack|speed|ecstasy|mdma|ketamine|fentanyl|oxy\\w*|percocet|vicodin|opioids?|morphine|methadone|xanax|valium|benzos?|diazepam|zopiclone|ambien|sleeping (?:pills|tablets|pills|aids)|sleepers|blood pressure|heart (?:pills|tablets|medicine)|beta blockers|iron (?:pills|tablets)|vitamins|gummies|edibles?|prescription|lithium|antihistamines?|nytol|benadryl|melatonin|units|drops|dose|vapes? (?:juice|liquid)|nicotine|birth control',
  excess:
    '(?:two|three|four|five|six) times(?: over)?|cabinet|too (?:many|much)|double|too many|too much|whole|entire|all|packet|packets|pack|bottles?|box|boxes|handful|fistful|lots?|loads?|doubled?|twice|mistake|wrong|once|way|(?:ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|hundred)(?: \\w+)?|\\d{2,3}|bunch|strip|strips|everything|stash|extra|more than|overdose|instead of|accident|accidentally|tub|the lot|a load|and vodka|with vodka|with alcohol|and alcohol|feel (?:really )?(?:weird|strange|funny|sick|bad)|not waking|drowsy|sleepy|nodding off|weird',
  poison:
    'screen ?wash|dishwasher pod|pod|paint stripper|ant poison|watch battery|coin battery|lead paint|pond water|bleach|drain (?:cleaner|unblocker)|caustic soda|lye|oven cleaner|anti ?freeze|dish ?washer (?:tablets?|pods?|powder|liquid|salt)|washing (?:up liquid|powder|pods?|capsules?)|laundry (?:pods?|capsules?|detergent)|detergent|weed ?killer|pesticides?|insecticide|ant (?:bait|powder|poison)|rat (?:poison|bait)|mouse poison|slug (?:pellets?|bait)|slug|poison\\w*|toxic|paint (?:thinner|stripper)|thinner|white spirit|turpentine|petrol|gasoline|diesel|kerosene|lamp oil|lighter fluid|nail (?:polish|varnish)(?: remover)?|perfume|mouth ?wash|hand (?:gel|sanitiser|sanitizer)|sanitizer|sanitiser|disinfectant|toilet (?:cleaner|block)|floor cleaner|cleaning (?:fluid|stuff|product|products|liquid|spray)|cleaner|descaler|methylated spirits?|rubbing alcohol|windscreen wash|screen wash|button batter\\w*|batter(?:y|ies)|magnets?|moth ?balls?|fertili[sz]er|death cap|foxglove|oleander|nightshade|mercury|super ?glue|essential oil|vape juice|acid|ammonia|chlorine|thallium|arsenic|cyanide|coolant|e ?liquid|cigarettes?|glue|shampoo|soap|lilies|lily|xylitol|raisins|grapes|onions|chocolate|silica|berries|toadstools?|mushrooms?|yew|laburnum',
  petPoison:
    'ant poison|baits?|mince pies?|christmas pudding|chocolate|raisins|grapes|onions?|garlic|xylitol|chewing gum|lil(?:y|ies)|slug|pellets|bait|poison\\w*|anti ?freeze|ibuprofen|paracetamol|pills?|tablets|medicine|meds|rat|cleaner|bleach|batter(?:y|ies)|cocoa|macadamia|avocado|mushrooms?|tulip|daffodil|weed ?killer|fertili[sz]er|detergent|gummies|edible|vape',
  wild: 'berries|berry|mushrooms?|toadstools?|leaves|leaf|plants?|seeds|flowers?|fungus|fungi|bush',
  sick: 'sick|ill|vomit\\w*|throwing up|drool\\w*|foam\\w*|dizzy|hallucinat\\w*|stomach|tummy|bush|garden|wild|forest|woods|poison\\w*|swelling|drowsy|sleepy|weird|strange|cramps|burning mouth|mouth|wobbly|shaking|staggering|feel (?:really )?(?:weird|funny|bad|strange|awful)|unwell|streaming|cough\\w*|choking|can not breathe|burning|headache|collapsed?',
  mixed:
    '(?:mixed|mixing|combined|poured) (?:\\w+ ){0,5}(?:bleach|ammonia|vinegar|chlorine|cleaners?|acid|pills|meds|tablets)|(?:breathed in|inhaled|breathing in) (?:\\w+ ){0,3}(?:fumes|bleach|ammonia|chlorine|cleaner|solvent|gas|paint)|(?:mixed|mixing) (?:\\w+ ){0,3}(?:pills|tablets|meds|medicines?) (?:\\w+ ){0,3}(?:with|and)',
  dope: 'inject\\w*|(?:taken|took) something|something in (?:my|her|his) drink|vodka|whole bottle|overdos\\w*|od would|od ed|shot up|shooting up|needle in (?:his|her|my|the) arm|narcan|naloxone|nodding off|bad trip|took something at (?:a|the) party|spiked',
  doped:
    'can not stand|can not bring|going blue|turning blue|legs will not|will not wake|burning up|not waking|gone blue|lips|blue|grey|gray|not breathing|nodding off|will not wake|can not wake|unconscious|passed out|snoring|gurgling|heroin|fentanyl|needle|too much|drink|i think|help|foam\\w*|pinpoint|limp|shaking|sweating|naloxone|narcan',
} as const;
