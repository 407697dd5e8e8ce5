import { describe, expect, it, vi } from 'vitest';
import { Listening } from '../../../electron/conversation/session/listening.ts';
import type { Utterance } from '../../../electron/conversation/session/utterance.ts';
import { OwnPauses } from '../../../electron/conversation/turn-taking/own-pauses.ts';
import { type AudioFrame, HEARING_FRAME_MS } from '../../../electron/ipc/audio-frame.ts';
import { Scope } from '../../../electron/lifetime/scope.ts';
import { seededNoise } from '../../recordings/sound-making.ts';
import { framesOf } from '../frames.ts';

/** A million in the soak; here as many as fit into a second or two. */
const STEPS = process.env['PARLEY_SOAK'] === undefined ? 30_000 : 1_000_000;
/** States that a random walk got into, each left in every way there is. */
const STATES = process.env['PARLEY_SOAK'] === undefined ? 40 : 1000;
/** The longest anybody who asked for time is waited for, and the longest a latched key records. */
const LONGEST_PAUSE_MS = 12_000;
const LONGEST_UTTERANCE_MS = 122_000;
const TAIL_WITHOUT_FRAMES_MS = 400;
/** The five frames that put speech over a reply on trial, and three before them. */
const OVERLAP_FRAMES = 8;
const PRE_ROLL_FRAMES = 16;
const WORDS = ['', 'Mhm.', 'Stop.', 'What time is it?', 'I would like to', 'one two three', 'Hold on.', 'S A O'];

/** The turn machine with everything around it made of chance, and a referee that watches what it tells. */
class Chance {
  readonly #next: () => number;
  readonly #scope = new Scope('chance');
  readonly listening: Listening;
  nowMs = 0;
  #frames = 0;
  #reply = { sounding: false, playedMs: 0, overAtMs: null, playedLevel: 0, text: 'One two three four five.' };
  /** What runs by what was told: an utterance, and whether somebody was shown that it is captured. */
  running: { readonly utterance: Utterance; believed: boolean; nextFrame: number | null } | null = null;
  #lastTaken = -1;
  #preRollFrom = 0;
  held = false;
  ended = 0;
  readonly broken: string[] = [];

