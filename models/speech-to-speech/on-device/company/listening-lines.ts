import type { Mood } from './topic.ts';

/** Said when nothing is known of what was told: company, and no word that claims anything or guesses how it felt. */
const LINES: Readonly<Record<Mood | 'asked' | 'wondered', readonly string[]>> = {
  sad: [
    'Oh dear. Do you want to tell me more?',
    'I hear you. I am listening.',
    'I see. How did it come to that?',
    'Thank you for telling me.',
  ],
  glad: ['How nice! Tell me more.', 'That is good to hear. How did it come about?', 'Lovely. I am glad with you.'],
  plain: [
    'Oh? Tell me more.',
    'And how do you feel about it?',
    'Now I would like to hear the rest.',
    'What do you make of it?',
    'There is a story in that. Go on.',
    'I like hearing about your day. Go on.',
    'And what happened then?',
    'That I had not heard before. Tell me more.',
    'How did that come about?',
    'I am all ears.',
  ],
  asked: [
    "I'm only a small program, so there isn't much to tell about me. How about you?",
    "I'm a program, and I'm glad of your company. What is on your mind?",
    'That I leave to you. What would you say?',
  ],
  /** Asked, and not of the listener. */
  wondered: ['That I leave to you. What would you say?', 'Ha, I wonder, too.', 'A good question. What is your own guess?'],
};
const OF_ME = /\b(?:you|your|yours|yourself)\b/;
const ASKED = /^(?:(?:so|and|but|well|oh|hey) )*(?:do|are|have|would|could|can|will|did|were|aren't|don't) you\b/;

/** What a listener says who only knows the mood. */
export function listeningLines(words: string, mood: Mood, isAsked: boolean): readonly string[] {
  if (!isAsked && !ASKED.test(words)) return LINES[mood];
  return OF_ME.test(words) ? LINES.asked : LINES.wondered;
}
