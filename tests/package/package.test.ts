import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const binary = join(root, 'release/linux-unpacked/parley');
const archive = join(root, 'release/linux-unpacked/resources/app.asar');

const reason = process.platform === 'linux' ? null : 'the packaged application is tested on Linux only';
if (reason !== null) console.warn(reason);

/** The wire holds one character a fuse. */
const DISABLED = '0'.charCodeAt(0);
const ENABLED = '1'.charCodeAt(0);

/** The whole table: a fuse that appears in a newer Electron must be decided here. */
const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
} as const;

describe.skipIf(reason !== null)('the packaged application', () => {
  beforeAll(() => {
    execFileSync(process.execPath, ['electron/set-up/package.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  });

  it.each(Object.entries(FUSES))('has the fuse %s: %s', async (name, wanted) => {
    const wire = await getCurrentFuseWire(binary);
    const state = wire[FuseV1Options[name as keyof typeof FUSES]];
    expect(state).toBe(wanted ? ENABLED : DISABLED);
  });

  it('knows no fuse that is not decided', () => {
    const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    expect(known.filter((name) => !(name in FUSES))).toEqual([]);
  });

  it('holds the program and nothing of its making', () => {
    const files = listPackage(archive, { isPack: false });
    expect(files).toEqual(
      expect.arrayContaining([
        '/out/main/main.js',
        '/out/main/workers/language.js',
        '/out/main/voice-activity/silero_vad_v5.onnx',
        '/LICENSE',
      ]),
    );
    expect(files.filter((file) => /^\/(tests|electron|renderer|models|shared)\//.test(file))).toEqual([]);
    expect(existsSync(join(root, 'release/linux-unpacked/resources/default_app.asar'))).toBe(false);
  });

  it('holds a conversation with the models of this computer', () => {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const question = join(root, 'tests/recordings/what-time-is-it.wav');
    const { stdout, status } = spawnSync(binary, [...sandbox, '--ozone-platform=headless', `--talk-in=${question}`], {
      encoding: 'utf8',
      timeout: 90_000,
    });
    expect(status).toBe(0);
    const { turns, engine } = JSON.parse(stdout);
    expect(engine).toBe('on-device');
    expect(turns).toMatchObject([
      { heard: expect.stringMatching(/what time is it/i), skill: 'clock.time', reply: expect.stringMatching(/^It's /) },
    ]);
  });

  it('cannot be used as a plain Node', () => {
    const { stdout } = spawnSync(binary, ['-e', 'console.log("node")'], {
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      timeout: 10_000,
    });
    expect(stdout).not.toContain('node');
  });
});
