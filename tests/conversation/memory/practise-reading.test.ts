import { describe, expect, it, vi } from 'vitest';
import { NAMING_PATTERNS } from '../../../electron/conversation/memory/corrections/naming-patterns.ts';
import { practiseReading } from '../../../electron/conversation/memory/practise-reading.ts';
import { practise } from '../../../electron/conversation/session/practise.ts';
import { Scope } from '../../../electron/lifetime/scope.ts';

describe('reading before the first turn', () => {
  it('tries every pattern of names, one in a step', () => {
    const tried = NAMING_PATTERNS.map(({ pattern }) => vi.spyOn(pattern, 'exec'));
    const steps = practiseReading();
    let patterns = 0;
    while (patterns < NAMING_PATTERNS.length) {
      steps.next();
      patterns += 1;
      expect(tried.filter((exec) => exec.mock.calls.length > 0)).toHaveLength(patterns);
    }
    // Twice: what is used once is not fast yet.
    for (const exec of tried) expect(exec.mock.calls.length).toBeGreaterThanOrEqual(2);
    let rest = 0;
    while (steps.next().done !== true) rest += 1;
    expect(rest).toBe(4);
    vi.restoreAllMocks();
  });

  it('lets everything else have its turn between two steps, and ends with its scope', async () => {
    const scope = new Scope('practice');
    const order: string[] = [];
    function* steps(): Generator<void> {
      for (let step = 1; ; step++) {
        order.push(`step ${step}`);
        setImmediate(() => order.push('other work'));
        yield;
      }
    }
    practise(scope, steps());
    await vi.waitFor(() => expect(order.length).toBeGreaterThanOrEqual(6));
    await scope.close();
    expect(order.slice(0, 4)).toEqual(['step 1', 'other work', 'step 2', 'other work']);
    await new Promise((resolve) => setTimeout(resolve, 10));
    const told = order.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(order).toHaveLength(told);
  });
});
