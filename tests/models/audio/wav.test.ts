import { describe, expect, it } from 'vitest';
import { readWav, writeWav } from '../../../models/audio/wav.ts';
import { WavError } from '../../../models/audio/wav-format.ts';

interface Shape {
  readonly code?: number;
  readonly bits?: number;
  readonly channels?: number;
  readonly rateHz?: number;
  readonly extensible?: boolean;
  readonly riff?: string;
  readonly before?: Buffer;
  readonly dataSize?: number;
}

function chunk(name: string, content: Buffer, size = content.length): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(size, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length & 1)]);
}

function formatChunk({ code = 1, bits = 16, channels = 1, rateHz = 16_000, extensible = false }: Shape): Buffer {
  const content = Buffer.alloc(extensible ? 40 : 16);
  content.writeUInt16LE(extensible ? 0xfffe : code, 0);
  content.writeUInt16LE(channels, 2);
  content.writeUInt32LE(rateHz, 4);
  content.writeUInt32LE((rateHz * channels * bits) / 8, 8);
  content.writeUInt16LE((channels * bits) / 8, 12);
  content.writeUInt16LE(bits, 14);
  if (extensible) content.writeUInt16LE(code, 24);
  return chunk('fmt ', content);
}

function wavFile(data: Buffer, shape: Shape = {}): Buffer {
  const body = Buffer.concat([formatChunk(shape), shape.before ?? Buffer.alloc(0), chunk('data', data, shape.dataSize ?? data.length)]);
  return Buffer.concat([chunk(shape.riff ?? 'RIFF', Buffer.concat([Buffer.from('WAVE'), body]))]);
}

function int16(...values: number[]): Buffer {
  return Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(2);
      bytes.writeInt16LE(value);
      return bytes;
    }),
  );
}

function floats(...values: number[]): Buffer {
  return Buffer.from(Float32Array.from(values).buffer);
}

describe('reading a WAV file', () => {
  it.each<[string, Buffer, Shape, number[]]>([
    ['8 bit PCM', Buffer.of(0, 128, 192), { bits: 8 }, [-1, 0, 0.5]],
    ['16 bit PCM', int16(-32_768, 0, 16_384), {}, [-1, 0, 0.5]],
    ['24 bit PCM', Buffer.of(0, 0, 0x80, 0, 0, 0, 0, 0, 0x40), { bits: 24 }, [-1, 0, 0.5]],
    ['32 bit PCM', Buffer.from(Int32Array.of(-(2 ** 31), 0, 2 ** 30).buffer), { bits: 32 }, [-1, 0, 0.5]],
    ['32 bit float', floats(-1, 0, 0.5), { code: 3, bits: 32 }, [-1, 0, 0.5]],
    ['64 bit float', Buffer.from(Float64Array.of(-1, 0, 0.5).buffer), { code: 3, bits: 64 }, [-1, 0, 0.5]],
    ['A-law', Buffer.of(0xd5, 0x55, 0xaa, 0x2a), { code: 6, bits: 8 }, [8 / 32_768, -8 / 32_768, 32_256 / 32_768, -32_256 / 32_768]],
    ['mu-law', Buffer.of(0xff, 0x7f, 0x80, 0x00), { code: 7, bits: 8 }, [0, 0, 32_124 / 32_768, -32_124 / 32_768]],
    ['an extensible header', int16(16_384), { extensible: true }, [0.5]],
    ['a 64 bit RIFF', int16(16_384), { riff: 'RF64' }, [0.5]],
  ])('understands %s', (_, data, shape, expected) => {
    const { samples } = readWav(wavFile(data, shape));
    expect(samples).toHaveLength(expected.length);
    expected.forEach((value, index) => {
      expect(samples[index]).toBeCloseTo(value, 6);
    });
  });

  it('mixes channels to one and tells rate, channels and length', () => {
    const audio = readWav(wavFile(int16(16_384, 0, -16_384, -16_384), { channels: 2, rateHz: 44_100 }));
    expect([...audio.samples]).toEqual([0.25, -0.5]);
    expect(audio).toMatchObject({ sampleRateHz: 44_100, channels: 2 });
    expect(audio.durationMs).toBeCloseTo(2000 / 44_100, 9);
  });

  it.each([0, 0xffffffff, 1_000_000])('reads to the end when the recorder wrote a size of %d', (dataSize) => {
    expect(readWav(wavFile(int16(16_384, 16_384), { dataSize })).samples).toHaveLength(2);
  });

  it('drops a last frame that is cut off', () => {
    expect(readWav(wavFile(Buffer.of(0, 64, 0))).samples).toHaveLength(1);
  });

  it('steps over chunks it does not know, odd ones too', () => {
    expect([...readWav(wavFile(int16(16_384), { before: chunk('LIST', Buffer.from('abc')) })).samples]).toEqual([0.5]);
  });

  it('makes silence of what is no number and clips what is too loud', () => {
    const { samples } = readWav(wavFile(floats(Number.NaN, Number.POSITIVE_INFINITY, 3, -3), { code: 3, bits: 32 }));
    expect([...samples]).toEqual([0, 0, 1, -1]);
  });

  it('reads a view into a larger buffer', () => {
    const file = wavFile(int16(16_384));
    const larger = Buffer.concat([Buffer.alloc(5), file]);
    expect([...readWav(larger.subarray(5)).samples]).toEqual([0.5]);
  });
});

