import { PAST } from '../past-verbs.ts';
import { toYou } from './to-you.ts';
import type { Mood } from './topic.ts';
import { turnLines } from './turn-lines.ts';

const FILLERS = '(?:(?:oh|well|um|uh|er|ah|just|mostly|mainly|only|probably|honestly|actually|you know|like|so|and),? )*';
const YES = new RegExp(
  `^${FILLERS}(?:yes|yeah|yep|yup|sure|absolutely|definitely|of course|very much|very|i do|i did|it (?:is|was|does|did)$|always|totally|course|both|all of (?:it|them))\\b`,
);
const NO = new RegExp(
  `^${FILLERS}(?:no|nope|nah|not (?:really|yet|at all|much|so far|even|particularly|for me|that i|as)|never|hardly|neither|none|nothing(?: much| really| special)?$|i (?:don't|didn't|haven't|couldn't)$)\\b`,
);
const UNSURE = new RegExp(
  `^${FILLERS}(?:maybe|perhaps|i don't know|dunno|hard to say|not sure|no idea|who knows|i (?:suppose|guess)(?: so| not)?$|possibly|hmm|it depends)\\b`,
);
/** How long, and nothing else. */
const LONG_TIME =
  /^(?:\S+ ){0,4}(?:years|decades|ages|months|weeks)(?: now| ago| already)?$|^(?:forever|ages|all my life|my whole life)$|^(?:ever )?since (?:\S+ ?){1,3}$/;
/** Who says more than this tells something; "yes" or "no" only begins it. */
const MOST_OF_AN_ANSWER = 4;
/** Turns to something else, whatever was asked. */
const NEW_SUBJECT =
  /^(?:anyway|by the way|guess|oh guess|speaking of|on another|what about|how about|listen|never mind|forget|tell me|could you|can you|would you|do you|are you|is there|what|who|when|where|why|how)\b/;

/** How a reply ends that wants to hear more. */
const INVITES =
  /(?:\?|tell me more\.|if you like\.|i am listening\.|tell me\.|go on\.|all ears\.|all about it\.|hear more\.|hear the rest\.)$/i;

type Kind = 'yes' | 'no' | 'unsure' | 'long' | 'more';
const LINES: Readonly<Record<Kind, Readonly<Record<Mood, readonly string[]>>>> = {
  yes: {
    glad: ['I thought so! That is good to hear.', 'I can hear it in the way you say it.'],
    sad: ['I can hear that. Thank you for telling me.', 'That would weigh on anybody.'],
    plain: ['I thought so.', 'Good to know. I like hearing about it.'],
  },
  no: {
    glad: ['Fair enough. It sounds good all the same.'],
    sad: ["I'm sorry. It may still come.", 'That is how it goes sometimes. I feel for you.'],
    plain: ['Fair enough.', 'No matter. Not everything has to.'],
  },
  unsure: {
    glad: ['You need not know it yet. It sounds good either way.'],
    sad: ['You need not know it yet. Give it time.'],
    plain: ['You need not know it yet.', 'It will show itself in time.'],
  },
  long: {
    glad: ['That is quite a while. How lovely.'],
    sad: ['That is a long time to live with it.'],
    plain: ['That is quite a while.', 'As long as that!'],
  },
  more: {
    glad: [
      'That sounds lovely.',
      'I like that.',
      'That is worth keeping. Thank you for telling me.',
      'I can see why that makes you happy.',
    ],
    sad: ['I hear you.', "I see. That can't be easy.", 'Thank you for telling me.', 'You bear it well.'],
    plain: [],
  },
};

/** What may be said to somebody who answered what was asked: seldom a further question, so that it stays a talk. */
export function linesToAnswer(marked: string, words: string, mood: Mood): readonly string[] {
  const kind = kindOf(words);
  const echo = kind === 'more' && mood === 'plain' ? echoed(marked) : null;
  return [...(echo === null ? [] : [echo]), ...LINES[kind][mood], ...LINES.more[mood], ...turnLines(words)];
}

function kindOf(words: string): Kind {
  if (LONG_TIME.test(words)) return 'long';
  if (words.split(' ').length > MOST_OF_AN_ANSWER) return 'more';
  if (UNSURE.test(words)) return 'unsure';
  if (NO.test(words)) return 'no';
  return YES.test(words) ? 'yes' : 'more';
}

/** Whether the assistant asked something, or to be told more. */
export function invites(lastReply: string | undefined): boolean {
  return lastReply !== undefined && INVITES.test(lastReply.trimEnd());
}

/** After a question what comes is taken for its answer, but for a new subject. */
export function isAnswer(words: string, lastReply: string | undefined): boolean {
  return invites(lastReply) && !NEW_SUBJECT.test(words);
}

const MOST_ECHOED = 7;
const BEGINS_WITH_FILLERS = new RegExp(`^${FILLERS}`);
/** A whole sentence said back is a parrot's; a few words are a listener's. */
const SENTENCE = new RegExp(
  `\\b(?:${PAST}|had|\\w{3,}ed|like me|i|i'm|i've|we|we've|he|she|it|it's|they|you|that|that's|there|there's|is|are|was|were|'s|don't|didn't|can't|but|because|so|which|yep|nope|aye|eh|swear|mate)\\b`,
);

/** Several thoughts, but for a row of people or things. */
const BROKEN = /[.!?;:]|,(?!.* and )/;

function echoed(marked: string): string | null {
  const few = marked
    .replace(BEGINS_WITH_FILLERS, '')
    .replace(/[.!?]+$/, '')
    .trim();
  const count = few.split(' ').length;
  if (count < 2 || count > MOST_ECHOED || SENTENCE.test(few) || BROKEN.test(few)) return null;
  const back = toYou(few);
  return `${back.charAt(0).toUpperCase()}${back.slice(1)}, I see.`;
}
