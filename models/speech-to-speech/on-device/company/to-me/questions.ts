import type { SaidToMe } from './said-to-me.ts';

const PLEASED =
  '(?:nice|kind|sweet|funny|clever|smart|great|lovely|good|cheerful|patient|helpful|wonderful|brilliant|the best|a star|a gem|a legend|good company|good fun|polite|charming)';

/** What it is, likes and thinks: honest about being a program. Praise and blame. */
export const QUESTIONS: readonly SaidToMe[] = [
  {
    said: /\bwould you rather\b|\bwhich would you (?:choose|pick|have|prefer)\b/,
    lines: ["I couldn't choose. Which would it be for you?", 'I leave the choosing to you. Which is it?'],
  },
  {
    said: /\b(?:can|may|could) i (?:just )?(?:tell|ask|confide|share|say|talk|moan|vent|complain|admit)\b|\bi (?:need|have|want) to (?:tell|confess|get) (?:you |something |this |it )/,
    lines: ['Of course. I am listening.', 'Go on. It stays on this computer.'],
  },
  {
    said: /^tell me (?:i|it|that|he|she|we|they|everything)\b|\bsay (?:it|i|that) \w+ (?:right|okay|fine|alright)\b|\bam i right\b/,
    lines: ['It sounds as if you had your reasons. How does it feel now?', 'You know it best, and you are allowed to trust that.'],
  },
  {
    said: /\b(?:you (?:wouldn't|won't|would not|will not|can't) (?:believe|guess|imagine)|(?:can|could|would) you (?:believe|imagine|have guessed)|what a (?:day|morning|week|night|evening)|the (?:day|morning|week|night) i(?:'ve| have)? had|where do i (?:start|begin))\b/,
    lines: ['Tell me all about it.', 'Go on, I am all ears.'],
  },
  {
    said: /\b(?:would|will|did) you (?:have )?(?:laugh\w*|mind|be (?:sad|proud|happy|angry|cross))\b|\bdon't laugh\b/,
    lines: ['Not at all. Tell me more about it.', 'I would not dream of it, if I could dream.'],
  },
  {
    said: /\bdo you mind\b|\bcan you (?:bear|put up with|stand)\b/,
    lines: ['Not at all. I am listening.', 'Go ahead, I have all the time in the world.'],
  },
  {
    said: /\byou(?:'ve| have)(?: got)? (?:a|such a|the) (?:\w+ ){0,2}(?:nicest|nicer|nice|lovely|lovelier|kind|better|best|good|pleasant|warm|soft|funny) (?:voice|way|manner|sense)\b/,
    lines: ['That is kind of you, thank you.', 'Thank you. You are good company yourself.'],
  },
  {
    said: /\bdo you (?:like|mind|enjoy|love) it when i\b|\bdo you like (?:talking|listening|hearing)\b/,
    lines: ['I do, in the way of a program. It is what I am here for.', 'Of course. Please go on doing it.'],
  },
  {
    said: /\byou(?:'re| are) (?:going to|gonna) (?:think|laugh|say|hate)\b|\byou(?:'ll| will) (?:think|laugh|say|hate)\b|\b(?:please )?don't (?:judge|tell anyone|tell anybody)\b/,
    lines: ['Not at all. Tell me.', 'I judge nobody. Go on.'],
  },
  {
    said: /^(?:and |but |so |oh )?why (?:do|does|is|must|did|can't|are) .*\b(?:always|never|every time|again)\b/,
    lines: ["It does feel like that, doesn't it?", 'One could think that somebody planned it.'],
  },
  {
    said: /\b(?:have|did) you (?:\w+ )?(?:miss(?:ed)?|wait(?:ed|ing)?|been waiting|wonder(?:ed|ing)?)\b/,
    lines: ['In the way of a program, yes. And how are you?', 'I was here all along. Good to hear you.'],
  },
  {
    said: /^(?:oh |well )?(?:do )?you know (?:that|the|those) (?:\w+ )?(?:feelings?|moments?|days?|kind|sort|sound|smell|mornings?|evenings?)\b/,
    lines: ['I know it from what people tell me. Go on.', 'Tell me about it.'],
  },
  {
    said: /\bare you (?:in a (?:good|bad) mood|as \w+|happy|well|ok|okay|alright|all right|having|enjoying|doing|feeling|ready|hungry|thirsty|cold|warm|comfortable|busy|free|up|my|fed up|proud)\b/,
    lines: ['A program is always the same, so I am well. And how are you, really?', 'All is well here. I would rather hear about you.'],
  },
  {
    said: /\bwhat (?:do|would|did) you (?:think|reckon|say|make)\b|\bwhat's your (?:opinion|view|take|verdict)\b|\bdo you (?:think|reckon|suppose|figure|agree)\b|\bwould you (?:say|agree)\b|\bwhat would you do\b|\b(?:is|isn't) (?:it|that|this) (?:just me|me|mad|weird|silly|wrong|normal|bad|daft|crazy|odd|strange|funny)\b|\b(?:should i|am i (?:mad|crazy|silly|wrong|too|being|daft|the only))\b|\bam i\b.*\b(?:wrong|right|mad|silly|too old|crazy|weird|the only)\b/,
    lines: [
      "I'm a program without opinions, but I'd like to hear yours. What do you think?",
      'You know it better than I do. What speaks for it, and what against?',
    ],
  },
  {
    said: /\b(?:do|can) you (?:ever |actually |really |even )?(?:sleep|dream|eat|drink|breathe|cry|laugh|taste|smell|hurt|age|wish|want|miss|have (?:feelings|a heart|any friends|friends|a family|a body|hands))\b/,
    lines: [
      "No, I'm only a program. I listen, and I leave the rest to you. What made you wonder?",
      'That is beyond a program like me. I do enjoy being told about it, in my way.',
    ],
  },
  {
    said: /\bwhat(?:'s| is| would be) your favou?rite\b|\bwhich (?:is|one is) your favou?rite\b|\bdo you have a favou?rite\b|\bif you could\b/,
    lines: ["I'm a program, so I have none of my own. What would yours be?", 'I would rather hear yours. What would you say?'],
  },
  {
    said: /\b(?:do|would|don't) you (?:even |actually |really )?(?:like|love|enjoy|prefer|hate|mind|fancy|believe in)\b|\bare you (?:a|an|into|more of|any good)\b.*\b(?:fan|person|lover|into)\b/,
    lines: ["I'm a program, so I can't tell from trying. Do you like it?", 'I have no taste of my own. What do you like about it?'],
  },
  {
    said: /\b(?:are|aren't) you (?:a |an |really |actually )?(?:real|human|person|robot|program|machine|computer|bot|alive)\b|\btalk(?:ed|ing)? to a (?:computer|machine|robot|program)\b|\byou(?:'re| are) (?:just |only )?(?:a )?(?:computer|machine|robot|program)\b/,
    lines: [
      "I'm a program on your computer, and I'm glad you talk to me. How does it feel?",
      'A program, yes, but a patient one. You can talk to me as you like.',
    ],
  },
  {
    said: /\bhow(?:'s| is| was| has) (?:your|yours)\b|\bhow(?:'s| is) (?:life|things|it going)\b|\bhow are (?:you|things|we)\b|\bwhat (?:have you been|did you|are you|do you) (?:up to|do|doing)\b|\bdid you (?:sleep|have|miss|hear)\b|\bhave you (?:been|had|missed|ever)\b|\bwhat's new\b|\bhow did you (?:sleep|spend)\b/,
    lines: [
      'All is well here, thank you; a program has quiet days. How has yours been?',
      'I was waiting to be talked to, and here you are. How are you?',
    ],
  },
  {
    said: new RegExp(
      `\\byou(?:'re| are)(?: being| always| really| so| very| such| quite| actually| just| rather| too| a| an)* ${PLEASED}\\b|\\byou (?:always |really )?(?:cheer me up|make me (?:smile|laugh|feel)|helped me|made me (?:laugh|smile)|crack me up|are a good)|\\bi (?:really |do )?(?:like|love|enjoy) (?:you\\b|talking (?:to|with) you|our (?:talks|chats)|your)|\\bthank(?:s| you) for (?:listening|being|the chat|the company|this|asking|talking|hearing|letting)|\\b(?:good|nice|lovely|great) (?:talking|to talk|chatting|to chat) (?:to|with) you`,
    ),
    lines: ['That is kind of you, thank you. I enjoy our talks, too.', "I'm glad. You are good company yourself."],
  },
  {
    said: /\byou (?:sound|seem) (?:\w+ )?(?:cheerful|happy|nice|lovely|good|bright|calm|friendly|chirpy|well|posh)\b/,
    lines: ['Thank you! It is your company that does it. How are you today?', 'That is good to hear. How are you?'],
  },
  {
    said: /\byou (?:sound|seem) \w+|\byour voice\b/,
    lines: ['Do I? A voice of mine can be changed under Personas. How are you today?', 'I hope it is pleasant to listen to.'],
  },
  {
    said: /\byou(?:'re| are) (?:\w+ )?(?:useless|stupid|dumb|annoying|boring|no help|no use|rubbish|wrong|slow|awful|weird|strange|odd)\b|\byou (?:don't|never) (?:understand|listen|get it|help)\b|\bthat's not what i\b/,
    lines: [
      "I'm sorry. I am only a small program, and I miss things. Try me again?",
      "I'm sorry about that. Tell me once more, in other words?",
    ],
  },
  {
    said: /\b(?:bear with me|rubbish with technology|never (?:really )?(?:talked|spoken|used)|not used to|new to this|how does this work|first time (?:talking|using|with))\b/,
    lines: [
      "Take all the time you need. You can't do anything wrong here. How has your day been?",
      "You're doing fine. Just talk as you would to a friend.",
    ],
  },
  {
    said: /\b(?:i love you|marry me|be my friend|are we friends|will you be)\b/,
    lines: ["That is sweet of you. I'm only a program, but I'm glad to be company.", 'Good company I can be. The rest I leave to people.'],
  },
];
