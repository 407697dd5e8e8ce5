import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NAMING_PATTERNS } from '../../../../electron/conversation/memory/corrections/naming-patterns.ts';
import { warmPatterns } from '../../../../electron/conversation/memory/corrections/warm-patterns.ts';
import { Scope } from '../../../../electron/lifetime/scope.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('uses each pattern twice, one at a time, and leaves nothing open', async () => {
  const scope = new Scope('warm');
  const used = vi.spyOn(RegExp.prototype, 'test');
  warmPatterns(scope);
  expect(used).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(30);
  expect(used).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(30 * 2 * NAMING_PATTERNS.length);
  expect(used).toHaveBeenCalledTimes(2 * NAMING_PATTERNS.length);
  used.mockRestore();
  expect(scope.openCount).toBe(0);
  await scope.close();
});

it('ends with the conversation', async () => {
  const scope = new Scope('warm');
  warmPatterns(scope);
  await scope.close();
  expect(vi.getTimerCount()).toBe(0);
});
