import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HostDouble, lineDied } from './host-double.ts';
import { Stage } from './stage.ts';
import { hear, PlayingSpeaker, pass } from './talking.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

type Move =
  | { readonly kind: 'speak'; readonly words: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'die' | 'sleep' }
  | { readonly kind: 'go-away'; readonly ms: number }
  | { readonly kind: 'refuse'; readonly times: number }
  | { readonly kind: 'swap' };

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('speak' as const), words: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 20, max: 4000 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('die' as const, 'sleep' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('go-away' as const), ms: fc.nat(60_000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refuse' as const), times: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'swap' as const }) },
);

/** Plays one story of talking and faults. Faults may also strike between two words. */
async function play(moves: readonly Move[], midSpeech: readonly boolean[]): Promise<{ stage: Stage; hosts: HostDouble[]; spoken: number }> {
  const hosts = [new HostDouble({ id: 'first' }), new HostDouble({ id: 'second', times: { openMs: 400, transcriptMs: 300 } })];
  const [first, second] = hosts as [HostDouble, HostDouble];
  const stage = await Stage.open({ model: first });
  const speaker = new PlayingSpeaker(stage);
  await pass(stage, 300);
  let spoken = 0;
  let faults = 0;
  let chosen = first;
  for (const one of moves) {
    if (one.kind === 'speak') {
      stage.session.talkKey('down');
      for (let word = 0; word < one.words; word += 1) {
        spoken += 1;
        await hear(stage, spoken, 8);
        if (midSpeech[faults++] === true) chosen.die();
        await hear(stage, spoken, 4);
      }
      stage.session.talkKey('up');
      await hear(stage, 0, 8);
    } else if (one.kind === 'wait') await speaker.pass(one.ms);
    else if (one.kind === 'die') chosen.die();
    else if (one.kind === 'sleep') stage.session.engine.wake();
    else if (one.kind === 'go-away') chosen.goAway(one.ms);
    else if (one.kind === 'refuse') chosen.refusals.push(...Array.from({ length: one.times }, () => lineDied()));
    else {
      chosen = chosen === first ? second : first;
      stage.session.engine.use(chosen);
    }
  }
  await speaker.pass(40_000);
  return { stage, hosts, spoken };
}

describe('whatever happens to the line', () => {
  it('no word is lost, doubled or out of order, and every line is told exactly what the store holds', async () => {
    let turns = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(move, { minLength: 3, maxLength: 14 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        async (moves, midSpeech) => {
          const { stage, hosts, spoken } = await play(moves, midSpeech);
          const said = stage.store.turns.filter(({ role }) => role === 'user').flatMap(({ text }) => text.match(/\d+/g) ?? []);
          await stage.close();
          const gaveUp = stage.notices.some(({ message }) => message.includes('three times in a row'));
          turns += stage.store.turns.length;
          expect(hosts.flatMap(({ complaints }) => complaints)).toEqual([]);
          const expected = Array.from({ length: spoken }, (_, index) => String(index + 1));
          if (gaveUp) expect(said).toEqual(expected.filter((word) => said.includes(word)));
          else expect(said).toEqual(expected);
          expect(stage.scope.openCount).toBe(0);
        },
      ),
      { numRuns: 150, seed: 20261128 },
    );
    expect(turns).toBeGreaterThan(300);
  }, 240_000);
});
