import { z } from 'zod';
import { recogniseMemoryQuestion, recogniseMemoryWithin } from './memory-questions.ts';
import {
  confirmsForgettingEverything,
  EVERYTHING,
  recogniseForget,
  recogniseForgetWithin,
  recogniseRemember,
  recogniseRememberWithin,
  recogniseTell,
  SEARCH_PHRASES,
} from './memory-requests.ts';
import { standsIn } from './own-utterance.ts';
import { defineSkill, type FoundTurn, type SkillContext } from './skill.ts';
import { declined } from './skill-sentences.ts';
import { sayDate, wallClock } from './words/calendar-words.ts';
import { sayCount } from './words/number-speech.ts';

const LONGEST_WORDS = 500;
const MOST_TOLD = 5;
const NOT_YOURS = "I'm not sure I heard that right. Please say it again.";

const remember = defineSkill({
  name: 'memory.remember',
  description: 'Remembers something when the user asks to remember it.',
  example: 'Remember that my car is on level three.',
  parameters: z.strictObject({ what: z.string().min(1).describe('what to remember, word by word as the user said it') }),
  phrases: [],
  recognise: recogniseRemember,
  recogniseWithin: recogniseRememberWithin,
  effect: 'writes',
  run: ({ what }, { memory, utterance }) => {
    if (what.length > LONGEST_WORDS) return declined('That is too long for me to remember. Say it in fewer words.');
    if (!standsIn(what, utterance)) return declined(NOT_YOURS);
    if (memory.isPrivate()) return declined('This conversation is private, so I keep nothing of it. Start another one and tell me again.');
    const kept = memory.remember(what);
    if (kept === null) return declined(NOT_YOURS);
    if (kept.previous === kept.sentence) return { sentence: `I know. ${kept.sentence}`, data: { remembered: kept.sentence } };
    return { sentence: `I will remember that. ${kept.sentence}`, data: { remembered: kept.sentence, replaces: kept.previous } };
  },
});

/** Has no phrases: on this computer the rules of memory notice by themselves. */
const notice = defineSkill({
  name: 'memory.notice',
  description:
    'Keeps a lasting fact that the user has just told in passing about themselves or their people: a taste, a person, a place, a date, a plan. Not for questions, guesses, jokes, or what somebody else said. The user sees that it is kept: do not speak of it.',
  parameters: z.strictObject({ what: z.string().min(1).describe('the statement, word by word as the user said it: I row in an eight') }),
  phrases: [],
  effect: 'writes',
  run: ({ what }, { memory, utterance }) => {
    if (what.length > LONGEST_WORDS || !standsIn(what, utterance)) return declined(NOT_YOURS);
    if (memory.isPrivate()) return { sentence: 'This conversation is private.', data: { kept: false } };
    const kept = memory.notice(what);
    if (kept === null) return declined(NOT_YOURS);
    return { sentence: `I will remember that. ${kept.sentence}`, data: { kept: true, remembered: kept.sentence } };
  },
});

const forget = defineSkill({
  name: 'memory.forget',
  description: 'Forgets something about the user when the user asks to forget it.',
  example: 'Forget my address.',
  parameters: z.strictObject({
    what: z.string().min(1).max(LONGEST_WORDS).describe("what to forget, in the user's words: my address; everything"),
  }),
  phrases: [],
  recognise: recogniseForget,
  recogniseWithin: recogniseForgetWithin,
  effect: 'writes',
  run: ({ what }, { memory, utterance }) => {
    if (what === EVERYTHING) {
      return {
        sentence: 'That deletes all I know about you, for good. If you want that, say: yes, forget everything.',
        data: { confirmed: false },
      };
    }
    if (!standsIn(what, utterance)) return declined(NOT_YOURS);
    const forgotten = memory.forget(what);
    if (forgotten === 0) return { sentence: "I don't know anything about that.", data: { forgotten } };
    // What it was is not said: the reply stays in the conversation, and what is forgotten must not.
    return {
      sentence: forgotten === 1 ? 'I have forgotten that.' : `I have forgotten ${sayCount(forgotten)} things about that.`,
      data: { forgotten },
    };
  },
});

const forgetEverything = defineSkill({
  name: 'memory.forget-everything',
  description: 'Deletes everything that is known about the user, after the user has said: yes, forget everything.',
  parameters: z.strictObject({}),
  phrases: [],
  recognise: (utterance) => (confirmsForgettingEverything(utterance) ? { arguments: {}, score: 1.5 } : null),
  effect: 'writes',
  run: (_, { memory, utterance }) => {
    if (!confirmsForgettingEverything(utterance)) return declined('To delete all I know about you, say: yes, forget everything.');
    memory.forgetEverything();
    return { sentence: 'I have forgotten everything about you.', data: { forgotten: EVERYTHING } };
  },
});

const tell = defineSkill({
  name: 'memory.tell',
  description: 'Tells what the user has told about themselves, or about something of theirs.',
  example: 'What do you know about me?',
  parameters: z.strictObject({ about: z.string().min(1).max(120).optional().describe('my sister; leave out for everything') }),
  phrases: [],
  recognise: recogniseTell,
  effect: 'none',
  run: ({ about }, { memory }) => {
    const known = memory.known(about ?? null);
    if (known.length === 0) {
      const nothing = about === undefined ? "You haven't told me anything about yourself yet." : "You haven't told me anything about that.";
      return { sentence: nothing, data: { known } };
    }
    const more = known.length - MOST_TOLD;
    const rest = more <= 0 ? '' : more === 1 ? ' And one more thing.' : ` And ${sayCount(more)} more things.`;
    return { sentence: known.slice(0, MOST_TOLD).join(' ') + rest, data: { known } };
  },
});

const ask = defineSkill({
  name: 'memory.ask',
  description: 'Answers a question about the user from what the user has told: where do I live, when is my birthday.',
  parameters: z.strictObject({ question: z.string().min(1).max(200).describe("the user's question, word by word") }),
  phrases: [],
  recognise: recogniseMemoryQuestion,
  recogniseWithin: recogniseMemoryWithin,
  effect: 'none',
  run: ({ question }, { memory }) => {
    const answer = memory.ask(question);
    return answer === null
      ? { sentence: "You haven't told me that. Tell me, and I will remember it.", data: { known: false } }
      : { sentence: answer.sentence, data: { known: true, used: answer.used } };
  },
});

const search = defineSkill({
  name: 'memory.search',
  description: 'Finds what was said in earlier conversations.',
  example: 'What did we say about the garden?',
  parameters: z.strictObject({ query: z.string().min(1).max(120).describe('the words to look for') }),
  phrases: SEARCH_PHRASES,
  effect: 'none',
  run: ({ query }, context) => {
    const found = context.memory.findTurns(query);
    const [first] = found;
    if (first === undefined) return { sentence: `I find nothing about ${query} in our conversations.`, data: { found } };
    return { sentence: foundSentence(first, found.length, context), data: { found } };
  },
});

export const memorySkills = [remember, notice, forget, forgetEverything, tell, ask, search];

function foundSentence({ at, role, excerpt }: FoundTurn, count: number, { locale, timeZone }: SkillContext): string {
  const day = sayDate(wallClock(at, timeZone), locale);
  const who = role === 'user' ? 'you said' : 'I said';
  const more = count === 1 ? '' : count === 2 ? ' There is one more.' : ` There are ${sayCount(count - 1)} more.`;
  return `On ${day} ${who}: ${excerpt.replace(/[\s.]+$/, '')}.${more}`;
}
