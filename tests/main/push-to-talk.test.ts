import { expect, it } from 'vitest';
import { PushToTalk } from '../../electron/main/push-to-talk.ts';

const place = () => ({ platform: 'linux', environment: { WAYLAND_DISPLAY: 'wayland-0' }, accessibilityGranted: true }) as const;

function open(taken: readonly string[] = [], held = false) {
  const told: string[] = [];
  const pressed = new Map<string, () => void>();
  const closed: string[] = [];
  const talk = new PushToTalk({
    place,
    tell: (direction) => told.push(direction),
    shortcuts: {
      register: (accelerator, press) => !taken.includes(accelerator) && pressed.set(accelerator, press) !== undefined,
      unregister: (accelerator) => void pressed.delete(accelerator),
    },
    ...(held ? { watch: (name: string) => ({ key: { release: () => void told.push('up'), close: () => void closed.push(name) } }) } : {}),
  });
  return { talk, told, pressed, closed };
}

it('says that it cannot know the release, and what to press instead', () => {
  const { talk, pressed, told } = open();
  expect(talk.choose('CtrlRight')).toEqual({
    support: 'toggle',
    reason:
      'Wayland does not tell programs in the background when a key is let go. Press Ctrl+Alt+Space once to talk and once more to stop.',
  });
  pressed.get('CommandOrControl+Alt+Space')?.();
  expect(told).toEqual(['down', 'up']);
});

it('has no key where the shortcut is taken too', () => {
  const { talk } = open(['F8']);
  expect(talk.choose('F8')).toMatchObject({ support: 'none', reason: expect.stringContaining('F8 is taken') });
});

it('lets the old key go before it watches the new one', () => {
  const { talk, pressed } = open();
  talk.choose('F8');
  talk.choose('F9');
  expect([...pressed.keys()]).toEqual(['F9']);
  expect(talk.choose(null)).toEqual({ support: 'none', reason: 'No key is chosen.' });
  expect(pressed.size).toBe(0);
});

it('holds where the system tells the release, and watches the same key once', () => {
  const { talk, closed, told } = open([], true);
  expect(talk.choose('CtrlRight')).toEqual({ support: 'hold', reason: null });
  talk.choose('CtrlRight');
  expect(closed).toEqual([]);
  talk.release();
  expect(told).toEqual(['up']);
  talk.close();
  expect(closed).toEqual(['CtrlRight']);
});
