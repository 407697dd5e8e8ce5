import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteWhenDue, nextLookMs } from '../../../electron/conversation/store/expiry.ts';
import { Scope } from '../../../electron/lifetime/scope.ts';
import { memoryStore } from '../../scenarios/memory-store.ts';
import { beginUntil } from './said.ts';

const MINUTE_MS = 60_000;
const noon = new Date('2026-03-02T12:00:00Z');
const atMinute = (minutes: number) => new Date(noon.getTime() + minutes * MINUTE_MS);

describe('when to look next', () => {
  it('is the time of the next one, but no later than a quarter of an hour, because clocks and sleep cannot be trusted', () => {
    expect(nextLookMs(atMinute(5), noon)).toBe(5 * MINUTE_MS);
    expect(nextLookMs(atMinute(60 * 24 * 365), noon)).toBe(15 * MINUTE_MS);
    expect(nextLookMs(atMinute(-5), noon)).toBe(0);
    expect(nextLookMs(null, noon)).toBe(15 * MINUTE_MS);
  });
});

describe('disappearing conversations', () => {
  let scope: Scope;
  let nowMinutes = 0;
  const deleted: string[][] = [];
  const failed = vi.fn();
  const begin = (store: ReturnType<typeof memoryStore>) =>
    deleteWhenDue({ scope, store, today: () => atMinute(nowMinutes), deleted: (ids) => void deleted.push([...ids]), failed });
  const pass = (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      nowMinutes += 1;
      vi.advanceTimersByTime(MINUTE_MS);
    }
  };

  beforeEach(() => {
    vi.useFakeTimers();
    scope = new Scope('test');
    nowMinutes = 0;
    deleted.length = 0;
    failed.mockReset();
  });
  afterEach(async () => {
    await scope.close();
    vi.useRealTimers();
  });

  it('go at once when their time ended while the app was closed', () => {
    const store = memoryStore();
    const gone = beginUntil(store, atMinute(-60), 'gone');
    const stays = beginUntil(store, null, 'stays');
    begin(store);
    expect(deleted).toEqual([[gone]]);
    expect(store.readTurns(stays)).toHaveLength(1);
    expect(scope.openCount).toBe(1);
  });

  it('go at their time while it runs, each at its own', () => {
    const store = memoryStore();
    const [first, second] = [beginUntil(store, atMinute(5), 'one'), beginUntil(store, atMinute(40), 'two')];
    begin(store);
    pass(4);
    expect(deleted).toEqual([]);
    pass(1);
    expect(deleted).toEqual([[first]]);
    pass(35);
    expect(deleted).toEqual([[first], [second]]);
    expect(scope.openCount).toBe(1);
  });

  it('are seen when they are begun later, without being told', () => {
    const store = memoryStore();
    begin(store);
    const id = beginUntil(store, atMinute(20), 'later');
    pass(19);
    expect(deleted).toEqual([]);
    pass(1);
    expect(deleted).toEqual([[id]]);
  });

  it('are seen at once when they are begun later, once it is asked to look again', () => {
    const store = memoryStore();
    const look = begin(store);
    const id = beginUntil(store, atMinute(2), 'later');
    look();
    look();
    expect(scope.openCount).toBe(1);
    pass(2);
    expect(deleted).toEqual([[id]]);
  });

  it('go after the computer slept through their time', () => {
    const store = memoryStore();
    const id = beginUntil(store, atMinute(600), 'slept');
    begin(store);
    nowMinutes = 700;
    vi.advanceTimersByTime(15 * MINUTE_MS);
    expect(deleted).toEqual([[id]]);
  });

  it('are tried again when the disk fails, without hurry', () => {
    const store = memoryStore();
    const id = beginUntil(store, atMinute(1), 'stubborn');
    let fails = true;
    const failing = {
      nextExpiry: store.nextExpiry,
      deleteExpired: (now: Date) => {
        if (fails && now > noon) throw new Error('full');
        return store.deleteExpired(now);
      },
    };
    begin(Object.assign(memoryStore(), failing));
    pass(10);
    expect(failed).toHaveBeenCalledTimes(1);
    fails = false;
    pass(10);
    expect(deleted).toEqual([[id]]);
  });

  it('are left alone once the scope is closed', async () => {
    const store = memoryStore();
    beginUntil(store, atMinute(1), 'one');
    begin(store);
    await scope.close();
    pass(10);
    expect(deleted).toEqual([]);
  });
});
