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

/** One story of talking and faults; faults may also strike between two words. */
class Story {
  readonly stage: Stage;
  readonly hosts: readonly HostDouble[];
  readonly #speaker: PlayingSpeaker;
  readonly #midSpeech: boolean[];
  #chosen = 0;
  spoken = 0;

  private constructor(stage: Stage, hosts: HostDouble[], midSpeech: readonly boolean[]) {
    this.stage = stage;
    this.hosts = hosts;
    this.#speaker = new PlayingSpeaker(stage);
    this.#midSpeech = [...midSpeech];
  }

  static async begin(midSpeech: readonly boolean[]): Promise<Story> {
    const first = new HostDouble({ id: 'first' });
    const second = new HostDouble({ id: 'second', times: { openMs: 400, transcriptMs: 300 } });
    const stage = await Stage.open({ model: first });
    await pass(stage, 300);
    return new Story(stage, [first, second], midSpeech);
  }

  async play(moves: readonly Move[]): Promise<void> {
    for (const one of moves) await this.#move(one);
    await this.#speaker.pass(40_000);
    await this.stage.close();
  }

  get #host(): HostDouble {
    return this.hosts[this.#chosen] as HostDouble;
  }

  async #move(move: Move): Promise<void> {
    const { engine } = this.stage.session;
    if (move.kind === 'speak') await this.#speak(move.words);
    else if (move.kind === 'wait') await this.#speaker.pass(move.ms);
    else if (move.kind === 'die') this.#host.die();
    else if (move.kind === 'sleep') engine.wake();
    else if (move.kind === 'go-away') this.#host.goAway(move.ms);
    else if (move.kind === 'refuse') this.#host.refusals.push(...Array.from({ length: move.times }, () => lineDied()));
    else {
      this.#chosen = 1 - this.#chosen;
      engine.use(this.#host);
    }
  }

  async #speak(words: number): Promise<void> {
    const { stage } = this;
    stage.session.talkKey('down');
    for (let word = 0; word < words; word += 1) {
      this.spoken += 1;
      await hear(stage, this.spoken, 8);
      if (this.#midSpeech.shift() === true) this.#host.die();
      await hear(stage, this.spoken, 4);
    }
    stage.session.talkKey('up');
    await hear(stage, 0, 8);
  }
}

describe('whatever happens to the line', () => {
  it('no word is lost, doubled or out of order, and no line is asked what a host would refuse', async () => {
    let turns = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(move, { minLength: 3, maxLength: 14 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        async (moves, midSpeech) => {
          const story = await Story.begin(midSpeech);
          await story.play(moves);
          const { stage, hosts, spoken } = story;
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
