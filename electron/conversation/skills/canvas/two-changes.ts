import { z } from 'zod';
import type { Canvas } from '../../../ipc/canvas-schema.ts';
import { type PhraseScore, phraseMatcher } from '../phrase-matcher.ts';
import { defineSkill, type Skill, type SkillContext, type SkillResult, type Surroundings } from '../skill.ts';
import { declined } from '../skill-sentences.ts';
import { readScreenTalk } from './about-screen/read-screen-talk.ts';
import { screenTalk } from './about-screen/screen-talk.ts';
import { hasFreeRows } from './canvas-words.ts';
import { conditionIn } from './conditions.ts';

/** Above what phrases make of both changes together: "remove {Rome and sort by price}". */
const SCORE = 1.06;
const JOINED = /(?:,? and then|,? and also|,? then|,? and|,? but|,) (?:please |also |then |could you |can you )?/gi;
const LONGEST = 200;

/** What may be one of two. What takes any words for a name stands first, and only where it was asked for by its verb. */
const CHANGES = new Set(
  'add-here remove change move sort filter tick untick clear-done put-back add-column remove-column'
    .split(' ')
    .map((name) => `canvas.${name}`),
);
const ADDS = /^(?:\w+ ){0,3}?(?:add|put|stick|pop|include|insert|write)\b/i;
/** These change what is there: it must be on the screen, or the words may be the name of a thing ("add move the car"). */
const OF_ROWS = /^canvas\.(?:remove|change|move|tick|untick)$/;
const OF_COLUMNS = /^canvas\.(?:sort|remove-column)$/;

interface Part {
  readonly skill: Skill;
  readonly match: PhraseScore['arguments'];
}

/** @param skills those that one sentence may ask for */
export function twoChanges(skills: readonly Skill[]): Skill {
  const readers = skills.filter(({ name }) => CHANGES.has(name)).map((skill) => ({ skill, matches: phraseMatcher(skill.phrases) }));

  function partIn(words: string, surroundings: Surroundings): Part | null {
    const phrased = readers.flatMap(({ skill, matches }) => {
      const found = skill.when?.(surroundings) === false ? null : (skill.recognise?.(words, surroundings) ?? matches(words));
      return found === null ? [] : [{ skill, match: found.arguments, score: found.score }];
    });
    const [best] = phrased.sort((left, right) => right.score - left.score);
    return best ?? partInTalk(words, surroundings);
  }

  function partInTalk(words: string, { canvas }: Surroundings): Part | null {
    const request = readScreenTalk(words, canvas());
    const skill = readers.find((reader) => reader.skill.name === request?.skill)?.skill;
    return request === null || skill === undefined ? null : { skill, match: request.arguments };
  }

  function isChange(words: string, surroundings: Surroundings): boolean {
    const [part, canvas] = [partIn(words, surroundings), surroundings.canvas()];
    return part !== null && canvas !== null && isOfTheScreen(part, words, canvas);
  }

  async function done(words: string, context: SkillContext): Promise<SkillResult> {
    const part = partIn(words, { knows: () => false, canvas: () => context.canvas.current(), menu: () => null });
    return part === null ? declined(`I didn't get "${words}".`) : part.skill.run(part.match, { ...context, utterance: words });
  }

  return defineSkill({
    name: 'canvas.two-changes',
    description: 'Makes two changes of what is on the screen that were asked for in one sentence; each can be taken back by itself.',
    example: 'Add pears and take the apples off.',
    parameters: z.strictObject({
      first: z.string().min(1).max(LONGEST).describe('add pears'),
      second: z.string().min(1).max(LONGEST).describe('take the apples off'),
    }),
    when: hasFreeRows,
    phrases: [],
    recognise: (utterance, surroundings) => {
      if (utterance.length > LONGEST) return null;
      for (const { index, 0: joint } of utterance.matchAll(JOINED)) {
        const [first, second] = [utterance.slice(0, index), utterance.slice(index + joint.length)];
        if (isChange(second, surroundings) && isChange(first, surroundings)) return { arguments: { first, second }, score: SCORE };
      }
      return null;
    },
    effect: 'writes',
    run: async ({ first, second }, context) => {
      const [one, other] = [await done(first, context), await done(second, context)];
      const sentence = `${one.sentence.replace(/\.$/, '')}, and ${other.sentence.charAt(0).toLowerCase()}${other.sentence.slice(1)}`;
      const isRefused = 'error' in one.data || 'error' in other.data;
      return { sentence: isRefused ? `${one.sentence} ${other.sentence}` : sentence, data: { first: one.data, second: other.data } };
    },
  });
}

function isOfTheScreen({ skill: { name }, match }: Part, words: string, canvas: Canvas): boolean {
  const text = screenTalk(words, canvas)?.text ?? '';
  if (OF_ROWS.test(name)) return /<\d/.test(text) || conditionIn(match['which'] ?? '', canvas) !== null;
  if (OF_COLUMNS.test(name)) return /<c\d/.test(text) || /\balphabetical|\b(?:cheap|expensive|old|young|high|low)\w*\b/i.test(words);
  return name !== 'canvas.add-here' || ADDS.test(words);
}
