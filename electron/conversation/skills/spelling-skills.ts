import { z } from 'zod';
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
  ],
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
