import { describe, expect, it, vi } from 'vitest';
import { JudgedFrames } from '../../../electron/conversation/hearing/judged-frames.ts';
import { EngineFailure } from '../../../electron/lifetime/engine-failure.ts';
import type { VoiceActivity } from '../../../models/voice-activity/voice-activity.ts';

/** A net that takes what a frame is filled with for its probability, later for the frames that come first. */
function slowNet(): VoiceActivity & { readonly judged: number[] } {
  const judged: number[] = [];
  return {
    judged,
    probability: async ([level = 0]) => {
      judged.push(level);
      await new Promise((resolve) => setTimeout(resolve, judged.length < 3 ? 5 : 0));
      return level;
    },
    reset: () => undefined,
    close: vi.fn(async () => undefined),
  };
}

const frame = (level: number, endMs: number) => ({ samples: new Float32Array(512).fill(level), endMs });

describe('JudgedFrames', () => {
  it('tells every frame in order, those too that came before the net was there', async () => {
    const net = slowNet();
    let open = (_: VoiceActivity) => undefined as unknown;
    const told: (readonly [number, number])[] = [];
    const judged = new JudgedFrames({
      openVoiceActivity: () => new Promise((resolve) => (open = resolve)),
      tell: ({ endMs, speechProbability }) => told.push([endMs, Math.round(speechProbability * 10) / 10]),
      failed: () => undefined,
    });
    for (const [index, level] of [0.1, 0.9, 0.5].entries()) judged.hear(frame(level, index * 32));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toEqual([]);
    open(net);
    judged.hear(frame(0.7, 96));
    await vi.waitFor(() => expect(told).toHaveLength(4));
    expect(told).toEqual([
      [0, 0.1],
      [32, 0.9],
      [64, 0.5],
      [96, 0.7],
    ]);
    await judged.close();
    expect(net.close).toHaveBeenCalledOnce();
  });

  it('lets the net sleep in a quiet room, and counts what it did not hear as silence', async () => {
    const net = slowNet();
    const told: number[] = [];
    const judged = new JudgedFrames({
      openVoiceActivity: async () => net,
      tell: ({ speechProbability }) => told.push(speechProbability),
      failed: () => undefined,
    });
    for (let index = 0; index < 200; index++) judged.hear(frame(1e-4, index * 32));
    await vi.waitFor(() => expect(told).toHaveLength(200));
    expect(net.judged.length).toBeLessThan(60);
    expect(told.at(-1)).toBe(0);
    await judged.close();
  });

  it('says so once when there is no net, and goes on with frames of silence', async () => {
    const damaged = new EngineFailure('model-damaged', 'It is damaged.', { retryable: false, whatToDo: 'Build it again.' });
    const failed = vi.fn();
    const told: number[] = [];
    const judged = new JudgedFrames({
      openVoiceActivity: () => Promise.reject(damaged),
      tell: ({ speechProbability }) => told.push(speechProbability),
      failed,
    });
    for (let index = 0; index < 3; index++) judged.hear(frame(0.9, index * 32));
    await vi.waitFor(() => expect(told).toEqual([0, 0, 0]));
    expect(failed.mock.calls).toEqual([[damaged]]);
    await judged.close();
  });

  it('tells nothing more once it is closed', async () => {
    const told: number[] = [];
    const judged = new JudgedFrames({
      openVoiceActivity: async () => slowNet(),
      tell: ({ endMs }) => told.push(endMs),
      failed: () => undefined,
    });
    for (let index = 0; index < 5; index++) judged.hear(frame(0.9, index * 32));
    await judged.close();
    expect(told).toEqual([]);
  });
});
