import type { Moves } from './lines.ts';

/** Where only the mood is known of a later turn: gentle enough for what is funny, glad or touching, and for what is hard in any way. */
export const BY_MOOD: Moves = {
  up: ['I like that.', 'Well, how about that!', 'I can just see it.'],
  down: ['I hear you.', "I see. That's not easy.", "I'm with you."],
};

/** What is said to turns that go on with what was told before, and are what they are only by that. */
export const LATER: Moves = {
  /** More of something sad, heavy or lonely. */
  'goes-on-sad': [
    'I hear you.',
    "I'm sorry. I'm listening.",
    "That's a hard thing. Take your time.",
    "I'm with you.",
    'Thank you for telling me that.',
  ],
  /** More of something happy, a happy detail. */
  'goes-on-glad': ['How lovely. Go on!', 'I like that.', "That's lovely. And then?", "That's good to hear.", 'What a nice thing.'],
  /** More of a funny story, a comic detail, the absurd end of it. */
  'goes-on-funny': ['Ha! I can just picture it.', 'Ha! And then?', "Oh, that's wonderful.", "Ha! You couldn't make it up."],
  /** More of a worry, a symptom, what may happen. */
  'goes-on-worried': ["I see why it's on your mind.", 'That would worry me as well, if I could.', 'No wonder you think about it.'],
  /** More of an annoyance, what they did next. */
  'goes-on-cross': ["No wonder you're fed up.", "That would try anybody's patience.", 'I can see why that gets to you.'],
  /** A good sign or a bit of good news within something bad. */
  hopeful: ["That's a good sign.", "I'm glad of that.", "That's something to hold on to."],
  /** Small and touching, happy and sad at once: mittens she never finished, his pudding he always saved. */
  tender: ["That's touching.", 'I can see why that stays with you.', 'What a thing to hold on to.'],
  /** A small comfort in or after something hard: a neighbour waved, the dog came up, soup. */
  comfort: ["I'm glad you had that.", 'Small things like that do help.', 'That must have done you good.'],
  /** The speaker did something kind or good for somebody. */
  'kind-of-you': ['That was good of you.', "I'm sure it meant a lot.", "That's a kind thing to have done."],
  /** The speaker did something that costs something: shook his hand, said sorry, walked away, threw it out, said it at last. */
  'hard-thing-done': ["That can't have been easy.", 'That took something.', 'I think that was brave of you.'],
  /** After trouble in the story it came good in the end. */
  'turned-out-well': ["All's well that ends well.", "I'm glad it came good in the end.", 'Ha, then it was worth it.'],
};
