import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkKind, shownName } from '../../../models/audio-file/check-file.ts';
import { openSound } from '../../../models/audio-file/open-sound.ts';
import { mediaFile, readSound } from './read-sound.ts';
import { pcm16, tone, wave64File, wavFile } from './wav-making.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** The sentence a file is refused with. */
async function refusal(path: string): Promise<string> {
  const opened = await openSound(path, null).catch((failure: Error) => failure);
  if (opened instanceof Error) return opened.message;
  await opened.source.close();
  return 'opened';
}

async function seconds(path: string): Promise<number> {
  const { channels, sampleRateHz } = await readSound(path);
  return (channels[0]?.length ?? 0) / sampleRateHz;
}

const second = pcm16(tone(1));

describe('files that cannot be read say why', () => {
  it('F01 empty', async () => expect(await refusal(file('empty.wav', ''))).toBe('The file is empty (0 bytes).'));

  it('F02 a header without samples', async () => {
    const said = 'The file contains no audio: it has a header, but no samples.';
    expect(await refusal(file('header.wav', wavFile({ sound: new Uint8Array() })))).toBe(said);
  });

  it('F03 a film without sound', async () => expect(await refusal(mediaFile('no-sound.mp4'))).toBe('The video has no sound track.'));

  it('F04 an MP4 without its table of contents', async () => {
    const whole = readFileSync(mediaFile('speech.m4a'));
    const cut = whole.subarray(0, whole.indexOf('moov', 0, 'latin1') - 4);
    expect(await refusal(file('cut.m4a', cut))).toBe(
      'The recording was not finished or its download is incomplete: its table of contents (moov) is missing.',
    );
  });

  it('F05 an MP4 called .mp3 is read by its content, and told', async () => {
    copyFileSync(mediaFile('speech.m4a'), join(folder, 'called.mp3'));
    const sound = await readSound(join(folder, 'called.mp3'));
    expect(sound.codec).toBe('aac');
    expect(sound.notices).toEqual(['The file is named .mp3 but holds MP4; it was read by its content.']);
  });

  it('F06 a web page called .wav', async () => {
    const said = 'The file is not a sound or video file: it holds text.';
    expect(await refusal(file('page.wav', '<!doctype html><title>Not found</title>'))).toBe(said);
    expect(await refusal(file('picture.mp3', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')))).toBe(
      'The file is not a sound or video file that can be read.',
    );
    expect(await refusal(file('noise.ogg', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251))))).toBe(
      'The file is not a sound or video file that can be read.',
    );
  });

  it('F11 impossible sample rates', async () => {
    expect(await refusal(file('slow.wav', wavFile({ sound: second, rateHz: 1 })))).toBe('A sample rate of 1 Hz is not supported.');
    expect(await refusal(file('fast.wav', wavFile({ sound: second, rateHz: 768_000 })))).toBe(
      'A sample rate of 768000 Hz is not supported.',
    );
  });

  it('F12 impossible channel counts', async () => {
    expect(await refusal(file('none.wav', wavFile({ sound: second, channels: 0 })))).toBe('A channel count of 0 is not supported.');
    expect(await refusal(file('many.wav', wavFile({ sound: second, channels: 255 })))).toBe('A channel count of 255 is not supported.');
  });

  it('F22 protected by a shop', async () => {
    const bytes = Buffer.from(readFileSync(mediaFile('speech.m4a')));
    bytes.write('drms', bytes.indexOf('mp4a', 0, 'latin1'), 'latin1');
    expect(await refusal(file('bought.m4p', bytes))).toBe('The file is protected by DRM.');
  });

  it('F23 a side file of macOS', async () => {
    const opened = await openSound(file('._talk.mp4', 'x'), null).catch((failure: unknown) => failure);
    expect(opened).toMatchObject({ message: 'This is a side file of macOS, not the recording.', whatToDo: 'Choose talk.mp4 instead.' });
  });

  it('F24 a folder', async () => expect(await refusal(folder)).toBe('This is a folder.'));

  it('F25 a file that is gone', async () =>
    expect(await refusal(join(folder, 'gone.wav'))).toBe('There is no such file; it may have been moved.'));

  it('F27 no right to read', async () => {
    const path = file('secret.wav', wavFile({ sound: second }));
    chmodSync(path, 0o000);
    const said = await refusal(path);
    chmodSync(path, 0o600);
    // The superuser may read everything.
    expect(said).toBe(process.getuid?.() === 0 ? 'opened' : `There is no permission to read ${path}.`);
  });

  it('F28 what is no regular file', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const path of [pipe, '/dev/zero', '/proc/self/maps']) expect(await refusal(path)).toBe('This is not a regular file.');
  });

  it('F29 a link to itself', async () => {
    symlinkSync('loop.wav', join(folder, 'loop.wav'));
    expect(await refusal(join(folder, 'loop.wav'))).toBe('The link points to itself.');
  });

  it('F31 a file still in the cloud', async () => {
    expect(await refusal(file('.talk.m4a.icloud', 'bplist00'))).toBe('The file is still in the cloud.');
    const state = { size: 1_000_000, blocks: 0, isDirectory: () => false, isFile: () => true };
    expect(() => checkKind('/home/talk.m4a', state, 'darwin')).toThrow('The file is still in the cloud.');
    expect(() => checkKind('/home/zeros.wav', state, 'linux')).not.toThrow();
  });

  it('F34 playlists, and nothing they name is fetched', async () => {
    for (const text of ['#EXTM3U\nhttp://example.com/a.ts\n', '[playlist]\nFile1=/etc/passwd\n', '<?xml version="1.0"?>\n<MPD></MPD>']) {
      expect(await refusal(file('list.m3u8', text))).toBe('Playlists are not supported.');
    }
  });

  it('a codec that is not read here is named', async () =>
    expect(await refusal(mediaFile('alac.m4a'))).toBe('The sound is coded as alac, which cannot be read here.'));
});

