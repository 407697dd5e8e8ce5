import { describe, expect, it } from 'vitest';
import { FAULT_NAMES } from './faults/fault-kinds.ts';
import { EXPECTED, type StoryEnd, tellStory } from './faults/fault-story.ts';

/** Each story is five turns, each struck once. */
const STORIES = process.env['PARLEY_SOAK'] === undefined ? 200 : 2000;
const AT_ONCE = 80;
/** Stories that went wrong once. */
const KNOWN_SEEDS: readonly number[] = [6, 24, 27, 55, 68, 73, 89, 93, 129, 142, 149, 150];

/** Wrong ends by their seeds, so that each can be told again. */
const shown = (end: StoryEnd) => ({ ...end, backMs: [], complaints: [] });

async function tellAll(seeds: readonly number[]): Promise<StoryEnd[]> {
  const ends: StoryEnd[] = [];
  const waiting = [...seeds];
  const next = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) ends.push(await tellStory(seed));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return ends;
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

  it(`loses, doubles and reorders no turn over ${STORIES * EXPECTED.length} faults`, async () => {
    const ends = await tellAll(Array.from({ length: STORIES }, (_, index) => index + 1));
    const wrong = ends.filter(({ kept, known }) => kept.join() !== EXPECTED.join() || known.join() !== EXPECTED.join());
    const back = ends.flatMap(({ backMs }) => backMs);
    console.log(
      `${ends.length * EXPECTED.length} faults; back after p50 ${Math.round(percentile(back, 0.5))} ms, p95 ${Math.round(percentile(back, 0.95))} ms, max ${Math.round(Math.max(...back))} ms`,
    );
    expect(wrong.map(shown)).toEqual([]);
  }, 3_600_000);
});
