import type { Mood } from './topic.ts';

/** How a listener takes news that is known to feel so by its meaning; `low`: bad, and no more is known. */
export type Feeling = 'glad' | 'sad' | 'worried' | 'annoyed' | 'tired' | 'low';

/** Both presuppose the feeling and nothing else. */
const LINES: Readonly<Record<Feeling, { readonly opening: readonly string[]; readonly alone: readonly string[] }>> = {
  glad: {
    opening: ['How lovely!', 'How nice!'],
    alone: ['How lovely! I like hearing that.', 'That is good to hear. I am glad with you.', 'How nice! You have every reason to smile.'],
  },
  sad: {
    opening: ["I'm sorry.", 'Oh dear.'],
    alone: ["I'm sorry. That hurts.", 'That is hard. I am here, and I am listening.', 'I feel for you. Thank you for telling me.'],
  },
  worried: {
    opening: ['That is a worry.', 'I can see why that is on your mind.'],
    alone: [
      'No wonder that is on your mind. I hope it turns out well.',
      'That is a lot to carry about. I am listening.',
      'I hope you soon know more.',
    ],
  },
  annoyed: {
    opening: ['How annoying.', 'How tedious.'],
    alone: ['That would try anybody.', 'No wonder you are fed up.', 'How annoying. You can let it all out here.'],
  },
  tired: {
    opening: ['That sounds exhausting.', 'You could do with a rest.'],
    alone: [
      'No wonder you are worn out. I hope you get some rest.',
      'That takes it out of anybody. Be kind to yourself today.',
      'I hope the night is a good one.',
    ],
  },
  low: {
    opening: ['Oh dear.', "I'm sorry."],
    alone: ["That can't be easy.", 'Oh dear. I am listening.', 'I hear you. That is no fun.'],
  },
};
/** Longer ones are not said back after a word of feeling. */
const MOST_WORDS_BACK = 14;

/** As topics and words know it. */
export function moodOfFeeling(feeling: Feeling): Mood {
  return feeling === 'glad' ? 'glad' : 'sad';
}

/**
 * What fits news of this feeling.
 * @param back the matter in the listener's words; null where it cannot be said back
 */
export function feelingLines(feeling: Feeling, back: string | null): readonly string[] {
  const { opening, alone } = LINES[feeling];
  const isShort = back !== null && back.split(' ').length <= MOST_WORDS_BACK;
  return [...(isShort ? opening.map((open) => `${open} ${back}.`) : []), ...alone];
}
