import { describe, expect, it } from 'vitest';
import { OwnManner } from '../../../electron/conversation/session/own-manner.ts';
import { EVERYBODY } from '../../../electron/ipc/tuning-schema.ts';
import { memoryStore } from '../../scenarios/memory-store.ts';
import { Stage } from '../../scenarios/stage.ts';

const TUNED = { pauseFactor: 1.4, listeningWords: ['m h'], echo: { gain: 0.1, delayMs: 96 } };

describe('the manner of one person', () => {
  it('outlives a restart', () => {
    const { documents } = memoryStore();
    new OwnManner(() => documents).change(TUNED);
    const again = new OwnManner(() => documents);
    expect(again.state).toEqual({ manner: TUNED, canUndo: true });
    expect([again.pauses.factor, again.echo, [...again.listeningWords]]).toEqual([1.4, TUNED.echo, ['m h']]);
  });

  it('is taken back once, and is as for everybody when that is wished', () => {
    const { documents } = memoryStore();
    const manner = new OwnManner(() => documents);
    manner.change(TUNED);
    expect(manner.change(EVERYBODY).manner).toEqual(EVERYBODY);
    expect(manner.undo()).toEqual({ manner: TUNED, canUndo: false });
    expect(manner.undo().manner).toEqual(TUNED);
    expect(new OwnManner(() => documents).state.manner).toEqual(TUNED);
  });

  it('keeps what turn after turn taught, once it is worth writing', () => {
    const { documents } = memoryStore();
    const manner = new OwnManner(() => documents);
    manner.pauses.letFinish();
    manner.keepLearned();
    expect(new OwnManner(() => documents).pauses.factor).toBe(1);
    manner.pauses.cutOff();
    manner.keepLearned();
    expect(new OwnManner(() => documents).pauses.factor).toBeCloseTo(manner.pauses.factor);
  });

  it('is another one once the profile is unlocked, and everybody’s where what is kept is damaged', () => {
    const [locked, opened] = [memoryStore(), memoryStore()];
    new OwnManner(() => opened.documents).change(TUNED);
    const holds = { documents: locked.documents };
    const manner = new OwnManner(() => holds.documents);
    expect(manner.state.manner).toEqual(EVERYBODY);
    holds.documents = opened.documents;
    manner.reload();
    expect(manner.state.manner).toEqual(TUNED);
    opened.documents.put('manner', 'own-manner', { manner: { pauseFactor: 99 } }, '');
    manner.reload();
    expect(manner.state).toEqual({ manner: EVERYBODY, canUndo: false });
  });

  it('learns from a turn that was cut off, and not in a private conversation', async () => {
    for (const kind of ['kept', 'private'] as const) {
      const stage = await Stage.open({ preferences: { talkMode: 'hands-free' } });
      await stage.session.newConversation(kind);
      stage.hear(`${'v'.repeat(20)}${'.'.repeat(60)}`);
      stage.hear('v'.repeat(20));
      expect(new OwnManner(() => stage.store.documents).pauses.factor).toBe(kind === 'kept' ? 1.25 : 1);
      await stage.close();
    }
  });
});
