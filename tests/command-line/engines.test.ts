import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runEngines } from '../../electron/command-line/engines.ts';
import { readWav, writeWav } from '../../models/audio/wav.ts';
import { openDialectServer } from '../models/speech-to-speech/hosted/servers/open-dialect-server.ts';
import type { ScriptedServer } from '../models/speech-to-speech/hosted/servers/scripted-server.ts';
import { commandOutput } from './command-output.ts';

let server: ScriptedServer;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-engines-'));
  server = await openDialectServer('realtime', {
    hear: () => 'what colour is it',
    reply: () => 'It is blue.',
    wordMs: 100,
    replyDelayMs: 50,
  });
});
afterEach(async () => {
  await server.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const run = async (...args: string[]) => {
  const { io, out, err } = commandOutput();
  const code = await runEngines(args, io, () => ({ models: folder, workers: folder, assets: 'assets', voiceActivity: '' }));
  return { code, out: out.join('\n'), err: err.join('\n') };
};
const here = () => ['--url', server.url, '--dialect', 'realtime', '--key-env', 'TEST_KEY', '--json'];

describe('parley engines', () => {
  it('lists every engine, where it is, and whether its key is set; never the key', async () => {
    vi.stubEnv('XAI_API_KEY', 'xai-CANARY0123456789');
    const { code, out } = await run('list', '--json');
    expect(code).toBe(0);
    const { engines } = JSON.parse(out) as { engines: { id: string; host: string | null; hasKey: boolean }[] };
    expect(engines.map(({ id }) => id)).toEqual(['on-device', 'openai-realtime', 'xai', 'gemini-live', 'openai-live', 'self-hosted']);
    expect(engines.find(({ id }) => id === 'xai')).toMatchObject({ host: 'api.x.ai', hasKey: true });
    expect(out).not.toContain('CANARY');
  });

  it('tests one layer by layer', async () => {
    vi.stubEnv('TEST_KEY', 'k-1234567890');
    const { code, out } = await run('test', ...here());
    const { tests } = JSON.parse(out) as { tests: { ok: boolean; steps: { layer: string; ok: boolean }[] }[] };
    expect([code, tests[0]?.ok]).toEqual([0, true]);
    expect(tests[0]?.steps.map(({ layer }) => layer)).toEqual(['dns', 'tcp', 'protocol']);
    expect(server.received.map(({ type }) => type)).not.toContain('response.create');
  });

  it('says at which layer it ends', async () => {
    vi.stubEnv('TEST_KEY', 'k-1234567890');
    const { url } = server;
    await server.close();
    const refused = await run('test', '--url', url, '--dialect', 'realtime');
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/problem custom tcp: 127\.0\.0\.1 refuses connections on port \d+\. Is the server running/);
    server = await openDialectServer('realtime', {});
    const nowhere = await run('test', '--url', 'ws://nowhere.invalid/v1', '--dialect', 'realtime');
    expect(nowhere.out).toMatch(/problem custom (setup|dns): /);
    const unset = await run('test', '--url', server.url, '--dialect', 'realtime', '--key-env', 'NOT_SET');
    expect(unset.out).toContain('The variable NOT_SET is not set');
  });

  it('races one recording and keeps the voices', async () => {
    vi.stubEnv('TEST_KEY', 'k-1234567890');
    const recording = join(folder, 'question.wav');
    writeFileSync(recording, writeWav(new Float32Array(16_000).fill(0.1), 16_000));
    const { code, out } = await run('race', '--in', recording, '--out', folder, ...here());
    const { results } = JSON.parse(out) as {
      results: { engine: string; firstSoundMs: number; said: string; voiceMs: number; problem: null }[];
    };
    expect(results).toMatchObject([{ engine: 'custom', said: 'It is blue.', problem: null, costDollars: null }]);
    expect(results[0]?.firstSoundMs).toBeGreaterThan(0);
    expect(code).toBe(0);
    const { durationMs, sampleRateHz } = readWav(readFileSync(join(folder, 'custom.wav')));
    expect([sampleRateHz, Math.round(durationMs)]).toEqual([24_000, results[0]?.voiceMs]);
  });

  it('names what is missing', async () => {
    expect((await run('fly')).err).toContain('There is no "engines fly"');
    expect((await run('test')).err).toContain('Name at least one engine');
    expect((await run('race', 'xai')).err).toContain('--in question.wav');
  });
});
