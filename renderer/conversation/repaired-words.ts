/** A stretch of the shown words; `heard` is what stood there before a name was put right, null where nothing changed. */
export interface WordStretch {
  readonly text: string;
  readonly heard: string | null;
}

/** Longer turns are shown as they are: comparing takes the product of both lengths. */
const MOST_WORDS = 1000;

/**
 * What was put right in the user's words: the longest common run of words stays (Hunt and McIlroy, 1976), the rest was
 * heard otherwise. The texts of the stretches make up the shown words again, whatever they are.
 */
export function repairedStretches(shown: string, heard: string | null): readonly WordStretch[] {
  if (heard === null || heard === shown) return [{ text: shown, heard: null }];
  const [after, before] = [shown.split(/(?<=\s)(?=\S)/), heard.split(/(?<=\s)(?=\S)/)];
  if (after.length > MOST_WORDS || before.length > MOST_WORDS) return [{ text: shown, heard: null }];
  const stretches: WordStretch[] = [];
  let [wrote, stood] = ['', ''];
  for (const { word, of } of stepsBetween(after, before)) {
    if (of === 'shown') wrote += word;
    if (of === 'heard') stood += word;
    if (of !== 'both') continue;
    stretches.push(...changed(wrote, stood), { text: word, heard: null });
    [wrote, stood] = ['', ''];
  }
  return joined([...stretches, ...changed(wrote, stood)]);
}

interface Step {
  readonly word: string;
  readonly of: 'shown' | 'heard' | 'both';
}

function stepsBetween(after: readonly string[], before: readonly string[]): readonly Step[] {
  const common = commonLengths(after, before);
  const steps: Step[] = [];
  let [here, there] = [0, 0];
  while (here < after.length || there < before.length) {
    const [word, old] = [after[here], before[there]];
    if (isSame(word, old)) {
      steps.push({ word: word ?? '', of: 'both' });
      here++;
      there++;
    } else if (old === undefined || (word !== undefined && at(common, here + 1, there) >= at(common, here, there + 1))) {
      steps.push({ word: word ?? '', of: 'shown' });
      here++;
    } else {
      steps.push({ word: old, of: 'heard' });
      there++;
    }
  }
  return steps;
}

/** Space and marks behind a changed word belong to what follows: "Ivan." was heard for "Igor.", but Ivan for Igor. */
function changed(wrote: string, stood: string): readonly WordStretch[] {
  const word = wrote.replace(/[\s.,!?;:]+$/, '');
  const rest = { text: wrote.slice(word.length), heard: null };
  return word === '' ? [rest] : [{ text: word, heard: stood.trim().replace(/[\s.,!?;:]+$/, '') }, rest];
}

function joined(stretches: readonly WordStretch[]): readonly WordStretch[] {
  const result: WordStretch[] = [];
  for (const stretch of stretches.filter(({ text }) => text !== '')) {
    const last = result.at(-1);
    if (last?.heard === null && stretch.heard === null) result[result.length - 1] = { text: last.text + stretch.text, heard: null };
    else result.push(stretch);
  }
  return result;
}

function isSame(word: string | undefined, other: string | undefined): boolean {
  return word !== undefined && other !== undefined && word.trim() === other.trim();
}

/** `at(result, i, j)`: how many words `after` from i and `before` from j have in common, in order. */
function commonLengths(after: readonly string[], before: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: after.length + 1 }, () => new Array<number>(before.length + 1).fill(0));
  for (let here = after.length - 1; here >= 0; here--) {
    const row = table[here] ?? [];
    for (let there = before.length - 1; there >= 0; there--) {
      row[there] = isSame(after[here], before[there])
        ? at(table, here + 1, there + 1) + 1
        : Math.max(at(table, here + 1, there), at(table, here, there + 1));
    }
  }
  return table;
}

function at(table: readonly (readonly number[])[], here: number, there: number): number {
  return table[here]?.[there] ?? 0;
}
