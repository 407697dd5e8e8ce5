import { named } from './named.ts';

const BEGINS =
  /^(?:(?:and|but|so|well|anyway|still|then|honestly|actually|yeah|yes|no|oh|mostly|in the end|at least|to be fair|you're right|you are right|fair enough|true|okay|ok|right|fine|alright|all right|stuff it|sod it|screw it|i know) )+/;

/** What a turn of a talk is, by how it is put, and what fits each such turn, be it good, bad or funny. The first that fits counts. */
const TURNS: readonly (readonly [said: RegExp, lines: readonly string[]])[] = [
  [
    /^(?!.*\bnot (?:even )?going\b)(?:maybe |perhaps |tomorrow |next \w+ |i (?:think|suppose|guess|reckon) )?(?:i|we)(?:'ll| will| might| may|(?:'d| had) better|'d best| should| ought to|'m going to|'re going to| am going to| want to| hope to|'d like to| plan to|'m off|'re off|'m going|'re going|'m thinking of|'re thinking of|'m hoping|'re hoping)\b(?! have)|^thinking (?:of|i)\b/,
    ['I would like to hear how it goes.', 'Let me know how it turns out.', 'And what comes after that?'],
  ],
  [
    /^(?:i|we)(?:'d)? (?:\w+ )?(?:think|feel|suppose|guess|reckon|believe|don't|know|wonder|wish|want|need|like|love|can't)\b|^it(?:'s(?! got)| is| feels?)\b|^(?:made me|makes (?:me|one)|maybe|i'm probably)\b|\bwould(?:n't)?(?: have|'ve)\b/,
    ['I see what you mean.', 'I can understand that.', 'I hear you.', 'What makes it so?'],
  ],
  [/^(?:that's|that is|never mind|anyway)\b/, ['I hear you.', 'I see what you mean.', 'Thank you for telling me.']],
  [/^(?:\S+ ){1,4}(?:it|that|this|him|them)$/, ['I can understand that.', 'I hear you.', 'Thank you for telling me.']],
  [
    /^(?:he|she|they)(?:'s| is| are|'re| has|'ve| was| were|'d| had)\b|^(?:his|her|their) \w+(?:'s| is)\b/,
    ['I can picture {them}.', 'You tell it so that I can see {them}.', 'And how do you get on with {them}?'],
  ],
  [
    /^(?:i|we|me and \w+) (?:\w+ )?(?:went|saw|stood|sat|heard|felt|swam|rode|drove|turned|walked|met|cried|danced|sang|tried|flew|climbed|watched|stayed|slept|spent|had to|waited|ran|came|held|stopped|looked)\b/,
    ['What was that like?', 'And what happened then?'],
  ],
  [/\bi (?:didn't|haven't|don't|won't|can't) (?:tell|told|say|said|mention)\b/, ['I hear you.', 'It is safe with me.']],
  [
    /^(?:they|he|she|people|everybody|everyone|my \w+) (?:say|says|said|told|tell|tells|think|thinks)\b/,
    ['I hear you.', 'And what do you think yourself?'],
  ],
  [/./, ['Go on, I am listening.', 'Tell me a little more.', 'Thank you for telling me.', 'I hear you.']],
];
const ANY_TURN = ['I am listening.', 'How do you feel about it?', 'Thank you for telling me.', 'I am with you.'];

/** Lines for a turn that tells more, the most fitting first. */
export function turnLines(words: string): readonly string[] {
  const matter = words.replace(BEGINS, '');
  const [, fitting] = TURNS.find(([said]) => said.test(matter)) ?? [];
  return [...(fitting ?? []), ...ANY_TURN].map((line) => named(line, words));
}
