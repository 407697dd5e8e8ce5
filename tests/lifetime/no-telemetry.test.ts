import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forbidTelemetry } from '../../electron/lifetime/no-telemetry.ts';

const project = resolve(import.meta.dirname, '../..');
const model = join(project, 'node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx');
const ENTRIES = ['electron/main/main.ts', 'electron/conversation/conversation-process.ts', 'electron/command-line/parley-main.ts'];

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'parley-home-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/**
 * Opens a model as our workers do, in a home of its own. Nothing else of this environment comes with it: on a machine
 * that says `CI` the runtime is silent by itself, and the forbidding would not be seen to do anything.
 */
function filesLeft(environment: NodeJS.ProcessEnv): string[] {
  const script = `
    const { Worker } = require('node:worker_threads');
    new Worker(\`require('onnxruntime-node').InferenceSession.create(process.env.MODEL).then((session) => session.release())\`, { eval: true });`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: home, MODEL: model, ...environment },
  });
  expect(status, stderr).toBe(0);
  return readdirSync(home, { recursive: true, encoding: 'utf8' });
}

describe('what the model runtime keeps to tell its maker', () => {
  it.runIf(process.platform === 'linux')('is there unless it is forbidden: this test would see it', () => {
    expect(filesLeft({}).some((file) => file.endsWith('deviceid'))).toBe(true);
  });

  it('is nothing where it is forbidden', () => {
    const environment: NodeJS.ProcessEnv = {};
    forbidTelemetry(environment);
    expect(filesLeft(environment)).toEqual([]);
  });

  it.each(ENTRIES)('is forbidden first of all in %s', (entry) => {
    const statements = readFileSync(join(project, entry), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    expect(statements).toMatch(/from '[^']*no-telemetry\.ts';/);
    const afterImports = statements.slice(statements.lastIndexOf('\nimport ')).split('\n').slice(2).join('\n');
    expect(afterImports.replaceAll(/^(?:export )?interface [\s\S]*?^}$/gm, '').trim()).toMatch(/^forbidTelemetry\(\);/);
  });
});
