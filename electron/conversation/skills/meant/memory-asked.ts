import { requestsWithin } from '../request-within.ts';
import { spokenWords } from '../words/spoken-words.ts';
import type { MeantReader } from './meant-arguments.ts';

const WHO = [/\b(?:she|he|they)\b/iu, /\b(?:it|that)\b/iu];
/** Somebody or something told of before the question. */
const TOLD_OF = /\b(?:(?:the|my|our|that) \p{L}+(?: \p{L}+)?|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*)/gu;
const MOST_TRIED = 40;
/** Long enough to be what a fact is about; memory knows which words say nothing. */
const OF_A_FACT = /^\p{L}{3,}$/u;
/** What is to be forgotten, or is no longer so, is not told aloud. */
const LOSES = /\b(?:forget|wipe|delete|erase|scrub|scrap|no longer|changed|out of date|old one)\b/i;

/**
 * The question that memory can answer, among those that the words may ask: the whole, a part, a part with a name for "she", what
 * the thing told of is. Memory says nothing that it was not told, so to try is harmless.
 */
export const readMemoryAsked: MeantReader = (utterance, { knows }, isSure) => {
  if (LOSES.test(utterance)) return null;
  const parts = [utterance, ...requestsWithin(utterance)];
  const toldOf = [...utterance.matchAll(TOLD_OF)].map(([thing]) => thing);
  const mine = toldOf.map((thing) => thing.replace(/^(?:the|that) /, 'my '));
  const things = [...new Set([...toldOf, ...mine].flatMap((thing) => [thing, thing.split(' ').slice(0, 2).join(' ')]))];
  const named = WHO.flatMap((who) =>
    things.flatMap((thing) => parts.filter((part) => who.test(part)).map((part) => part.replace(who, thing))),
  );
  const plain = things.flatMap((thing) => [`what is ${thing}`, `where is ${thing}`, `when is ${thing}`, `who is ${thing}`]);
  // Surely asked of memory: whatever it holds of one of the words.
  const bare = isSure ? spokenWords(utterance).flatMap(({ text }) => (OF_A_FACT.test(text) ? [`what about ${text}`] : [])) : [];
  const question = [...[...parts, ...named, ...plain].slice(0, MOST_TRIED), ...bare].find((one) => knows(one));
  return question === undefined ? null : { question };
};
