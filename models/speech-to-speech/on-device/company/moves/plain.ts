import type { Moves } from './lines.ts';

/** What a listener says to news without much feeling. */
export const PLAIN: Moves = {
  /** What one does for work or study, how long, where. */
  'work-told': [
    'What do you like best about it?',
    'That must show you all kinds of people and things.',
    'I see. Is it what you always wanted to do?',
  ],
  /** Who belongs to the family, how many, what they do. */
  'family-told': ['I see. Are you close?', 'That sounds like a good bunch.', "It's nice to hear about them."],
  /** What one is doing or where one is just now: cooking, on the train, in bed, hiding from work. */
  'doing-now': ["I'll keep you company, then.", 'I like the sound of that.', 'Good. Take your time over it.'],
  /** Cleaned, sorted, shopped, mended, finished a task, told plainly. */
  'chore-done': ["That's a good job done.", "Well done. It's good to have that out of the way.", 'Nice. Now you can put your feet up.'],
  /** Moved house, town or country lately, began something new lately. */
  moved: ["That's a big change. How are you finding it?", "A new start. What's it like so far?", "I hope you're settling in well."],
  /** The weather or season, told plainly or as a greeting. */
  'weather-told': [
    'It sounds like it. Are you off out in it?',
    "I can't see it from here, so thank you for telling me.",
    'I see. Do you like it like that?',
  ],
  /** Tells about somebody: what he or she is like. */
  'a-person': ['They sound like quite somebody.', 'I can picture that.', 'I like the way you tell it.'],
  /** Says how old one is or introduces oneself. */
  'age-told': ["It's good to meet you.", 'A fine age to be.', 'Nice to meet you. What do you like to do?'],
  /** Walking, running, gym, diet, habits of the day. */
  'body-routine': ['Good for you.', "That's a good habit to have.", 'That sounds like a good rhythm.'],
  /** Is travelling or came back, says where. */
  'trip-told': ['How was it there?', 'That sounds like quite a journey.', 'I hope it was a good trip.'],
  /** A film, series, book, game, song, match: read or seen. */
  watched: ['What did you make of it?', 'Would you recommend it?', "I haven't seen it, of course. What stayed with you?"],
  /** How it was once, childhood, things that are gone, fondly. */
  'old-days': [
    "That's a good memory to have.",
    "There was something about those times, wasn't there?",
    'I like hearing about that. What else do you remember?',
  ],
  /** A feast or holiday: Christmas, Eid, Diwali, Thanksgiving. */
  festival: ['How lovely. How do you celebrate?', "I hope it's a warm and happy one.", "That's a good time of the year, isn't it?"],
  /** News about others who are not close, curious or surprising. */
  gossip: ['Really! What do you think about it?', "Well, well. I wouldn't have guessed.", "You don't say!"],
  /** A short answer to a question: a number, a time, a place, a name, a thing. */
  'short-answer': ['I see.', 'Ah, I see. Thank you.', 'All right, I see.'],
  /** The middle of a story, what came next, nothing to feel about it yet. */
  'story-goes-on': ['And then?', 'Oh? What happened then?', "I'm with you. Go on."],
};
