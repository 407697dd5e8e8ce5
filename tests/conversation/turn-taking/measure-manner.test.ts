import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutOffs, echoOf, pauseFactorFor } from '../../../electron/conversation/turn-taking/measure-manner.ts';

const pauses = fc.array(fc.record({ pauseMs: fc.integer({ min: 224, max: 4000 }), waitMs: fc.integer({ min: 300, max: 2528 }) }), {
  minLength: 1,
  maxLength: 60,
});

describe('what one’s own pauses ask for', () => {
  it('waits less for whoever never pauses for long, more for whoever does', () => {
    expect(pauseFactorFor([{ pauseMs: 240, waitMs: 600 }])).toBe(0.8);
    expect(pauseFactorFor([{ pauseMs: 900, waitMs: 600 }])).toBe(1.55);
    expect(pauseFactorFor([{ pauseMs: 4000, waitMs: 600 }])).toBe(2.5);
  });

  it('cuts off one pause in twenty at most, or waits as long as anybody may be waited for; no shorter factor would do', () => {
    fc.assert(
      fc.property(pauses, (each) => {
        const factor = pauseFactorFor(each);
        expect(factor).toBeGreaterThanOrEqual(0.8);
        expect(factor).toBeLessThanOrEqual(2.5);
        if (factor < 2.5) expect(cutOffs(each, factor)).toBeLessThanOrEqual(each.length / 20);
        if (factor > 0.8) expect(cutOffs(each, factor - 0.0501)).toBeGreaterThan(each.length / 20);
      }),
    );
  });
});

describe('the echo of a room', () => {
  const reply = (frame: number) => (frame < 0 ? 0 : 0.1 * Math.abs(Math.sin(frame * 0.9) * Math.sin(frame * 0.23)));
  const frames = (gain: number, delay: number, count = 200) =>
    Array.from({ length: count }, (_, frame) => ({
      micLevel: 0.001 + 0.0002 * Math.sin(frame * 7) + gain * reply(frame - delay),
      playedLevel: reply(frame),
    }));

  it.each([
    [1, 0],
    [0.3, 3],
    [0.05, 10],
  ])('is found at %d of its loudness, %d frames late', (gain, delay) => {
    const echo = echoOf(frames(gain, delay));
    expect(echo?.delayMs).toBe(delay * 32);
    expect(echo?.gain).toBeGreaterThan(gain * 0.8);
    expect(echo?.gain).toBeLessThan(gain * 1.4);
  });

  it('is none where the microphone does not follow the speaker', () => {
    expect(echoOf(frames(0, 0))).toEqual({ gain: 0, delayMs: 0 });
  });

  it('is not told from too little', () => {
    expect(echoOf(frames(0.3, 2, 40))).toBeNull();
    expect(echoOf([])).toBeNull();
  });
});
