import { z } from 'zod';
import type { Canvas } from '../../../ipc/canvas-schema.ts';
import { type PhraseScore, phraseMatcher } from '../phrase-matcher.ts';
import { defineSkill, type Skill, type SkillContext, type SkillResult, type Surroundings } from '../skill.ts';
import { declined } from '../skill-sentences.ts';
import { readScreenTalk } from './about-screen/read-screen-talk.ts';
import { screenTalk } from './about-screen/screen-talk.ts';
import { hasFreeRows } from './canvas-words.ts';
import { conditionIn } from './conditions.ts';

/** Above what phrases make of the changes together: "remove {Rome and sort by price}". */
const SCORE = 1.06;
const JOINED = /(?:,? and then|,? and also|,? then|,? and|,? but|,) (?:please |also |then |could you |can you )?/gi;
/** What came before is only named by it, not done: "I have the bacon and the cabbage in the trolley, mark them off". */
const ALL_NAMED_BEFORE =
  /\b(?:mark|tick|check|cross|strike|scratch|take) (?:them|both|those|these|both of them|the both of them) (?:off|out|down|done)\b/i;
const LONGEST = 200;
const MOST_CHANGES = 4;

/** What may be one of them. What takes any words for a name stands first, and only where it was asked for by its verb. */
const CHANGES = new Set(
  'add-here remove change move sort filter hide tick untick clear-done put-back add-column remove-column rename-column move-column'
    .split(' ')
    .map((name) => `canvas.${name}`),
);
const ADDS = /^(?:\w+ ){0,3}?(?:add|put|stick|pop|include|insert|write)\b/i;
/** These change what is there: it must be on the screen, or the words may be the name of a thing ("add move the car"). */
const OF_ROWS = /^canvas\.(?:remove|change|move|hide|tick|untick)$/;
const OF_COLUMNS = /^canvas\.(?:sort|remove-column|rename-column|move-column)$/;

interface Part {
  readonly skill: Skill;
  readonly match: PhraseScore['arguments'];
}

/** @param skills those that one sentence may ask for */
export function severalChanges(skills: readonly Skill[]): Skill {
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

  /** The words parted into changes, as many as there are; of two ways to part them the one with the shorter last one. */
  function parted(words: string, most: number, isOne: (words: string) => boolean): readonly string[] {
    if (most < 2) return [];
    const ways = [...words.matchAll(JOINED)].flatMap(({ index, 0: joint }) => {
      const [first, last] = [words.slice(0, index), words.slice(index + joint.length)];
      if (!isOne(last)) return [];
      const several = parted(first, most - 1, isOne);
      if (several.length > 0) return [[...several, last]];
      return isOne(first) ? [[first, last]] : [];
    });
    const count = Math.max(0, ...ways.map((way) => way.length));
    return ways.findLast((way) => way.length === count) ?? [];
  }

  async function done(words: string, context: SkillContext): Promise<SkillResult> {
    const part = partIn(words, { knows: () => false, canvas: () => context.canvas.current(), menu: () => null });
    return part === null ? declined(`I didn't get "${words}".`) : part.skill.run(part.match, { ...context, utterance: words });
  }

  return defineSkill({
    name: 'canvas.several-changes',
    description: 'Makes up to four changes of what is on the screen that were asked for in one sentence; each can be taken back by itself.',
    example: 'Add pears and take the apples off.',
    parameters: z.strictObject({ changes: z.string().min(1).max(LONGEST).describe('one a line: add pears, take the apples off') }),
    when: hasFreeRows,
    phrases: [],
    recognise: (utterance, surroundings) => {
      if (utterance.length > LONGEST || ALL_NAMED_BEFORE.test(utterance)) return null;
      // The same stretches are asked about again and again.
      const known = new Map<string, boolean>();
      const isOne = (words: string) => {
        const is = known.get(words) ?? isChange(words, surroundings);
        known.set(words, is);
        return is;
      };
      const changes = parted(utterance, MOST_CHANGES, isOne);
      return changes.length < 2 ? null : { arguments: { changes: changes.join('\n') }, score: SCORE };
    },
    effect: 'writes',
    run: async ({ changes }, context) => {
      const results: SkillResult[] = [];
      for (const words of changes.split('\n')) results.push(await done(words, context));
      const isRefused = results.some(({ data }) => 'error' in data);
      const sentences = results.map(({ sentence }) => sentence);
      return { sentence: isRefused ? sentences.join(' ') : joined(sentences), data: { changes: results.map(({ data }) => data) } };
    },
  });
}

/** "Pears are on the list, and apples are off the list." */
function joined(sentences: readonly string[]): string {
  const parts = sentences.map((sentence, at) => {
    const plain = sentence.replace(/\.$/, '');
    return at === 0 ? plain : plain.charAt(0).toLowerCase() + plain.slice(1);
  });
  return `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}.`;
}

function isOfTheScreen({ skill: { name }, match }: Part, words: string, canvas: Canvas): boolean {
  const text = screenTalk(words, canvas)?.text ?? '';
  if (OF_ROWS.test(name)) return /<\d/.test(text) || conditionIn(match['which'] ?? '', canvas) !== null;
  if (OF_COLUMNS.test(name)) return /<c\d/.test(text) || /\balphabetical|\b(?:cheap|expensive|old|young|high|low)\w*\b/i.test(words);
  return name !== 'canvas.add-here' || ADDS.test(words);
}
