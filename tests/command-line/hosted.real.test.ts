import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scriptedService } from '../models/hosted-transcription/scripted-service.ts';
import { isMissing, projectFolder } from '../models/real-places.ts';
import { writeLongTalk } from '../recordings/long-talk.ts';

const PARLEY = join(projectFolder, 'out/main/parley.js');

interface Report {
  readonly files: readonly {
    readonly text: string;
    readonly problem: string | null;
    readonly left: { readonly host: string; readonly seconds: number; readonly bytes: number; readonly uploads: number } | null;
  }[];
}

describe.skipIf(isMissing('speech-to-text', 'audio-file'))('parley transcribe --engine hosted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-hosted-'));
  const talk = writeLongTalk(join(folder, 'talk.wav'), 0.5);
  let server: ChildProcess;
  let url = '';
  let token = '';
  beforeAll(async () => {
    server = spawn(process.execPath, [PARLEY, 'serve'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(server.stdout as NodeJS.ReadableStream, 'data');
    ({ url, token } = JSON.parse(String(line)) as { url: string; token: string });
  });
  afterAll(async () => {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  });

  async function transcribe(more: readonly string[], key = token): Promise<{ report: Report | null; code: number | null; err: string }> {
    const child = spawn(process.execPath, [PARLEY, 'transcribe', talk.path, '--json', ...more], {
      env: { ...process.env, XDG_STATE_HOME: join(folder, `state-${Math.random()}`), SERVICE_KEY: key },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
    });
    child.stderr.on('data', (part: Buffer) => {
      err += part.toString();
    });
    const [code] = (await once(child, 'close')) as [number | null];
    return { report: out === '' ? null : (JSON.parse(out) as Report), code, err };
  }
  const hosted = (at: string) => ['--engine', 'hosted', '--url', at, '--key-env', 'SERVICE_KEY'];

  it('gives the words that the service on this computer gives, in one upload, and says what left', async () => {
    const here = await transcribe([]);
    const there = await transcribe(hosted(url));
    expect([here.code, there.code]).toEqual([0, 0]);
    const words = (text = '') => text.toLowerCase().replace(/[^a-z ]/g, '');
    expect(words(there.report?.files[0]?.text)).toBe(words(here.report?.files[0]?.text));
    expect(here.report?.files[0]?.left).toBeNull();
    const left = there.report?.files[0]?.left;
    expect(left).toMatchObject({ host: new URL(url).host, uploads: 1 });
    expect(left?.seconds).toBeGreaterThan(20);
    expect(there.err).toMatch(/^Left this computer: \d+\.\d s of sound \(\d+ bytes\) in 1 uploads to 127\.0\.0\.1:\d+\.$/m);
  }, 120_000);

  it('says that a key is wrong, without the key, and what left all the same', async () => {
    const { report, code, err } = await transcribe(hosted(url), 'wrong-key');
    expect(code).toBe(1);
    expect(report?.files[0]?.problem).toMatch(/^The key was not accepted by 127\.0\.0\.1:\d+\. Give another key\.$/);
    expect(err).toContain('Left this computer: ');
    expect(err + JSON.stringify(report)).not.toContain('wrong-key');
  }, 60_000);

  it('sends nothing where it may not', async () => {
    const { code, err, report } = await transcribe(hosted('http://example.com/v1'));
    expect([code, report]).toEqual([1, null]);
    expect(err).toContain('The way to example.com is not encrypted');
    expect((await transcribe(['--engine', 'hosted'])).err).toContain('Say where the service is: --url https://host/v1');
    expect((await transcribe(['--engine', 'hosted', '--url', url, '--key-env', 'NO_SUCH_NAME'])).err).toContain(
      'The environment has no NO_SUCH_NAME',
    );
  }, 60_000);

  it('stops at a service that answers with a page', async () => {
    const service = await scriptedService(() => ({ headers: { 'content-type': 'text/html' }, body: '<html>Log in</html>' }));
    const { report, code } = await transcribe(hosted(service.url));
    await service.close();
    expect(code).toBe(1);
    expect(report?.files[0]?.text).toBe('');
    expect(report?.files[0]?.problem).toMatch(/is no transcription\./);
  }, 60_000);
});