  constructor(seed: number) {
    const noise = seededNoise(seed);
    this.#next = () => (noise() + 1) / 2;
    this.listening = new Listening('push-to-talk', {
      scope: this.#scope,
      nowMs: () => this.nowMs,
      turnEnd: { id: 'chance', probability: async () => this.#next(), close: async () => undefined },
      patience: () => 1,
      manner: { pauses: new OwnPauses(), echo: null, listeningWords: new Set() },
      openSpool: () => ({ append: () => undefined, commit: () => undefined }),
      reply: () => this.#reply,
      heard: {
        overlapped: (utterance) => this.#opened(utterance, false),
        began: (utterance) => this.#began(utterance),
        frame: (frame) => this.#took(frame),
        paused: () => this.#expect(this.running !== null, 'paused without an utterance'),
        likelyOver: () => this.#foreseen(),
        ended: (utterance) => this.#closed(utterance, 'ended'),
        discarded: (utterance) => this.#closed(utterance, 'discarded'),
        duck: () => undefined,
        rise: () => undefined,
        hold: () => {
          this.held = true;
        },
        pausesLearned: () => undefined,
        goOn: () => {
          this.held = false;
        },
      },
    });
  }

  close(): Promise<void> {
    return this.#scope.close();
  }

  /** On, by chance, at least so far, until something is being said. */
  walkInto(steps: number): void {
    for (let step = 0; step < steps || (step < 3000 && this.listening.utterance === null); step++) this.step();
  }

  step(): void {
    const what = this.#next();
    if (what < 0.93) this.#hear();
    else if (what < 0.95) this.listening.press(0);
    else if (what < 0.97) this.listening.release(0);
    else if (what < 0.973) this.listening.cancel();
    else if (what < 0.976) this.listening.setMode(this.#next() < 0.7 ? 'hands-free' : 'push-to-talk');
    else if (what < 0.977) this.#loseMicrophone();
    else if (what < 0.985) this.#reply = { ...this.#reply, sounding: !this.#reply.sounding, playedMs: this.#next() * 2000 };
    else this.#guessWords();
    this.#look();
  }

  /** Speech and silence in stretches, as they come. */
  #stretch = { sign: '.', left: 0 };
  #hear(): void {
    if (this.#stretch.left === 0)
      this.#stretch = { sign: 'vs..?'[Math.floor(this.#next() * 5)] ?? '.', left: Math.ceil(this.#next() * 40) };
    this.#stretch.left -= 1;
    this.hear(this.#stretch.sign, HEARING_FRAME_MS);
  }

  /** One kind of sound for a while. */
  hear(sign: string, lengthMs: number): void {
    for (let ms = 0; ms < lengthMs; ms += HEARING_FRAME_MS) this.#hearFrame(sign);
  }

  #hearFrame(sign: string): void {
    this.nowMs += HEARING_FRAME_MS;
    const [frame] = framesOf(sign, this.nowMs - HEARING_FRAME_MS);
    if (frame === undefined) return;
    this.#frames += 1;
    this.listening.hear({ ...frame, endMs: this.nowMs });
  }

  #guessWords(): void {
    const { utterance } = this.listening;
    if (utterance === null) return;
    utterance.text = WORDS[Math.floor(this.#next() * WORDS.length)] ?? '';
    utterance.textIsWhole = this.#next() < 0.5;
  }

  #loseMicrophone(): void {
    this.listening.microphoneLost();
    this.#preRollFrom = this.#frames;
  }

  #opened(utterance: Utterance, believed: boolean): void {
    this.#expect(this.running === null, 'two turns at once');
    this.running = { utterance, believed, nextFrame: null };
  }

  #began(utterance: Utterance): void {
    // A reply that was held gives way.
    this.held = false;
    if (this.running?.utterance === utterance) this.running.believed = true;
    else this.#opened(utterance, true);
  }

  #took(frame: AudioFrame): void {
    const index = Math.round(frame.endMs / HEARING_FRAME_MS);
    this.#expect(this.running !== null, 'captured without an indicator');
    if (this.running === null) return;
    // What sounded before speech over a reply is the reply.
    const preRollFrames = this.running.utterance.onTrial ? OVERLAP_FRAMES : PRE_ROLL_FRAMES;
    const expected = this.running.nextFrame ?? Math.max(this.#lastTaken + 1, this.#preRollFrom + 1, this.#frames - preRollFrames + 1);
    // At its beginning it may take less than the whole pre-roll only where a key opened it between two frames.
    const lost = this.running.nextFrame === null ? index > Math.max(expected, this.#frames - preRollFrames + 1) : index !== expected;
    this.#expect(!lost, `lost audio: frame ${index} after ${expected - 1}`);
    this.running.nextFrame = index + 1;
    this.#lastTaken = index;
  }

  #foreseen(): void {
    this.#expect(this.running?.believed === true, 'an answer was made ahead to what nobody was shown');
    this.#expect(this.running?.utterance.textIsWhole === true, 'an answer was made ahead to half the words');
  }

  #closed(utterance: Utterance, how: 'ended' | 'discarded'): void {
    this.#expect(this.running?.utterance === utterance, `${how} what did not run`);
    if (how === 'ended') {
      this.ended += 1;
      this.#expect(this.running?.believed === true, 'a turn nobody was shown');
      this.#expect(!utterance.onTrial, 'a turn on trial was taken');
    }
    this.running = null;
  }

  #look(): void {
    this.#expect((this.listening.utterance === null) === (this.running === null), 'capturing and what was told differ');
    if (this.held) this.#expect(this.running !== null, 'a reply is held for nobody');
  }

  #expect(right: boolean, problem: string): void {
    if (!right) this.broken.push(`${problem} at ${this.nowMs} ms`);
  }
}

