import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HEARING_SAMPLE_RATE_HZ, SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { joinedSamples } from '../../models/audio/joined-samples.ts';
import { resample } from '../../models/audio/resample.ts';
import { speechEdges } from '../../models/audio/speech-edges.ts';
import { readWav, writeWav } from '../../models/audio/wav.ts';
import type { TextToSpeech } from '../../models/text-to-speech/text-to-speech.ts';
import { espeakText } from './espeak-sounds.ts';
import { isNatural, NATURAL_SAMPLE_RATE_HZ, naturalVoice } from './natural-voice.ts';
import { mixed, noise, rmsOf, silence, toPeak } from './sound-making.ts';

/** Who speaks, and how. */
export interface Speaker {
  readonly id: string;
  /** 'piper' (this program's own voice), one of Kokoro ('af_heart') or one of eSpeak NG. */
  readonly voice: string;
  readonly speed: number;
  readonly pitch: number;
}

/** Speakers of the spoken set: three manners of the local voice, one formant voice that the recogniser hears as clearly as such a voice can be. */
export const SPEAKERS: readonly Speaker[] = [
  { id: 'piper', voice: 'piper', speed: 1, pitch: 1 },
  { id: 'piper-bright-fast', voice: 'piper', speed: 1.15, pitch: 1.12 },
  { id: 'piper-deep-slow', voice: 'piper', speed: 0.85, pitch: 0.88 },
  { id: 'espeak-us', voice: 'en-us', speed: 1, pitch: 1 },
];

/** Two women and two men, American and British: the voices of Kokoro that their publisher grades best. */
export const NATURAL_SPEAKERS: readonly Speaker[] = [
  { id: 'heart-us', voice: 'af_heart', speed: 1, pitch: 1 },
  { id: 'michael-us', voice: 'am_michael', speed: 1, pitch: 1 },
  { id: 'emma-british', voice: 'bf_emma', speed: 1, pitch: 1 },
  { id: 'george-british', voice: 'bm_george', speed: 1, pitch: 1 },
];

/** Speech level over white noise; null = only the faint floor every microphone has. */
export type NoiseDb = null | 20 | 10;

export interface SpokenText {
  readonly text: string;
  /** Written form -> IPA of names in it: each is said as it really is said. */
  readonly pronunciations: Readonly<Record<string, string>>;
}

const CACHE = join(import.meta.dirname, '../../artefacts/spoken-set');
/** Raise it when the making changes: older files are then made anew. */
const MAKING = 1;
const LEAD_MS = 300;
const TAIL_MS = 500;
const FLOOR_RMS = 0.0004;
const LOUDEST = 0.6;

/**
 * One text as one speaker says it, the same at every making; kept in `artefacts/spoken-set`, which is not committed.
 * @returns mono, 16 kHz
 */
export async function spoken(voice: TextToSpeech, said: SpokenText, speaker: Speaker, noiseDb: NoiseDb): Promise<Float32Array> {
  const clean = await cached(`${JSON.stringify([said, speaker])}`, () => speak(voice, said, speaker));
  const hissRms = noiseDb === null ? FLOOR_RMS : rmsOf(clean) / 10 ** (noiseDb / 20);
  const whole = joinedSamples([silence(LEAD_MS), clean, silence(TAIL_MS)]);
  return mixed(whole, noise((whole.length * 1000) / HEARING_SAMPLE_RATE_HZ, hissRms, seedOf(said.text + speaker.id)));
}

async function speak(voice: TextToSpeech, said: SpokenText, speaker: Speaker): Promise<Float32Array> {
  const samples = await samplesOf(voice, said, speaker);
  const edges = speechEdges(samples);
  const inSamples = (ms: number) => (ms * HEARING_SAMPLE_RATE_HZ) / 1000;
  return toPeak(edges === null ? samples : samples.slice(inSamples(edges.startMs), inSamples(edges.endMs)), LOUDEST);
}

function samplesOf(voice: TextToSpeech, said: SpokenText, speaker: Speaker): Promise<Float32Array> | Float32Array {
  if (speaker.voice === 'piper') return byPiper(voice, said, speaker);
  return isNatural(speaker.voice) ? byKokoro(said, speaker) : byEspeak(said, speaker);
}

async function byKokoro({ text }: SpokenText, { voice, speed }: Speaker): Promise<Float32Array> {
  const samples = await (await naturalVoice()).speak(text, voice, speed);
  return resample(samples, NATURAL_SAMPLE_RATE_HZ, HEARING_SAMPLE_RATE_HZ);
}

async function byPiper(voice: TextToSpeech, { text, pronunciations }: SpokenText, { speed, pitch }: Speaker): Promise<Float32Array> {
  const { samples } = await voice.speak(text, { voice: { voiceId: 'joe', rate: speed, pitch }, pronunciations, steady: true });
  return resample(samples, SPEAKING_SAMPLE_RATE_HZ, HEARING_SAMPLE_RATE_HZ);
}

function byEspeak(said: SpokenText, { voice, speed, pitch }: Speaker): Float32Array {
  const folder = mkdtempSync(join(tmpdir(), 'parley-spoken-'));
  try {
    const file = join(folder, 'speech.wav');
    const manner = ['-v', voice, '-s', String(Math.round(150 * speed)), '-p', String(Math.round(50 * pitch))];
    execFileSync('espeak-ng', [...manner, '-w', file, espeakText(said)]);
    const { samples, sampleRateHz } = readWav(readFileSync(file));
    return resample(samples, sampleRateHz, HEARING_SAMPLE_RATE_HZ);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function cached(key: string, make: () => Promise<Float32Array>): Promise<Float32Array> {
  const file = join(CACHE, `${createHash('sha256').update(`${MAKING} ${key}`).digest('hex').slice(0, 24)}.wav`);
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(`${file}.part`, writeWav(await make(), HEARING_SAMPLE_RATE_HZ));
    renameSync(`${file}.part`, file);
  }
  return readWav(readFileSync(file)).samples;
}

function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32LE(0);
}