describe('odd files are read as far as they go', () => {
  it('F07 cut in the middle of a frame', async () => {
    const whole = readFileSync(mediaFile('speech.mp3'));
    expect(await seconds(file('cut.mp3', whole.subarray(0, 6001)))).toBeGreaterThan(1.2);
    const sound = await readSound(file('cut.wav', wavFile({ sound: second.subarray(0, 16_001), dataSize: 32_000 })));
    expect(sound.channels[0]).toHaveLength(8000);
    expect(sound.notices).toEqual(['The file is cut off: it was read until 0:00, where it ends.']);
    const damaged = await readSound(file('cut.m4a', cutAfterTable(mediaFile('speech.mp4'))));
    expect((damaged.channels[0]?.length ?? 0) / damaged.sampleRateHz).toBeGreaterThan(0.5);
  });

  it('F08 sizes of 0 and FFFFFFFF', async () => {
    for (const dataSize of [0, 0xffffffff]) expect(await seconds(file('open.wav', wavFile({ sound: second, dataSize })))).toBe(1);
  });

  it('F09 RF64 and Wave64', async () => {
    expect(await seconds(file('wide.wav', wavFile({ sound: second, tag: 'RF64', dataSize: 0xffffffff })))).toBe(1);
    expect(await seconds(file('sony.w64', wave64File(second)))).toBe(1);
  });

  it.each([
    [1, 8],
    [1, 24],
    [1, 32],
    [3, 32],
    [3, 64],
    [6, 8],
    [7, 8],
  ])('F10 encoding %i with %i bits', async (code, bits) => {
    const sound = new Uint8Array(16_000 * (bits / 8));
    expect(await seconds(file('kind.wav', wavFile({ sound, code, bits })))).toBe(1);
  });

  it('F21 a duration that is wrong counts for nothing', async () => {
    const bytes = Buffer.from(readFileSync(mediaFile('speech.mkv')));
    const at = bytes.indexOf(Buffer.from('4489', 'hex'));
    bytes.writeDoubleBE(9_999_999, at + 3);
    expect(await seconds(file('liar.mkv', bytes))).toBeCloseTo(await seconds(mediaFile('speech.mkv')), 1);
  });

  it('F26 growth after opening is not read, and told', async () => {
    const path = file('growing.wav', wavFile({ sound: second, dataSize: 0 }));
    const opened = await openSound(path, null);
    appendFileSync(path, second);
    let frames = 0;
    for await (const block of opened.source.blocks(0)) frames += block[0]?.length ?? 0;
    expect(frames).toBe(16_000);
    expect(await opened.grew()).toBe(true);
    await opened.source.close();
  });

  it('F30 names of every kind work and are shown escaped', async () => {
    for (const name of ['line\nbreak.wav', 'gpj.\u202evaw', `${'x'.repeat(251)}.wav`, '😀 talk.wav']) {
      expect(await seconds(file(name, wavFile({ sound: second })))).toBe(1);
    }
    expect(shownName('line\nbreak \u202evaw 😀')).toBe('line\\nbreak \\u202evaw 😀');
  });

  it('F32 a path longer than 260 signs', async () => {
    const deep = join(folder, ...Array.from({ length: 12 }, () => 'a'.repeat(40)));
    mkdirSync(deep, { recursive: true });
    const path = join(deep, 'talk.wav');
    writeFileSync(path, wavFile({ sound: second }));
    expect(path.length).toBeGreaterThan(500);
    expect(await seconds(path)).toBe(1);
  });
});

/** An MP4 whose table of contents is at the end would lose it; this keeps the table and cuts the sound. */
function cutAfterTable(path: string): Uint8Array {
  const bytes = Buffer.from(readFileSync(path));
  const data = bytes.indexOf('mdat', 0, 'latin1');
  const table = bytes.indexOf('moov', 0, 'latin1') - 4;
  // The second half of the sound becomes zeros: frames that are none.
  bytes.fill(0, data + Math.floor((table - data) / 2), table);
  return bytes;
}
