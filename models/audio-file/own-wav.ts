import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';

/** The WAV that Parley itself records: 16 kHz, 16 bit, one or two channels. */
export const WAV_HEADER_BYTES = 44;
export const WAV_RIFF_SIZE_AT = 4;
/** Where it says how long its sound is; FFFFFFFF as long as it is still being recorded. */
export const WAV_DATA_SIZE_AT = 40;
export const STILL_RECORDING = 0xffffffff;
/** Longer than 4 GiB (37 hours of one channel): 0, "to the end of the file". */
const MOST_BYTES = STILL_RECORDING - WAV_HEADER_BYTES;

/** @param dataBytes of sound, or STILL_RECORDING */
export function wavHeader(channels: number, dataBytes: number): Buffer {
  const head = Buffer.alloc(WAV_HEADER_BYTES);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(riffSize(dataBytes), WAV_RIFF_SIZE_AT);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(HEARING_SAMPLE_RATE_HZ, 24);
  head.writeUInt32LE(HEARING_SAMPLE_RATE_HZ * channels * 2, 28);
  head.writeUInt16LE(channels * 2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(dataSize(dataBytes), WAV_DATA_SIZE_AT);
  return head;
}

export function riffSize(dataBytes: number): number {
  if (dataBytes === STILL_RECORDING) return STILL_RECORDING;
  return dataBytes > MOST_BYTES ? 0 : dataBytes + WAV_HEADER_BYTES - 8;
}

export function dataSize(dataBytes: number): number {
  return dataBytes !== STILL_RECORDING && dataBytes > MOST_BYTES ? 0 : dataBytes;
}
