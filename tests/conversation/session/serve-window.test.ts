import { describe, expect, it } from 'vitest';
import { framesOf } from '../../../electron/conversation/session/serve-window.ts';

const message = (samples: unknown) => ({ kind: 'frames', samples });

describe('frames from the page', () => {
  it('are one while somebody speaks, and some at once with their own times while nobody does', () => {
    expect(framesOf(message(new Float32Array(512)), 1000)).toEqual([{ samples: new Float32Array(512), endMs: 1000 }]);
    const samples = Float32Array.from({ length: 4 * 512 }, (_, index) => Math.floor(index / 512));
    const frames = framesOf(message(samples), 1000);
    expect(frames.map(({ endMs, samples: own }) => [endMs, own[0], own.length])).toEqual([
      [904, 0, 512],
      [936, 1, 512],
      [968, 2, 512],
      [1000, 3, 512],
    ]);
  });

  it.each([
    ['nothing', null],
    ['a number', 7],
    ['another kind', { kind: 'frame', samples: new Float32Array(512) }],
    ['no samples', message(undefined)],
    ['none of them', message(new Float32Array(0))],
    ['too few samples', message(new Float32Array(511))],
    ['more frames than ever come', message(new Float32Array(5 * 512))],
    ['bytes', message(new Uint8Array(512))],
  ])('are dropped when they are %s', (_, sent) => {
    expect(framesOf(sent, 1000)).toEqual([]);
  });
});
