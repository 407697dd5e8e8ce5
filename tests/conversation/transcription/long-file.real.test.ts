import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FLAT_MEMORY } from '../../../electron/set-up/flat-memory.mjs';
import { measuredRun } from '../../bench/measured-run.ts';
import { isMissing, projectFolder } from '../../models/real-places.ts';
import { wordErrors } from '../../models/speech-to-text/word-errors.ts';
import { writeLongTalk } from '../../recordings/long-talk.ts';

const SOAK = process.env['PARLEY_SOAK'] !== undefined;
const MINUTES = SOAK ? 600 : 3;
/** Of the whole program on two cores, flat: ten hours take no more than ten minutes. */
const MOST_MEMORY_MB = 400;
const MOST_WRONG_PERCENT = 6;

describe.skipIf(isMissing('speech-to-text', 'audio-file'))('a long file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-long-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    `of ${MINUTES} minutes takes no more than ${MOST_MEMORY_MB} MB`,
    async () => {
      const talk = writeLongTalk(join(folder, 'talk.wav'), MINUTES);
      const args = [join(projectFolder, 'out/main/parley.js'), 'transcribe', talk.path, '--json'];
      const run = await measuredRun(process.execPath, args, { XDG_STATE_HOME: join(folder, 'state'), ...FLAT_MEMORY });
      const [file] = (JSON.parse(run.output) as { files: { text: string; durationMs: number }[] }).files;
      // Ten hours have too many words to compare in one piece; their beginning stands for them.
      const [said, heard] = SOAK ? [talk.text.slice(0, 20_000), file?.text.slice(0, 20_000) ?? ''] : [talk.text, file?.text ?? ''];
      const { errors, words } = wordErrors(said, heard);
      console.log(
        `${MINUTES} minutes: highest memory ${Math.round(run.peakMb)} MB, ${(talk.seconds / run.seconds).toFixed(1)} times real time, ${((100 * errors) / words).toFixed(1)} % of words wrong`,
      );
      expect((file?.durationMs ?? 0) / 1000).toBeCloseTo(talk.seconds, 0);
      expect((100 * errors) / words).toBeLessThan(MOST_WRONG_PERCENT);
      // Each core more has a recogniser more. NaN where the system does not tell it.
      if (availableParallelism() <= 2 && !Number.isNaN(run.peakMb)) expect(run.peakMb).toBeLessThan(MOST_MEMORY_MB);
    },
    SOAK ? 10_800_000 : 180_000,
  );
});
