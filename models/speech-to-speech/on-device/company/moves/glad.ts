import type { Moves } from './lines.ts';

/** What a listener says to good news of many kinds. */
export const GLAD: Moves = {
  /** Got a job, a place at a school or in a team, was accepted. */
  'new-start': [
    'Congratulations! When does it begin?',
    "That's wonderful, well done. When do you start?",
    'Oh, well done! You must be so pleased.',
  ],
  /** Was praised, promoted, thanked or honoured at work or school, or got a rise. */
  praised: [
    "Well deserved, I'm sure.",
    'How good to hear that from somebody. You can be proud.',
    "That's lovely. I hope you enjoy it for a good long while.",
  ],
  /** Passed an exam or a driving test, good marks, finished a degree or course. */
  passed: ['Congratulations! That took some work.', 'Well done! How will you celebrate?', 'Oh, well done! You can be proud of yourself.'],
  /** Managed something hard, finished or repaired something, reached a goal, learned to do something, overcame a fear, a first time. */
  achieved: [
    'Well done! You can be proud of that.',
    "That's a real achievement. How does it feel?",
    "Good for you! That can't have been easy.",
  ],
  /** Won a game, a prize, money; my team won. */
  won: ['Ha, brilliant! Congratulations.', 'Well done! I bet there was some shouting.', "That's great. It's good to win one."],
  /** Somebody is expecting or has had a baby or grandchild. */
  baby: ['Congratulations! What lovely news.', 'Oh, how wonderful! How is everybody doing?', 'What news! You must be over the moon.'],
  /** A small child's step, word, tooth, first day, drawing, a sweet moment with a child. */
  'little-one': [
    "What a moment. I think you'll remember that one.",
    'How lovely. They grow so fast, people say.',
    "That's precious. I'm glad you were there for it.",
  ],
  /** An engagement, a wedding, a happy anniversary, of oneself or others. */
  wedding: ["How lovely! I hope it's a wonderful day.", 'Oh, congratulations all round!', "That's lovely news. Are you excited?"],
  /** A good date, being in love, somebody asked me out or said yes. */
  'new-love': [
    'That sounds promising! What do you like most about them?',
    "How lovely. I'm happy for you.",
    "Oh, how exciting! I'm glad it's going well.",
  ],
  /** Somebody visits, called after a long time, came home, made up after a quarrel; a good time with family or friends. */
  'together-again': [
    'That must do your heart good.',
    'How lovely. Time like that is worth a lot.',
    "I'm so glad. What was the best moment?",
  ],
  /** Somebody did something kind for me, a present, a surprise. */
  kindness: [
    'What a kind thing to do.',
    'How lovely. There are good people about.',
    "That's really thoughtful. I can see why it touched you.",
  ],
  /** We got or will get a pet. */
  'new-pet': [
    "How lovely! What's the name going to be?",
    'Oh, what a joy! Settling in all right?',
    "That's going to be fun. Congratulations!",
  ],
  /** An animal of ours is sweet or funny or does well. */
  'pet-sweet': [
    "There's nothing quite like an animal for company.",
    'How sweet. I can just see it.',
    "They know how to make a person smile, don't they?",
  ],
  /** Got the keys, bought or moved into a new home, did a room up. */
  'new-home': [
    'Congratulations! What a feeling that must be.',
    'How exciting! What will you do first?',
    "Lovely. I hope you'll be very happy there.",
  ],
  /** Bought or got something nice (a car, a dress, a tool, a haircut that pleases). */
  'new-thing': [
    'Nice! I hope you get a lot of joy out of it.',
    'Ooh, lovely. Is it all you hoped for?',
    "Good for you. It's nice to treat yourself.",
  ],
  /** The all-clear, a good scan, recovered, can walk again. */
  'health-good': [
    "What a relief. I'm so glad to hear it.",
    "That's the best kind of news.",
    "I'm really happy for you. What a weight off your mind.",
  ],
  /** A worry is over, something lost was found, it went well after all. */
  relief: ['What a relief!', "Phew. I'm glad it turned out well.", 'That must be a weight off your mind.'],
  /** Retires, the last day of a job, school or a long duty is over. */
  retired: [
    "That's a big day. What are you looking forward to most?",
    'What a milestone! How does it feel?',
    "Congratulations. You've earned what comes next.",
  ],
  /** It is somebody's birthday or will be soon, and happily. */
  birthday: ["Happy birthday! I hope it's a lovely one.", 'How nice! Is there going to be cake?', 'Many happy returns! Any plans?'],
  /** Cooked, baked or ate something good. */
  'good-food': ['That sounds delicious.', 'Mm, I can almost smell it. Well done, cook!', 'Lovely. Is there any left?'],
  /** Saw an animal, a sunset, snow, stars, the sea, a fine morning; the weather is beautiful. */
  nature: ['What a lovely thing to see.', 'I can picture it. How lovely.', 'Moments like that are worth stopping for.'],
  /** Something grows, was planted or harvested. */
  garden: [
    "There's nothing like seeing something come up that you planted.",
    'How lovely. You must have a good hand for it.',
    "That's so satisfying. What else have you got growing?",
  ],
  /** A day off, a bath, a quiet house, tea, the sofa, a holiday begins; feeling good or content. */
  'rest-well': ['That sounds lovely. Enjoy every minute.', 'Good. You deserve a bit of that.', 'Bliss. Long may it last.'],
  /** Paid off a debt, a bargain, saved up, money came. */
  'money-well': ['That must feel good.', "Good for you! That's a weight gone.", 'Nicely done. Will you treat yourself?'],
  /** Proud of somebody else: child, partner, friend, team did well. */
  'proud-of': ['You must be so proud.', 'How wonderful. I can hear how proud you are.', 'Good for them! You must be beaming.'],
  /** A good party, concert, trip, match, night out, told afterwards. */
  'good-time': [
    'That sounds like a great time. What was the best bit?',
    'How lovely. Something to remember.',
    "I'm glad. You sound as if you needed that.",
  ],
  /** Music, reading, knitting, sport, games, building: what one enjoys doing. */
  pastime: [
    "It's good to have something like that.",
    'That sounds absorbing. How did you come to it?',
    'Lovely. I hope you get plenty of time for it.',
  ],
};
