import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as waitMs } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { pcm16 } from '../models/audio-file/wav-making.ts';
import { isMissing, projectFolder } from '../models/real-places.ts';
import { samplesOf } from '../recordings/recordings.ts';

const PARLEY = join(projectFolder, 'out/main/parley.js');
const HEADER_BYTES = 44;
const silence = (seconds: number) => new Uint8Array(seconds * 32_000);
const SPEECH = pcm16(samplesOf('set-a-timer.wav'));
const SAID = 'Set a timer for five minutes.';

describe.skipIf(isMissing('speech-to-text', 'audio-file'))('parley record', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-record-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function start(name: string): { child: ChildProcess; heard: () => string; path: string; code: Promise<number | null> } {
    const path = join(folder, name);
    const child = spawn(process.execPath, [PARLEY, 'record', '--out', path], {
      env: { ...process.env, XDG_STATE_HOME: join(folder, 'state') },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout?.on('data', (part: Buffer) => {
      text += part.toString();
    });
    const code = new Promise<number | null>((resolve) => void child.once('close', resolve));
    return { child, heard: () => text, path, code };
  }

  async function until(isSo: () => boolean): Promise<void> {
    for (const endMs = performance.now() + 60_000; !isSo(); await waitMs(50)) {
      if (performance.now() > endMs) throw new Error('it did not happen');
    }
  }

  it('gives words while it still records', async () => {
    const { child, heard, path, code } = start('live.wav');
    child.stdin?.write(Buffer.concat([SPEECH, silence(3)]));
    await until(() => heard().includes(SAID));
    expect(readFileSync(path).readUInt32LE(40)).toBe(0xffffffff);
    child.stdin?.end(Buffer.concat([SPEECH, silence(1)]));
    expect(await code).toBe(0);
    expect(heard().trim().split('\n')).toEqual([SAID, SAID]);
    expect(readFileSync(path).readUInt32LE(40)).toBe(2 * SPEECH.length + 4 * 32_000);
  }, 90_000);

  it('loses nothing when it is killed', async () => {
    const { child, path, code } = start('killed.wav');
    const sound = Buffer.concat([SPEECH, silence(2), SPEECH]);
    child.stdin?.write(sound);
    await until(() => statSync(path, { throwIfNoEntry: false })?.size === HEADER_BYTES + sound.length);
    child.kill('SIGKILL');
    await code;
    expect(readFileSync(path).subarray(HEADER_BYTES).equals(sound)).toBe(true);
    const read = spawn(process.execPath, [PARLEY, 'transcribe', path], { stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    for await (const part of read.stdout) text += part;
    expect(text.replace(/\s+/g, ' ').trim()).toBe(`${SAID} ${SAID}`);
  }, 90_000);

  it('ends cleanly on Ctrl+C, and writes over nothing', async () => {
    const { child, path, code } = start('stopped.wav');
    child.stdin?.write(Buffer.concat([SPEECH, silence(1)]));
    await until(() => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > SPEECH.length);
    child.kill('SIGINT');
    expect(await code).toBe(0);
    expect(readFileSync(path).readUInt32LE(40)).toBeGreaterThan(0);
    const again = start('stopped.wav');
    expect(await again.code).toBe(1);
  }, 90_000);
});
