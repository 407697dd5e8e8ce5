import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { openDisplay } from './virtual-display.ts';

const LAUNCH_TIMEOUT_MS = 45_000;

export interface LaunchOptions {
  /** Further arguments of the app. */
  readonly args?: readonly string[];
  /** Keep a profile over two launches; the caller removes it. */
  readonly profile?: string;
  /** Further environment (PARLEY_MODELS, PULSE_SERVER, ...); ours is passed on as it is. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** Addresses of all requests of the page since its start. */
  readonly requests: readonly string[];
  /** Everything the page wrote to its console. */
  readonly consoleLines: readonly string[];
  close(): Promise<void>;
}

/** The folder with `package.json` and `out/`; PARLEY_APP_FOLDER tests another build. */
export function appFolder(): string {
  return process.env['PARLEY_APP_FOLDER'] ?? new URL('../..', import.meta.url).pathname;
}

/** Why the app cannot be launched here, or null. */
export function whyNoApp(): string | null {
  for (const file of ['out/main/main.js', 'out/main/conversation-process.js', 'out/preload/preload.cjs', 'out/renderer/index.html'])
    if (!existsSync(join(appFolder(), file))) return `${file} is not built (npm run build)`;
  try {
    electronFile();
    return null;
  } catch (failure) {
    return `Electron is not set up (npm start does it): ${String(failure)}`;
  }
}

/** Starts the built app with a profile of its own. A launch that hangs is tried once more, and said so. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  try {
    return await launchOnce(options);
  } catch (failure) {
    console.warn(`Launching Parley again after: ${failure instanceof Error ? failure.message.split('\n')[0] : String(failure)}`);
    return await launchOnce(options);
  }
}

/** The arguments every launch needs; root has no sandbox of its own to hand out. */
export function launchArguments(profile: string, args: readonly string[] = []): string[] {
  return [appFolder(), `--profile=${profile}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args];
}

export function electronFile(): string {
  return createRequire(import.meta.url)('electron') as string;
}

async function launchOnce(options: LaunchOptions): Promise<LaunchedApp> {
  const display = await openDisplay();
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'parley-profile-'));
  const tidy = () => {
    display.close();
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const app = await _electron.launch({
      executablePath: electronFile(),
      args: launchArguments(profile, options.args),
      env: { ...ownEnvironment(), DISPLAY: display.display, ...options.environment },
      timeout: LAUNCH_TIMEOUT_MS,
    });
    const requests: string[] = [];
    const consoleLines: string[] = [];
    app.context().on('request', (request) => requests.push(request.url()));
    app.context().on('console', (line) => consoleLines.push(line.text()));
    const page = await app.firstWindow({ timeout: LAUNCH_TIMEOUT_MS });
    const close = async () => {
      await app.close().catch(() => undefined);
      tidy();
    };
    return { app, page, profile, requests, consoleLines, close };
  } catch (failure) {
    tidy();
    throw failure;
  }
}

function ownEnvironment(): Record<string, string> {
  const known = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(known.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE' && name !== 'WAYLAND_DISPLAY'));
}
