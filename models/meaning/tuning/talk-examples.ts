import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../language/tuning/random.ts';
import { MOST_EARLIER, plainWords } from '../../speech-to-speech/on-device/skill-choice.ts';

/** Something said in a talk, with what was said before it in the same talk. */
export interface TalkExample {
  /** Plain words; turns before them in front, each ended by `|`. */
  readonly words: string;
  /** Null where it is talk of whatever kind. */
  readonly kind: string | null;
  /** As it stands in `asked/turns.txt`. */
  readonly line?: string;
}

interface Turn {
  readonly kind: string;
  readonly words: string;
}

/** What is of a kind by itself stays of it, whatever was said before: so many of the lone lines are learned after something else, too. */
const AFTER_SOMETHING_ELSE = 0.35;
/** They go on with what was said before, whatever that was. */
const GOES_ON = /^(?:goes-on-.*|story-.*|yes|no|dont-know|reaction|short-answer|joke-.*|turned-out-well|hopeful|other)$/;

/**
 * Turns of talks with their kinds: lone lines (`asked/turns.txt`), also after turns of other talks and after requests; and talks as
 * they went (`asked/talks.txt`), each turn with those before it. By themselves later turns are talk and no more; where no kind fits,
 * they may have asked for something.
 * @param requests what may have been said before, too
 */
export function talkExamples(random: Random, requests: readonly string[]): readonly TalkExample[] {
  const lone = linesOf('turns.txt').map((line) => ({ ...turnOf(line), line }));
  const talks = talksOf('talks.txt');
  const others = talks.map(([first]) => first?.words ?? '').concat(requests);
  const after = lone.filter(({ kind }) => !GOES_ON.test(kind) && random.chance(AFTER_SOMETHING_ELSE));
  return [
    ...lone,
    ...after.map((turn) => ({ ...turn, words: `${plainWords(random.pick(others))}|${turn.words}` })),
    ...talks.flatMap((talk) => talk.map(({ kind, words }, at) => ({ kind, words: [...before(talk, at), words].join('|') }))),
    ...talks.flatMap(([, ...later]) => later.filter(({ kind }) => kind !== 'other').map(({ words }) => ({ kind: null, words }))),
  ];
}

/** @returns what puts words behind something that was told: a real question stays one, whatever was talked of before it */
export function afterTalk(random: Random): (words: string) => string {
  const talks = talksOf('talks.txt').filter(({ length }) => length > 1);
  return (words) => {
    const talk = random.pick(talks);
    return [...before(talk, random.whole(1, Math.min(talk.length, MOST_EARLIER))), words].join('|');
  };
}

function before(talk: readonly Turn[], at: number): readonly string[] {
  return talk.slice(Math.max(0, at - MOST_EARLIER), at).map(({ words }) => words);
}

function talksOf(file: string): readonly (readonly Turn[])[] {
  const blocks = read(file).split(/\n\s*\n/);
  return blocks.map((block) => block.split('\n').filter(isLine).map(turnOf)).filter((talk) => talk.length > 0);
}

function turnOf(line: string): Turn {
  const [, kind, said] = /^([\w-]+): (.+)$/.exec(line) ?? [];
  if (kind === undefined || said === undefined) throw new SyntaxError(`This is no turn of a talk: ${line}`);
  return { kind, words: plainWords(said) };
}

function linesOf(file: string): readonly string[] {
  return read(file).split('\n').filter(isLine);
}

function isLine(line: string): boolean {
  return line !== '' && !line.startsWith('#');
}

function read(file: string): string {
  return readFileSync(join(import.meta.dirname, 'asked', file), 'utf8');
}
