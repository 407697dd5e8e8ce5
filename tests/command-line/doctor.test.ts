import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runDoctor } from '../../electron/command-line/doctor.ts';
import { MODEL_CATALOG } from '../../models/model-catalog.ts';
import { commandOutput } from './command-output.ts';

describe('parley doctor', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-doctor-'));
    vi.stubEnv('PARLEY_MODELS', join(folder, 'models'));
    vi.stubEnv('XDG_CONFIG_HOME', join(folder, 'config'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('names each missing model and the command that brings it, and fails where one is needed', async () => {
    const { io, out } = commandOutput();
    expect(await runDoctor([], io)).toBe(1);
    for (const { id, required } of MODEL_CATALOG) {
      const finding = required
        ? `problem model ${id}: missing. Run: npm run -s parley -- models get ${id}`
        : `ok      model ${id}: missing, not needed`;
      expect(out).toContain(finding);
    }
  });

  it('tells the same to programs', async () => {
    const { io, out } = commandOutput();
    expect(await runDoctor(['--json'], io)).toBe(1);
    const { findings, ok } = JSON.parse(out.join('\n')) as { ok: boolean; findings: { check: string; ok: boolean; whatToDo: string }[] };
    expect(ok).toBe(false);
    expect(findings.map(({ check }) => check)).toEqual(expect.arrayContaining(['Node', 'memory', 'disk', 'profile', 'display']));
    for (const finding of findings) if (!finding.ok) expect(finding.whatToDo).not.toBe('');
  });

  it('finds this Node new enough, and a profile that can be written', async () => {
    const { io, out } = commandOutput();
    await runDoctor([], io);
    expect(out.find((line) => line.includes(' Node:'))).toBe(`ok      Node: ${process.versions.node}`);
    expect(out.find((line) => line.includes(' profile:'))).toMatch(/^ok/);
  });

  it.runIf(process.platform === 'linux')('says what to do where a profile cannot be written, or no display is there', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    vi.stubEnv('XDG_CONFIG_HOME', join(folder, 'a-file'));
    vi.stubEnv('DISPLAY', '');
    vi.stubEnv('WAYLAND_DISPLAY', '');
    const { io, out } = commandOutput();
    expect(await runDoctor([], io)).toBe(1);
    expect(out.find((line) => line.includes(' profile:'))).toMatch(/^problem .*--profile=FOLDER/);
    expect(out.find((line) => line.includes(' display:'))).toMatch(/^problem .*xvfb-run/);
  });
});
