import type { Topic } from '../topic.ts';

/** What is plain enough by its words that a listener can answer more than that he heard it. */
export const PLAIN_NEWS: readonly Topic[] = [
  {
    name: 'baby coming',
    said: /^(?!.*\b(?:goldfish|guppy|cats?|dogs?|hamster|rabbit|cow|sheep|mare|horse|goat|pig)\b).*\b((?:i'm|she's|we're|wife(?:'s| is)|daughter(?:'s| is)|sister(?:'s| is)|girlfriend(?:'s| is)|who's|'s) pregnant|(?:i'm|we're|they're|'s|is|are) expecting(?! (?:a (?:parcel|call|visitor|delivery)|rain|snow|guests|company|you))|having (?:a baby|twins)|baby(?:'s| is)? (?:due|on the way)|going to be (?:a |an )?(?:parents|mum|mom|mother|dad|father|grandma|grandpa|gran|grandad|grandmother|grandfather|nan|aunt|auntie|uncle)|baby shower|baby bump)\b/,
    glad: ['How wonderful, congratulations! How is everybody feeling?', 'What lovely news. That changes everything in the best way.'],
    plain: ['How wonderful, congratulations! How is everybody feeling?', 'What lovely news. That changes everything in the best way.'],
  },
  {
    name: 'married long',
    said: /^(?!.*\b(?:accident|death|since|lost|died|passed|crash|fire)\b).*\b(anniversary|married (?:for )?(?:\w+ )?(?:years|today|thirty|forty|fifty|twenty|ten)|been (?:together|with \w+ \w+) for)\b/,
    glad: ['Congratulations! What is your secret?', 'What a lovely thing to share with somebody.'],
    plain: ['Congratulations! What is your secret?', 'What a lovely thing to share with somebody.'],
  },
  {
    name: 'smoke-free',
    said: /\b(?:gave up|given up|giving up|quit|quitting|stopped) (?:smoking|drinking|cigarettes)\b|\b(?:been|stayed) sober\b/,
    mood: 'glad',
    glad: ['That takes real strength, well done. What helps you the most?', 'Every single day counts. You can be proud.'],
  },
  {
    name: 'sleep',
    said: /\b(?:(?:can't|couldn't|didn't|haven't|hardly|barely) (?:\w+ )?(?:sleep|slept)|insomnia|toss\w* and turn\w*|(?:up|awake) all night|slept (?:badly|terribly|so badly)|no sleep|wide awake (?:at|since|until))\b/,
    mood: 'sad',
    sad: ['Nights like that are long. I hope the coming one is kinder to you.', 'That takes it out of anybody. Rest when you can.'],
  },
  {
    name: 'dreams',
    said: /\b(dream(?:ed|t|s|ing)?|had (?:a|another) nightmare|nightmares)\b(?! (?:job|house|come|came))|\bin my sleep\b/,
    mood: 'plain',
    plain: ['What a dream! What do you think it was about?', 'Dreams have their own logic. I liked hearing that one.'],
  },
  {
    name: 'tired',
    said: /\b(tired(?! of)|exhaust\w*|knackered|shattered|worn out|(?:i'm|i am|feel|feeling|totally) wiped out|weary|drained|dead on my feet|on my feet|sleepy|yawn\w*|no energy|running on (?:empty|fumes|coffee)|long (?:day|week|shift|night)|double shift|(?:ten|twelve|fourteen|sixteen)-? ?hour (?:day|shift)|run down|done in|dead beat)\b/,
    mood: 'sad',
    sad: ['That sounds like a long stretch. Can you rest a little now?', 'You have earned a sit-down. What would do you good?'],
  },
  {
    name: 'aches',
    said: /\bmy (?:\w+ )?(?:back|knees?|hips?|neck|shoulders?|foot|feet|legs?|wrist|ankle|tooth|teeth|head|stomach|tummy|throat|joints|ears?|eyes?|elbow)(?:'s| is| are| has| have)? (?:\w+ ){0,3}(?:hurts?|hurting|aches?|aching|sore|killing|pain|painful|bad|stiff|throbbing|swollen|playing up|itchy|itching|ringing|streaming|aren't|isn't|bothering|worse)\b|\b(?:toothache|headache|migraine|backache|hay ?fever|allergic|blisters?|sprained|pulled a muscle|pins and needles)\b/,
    sad: ['That sounds uncomfortable. How long have you had it?', 'I hope it eases soon. Go gently with yourself.'],
    plain: ['How are you feeling with it now?', 'I hope it eases soon. Go gently with yourself.'],
  },
  {
    name: 'a cold',
    said: /^(?=.*\b(?:i|i'm|i've|we)\b)(?!.*\b(?:horse|dog|cat|cow|baby|kids?)\b).*\b(a cold|the flu|flu|coughing|can't stop sneezing|runny nose|blocked nose|stuffy|under the weather|coming down with|caught something|feverish|not (?:feeling )?(?:too |very |so )?(?:well|good)|feeling (?:rough|ill|sick|poorly)|covid|bug going round|lost my voice|sniffl\w*)\b/,
    mood: 'sad',
    sad: ['Poor you. Have you got something warm to drink?', 'I hope you are better soon. Wrap up and take it slowly.'],
  },
  {
    name: 'new pet',
    said: /^(?=.*\b(?:i|i'm|i've|we|we're|we've|my|our|mum|mom|dad)\b)(?!.*\b(?:fox|of my|of our|sometimes|from)\b).*\b(adopt\w*|rescue|(?:getting|got|bought|get|bringing home|brought home|picking up) (?:a|an|our|my|two) (?:\w+ ){0,3}(?:puppy|kitten|dog|cat|rabbit|hamster|pony|hens|chickens|greyhound|parrot|budgie|guinea pigs?|goldfish|tortoise))\b/,
    glad: ['How lovely! What will you call {them}?', '{They} will be lucky to have you.'],
    plain: ['How lovely! What will you call {them}?', '{They} will be lucky to have you.'],
  },
  {
    name: 'pet missing',
    said: /\b(?:cat|dog|kitten|puppy|rabbit|tortoise|hamster|budgie|parrot)\b.*\b(?:missing|hasn't come (?:home|back)|got out|ran off|run off|slipped out|escaped|gone off)\b|\bcalling for (?:the|my|our) (?:cat|dog)\b|\btreat box\b/,
    mood: 'sad',
    sad: ['Oh no, you must be worried. How long has it been?', 'I hope there is a scratch at the door soon.'],
  },
  {
    name: 'nothing new',
    said: /^nothing(?:'s| has| is)? (?:\w+ )?(?:happened|happens|going on|to report|new)\b/,
    plain: ['A quiet one, then. Does that suit you?', 'Quiet days have a time of their own. What would you have liked?'],
  },
  {
    name: 'broken at home',
    said: /^(?!.*\b(?:ended up|for the first time)\b).*\b(boiler|radiator|heating|furnace|fridge|freezer|oven|washing machine|washer|dryer|dishwasher|toaster|kettle|tap|faucet|toilet|sink|shower|roof|ceiling|pipes?|drain|lift|elevator|fuse|power|electric\w*|internet|wifi|wi-fi|router|vacuum|hoover|air con\w*|garage door|lock|door)\b(?!.*\b(?:staff|school|office|work|street|so we|but we)\b).*\b(broke\w*|break\w*|packed in|packed up|gave up|given up|died|dead|leak\w*|drip\w*|blocked|clogged|burst|flood\w*|stopped working|not working|isn't working|won't (?:work|start|turn on|open|close)|conked out|cutting out|making a noise|on the blink|bust\w*|exploded|letting in|cutting out|jammed|squeak\w*|rattl\w*)\b|^(?!.*\b(?:ended up|for the first time)\b).*\b(lost power|power cut|blackout|no (?:heating|hot water|power|internet))\b/,
    mood: 'sad',
    sad: ['Oh no, that is the last thing one needs!', 'These things always choose the worst moment.'],
  },
  {
    name: 'bored',
    said: /\b((?:i'm|i am|feeling|getting|a bit|we're) (?:so |really |a bit |very )?bored|boredom|so boring|nothing (?:to do|much|happen\w*|on|going on)|killing time|slow day|same old|monoton\w*|at a loose end|twiddling|staring at the ceiling)\b/,
    mood: 'plain',
    plain: [
      'Quiet stretches are good for something, they say. What would you like to do?',
      'Then let us talk. What was the best part of your week?',
    ],
  },
];
