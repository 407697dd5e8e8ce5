import { describe, expect, it } from 'vitest';
import { levelled, trimmed, withPause } from '../../../models/text-to-speech/clause-audio.ts';

const RATE_HZ = 24_000;
const ms = (samples: number) => (samples * 1000) / RATE_HZ;

function clause(beforeMs: number, soundMs: number, afterMs: number): Float32Array {
  const samples = new Float32Array(((beforeMs + soundMs + afterMs) * RATE_HZ) / 1000);
  return samples.fill(0.3, (beforeMs * RATE_HZ) / 1000, ((beforeMs + soundMs) * RATE_HZ) / 1000);
}

describe('the sound of a clause', () => {
  it('is cut to its speech with 40 ms before and 60 ms after', () => {
    const { samples, cutSamples } = trimmed(clause(100, 200, 300), RATE_HZ);
    expect(ms(cutSamples)).toBeCloseTo(60, 1);
    expect(ms(samples.length)).toBeCloseTo(300, 1);
  });

  it('is not cut where the voice left less', () => {
    const { samples, cutSamples } = trimmed(clause(10, 200, 20), RATE_HZ);
    expect(cutSamples).toBe(0);
    expect(ms(samples.length)).toBeCloseTo(230, 1);
  });

  it('begins and ends at zero, so that joined clauses do not click', () => {
    const { samples } = trimmed(clause(0, 50, 0), RATE_HZ);
    expect(samples[0]).toBe(0);
    expect(samples.at(-1)).toBe(0);
    expect(samples[samples.length >> 1]).toBeCloseTo(0.3);
  });

  it('is nothing when there was no sound', () => {
    expect(trimmed(new Float32Array(1000), RATE_HZ)).toEqual({ samples: new Float32Array(0), cutSamples: 0 });
    expect(trimmed(new Float32Array(0), RATE_HZ).samples).toHaveLength(0);
  });

  it('is as loud as any other clause, and silence stays silence', () => {
    for (const loudest of [0.05, 0.5, 1]) expect(Math.max(...levelled(Float32Array.of(0, loudest, -loudest / 2)))).toBeCloseTo(0.8);
    expect([...levelled(Float32Array.of(0, 0.001))]).toEqual([0, expect.closeTo(0.001)]);
  });

  it.each([
    ['One,', 160],
    ['One;', 220],
    ['One:', 220],
    ['One.', 320],
    ['"One!"', 320],
    ['(One?) ', 320],
    ['One', 60],
    ['', 60],
  ])('is followed by the pause its mark asks for: %s', (text, pauseMs) => {
    const samples = Float32Array.of(1, 1);
    expect(ms(withPause(samples, text, RATE_HZ, 1).length - 2)).toBeCloseTo(pauseMs, 1);
    expect(ms(withPause(samples, text, RATE_HZ, 2).length - 2)).toBeCloseTo(pauseMs / 2, 1);
  });
});
