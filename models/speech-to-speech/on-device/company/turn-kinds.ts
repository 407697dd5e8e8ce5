import { chanceOfTalk, type LikelySkill } from '../skill-choice.ts';

/** Turns of a talk that are known by their meaning, and what a listener says to each. */
const LINES = {
  kind: ['That is kind of you, thank you.', 'Thank you, I like hearing that.', 'How kind. It is good to have your company.'],
  musing: [
    'Now that is a thought. What do you think?',
    'That is one to turn over in the bath. What is your own guess?',
    'I like how your mind wanders. Go on.',
  ],
  plan: ['I would like to hear how it goes.', 'Let me know how it turns out.', 'That is something to look forward to.'],
  over: ['Thank you for telling me.', 'I liked hearing it. I am here when you want to talk.', 'It was good to listen to you.'],
  yes: ['I thought so.', 'Fair enough.', 'Quite.'],
  shy: [
    'That is quite all right. Talk to me as you would to anybody. How was your day?',
    'No need to know. Anything will do: what did you see today?',
    'Take your time. I am easy to talk to, and I tell nobody.',
  ],
  'joke-asked': ["I don't know. Tell me!", 'No idea. Go on, I am listening.', 'You have me there. Tell me!'],
  'joke-told': ['Ha! That is a good one.', 'Very good! I did not see that coming.', 'Oh, that is a groaner. I like it.'],
  'about-you': [
    "I'm only a program, but I am all yours. What is on your mind?",
    "I'm a program, so there is little to tell of me. How about you?",
    'I am here and listening, that much I can say. And you?',
  ],
  funny: ['Ha! I can picture that.', 'Oh, I would have liked to see that.', 'Ha! And then?'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type TurnKind = keyof typeof LINES;

/**
 * So much of all turns together it must be. By weights made of three authors and read on a fourth, right in 100 of 100 for kindness
 * and plans, 98 for musing, 93 at the end, 100 for a yes, 94 for who is shy, 89 for what is funny; moods are not: of what it takes for glad a quarter is sad.
 */
const LEAST = 0.75;
const LEAST_TALK = 0.5;

/**
 * Which turn of a talk the words are, as far as that is known and has lines of its own; null otherwise.
 * @param last what was said before: nobody ends a joke that was not begun
 */
export function turnKindOf(likely: readonly LikelySkill[], last: string | undefined): TurnKind | null {
  const turns = likely.filter(({ name }) => name.startsWith('talk/'));
  const [best] = turns;
  const kind = best?.name.slice('talk/'.length);
  if (best === undefined || kind === undefined || !isKnown(kind) || chanceOfTalk(likely) < LEAST_TALK) return null;
  if (kind === 'joke-told' && ![...LINES['joke-asked'], ...LINES['joke-told']].some((line) => line === last)) return null;
  return best.chance >= LEAST * turns.reduce((sum, { chance }) => sum + chance, 0) ? kind : null;
}

function isKnown(kind: string): kind is TurnKind {
  return kind in LINES;
}

export function linesOfKind(kind: TurnKind): readonly string[] {
  return LINES[kind];
}
