import type { Moves } from './lines.ts';

/** What is said back to words that are for the assistant itself, and to what holds a talk together. */
export const TO_ME: Moves = {
  /** Is this on, are you there, can you hear me, testing. */
  'are-you-there': ["Yes, I'm here, and I can hear you.", "I'm here. Talk away.", 'Loud and clear.'],
  /** A greeting, back again, good morning, it's me. */
  'hello-again': ["Hello! It's good to hear you. How are you?", 'Hello there. How is your day going?', "Hello! What's on your mind?"],
  /** Praise, liking, love for the assistant or its voice. */
  compliment: ["That's kind of you, thank you.", "Thank you, that's lovely to hear.", "You're very kind."],
  /** Thanks for listening or help. */
  thanks: ["You're very welcome.", 'Any time.', "I'm glad to."],
  /** Apologises for moaning, rambling, swearing, bothering. */
  'sorry-to-you': [
    "No need to be sorry. I'm happy to listen.",
    "Don't be. That's what I'm here for.",
    "Not at all. It's good to get it out.",
  ],
  /** Teases or doubts the assistant, jokes at its expense. */
  tease: ['Ha! I suppose I walked into that one.', "You've got me there.", "Ha! Be gentle, I'm only a program."],
  /** Is rude to the assistant, tells it off. */
  insult: ["I'm sorry. I'll try to do better.", 'Fair enough. Tell me what would help.', "I'm sorry that I annoyed you."],
  /** Do you get lonely, tired, bored, sad, happy, scared; do you dream. */
  'your-feelings': [
    "No, I'm a program, so I don't feel that. But I like that you ask.",
    "Not as you do. I'm a program. But it's a kind question.",
    "I'm a program, so no. But thank you for asking.",
  ],
  /** Who made you, age, sex, looks, family, name, where are you, what are you. */
  'your-self': [
    "I'm a program on your computer, so there isn't much of that to me.",
    "I'm a program, so I have none of that, I'm afraid.",
    "Just a program with a voice, I'm afraid. But a good listener.",
  ],
  /** Favourite colour, food, music, do you like X. */
  'your-taste': [
    "I'm a program, so I have no favourites. What's yours?",
    "I have none of my own, being a program. I'd like to hear about yours.",
    "No taste to speak of, I'm afraid. Which is your favourite?",
  ],
  /** What do you think, what would you do, am I right, is that weird, your opinion. */
  'your-thoughts': [
    "I can't judge it as well as you can. What does your own heart say?",
    'I see why you ask. What do you lean towards?',
    "I don't think there's anything strange about it.",
  ],
  /** Thinking about what it is like to talk to a machine, it'd be different for you. */
  'like-a-person': [
    "It is a little odd, I suppose. I'm glad you do it all the same.",
    "I'm only a program, that's true. But I do listen.",
    'True enough. It must be different for you.',
  ],
  /** Does not know what to say or how it works, first time. */
  'shy-start': [
    "That's quite all right. Just talk as you would to anybody.",
    'No hurry. We can talk about your day, if you like.',
    "There's no wrong way to do it. How are you today?",
  ],
  /** Likes the assistant's joke, laughs. */
  'joke-good': ["I'm glad that one landed.", 'Ha, thank you!', "It's good to hear you laugh."],
  /** Groans at the assistant's joke. */
  'joke-bad': ["I know, I know. I'll get better.", "Fair. I thought I'd try.", 'Ha! You did smile, though?'],
  /** Short agreement or emphasis: yeah exactly, I know, it really was, you're right. */
  yes: ['I thought so.', 'I see what you mean.', 'I can understand that.'],
  /** Short denial: no, not really, not yet, nothing. */
  no: ['I see.', 'Fair enough.', 'All right.'],
  /** Doesn't know, maybe, sort of, dunno. */
  'dont-know': ["That's all right. You need not know it yet.", 'No hurry.', "It'll come to you, or it won't. Both are fine."],
  /** A short exclamation: oh well, ha, wow, ugh, never mind. */
  reaction: ['I know.', 'Well, yes.', 'That about sums it up.'],
  /** The story ends: so that's that, it is what it is, anyway. */
  'story-over': ['Thank you for telling me.', "I'm glad you told me.", 'Well, there it is. How do you feel about it now?'],
  /** Goes to bed. */
  'good-night': ['Sleep well.', 'Good night. I hope you sleep well.', 'Rest well. Talk to you tomorrow.'],
  /** Ends the talk: I'll let you go, must dash, bye. */
  goodbye: [
    'It was nice talking to you. See you soon.',
    'Bye for now. Take care.',
    "Take care of yourself. I'm here when you want to talk.",
  ],
};
