import { describe, expect, it } from 'vitest';
import { FAULT_NAMES } from './faults/fault-kinds.ts';
import { EXPECTED, type StoryEnd, tellStory } from './faults/fault-story.ts';

/** Each story is five turns, each struck once. */
const STORIES = process.env['PARLEY_SOAK'] === undefined ? 120 : 2000;
/** The long form runs beside other work: a client that waits for the processor for seconds takes the network for dead. */
const AT_ONCE = process.env['PARLEY_SOAK'] === undefined ? 80 : 20;
/** After the return of the network. */
const LONGEST_BACK_MS = 8000;
/** Stories that went wrong once. */
const KNOWN_SEEDS: readonly number[] = [6, 24, 27, 55, 68, 73, 89, 93, 129, 142, 149, 150, 402, 408, 996, 1169, 1703];

/** Wrong ends by their seeds, so that each can be told again. */
const shown = (end: StoryEnd) => ({ ...end, backMs: [], wallBackMs: [], complaints: [] });

async function tellAll(seeds: readonly number[]): Promise<StoryEnd[]> {
  const ends: StoryEnd[] = [];
  const waiting = [...seeds];
  const next = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) ends.push(await tellStory(seed));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return ends;
}

/** Not told to its end in time, and right until there. */
const isUnfinished = ({ unanswered, kept }: StoryEnd) => unanswered !== null && kept.every((text, index) => text === EXPECTED[index]);
const isLate = ({ backMs }: StoryEnd) => backMs.some((ms) => ms > LONGEST_BACK_MS);

const isSame = (texts: readonly string[]) => texts.join() === EXPECTED.join();

/** What became of the user's turns, in one list or the other: what is kept, and what the last server knows. */
function counted(ends: readonly StoryEnd[]): string {
  const lists = ends.flatMap(({ kept, known }) => [kept, known]);
  const lost = lists.flatMap((list) => EXPECTED.filter((text) => !list.includes(text))).length;
  const doubled = lists.flatMap((list) => list.filter((text, index) => list.indexOf(text) !== index)).length;
  const inOrder = (list: readonly string[]) => EXPECTED.filter((text) => list.includes(text)).join();
  const reordered = lists.filter((list) => [...new Set(list)].filter((text) => EXPECTED.includes(text)).join() !== inOrder(list)).length;
  return `${lost} turns lost, ${doubled} doubled, ${reordered} stories reordered`;
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length * share)] ?? 0;

describe('a conversation over a bad network', () => {
  it('knows at least thirty kinds of trouble', () => {
    expect(FAULT_NAMES.length).toBeGreaterThanOrEqual(30);
  });

  it.each(KNOWN_SEEDS)('seed %i', async (seed) => {
    const { kept, known, unanswered } = await tellStory(seed);
    expect({ kept, known, unanswered }).toEqual({ kept: EXPECTED, known: EXPECTED, unanswered: null });
  });

  it.each(['gemini-live', 'xai'] as const)(
    '%s goes on under its own handle where that holds exactly what was said',
    async (dialect) => {
      const ends = await Promise.all(Array.from({ length: 40 }, (_, index) => tellStory(index + 1, dialect)));
      const wrong = ends.filter(({ kept, known }) => !isSame(kept) || !isSame(known));
      expect(wrong.map(shown)).toEqual([]);
      const resumed = ends.reduce((sum, { resumed }) => sum + resumed, 0);
      console.log(`${dialect}: ${resumed} lines went on under their handle`);
      // Grok's handle also holds what was asked last: it is good only where nothing was under way, which is seldom in these stories.
      if (dialect === 'gemini-live') expect(resumed).toBeGreaterThan(10);
    },
    120_000,
  );

  it(`loses, doubles and reorders no turn over ${STORIES * EXPECTED.length} faults`, async () => {
    const told = await tellAll(Array.from({ length: STORIES }, (_, index) => index + 1));
    // A busy machine may take too long over many at once: what was not finished is told again alone.
    const ends: StoryEnd[] = [];
    for (const end of told) ends.push(isUnfinished(end) ? await tellStory(end.seed) : end);
    for (const { seed, unanswered, faults } of told.filter(isUnfinished)) console.log(`seed ${seed}: ${unanswered}; ${faults.join(', ')}`);
    const wrong = ends.filter(({ kept, known }) => !isSame(kept) || !isSame(known));
    const figures = (ms: readonly number[]) =>
      `p50 ${Math.round(percentile(ms, 0.5))} ms, p95 ${Math.round(percentile(ms, 0.95))} ms, max ${Math.round(Math.max(...ms))} ms`;
    const back = ends.flatMap(({ backMs }) => backMs);
    const wallBack = ends.flatMap(({ wallBackMs }) => wallBackMs);
    console.log(`${ends.length * EXPECTED.length} faults, ${told.filter(isUnfinished).length} stories told again: ${counted(ends)}`);
    console.log(`${back.length} lost lines back after ${figures(back)}; with the time in which nothing here ran ${figures(wallBack)}`);
    expect(wrong.map(shown)).toEqual([]);
    // A machine that tells eighty stories at once is slower than a network: whoever was late is heard again alone.
    const late: StoryEnd[] = [];
    for (const { seed } of ends.filter(isLate)) late.push(await tellStory(seed));
    expect(late.filter(isLate).map(({ seed, faults, backMs }) => ({ seed, faults, backMs }))).toEqual([]);
  }, 3_600_000);
});
