import { z } from 'zod';
import { meaningAsked, oppositeAsked, synonymAsked } from '../asked/asked-words.ts';
import type { PhraseScore } from '../phrase-matcher.ts';
import { toldBefore } from '../request-within.ts';
import { defineSkill, type Skill, type SkillResult } from '../skill.ts';
import { declined, sentenceCase } from '../skill-sentences.ts';
import { joinSpoken } from '../words/duration-words.ts';
import { type Sense, sensesOf, WORDNET_SOURCE } from './wordnet.ts';

const WORD = '[the word] {word:dictionary-word}';
const MOST_WORDS = 3;
/** Two meanings are told where they are no longer than one breath: "tenacious" is also of a memory. */
const MOST_OF_TWO = 80;
const OTHER = '(?:other|another|different|better|nicer|fancier|stronger|simpler|posher|softer)';
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
    `(define|explain) [to me|for me] ${WORD} [to me|for me]`,
    `explain [to me] (what|the meaning of) ${WORD} [means]`,
    `what (does it mean|is it|do you mean) (to be|when (someone|somebody|something) is) ${WORD}`,
    `give me a definition (of|for) ${WORD}`,
    `(look up|look) ${WORD} [up] in the dictionary`,
  ],
  asked:
    /what (?:does|did|do|would|might|could) (?:it|that|this|they|he|she|the word|that word)(?: \w+)? mean|what (?:it|that|this|the word) (?:means|meant|is supposed to mean)|what (?:is|was) (?:the|its) (?:meaning|definition)(?: of (?:it|that|this))?|(?:define|explain) (?:it|that|this)(?: word)?(?: to me)?/,
  within: meaningAsked,
  answer: (word, [best, second]) => {
    const [meaning, other] = [shortened(best?.meaning ?? ''), shortened(second?.meaning ?? '')];
    const isShort = other !== '' && other !== meaning && meaning.length + other.length <= MOST_OF_TWO;
    return meaning === '' ? null : `${sentenceCase(word)} means ${meaning}${isShort ? `, or ${other}` : ''}.`;
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
  asked: new RegExp(
    `(?:(?:find|give|tell|get|suggest|think of|i need|i want|have you got|do you have|do you know|is there|are there|what is|what are|what would be|got|know) )?(?:me |us )?(?:a |an |some |any |me a |me an |me some )?(?:few )?${OTHER} (?:words?|terms?|ones?|expressions?|adjectives?|verbs?)(?: (?:for|instead of|than|to) (?:it|that|this))?|(?:a |any |some )?synonyms?(?: for (?:it|that|this))?|what else (?:can|could|might|should) (?:i|you|one|we) (?:say|use|write|put|call it)(?: instead)?|(?:something|anything) (?:better|else|different|nicer) (?:to (?:say|use|write)|instead)`,
  ),
  within: synonymAsked,
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
  asked:
    /(?:what (?:is|would be) |give me |tell me |name |i need )?(?:the|its|an) (?:opposite|antonym|contrary)(?: (?:of|to) (?:it|that|this))?|what is (?:it|that|this) the opposite of/,
  within: oppositeAsked,
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
    /** How it is asked for when the word was told before. */
    readonly asked: RegExp;
    /** The same by what is asked and the word, in any order. */
    readonly within: (utterance: string) => PhraseScore | null;
    readonly answer: (word: string, senses: readonly Sense[]) => string | null;
  },
): Skill {
  const { answer, asked, within, ...rest } = skill;
  return defineSkill({
    ...rest,
    parameters: z.strictObject({ word: z.string().max(60).describe('fragile') }),
    onlyOnThisComputer: true,
    recogniseWithin: (utterance) => {
      const word = wordTold(utterance, asked);
      return word === null ? within(utterance) : { arguments: { word }, score: WITHIN };
    },
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

/** Above what phrases may find in parts, which leaves the word out. */
const WITHIN = 0.45;
/** Where a word stands that is asked about after: "the word ephemeral", "somebody called me stubborn", "angry is such a dull word". */
const WORD_TOLD = [
  /\b(?:the|this|that) (?:words?|term|expression) (?:is |called )?([a-z-]+)/,
  /\b(?:call|called|calls|calling) (?:me|him|her|it|us|them|my \w+|that|this|something|somebody|someone) (?:a |an |so |very |rather |too )?([a-z-]+)/,
  /\b(?:wrote|written|writing|used|using|use|typed|put|say|saying|said|repeated|repeating) ([a-z-]+) (?:too (?:often|much|many times)|so (?:often|much|many times)|again|\w+ times|all the time|everywhere|over and over|in every|already)\b/,
  /\b([a-z-]+) (?:is|sounds|feels|seems) (?:such |rather |so |too |a bit |kind of |just |not |very )*(?:a |an |the )?(?:\w+ ){0,2}(?:word|dull|boring|plain|weak|bland|overused|tired|vague|flat|strong|repetitive|right word)\b/,
  /\b(?:sick of|tired of|bored of|bored with|fed up with|instead of|rather than|reads?|says?) ([a-z-]+)$/,
  /^([a-z-]+)$/,
];
const NO_WORD =
  /^(?:it|that|this|them|the|a|an|my|your|his|her|our|their|me|you|i|we|he|she|they|is|am|are|was|so|very|too|to|of|in|on|for|and|or|but|what|which|who|something|anything|nothing|everything|name|names|yes|no|well|okay|ok|hello|hi|words?|there|here|not|one|up|down|out)$/;

function wordTold(utterance: string, asked: RegExp): string | null {
  const told = toldBefore(utterance, asked);
  if (told === null) return null;
  const text = told.map((word) => word.text).join(' ');
  const found = WORD_TOLD.map((where) => where.exec(text)?.[1]).find((word) => word !== undefined && !NO_WORD.test(word));
  return found ?? null;
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
