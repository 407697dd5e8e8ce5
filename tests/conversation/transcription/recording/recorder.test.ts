import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ChannelPairs } from '../../../../electron/conversation/transcription/recording/channel-pairs.ts';
import { Recorder } from '../../../../electron/conversation/transcription/recording/recorder.ts';
import { finishLeftOpen, openRecordingFile } from '../../../../electron/conversation/transcription/recording/recording-file.ts';
import type { RecorderState } from '../../../../electron/ipc/recorder-schema.ts';
import { Scope } from '../../../../electron/lifetime/scope.ts';
import { readWav } from '../../../../models/audio/wav.ts';
import { openSound } from '../../../../models/audio-file/open-sound.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-recorder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FRAME = 512;
const KEY = new Uint8Array(32).fill(3);
const soundOf = async (path: string) => {
  const { source } = await openSound(path, null, [KEY]);
  const channels: number[][] = Array.from({ length: source.track.channels }, () => []);
  for await (const block of source.blocks(0)) for (const [channel, samples] of block.entries()) channels[channel]?.push(...samples);
  await source.close();
  return channels;
};
const onlyFile = (place: string) => join(place, readdirSync(place)[0] ?? '');
const frame = (value: number) => new Float32Array(FRAME).fill(value);
let number = 0;

function openRecorder(place = join(folder, `r${number++}`)) {
  const scope = new Scope('test');
  const states: RecorderState[] = [];
  const asked: { path: string; options: unknown }[] = [];
  const recorder = new Recorder({
    scope,
    folder: place,
    soundKey: () => KEY,
    now: () => new Date(2027, 2, 5, 14, 30, 9),
    transcribe: async (path, options) => {
      asked.push({ path, options });
      return { id: 'job-1' };
    },
    changed: (state) => states.push(state),
  });
  return { scope, recorder, states, asked, place };
}

describe('the recorder', () => {
  it('writes every frame, and the file becomes text while it grows', async () => {
    const { recorder, asked, place } = openRecorder();
    expect(await recorder.start('memo')).toMatchObject({ state: 'recording', name: 'memo 2027-03-05 14.30.09.sound', jobId: 'job-1' });
    for (let index = 0; index < 10; index++) recorder.takeFrame('microphone', frame(index / 10));
    expect(await recorder.stop()).toMatchObject({ state: 'off', problem: null, writtenMs: 320 });
    const path = join(place, 'memo 2027-03-05 14.30.09.sound');
    expect(asked).toEqual([{ path, options: { growing: true, speakers: 'mixed' } }]);
    const [samples = []] = await soundOf(path);
    expect(samples).toHaveLength(10 * FRAME);
    expect(samples[5 * FRAME + 7]).toBeCloseTo(0.5, 3);
  });

  it('takes nothing while it is paused', async () => {
    const { recorder, states, place } = openRecorder();
    await recorder.start('memo');
    recorder.takeFrame('microphone', frame(0.1));
    recorder.pause();
    recorder.takeFrame('microphone', frame(0.2));
    recorder.resume();
    recorder.takeFrame('microphone', frame(0.3));
    await recorder.stop();
    const [samples = []] = await soundOf(onlyFile(place));
    expect(samples).toHaveLength(2 * FRAME);
    expect(samples[FRAME]).toBeCloseTo(0.3, 3);
    expect(states.map(({ state }) => state)).toEqual(['recording', 'recording', 'paused', 'recording', 'finishing', 'off']);
  });

  it('lays the sound of the computer beside the microphone', async () => {
    const { recorder, asked, place } = openRecorder();
    await recorder.start('meeting', true);
    for (let index = 0; index < 3; index++) {
      recorder.takeFrame('microphone', frame(0.25));
      recorder.takeFrame('system', frame(-0.5));
    }
    await recorder.stop();
    expect(asked[0]?.options).toEqual({ growing: true, speakers: 'by-channel' });
    const [microphone = [], system = []] = await soundOf(onlyFile(place));
    expect([microphone.length, system.length]).toEqual([3 * FRAME, 3 * FRAME]);
    expect([microphone[0], system[0]]).toEqual([8192 / 32_768, -16_383 / 32_768]);
  });

  it('says why it ended when nothing can be written, and the indicator goes off', async () => {
    const blocked = join(folder, 'a-file');
    writeFileSync(blocked, '');
    const { recorder, states } = openRecorder(join(blocked, 'below'));
    await expect(recorder.start('memo')).rejects.toThrow('The recording ended: it cannot be written (ENOTDIR).');
    expect(states.at(-1)).toMatchObject({ state: 'off', problem: { message: 'The recording ended: it cannot be written (ENOTDIR).' } });
  });

  it('records one thing at a time', async () => {
    const { recorder } = openRecorder();
    await recorder.start('memo');
    await expect(recorder.start('memo')).rejects.toThrow('Something is being recorded already.');
    await recorder.stop();
  });

  it('never takes sound without the indicator, whatever is asked in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('start', 'pause', 'resume', 'stop', 'frame'), { maxLength: 30 }), async (steps) => {
        const { recorder, states, place, scope } = openRecorder();
        for (const step of steps) await take(step, recorder, states);
        await scope.close();
        expect(recorder.state.state).toBe('off');
        rmSync(place, { recursive: true, force: true });
      }),
      { numRuns: 60 },
    );
  });
});

async function take(step: 'start' | 'pause' | 'resume' | 'stop' | 'frame', recorder: Recorder, states: readonly RecorderState[]) {
  const told = () => states.at(-1)?.state ?? 'off';
  const before = told();
  if (step === 'start') await recorder.start('memo').catch(() => undefined);
  else if (step === 'frame') recorder.takeFrame('microphone', frame(0.1));
  else await recorder[step]();
  // What was told last is what is.
  expect(recorder.state.state).toBe(told());
  if (step === 'frame') expect(told()).toBe(before);
}

describe('a recording that a crash left open', () => {
  it('is read to its end, and gets its length at the next start', async () => {
    const place = join(folder, 'crashed');
    const path = join(place, 'memo.wav');
    const file = await openRecordingFile(path, 1);
    await file.append(frame(0.5));
    await file.append(frame(0.5));
    // Not finished: the program is gone. The header claims no end; readers go to the end of the file.
    expect(readWav(readFileSync(path)).samples).toHaveLength(2 * FRAME);
    expect(await finishLeftOpen(place)).toBe(1);
    expect(readFileSync(path).readUInt32LE(40)).toBe(2 * FRAME * 2);
    expect(readFileSync(path).readUInt32LE(4)).toBe(36 + 2 * FRAME * 2);
    expect(await finishLeftOpen(place)).toBe(0);
    expect(await finishLeftOpen(join(folder, 'nowhere'))).toBe(0);
  });

  it('is never written over', async () => {
    const path = join(folder, 'once.wav');
    await (await openRecordingFile(path, 1)).finish();
    await expect(openRecordingFile(path, 1)).rejects.toMatchObject({ code: 'EEXIST' });
  });
});

describe('two devices side by side', () => {
  it('waits for the slower one, but not for ever', () => {
    const pairs = new ChannelPairs();
    expect(pairs.take('microphone', frame(0.1))).toEqual([]);
    expect(pairs.take('system', frame(0.2))).toHaveLength(1);
    const written = Array.from({ length: 100 }, () => pairs.take('microphone', frame(0.1))).flat();
    expect(written).toHaveLength(84);
    expect(written[0]?.[1]).toBe(0);
    expect(pairs.end()).toHaveLength(16);
  });
});
