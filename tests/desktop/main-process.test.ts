import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { electronFile, type LaunchedApp, launchApp, launchArguments, whyNoApp } from './launch-app.ts';

const why = whyNoApp();
if (why !== null) console.warn(`The main process tests are skipped: ${why}.`);

let launched: LaunchedApp;
const profile = mkdtempSync(join(tmpdir(), 'parley-main-'));

/** The process id of the conversation process, as Electron's own table has it. */
const conversationPid = () =>
  launched.app.evaluate(
    ({ app }) => app.getAppMetrics().find((one) => /Parley conversation/.test(`${one.name} ${one.serviceName}`))?.pid ?? 0,
  );

const isVisible = () => launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));

describe.skipIf(why !== null)('the running app', () => {
  beforeAll(async () => {
    launched = await launchApp({ profile });
    await launched.page.waitForLoadState('load');
    await launched.page.evaluate(() => {
      const page = window as unknown as { countedPortSets: number; parley: { connectConversation(): Promise<void> } };
      page.countedPortSets = 0;
      window.addEventListener('message', (event) => {
        if (event.data === 'parley:conversation-ports' && event.ports.length === 3) page.countedPortSets += 1;
      });
      return page.parley.connectConversation();
    });
  });
  afterAll(async () => {
    await launched?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  });

  it('hands the page three ports, and three new ones after the conversation process was killed', async () => {
    const page = launched.page;
    await page.waitForFunction(() => (window as unknown as { countedPortSets: number }).countedPortSets > 0);
    // The page's own request may have brought a set, too.
    await page.waitForTimeout(300);
    const before = await page.evaluate(() => (window as unknown as { countedPortSets: number }).countedPortSets);
    const pid = await conversationPid();
    expect(pid).toBeGreaterThan(0);
    process.kill(pid, 'SIGKILL');
    await page.waitForFunction((count) => (window as unknown as { countedPortSets: number }).countedPortSets === count + 1, before);
    expect(await conversationPid()).not.toBe(pid);
  });

  it('has a first picture that needs neither style nor code', async () => {
    const html = await launched.page.evaluate(async () => (await fetch('index.html')).text());
    expect(html).toMatch(/<div id="root">\s*<svg/);
    expect(html).not.toContain('rel="stylesheet"');
  });

  it('knows when the talk key is held and let go on X11', async () => {
    const support = await launched.page.evaluate(() =>
      (window as unknown as { parley: { readGlobalKey(): Promise<unknown> } }).parley.readGlobalKey(),
    );
    expect(support).toEqual({ support: 'hold', reason: null });
  });

  it('goes to the tray when its window is closed, and comes back when Parley is started again', async () => {
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await isVisible()).toEqual([false]);
    const display = await launched.app.evaluate(() => process.env['DISPLAY'] ?? '');
    await promisify(execFile)(electronFile(), launchArguments(profile), { env: { ...process.env, DISPLAY: display }, timeout: 20_000 });
    await expect.poll(isVisible).toEqual([true]);
    expect(JSON.parse(readFileSync(join(profile, 'settings.json'), 'utf8'))).toMatchObject({ trayHintShown: true });
  });

  it('logs what happened without a sentence in it', () => {
    const log = readFileSync(join(profile, 'logs', 'main.log'), 'utf8');
    expect(log).toMatch(/ info started \{/);
    expect(log).toMatch(/ error conversation-process-died \{"exitCode":\d+\}/);
  });

  it('ends with all its processes within 5 s', async () => {
    const pid = await conversationPid();
    const startMs = Date.now();
    await launched.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
    await expect
      .poll(() => execFileSync('ps', ['-eo', 'pid='], { encoding: 'utf8' }).split(/\s+/).includes(String(pid)), { timeout: 5000 })
      .toBe(false);
    expect(Date.now() - startMs).toBeLessThan(5000);
  });
});
