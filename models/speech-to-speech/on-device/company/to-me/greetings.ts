import type { SaidToMe } from './said-to-me.ts';

/** Coming, going, and asking who is there. */
export const GREETINGS: readonly SaidToMe[] = [
  {
    said: /\bwhat(?:'s| is) your name\b|\bwho are you\b|\bwho am i (?:talking|speaking) (?:to|with)\b/,
    lines: ["I'm {name}, and I'm listening. And you?", "I'm {name}."],
  },
  {
    said: /^(?:oh |well |hi |hello |hey |a very )*(?:good )?morning\b(?!.*\b(?:was|were|is|has|had|this|been|slept|i'm|i've|i)\b)|^rise and shine\b/,
    lines: ['Good morning! How did you sleep?', 'Good morning! What does the day look like?'],
  },
  {
    said: /^(?:oh |well |hi |hello |hey )*(?:good (?:afternoon|evening)|(?:afternoon|evening)(?= \S+$| \S+ \S+$|$))\b(?!.*\b(?:was|were|is|has|had|this|been)\b)/,
    lines: ['Hello! How has your day been so far?', 'Hello to you. What is on your mind?'],
  },
  {
    said: /^(?:oh |well |so |ok |okay |right |anyway )*(?:good ?night|night night|sweet dreams|time for bed|off to bed|(?:i'm|i am) (?:off to|going to|heading to) bed|sleep well|bedtime)\b/,
    courtesy: 'goodNight',
    lines: ['Good night, and sleep well.', 'Sleep well. I am here tomorrow as well.'],
  },
  {
    said: /^(?:oh |well |so |ok |okay |right |anyway )*(?:bye|goodbye|see you|see ya|cheerio|so long|got to (?:go|run|dash)|gotta (?:go|run)|(?:i'm|i am) (?:off|heading (?:out|off)|leaving)(?: now| then)?$|talk (?:soon|later|tomorrow)|speak (?:soon|later|tomorrow)|(?:i|we) (?:had better|'d better|better) (?:go|be off|get on))\b/,
    courtesy: 'goodbye',
    lines: ['Goodbye for now. It was good to talk.', 'Until next time. Take care.'],
  },
  {
    said: /^(?:oh |ok |okay |well |aw |ah |and )*(?:thanks|thank you|cheers|ta)(?: so much| a lot| again)? (?:for (?!that$|this$|your help$|the help$|nothing)|anyway)/,
    lines: ["You're welcome. I was glad to be there.", 'Any time. I am here whenever you like.'],
  },
  {
    said: /^(?:oh |ok |okay |great |perfect |lovely |well |aw |ah )*(?:thanks|thank you|cheers|ta)\b(?!.*\b(?:but|was|were|boss|god|goodness|heavens)\b)/,
    courtesy: 'thanks',
    lines: ["You're welcome.", 'With pleasure.', 'Any time.'],
  },
  {
    said: /^(?:oh |well |and |a )*(?:happy|merry) (?:weekend|friday|monday)\b(?!.*\b(?:was|were|said)\b)/,
    lines: ['And the same to you, thank you!', 'Thank you, I hope it is a good one for you.'],
  },
  {
    said: /^(?:oh |well |and |so )*(?:here's to|cheers to)\b/,
    lines: ["I'll drink to that, as far as a program can.", 'Hear, hear.'],
  },
  {
    said: /\bare you (?:still )?(?:there|listening|awake|with me|on)\b|\bcan you hear me\b|\byou there\b/,
    lines: ["Yes, I'm here and listening.", "I'm here. Go on."],
  },
  {
    said: /^(?:oh |well |hi |hello |hey )*(?:good )?(?:evening|afternoon)\b(?!.*\b(?:was|were|is|has|had|this|been|i'm|i've|i|class|shift|news|off|tea)\b)/,
    lines: ['Good to hear you! How has your day been?', 'Hello again. What is on your mind?'],
  },
  {
    said: /^(?:hello|hi|hey|hiya)(?: \p{L}+){0,2}(?: (?:it's|it is) (?:(?:only |just )?me(?: again)?|your \p{L}+(?: \p{L}+){0,2}))?$/u,
    courtesy: 'hello',
    lines: ['Hello! Good to hear you. How has your day been?', 'Hello again. What is on your mind?'],
  },
  {
    said: /\b(?:nice|good|pleased|lovely) to (?:meet|see|hear) you\b|\b(?:it's|it is|i'm) me again\b|\bi(?:'m| am) (?:back|home)(?: now| again)?$|^(?:it's|it is|just|only)(?: only| just)? me\b(?! and (?!you\b)).{0,60}$|^you and me\b|\bi(?:'ve)? (?:really )?missed you\b|^(?:just |only )?(?:you and me|me and you|the two of us|us two) (?:again|then|tonight|now)\b/,
    lines: ['Good to hear you! How has your day been?', 'Welcome back. What is on your mind?'],
  },
  {
    said: /^(?:oh |well |ok |okay )?(?:i(?:'m| am) )?(?:so |very )?sorry(?: (?:about|for) (?:that|this|earlier))?$/,
    lines: ['No harm done at all.', 'Nothing to be sorry for.'],
  },
];
