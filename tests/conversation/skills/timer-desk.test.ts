import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTimerDesk } from '../../../electron/conversation/skills/timer-desk.ts';
import { Scope } from '../../../electron/lifetime/scope.ts';

const START_MS = Date.parse('2026-11-24T16:42:00Z');

/** A wall clock that goes on while timeouts stand still, as in a sleeping computer. */
function openDesk({ kept = keptInMemory(), laterMs = 0 } = {}) {
  const scope = new Scope('timers');
  let sleptMs = 0;
  const startedAtMs = Date.now();
  const ended: string[] = [];
  const now = () => new Date(START_MS + laterMs + Date.now() - startedAtMs + sleptMs);
  const desk = openTimerDesk({ scope, now, kept, onEnded: (sentence) => ended.push(sentence) });
  return {
    desk,
    scope,
    ended,
    sleep: (ms: number) => {
      sleptMs += ms;
    },
  };
}

/** What survives the process. */
function keptInMemory() {
  const kept = new Map<string, unknown>();
  return {
    list: () => [...kept.values()],
    put: (timer: { readonly id: string }) => void kept.set(timer.id, JSON.parse(JSON.stringify(timer))),
    remove: (id: string) => void kept.delete(id),
    kept,
  };
}

describe('the timer desk', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ends a timer on time, once, and forgets it', async () => {
    const { desk, ended, scope } = openDesk();
    const timer = desk.set(300_000, null);
    expect(timer.endsAt).toEqual(new Date(START_MS + 300_000));
    vi.advanceTimersByTime(299_999);
    expect(ended).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ended).toEqual(['Your timer of five minutes is over.']);
    expect(desk.list()).toEqual([]);
    vi.advanceTimersByTime(3_600_000);
    expect(ended).toHaveLength(1);
    expect(scope.openCount).toBe(0);
    await scope.close();
  });

  it('goes on after a restart, and says first that one ended meanwhile', async () => {
    const kept = keptInMemory();
    const before = openDesk({ kept });
    before.desk.set(60_000, 'pasta');
    before.desk.set(600_000, 'bread');
    const gone = before.desk.set(600_000, 'rice');
    before.desk.cancel(gone.id);
    await before.scope.close();

    const { desk, ended, scope } = openDesk({ kept, laterMs: 360_000 });
    vi.advanceTimersByTime(0);
    expect(ended).toEqual(['While I was off, your pasta timer was over five minutes ago.']);
    expect(desk.list().map(({ label }) => label)).toEqual(['bread']);
    vi.advanceTimersByTime(240_000);
    expect(ended.at(-1)).toBe('Your bread timer is over.');
    expect(kept.kept.size).toBe(0);
    await scope.close();
  });

  it('passes over what is damaged', async () => {
    const kept = keptInMemory();
    kept.kept.set('x', { id: 'x', label: 3, endsAt: 'never' });
    const { desk, scope } = openDesk({ kept });
    expect(desk.list()).toEqual([]);
    await scope.close();
  });

  it('runs several, soonest first, each with its own name', async () => {
    const { desk, ended, scope } = openDesk();
    desk.set(600_000, 'pasta');
    desk.set(60_000, null);
    desk.set(30_000, 'seven thirty alarm');
    expect(desk.list().map(({ durationMs }) => durationMs)).toEqual([30_000, 60_000, 600_000]);
    vi.advanceTimersByTime(600_000);
    expect(ended).toEqual(['This is your seven thirty alarm.', 'Your timer of one minute is over.', 'Your pasta timer is over.']);
    await scope.close();
  });

  it('does not end a cancelled timer', async () => {
    const { desk, ended, scope } = openDesk();
    const { id } = desk.set(60_000, null);
    desk.cancel(id);
    desk.cancel('unknown');
    vi.advanceTimersByTime(120_000);
    expect(ended).toEqual([]);
    expect(scope.openCount).toBe(0);
    await scope.close();
  });

  it('ends what ran out while the computer slept within seconds of waking, and says how late it is', async () => {
    const { desk, ended, sleep, scope } = openDesk();
    desk.set(3_600_000, 'bread');
    desk.set(7_200_000, null);
    vi.advanceTimersByTime(1000);
    sleep(4_200_000);
    vi.advanceTimersByTime(15_000);
    expect(ended).toEqual(['Your bread timer was over ten minutes ago.']);
    expect(desk.list()).toHaveLength(1);
    await scope.close();
  });

  it('lets go of everything when its scope closes', async () => {
    const { desk, ended, scope } = openDesk();
    desk.set(60_000, null);
    await scope.close();
    vi.advanceTimersByTime(120_000);
    expect(ended).toEqual([]);
    expect(scope.openCount).toBe(0);
  });

  it('may set the next timer from the end of one', async () => {
    const scope = new Scope('timers');
    const ended: string[] = [];
    const desk = openTimerDesk({
      scope,
      now: () => new Date(),
      kept: keptInMemory(),
      onEnded: (sentence) => {
        ended.push(sentence);
        if (ended.length < 3) desk.set(1000, null);
      },
    });
    desk.set(1000, null);
    vi.advanceTimersByTime(10_000);
    expect(ended).toHaveLength(3);
    await scope.close();
  });
});
