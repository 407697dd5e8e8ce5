import { readFileSync } from 'node:fs';
import type { Correction } from '../../../../electron/conversation/memory/corrections/correction.ts';

/** The lines of a text file beside the tests, without remarks. */
export function linesOf(file: string): readonly string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** "utterance => me Igor not Ivan + sister Ana", cut in two. */
export function phrasingsOf(file: string): readonly (readonly [utterance: string, expected: string])[] {
  return linesOf(file).flatMap((line) => {
    const [utterance, expected] = line.split(' => ');
    return utterance === undefined || expected === undefined ? [] : [[utterance, expected] as const];
  });
}

/** Corrections as the text files write them; "none" for none. */
export function asLine(corrections: readonly Correction[]): string {
  return corrections.length === 0 ? 'none' : corrections.map(one).join(' + ');
}

function one(correction: Correction): string {
  if (correction.kind === 'pronunciation') return `said ${correction.respelling}${ofName(correction.of)}`;
  if (correction.kind === 'spelling') return `spelling ${correction.written}${ofName(correction.of)}`;
  const owner = correction.kind === 'person' ? correction.relation : correction.kind === 'word' ? 'word' : 'me';
  return `${owner} ${correction.written}${correction.not.map((form) => ` not ${form}`).join('')}`;
}

function ofName(of: string | null): string {
  return of === null ? '' : ` of ${of}`;
}
