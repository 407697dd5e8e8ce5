import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWav } from '../../../models/audio/wav.ts';
import { mediaFile, recordingFile } from '../../models/audio-file/read-sound.ts';
import { pcm16, wavFile } from '../../models/audio-file/wav-making.ts';
import { isMissing } from '../../models/real-places.ts';
import { openRealEngine, type RealEngine, textOf, transcribe } from './real-work.ts';

const SECONDS_OF_SILENCE = process.env['PARLEY_SOAK'] ? 3600 : 120;

describe.skipIf(isMissing('speech-to-text', 'audio-file'))('odd sound in sound files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-odd-'));
  let engine: RealEngine;
  beforeAll(async () => {
    engine = await openRealEngine();
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const written = (name: string, options: Parameters<typeof wavFile>[0]) => {
    const path = join(folder, name);
    writeFileSync(path, wavFile(options));
    return path;
  };
  const speech = readWav(readFileSync(recordingFile('set-a-timer.wav'))).samples;
  const SAID = 'Set a timer for five minutes.';

  it.each(['mp3', 'm4a', 'aac', 'ogg', 'opus', 'flac', 'webm', 'mp4', 'mov', 'mkv'])('speech.%s becomes its words', async (ending) => {
    expect(textOf(await transcribe(engine, mediaFile(`speech.${ending}`)))).toBe(SAID);
  });

  it('F13 samples that are no numbers are silence, and told', async () => {
    const samples = Float32Array.from(speech);
    samples[5] = Number.NaN;
    samples[6] = Number.POSITIVE_INFINITY;
    const outcome = await transcribe(engine, written('nan.wav', { sound: new Uint8Array(samples.buffer), code: 3, bits: 32 }));
    expect(textOf(outcome)).toBe(SAID);
    expect(outcome).toMatchObject({ transcript: { notices: ['2 samples are no numbers; they were taken as silence.'] } });
  });

  it.each([
    ['F14 a constant', () => 0.7],
    ['F15 digital silence', () => 0],
    ['F19 a clipped square wave', (index: number) => (Math.floor(index / 40) % 2 === 0 ? 1 : -1)],
  ])('%s has no words', async (_name, sample) => {
    const sound = pcm16(Array.from({ length: 16_000 * 20 }, (_, index) => sample(index)));
    expect(await transcribe(engine, written('none.wav', { sound }))).toMatchObject({ transcript: { segments: [], durationMs: 20_000 } });
  });

  it('F15 long silence has no words and its true length', async () => {
    const sound = new Uint8Array(SECONDS_OF_SILENCE * 32_000);
    const outcome = await transcribe(engine, written('long.wav', { sound }));
    expect(outcome).toMatchObject({ transcript: { segments: [], durationMs: SECONDS_OF_SILENCE * 1000 } });
  }, 120_000);

  it('F16 shorter than any word', async () => {
    const path = written('click.wav', { sound: pcm16(Array.from({ length: 80 }, () => 0.3)) });
    await expect(transcribe(engine, path)).rejects.toThrow('The recording is too short (5 ms).');
  });

  it('F20 two channels of opposite phase are heard, and told', async () => {
    const sound = pcm16([...speech].flatMap((value) => [value, -value]));
    const outcome = await transcribe(engine, written('opposite.wav', { sound, channels: 2 }));
    expect(textOf(outcome)).toBe(SAID);
    expect(outcome).toMatchObject({ transcript: { notices: ['The channels erase each other when mixed; the louder one was used.'] } });
  });

  it('F25 a file that is deleted while it is read is finished all the same', async () => {
    const path = written('deleted.wav', { sound: pcm16([...speech, ...new Float32Array(32_000), ...speech]) });
    let removed = false;
    const outcome = await transcribe(engine, path, {
      progress: () => {
        if (!removed) unlinkSync(path);
        removed = true;
      },
    });
    expect(textOf(outcome)).toBe(`${SAID} ${SAID}`);
  });

  it('tells two speakers apart by their channels', async () => {
    const other = readWav(readFileSync(recordingFile('stop.wav'))).samples;
    const left = [...speech, ...new Float32Array(other.length + 16_000)];
    const right = [...new Float32Array(speech.length + 16_000), ...other];
    const sound = pcm16(left.flatMap((value, index) => [value, right[index] ?? 0]));
    const outcome = await transcribe(engine, written('two.wav', { sound, channels: 2 }), { speakers: 'by-channel' });
    expect(outcome.kind).toBe('done');
    if (outcome.kind !== 'done') return;
    const said = outcome.transcript.segments.map(({ speaker, text }) => [speaker, text]);
    expect(said).toEqual([
      ['channel-1', SAID],
      ['channel-2', 'Stop.'],
    ]);
    expect(outcome.transcript.speakers.map(({ name }) => name)).toEqual(['Speaker 1', 'Speaker 2']);
  });
});
