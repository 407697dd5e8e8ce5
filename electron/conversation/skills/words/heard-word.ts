import { soundsAlike } from './sounds-alike.ts';

/** Words that turn a meaning round are never taken for others, nor others for them. */
const NEVER = new Set(
  'not no never none nobody nothing without off on all but or and the that this what who how when where why'.split(' '),
);
const LEAST_LETTERS = 5;
const MOST_KEPT = 50_000;
const known = new Map<string, boolean>();

/** Whether a recogniser may have written one word for the other: "pleas" for "please", "cubes" for "cubed", "minuet" for "minute". */
export function mayBeHeardFor(written: string, meant: string): boolean {
  if (Math.min(written.length, meant.length) < LEAST_LETTERS || written[0] !== meant[0]) return false;
  const key = `${written} ${meant}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST_KEPT) known.clear();
  const may = !NEVER.has(written) && !NEVER.has(meant) && (soundsAlike(written, meant) || differInEnding(written, meant));
  known.set(key, may);
  return may;
}

/** "spell" and "spelt", "cancel" and "cancels": the last letter is what is heard least. */
function differInEnding(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const common = short.slice(0, -1);
  return short.length >= LEAST_LETTERS && long.length - short.length <= 1 && long.startsWith(common);
}
