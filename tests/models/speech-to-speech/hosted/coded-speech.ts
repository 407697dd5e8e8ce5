import { type AudioFrame, HEARING_FRAME_MS, HEARING_FRAME_SAMPLES } from '../../../../electron/ipc/audio-frame.ts';

/** Utterance number `code` is a steady level: resampling and PCM keep it, and a server can read it back. */
const STEP = 0.01;

/** @param code 1..90 */
export function codedSpeech(code: number, ms: number): AudioFrame[] {
  return Array.from({ length: Math.ceil(ms / HEARING_FRAME_MS) }, (_, index) => ({
    samples: new Float32Array(HEARING_FRAME_SAMPLES).fill(code * STEP),
    endMs: (index + 1) * HEARING_FRAME_MS,
    speechProbability: 1,
  }));
}

/** Reads PCM16 as it came over the wire: the level in its middle, and how long it is. */
export function decodeSpeech(pcm16: Buffer, rateHz: number): { readonly code: number; readonly ms: number } {
  const levels: number[] = [];
  for (let at = 0; at + 1 < pcm16.length; at += 2) levels.push(pcm16.readInt16LE(at) / 32_768);
  const speech = levels.filter((level) => Math.abs(level) > STEP / 2).sort((left, right) => left - right);
  const level = speech[Math.floor(speech.length / 2)] ?? 0;
  return { code: Math.round(level / STEP), ms: (levels.length / rateHz) * 1000 };
}

/** A tone for every word, silence between: what a scripted voice says. */
export function spokenPcm(words: number, wordMs: number, rateHz: number): Buffer {
  const perWord = Math.round((wordMs * rateHz) / 1000);
  const pcm = Buffer.alloc(words * perWord * 2);
  for (let index = 0; index < words * perWord; index++)
    pcm.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * 220 * index) / rateHz)), index * 2);
  return pcm;
}
