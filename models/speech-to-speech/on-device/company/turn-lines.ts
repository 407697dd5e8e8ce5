import { named } from './named.ts';

const BEGINS = /^(?:(?:and|but|so|well|anyway|still|then|honestly|actually|yeah|yes|no|oh|mostly|in the end|at least|to be fair) )+/;

/** What a turn of a talk is, by how it is put, and what fits each such turn, be it good, bad or funny. The first that fits counts. */
const TURNS: readonly (readonly [said: RegExp, lines: readonly string[]])[] = [
  [
    /\b(?:i|we)(?:'ll| will| might| may|'m going to|'re going to| am going to| want to| hope to|'d like to| plan to)\b(?! have)|\b(?:i'm|we're) (?:off|going|thinking of|planning|hoping)\b|^thinking (?:of|i)|\btomorrow\b/,
    [
      'I hope it goes the way you want.',
      'I would like to hear how it goes.',
      'Let me know how it turns out.',
      'And what comes after that?',
    ],
  ],
  [
    /^(?:i|we)(?:'d)? (?:\w+ )?(?:think|feel|suppose|guess|reckon|believe|don't|know|wonder|wish|want|need|like|love|can't)\b|^it(?:'s(?! got)| is| feels?)\b|^(?:that's|that is|there's|there is|made me|makes (?:me|one)|maybe|i'm probably)\b|\bwould(?:n't)?(?: have|'ve)\b/,
    ['I see what you mean.', 'I can understand that.', 'I hear you.', 'What makes it so?'],
  ],
  [
    /^(?:he|she|they)(?:'s| is| are|'re| has|'ve| was| were|'d| had)\b|^(?:his|her|their) \w+(?:'s| is)\b/,
    ['I can picture {them}.', 'You tell it so that I can see {them}.', 'And how do you get on with {them}?'],
  ],
  [
    /^(?:i|we|me and \w+) (?:\w+ )?(?:went|saw|stood|sat|heard|felt|swam|rode|drove|turned|walked|met|cried|danced|sang|tried|flew|climbed|watched|stayed|slept|spent|had to|waited|ran|came|held|stopped|looked)\b/,
    ['What was that like?', 'I can picture that.', 'And what happened then?', 'I can see it before me.'],
  ],
  [/./, ['I can picture that.', 'I can see it before me.', 'There is a story in that.', 'And then?', 'I am with you.']],
];
const ANY_TURN = [
  'I can picture that.',
  'I like how you tell it.',
  'I am with you.',
  'How do you feel about it?',
  'Thank you for telling me.',
];

/** Lines for a turn that tells more, the most fitting first. */
export function turnLines(words: string): readonly string[] {
  const matter = words.replace(BEGINS, '');
  const [, fitting] = TURNS.find(([said]) => said.test(matter)) ?? [];
  return [...(fitting ?? []), ...ANY_TURN].map((line) => named(line, words));
}
