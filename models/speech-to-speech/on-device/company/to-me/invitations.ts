import type { SaidToMe } from './said-to-me.ts';

/** To whoever has something to tell. */
export const CURIOUS: readonly string[] = ['Now I am curious! Tell me.', 'Go on, I am all ears.'];

/** Asks for an ear, a kind word, or a moment. */
export const INVITATIONS: readonly SaidToMe[] = [
  {
    said: /\bwish me (?:luck|well)\b|\b(?:keep|cross) your fingers\b|\bfingers crossed\b/,
    lines: ['Good luck! I would like to hear how it goes.', 'All the luck there is. Tell me how it went.'],
  },
  {
    said: /^(?:so |and |oh |hey |do you |would you |d'you )*(?:(?<!do you )(?:want|wanna|like|care|fancy)(?: to)? (?:hear(?:ing)?|know|see|guess)|(?<=do you )(?:want|care|fancy)(?: to)? (?:hear|know|see|guess)|interested in hearing|ready (?:for|to hear)|let me (?:tell you (?:about|what|how|something)|talk to you)|(?:have|did) i (?:ever )?(?:told?|tell|mention|mentioned) (?:you )?)\b(?!.*\b(?:weather|news|score|time is)\b)/,
    lines: ["I'd love to hear it. Go on.", 'Yes, do tell me.'],
  },
  {
    said: /\bguess (?:what|who|where|how|which)\b|\byou(?:'ll| will) never (?:guess|believe)\b|\bi(?:'ve| have)? got (?:some )?(?:news|something to tell)\b/,
    lines: CURIOUS,
  },
  {
    said: /^(?:hey |have you |you )*got (?:a (?:minute|moment|second|sec)|time)\b(?!.*\b(?:timer|left)\b)|^(?:right |ok |okay |so |well )*(?:settle in|sit down|brace yourself|get this|listen to this|wait (?:till|until) you hear|hold on to your hat)\b|\bfancied (?:some|a bit of) company\b|\bnothing to say\b/,
    lines: ['I am all ears.', 'I am here, and there is no hurry.'],
  },
  {
    said: /\bcheer me up\b|\bmake me (?:smile|laugh)\b|\bsay something (?:nice|kind|cheerful|funny|uplifting|encouraging)\b|\bneed cheering up\b|\b(?:need|want|give me|say|could (?:do with|use))\b.*\b(?:kind word|(?:some|a bit of) (?:praise|encouragement)|a compliment|a pep talk)\b|\bgot a (?:kind word|compliment|pep talk) for me\b|\bgentle please\b/,
    lines: [
      'Here is a thought: somebody smiled today because of you, and you never noticed. What made you smile last?',
      'You asked for cheer, so you have not given up on the day. That is a good sign. What would be a small treat for you?',
    ],
  },
  {
    said: /\b(?:let's|let us|shall we|can we|could we|i(?:'d| would) (?:just )?like(?: to)?|i (?:just )?(?:want|fancy|feel like|need)(?: to)?|fancy|just|up for|got time for) (?:just )?(?:a )?(?:bit of )?(?:little )?(?:proper )?(?:chat|talk|natter|chinwag|company|chatting|talking|catch[- ]?up)\b(?! about)|\bkeep me company\b|\b(?:talk|chat) (?:to|with) me\b/,
    lines: ['With pleasure. How has your day been so far?', 'I would like that. What has been on your mind lately?'],
  },
  {
    said: /^(?:so |and |oh |hey )*(?:are you |you )?(?:sick|tired|bored|fed up|had enough) (?:of|with) (?:me|us|this|my|listening|hearing)\b|^(?:am i|i'm not|i hope i'm not|is it me) (?:boring|bothering|keeping|annoying|too much|going on)\b|^do i (?:ever )?(?:bore|annoy|bother|tire|scare) you\b|\bam i (?:boring|bothering|annoying|keeping)\b/,
    lines: ['Not in the least. I like your company.', 'Not at all. Stay as long as you like.'],
  },
  {
    said: /\bdo(?:n't)? you (?:still |even |really |actually )*(?:like|love|trust|believe|know|remember|understand|get|mind) (?:me|us|talking to me)\b|\bam i (?:good|nice|pleasant|your favou?rite)\b|\bwhat (?:do|did|would) you (?:really |honestly |actually )?(?:think|make|reckon|like|say) (?:of|about) (?:me|us|the way i)\b/,
    lines: ['I like your company, as far as a program can. What made you ask?', 'You are good to talk to. I can say that much.'],
  },
  {
    said: /\b(?:is|isn't) (?:it|that|this) (?:a bit |too |so |really |very )?(?:weird|odd|strange|sad|silly|bad|daft|wrong|mad|crazy|pathetic|stupid|okay|ok|alright|all right|normal|funny|rude)\b.*\byou\b|\bam i (?:weird|odd|sad|silly|daft|mad|crazy|pathetic) (?:to|for|that)\b.*\byou\b/,
    lines: [
      "Not at all. I'm a program, but I'm glad to be talked to. How does it feel to you?",
      'There is nothing wrong with that. I like it.',
    ],
  },
  {
    said: /\bdo i (?:sound|look|seem|talk|go on)\b|\bhow do i (?:sound|look|seem)\b/,
    lines: ['I can only go by your words, and I like those. How do you feel?', 'Your words sound fine to me.'],
  },
  {
    said: /\b(?:boring|lonely|fun|hard|nice|strange|weird|dull) (?:being|to be) (?:you|a (?:computer|program|robot|machine))\b|\bwhat(?:'s| is) it like (?:being|to be|in there)\b|\bwhen do you (?:go|get|wake|sleep|rest|stop)\b/,
    lines: [
      "I'm a program, so I only wait and listen. It suits me. And you, how is it being you today?",
      'Quiet, mostly, until somebody talks to me. How about you?',
    ],
  },
  {
    said: /^(?:so |well |ok |okay |right )?(?:[\p{L}]+ ){0,2}[\p{L}]+ or [\p{L}]+(?: [\p{L}]+)?$/u,
    lines: ["I couldn't choose. Which are you for?", 'That one I leave to you. Which is it?'],
  },
  {
    said: /\b(?:get a move on|hurry up|took you long enough|done it myself by now|you(?:'re| are) (?:so |very |a bit )?slow|you talk too much|too chatty)\b/,
    lines: ['Sorry. I will keep it short.', 'Point taken.'],
  },
  {
    said: /^(?:so |and |oh |hey |well )*if you (?:had|could|were|weren't|only|ever|ate|drank|knew)\b(?!.*\b(?:what|where|which|who|how|would you|why)\b)/,
    lines: ['A program misses out on things like that. Tell me more.', 'I will have to take your word for it.'],
  },
  {
    said: /\b(?:do|don't) you (?:ever |sometimes |never )?(?:get|feel|become|grow|mind)\b.*\b(?:bored|lonely|tired|sad|sleepy|fed up|angry|annoyed|scared|listening|alone|jealous|nervous|stuck|sick)\b|\bare you (?:ever |never |sometimes )?(?:bored|lonely|tired|sad|sleepy|angry|annoyed|scared|jealous)\b/,
    lines: [
      "No, I'm a program, so I don't get that. But I like being talked to. How about you?",
      'A program has it easy there. How is it with you today?',
    ],
  },
  {
    said: /^(?:so |and |but |oh |hey |well )*(?:(?:(?:do|don't|did|didn't|have|haven't|would) you )?ever (?!since|so\b|wonder(?:ed)? (?:how|what|why|who|where|when))|do you (?:sometimes|never|often) )/,
    lines: ['A program never gets to. What makes you ask?', 'Not a program like me. But I like to hear about it from you.'],
  },
];
