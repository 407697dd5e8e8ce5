import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  finishLeftOpen,
  openRecordingFile,
  resealRecordings,
} from '../../../electron/conversation/transcription/recording/recording-file.ts';
import { saveSound } from '../../../electron/conversation/transcription/recording/save-sound.ts';
import { readWav } from '../../../models/audio/wav.ts';
import { openRecording, openSound } from '../../../models/audio-file/open-sound.ts';
import { openSealedSound, PIECE_BYTES, SEALED_HEAD_BYTES } from '../../../models/audio-file/sealed-sound.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-sealed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEY = new Uint8Array(32).fill(5);
const OTHER = new Uint8Array(32).fill(6);
const FRAME = 512;
const SECRET = 'the secret that is spoken';
/** Sound whose bytes spell something, to look for it in the file. */
const spoken = () => {
  const bytes = Buffer.from(SECRET.padEnd(PIECE_BYTES, '.'));
  return Float32Array.from({ length: FRAME }, (_, index) => bytes.readInt16LE(index * 2) / 32_767);
};
let number = 0;
const place = () => join(folder, `${number++}.sound`);

async function recorded(frames: number, finish: boolean): Promise<string> {
  const path = place();
  const file = await openRecordingFile(path, 1, KEY);
  for (let index = 0; index < frames; index++) await file.append(index === 1 ? spoken() : new Float32Array(FRAME).fill(index / 100));
  if (finish) await file.finish();
  return path;
}

async function lengthOf(path: string): Promise<number> {
  const { source } = await openSound(path, null, [KEY]);
  let frames = 0;
  for await (const [samples] of source.blocks(0)) frames += samples?.length ?? 0;
  await source.close();
  return frames;
}

describe('a sealed recording', () => {
  it('holds nothing that can be read without the key of its profile', async () => {
    const path = await recorded(4, true);
    expect(readFileSync(path).includes(SECRET)).toBe(false);
    expect(readFileSync(path).includes('RIFF')).toBe(false);
    await expect(openSound(path, null, [OTHER])).rejects.toThrow('This recording is sealed with the key of another profile.');
    await expect(openSound(path, null)).rejects.toThrow('sealed with the key of another profile');
    expect(await lengthOf(path)).toBe(4 * FRAME);
  });

  it('reads the same from any place as from the beginning', async () => {
    const path = await recorded(200, true);
    const whole = await openSealedSound(await open(path), [KEY]);
    const { size } = await whole.stat();
    const all = Buffer.alloc(size);
    for (let at = 0; at < size; ) at += (await whole.read(all, at, size - at, at)).bytesRead;
    await fc.assert(
      fc.asyncProperty(fc.nat(size - 1), fc.integer({ min: 1, max: 5000 }), async (from, length) => {
        const piece = Buffer.alloc(length);
        const { bytesRead } = await whole.read(piece, 0, length, from);
        expect(bytesRead).toBeGreaterThan(0);
        expect(piece.subarray(0, bytesRead).equals(all.subarray(from, from + bytesRead))).toBe(true);
      }),
    );
    await whole.close();
  });

  it('keeps every frame that was written, wherever a crash tears it, and is whole after the next start', async () => {
    const path = await recorded(5, false);
    const full = statSync(path).size;
    for (const cut of [0, 1, 500, PIECE_BYTES + 15, PIECE_BYTES + 16, PIECE_BYTES + 17]) {
      const own = mkdtempSync(join(folder, 'torn-'));
      const torn = join(own, 'memo.sound');
      copyFileSync(path, torn);
      truncateSync(torn, full - cut);
      const kept = 5 - Math.ceil(cut / (PIECE_BYTES + 16));
      expect(await lengthOf(torn)).toBe(kept * FRAME);
      expect(await finishLeftOpen(own)).toBe(1);
      expect(await lengthOf(torn)).toBe(kept * FRAME);
      expect(await finishLeftOpen(own)).toBe(0);
    }
  });

  it('is read while it grows, to its end', async () => {
    const path = place();
    const file = await openRecordingFile(path, 1, KEY);
    await file.append(spoken());
    const { source } = await openRecording(path, () => false, [KEY]);
    let frames = 0;
    const reading = (async () => {
      for await (const [samples] of source.blocks(0)) frames += samples?.length ?? 0;
    })();
    for (let index = 0; index < 50; index++) await file.append(spoken());
    await file.append(new Float32Array(100));
    await file.finish();
    await reading;
    await source.close();
    expect(frames).toBe(51 * FRAME + 100);
  });

  it('gives out nothing that was changed', async () => {
    const path = await recorded(6, true);
    const bytes = readFileSync(path);
    const at = SEALED_HEAD_BYTES + 3 * (PIECE_BYTES + 16) + 7;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(await lengthOf(path)).toBe(3 * FRAME);
  });

  it('opens with the key of a passphrase that came later, and with the one before no more', async () => {
    const own = mkdtempSync(join(folder, 'anew-'));
    const path = join(own, 'memo.sound');
    const file = await openRecordingFile(path, 1, KEY);
    await file.append(spoken());
    await resealRecordings(own, KEY, OTHER);
    // What was begun goes on.
    await file.append(spoken());
    await file.finish();
    await expect(openSound(path, null, [KEY])).rejects.toThrow('another profile');
    const { source } = await openSound(path, null, [OTHER]);
    expect(source.claimedMs).toBe(64);
    await source.close();
    // Back again, into the first place.
    await resealRecordings(own, OTHER, KEY);
    expect(await lengthOf(path)).toBe(2 * FRAME);
  });

  it('goes out as a WAV that any program opens, whole or not at all', async () => {
    const path = await recorded(300, true);
    const out = join(folder, 'out.wav');
    await saveSound(path, [OTHER, KEY], out);
    const { samples, sampleRateHz } = readWav(readFileSync(out));
    expect([samples.length, sampleRateHz]).toEqual([300 * FRAME, 16_000]);
    expect(samples[5 * FRAME]).toBeCloseTo(0.05, 4);
    const refused = join(folder, 'refused.wav');
    await expect(saveSound(path, [OTHER], refused)).rejects.toThrow('another profile');
    await expect(saveSound(path, [KEY], join(folder, 'nowhere', 'out.wav'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(folder).filter((name) => name.startsWith('refused') || name.endsWith('.part'))).toEqual([]);
  });
});
