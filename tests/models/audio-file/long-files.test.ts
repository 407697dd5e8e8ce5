import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ProgressMeter } from '../../../electron/conversation/transcription/progress-meter.ts';
import { cutLengths, FRAME_SAMPLES, StretchCutter } from '../../../models/audio-file/cut-stretches.ts';
import { endNotices } from '../../../models/audio-file/end-notices.ts';
import { openSound } from '../../../models/audio-file/open-sound.ts';
import type { SoundSource } from '../../../models/audio-file/sound-source.ts';
import { StretchReader } from '../../../models/audio-file/stretch-reader.ts';
import type { VoiceActivity } from '../../../models/voice-activity/voice-activity.ts';
import { wavFile } from './wav-making.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-long-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEN_HOURS_S = 36_000;
const DAY_SAMPLES = 24 * 3600 * 16_000;
const FRAMES_A_SECOND = 16_000 / FRAME_SAMPLES;

/** Sound without end, whatever the file's size: a few kilobytes of FLAC can hold days. */
const endless: SoundSource = {
  container: 'FLAC',
  tracks: [],
  track: { index: 0, codec: 'flac', sampleRateHz: 16_000, channels: 1, language: null, name: null },
  claimedMs: null,
  notices: [],
  async *blocks() {
    for (;;) yield [new Float32Array(16_000)];
  },
  close: async () => undefined,
};

const QUIET: VoiceActivity = { probability: async () => 0, reset: () => undefined, close: async () => undefined };

describe('long files', () => {
  it('F17 ten hours are opened at once, with a length and an estimate', async () => {
    const path = join(folder, 'ten-hours.wav');
    const file = openSync(path, 'w');
    writeSync(file, wavFile({ sound: new Uint8Array(), dataSize: TEN_HOURS_S * 32_000 }));
    ftruncateSync(file, 44 + TEN_HOURS_S * 32_000);
    closeSync(file);
    const { source } = await openSound(path, null);
    expect(source.claimedMs).toBe(TEN_HOURS_S * 1000);
    const last = source.blocks((TEN_HOURS_S - 1) * 16_000);
    expect((await last.next()).value?.[0]).toHaveLength(16_000);
    await source.close();
    let nowMs = 0;
    const meter = new ProgressMeter(() => nowMs);
    meter.take({ positionMs: 0, durationMs: source.claimedMs });
    nowMs = 10_000;
    expect(meter.take({ positionMs: 300_000, durationMs: source.claimedMs })).toMatchObject({ speed: 30, leftMs: 1_190_000 });
  });

  it.each([15_000, 600_000])(
    'F18 ten hours of speech without a pause are cut for a recogniser that takes %i ms, and nothing is left out',
    (longestMs) => {
      const longest = (longestMs / 1000) * FRAMES_A_SECOND;
      let base = 0;
      let end = 0;
      let count = 0;
      for (let cutter = new StretchCutter(false, cutLengths(longestMs)), frame = 0; base + frame < TEN_HOURS_S * FRAMES_A_SECOND; frame++) {
        const cut = cutter.push(1);
        if (cut === null) continue;
        expect(base + cut.startFrame).toBeLessThanOrEqual(end);
        expect(cut.endFrame - cut.startFrame).toBeLessThanOrEqual(longest);
        end = base + cut.endFrame;
        base += cut.nextFrame;
        count += 1;
        cutter = new StretchCutter(cut.hard, cutLengths(longestMs));
        frame = -1;
      }
      expect(count).toBeGreaterThanOrEqual(TEN_HOURS_S / (longestMs / 1000));
      expect(end).toBeGreaterThan(TEN_HOURS_S * FRAMES_A_SECOND - longest);
    },
  );

  it('F33 sound without end is read for a day, and that is told', async () => {
    const reader = new StretchReader(endless, QUIET, 'mix', { sample: DAY_SAMPLES - 160_000, continues: false });
    const found = await reader.next(() => false);
    expect('endSample' in found && found.endSample).toBeGreaterThanOrEqual(DAY_SAMPLES);
    expect(endNotices(reader.findings, reader.position, false)).toEqual([
      'The recording is longer than 24 hours; it was read until 24:00:00.',
    ]);
    await reader.close();
  });

  it('a service gets minutes at once, cut at a pause, and no long silence', () => {
    const cutter = new StretchCutter(false, cutLengths(600_000));
    const speak = (seconds: number, probability: number) => {
      for (let frame = 0; frame < seconds * FRAMES_A_SECOND; frame++) {
        const cut = cutter.push(probability);
        if (cut !== null) return cut;
      }
      return null;
    };
    // Pauses of two seconds part nothing; half an hour of silence does.
    for (let round = 0; round < 10; round++) expect([speak(20, 1), speak(2, 0)]).toEqual([null, null]);
    expect(speak(1_800, 0)?.endFrame).toBeLessThan(221 * FRAMES_A_SECOND);
  });
});
