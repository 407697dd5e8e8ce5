import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { electronFile } from '../desktop/launch-app.ts';
import { pssMegabytes } from './process-figures.ts';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What a page's own clock says of its start, milliseconds from the launch of its program. */
export interface PageStart {
  readonly paintMs: number;
  readonly microphoneMs: number;
  readonly megabytes: number;
}

/** Long enough for a window to be there, and looked at only then: whoever drives a start slows it down. */
const SETTLED_MS = 5000;

/** Starts a program as a user does, without a driver, and asks its page afterwards. @param args what comes before Electron's own */
export async function plainStart(args: readonly string[], environment: Record<string, string>): Promise<PageStart> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const startMs = Date.now();
  const child = spawn(electronFile(), [...args, ...root, '--remote-debugging-port=0'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const address = await new Promise<string>((resolve, reject) => {
      child.stderr.on('data', (data: Buffer) => {
        const found = /DevTools listening on (ws:\/\/\S+)/.exec(String(data))?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once('exit', () => reject(new Error('the program ended')));
    });
    await sleep(SETTLED_MS);
    const megabytes = pssMegabytes(child.pid ?? 0);
    const browser = await chromium.connectOverCDP(address);
    const times = await browser
      .contexts()[0]
      ?.pages()[0]
      ?.evaluate(() => {
        const at = (name: string) => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN);
        return { paint: at('first-contentful-paint'), microphone: at('microphone-open') };
      });
    await browser.close();
    const since = (ms = Number.NaN) => ms - startMs;
    return { paintMs: since(times?.paint), microphoneMs: since(times?.microphone), megabytes };
  } finally {
    child.kill();
    await Promise.race([ended, sleep(5000)]);
  }
}

/** A window with Electron and nothing else: what no program of this kind can be faster or smaller than. */
export async function bareWindow(environment: Record<string, string>): Promise<PageStart> {
  const profile = mkdtempSync(join(tmpdir(), 'parley-bare-'));
  try {
    return await plainStart([join(import.meta.dirname, 'bare-window'), `--user-data-dir=${profile}`], environment);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
