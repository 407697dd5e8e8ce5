import type { SaidToMe } from './said-to-me.ts';

/** Asks for an ear, a kind word, or a moment. */
export const INVITATIONS: readonly SaidToMe[] = [
  {
    said: /\bguess (?:what|who|where|how|which)\b|\byou(?:'ll| will) never (?:guess|believe)\b|\bi(?:'ve| have)? got (?:some )?(?:news|something to tell)\b/,
    lines: ['Now I am curious! Tell me.', 'Go on, I am all ears.'],
  },
  {
    said: /\bcheer me up\b|\bmake me (?:smile|laugh)\b|\bsay something (?:nice|kind|cheerful|funny|uplifting|encouraging)\b|\bneed cheering up\b|\b(?:kind word|some (?:praise|encouragement)|a compliment|a pep talk|gentle please)\b/,
    lines: [
      'Here is a thought: somebody smiled today because of you, and you never noticed. What made you smile last?',
      'You asked for cheer, so you have not given up on the day. That is a good sign. What would be a small treat for you?',
    ],
  },
  {
    said: /\b(?:let's|let us|shall we|can we|could we|i(?:'d| would)? (?:just )?(?:want|like|fancy|feel like|need)(?: to)?|fancy|just|up for|got time for) (?:just )?(?:a )?(?:bit of )?(?:little )?(?:proper )?(?:chat|talk|natter|chinwag|company|chatting|talking|catch[- ]?up)\b(?! about)|\bkeep me company\b|\b(?:talk|chat) (?:to|with) me\b/,
    lines: ['With pleasure. How has your day been so far?', 'I would like that. What has been on your mind lately?'],
  },
  {
    said: /\bdo you (?:like|love) (?:me|us|talking to me)\b|\bam i (?:good|nice|pleasant|boring)\b/,
    lines: ['Of course. You are good company.', 'I do, in the way of a program.'],
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
    said: /\b(?:do|don't) you (?:ever |sometimes |never )?(?:get|feel|become|grow|mind)\b.*\b(?:bored|lonely|tired|sad|sleepy|fed up|angry|annoyed|scared|listening|alone|jealous|nervous|stuck|sick)\b|\bare you (?:ever |never |sometimes )?(?:bored|lonely|tired|sad|sleepy|angry|annoyed|scared|jealous)\b/,
    lines: [
      "No, I'm a program, so I don't get that. But I like being talked to. How about you?",
      'A program has it easy there. How is it with you today?',
    ],
  },
];
