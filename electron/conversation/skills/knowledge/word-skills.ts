import { z } from 'zod';
import { defineSkill, type Skill, type SkillResult } from '../skill.ts';
import { declined, sentenceCase } from '../skill-sentences.ts';
import { joinSpoken } from '../words/duration-words.ts';
import { type Sense, sensesOf, WORDNET_SOURCE } from './wordnet.ts';

const WORD = '[the word] {word:dictionary-word}';
const MOST_WORDS = 3;
/** Longer ones are cut where a clause ends. */
const LONGEST_MEANING = 160;

const define = aboutWord({
  name: 'know.meaning',
  description: 'Tells what an English word means.',
  example: 'What does fragile mean?',
  phrases: [
    `what (does|do|would|did) ${WORD} mean`,
    `what ${WORD} means`,
    `(define|explain) ${WORD}`,
    `[(what is|give me|tell me|read me)] the (definition|meaning) (of|for) ${WORD}`,
    `what is meant by ${WORD}`,
    `give me a definition (of|for) ${WORD}`,
    `(look up|look) ${WORD} [up] in the dictionary`,
  ],
  answer: (word, [best]) => {
    const meaning = shortened(best?.meaning ?? '');
    return meaning === '' ? null : `${sentenceCase(word)} means ${meaning}.`;
  },
});

const synonyms = aboutWord({
  name: 'know.synonym',
  description: 'Tells other English words for a word.',
  example: 'What is another word for happy?',
  phrases: [
    `[(what is|what are|give me|tell me|find me|find|have you got|do you have|i need|is there)] [a|an|some|any|me] (other|another|different|similar|better) (word|words|term|terms|expression) (for|instead of|to|than) ${WORD}`,
    `[(what is|what are|give me|tell me|find me|find|have you got|do you have|i need|is there)] [a|an|some|any|the] (synonym|synonyms) (for|of|to) ${WORD}`,
    `what else can (i|you|one|we) say (for|instead of) ${WORD}`,
    `[(what is|give me|tell me)] another way (to say|of saying) ${WORD}`,
  ],
  answer: (word, all) => {
    const senses = all.map(({ words, similar }) => distinct([...words, ...similar], word));
    const others = (senses.find((words) => words.length > 0) ?? []).slice(0, MOST_WORDS);
    const [only] = others;
    if (only === undefined) return null;
    return others.length === 1 ? `Another word for ${word} is ${only}.` : `Other words for ${word} are ${joinSpoken(others)}.`;
  },
});

const opposite = aboutWord({
  name: 'know.opposite',
  description: 'Tells the opposite of an English word.',
  example: 'What is the opposite of generous?',
  phrases: [
    `[(what is|give me|tell me|name|do you know)] (the|an) (opposite|antonym|contrary) (of|to|for) ${WORD}`,
    `what is ${WORD} the opposite of`,
    `which word is [the] opposite (of|to) ${WORD}`,
  ],
  answer: (word, senses) => {
    const [first] = distinct(
      senses.flatMap(({ opposites }) => opposites),
      word,
    );
    return first === undefined ? null : `The opposite of ${word} is ${first}.`;
  },
});

export const wordSkills: readonly Skill[] = [define, synonyms, opposite];

/** @param skill.answer null = the dictionary has the word, but not this of it */
function aboutWord(
  skill: Pick<Skill, 'name' | 'description' | 'phrases'> & {
    readonly example: string;
    readonly answer: (word: string, senses: readonly Sense[]) => string | null;
  },
): Skill {
  const { answer, ...rest } = skill;
  return defineSkill({
    ...rest,
    parameters: z.strictObject({ word: z.string().max(60).describe('fragile') }),
    onlyOnThisComputer: true,
    effect: 'none',
    run: async ({ word: words }): Promise<SkillResult> => {
      const word = words.toLowerCase();
      const senses = await sensesOf(word);
      if (senses.length === 0) return declined(`I don't have "${word}" in my dictionary.`);
      const sentence = answer(word, senses);
      if (sentence === null) return declined(`My dictionary has the word ${word}, but nothing like that for it.`);
      return { sentence, data: { word, meanings: senses.slice(0, MOST_WORDS).map(({ meaning }) => meaning) }, sources: [WORDNET_SOURCE] };
    },
  });
}

function distinct(words: readonly string[], than: string): readonly string[] {
  return [...new Set(words)].filter((word) => word.toLowerCase() !== than);
}

/** One meaning for the ear: no signs, no second clause when it is long. */
function shortened(meaning: string): string {
  const plain = meaning
    .replaceAll(/\s*\([^)]*\)\s*/g, ' ')
    .replaceAll(/[`']{2}/g, '')
    .trim();
  const clauses = plain.split(/; /);
  // "Used of physical heat" says where a word stands, not what it is.
  const first = clauses.find((clause) => !/^(?:used|especially|usually|sometimes)\b/.test(clause)) ?? clauses[0] ?? '';
  return first.length <= LONGEST_MEANING ? first : first.slice(0, LONGEST_MEANING).replace(/[,\s]+\S*$/, '');
}
