import type { Moves } from './lines.ts';

/** What a listener says to the weary, the unwell and the bored. */
export const TIRED: Moves = {
  /** Slept badly, lies awake, up in the night. */
  'no-sleep': [
    "That's rough. I hope tonight is kinder.",
    'Nights like that are long. Is something on your mind?',
    'Poor you. I hope you can rest later.',
  ],
  /** A long day or shift, overworked, worn out. */
  'long-day': [
    'That sounds like a long one. Can you put your feet up now?',
    "You've earned a rest.",
    "No wonder you're tired. Be good to yourself this evening.",
  ],
  /** A cold, flu, headache, an aching tooth, stomach; poor me. */
  unwell: [
    'Poor you. I hope you feel better soon.',
    "That's no fun. Have you got something warm to drink?",
    'Oh dear. Rest as much as you can.',
  ],
  /** Sore feet, back or legs, stiff after work or sport. */
  aches: ["You've earned a sit-down.", 'Ouch. That body has been working hard.', 'Oh dear. A warm bath might help.'],
  /** Worn out by a baby or small children. */
  'tired-parent': [
    "You must be worn out. It's a big job, that one.",
    'I hope they give you a quiet hour soon.',
    "You're doing well, even if it doesn't feel like it.",
  ],
  /** Looks after somebody ill or old; carries everything alone. */
  carer: [
    "You're carrying a lot. Who looks after you?",
    "That's a lot for one person. I hope you get a break now and then.",
    "They're lucky to have you. I hope somebody is there for you, too.",
  ],
  /** Bored, nothing to do. */
  bored: [
    "Then let's talk. What would you do if you could do anything at all?",
    "Those hours go slowly. I'm happy to keep you company.",
    "Well, you've got me. What shall we talk about?",
  ],
  /** No energy, can't be bothered, Monday, so-so. */
  meh: [
    'One of those days. They pass.',
    "That's all right. Not every day has to be anything.",
    'I know what you mean, as far as a program can.',
  ],
  /** Night shift, alone at work, on the road for hours. */
  'night-work': [
    "Those are long hours. I'm glad to keep you company.",
    "That's a quiet sort of time. What's it like out there?",
    "I'm here if you want somebody to talk to.",
  ],
};
