import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: {}, Menu: {}, nativeImage: {}, Tray: class {} }));
const { readFlags, talkArguments } = await import('../../electron/main/command-line-flags.ts');
const { sandboxRefusal } = await import('../../electron/main/chromium-switches.ts');
const { fitPlace } = await import('../../electron/main/window-place.ts');
const { menuTemplate } = await import('../../electron/main/menu.ts');
const { Problems } = await import('../../electron/main/problems.ts');
const { trayIcon, trayLine, trayMenu } = await import('../../electron/main/tray.ts');

describe('command-line flags', () => {
  it('are read beside Chromium’s own, relative to the folder they were typed in', () => {
    const flags = readFlags(
      [
        '.',
        'file:///home/me/my%20talk.mp3',
        'memo.wav',
        '--no-sandbox',
        '--hidden',
        '--profile=p',
        '--talk-in=a.wav',
        '--talk-in=/b.wav',
        '--talk-out=c.wav',
      ],
      '/home/me',
    );
    expect(flags).toEqual({
      hidden: true,
      toggleTalk: false,
      cancel: false,
      files: ['/home/me', '/home/me/my talk.mp3', '/home/me/memo.wav'],
      profile: '/home/me/p',
      talkIn: ['/home/me/a.wav', '/b.wav'],
      talkOut: '/home/me/c.wav',
    });
    expect(talkArguments(flags)).toEqual([
      'talk',
      '--in',
      '/home/me/a.wav',
      '--in',
      '/b.wav',
      '--out',
      '/home/me/c.wav',
      '--profile',
      '/home/me/p',
      '--json',
    ]);
  });

  it('an installed Parley does not start without its sandbox, except as root, whom Chromium gives none', () => {
    expect(sandboxRefusal({ noSandbox: true, isPackaged: true, isRoot: false })).toMatch(/--no-sandbox/);
    for (const allowed of [
      { noSandbox: false, isPackaged: true, isRoot: false },
      { noSandbox: true, isPackaged: false, isRoot: false },
      { noSandbox: true, isPackaged: true, isRoot: true },
    ])
      expect(sandboxRefusal(allowed)).toBeNull();
  });
});

describe('the window’s place', () => {
  const screens = [
    { x: 0, y: 0, width: 1920, height: 1080 },
    { x: 1920, y: 0, width: 1280, height: 1024 },
  ];
  it('is where it was left, on any display', () => {
    const left = { x: 2000, y: 50, width: 800, height: 700 };
    expect(fitPlace(left, screens)).toEqual(left);
  });
  it.each([
    ['its display is gone', { x: 5000, y: 0, width: 800, height: 700 }],
    ['its title bar is above the screen', { x: 10, y: -300, width: 800, height: 700 }],
  ])('is left to the system when %s', (_why, left) => expect(fitPlace(left, screens)).toEqual({ width: 800, height: 700 }));
  it('is never larger than the display nor too small to use', () => {
    expect(fitPlace({ x: 0, y: 0, width: 9000, height: 9000 }, screens)).toMatchObject({ width: 1920, height: 1080 });
    expect(fitPlace({ x: 0, y: 0, width: 1, height: 1 }, screens)).toMatchObject({ width: 420, height: 560 });
  });
});

