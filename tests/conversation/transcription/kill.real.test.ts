import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FLAT_MEMORY } from '../../../electron/set-up/flat-memory.mjs';
import { isMissing, projectFolder } from '../../models/real-places.ts';
import { writeLongTalk } from '../../recordings/long-talk.ts';
import { seededNoise } from '../../recordings/sound-making.ts';

const SOAK = process.env['PARLEY_SOAK'] !== undefined;
const KILLS = SOAK ? 50 : 4;
const MINUTES = SOAK ? 15 : 2;
const SEED = 20_270_305;

describe.skipIf(isMissing('speech-to-text', 'audio-file'))('parley transcribe, killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-kill-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    `gives the same text after ${KILLS} kills as without one, and does no finished stretch again`,
    async () => {
      const path = join(folder, 'talk.wav');
      writeLongTalk(path, MINUTES);
      const before = hashOf(path);
      const undisturbed = await run(path, 'whole', null);
      expect(undisturbed.text?.length).toBeGreaterThan(200);
      const random = seededNoise(SEED);
      let kept: readonly string[] = [];
      let whole = 0;
      let withWork = 0;
      for (let killed = 0; killed < KILLS; ) {
        // From within its start on, so that all of them together get about once through the file.
        const { firstMs, tookMs } = undisturbed;
        const share = Math.max(0, (tookMs - firstMs) / KILLS);
        const outcome = await run(path, 'killed', firstMs * 0.7 + Math.abs(random()) * (firstMs * 0.6 + share * 2));
        if (outcome.text !== null) {
          // It came to its end before the kill: so does every row of kills, and the next begins.
          expect(outcome.text).toBe(undisturbed.text);
          whole += 1;
          kept = [];
          continue;
        }
        killed += 1;
        const lines = journalLines('killed');
        // Finished lines stay as they were written: only what was in the air, one stretch a recogniser, is done again.
        expect(lines.slice(0, kept.length)).toEqual(kept);
        if (lines.length > kept.length) withWork += 1;
        kept = lines;
      }
      const last = await run(path, 'killed', null);
      console.log(
        `${KILLS} kills over ${MINUTES} minutes of sound, ${withWork} of them after new stretches; ${kept.length} lines kept before the last run, ${whole} rows of kills came to their end`,
      );
      expect(last.text).toBe(undisturbed.text);
      expect(withWork).toBeGreaterThan(0);
      // The source is as it was, and nothing is left of the work.
      expect(hashOf(path)).toBe(before);
      expect(journalLines('killed')).toEqual([]);
    },
    SOAK ? 3_600_000 : 300_000,
  );

  /** Whole lines; one that was torn by the kill has no end. */
  function journalLines(state: string): string[] {
    const place = join(folder, state, 'parley', 'transcriptions');
    try {
      return readdirSync(place).flatMap((name) => readFileSync(join(place, name), 'utf8').split('\n').slice(0, -1));
    } catch (failure) {
      // Killed before there was a journal.
      if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw failure;
    }
  }

  /** `firstMs`: when the first stretch was kept. */
  async function run(
    path: string,
    state: string,
    killAfterMs: number | null,
  ): Promise<{ text: string | null; firstMs: number; tookMs: number }> {
    const startMs = performance.now();
    let firstMs = Number.NaN;
    const look = setInterval(() => {
      if (!Number.isNaN(firstMs) || journalLines(state).length < 2) return;
      firstMs = performance.now() - startMs;
      clearInterval(look);
    }, 100);
    const child = spawn(process.execPath, [join(projectFolder, 'out/main/parley.js'), 'transcribe', path, '--json'], {
      env: { ...process.env, XDG_STATE_HOME: join(folder, state), ...FLAT_MEMORY },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const timer = killAfterMs === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    let output = '';
    for await (const part of child.stdout) output += part;
    clearInterval(look);
    if (timer !== null) clearTimeout(timer);
    const text = output === '' ? null : (JSON.parse(output) as { files: { text: string }[] }).files[0]?.text;
    return { text: text ?? null, firstMs, tookMs: performance.now() - startMs };
  }
});

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
