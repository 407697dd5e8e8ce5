import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Random, seeded } from './faults/fault-kinds.ts';
import { HostDouble } from './host-double.ts';
import { Stage } from './stage.ts';
import { hear, PlayingSpeaker, pass } from './talking.ts';

const MINUTE_MS = 60_000;
/** Nothing happens for so long that time may be passed in big steps. */
const BIG_STEP_MS = 5000;
/** Of each kind; a thousand in all where there is time. */
const ROLL_OVERS = process.env['PARLEY_SOAK'] === '1' ? 200 : 40;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** Somebody talks through one line after the other, just when it is about to end. */
class LongTalk {
  readonly host: HostDouble;
  readonly stage: Stage;
  readonly speaker: PlayingSpeaker;
  readonly random: Random;
  spoken = 0;
  /** The host may end a line in the middle of what it says. */
  cutsReplies = false;

  private constructor(host: HostDouble, stage: Stage, random: Random) {
    this.host = host;
    this.stage = stage;
    this.random = random;
    this.speaker = new PlayingSpeaker(stage);
  }

  static async begin(minutes: number, random: Random): Promise<LongTalk> {
    // Replies last from half a second to several, as the host makes them a little faster than they are heard.
    const times = { wordMs: 60 + random() * 35, openMs: 100 + random() * 900, transcriptMs: 50 + random() * 300 };
    const host = new HostDouble({ sessionCapMs: minutes * MINUTE_MS, endsItself: true, givesHandles: random() < 0.5, times });
    const stage = await Stage.open({ model: host });
    await pass(stage, host.times.openMs + 100);
    return new LongTalk(host, stage, random);
  }

  /** Talks and is answered until there is another line than now. */
  async talkOver(): Promise<void> {
    const { length } = this.host.lines;
    while (this.host.lines.length === length) {
      await this.speak(1 + Math.floor(this.random() * 3));
      await this.listen();
      await this.speaker.pass(this.random() * 4000);
    }
  }

  /** Hears the answer to its end. */
  async listen(): Promise<void> {
    do await this.speaker.pass(200);
    while (this.stage.presence !== 'idle');
  }

  async speak(words: number, between: () => void = () => undefined): Promise<void> {
    this.stage.session.talkKey('down');
    for (let word = 0; word < words; word += 1) {
      this.spoken += 1;
      await hear(this.stage, this.spoken, 6);
      if (word === 0) between();
      await hear(this.stage, this.spoken, 6);
    }
    this.stage.session.talkKey('up');
    await hear(this.stage, 0, 8);
  }

  async idle(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= BIG_STEP_MS) {
      this.stage.wait(Math.min(BIG_STEP_MS, left));
      await vi.advanceTimersByTimeAsync(Math.min(BIG_STEP_MS, left));
    }
  }

  /** Everything that was promised, of all that was said. */
  async judge(): Promise<void> {
    await this.speaker.pass(20_000);
    const { turns } = this.stage.store;
    const user = turns.filter(({ role }) => role === 'user');
    const numbers = user.flatMap(({ text }) => text.match(/\d+/g) ?? []).map(Number);
    expect(numbers).toEqual(Array.from({ length: this.spoken }, (_, index) => index + 1));
    this.#judgeReplies(
      user.map(({ text }) => `You said ${text}.`),
      turns.filter(({ role }) => role === 'assistant').map(({ text }) => text),
    );
    expect(Math.max(0, ...this.speaker.gapsMs)).toBeLessThanOrEqual(150);
    expect(this.host.complaints).toEqual([]);
    expect(this.host.openLines).toBe(1);
    this.#judgeLines(turns.map(({ text }) => text));
    await this.stage.close();
    expect(this.stage.scope.openCount).toBe(0);
  }

  /** Everything was answered, in order, and to the end unless the host was gone before it had said it. */
  #judgeReplies(expected: readonly string[], found: readonly string[]): void {
    const beginnings = expected.map((reply, index) => (this.cutsReplies ? reply.slice(0, found[index]?.length) : reply));
    expect(found).toEqual(beginnings);
  }

  /** Each line began with the conversation as it was, and what it was not told then it was told after. */
  #judgeLines(turns: readonly string[]): void {
    for (const { setup, calls, resumed } of this.host.lines) {
      const history = setup.history.map(({ text }) => text);
      expect(history).toEqual(turns.slice(0, history.length));
      // It may hold a reply that is still being spoken here.
      if (resumed !== null) {
        expect(resumed).toEqual(turns.slice(0, resumed.length));
        expect(resumed.slice(0, history.length)).toEqual(history);
      }
      const told = [...history.filter((text) => text.startsWith('word')), ...calls.filter((call) => /^(?:audio|text)/.test(call))];
      const numbers = [...new Set(told.flatMap((text) => text.match(/\d+/g) ?? []).map(Number))];
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
    }
  }
}

/** How long a line of that cap is left alone (its last 15 %, or 90 s, see `roll-over.ts`), less some turns of talk. */
const quietMs = (minutes: number) => (minutes - Math.max(1.5, minutes * 0.15)) * MINUTE_MS - 20_000;

describe('a conversation that outlives its lines', () => {
  it.each([10, 15, 58, 60])(
    'of %i minutes loses and doubles no word, is heard without a gap, and every line knows all of it',
    async (minutes) => {
      const random = seeded(minutes);
      let lines = 0;
      for (let rolled = 0; rolled < ROLL_OVERS; ) {
        const talk = await LongTalk.begin(minutes, random);
        for (let time = 0; time < 10; time += 1) {
          await talk.idle(quietMs(minutes));
          // Nobody says anything, or somebody talks from then on.
          if (random() < 0.2) await talk.idle(30_000);
          else await talk.talkOver();
        }
        await talk.judge();
        rolled += talk.host.lines.length - 1;
        lines += talk.host.lines.length;
      }
      expect(lines).toBeGreaterThan(ROLL_OVERS);
    },
    240_000,
  );

  it('whose host goes away within 0 to 60 s, anywhere in a turn, loses no word either', async () => {
    const random = seeded(20);
    for (let rolled = 0; rolled < ROLL_OVERS; ) {
      const talk = await LongTalk.begin(60, random);
      talk.cutsReplies = true;
      for (let time = 0; time < 10; time += 1) {
        const goAway = () => talk.host.goAway(random() < 0.2 ? 0 : random() * 60_000);
        const where = random();
        if (where < 0.4) await talk.speak(2, goAway);
        else {
          await talk.speak(2);
          await talk.speaker.pass(random() * 1500);
          goAway();
        }
        await talk.listen();
        // Three lines in a row that live less than 5 s are another matter (`reconnection.ts`).
        await talk.speaker.pass(6000 + random() * 4000);
      }
      await talk.judge();
      rolled += talk.host.lines.length - 1;
    }
  }, 240_000);
});
