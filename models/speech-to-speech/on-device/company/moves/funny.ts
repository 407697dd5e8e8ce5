import type { Moves } from './lines.ts';

/** What a listener says to what is told with a laugh, and to a dream. */
export const FUNNY: Moves = {
  /** An absurd or embarrassing thing happened to the speaker, told with a laugh. */
  mishap: ['Oh no! I can just picture it.', 'Ha! It could have happened to anybody.', 'Oh dear! Well, it makes a good story.'],
  /** A child said or did something funny or cheeky. */
  'child-funny': [
    'Ha! Children say it as they see it.',
    "Oh, that's brilliant. Did you manage to keep a straight face?",
    "Ha! You couldn't make it up.",
  ],
  /** A pet or wild animal stole, wrecked, hid or made a mess. */
  'animal-naughty': ['Ha! No shame at all, that one.', 'Oh dear! I can just picture that face.', 'What a rascal!'],
  /** A funny habit or deed of partner, parent, neighbour, colleague, stranger. */
  'odd-people': ["Ha! There's one everywhere.", "Oh, that's wonderful. People are funny, aren't they?", 'Ha! I can just picture it.'],
  /** Ate too much, skipped the run, did nothing, bought too much, put off work, with a wink. */
  'gave-in': ['Ha! Your secret is safe with me.', "Nobody's counting. Was it worth it, at least?", 'It happens to the best of us.'],
  /** A bad haircut, odd clothes, how one looks, with a laugh or a sigh. */
  looks: [
    "Oh dear. It's never as bad as it looks in the mirror.",
    "I'm sure it suits you better than you think.",
    "Well, it'll be a story one day.",
  ],
  /** Did something a bit bad, a fib, feels guilty. */
  confession: [
    "I won't tell anybody.",
    'Thank you for trusting me with that. How do you feel about it now?',
    "Well, nobody's perfect. Can it be put right?",
  ],
  /** Met an ex, a celebrity, somebody awkward, by chance. */
  encounter: ['Oh! Of all people. How was that?', 'What are the odds?', 'Oh no. Did you say anything?'],
  /** Sang, spoke, acted or danced before others. */
  performed: ['That takes courage. How did it go?', 'Good for you! I bet they enjoyed it.', 'I admire that. Would you do it again?'],
  /** What was dreamed at night. */
  dream: [
    'What a dream! What do you make of it?',
    'The mind is a strange place at night.',
    'How odd, and how vivid. Did it stay with you all day?',
  ],
};
