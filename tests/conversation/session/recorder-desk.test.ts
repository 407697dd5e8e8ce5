import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RecorderDesk } from '../../../electron/conversation/session/recorder-desk.ts';
import { openRecordingFile } from '../../../electron/conversation/transcription/recording/recording-file.ts';
import type { TranscriptionJob, TranscriptionOptions } from '../../../electron/ipc/transcription-schema.ts';
import { Scope } from '../../../electron/lifetime/scope.ts';
import { openSound } from '../../../models/audio-file/open-sound.ts';

const root = mkdtempSync(join(tmpdir(), 'parley-desk-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const KEY = new Uint8Array(32).fill(3);
const frame = () => new Float32Array(512).fill(0.25);

function openDesk(name: string) {
  const scope = new Scope('test');
  const told: { name: string; payload: unknown }[] = [];
  const jobs: TranscriptionJob[] = [];
  const asked: TranscriptionOptions[] = [];
  const add = async (path: string, options: TranscriptionOptions): Promise<TranscriptionJob> => {
    const progress = { positionMs: 0, durationMs: null, percent: null, speed: null, leftMs: null };
    const job: TranscriptionJob = {
      id: `job-${jobs.length}`,
      path,
      name,
      state: 'waiting',
      host: null,
      ...progress,
      problem: null,
      notices: [],
    };
    jobs.push(job);
    asked.push(options);
    return job;
  };
  const folder = join(root, name);
  const tell = (event: string, payload: unknown) => void told.push({ name: event, payload });
  return {
    scope,
    told,
    jobs,
    asked,
    folder,
    desk: new RecorderDesk({ scope, folder, soundKey: () => KEY, queue: { add, jobs }, names: () => ['Igor'], tell }),
  };
}

const call = async (work: unknown) => await (work as Promise<unknown>);

describe('the desk of the recorder', () => {
  it('keeps what is recorded from the assistant, and nothing else', async () => {
    const { desk, folder, asked, told } = openDesk('kept');
    expect([desk.takeFrame('microphone', frame()), desk.takeFrame('system', frame())]).toEqual([false, true]);
    await call(desk.handlers.startRecording({ kind: 'memo', systemSound: false }));
    expect(desk.isOn).toBe(true);
    expect(desk.takeFrame('microphone', frame())).toBe(true);
    desk.handlers.pauseRecording(undefined);
    expect([desk.takeFrame('microphone', frame()), desk.isOn]).toEqual([true, true]);
    await call(desk.handlers.stopRecording(undefined));
    expect([desk.takeFrame('microphone', frame()), desk.isOn]).toEqual([false, false]);
    const [file = ''] = readdirSync(folder);
    const { source } = await openSound(join(folder, file), null, [KEY]);
    expect(source.claimedMs).toBe(32);
    await source.close();
    expect(asked).toMatchObject([{ growing: true, speakers: 'mixed', names: ['Igor'] }]);
    expect(told.filter(({ name }) => name === 'recorderChanged').map(({ payload }) => (payload as { state: string }).state)).toEqual([
      'recording',
      'recording',
      'paused',
      'finishing',
      'off',
    ]);
  });

  it('refuses a second recording with a sentence', async () => {
    const { desk } = openDesk('second');
    await call(desk.handlers.startRecording({ kind: 'meeting', systemSound: true }));
    await expect(call(desk.handlers.startRecording({ kind: 'memo', systemSound: false }))).rejects.toThrow(
      'Something is being recorded already.',
    );
    await call(desk.handlers.stopRecording(undefined));
  });

  it('takes up what a crash left: the length, and the job where there was none yet', async () => {
    const { desk, folder, jobs } = openDesk('crashed');
    // One of before recordings were sealed, and one of now.
    const old = join(folder, 'memo 1.wav');
    await (await openRecordingFile(old, 1)).append(frame());
    const path = join(folder, 'memo 2.sound');
    await (await openRecordingFile(path, 1, KEY)).append(frame());
    await desk.finishLeftOpen();
    await desk.adopt();
    expect(readFileSync(old).readUInt32LE(40)).toBe(1024);
    const { source } = await openSound(path, null, [KEY]);
    expect(source.claimedMs).toBe(32);
    await source.close();
    expect(jobs.map((job) => job.path)).toEqual([old, path]);
    await desk.adopt();
    expect(jobs).toHaveLength(2);
  });

  it('removes the sound it recorded, and no file of anybody else', async () => {
    const { desk, folder } = openDesk('removed');
    const path = join(folder, 'memo 1.wav');
    await (await openRecordingFile(path, 1)).finish();
    const other = join(root, 'other.wav');
    await (await openRecordingFile(other, 1)).finish();
    await desk.removeSound(path);
    await desk.removeSound(other);
    expect([existsSync(path), existsSync(other)]).toEqual([false, true]);
  });

  it('tells words once, in order, though stretches finish out of order', () => {
    const { desk, told } = openDesk('words');
    const window = (from: number, text: string) => ({
      channel: null,
      fromSample: from,
      startSample: from,
      endSample: from + 16_000,
      nextSample: from + 16_000,
      continuesBefore: false,
      continuesAfter: false,
      averageLogProbability: -0.1,
      words: [{ text, startMs: from / 16, endMs: from / 16 + 300, confidence: 1 }],
    });
    desk.heard('job-1', window(16_000, 'world.'));
    desk.heard('job-1', window(0, 'Hello'));
    expect(told).toEqual([{ name: 'recordingHeard', payload: { jobId: 'job-1', text: 'Hello world.' } }]);
  });
});
