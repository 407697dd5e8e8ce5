import { describe, expect, it } from 'vitest';
import { gainOf, levelled, pauseAfter, SpeechCut } from '../../../models/text-to-speech/clause-audio.ts';

const RATE_HZ = 24_000;
const ms = (samples: number) => (samples * 1000) / RATE_HZ;

function clause(beforeMs: number, soundMs: number, afterMs: number): Float32Array {
  const samples = new Float32Array(((beforeMs + soundMs + afterMs) * RATE_HZ) / 1000);
  return samples.fill(0.3, (beforeMs * RATE_HZ) / 1000, ((beforeMs + soundMs) * RATE_HZ) / 1000);
}

/** The clause in pieces of 7 ms. */
function trimmed(samples: Float32Array, pieceMs = 7): { samples: Float32Array; cutSamples: number } {
  const cut = new SpeechCut(RATE_HZ);
  const piece = (pieceMs * RATE_HZ) / 1000;
  const made: number[] = [];
  for (let from = 0; from < samples.length; from += piece) made.push(...cut.push(samples.subarray(from, from + piece)));
  made.push(...cut.end());
  return { samples: Float32Array.from(made), cutSamples: cut.cutSamples };
}

describe('the sound of a clause', () => {
  it('is cut to its speech with 40 ms before and 60 ms after', () => {
    const { samples, cutSamples } = trimmed(clause(100, 200, 300));
    expect(ms(cutSamples)).toBeCloseTo(60, 1);
    expect(ms(samples.length)).toBeCloseTo(300, 1);
  });

  it('is not cut where the voice left less', () => {
    const { samples, cutSamples } = trimmed(clause(10, 200, 20));
    expect(cutSamples).toBe(0);
    expect(ms(samples.length)).toBeCloseTo(230, 1);
  });

  it('begins and ends at zero, so that joined clauses do not click', () => {
    const { samples } = trimmed(clause(0, 50, 0));
    expect(samples[0]).toBe(0);
    expect(samples.at(-1)).toBe(0);
    expect(samples[samples.length >> 1]).toBeCloseTo(0.3);
  });

  it('is nothing when there was no sound', () => {
    expect(trimmed(new Float32Array(1000))).toEqual({ samples: new Float32Array(0), cutSamples: 0 });
    expect(trimmed(new Float32Array(0)).samples).toHaveLength(0);
  });

  it('is the same in pieces of any length', () => {
    const samples = clause(30, 100, 100).map((sample, index) => sample * Math.sin(index / 50));
    const whole = trimmed(samples, 1000);
    for (const pieceMs of [1, 9, 50]) expect(trimmed(samples, pieceMs)).toEqual(whole);
  });

  it('is as loud as the voice is not, is never clipped, and silence stays silence', () => {
    const [quiet, loud] = [Float32Array.of(0.05, -0.05, 0), Float32Array.of(0.5, -0.5, 0)];
    expect(Math.max(...levelled(quiet.slice(), gainOf(quiet)))).toBeCloseTo(0.13);
    expect(Math.max(...levelled(loud.slice(), gainOf(loud)))).toBeCloseTo(0.13);
    const bent = levelled(Float32Array.of(-5, 0.6, 0.7, 0.9), 1);
    expect([...bent.subarray(0, 3)]).toEqual([expect.closeTo(-1), expect.closeTo(0.6), expect.closeTo(0.7)]);
    expect(bent[3]).toBeGreaterThan(0.8);
    expect(bent[3]).toBeLessThan(0.9);
    expect(gainOf(new Float32Array(10))).toBe(1);
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
    expect(ms(pauseAfter(text, RATE_HZ, 1))).toBeCloseTo(pauseMs, 1);
    expect(ms(pauseAfter(text, RATE_HZ, 2))).toBeCloseTo(pauseMs / 2, 1);
  });
});
