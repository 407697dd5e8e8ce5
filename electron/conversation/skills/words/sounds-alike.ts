import { doubleMetaphone } from 'double-metaphone';

/** Shorter words sound like too many others: "tea" is "to", "pie" is "by". */
const LEAST_LETTERS = 4;

/** Whether two words are heard as the same consonants: "coax" is "cokes", "laminate" is "lemonade" (Double Metaphone, Philips 2000). */
export function soundsAlike(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < LEAST_LETTERS) return false;
  const [code] = doubleMetaphone(one);
  return code.length > 1 && code === doubleMetaphone(other)[0];
}
