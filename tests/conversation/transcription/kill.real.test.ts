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
      const { text } = await run(path, 'whole', null);
      expect(text?.length).toBeGreaterThan(200);
      const random = seededNoise(SEED);
      let kept: readonly string[] = [];
      let whole = 0;
      let withWork = 0;
      for (let killed = 0; killed < KILLS; ) {
        // After none to three new stretches and a little: within its start, or anywhere in the work, however busy the machine is.
        const stretches = Math.floor(Math.abs(random()) * 4);
        const outcome = await run(path, 'killed', { afterLines: kept.length + stretches, thenMs: Math.abs(random()) * 500 });
        if (outcome.text !== null) {
          // It came to its end before the kill: so does every row of kills, and the next begins.
          expect(outcome.text).toBe(text);
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
      expect(last.text).toBe(text);
      expect(withWork).toBeGreaterThan(KILLS / 4);
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

  /** @param kill once its journal has so many lines, and a little later; null = it may come to its end */
  async function run(
    path: string,
    state: string,
    kill: { readonly afterLines: number; readonly thenMs: number } | null,
  ): Promise<{ text: string | null }> {
    const child = spawn(process.execPath, [join(projectFolder, 'out/main/parley.js'), 'transcribe', path, '--json'], {
      env: { ...process.env, XDG_STATE_HOME: join(folder, state), ...FLAT_MEMORY },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let timer: NodeJS.Timeout | undefined;
    const look = setInterval(() => {
      if (kill === null || journalLines(state).length < kill.afterLines) return;
      clearInterval(look);
      timer = setTimeout(() => child.kill('SIGKILL'), kill.thenMs);
    }, 20);
    let output = '';
    for await (const part of child.stdout) output += part;
    clearInterval(look);
    clearTimeout(timer);
    const text = output === '' ? null : (JSON.parse(output) as { files: { text: string }[] }).files[0]?.text;
    return { text: text ?? null };
  }
});

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
