import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HEARING_FRAME_MS } from '../../electron/ipc/audio-frame.ts';
import { seededNoise } from '../recordings/sound-making.ts';
import { Stage } from './stage.ts';

const STEPS = process.env['PARLEY_SOAK'] === undefined ? 2500 : 100_000;
const TALKS = 10;
/** After this long without a sound, with an engine that answers, everything is over. */
const QUIET_MS = 15_000;
const REPLY = 'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.';
const WORDS = ['', 'Mhm.', 'Stop.', 'What time is it?', 'I would like to', 'Hold on.', 'the one about cats'];

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** A session moved by chance: the microphone, the key, the engine's guesses, answers and delays, the speaker. */
class Talk {
  readonly #stage: Stage;
  readonly #next: () => number;
  readonly broken: string[] = [];
  /** Speech that was sent and neither committed nor taken back. */
  #sending = false;
  #awaited = 0;
  #told = 0;
  #speaking: { itemId: string; lengthMs: number; playedMs: number; held: boolean } | null = null;
  #seen = 0;
  #said = 0;
  commits = 0;
  holds = 0;

  constructor(stage: Stage, seed: number) {
    this.#stage = stage;
    const noise = seededNoise(seed);
    this.#next = () => (noise() + 1) / 2;
  }

  async step(): Promise<void> {
    const { session, engine } = this.#stage;
    const what = this.#next();
    if (what < 0.86)
      await this.#hear(this.#next() < 0.5 ? '.' : ('vvsh'[Math.floor(this.#next() * 4)] ?? 'v'), Math.ceil(this.#next() * 40));
    else if (what < 0.87) session.talkKey('down');
    else if (what < 0.88) session.talkKey('up');
    else if (what < 0.885) void session.cancel();
    else if (what < 0.93 && this.#sending) engine.partial(this.#word(), this.#next() < 0.5);
    else this.#answer();
    this.#look();
  }

  /** Nobody speaks any more, the key is up, and the engine answers whatever it is asked. */
  async rest(): Promise<void> {
    this.#stage.session.talkKey('up');
    if (this.#stage.session.state.capturing) void this.#stage.session.cancel();
    for (let ms = 0; ms < QUIET_MS; ms += HEARING_FRAME_MS) {
      this.#answer();
      await this.#hear('.', 1);
      this.#look();
    }
    const { capturing, presence } = this.#stage.session.state;
    this.#expect(!capturing, 'still capturing in silence');
    this.#expect(presence === 'idle', `still ${presence} in silence`);
    this.#expect(!this.#sending, 'speech that nobody ended');
    this.#expect(this.#speaking?.held !== true, 'a reply is held for ever');
  }

  /** Words the engine told against those that became turns. */
  get lost(): number {
    return this.#told - this.#stage.store.turns.filter(({ role, text }) => role === 'user' && text.startsWith('Sentence')).length;
  }

  #word(): string {
    return WORDS[Math.floor(this.#next() * WORDS.length)] ?? '';
  }

  async #hear(sign: string, frames: number): Promise<void> {
    for (let frame = 0; frame < frames; frame++) {
      this.#stage.hear(sign);
      this.#play();
      await vi.advanceTimersByTimeAsync(HEARING_FRAME_MS);
      this.#look();
    }
  }

  /** What the engine owes, one thing at a time. */
  #answer(): void {
    if (this.#awaited === 0) return;
    this.#awaited -= 1;
    this.#said += 1;
    this.#told += 1;
    this.#stage.engine.transcript(`Sentence ${this.#said} is a question.`);
    this.#look();
  }

  #play(): void {
    const playing = this.#speaking;
    if (playing === null || playing.held) return;
    playing.playedMs = Math.min(playing.lengthMs, playing.playedMs + HEARING_FRAME_MS);
    const over = playing.playedMs >= playing.lengthMs;
    if (over) this.#speaking = null;
    this.#stage.session.takeReport({ kind: over ? 'finished' : 'play-head', itemId: playing.itemId, playedMs: playing.playedMs });
  }

  /** Reads what the session asked of engine and speaker since the last look. */
  #look(): void {
    for (const call of this.#stage.calls()) this.#takeCall(call);
    for (; this.#seen < this.#stage.speaker.length; this.#seen++) this.#takeCommand(this.#stage.speaker[this.#seen]);
    for (const call of this.#stage.calls()) this.#takeCall(call);
  }

  #takeCall(call: string): void {
    if (call === 'audio') {
      this.#expect(
        this.#sending || this.#stage.session.state.capturing || this.#stage.states.at(-2)?.capturing === true,
        'sound sent without an indicator',
      );
      this.#sending = true;
    }
    if (call === 'commit') {
      this.#expect(this.#sending, 'a commit of nothing');
      this.#sending = false;
      this.#awaited += 1;
      this.commits += 1;
    }
    if (call === 'discard') this.#sending = false;
    if (call === 'respond') this.#stage.engine.reply(REPLY);
  }

  #takeCommand(command: Stage['speaker'][number] | undefined): void {
    if (command?.kind === 'play') {
      const lengthMs = (this.#speaking?.itemId === command.itemId ? this.#speaking.lengthMs : 0) + command.samples.length / 24;
      this.#speaking = { itemId: command.itemId, lengthMs, playedMs: this.#speaking?.playedMs ?? 0, held: false };
    }
    if (command?.kind === 'hold' && this.#speaking !== null) {
      this.#speaking.held = true;
      this.holds += 1;
    }
    if (command?.kind === 'go-on' && this.#speaking !== null) this.#speaking.held = false;
    if (command?.kind === 'stop') {
      const playing = this.#speaking;
      this.#speaking = null;
      this.#stage.session.takeReport({ kind: 'stopped', itemId: playing?.itemId ?? null, playedMs: playing?.playedMs ?? 0 });
    }
  }

  #expect(right: boolean, problem: string): void {
    if (!right) this.broken.push(`${problem} at ${this.#stage.nowMs} ms`);
  }
}

describe('a whole talk made of chance', () => {
  it(`sends no sound without an indicator, holds no reply for ever and loses no turn in ${STEPS} steps`, async () => {
    let [commits, holds] = [0, 0];
    for (let seed = 1; seed <= TALKS; seed++) {
      const stage = await Stage.open({ preferences: { talkMode: seed % 3 === 0 ? 'push-to-talk' : 'hands-free' } });
      const talk = new Talk(stage, seed);
      for (let step = 0; step < STEPS / TALKS && talk.broken.length === 0; step++) await talk.step();
      await talk.rest();
      expect(talk.broken, `seed ${seed}`).toEqual([]);
      expect(talk.lost, `seed ${seed}: turns lost`).toBe(0);
      expect(
        stage.notices.filter(({ severity }) => severity === 'error'),
        `seed ${seed}`,
      ).toEqual([]);
      commits += talk.commits;
      holds += talk.holds;
      await stage.close();
      expect(stage.scope.openCount).toBe(0);
    }
    expect(commits).toBeGreaterThan(TALKS);
    // Speech over a reply takes both at once.
    expect(holds).toBeGreaterThan(TALKS / 2);
  }, 1_800_000);
});
