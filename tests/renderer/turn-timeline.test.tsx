// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { TurnTimelinePicture, timelineParts } from '../../renderer/conversation/TurnTimelinePicture.tsx';

const timeline = { speechEndMs: 1000, commitMs: 1352, transcriptMs: 1353, firstTokenMs: 1320, firstAudioMs: 1360, firstSoundMs: 1400 };
afterEach(cleanup);

describe('the picture of a turn', () => {
  it('has a part for everything that was waited for, and none for what was made ahead', () => {
    expect(timelineParts(timeline).map(({ until, lengthMs }) => [until, lengthMs])).toEqual([
      ['commitMs', 352],
      ['transcriptMs', 1],
      ['firstAudioMs', 7],
      ['firstSoundMs', 40],
    ]);
  });

  it('tells the same in words', () => {
    render(<TurnTimelinePicture timeline={timeline} />);
    const picture = screen.getByRole('img');
    expect(picture.getAttribute('aria-label')).toContain('352 ms until you were surely done');
    expect(picture.querySelectorAll('rect')).toHaveLength(4);
  });

  it('is not there for a turn without times', () => {
    const { container } = render(<TurnTimelinePicture timeline={null} />);
    expect(container.innerHTML).toBe('');
    expect(timelineParts({ ...timeline, speechEndMs: null, commitMs: null })).toEqual([]);
  });
});
