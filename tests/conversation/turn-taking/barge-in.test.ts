import { describe, expect, it } from 'vitest';
import { BargeIn } from '../../../electron/conversation/turn-taking/barge-in.ts';
import { framesOf } from '../frames.ts';

function play(pattern: string) {
  const bargeIn = new BargeIn();
  return framesOf(pattern).flatMap((frame, index) => {
    const decision = bargeIn.hear(frame);
    return decision === null ? [] : [`${index + 1} ${decision}`];
  });
}

describe('BargeIn', () => {
  it('ducks at the second speech frame and confirms after 224 ms', () => {
    expect(play('ssssssss')).toEqual(['2 duck', '7 confirm']);
  });

  it('comes back up after a cough', () => {
    expect(play('ssss......')).toEqual(['2 duck', '9 release']);
  });

  it('is not moved by a click', () => {
    expect(play('s.....s.....')).toEqual([]);
  });

  it('does not add up separate coughs', () => {
    expect(play('ssss.....ssss.....')).toEqual(['2 duck', '9 release', '11 duck', '18 release']);
  });
});
