import { doubleMetaphone } from 'double-metaphone';

/** Shorter words sound like too many others: "tea" is "to", "pie" is "by". */
const LEAST_LETTERS = 4;
/** Every turn asks for the same few hundred words; what a long run collects besides them is let go. */
const MOST_KEPT = 20_000;
const codes = new Map<string, string>();

/** Whether two words are heard as the same consonants: "coax" is "cokes", "laminate" is "lemonade" (Double Metaphone, Philips 2000). */
export function soundsAlike(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < LEAST_LETTERS) return false;
  const code = codeOf(one);
  return code.length > 1 && code === codeOf(other);
}

function codeOf(word: string): string {
  const kept = codes.get(word);
  if (kept !== undefined) return kept;
  if (codes.size >= MOST_KEPT) codes.clear();
  const [code] = doubleMetaphone(word);
  codes.set(word, code);
  return code;
}