describe('the tray', () => {
  const me = { id: 'me', name: 'Me', colour: 'sea' } as const;
  const alone = { currentId: 'me', profiles: [me] };
  const quiet = {
    presence: 'idle',
    capturing: false,
    microphone: 'closed',
    personaName: 'Nova',
    personas: [],
    profiles: alone,
    engines: [],
  } as const;
  const actions = {
    show: () => undefined,
    toggleTalk: () => undefined,
    switchPersona: () => undefined,
    switchProfile: () => undefined,
    switchEngine: () => undefined,
    showSettings: () => undefined,
    quit: () => undefined,
  };
  it.each([
    [{}, 'closed', 'Microphone closed'],
    [{ microphone: 'open' }, 'open', 'Microphone open, not recording'],
    [{ presence: 'speaking' }, 'speaking', 'Nova is speaking · Microphone closed'],
    [{ presence: 'speaking', capturing: true }, 'live', 'Nova is speaking · Microphone live'],
    [{ presence: 'speaking', microphone: 'live' }, 'live', 'Nova is speaking · Microphone live'],
    [{ microphone: 'denied' }, 'blocked', 'Microphone not allowed'],
    [{ microphone: 'silent' }, 'blocked', 'Microphone sends only silence'],
  ] as const)('%j shows %s: %s', (change, icon, line) => {
    const state = { ...quiet, ...change };
    expect([trayIcon(state), trayLine(state)]).toEqual([icon, line]);
  });

  it('hands the conversation to anybody by name', () => {
    const chosen: string[] = [];
    const personas = [
      { id: 'nova', name: 'Nova' },
      { id: 'mia', name: 'Mia' },
    ];
    const others = { ...actions, switchEngine: () => undefined };
    const menu = trayMenu({ ...quiet, personas }, '', { ...others, switchPersona: (id) => void chosen.push(id) });
    const entry = menu.find(({ label }) => label === 'Persona');
    const items = entry?.submenu as { label: string; checked: boolean; click: () => void }[];
    expect(items.map(({ label, checked }) => [label, checked])).toEqual([
      ['Nova', true],
      ['Mia', false],
    ]);
    items[1]?.click();
    expect(chosen).toEqual(['mia']);
  });

  it('hands the computer to somebody else, where there is somebody', () => {
    const chosen: string[] = [];
    const entryOf = (profiles: typeof alone | { currentId: string; profiles: { id: string; name: string; colour: 'sea' | 'plum' }[] }) =>
      trayMenu({ ...quiet, profiles }, '', { ...actions, switchProfile: (id) => void chosen.push(id) }).find(
        ({ label }) => label === 'Profile',
      );
    expect(entryOf(alone)).toBeUndefined();
    const entry = entryOf({ currentId: 'me', profiles: [me, { id: 'anna', name: 'Anna', colour: 'plum' }] });
    const items = entry?.submenu as { label: string; checked: boolean; click: () => void }[];
    expect(items.map(({ label, checked }) => [label, checked])).toEqual([
      ['Me', true],
      ['Anna', false],
    ]);
    items[1]?.click();
    expect(chosen).toEqual(['anna']);
  });

  it('chooses the engine, where there is more than one', () => {
    const chosen: string[] = [];
    const here = { id: 'on-device', label: 'On this computer', isChosen: true };
    const menuOf = (engines: (typeof here)[]) =>
      trayMenu({ ...quiet, engines }, '', { ...actions, switchEngine: (id) => void chosen.push(id) }).find(
        ({ label }) => label === 'Engine',
      );
    expect(menuOf([here])).toBeUndefined();
    const menu = menuOf([here, { id: 'xai', label: 'xAI Grok Voice', isChosen: false }]);
    const items = (menu?.submenu ?? []) as { click: () => void }[];
    items[1]?.click();
    expect(chosen).toEqual(['xai']);
  });
});

it('the developer tools are in no menu of the packaged app', () => {
  const actions = { show: () => undefined, toggleTalk: () => undefined, quit: () => undefined };
  const roles = (isPackaged: boolean) => JSON.stringify(menuTemplate(actions, { isPackaged, platform: 'linux' }));
  expect(roles(true)).not.toMatch(/toggleDevTools|reload/);
  expect(roles(false)).toMatch(/toggleDevTools/);
});

it('a problem is told once, also to a page that comes later', () => {
  const problems = new Problems();
  const told: string[] = [];
  const problem = { id: 'full', message: 'Full.', whatToDo: 'Make room.' };
  problems.report(problem);
  problems.tellTo(({ id }) => told.push(id));
  problems.report(problem);
  expect(told).toEqual(['full']);
});
