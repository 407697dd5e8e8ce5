import type { Moves } from './lines.ts';

/** What is said to half a joke, and to its end. */
export const JOKES: Moves = {
  'joke-asked': ["I don't know. Tell me!", 'No idea. Go on, I am listening.', 'You have me there. Tell me!'],
  'joke-told': ['Ha! That is a good one.', 'Very good! I did not see that coming.', 'Oh, that is a groaner. I like it.'],
};
