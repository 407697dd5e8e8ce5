import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStore } from './memory-store.ts';
import { Stage } from './stage.ts';

let stage: Stage;
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(async () => {
  await stage.close();
  vi.useRealTimers();
});

describe('timers of a conversation', () => {
  it('are kept in the profile while they run, and gone when they are cancelled', async () => {
    stage = await Stage.open();
    await said('Set a timer for five minutes for the tea.');
    await stage.tool('timer.set', { duration: 'five minutes', label: 'tea' });
    expect(stage.store.documents.list('timer')).toEqual([
      expect.objectContaining({ label: 'tea', durationMs: 300_000, endsAt: '2026-03-02T10:05:00.000Z' }),
    ]);
    stage.session.cancelTimer(stage.session.state.timers[0]?.id ?? '');
    expect(stage.store.documents.list('timer')).toEqual([]);
  });

  it('that ended while the program was off are told at the next start', async () => {
    const store = memoryStore();
    store.documents.put('timer', 'a', { id: 'a', label: 'tea', durationMs: 300_000, endsAt: '2026-03-02T09:50:00.000Z' }, '');
    store.documents.put('timer', 'b', { id: 'b', label: null, durationMs: 3_600_000, endsAt: '2026-03-02T10:30:00.000Z' }, '');
    stage = await Stage.open({ store });
    await vi.advanceTimersByTimeAsync(1);
    expect(stage.engine.calls).toContain('say "While I was off, your tea timer was over ten minutes ago."');
    expect(stage.session.state.timers.map(({ id }) => id)).toEqual(['b']);
    expect(store.documents.list('timer')).toHaveLength(1);
  });

  it('of a private conversation leave nothing in the profile', async () => {
    stage = await Stage.open();
    await stage.session.newConversation('private');
    await said('Set a timer for five minutes.');
    await stage.tool('timer.set', { duration: 'five minutes' });
    expect(stage.session.state.timers).toHaveLength(1);
    expect(stage.store.documents.list('timer')).toEqual([]);
  });
});

async function said(words: string): Promise<void> {
  await stage.session.sendText(words);
  await vi.advanceTimersByTimeAsync(1);
}
