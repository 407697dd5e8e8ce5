import type { Canvas } from '../../../ipc/canvas-schema.ts';

/** Each is looked for in every misheard sentence. */
const MOST_WORDS = 60;
/** Longer cells are sentences, and said in other words. */
const LONGEST = 40;
/** What is done with what is shown, by the words that are soonest taken for others. */
const ACTIONS = ['tick', 'untick', 'undo', 'row', 'column', 'total', 'add up', 'sort'];

/** What somebody who looks at the screen may say, in lower case: rows and columns before other cells; nothing where nothing is shown. */
export function shownWords(canvas: Canvas | null): readonly string[] {
  if (canvas === null || canvas.rows.length + canvas.columns.length === 0) return [];
  const named = [...canvas.columns.map(({ name }) => name), ...canvas.rows.map(({ cells }) => cells[0] ?? '')];
  const others = canvas.rows.flatMap(({ cells }) => cells.slice(1));
  const words = [...ACTIONS, ...named, ...others]
    .map((each) => each.trim().toLowerCase())
    .filter((each) => /\p{L}/u.test(each) && each.length <= LONGEST);
  return [...new Set(words)].slice(0, MOST_WORDS);
}
