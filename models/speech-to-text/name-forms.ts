import { soundsOfWords } from '../names/sounds.ts';
import type { BiasedName } from './speech-to-text.ts';
import type { Tokenizer } from './tokenizer.ts';

/** One way to write a name for the recogniser, ready to be tried on audio. */
export interface NameForm {
  /** How it is to be written in the end. */
  readonly written: string;
  /** How the net would write what it hears: without accents, or as it sounds. */
  readonly spelling: string;
  readonly sounds: string;
  readonly tokens: readonly number[];
  /** Of a name that no card has, only common: it needs more to be believed. */
  readonly isCommon: boolean;
}

export function nameForms(tokenizer: Tokenizer, names: readonly BiasedName[], isCommon: boolean): NameForm[] {
  return names.flatMap(({ written, spellings }) =>
    [...new Set([withoutAccents(written), ...spellings])]
      .filter((spelling) => /\p{L}/u.test(spelling))
      .map((spelling) => ({ written, spelling, sounds: soundsOfWords(spelling), tokens: tokenizer.encode(spelling), isCommon })),
  );
}

/** The net knows few accents: it hears "Soren" and "Joao". */
function withoutAccents(name: string): string {
  return name
    .replaceAll('ø', 'o')
    .replaceAll('Ø', 'O')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}
