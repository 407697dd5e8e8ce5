import type { Mood } from './topic.ts';

/** Said when nothing is known of what was told: company, and no word that claims anything. */
const LINES: Readonly<Record<Mood | 'asked', readonly string[]>> = {
  sad: [
    'Oh dear. Do you want to tell me more?',
    'That sounds hard. I am listening.',
    'Oh dear. How did it come to that?',
    'I see. That would bother me as well, if I were you.',
  ],
  glad: ['How nice! Tell me more.', 'That is good to hear. How did it come about?', 'Lovely. I am glad with you.'],
  plain: [
    'Oh? Tell me more.',
    'I see. And how do you feel about it?',
    'I like hearing about your day. Go on.',
    'And what do you make of it?',
  ],
  asked: [
    "I'm only a small program, so there isn't much to tell about me. How about you?",
    "I'm a program, and I'm glad of your company. What is on your mind?",
    'That I leave to you. What would you say?',
  ],
};

/** What a listener says who only knows the mood. */
export function listeningLines(words: string, mood: Mood, isAsked: boolean): readonly string[] {
  return LINES[
    isAsked ||
    /^(?:(?:so|and|but|well|oh|hey) )*(?:(?:do|are|have|would|could|can|will|did|were|aren't|don't) you|you(?:'re| are))\b/.test(words)
      ? 'asked'
      : mood
  ];
}
