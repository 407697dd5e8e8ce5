import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pcm16, wavFile } from '../../models/audio-file/wav-making.ts';
import { isMissing, projectFolder } from '../../models/real-places.ts';
import { allRecordings, samplesOf } from '../../recordings/recordings.ts';

const SOAK = process.env['PARLEY_SOAK'] !== undefined;
const KILLS = SOAK ? 50 : 4;
const MINUTES = SOAK ? 600 : 3;

describe.skipIf(isMissing('speech-to-text', 'audio-file'))('parley transcribe, killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-kill-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    `gives the same text after ${KILLS} kills as without one, and does at most the stretches in the air again`,
    async () => {
      const path = join(folder, 'talk.wav');
      writeFileSync(path, wavFile({ sound: longTalk(MINUTES) }));
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
      // The source is as it was, and nothing is left of the work.
      expect(hashOf(path)).toBe(before);
      expect(journalLines('killed')).toBe(0);
    },
    SOAK ? 7_200_000 : 120_000,
  );

  function journalLines(state: string): number {
    const place = join(folder, state, 'parley', 'transcriptions');
    return readdirSync(place).reduce((sum, name) => sum + readFileSync(join(place, name), 'utf8').split('\n').length - 2, 0);
  }

  async function run(path: string, state: string, killAfterMs: number | null): Promise<{ text: string | null; tookMs: number }> {
    const startMs = performance.now();
    const child = spawn(process.execPath, [join(projectFolder, 'out/main/parley.js'), 'transcribe', path, '--json'], {
      env: { ...process.env, XDG_STATE_HOME: join(folder, state) },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const timer = killAfterMs === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    let output = '';
    for await (const part of child.stdout) output += part;
    if (timer !== null) clearTimeout(timer);
    const text = output === '' ? null : (JSON.parse(output) as { files: { text: string }[] }).files[0]?.text;
    return { text: text ?? null, tookMs: performance.now() - startMs };
  }
});

/** Recordings one after the other with pauses, some long and some without any. */
function longTalk(minutes: number): Uint8Array {
  const clips = allRecordings().flatMap(({ file, text }) => (text === '' ? [] : [samplesOf(file)]));
  const parts: Uint8Array[] = [];
  for (let seconds = 0, index = 0; seconds < minutes * 60; index++) {
    const clip = clips[index % clips.length] ?? new Float32Array();
    const pause = [0, 300, 900, 2500][index % 4] ?? 0;
    parts.push(pcm16([...clip, ...new Float32Array(pause * 16)]));
    seconds += clip.length / 16_000 + pause / 1000;
  }
  return Buffer.concat(parts);
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
