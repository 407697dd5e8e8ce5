/** A WAV header with whatever it is told, followed by the given bytes of sound. */
export function wavFile(options: {
  readonly sound: Uint8Array;
  readonly code?: number;
  readonly channels?: number;
  readonly rateHz?: number;
  readonly bits?: number;
  readonly dataSize?: number;
  readonly tag?: 'RIFF' | 'RF64';
}): Uint8Array {
  const { sound, code = 1, channels = 1, rateHz = 16_000, bits = 16, dataSize = sound.length, tag = 'RIFF' } = options;
  const wide = tag === 'RF64' ? 36 : 0;
  const head = Buffer.alloc(44 + wide);
  head.write(tag, 0, 'latin1');
  head.writeUInt32LE(wide > 0 ? 0xffffffff : 36 + sound.length, 4);
  head.write('WAVE', 8, 'latin1');
  if (wide > 0) {
    head.write('ds64', 12, 'latin1');
    head.writeUInt32LE(28, 16);
    head.writeBigUInt64LE(BigInt(sound.length + 72), 20);
    head.writeBigUInt64LE(BigInt(sound.length), 28);
  }
  head.write('fmt ', 12 + wide, 'latin1');
  head.writeUInt32LE(16, 16 + wide);
  head.writeUInt16LE(code, 20 + wide);
  head.writeUInt16LE(channels, 22 + wide);
  head.writeUInt32LE(rateHz, 24 + wide);
  head.writeUInt32LE((rateHz * channels * bits) / 8, 28 + wide);
  head.writeUInt16LE((channels * bits) / 8, 32 + wide);
  head.writeUInt16LE(bits, 34 + wide);
  head.write('data', 36 + wide, 'latin1');
  head.writeUInt32LE(dataSize, 40 + wide);
  return Buffer.concat([head, sound]);
}

/** Sony Wave64: identifiers of 16 bytes, sizes of 64 bits. */
export function wave64File(sound: Uint8Array, rateHz = 16_000): Uint8Array {
  const id = (tail: string) => Buffer.from(`${Buffer.from(tail, 'latin1').toString('hex')}f3acd3118cd100c04f8edb8a`, 'hex');
  const head = Buffer.alloc(24);
  Buffer.from('726966662e91cf11a5d628db04c10000', 'hex').copy(head);
  head.writeBigUInt64LE(BigInt(24 + 16 + 40 + 24 + sound.length), 16);
  const format = Buffer.alloc(24 + 16);
  id('fmt ').copy(format);
  format.writeBigUInt64LE(40n, 16);
  format.writeUInt16LE(1, 24);
  format.writeUInt16LE(1, 26);
  format.writeUInt32LE(rateHz, 28);
  format.writeUInt32LE(rateHz * 2, 32);
  format.writeUInt16LE(2, 36);
  format.writeUInt16LE(16, 38);
  const data = Buffer.alloc(24);
  id('data').copy(data);
  data.writeBigUInt64LE(BigInt(24 + sound.length), 16);
  return Buffer.concat([head, id('wave'), format, data, sound]);
}

/** Samples -1..1 as 16 bit. */
export function pcm16(samples: Iterable<number>): Uint8Array {
  return new Uint8Array(Int16Array.from(samples, (value) => Math.round(Math.max(-1, Math.min(1, value)) * 32_767)).buffer);
}

export function tone(seconds: number, rateHz = 16_000, hz = 300): number[] {
  return Array.from({ length: Math.round(seconds * rateHz) }, (_, index) => 0.5 * Math.sin((2 * Math.PI * hz * index) / rateHz));
}
