import { RECORDING_LENGTH_MS, RECORDING_RATE_HZ } from '../../electron/ipc/memory-schema.ts';
import type { Capture, CaptureOptions } from '../microphone/open-capture.ts';

/** Below this peak nobody spoke (-40 dB of full scale). */
const SILENT_PEAK = 0.01;

export interface NameRecordingOptions {
  readonly deviceId: string | null;
  readonly stop: AbortSignal;
  /** The first sound came: what is said from now on is kept. */
  readonly begun: () => void;
  /** Three seconds when absent. */
  readonly lengthMs?: number;
}

/**
 * Records until three seconds, or as many as wanted, are there, the device goes away, or `stop` is told.
 * @returns 16 kHz mono, [-1, 1]; null when it is silent
 * @throws DOMException of `getUserMedia`
 */
export async function recordName(
  open: (options: CaptureOptions) => Promise<Capture>,
  { deviceId, stop, begun, lengthMs = RECORDING_LENGTH_MS }: NameRecordingOptions,
): Promise<Float32Array | null> {
  const samples = new Float32Array((RECORDING_RATE_HZ * lengthMs) / 1000);
  let length = 0;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  stop.addEventListener('abort', end);
  if (stop.aborted) end();
  const frames = (heard: Float32Array) => {
    if (length === 0) begun();
    samples.set(heard.subarray(0, samples.length - length), length);
    length = Math.min(samples.length, length + heard.length);
    if (length === samples.length) end();
  };
  const capture = await open({ deviceId, frames, lost: end });
  await ended;
  await capture.close();
  const recorded = samples.slice(0, length);
  return recorded.some((sample) => Math.abs(sample) >= SILENT_PEAK) ? recorded : null;
}

const HEADER_BYTES = 44;

/** WAV with 16-bit PCM, mono (Microsoft, RIFF 1991), in base64. */
export function wavOf(samples: Float32Array): string {
  const bytes = new Uint8Array(HEADER_BYTES + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const text = (at: number, letters: string) => bytes.set(new TextEncoder().encode(letters), at);
  text(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RECORDING_RATE_HZ, true);
  view.setUint32(28, RECORDING_RATE_HZ * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  for (const [index, sample] of samples.entries())
    view.setInt16(HEADER_BYTES + index * 2, Math.max(-1, Math.min(1, sample)) * 32_767, true);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Plays it on the chosen speaker. Resolves when it has ended. */
export async function playWav(wav: string, speakerId: string | null): Promise<void> {
  const bytes = Uint8Array.from(atob(wav), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' }));
  try {
    const player = new Audio(address);
    // The chosen one may be gone: the system's default is better than silence.
    await player.setSinkId?.(speakerId ?? '').catch(() => undefined);
    const ended = new Promise<void>((resolve) => {
      player.onended = () => resolve();
      player.onerror = () => resolve();
    });
    await player.play();
    await ended;
  } finally {
    URL.revokeObjectURL(address);
  }
}
