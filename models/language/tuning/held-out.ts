import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from './small-talk-lines.ts';

/** Words that say nothing about what is meant. */
const EMPTY_WORDS = new Set("the a an is of to in please what what's my i i'm do does you me it for on and at".split(' '));
/** More shared words than this make a near copy. */
const NEAR_COPY = 0.7;

/** Tells whether a training sentence is a near copy of one that is measured on: by the words they share. */
export function nearCopies(folder: string): (said: string) => boolean {
  const held = readdirSync(folder)
    .flatMap((file) => linesOf(join(folder, file)).map((line) => heldSentence(file, line)))
    .map(wordsOf)
    .filter((words) => words.size > 0);
  return (said) => {
    const words = wordsOf(said);
    return held.some((other) => overlap(words, other) >= NEAR_COPY);
  };
}

/** What is said in a line: the second column of given facts, else the first. */
function heldSentence(file: string, line: string): string {
  return line.split(' | ')[file === 'given-facts.txt' ? 1 : 0] ?? '';
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).filter((word) => !EMPTY_WORDS.has(word)));
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared === 0 ? 0 : shared / (one.size + other.size - shared);
}
