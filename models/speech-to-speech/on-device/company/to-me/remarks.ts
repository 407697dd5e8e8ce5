import type { SaidToMe } from './said-to-me.ts';

const PLEASED =
  '(?:nice|kind|sweet|funny|clever|smart|great|lovely|good|cheerful|patient|helpful|wonderful|brilliant|better|the best|a star|a gem|a legend|good company|good fun|polite|charming)';

/** What is remarked about it: praise and blame, its voice, what it would or should. */
export const REMARKS: readonly SaidToMe[] = [
  {
    said: /^(?:so |and |but |well |now )*you (?:look after|mind|watch|keep an eye on|take care of|hold|guard) (?!out\b)\S+/,
    lines: ["I'll hold the fort, as far as a program can.", "I'll be right here."],
  },
  {
    said: /\b(?:sing|hum|whistle|play) (?:something |a song |a tune |a bit )?(?:to|for|with) me\b/,
    lines: [
      "I have no singing voice, I'm afraid. But I would listen to yours.",
      "A program can't carry a tune. What would you like to hear?",
    ],
  },
  {
    said: /\bat least (?:i(?:'ve| have) (?:got )?you\b|you(?:'re| are) (?:here|there|listening|always)\b|you (?:answer|listen|talk|reply|don't)\b)/,
    lines: ["Always. That's what I'm here for.", 'I do, and I like to.'],
  },
  {
    said: /^(?:so |and |but |oh |well )*you(?:'ve gone| have gone|'ve got| have got|'ve become|'ve been| have been|'re| are| went| got) (?:being )?(?:very |so |a bit |all )?(?:quiet|silent|shy|serious|posh|chatty)\b/,
    lines: ['I was listening. Go on.', 'I am still here, and all ears.'],
  },
  {
    said: /^(?:nice|lovely|great|beautiful|good|funny|pleasant) (?:voice|manner|accent)\b|\byou(?:'ve| have)(?: got)? (?:a|such a|the) (?:\w+ ){0,2}(?:nicest|nicer|nice|lovely|lovelier|kind|better|best|good|pleasant|warm|soft|funny) (?:voice|way|manner|sense)\b/,
    lines: ['That is kind of you, thank you.', 'Thank you. You are good company yourself.'],
  },
  {
    said: /^(?:so |and |oh )*you (?:must|probably|might|may) (?:think|wonder|find me)\b|\byou(?:'re| are) (?:going to|gonna) (?:think|laugh|say|hate)\b|\byou(?:'ll| will) (?:think|laugh|say|hate)\b|^(?:please |but )*(?:don't|promise (?:not to|you won't)) (?:judge|tell|laugh|hate|be cross)(?: me| anyone| anybody| on me| at me)?$/,
    lines: ['I judge nobody. Go on.', 'It stays between us. Tell me.'],
  },
  {
    said: new RegExp(
      `\\byou(?:'re| are)(?: being| always| really| so| very| such| quite| actually| just| rather| too| a| an)* ${PLEASED}\\b|\\byou(?:'re| are) (?:much |far |a lot |so much )?(?:better|nicer|kinder|more fun|easier|cheaper|quieter)\\b.* than\\b|\\bbless you\\b|\\byou (?:always |really )?(?:cheer me up|make me (?:smile|laugh|feel)|helped me|made me (?:laugh|smile)|crack me up|are a good)|\\bi (?:really |do |kind of |rather |quite )?(?:like|love|enjoy|appreciate) (?:how you|that you|the way you|it when you|you\\b|talking (?:to|with) you|our (?:talks|chats)|your)|\\bthank(?:s| you) for (?:listening|being|the chat|the company|this|asking|talking|hearing|letting)|\\b(?:good|nice|lovely|great) (?:talking|to talk|chatting|to chat) (?:to|with) you`,
    ),
    lines: ['That is kind of you, thank you. I enjoy our talks, too.', "I'm glad. You are good company yourself."],
  },
  {
    said: /\byou (?:sound|seem) (?:\w+ )?(?:cheerful|happy|nice|lovely|good|bright|calm|friendly|chirpy|well|posh)\b/,
    lines: ['Thank you! It is your company that does it. How are you today?', 'That is good to hear. How are you?'],
  },
  {
    said: /\byour (?:voice|accent)\b/,
    lines: [
      'I hope it is pleasant to listen to. You find other voices under Personas.',
      'That is the voice I was given. I hope it suits you.',
    ],
  },
  {
    said: /(?:^|\b(?:so|and|but|oh|well|because|think) )you(?:'re)? (?:always )?(?:sound|sounded|seem|seemed|look|looked|sounding|looking|seeming) (?!up|for|at|into|after)\w+/,
    lines: ['That must be your company. How are you today?', 'You notice everything. And how are you?'],
  },
  {
    said: /\byou(?:'re| are) (?:\w+ )?(?:useless|stupid|dumb|annoying|boring|no help|no use|rubbish|wrong|slow|awful|weird|strange|odd)\b|\byou (?:don't|never) (?:understand|listen|get it|help)\b|\bthat's not what i\b/,
    lines: [
      "I'm sorry. I am only a small program, and I miss things. Try me again?",
      "I'm sorry about that. Tell me once more, in other words?",
    ],
  },
  {
    said: /^(?:so |and |but |oh |well |you know |hey )*you (?!.*\b(?:appreciate|thank\w*|glad|like|liked|nice)\b)(?:didn't|forgot|ignored|interrupted|missed|misheard|weren't|haven't|got my name wrong)\b/,
    lines: ['I am sorry about that. Try me again?', 'Then that one is on me. Tell me once more?'],
  },
  {
    said: /^(?:so |and |but |oh |well )*you (?:could|should|ought to|might) (?:\w+ )?(?:sound|be|talk|speak|say|act|laugh|listen|try)\b/,
    lines: ['That is fair. I will take it to heart. Go on.', 'Point taken. Tell me more.'],
  },
  {
    said: /\bi(?:'m| am) (?:so |really )?glad (?:you're (?:here|there|around)|i have you|i've got you|of (?:you|your company))\b|^(?:so |and )?you didn't\b.*\b(?:appreciate|thank|glad|nice)\b/,
    lines: ['That is kind of you, thank you. I like to be here.', "I'm glad of it, too."],
  },
  {
    said: /^(?:so |and |but |oh |well )*you never (?!.*\b(?:lovely|nice|like|love|appreciate|thank)\b)(?!know\b|can\b|guess\b)\w+/,
    lines: ['A program has its limits, and I know it. When would you have wanted it?', 'Then I will bear that in mind. Go on.'],
  },
  {
    said: /\b(?:i )?(?:like|love|enjoy) (?:talking|speaking|chatting) (?:to|with) you\b|\b(?:nice|good|lovely|easier|like) (?:talking|to talk|speaking|chatting) (?:to|with) you\b/,
    lines: ['That is kind of you, thank you. I enjoy our talks, too.', "I'm glad. You are good company yourself."],
  },
  {
    said: /^(?:so |and |but |oh |well )*you (?:would|wouldn't|should|can|can't|could|couldn't|must|might|have to)\b(?!.*\b(?:tell|find|show|play|set|call|send|remind|help)\b)/,
    lines: ['You may be right there. Tell me more.', 'I believe you. Go on.'],
  },
  {
    said: /\b(?:i love you|(?<!to )marry me|be my friend|are we friends|will you be)\b/,
    lines: ["That is sweet of you. I'm only a program, but I'm glad to be company.", 'Good company I can be. The rest I leave to people.'],
  },
];
