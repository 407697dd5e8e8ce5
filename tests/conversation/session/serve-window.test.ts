import { describe, expect, it } from 'vitest';
import { framesOf } from '../../../electron/conversation/session/serve-window.ts';

const message = (samples: unknown, speechProbabilities: unknown) => ({ kind: 'frames', samples, speechProbabilities });

describe('frames from the page', () => {
  it('are one while somebody speaks, and some at once with their own times while nobody does', () => {
    expect(framesOf(message(new Float32Array(512), [0.9]), 1000)).toEqual([
      { samples: new Float32Array(512), speechProbability: 0.9, endMs: 1000 },
    ]);
    const samples = Float32Array.from({ length: 4 * 512 }, (_, index) => Math.floor(index / 512));
    const frames = framesOf(message(samples, [0, 0.1, 0.2, 0.3]), 1000);
    expect(frames.map(({ endMs, speechProbability, samples: own }) => [endMs, speechProbability, own[0], own.length])).toEqual([
      [904, 0, 0, 512],
      [936, 0.1, 1, 512],
      [968, 0.2, 2, 512],
      [1000, 0.3, 3, 512],
    ]);
  });

  it.each([
    ['nothing', null],
    ['a number', 7],
    ['another kind', { kind: 'frame', samples: new Float32Array(512), speechProbabilities: [0] }],
    ['no probabilities', message(new Float32Array(512), undefined)],
    ['none of them', message(new Float32Array(0), [])],
    ['too few samples', message(new Float32Array(511), [0])],
    ['more frames than ever come', message(new Float32Array(5 * 512), [0, 0, 0, 0, 0])],
    ['bytes', message(new Uint8Array(512), [0])],
    ['no probability', message(new Float32Array(512), [1.5])],
    ['no number', message(new Float32Array(512), [Number.NaN])],
    ['words', message(new Float32Array(512), ['0.5'])],
  ])('are dropped when they are %s', (_, sent) => {
    expect(framesOf(sent, 1000)).toEqual([]);
  });
});
