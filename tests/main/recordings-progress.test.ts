import { expect, it } from 'vitest';
import { RecordingsProgress } from '../../electron/main/recordings-progress.ts';

function open(window: { visible: boolean; focused: boolean } | null) {
  const told: unknown[] = [];
  const ended = { id: 'a', name: 'talk.wav', state: 'done', tookMs: 60_000 } as const;
  const progress = new RecordingsProgress({
    window: () =>
      window === null
        ? null
        : { isVisible: () => window.visible, isFocused: () => window.focused, setProgressBar: (share) => told.push(`bar ${share}`) },
    setBadge: (count) => told.push(`badge ${count}`),
    notify: ({ title, body, clicked }) => {
      told.push(`${title}: ${body}`);
      clicked();
    },
    show: (id) => told.push(`show ${id}`),
  });
  return { told, progress, ended };
}

it('shows how far they are on the taskbar, and nothing when there are none', () => {
  const { told, progress } = open({ visible: true, focused: true });
  progress.underWay({ open: 2, share: 0.25 });
  progress.draw();
  progress.underWay({ open: 0, share: null });
  expect(told).toEqual(['badge 2', 'bar 0.25', 'bar 0.25', 'badge 0', 'bar -1']);
});

it.each([
  ['hidden', { visible: false, focused: false }],
  ['behind others', { visible: true, focused: false }],
  ['closed', null],
])('says that a long one has ended while the window is %s, and a click opens it', (_, window) => {
  const { told, progress, ended } = open(window);
  progress.ended(ended);
  progress.ended({ ...ended, state: 'no-speech' });
  progress.ended({ ...ended, state: 'failed' });
  expect(told).toEqual([
    'A recording is text now: talk.wav is ready to read.',
    'show a',
    'Nobody speaks in a recording: There are no words in talk.wav.',
    'show a',
    'A recording did not become text: talk.wav: the list of recordings says why.',
    'show a',
  ]);
});

it('does not disturb who looks at it, nor for a short one', () => {
  const seen = open({ visible: true, focused: true });
  seen.progress.ended(seen.ended);
  const short = open(null);
  short.progress.ended({ ...short.ended, tookMs: 5_000 });
  expect([...seen.told, ...short.told]).toEqual([]);
});
