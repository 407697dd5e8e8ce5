import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TalkKey } from '../../../electron/conversation/turn-taking/talk-key.ts';

describe('TalkKey', () => {
  it('opens while it is held and closes when it is let go', () => {
    const key = new TalkKey();
    expect([key.down(0), key.up(1500)]).toEqual(['open', 'close']);
  });

  it('stays open after a tap and closes at the next press', () => {
    const key = new TalkKey();
    expect([key.down(0), key.up(120), key.down(4000), key.up(4100)]).toEqual(['open', 'keep-open', 'close', null]);
  });

  it('ignores auto-repeat', () => {
    const key = new TalkKey();
    expect([key.down(0), key.down(30), key.down(60), key.up(900)]).toEqual(['open', null, null, 'close']);
  });

  it('does nothing with a key that is still held after Esc', () => {
    const key = new TalkKey();
    key.down(0);
    key.reset();
    expect([key.down(500), key.up(900), key.down(1000)]).toEqual([null, null, 'open']);
  });

  it('never closes what it did not open and never opens twice', () => {
    const steps = fc.array(fc.record({ down: fc.boolean(), waitMs: fc.integer({ min: 1, max: 700 }) }), { maxLength: 60 });
    fc.assert(fc.property(steps, decisionsAlternate));
  });
});

/** Plays random presses; opening comes only while closed, everything else only while open. */
function decisionsAlternate(moves: readonly { down: boolean; waitMs: number }[]): boolean {
  const key = new TalkKey();
  let open = false;
  let atMs = 0;
  return moves.every((move) => {
    atMs += move.waitMs;
    const decision = move.down ? key.down(atMs) : key.up(atMs);
    const fits = decision === null || (decision === 'open') === !open;
    if (decision !== null) open = decision !== 'close';
    return fits;
  });
}
