import { describe, expect, it } from 'vitest';
import { Endpointing } from '../../../electron/conversation/turn-taking/endpointing.ts';
import { framesOf } from '../frames.ts';

/** Plays a pattern and returns what was decided, with the number of the frame (from 1). */
function play(pattern: string, silenceToEndMs = 480) {
  const endpointing = new Endpointing();
  return framesOf(pattern).flatMap((frame, index) => {
    const decision = endpointing.hear(frame, silenceToEndMs);
    return decision === null ? [] : [`${index + 1} ${decision}`];
  });
}

describe('Endpointing', () => {
  it('believes speech at the third frame', () => {
    expect(play('..sss')).toEqual(['5 speech-began']);
  });

  it('does not take a click for speech', () => {
    expect(play('s....ss....s....')).toEqual([]);
  });

  it('lets the engine work ahead after three silent frames and ends the turn after as much silence as it is told', () => {
    expect(play(`${'s'.repeat(10)}${'.'.repeat(20)}`)).toEqual(['3 speech-began', '13 paused', '25 ended']);
    expect(play(`${'s'.repeat(10)}${'.'.repeat(60)}`, 1300).at(-1)).toBe('51 ended');
  });

  it('ends at once when less silence is enough now than there was already', () => {
    const endpointing = new Endpointing();
    for (const frame of framesOf(`${'s'.repeat(10)}${'.'.repeat(12)}`)) endpointing.hear(frame, 1300);
    expect(framesOf('.').map((frame) => endpointing.hear(frame, 300))).toEqual(['ended']);
  });

  it('goes on with the same turn when speech resumes in a pause', () => {
    const decisions = play(`${'s'.repeat(10)}${'.'.repeat(8)}${'s'.repeat(5)}${'.'.repeat(20)}`);
    expect(decisions).toEqual(['3 speech-began', '13 paused', '19 resumed', '26 paused', '38 ended']);
  });

  it('calls a knock a misfire, not a turn', () => {
    expect(play(`ssss${'.'.repeat(20)}`)).toEqual(['3 speech-began', '7 paused', '19 misfired']);
  });

  it('does not start the silence at a frame that only trails off', () => {
    expect(play(`${'s'.repeat(10)}??${'.'.repeat(20)}`).at(-1)).toBe('27 ended');
  });
});
