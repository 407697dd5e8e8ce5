import { z } from 'zod';
import { spellingAsked } from './asked/asked-words.ts';
import type { PhraseScore } from './phrase-matcher.ts';
import { toldBefore } from './request-within.ts';
import { defineSkill } from './skill.ts';
import { declined, sentenceCase } from './skill-sentences.ts';

const spell = defineSkill({
  name: 'spelling.spell',
  description: 'Spells a word or two aloud, letter by letter, as they are written.',
  example: 'How do you spell receipt?',
  parameters: z.strictObject({ word: z.string().max(60).describe('receipt') }),
  phrases: [
    'how (do|would|can|should) (you|i|we|one) spell [the word|the words] {word:spelled-word}',
    '(how is|how are) [the word|the words] {word:spelled-word} (spelled|spelt|written)',
    'what are the letters (in|of) [the word] {word:spelled-word}',
    'how (do|would) (you|i|we) write [the word] {word:spelled-word}',
    'which letters (are in|make|make up) [the word] {word:spelled-word}',
    'spell [out] [the word|the words] {word:spelled-word}',
    '(what is|give me) the spelling of [the word] {word:spelled-word}',
    'how to spell [the word] {word:spelled-word}',
    'how [on earth] (do|does|would) (you|i|we|one) (spell|write) {word:spelled-word}',
    '(what|which) letters are in [the word] {word:spelled-word}',
    'i never know how to (spell|write) {word:spelled-word} [letter by letter]',
    '[i never know|i can never remember|i forget|i forgot] how {word:spelled-word} is (spelled|spelt|written)',
    '[i can never remember|i forget|i forgot] how (you|i|we|one) (spell|write) {word:spelled-word}',
    '(what|which) letters (do i need|make|are there|go) (for|in|into|up) [the word] {word:spelled-word}',
    '(say|read|give me) [the letters of] [the word] {word:spelled-word} letter by letter',
    '(give|tell|read) me the letters (of|in|for) [the word] {word:spelled-word} [one (after another|by one|after the other)]',
    '(what is|tell me) the (right|correct|proper) (spelling|way to (spell|write)) [of|for] [the word] {word:spelled-word}',
  ],
  recognise: recogniseTold,
  recogniseWithin: spellingAsked,
  effect: 'none',
  run: ({ word }) => {
    const letters = [...word.normalize('NFC')].filter((letter) => /\p{L}/u.test(letter));
    if (letters.length === 0) return declined('I heard no word to spell.');
    const words = word.split(/[\s-]+/).map((one) => [...one.normalize('NFC')].filter((letter) => /\p{L}/u.test(letter)));
    const spoken = words.filter((one) => one.length > 0).map((one) => one.join(', ').toUpperCase());
    return { sentence: `${sentenceCase(word)} is spelled ${spoken.join(', then ')}.`, data: { word, letters } };
  },
});

export const spellingSkills = [spell];

/** "I always muck up the word definitely, so spell it out": the word was told before the question. */
const SPELL_IT =
  /(?:spell|write) (?:it|that|this|that one|the word|that word)(?: out)?|how (?:do|would|can|should|does|did) (?:you|i|we|one|anybody) (?:spell|write) (?:it|that|this)|how (?:is|was) (?:it|that|this) (?:even )?(?:spelled|spelt|written)|(?:give me|what are|say|read me|tell me) (?:the|its|all the) letters(?: of it| one by one)?|(?:what is|give me) the (?:right |correct )?spelling(?: of (?:it|that))?|how it is (?:spelled|spelt|written)/;
/** Where the word stands: after what names it, or what one cannot do with it; else the talk is no more than the word. */
const WORD_TOLD = [
  /\b(?:the|this|that) (?:words?|names?|town|place|street|surname) (?:called |is )?([\p{L}-]+)/u,
  /\b(?:muck(?:ing)? up|mess(?:ing)? up|mix(?:ing)? up|misspell|mistype|struggl\w+ with|trouble with|stuck on|trip(?:ped)? (?:up )?(?:on|over|by)|stumbl\w+ (?:on|over)|hopeless (?:with|at)) (?:the word )?([\p{L}-]+)/u,
  /\b(?:not|never|always|hardly|barely|how to|to|of|when|is|am|are|keep|hate|need to|trying to) (?:\w+ )?(?:spell|write|misspell|spelling|writing) (?:the word )?([\p{L}-]+)/u,
  /\b(?:get|getting|got) ([\p{L}-]+) (?:wrong|right|muddled|mixed up)\b/u,
  /\b(?:muddled|confused|wrong|mixed up|letters|double letters?|vowels) (?:in|of|for) (?:the word )?([\p{L}-]+)/u,
  /\b(?:called|named|says?|said) ([\p{L}-]+)$/u,
  /^(?:(?:so|um|uh|er|ok|okay|and|the word) )*([\p{L}-]+(?: [\p{L}-]+)?)$/u,
];
const POINTS =
  /^(?:it|that|this|them|the|a|an|my|your|his|her|well|anything|everything|things|words?|to|in|down|up|out|me|you|i|we|he|she|they)$/;
const TOLD_SCORE = 0.9;

function recogniseTold(utterance: string): PhraseScore | null {
  const told = toldBefore(utterance, SPELL_IT);
  if (told === null) return null;
  const text = told.map((word) => word.text).join(' ');
  const word = WORD_TOLD.map((where) => where.exec(text)?.[1]).find((one) => one !== undefined);
  if (word === undefined || word.split(' ').some((one) => POINTS.test(one))) return null;
  return {
    arguments: { word: told.find((one) => one.text === word) === undefined ? word : writtenAs(utterance, word) },
    score: TOLD_SCORE,
  };
}

function writtenAs(utterance: string, word: string): string {
  const at = utterance.toLowerCase().indexOf(word);
  return at < 0 ? word : utterance.slice(at, at + word.length);
}
