import type { Moves } from './lines.ts';

/** What a listener says to what somebody will do. */
export const PLANS: Moves = {
  /** Is going away, on holiday, to visit somebody. */
  'trip-planned': [
    'That sounds like something to look forward to.',
    'How nice. What are you looking forward to most?',
    'Lovely. I hope it all goes well.',
  ],
  /** Will learn or take up something new. */
  'will-learn': ['Good for you! What made you choose that?', "I like that. It's never too late.", 'That sounds fun. How will you begin?'],
  /** Thinks of quitting, a business, moving far, a wish for life. */
  'big-dream': [
    "That's quite a thought. What would the first step be?",
    'I can hear that it pulls you.',
    "It sounds as if you've thought about it for a while.",
  ],
  /** What one will do tonight, tomorrow or at the weekend. */
  'evening-plan': ['That sounds good. Enjoy it.', "Lovely. I hope it's a good one.", 'Sounds like a plan.'],
  /** Will do something about it: call, apologise, go for a walk, start, try again. */
  'will-try': ['That sounds like a good idea.', "Good. I'd like to hear how it goes.", "I think that's a good step."],
  /** A party, dinner, present, surprise is planned. */
  'will-host': [
    "How thoughtful. I'm sure it'll be appreciated.",
    'That sounds like fun. Is everything ready?',
    'Lovely. I hope it goes off well.',
  ],
  /** Leaves to do something now: work, school, bus, food, bed is not meant. */
  'off-now': ['All right. Off you go, and have a good one.', "Go on, then. I'll be here later.", 'See you later. I hope it goes well.'],
};
