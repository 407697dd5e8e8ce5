import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSound } from './read-sound.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-aiff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rate as the 80-bit float that the format wants. */
function extended(value: number): Buffer {
  const exponent = Math.floor(Math.log2(value));
  const bytes = Buffer.alloc(10);
  bytes.writeUInt16BE(16_383 + exponent, 0);
  bytes.writeBigUInt64BE(BigInt(Math.round(value)) << BigInt(63 - exponent), 2);
  return bytes;
}

function chunk(name: string, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32BE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

interface Making {
  readonly sound: Uint8Array;
  readonly bits: number;
  readonly channels?: number;
  readonly encoding?: string;
  readonly rateHz?: number;
  readonly before?: Uint8Array;
}

function aiff(name: string, { sound, bits, channels = 1, encoding, rateHz = 16_000, before = new Uint8Array() }: Making): string {
  const common = Buffer.alloc(8);
  common.writeUInt16BE(channels, 0);
  common.writeUInt32BE(sound.length / (bits / 8) / Math.max(1, channels), 2);
  common.writeUInt16BE(bits, 6);
  const kind = encoding === undefined ? [] : [Buffer.from(`${encoding}\0\0`, 'latin1')];
  const chunks = [before, chunk('COMM', common, extended(rateHz), ...kind), chunk('SSND', Buffer.alloc(8), sound)];
  const body = Buffer.concat([Buffer.from(encoding === undefined ? 'AIFF' : 'AIFC', 'latin1'), ...chunks]);
  const path = join(folder, name);
  writeFileSync(path, chunk('FORM', body));
  return path;
}

const WAVE = Array.from({ length: 20_000 }, (_, index) => 0.7 * Math.sin(index / 9));

function bytesOf(bits: number, put: (bytes: Buffer, value: number, offset: number) => void, values: readonly number[] = WAVE): Buffer {
  const bytes = Buffer.alloc((values.length * bits) / 8);
  values.forEach((value, index) => {
    put(bytes, value, (index * bits) / 8);
  });
  return bytes;
}

describe('aiff', () => {
  it.each([
    ['8 bit', 8, undefined, bytesOf(8, (bytes, value, at) => bytes.writeInt8(Math.round(value * 127), at)), 0.01],
    ['16 bit', 16, undefined, bytesOf(16, (bytes, value, at) => bytes.writeInt16BE(Math.round(value * 32_767), at)), 1e-4],
    ['16 bit, turned round', 16, 'sowt', bytesOf(16, (bytes, value, at) => bytes.writeInt16LE(Math.round(value * 32_767), at)), 1e-4],
    ['24 bit', 24, 'NONE', bytesOf(24, (bytes, value, at) => bytes.writeIntBE(Math.round(value * 8_388_607), at, 3)), 1e-6],
    ['32 bit', 32, undefined, bytesOf(32, (bytes, value, at) => bytes.writeInt32BE(Math.round(value * 2_147_483_647), at)), 1e-6],
    ['32 bit float', 32, 'fl32', bytesOf(32, (bytes, value, at) => bytes.writeFloatBE(value, at)), 1e-6],
    ['64 bit float', 64, 'FL64', bytesOf(64, (bytes, value, at) => bytes.writeDoubleBE(value, at)), 1e-6],
  ])('%s is read as it is, also from the middle', async (name, bits, encoding, sound, within) => {
    const path = aiff(`${name}.aiff`, { sound, bits, ...(encoding === undefined ? {} : { encoding }) });
    const whole = await readSound(path);
    expect({ container: whole.container, rate: whole.sampleRateHz, notices: whole.notices }).toEqual({
      container: 'AIFF',
      rate: 16_000,
      notices: [],
    });
    expect(whole.channels[0]).toHaveLength(WAVE.length);
    const worst = Math.max(...WAVE.map((value, index) => Math.abs(value - (whole.channels[0]?.[index] ?? 9))));
    expect(worst).toBeLessThan(within);
    expect((await readSound(path, 17_000)).channels[0]).toEqual(whole.channels[0]?.subarray(17_000));
  });

  it('two channels, an odd chunk before, and a rate of 44100', async () => {
    const sound = bytesOf(
      16,
      (bytes, value, at) => bytes.writeInt16BE(Math.round(value * 32_767), at),
      WAVE.flatMap((value) => [value, -value]),
    );
    const { channels, sampleRateHz } = await readSound(
      aiff('two.aif', { sound, bits: 16, channels: 2, rateHz: 44_100, before: chunk('NAME', Buffer.from('odd')) }),
    );
    expect(sampleRateHz).toBe(44_100);
    expect(channels[1]?.[500]).toBeCloseTo(-(WAVE[500] ?? 0), 3);
  });

  it('a file that is cut off is read to its end, and told', async () => {
    const path = aiff('cut.aiff', {
      sound: bytesOf(16, (bytes, value, at) => bytes.writeInt16BE(Math.round(value * 32_767), at)),
      bits: 16,
    });
    writeFileSync(path, readFileSync(path).subarray(0, 54 + 32_000));
    const { channels, notices } = await readSound(path);
    expect(channels[0]).toHaveLength(16_000);
    expect(notices).toEqual(['The file is cut off: it was read until 0:01, where it ends.']);
  });

  it.each([
    ['what it cannot decode', { sound: new Uint8Array(64), bits: 16, encoding: 'MAC6' }, 'Sound coded as "MAC6" cannot be read here.'],
    ['no channel', { sound: new Uint8Array(64), bits: 16, channels: 0 }, 'A channel count of 0 is not supported.'],
    ['a rate nobody records at', { sound: new Uint8Array(64), bits: 16, rateHz: 1 }, 'A sample rate of 1 Hz is not supported.'],
    ['no samples', { sound: new Uint8Array(), bits: 16 }, 'The file contains no audio: it has a header, but no samples.'],
  ])('%s is told in a sentence', async (name, making, message) => {
    await expect(readSound(aiff(`${name}.aiff`, making))).rejects.toThrow(message);
  });

  it('a header without description is damaged', async () => {
    const path = join(folder, 'none.aiff');
    writeFileSync(path, chunk('FORM', Buffer.from('AIFF'), chunk('SSND', Buffer.alloc(80))));
    await expect(readSound(path)).rejects.toThrow('The AIFF file is damaged: its description of the sound is missing.');
  });
});
