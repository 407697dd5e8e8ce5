import { limitsIn } from '../asked/asked-chance.ts';
import { readNumberAt } from '../words/number-words.ts';
import { spokenWords } from '../words/spoken-words.ts';
import type { MeantReader } from './meant-arguments.ts';

/** "One to forty nine", "out of thirty", or nothing but that a number is wanted. */
export const readLimits: MeantReader = (utterance) => {
  const words = spokenWords(utterance).map(({ text }) => text);
  const said = limitsIn(words) ?? limitsIn(fromFirstNumber(words));
  if (said !== null) return { ...said };
  return /\b(?:number|pick|choose|draw|lucky)\b/.test(words.join(' ')) ? {} : null;
};

/** As if "from" had been said. */
function fromFirstNumber(words: readonly string[]): readonly string[] {
  const at = words.findIndex((_, place) => readNumberAt(words, place) !== null);
  return at < 0 ? [] : ['from', ...words.slice(at)];
}
