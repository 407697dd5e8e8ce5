import type { SpanRole, WordSpan } from './meaning-model.ts';

/** Goes on a span that the word before began. */
const GOES_ON = 'in-';

/**
 * The spans of a text, by the likeliest role of each of its words.
 * @param roles a chance for each name at each piece, row by row
 * @param names `none`, or a role, or `in-` and a role
 * @param begins the piece at which each word begins
 */
export function spansOf(roles: Float32Array, names: readonly string[], begins: readonly number[]): readonly WordSpan[] {
  const spans: WordSpan[] = [];
  let isOpen = false;
  for (const [word, piece] of begins.entries()) {
    const chances = roles.subarray(piece * names.length, (piece + 1) * names.length);
    const chance = Math.max(...chances);
    const name = names[chances.indexOf(chance)] ?? 'none';
    const last = spans.at(-1);
    const role = name.replace(GOES_ON, '') as SpanRole;
    if (name === 'none') isOpen = false;
    else if (name.startsWith(GOES_ON) && isOpen && last?.role === role) {
      spans[spans.length - 1] = { ...last, to: word + 1, chance: Math.min(last.chance, chance) };
    } else {
      spans.push({ role, from: word, to: word + 1, chance });
      isOpen = true;
    }
  }
  return spans;
}
