import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FLAT_MEMORY } from '../../../electron/set-up/flat-memory.mjs';
import { watchMemory } from '../../bench/measured-run.ts';
import { isMissing, projectFolder } from '../../models/real-places.ts';
import { writeLongTalk } from '../../recordings/long-talk.ts';

const SOAK = process.env['PARLEY_SOAK'] !== undefined;
const KILLS = SOAK ? 50 : 4;
const MINUTES = SOAK ? 600 : 2;
const MOST_MEMORY_MB = 420;

describe.skipIf(isMissing('speech-to-text', 'audio-file'))('parley transcribe, killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-kill-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    `gives the same text after ${KILLS} kills as without one, and does at most the stretches in the air again`,
    async () => {
      const path = join(folder, 'talk.wav');
      writeLongTalk(path, MINUTES);
      const before = hashOf(path);
      const undisturbed = await run(path, 'whole', null);
      const wholeMs = undisturbed.tookMs;
      let killed = 0;
      for (; killed < KILLS; killed++) {
        const outcome = await run(path, 'killed', 1500 + ((killed * 7919) % 997) * (wholeMs / KILLS / 997));
        if (outcome.text !== null) break;
      }
      const kept = journalLines('killed');
      const last = await run(path, 'killed', null);
      console.log(`${killed} kills over ${MINUTES} minutes of sound, ${kept} stretches kept before the last run`);
      expect(killed).toBeGreaterThan(0);
      expect(last.text).toBe(undisturbed.text);
      expect(undisturbed.text?.length).toBeGreaterThan(200);
      console.log(`highest memory ${Math.round(undisturbed.peakMb)} MB without a kill`);
      // Flat: ten hours take no more than ten minutes do.
      if (availableParallelism() <= 2 && !Number.isNaN(undisturbed.peakMb)) expect(undisturbed.peakMb).toBeLessThan(MOST_MEMORY_MB);
      // The source is as it was, and nothing is left of the work.
      expect(hashOf(path)).toBe(before);
      expect(journalLines('killed')).toBe(0);
    },
    SOAK ? 14_400_000 : 300_000,
  );

  function journalLines(state: string): number {
    const place = join(folder, state, 'parley', 'transcriptions');
    return readdirSync(place).reduce((sum, name) => sum + readFileSync(join(place, name), 'utf8').split('\n').length - 2, 0);
  }

  async function run(
    path: string,
    state: string,
    killAfterMs: number | null,
  ): Promise<{ text: string | null; tookMs: number; peakMb: number }> {
    const startMs = performance.now();
    const child = spawn(process.execPath, [join(projectFolder, 'out/main/parley.js'), 'transcribe', path, '--json'], {
      env: { ...process.env, XDG_STATE_HOME: join(folder, state), ...FLAT_MEMORY },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const timer = killAfterMs === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    const memory = watchMemory(child.pid);
    let output = '';
    for await (const part of child.stdout) output += part;
    if (timer !== null) clearTimeout(timer);
    const { peakMb } = memory.stop();
    const text = output === '' ? null : (JSON.parse(output) as { files: { text: string }[] }).files[0]?.text;
    return { text: text ?? null, tookMs: performance.now() - startMs, peakMb };
  }
});

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
