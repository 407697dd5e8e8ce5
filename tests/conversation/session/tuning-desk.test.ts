import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OwnManner } from '../../../electron/conversation/session/own-manner.ts';
import { TuningDesk } from '../../../electron/conversation/session/tuning-desk.ts';
import type { TuningStep } from '../../../electron/ipc/tuning-schema.ts';
import { Scope } from '../../../electron/lifetime/scope.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import { memoryStore } from '../../scenarios/memory-store.ts';
import { framesOf } from '../frames.ts';

/** What the recogniser hears, one after the other; '' at the end. */
let heard: string[];
let said: string[];
let open: number;
let playedLevel: (frame: number) => number;
let isIdle: boolean;
let frameCount: number;
let scope: Scope;
let manner: OwnManner;
let desk: TuningDesk;

const recogniser = (): SpeechToText => ({
  id: 'scripted',
  longestMs: 30_000,
  transcribe: async () => ({ text: heard.shift() ?? '', heardText: null, averageLogProbability: -0.1, rejected: false }),
  close: async () => {
    open -= 1;
  },
});

beforeEach(() => {
  [heard, said, open, frameCount, isIdle, playedLevel] = [[], [], 0, 0, true, () => 0];
  scope = new Scope('tuning');
  const { documents } = memoryStore();
  manner = new OwnManner(() => documents);
  desk = new TuningDesk({
    scope,
    manner,
    turnEnd: { id: 'over', probability: async () => 0.9, close: async () => undefined },
    openRecogniser: async () => {
      open += 1;
      return recogniser();
    },
    session: {
      get playedLevel() {
        return playedLevel(frameCount);
      },
      get isIdle() {
        return isIdle;
      },
      patience: 1,
      say: (sentence) => void said.push(sentence),
    },
  });
});
afterEach(() => scope.close());

const { handlers } = { handlers: () => desk.handlers };
const begin = (step: TuningStep) => handlers().beginTuning({ step });
/** @returns how many of the frames the conversation did not hear */
function hear(pattern: string): number {
  return framesOf(pattern).filter((frame) => {
    frameCount += 1;
    return desk.takeFrame(frame);
  }).length;
}
const talk = (...pauses: number[]) => `${'v'.repeat(30)}${pauses.map((frames) => `${'.'.repeat(frames)}${'v'.repeat(30)}`).join('')}`;

describe('tune to me', () => {
  it('hears what belongs to it and nothing else', async () => {
    expect(hear('vvv')).toBe(0);
    begin('pauses');
    expect(hear('vvv')).toBe(3);
    handlers().cancelTuning(undefined);
    expect(hear('vvv')).toBe(0);
  });

  it('gives the microphone back when nobody says that a step is over', () => {
    begin('pauses');
    expect(hear('v'.repeat(2000))).toBeLessThan(1000);
  });

  it('waits longer for long pauses: those cut off before are not after', async () => {
    heard = Array.from({ length: 4 }, () => 'I went to the lake.');
    begin('pauses');
    hear(talk(20, 20, 20, 20));
    const result = await handlers().finishTuning(undefined);
    expect(result).toMatchObject({ step: 'pauses', pauses: 4, longestMs: 640, cutOff: { before: 4, after: 0 } });
    expect(result.step === 'pauses' && result.waitMs.after > result.waitMs.before).toBe(true);
    expect(manner.pauses.factor).toBe(1);
    expect(handlers().keepTuning(undefined)).toMatchObject({ canUndo: true });
    expect(manner.pauses.factor).toBeGreaterThan(1.8);
  });

  it('learns what the recogniser makes of an own "mhm", never a stop or a sentence', async () => {
    heard = ['And make him', 'Yeah.', 'Stop it', 'I would like to know more', 'and make him.'];
    begin('listening');
    hear(Array.from({ length: 5 }, () => 'v'.repeat(12)).join('.'.repeat(20)));
    const result = await handlers().finishTuning(undefined);
    expect(result).toMatchObject({ step: 'listening', sounds: 5, ended: { after: 2 } });
    expect(result.step === 'listening' && result.ended.before).toBeGreaterThan(2);
    handlers().keepTuning(undefined);
    expect([...manner.listeningWords]).toEqual(['and make him']);
  });

  it('says some sentences and hears what comes back of them', async () => {
    const reply = (frame: number) => (frame < 0 ? 0 : 0.1 * Math.abs(Math.sin(frame * 0.9) * Math.sin(frame * 0.23)));
    playedLevel = reply;
    begin('echo');
    expect(said).toHaveLength(1);
    for (const frame of framesOf('v'.repeat(200))) {
      frameCount += 1;
      const loudest = Math.max(...frame.samples.map(Math.abs), 1e-6);
      const samples = frame.samples.map((sample) => (sample / loudest) * (0.0005 + reply(frameCount - 4)));
      desk.takeFrame({ ...frame, samples });
    }
    const result = await handlers().finishTuning(undefined);
    expect(result).toMatchObject({ step: 'echo', unsureMs: { after: 0 } });
    expect(result.step === 'echo' && result.mistaken.after <= result.mistaken.before).toBe(true);
    expect(result.step === 'echo' && result.unsureMs.before > 0).toBe(true);
    handlers().keepTuning(undefined);
    expect(manner.echo?.delayMs).toBe(128);
  });

  it.each(['pauses', 'listening', 'echo'] as const)('says so when too little was heard: %s', async (step) => {
    begin(step);
    hear('..........');
    await expect(handlers().finishTuning(undefined)).rejects.toMatchObject({ problem: { id: 'tuning-too-little' } });
    expect(hear('v')).toBe(0);
    expect(await handlers().keepTuning(undefined)).toMatchObject({ canUndo: false });
  });

  it('does not begin in the middle of a turn', () => {
    isIdle = false;
    expect(() => begin('pauses')).toThrow(/middle of a turn/);
    expect(hear('v')).toBe(0);
  });

  it('lets its recogniser go when it is over, kept or not', async () => {
    for (const end of ['keepTuning', 'cancelTuning'] as const) {
      begin('pauses');
      await new Promise((resolve) => setImmediate(resolve));
      expect(open).toBe(1);
      handlers()[end](undefined);
      await new Promise((resolve) => setImmediate(resolve));
      expect(open).toBe(0);
    }
  });
});
