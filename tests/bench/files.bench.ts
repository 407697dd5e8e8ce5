import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { FLAT_MEMORY } from '../../electron/set-up/flat-memory.mjs';
import { wordErrors } from '../models/speech-to-text/word-errors.ts';
import { type LongTalk, writeLongTalk } from '../recordings/long-talk.ts';
import { type MeasuredRun, measuredRun } from './measured-run.ts';
import { referencePython } from './reference-package.ts';
import { quick, report, wanted } from './rows.ts';

const root = join(import.meta.dirname, '../..');
const MINUTES = quick ? 5 : 20;
const ROUNDS = quick ? 1 : 3;
const PACKAGE = 'the recogniser’s own Python package on the same file';

interface Pass {
  /** Seconds of sound a second of work, loading left out. */
  readonly speed: number;
  /** The same with everything from the start of the program on. */
  readonly wholeSpeed: number;
  /** Seconds of sound a second of processor time, loading included. */
  readonly thrift: number;
  readonly peakMb: number;
  readonly errorPercent: number;
}

describe.skipIf(!wanted('d1'))('files to text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-files-bench-'));
  let talk: LongTalk;
  beforeAll(() => {
    talk = writeLongTalk(join(folder, 'talk.wav'), MINUTES);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const passOf = (text: string, workSeconds: number, run: MeasuredRun): Pass => {
    const { errors, words } = wordErrors(talk.text, text);
    return {
      speed: talk.seconds / workSeconds,
      wholeSpeed: talk.seconds / run.seconds,
      thrift: talk.seconds / run.processorSeconds,
      peakMb: run.peakMb,
      errorPercent: (100 * errors) / words,
    };
  };

  async function ours(): Promise<Pass> {
    const args = [join(root, 'out/main/parley.js'), 'transcribe', talk.path, '--json'];
    const run = await measuredRun(process.execPath, args, { XDG_STATE_HOME: join(folder, 'state'), ...FLAT_MEMORY });
    const [file] = (JSON.parse(run.output) as { files: { text: string; seconds: number }[] }).files;
    return passOf(file?.text ?? '', file?.seconds ?? Number.NaN, run);
  }

  async function theirs(python: string): Promise<Pass> {
    const run = await measuredRun(python, [join(import.meta.dirname, 'transcribe-by-package.py'), talk.path]);
    const { text, seconds } = JSON.parse(run.output) as { text: string; seconds: number };
    return passOf(text, seconds, run);
  }

  it('d1: speed, memory and words, beside the package', async () => {
    const python = referencePython();
    const own: Pass[] = [];
    const other: Pass[] = [];
    // In turns, so that whatever else the machine does meets both.
    for (let round = 0; round < ROUNDS; round++) {
      own.push(await ours());
      if (python !== null) other.push(await theirs(python));
    }
    const row = (item: string, unit: string, figure: (pass: Pass) => number, note = '') =>
      report({ row: 'd1', item, unit, values: own.map(figure), naive: other.map(figure), naiveWay: PACKAGE, note });
    const length = `${Math.round(talk.seconds / 60)} minutes of speech with pauses`;
    row(`${length}: speed`, 'x real time', ({ speed }) => speed, 'loading of the models left out on both sides');
    row(`${length}: speed from the start of the program`, 'x real time', ({ wholeSpeed }) => wholeSpeed);
    row(`${length}: sound a second of processor time`, 'x real time', ({ thrift }) => thrift, 'counts all cores together');
    row(`${length}: highest memory`, 'MB', ({ peakMb }) => peakMb);
    row(`${length}: words wrong`, '%', ({ errorPercent }) => errorPercent);
  }, 3_600_000);
});