describe('a file that is no readable WAV', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['empty', new Uint8Array(), /empty \(0 bytes\)/],
    ['text', Buffer.from('hello, this is no sound at all'), /not a WAV recording/],
    ['too short for a header', Buffer.from('RIFF'), /not a WAV recording/],
    ['another RIFF', chunk('RIFF', Buffer.from('AVI LIST')), /not a WAV recording/],
    [
      'without a format',
      chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), chunk('data', int16(1))])),
      /description of the sound is missing/,
    ],
    ['without data', chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), formatChunk({})])), /no samples/],
    ['with no samples', wavFile(Buffer.alloc(0)), /no samples/],
    ['with no channels', wavFile(int16(1), { channels: 0 }), /channel count of 0/],
    ['with too many channels', wavFile(int16(1), { channels: 500 }), /channel count of 500/],
    ['with no rate', wavFile(int16(1), { rateHz: 0 }), /sample rate of 0 Hz/],
    ['with a rate beyond belief', wavFile(int16(1), { rateHz: 1_000_000 }), /sample rate of 1000000 Hz/],
    ['compressed', wavFile(int16(1), { code: 0x55 }), /encoding 85 with 16 bits/],
    ['of 12 bits', wavFile(int16(1), { bits: 12 }), /encoding 1 with 12 bits/],
  ])('is refused in a sentence: %s', (_, bytes, message) => {
    expect(() => readWav(bytes)).toThrow(WavError);
    expect(() => readWav(bytes)).toThrow(message);
  });

  it('never throws anything else, wherever it is cut', () => {
    const file = wavFile(int16(1, 2, 3), { extensible: true });
    for (let length = 0; length < file.length; length++) {
      try {
        readWav(file.subarray(0, length));
      } catch (failure) {
        expect(failure).toBeInstanceOf(WavError);
      }
    }
  });
});

describe('writing a WAV file', () => {
  it('can be read again', () => {
    const samples = Float32Array.of(0, 0.25, -0.25, 1, -1, 2, -2);
    const audio = readWav(writeWav(samples, 24_000));
    expect(audio).toMatchObject({ sampleRateHz: 24_000, channels: 1 });
    audio.samples.forEach((sample, index) => {
      expect(sample).toBeCloseTo(Math.max(-1, Math.min(1, samples[index] ?? 0)), 3);
    });
  });
});
