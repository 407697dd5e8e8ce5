import type { Topic } from '../topic.ts';

/** What needs somebody who listens first. */
export const GRAVE: readonly Topic[] = [
  {
    name: 'death',
    said: /\b(funeral|(?:he|she)(?:'s| has) been gone (?:since|for|\w+ (?:years|months|weeks))|(?:he|she)(?:'d| would) have been \w+|would(?:'ve| have) been \w+(?:'s)? (?:\w+ )?(?:birthday|anniversary)|(?:his|her) (?:aftershave|perfume|dressing gown|empty chair)|(?:had|have) to (?:put|have) (?:our|my|the|him|her|it|old|poor|little|dear)(?: \w+)?(?: put)? (?:to sleep|down)|put (?:our|my) (?!baby|kids?|children|son|daughter|little|boys?|girls?|toddler|twins|grand)\w+ to sleep|(?:mum|mom|dad|mother|father|gran\w*|nan|grandad|grandpa|husband|wife|partner|brother|sister|son|daughter|aunt\w*|uncle|cousin|friend|mate|neighbou?r|colleague|teacher|dog|cat|rabbit|horse|hamster|parrot|he|she|boyfriend|girlfriend|baby|budgie|goldfish|fish|hen|hens|tortoise|lamb|calf|bird|guinea pig|pony|twin|godmother|godfather)(?:'s| has| have| just|,)* (?:died|is dead|was dead|dying)|since \w+ died|(?:wife|husband|mum|mom|dad|mother|father|gran\w*|nan|grandad|grandpa|partner|brother|sister|son|daughter|aunt\w*|uncle|friend|he|she)(?:'s| has)? passed(?! (?:his|her|their|the|my|our|a|an|out|by|me|us|it|round|down|with|through|everything|this|that|another)\b)(?=$| (?:and|in|on|last|this|two|three|a|at|so|but|just|only|yesterday|today|suddenly|peacefully)\b)|passed away|passed on|buried|said (?:our|my|a) (?:last|final) goodbyes?|goodbye to (?:our|my|the) (?:\w+ )?(?:dog|cat|horse|rabbit|mum|mom|dad|mother|father|gran\w*|nan)|isn't here anymore|the wake|cremat\w+|widow\w*|in mourning|(?<!\b(?:less|more|no|much|me|us|of) )grief(?! about)|grieving|put (?:him|her|them) to sleep|wake for|(?:his|her|their) ashes)\b/,
    mood: 'sad',
    sad: ["I'm so sorry. Would you like to tell me about {them}?", "I'm sorry for your loss. I'm here, and there is no hurry."],
  },
  {
    name: 'missing somebody',
    said: /\bmiss (?:my|him|her|them|you all|our|the old|having|mum|mom|dad)\b|\bmissing (?:my|him|her|them|mum|mom|dad)\b|\bhomesick\b|\baway from home\b/,
    mood: 'sad',
    sad: ['That sounds hard. What do you miss the most?', 'Missing somebody shows how much they mean to you.'],
  },
  {
    name: 'on the mend',
    said: /\b(?:chemo\w*|cancer|treatment|radiotherapy|operation|surgery|scan|biopsy|results?|blood test)\b.*\b(?:done|finished|over|clear|remission|went well|nothing|benign|fine)\b|\bin remission\b|\ball clear\b|\bcancer[- ]free\b/,
    plain: ['What a relief that must be! How do you feel?', 'That is good to hear. I hope it goes on like that.'],
  },
  {
    name: 'illness of somebody close',
    said: /\b(?:my|our) (?:\w+ ){0,2}(?:is|'s|are|was|has|got|went|had)? ?(?:been |taken |back |still )?(?:ill|sick|unwell|in (?:the )?(?:hospital|intensive care)|(?:in|into|to) (?:a |the )?(?:care home|home|hospice)|to the vets?\b.*\b(?:not|don't|won't|isn't|last)|forgotten (?:my|our) names?(?: again| twice)?|poorly|having (?:an )?(?:operation|surgery)|diagnos\w+|fading|forgetting)\b|\b(?:mum|mom|dad|nan|gran\w*|mother|father|wife|husband|he|he's|she|she's)\b.*\b(?:into|to|in) (?:a|the) (?:care|nursing) home\b|\bchemo\w*|\bdementia\b|\bcancer\b/,
    mood: 'sad',
    glad: ['What a relief that must be! I am glad with you.', 'That is good news. I hope it goes on like that.'],
    sad: ['That is a lot to carry. How are you holding up?', 'That is hard for everybody. I hope somebody is looking after you, too.'],
  },
  {
    name: 'separation',
    said: /\b(broke up|broken up|breaking up|split up|divorc\w+|separated|dumped me|left me(?! (?:a|an|some|the|my|his|her|their|with|alone|in|to|at|two|three)\b)|moved out on me|called off the wedding)\b/,
    mood: 'sad',
    sad: ['That can hurt for a good while. How are you feeling about it?', 'That is never easy. Be kind to yourself for a bit.'],
  },
  {
    name: 'loneliness',
    said: /\b(you're the (?:first|only) (?:one|person)|a word to (?:all|anyone|anybody)|(?:first|only) (?:one|person) i've (?:talked|spoken)|(?<!\b(?:nobody|no one|not one \w+ \w+ \w+|not one|none) )said a word|spoken to a soul|seen a soul|talked to a soul|lonely|loneliness|all alone|on my own (?:again|tonight|now|all)|nobody (?:to talk|calls?|rings?|visits?|came|remembered|texts?|cares)|phone never rings|only one i talk to|no one (?:to talk|calls?|rings?|visits?|came|remembered)|silence in this house|house feels (?:so )?empty|feels? (?:very |so )?empty)\b/,
    mood: 'sad',
    sad: [
      "I'm glad you told me. What would feel good right now?",
      'That can weigh on anybody. I am here, and you can talk as long as you like.',
    ],
  },
  {
    name: 'job lost',
    said: /\b(laid off|made redundant|redundanc\w+|lost my job|got fired|fired me|got the sack|sacked|let me go(?! (?:ahead|first|in front|through|before|up|out|home|by|to)\b)|cut(?:ting)? my hours|didn't get the job|turned me down|rejected)\b/,
    mood: 'sad',
    sad: ["I'm sorry, that is a real blow. How are you taking it?", 'That is rough, and it says nothing about your worth.'],
  },
  {
    name: 'theft',
    said: /^(?!.*\b(?:says?|said|thinks?|thought|reckons?|claims?|told \w+|swears?) (?:that )?i\b)(?!.*\b(?:i|we)(?:'ve|'d)? (?:\w+ )?(?:stole|nicked)\b).*\b(stole|stolen|broke into|burgl\w+|robbed|pickpocket\w*|(?:got|been|was|were) nicked|scammed|nicked my|hacked)\b/,
    mood: 'sad',
    sad: ["That is awful, I'm sorry. Could you report it?", 'What a horrible thing to happen. I hope it can be put right.'],
  },
  {
    name: 'falling out',
    said: /^(?=.*\b(?:i|i'm|i've|me|my|we|us|our)\b).*\b((?<!tooth |teeth |hair )(?:fell|fall|falling) out|fallen out|not on speaking terms|quarrel\w*|had a (?:row|fight|argument)|big (?:row|fight|argument)|not (?:speaking|talking) to (?:me|each other)|(?:hasn't|haven't|doesn't|won't|isn't|stopped) (?:spoken|speak|talk|talked|speaking|talking) to|ghosted|gave me the silent|shouted at me|yelled at me|snapped at me|bullied|picking on me)\b/,
    mood: 'sad',
    sad: ['That stings. Do you want to tell me what happened?', "I'm sorry. Things like that can stay with you all day."],
  },
  {
    name: 'tears',
    said: /^(?!.*\b(?:joy|laughing|happy|nearly|almost|onions?)\b).*\b(?:i|i've|i'm|we|made me|had me) (?:\w+ ){0,3}(?:cried|cry|crying|wept|teared up|welled up|burst into tears)\b|\b(?:i was|i'm|we were) in tears\b/,
    sad: ['Sometimes it has to come out. I am listening.', 'Tears are allowed here. Take your time.'],
    plain: ['Tears are no shame. It shows that you have a heart.', 'Sometimes it has to come out. I am listening.'],
  },
  {
    name: 'low',
    said: /\b(?:feel\w*|felt|am|i'm|been|he's|she's) (?:(?:a bit|a little|sort of|just sort of|so|really|very|quite|pretty|rather|all|just|too|feeling|kind of|that|tonight|today) )*(?:low|down(?! (?:with|to|the|a|through|here|there|in|on))|sad|blue|miserable|hopeless|empty|numb|rubbish|lost|useless|depressed|gloomy|flat|unhappy)\b|\bdown in the dumps\b|\bheavy heart\b/,
    mood: 'sad',
    sad: [
      "I'm sorry you feel that way. I am here, if you want to talk about it.",
      'Thank you for telling me. You need not be cheerful here.',
    ],
  },
  {
    name: 'fear',
    said: /\b(?:i'm|i am|i feel|i was|i've been|i get|i got|we're|feeling|makes me|bit|so|really|keep|can't stop) (?:(?:a bit|so|really|very|quite|still|just|absolutely|pretty|more|that|getting) )*(?:terrified|scared (?!to (?:even )?(?:breathe|move))|scared$|afraid (?:of|to|that (?!we|i can't|i have)|i'll|i'm)|frightened|dreading|panicking|petrified|anxious|worried|worrying|nervous|on edge|jittery)(?!\p{L})|\b(?:i (?:worry|dread)|anxiety|stage fright|cold feet|butterflies in my|panic attack)\b/u,
    mood: 'sad',
    sad: ['That is understandable. What part of it worries you most?', 'It shows that it matters to you. One step at a time.'],
  },
  {
    name: 'stress',
    said: /\b(stress\w*|overwhelm\w*|burn(?:ed|t) out|burnout|too much (?:on|to do|going on|for me)|snowed under|due at once|copying me in|swamped|running in circles|at my wits'? end|head(?:'s| is) spinning|falling apart|can't cope|up to my (?:neck|eyes|ears)|rushed off my feet|juggling)\b/,
    mood: 'sad',
    sad: [
      'That sounds like a lot at once. What could wait until tomorrow?',
      'No wonder you feel it. Take one slow breath, and then one thing at a time.',
    ],
  },
  {
    name: 'fed up',
    said: /^(?=.*\b(?:i|i'm|i've|me|my|we)\b)(?!.*\b(?:the (?:oldest|youngest)|don't want to)\b).*\b(fed up|i'm sick of|sick and tired|had enough of|annoy(?:s|ing|ed) me|(?:i'm|i was|makes me|am) (?:so |absolutely |really )?(?:furious|annoyed|angry)|really angry|drives? me (?:mad|crazy|nuts|up the wall|insane)|driving me (?:mad|crazy|nuts|up the wall|insane)|does my head in|lost my temper)\b/,
    mood: 'sad',
    sad: ['I can see why that gets to you. What bothers you most about it?', 'That would test anybody. Let it out, I can take it.'],
  },
  {
    name: 'shame',
    said: /\b(embarrass\w*|humiliat\w*|mortified|(?<!not )ashamed|awkward|made a fool|blush\w*|went bright red|meant for (?:my|somebody|someone)|to the wrong|wrong (?:email|person|number|name)|go (?:all )?red|went (?:all )?red)\b/,
    mood: 'sad',
    sad: [
      "Oh dear. I'd bet that you remember it longer than anybody else does.",
      'It happens to the best of us. One day it makes a good story.',
    ],
  },
  {
    name: 'wishes',
    said: /\bwish (?:i|we|he|she|they|it|my|the|there|people|somebody)\b|\bif only\b|\bif (?:i|we) (?:won|had|could|were|ever)\b/,
    plain: ["Some wishes stay with one, don't they? What would be different then?", 'I can hear that it means something to you.'],
    sad: ['I can hear that it means a lot to you.', 'Some wishes stay with one. I am listening.'],
  },
  {
    name: 'doubt',
    said: /\b(?:not sure (?:if|whether) i (?:should|want|can)|can't decide (?:if|whether|between|what)|in two minds|torn between|don't know (?:whether|if) (?:to|i (?:should|want))|(?:having|got) second thoughts|(?:whether|if) i chose the right)\b/,
    plain: ['That takes some thinking. Which way are you leaning?', "You needn't settle it today. It helps to say it out loud."],
  },
];