const WAYS_OUT: Readonly<Record<string, (chance: Chance) => void>> = {
  'silence once the key is up': (chance) => {
    chance.listening.release(0);
    // A tap left it open; a second press closes it.
    if (chance.listening.utterance?.openedBy === 'key' && chance.listening.utterance.closeAtMs === null) chance.listening.press(0);
    chance.hear('.', LONGEST_PAUSE_MS);
  },
  'the longest utterance': (chance) => chance.hear('v', LONGEST_UTTERANCE_MS),
  Esc: (chance) => void chance.listening.cancel(),
  'a lost microphone': (chance) => chance.listening.microphoneLost(),
};

/** Leaves the state by one way after the other, from another one on for each seed. @returns those that were gone */
function leaveAllWays(chance: Chance, seed: number): string[] {
  const gone: string[] = [];
  for (const [way, leave] of Object.entries(WAYS_OUT).slice(seed % 4)) {
    const before = chance.listening.utterance;
    if (before === null) return gone;
    leave(chance);
    expect(chance.listening.utterance, `seed ${seed}: ${way}`).not.toBe(before);
    gone.push(way);
  }
  return gone;
}

describe('the turn machine', () => {
  it(`keeps its promises for ${STEPS} random steps: no capture without an indicator, no two turns at once, no lost audio`, async () => {
    let ended = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const chance = new Chance(seed);
      for (let step = 0; step < STEPS / 10 && chance.broken.length === 0; step++) {
        chance.step();
        // Answers of the judge of turn ends arrive between frames.
        if (step % 50 === 0) await Promise.resolve();
      }
      expect(chance.broken, `seed ${seed}`).toEqual([]);
      ended += chance.ended;
      await chance.close();
    }
    expect(ended).toBeGreaterThan(STEPS / 1000);
  }, 1_800_000);

  it('leaves every state it can be in: by silence, by the longest utterance, by Esc, by a lost microphone', async () => {
    const left = new Map<string, number>();
    for (let seed = 1; seed <= STATES; seed++) {
      const chance = new Chance(1000 + seed);
      chance.walkInto(seed % 400);
      for (const way of leaveAllWays(chance, seed)) left.set(way, (left.get(way) ?? 0) + 1);
      expect(chance.broken, `seed ${seed}`).toEqual([]);
      await chance.close();
    }
    for (const way of Object.keys(WAYS_OUT)) expect(left.get(way) ?? 0, way).toBeGreaterThan(0);
  }, 600_000);

  it('ends without a single further frame once the key is up: the device may be gone', async () => {
    vi.useFakeTimers();
    try {
      for (let seed = 1; seed <= STATES; seed++) {
        const chance = new Chance(5000 + seed);
        for (let step = 0; step < seed * 7; step++) chance.step();
        chance.listening.cancel();
        chance.listening.press(0);
        chance.hear(seed % 2 === 0 ? 'v' : '.', 32 * (10 + (seed % 40)));
        if (chance.listening.utterance !== null) chance.listening.release(0);
        await vi.advanceTimersByTimeAsync(TAIL_WITHOUT_FRAMES_MS);
        expect(chance.listening.utterance, `seed ${seed}`).toBeNull();
        expect(chance.broken, `seed ${seed}`).toEqual([]);
        await chance.close();
      }
    } finally {
      vi.useRealTimers();
    }
  }, 600_000);

  it('never ends a turn by silence while the key is held', () => {
    const chance = new Chance(99);
    for (let step = 0; step < 3000; step++) chance.step();
    chance.listening.cancel();
    chance.listening.setMode('push-to-talk');
    chance.listening.release(0);
    chance.listening.press(0);
    const before = chance.ended;
    for (const frame of framesOf(`${'v'.repeat(20)}${'.'.repeat(400)}`, chance.nowMs)) chance.listening.hear(frame);
    expect(chance.ended).toBe(before);
  });
});
