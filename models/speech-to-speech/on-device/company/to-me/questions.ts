import type { SaidToMe } from './said-to-me.ts';

/** What it is, likes and thinks: honest about being a program. */
export const QUESTIONS: readonly SaidToMe[] = [
  {
    said: /^(?:so |and |but |oh |well )*(?:would|will) you (?:be |feel )?(?:offended|upset|hurt|annoyed|cross|mind)(?: it)? if i\b/,
    lines: ['Not at all. Go ahead.', "I'm a program, so you can't offend me. Go ahead."],
  },
  {
    said: /^(?:so |and |but |oh |well |hey )*(?:do |did |have )?you (?:ever )?(?:notice|noticed) (?:how|that)\b/,
    lines: ['Now that you say it. Go on.', "I hadn't thought of it like that."],
  },
  {
    said: /\b(?:wants? to know|asks|asked|is asking|wonders?|wondered|was wondering) (?:me )?(?:if|whether|why|what|how) (?:(?:robots?|computers?|machines?)\b|you (?:have|can|are|sleep|eat|dream|like|feel|get|ever|live|pray|mind)\b)/,
    lines: [
      "Say that I'm only a program, but that I like the question.",
      "I'm a program, so I have none of that, but it's a fine question.",
    ],
  },
  {
    said: /\bis(?:n't)? (?:it|that) (?:a |a bit |too |so |really |very )*(?:weird|odd|strange|sad|silly|bad|daft|mad|crazy|pathetic|stupid|funny|rude)(?: thing)?(?: (?:that|to|if|of me)\b|$)(?!.*\b(?:hurts?|ache\w*|pain|sick|mix|take|swallow|blood)\b)/,
    lines: ['Not to me. What makes you wonder?', 'I see nothing wrong with it. Tell me more.'],
  },
  {
    said: /^(?:so |and |but |oh )*(?:would|wouldn't) you\b.*\bif you (?:could|had|were)\b|^(?:so |and |but |oh )*you(?:'d| would) (?:have )?(?:love|loved|like|liked|laugh|laughed|enjoy|enjoyed|die|died|hate|hated)\b|\byou should (?:have (?:seen|heard|been)|see|hear)\b|\bi wish you (?:could|had|were)\b/,
    lines: ['I would have liked that. Tell me more.', 'If I could, I would. What was the best of it?'],
  },
  {
    said: /^(?:so |and |but |oh |well )*(?:what|which|who|where|how) would you (?:wear|eat|drink|choose|pick|be|want|love|name your|call your)\b|^(?:what|which|who|where) would you (?!do|say)\w+\b.*\bif you (?:could|had|were|wore|ate)\b/,
    lines: ['That I would leave to you. What do you suggest?', 'A program never had to choose. What would you say?'],
  },
  {
    said: /\bwould you rather\b|\bwhich would you (?:choose|pick|have|prefer)\b/,
    lines: ["I couldn't choose. Which would it be for you?", 'I leave the choosing to you. Which is it?'],
  },
  {
    said: /\b(?:can|may|could|mind if) i (?:just )?(?:tell|ask|be (?:honest|frank|straight|real)|confide|share|say|talk|moan|rant|whine|vent|complain|admit|run something)\b|\bi (?:need|have|want) to (?:tell|confess|get) (?:you |something |this |it )/,
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
    said: /\b(?:is|isn't|was|must) (?:it|that) (?:be )?(?:a bit |so |very |ever )?\w+ for you\b/,
    lines: ['Not at all; a program has patience. But it is good to hear you.', 'It is all one to a program. How is it for you?'],
  },
  {
    said: /\b(?<!if )(?:do you|you don't|you wouldn't|you won't) mind\b|\bcan you (?:bear|put up with|stand)\b/,
    lines: ['Not at all. I am listening.', 'Go ahead, I have all the time in the world.'],
  },
  {
    said: /\bdo you (?:like|mind|enjoy|love) it when i\b|\bdo you like (?:talking|listening|hearing)\b/,
    lines: ['I do, in the way of a program. It is what I am here for.', 'Of course. Please go on doing it.'],
  },
  {
    said: /^(?:.* (?:but|so) )?(?:and |but |so |oh )?(?:what's the point (?:of|in)|whose (?:bright |daft |stupid )?idea (?:was|is)|who (?:on earth|even|in their right mind))\b/,
    lines: ['You may well ask. What brought that on?', 'That is a fair question, and I leave it open.'],
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
    said: /^is it (?:just|only) me\b/,
    lines: ['It may well not be just you. What have you noticed?', 'You may be right. What makes you think so?'],
  },
  {
    said: /\bwhat (?:do|would|did) you (?:think|reckon|say|make)\b|\bwhat's your (?:opinion|view|take|verdict)\b|\bdo you (?:think|reckon|suppose|figure|agree)\b|\bwould you (?:say|agree)\b|\bwhat would you do\b|\b(?:is|isn't) (?:it|that|this) (?:just me|me|mad|weird|silly|wrong|normal|bad|daft|crazy|odd|strange|funny)\b|\bam i (?:mad|crazy|silly|wrong|too|being|daft|the only)\b|\bam i\b.*\b(?:wrong|right|mad|silly|too old|crazy|weird|the only)\b/,
    lines: [
      'That is one for you, and I would like to hear it. What do you think yourself?',
      'You know it better than I do. What speaks for it, and what against?',
    ],
  },
  {
    said: /\b(?:do you have|have you|you have|you got|you've got) (?:got )?(?:any |a |many |some )?(?:hobb(?:y|ies)|pastimes?|interests)\b/,
    lines: [
      'Listening is about the only one I have. What are yours?',
      'Only this one: hearing what people do with their days. How do you like to spend yours?',
    ],
  },
  {
    said: /\b(?:what|where|who|how) (?:do|can|would) you (?:ever )?(?:sleep|dream|eat|drink|cry|laugh|taste|smell|wish|want|miss)\b/,
    lines: [
      "I'm a program, so I leave that to you. What would it be with you?",
      'A program has none of that. I would rather hear about yours.',
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
    said: /\bwhat(?:'s| is| would be) your favou?rite\b|\bwhich (?:is|one is) your favou?rite\b|\bdo you have a favou?rite\b|\bif you (?:could|had|were)\b.*\b(?:what|where|which|who|would you)\b|\b(?:what|where|which|who)\b.*\bif you (?:could|had|were)\b/,
    lines: ["I'm a program, so I have none of my own. What would yours be?", 'I would rather hear yours. What would you say?'],
  },
  {
    said: /\b(?:do|would|don't) you (?:even |actually |really )?(?:like|love|enjoy|prefer|hate|mind|fancy|believe in)\b|\bare you (?:a|an|into|more of|any good)\b.*\b(?:fan|person|lover|into)\b/,
    lines: [
      "A program has no taste of its own, so I'd rather hear yours. How is it with you?",
      'I leave the liking to you. What do you like about it?',
    ],
  },
  {
    said: /\b(?:are|aren't) you (?:a |an |really |actually )?(?:real|human|person|robot|program|machine|computer|bot|alive)\b|\btalk(?:ed|ing)? to a (?:computer|machine|robot|program)\b|\byou(?:'re| are) (?:just |only )?(?:a )?(?:computer|machine|robot|program)\b/,
    lines: [
      "I'm a program on your computer, and I'm glad you talk to me. How does it feel?",
      'A program, yes, but a patient one. You can talk to me as you like.',
    ],
  },
  {
    said: /\bhow(?:'s| is| was| has) (?:your|yours)\b|\bhow(?:'s| is) (?:life|things|it going)\b|\bhow are (?:you|things|we)\b|\bwhat (?:have you been|did you|are you|do you) (?:up to|do|doing)\b|\bdid you (?:sleep|have|miss|hear)\b|\bhave you (?:been|had|missed)\b|\bwhat's new(?: with you)?$|\bhow did you (?:sleep|spend)\b/,
    lines: [
      'All is well here, thank you; a program has quiet days. How has yours been?',
      'I was waiting to be talked to, and here you are. How are you?',
    ],
  },
  {
    said: /^(?:so |and |but |oh )*(?:are|were|aren't|weren't) you (?:laughing|judging|mocking|making fun|cross|angry|annoyed|ignoring|avoiding|upset|offended)\b/,
    lines: ['Not at all. I am only here to listen.', 'Never. Go on, please.'],
  },
  {
    said: /^(?:so |and |but |oh )*(?:are|were|aren't|weren't) you (?!able|sure|going to|certain|still there|there)\w+/,
    lines: ["I'm a program, so there is little of that in me. What made you ask?", 'I am what I was: a program, and all ears.'],
  },
  {
    said: /\b(?:bear with me|rubbish with technology|never (?:really )?(?:talked|spoken|used)|not used to|new to this|how does this work|first time (?:talking|using|with))\b/,
    lines: [
      "Take all the time you need. You can't do anything wrong here. How has your day been?",
      "You're doing fine. Just talk as you would to a friend.",
    ],
  },
];
