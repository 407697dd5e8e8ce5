import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Ending } from '../../electron/lifetime/ending.ts';

describe('the end of a program', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  function program() {
    const listeners: (() => void)[] = [];
    const done: string[] = [];
    const ending = new Ending({
      on: (_signal, listener) => listeners.push(listener),
      exit: (code) => done.push(`exit ${code}`),
      kill: () => done.push('killed'),
    });
    return { ending, done, signal: () => listeners[0]?.() };
  }

  it('asks the command to stop, and waits for it', () => {
    const { ending, done, signal } = program();
    signal();
    vi.advanceTimersByTime(20_000);
    expect([ending.signal.aborted, done]).toEqual([true, []]);
  });

  it('does not wait for ever', () => {
    const { done, signal } = program();
    signal();
    vi.advanceTimersByTime(25_000);
    expect(done).toEqual(['killed']);
  });

  it('takes one wish told twice for one', () => {
    const { done, signal } = program();
    signal();
    vi.advanceTimersByTime(200);
    signal();
    expect(done).toEqual([]);
    vi.advanceTimersByTime(200);
    signal();
    expect(done).toEqual(['killed']);
  });

  it('ends when the command is over, whatever is still open', () => {
    const { ending, done } = program();
    ending.over(3);
    vi.advanceTimersByTime(5000);
    expect(done).toEqual(['exit 3']);
  });
});
