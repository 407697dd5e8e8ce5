import { describe, expect, it } from 'vitest';
import { chooseWay, toggleShortcut } from '../../../native/global-keys/choose-way.ts';
import { type KeyHook, watchHeldKey } from '../../../native/global-keys/index.ts';

const x11 = { platform: 'linux', environment: { DISPLAY: ':0' }, accessibilityGranted: true } as const;
const CTRL_RIGHT = 3613;

class FakeHook implements KeyHook {
  readonly listeners = new Map<string, (event: { keycode: number }) => void>();
  running = false;
  on(name: string, listener: (event: { keycode: number }) => void) {
    this.listeners.set(name, listener);
  }
  off(name: string) {
    this.listeners.delete(name);
  }
  start() {
    this.running = true;
  }
  stop() {
    this.running = false;
  }
  press(name: 'keydown' | 'keyup', keycode: number) {
    this.listeners.get(name)?.({ keycode });
  }
}

function watch() {
  const hook = new FakeHook();
  const told: string[] = [];
  const { key } = watchHeldKey(
    'CtrlRight',
    x11,
    (direction) => told.push(direction),
    () => ({ uIOhook: hook, UiohookKey: { CtrlRight: CTRL_RIGHT } }),
  );
  if (key === null) throw new Error('not watched');
  return { hook, told, key };
}

describe('a held key', () => {
  it('tells down once and up once while the key repeats', () => {
    const { hook, told } = watch();
    for (let repeat = 0; repeat < 30; repeat += 1) hook.press('keydown', CTRL_RIGHT);
    hook.press('keyup', CTRL_RIGHT);
    hook.press('keyup', CTRL_RIGHT);
    expect(told).toEqual(['down', 'up']);
  });

  it('tells nothing about any other key', () => {
    const { hook, told } = watch();
    for (let keycode = 0; keycode < 3700; keycode += 1) if (keycode !== CTRL_RIGHT) hook.press('keydown', keycode);
    expect(told).toEqual([]);
  });

  it('is let go when its release cannot be seen, and when the watching ends', () => {
    const { hook, told, key } = watch();
    hook.press('keydown', CTRL_RIGHT);
    key.release();
    key.release();
    hook.press('keydown', CTRL_RIGHT);
    void key.close();
    void key.close();
    expect(told).toEqual(['down', 'up', 'down', 'up']);
    expect(hook.running).toBe(false);
    expect(hook.listeners.size).toBe(0);
  });

  it('gives a reason instead of throwing', () => {
    const refuses = () => {
      throw new Error('no library');
    };
    expect(watchHeldKey('CtrlRight', x11, () => undefined, refuses)).toMatchObject({ key: null });
    const unknown = watchHeldKey(
      'NoSuchKey',
      x11,
      () => undefined,
      () => ({ uIOhook: new FakeHook(), UiohookKey: {} }),
    );
    expect(unknown).toEqual({ key: null, reason: 'There is no key named NoSuchKey.' });
  });
});

describe('where a held key can be watched', () => {
  it.each([
    ['X11', x11, null],
    ['Wayland', { ...x11, environment: { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' } }, /Wayland/],
    ['a Wayland session', { ...x11, environment: { DISPLAY: ':0', XDG_SESSION_TYPE: 'wayland' } }, /Wayland/],
    ['no display', { ...x11, environment: {} }, /no display/],
    ['macOS without permission', { ...x11, platform: 'darwin', accessibilityGranted: false }, /Accessibility/],
    ['macOS with permission', { ...x11, platform: 'darwin', accessibilityGranted: true }, null],
    ['Windows', { ...x11, platform: 'win32', environment: {} }, null],
  ] as const)('%s', (_name, place, reason) => {
    if (reason === null) expect(chooseWay(place)).toBeNull();
    else expect(chooseWay(place)).toMatch(reason);
  });

  it('a shortcut stands in: function keys themselves, a combination for everything else', () => {
    expect(['F1', 'F12', 'F24', 'F25', 'F0', 'A', 'CtrlRight'].map(toggleShortcut)).toEqual([
      'F1',
      'F12',
      'F24',
      ...Array(4).fill('CommandOrControl+Alt+Space'),
    ]);
  });
});
