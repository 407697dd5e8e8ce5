/** Mono signed 16-bit little-endian samples, the form in which endpoints take and give sound. */

/** @param samples -1..1; what lies outside is clipped */
export function toPcm16(samples: Float32Array): Buffer {
  const bytes = Buffer.allocUnsafe(samples.length * 2);
  for (let index = 0; index < samples.length; index++) {
    const clipped = Math.max(-1, Math.min(1, samples[index] ?? 0));
    bytes.writeInt16LE(Math.round(clipped * (clipped < 0 ? 32_768 : 32_767)), index * 2);
  }
  return bytes;
}

/** Turns bytes into samples as they come; a byte that is half a sample waits for its other half. */
export class Pcm16Reader {
  #odd: Buffer = Buffer.alloc(0);

  read(bytes: Uint8Array): Float32Array {
    const all = this.#odd.length === 0 ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Buffer.concat([this.#odd, bytes]);
    const count = all.length >> 1;
    const samples = new Float32Array(count);
    for (let index = 0; index < count; index++) samples[index] = all.readInt16LE(index * 2) / 32_768;
    this.#odd = Buffer.from(all.subarray(count * 2));
    return samples;
  }
}
