import type { Moves } from './lines.ts';

/** What a listener says to a thought that asks for no answer. */
export const THOUGHTS: Moves = {
  /** A playful thought or claim about the world, animals, words. */
  'odd-thought': ['I like that thought.', 'Now that is worth thinking about.', "Ha! I've never looked at it that way."],
  /** A rhetorical question why people or things are so. */
  'why-oh-why': ["Ha! I've no idea, but it's a fair question.", "If anybody knows, they haven't told me.", "One of life's mysteries."],
  /** Would you rather, what if, a game of fancy, a question of taste. */
  'what-if': [
    'Ooh, hard to say. What about you?',
    "I'd have to be more than a program for that. What would you choose?",
    "Good question. I'd like to hear your answer first.",
  ],
  /** About life, time, love, death, belief. */
  deep: [
    "That's a big thought. How did you come to it?",
    'People have wondered about that for as long as there have been people.',
    'I like that you think about such things.',
  ],
};
