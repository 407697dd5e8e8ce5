import { describe, expect, it, vi } from 'vitest';
import { Scope, ScopeClosedError } from '../../electron/lifetime/scope.ts';

describe('Scope', () => {
  it('closes newest first, and children before what was opened before them', async () => {
    const order: string[] = [];
    const scope = new Scope('test');
    scope.add(() => void order.push('first'));
    const child = scope.child('child');
    child.add(() => void order.push('in child'));
    scope.add(() => void order.push('last'));
    await scope.close();
    expect(order).toEqual(['last', 'in child', 'first']);
    expect(scope.openCount).toBe(0);
    expect(child.openCount).toBe(0);
  });

  it('runs every disposer even when one fails, and tells afterwards', async () => {
    const ran = vi.fn();
    const scope = new Scope('test');
    scope.add(ran);
    scope.add(() => {
      throw new Error('stuck');
    });
    await expect(scope.close()).rejects.toThrow('Closing test failed in 1 places');
    expect(ran).toHaveBeenCalledOnce();
  });

  it('closes at once what is added to a closed scope', async () => {
    const scope = new Scope('test');
    await scope.close();
    const close = vi.fn();
    scope.add(close);
    expect(close).toHaveBeenCalledOnce();
  });

  it('forgets a child that closed by itself', async () => {
    const scope = new Scope('test');
    const child = scope.child('child');
    expect(scope.openCount).toBe(1);
    await child.close();
    expect(scope.openCount).toBe(0);
  });

  it('stops timers that have not fired and forgets those that have', async () => {
    vi.useFakeTimers();
    const scope = new Scope('test');
    const early = vi.fn();
    const late = vi.fn();
    scope.timeout(early, 10);
    scope.timeout(late, 1000);
    vi.advanceTimersByTime(20);
    expect(scope.openCount).toBe(1);
    await scope.close();
    vi.advanceTimersByTime(5000);
    expect(early).toHaveBeenCalledOnce();
    expect(late).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  it('wakes a sleeper with the reason when it closes', async () => {
    const scope = new Scope('test');
    const sleeping = scope.sleep(60_000);
    await scope.close();
    await expect(sleeping).rejects.toBeInstanceOf(ScopeClosedError);
  });
});
