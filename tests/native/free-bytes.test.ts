import { describe, expect, it } from 'vitest';
import { collectAtRest } from '../../native/inference-worker/collect-at-rest.ts';
import { freeBytes } from '../../native/inference-worker/free-bytes.ts';

describe('the memory of a file that a model was made of', () => {
  it('is given back, where the runtime can', () => {
    const file = new Uint8Array(1_000_000);
    freeBytes(file);
    expect(file.byteLength).toBe('transfer' in ArrayBuffer.prototype ? 0 : 1_000_000);
  });

  it('is left alone where it is only part of a larger buffer', () => {
    const whole = new Uint8Array(1000).fill(7);
    freeBytes(whole.subarray(0, 500));
    expect(whole.every((byte) => byte === 7)).toBe(true);
    expect(whole).toHaveLength(1000);
  });
});

describe('a thread that rests', () => {
  const left = () => new WeakRef({ tensor: new Uint8Array(1000) });

  it('has its garbage collected', async () => {
    const working = collectAtRest();
    const garbage = left();
    working(true);
    working(false);
    await new Promise((resolve) => setTimeout(resolve, 2300));
    expect(garbage.deref()).toBeUndefined();
  });
});
