import { LONGEST_NAME } from '../../electron/ipc/memory-schema.ts';

/** Control, formatting and bidirectional characters: they show nothing and hide everything. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** Joiners belong to Persian and Indic names and to emoji. */
const JOINERS = /[\u200c\u200d]/g;

export type NameProblem = 'empty' | 'too-long' | 'invisible';

/** Why a name cannot be kept as it is written, before anybody is asked. */
export function nameProblem(written: string): NameProblem | null {
  if (written.trim() === '') return 'empty';
  const visible = written.replaceAll(/\s+/g, ' ').replaceAll(INVISIBLE, '').trim();
  if (visible === '') return 'invisible';
  return nameLength(written) > LONGEST_NAME ? 'too-long' : null;
}

/** Characters as they are counted for the limit. */
export function nameLength(written: string): number {
  return [...written.trim()].length;
}

/** True when something in it shows nothing and will be left out. */
export function hidesSomething(written: string): boolean {
  const plain = written.replaceAll(/\s/g, '').replaceAll(JOINERS, '');
  return plain.replaceAll(INVISIBLE, '') !== plain;
}
