import type { Topic } from '../topic.ts';

/** What needs somebody who listens first. */
export const GRAVE: readonly Topic[] = [
  {
    name: 'death',
    said: /\b(funeral|(?:mum|mom|dad|mother|father|gran\w*|nan|grandad|grandpa|husband|wife|partner|brother|sister|son|daughter|aunt\w*|uncle|cousin|friend|mate|neighbou?r|colleague|teacher|dog|cat|rabbit|horse|hamster|parrot|he|she|boyfriend|girlfriend|baby|budgie|goldfish|fish|hen|hens|tortoise|lamb|calf|bird|guinea pig|pony|twin|godmother|godfather)(?:'s| has| have| just|,)* (?:died|is dead|was dead|dying)|since \w+ died|passed away|passed on|buried|(?:said|say|saying) (?:our |my |a )?(?:last )?goodbyes? to (?!work|my job|the old car|summer|winter)|isn't here anymore|the wake|cremat\w+|widow\w*|in mourning|grie(?:f|ving)|put (?:him|her|them) to sleep|wake for|(?:his|her|their) ashes)\b/,
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
    name: 'illness of somebody close',
    said: /\b(?:my|our) (?:\w+ ){0,2}(?:is|'s|are|was|has|got|went|had)? ?(?:been |taken |back |still )?(?:ill|sick|unwell|in (?:the )?(?:hospital|intensive care)|(?:in|into|to) (?:a )?(?:care home|hospice)|poorly|having (?:an )?(?:operation|surgery)|diagnos\w+|fading|forgetting)\b|\bcare home\b|\bchemo\w*|\bdementia\b|\bcancer\b/,
    mood: 'sad',
    glad: ['What a relief that must be! I am glad with you.', 'That is good news. I hope it goes on like that.'],
    sad: ['That is a lot to carry. How are you holding up?', 'That is hard for everybody. I hope somebody is looking after you, too.'],
  },
  {
    name: 'separation',
    said: /\b(broke up|broken up|breaking up|split up|divorc\w+|separated|dumped me|left me(?! (?:a|an|some|the|my|his|her|their|with|alone|in|to|at|two|three)\b)|my ex|moved out on me|called off the wedding)\b/,
    mood: 'sad',
    sad: ['That can hurt for a good while. How are you feeling about it?', 'That is never easy. Be kind to yourself for a bit.'],
  },
  {
    name: 'loneliness',
    said: /\b(you're the (?:first|only) (?:one|person)|a word to (?:all|anyone|anybody)|(?:first|only) (?:one|person) i've (?:talked|spoken)|said a word|spoken to a soul|seen a soul|talked to a soul|lonely|loneliness|all alone|on my own (?:again|tonight|now|all)|nobody (?:to talk|calls?|rings?|visits?|came|remembered|texts?|cares)|phone never rings|only one i talk to|no one (?:to talk|calls?|rings?|visits?|came|remembered)|silence in this house|house feels (?:so )?empty|feels? (?:very |so )?empty)\b/,
    mood: 'sad',
    sad: [
      "I'm glad you told me. What would feel good right now?",
      'That can weigh on anybody. I am here, and you can talk as long as you like.',
    ],
  },
  {
    name: 'job lost',
    said: /\b(laid off|made redundant|redundanc\w+|lost my job|got fired|fired me|got the sack|sacked|let me go|cut(?:ting)? my hours|didn't get the job|turned me down|rejected)\b/,
    mood: 'sad',
    sad: ["I'm sorry, that is a real blow. How are you taking it?", 'That is rough, and it says nothing about your worth.'],
  },
  {
    name: 'theft',
    said: /\b(stole|stolen|broke into|burgl\w+|robbed|pickpocket\w*|(?:got|been|was|were) nicked|scammed|nicked my|hacked)\b/,
    mood: 'sad',
    sad: ["That is awful, I'm sorry. Could you report it?", 'What a horrible thing to happen. I hope it can be put right.'],
  },
  {
    name: 'falling out',
    said: /^(?=.*\b(?:i|i'm|i've|me|my|we|us|our)\b).*\b((?<!tooth |teeth |hair )(?:fell|fall|falling) out|fallen out|not on speaking terms|quarrel\w*|had a (?:row|fight|argument)|big (?:row|fight|argument)|(?<!to )(?:argue[sd]?|arguing)|not (?:speaking|talking) to (?:me|each other)|(?:hasn't|haven't|doesn't|won't|isn't|stopped) (?:spoken|speak|talk|talked|speaking|talking) to|ghosted|gave me the silent|shouted at|yelled at|snapped at|told off|bullied|picking on)\b/,
    mood: 'sad',
    sad: ['That stings. Do you want to tell me what happened?', "I'm sorry. Things like that can stay with you all day."],
  },
  {
    name: 'tears',
    said: /\b(?:i|i've|i'm|we|made me|had me) (?:\w+ ){0,3}(?:cried|cry|crying|wept|teared up|welled up|burst into tears)\b|\b(?:i was|i'm|we were) in tears\b/,
    sad: ['Sometimes it has to come out. Do you feel a bit lighter now?', 'Tears are allowed here. Take your time.'],
    plain: ['Sometimes it has to come out. What moved you so?', 'Tears are no shame. It shows that you have a heart.'],
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
    said: /\b(terrified|scared|afraid (?:of|to|that|i|we)|frightened|dread\w*|panic\w*|petrified|anxious|anxiety|worried|worry|worrying|nervous|butterflies|on edge|jittery|stage fright|cold feet)\b/,
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
    said: /\b(fed up|sick of|sick and tired|had enough|annoy\w*|furious|so angry|really angry|drives? me (?:mad|crazy|nuts|up the wall|insane)|driving me (?:mad|crazy|nuts|up the wall|insane)|does my head in|lost my temper|in a mood|pet peeve|can't stand)\b/,
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
    said: /\b(not sure (?:i|if|whether|what|about|it's)|can't decide|in two minds|torn between|wonder (?:if|whether)|(?<!no )regret\w*|second thoughts|chose the right|what to do with myself|what i'm doing|don't know (?:what|whether|if|how|where) (?:to|i)|should have)\b/,
    plain: ['That is a big question. What does your heart say?', "You needn't settle it today. It helps to say it out loud."],
  },
];
