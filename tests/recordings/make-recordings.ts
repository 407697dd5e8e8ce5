import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HEARING_SAMPLE_RATE_HZ, SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { joinedSamples } from '../../models/audio/joined-samples.ts';
import { resample } from '../../models/audio/resample.ts';
import { speechEdges } from '../../models/audio/speech-edges.ts';
import { readWav, writeWav } from '../../models/audio/wav.ts';
import { openMoonshine } from '../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../models/speech-to-text/speech-to-text.ts';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../models/text-to-speech/text-to-speech.ts';
import { realPlaces } from '../models/real-places.ts';
import { wordErrors } from '../models/speech-to-text/word-errors.ts';
import { type RecordingPlan, SPEECH_RECORDINGS } from './recording-list.ts';
import type { Recording } from './recordings.ts';
import { cough, mixed, noise, rmsOf, silence, toPeak } from './sound-making.ts';

const LEAD_MS = 400;
const TAIL_MS = 700;
/** Every microphone hisses a little; digital silence is what no detector was trained on. */
const FLOOR_RMS = 0.0004;
/** The voice is never twice the same: another take of an exact recording may be clearer. The others are taken as they come. */
const TAKES = 6;
/** A recording that is understood worse tests nothing but its own quality. */
const WORST_ERROR_RATE = 0.35;
const LICENCE = 'MIT, as this project';

let voice: TextToSpeech;
let recogniser: SpeechToText;

beforeAll(async () => {
  voice = await openPiper(realPlaces);
  recogniser = await openMoonshine(realPlaces);
});
afterAll(async () => {
  await Promise.all([voice.close(), recogniser.close()]);
});

async function spoken(text: string, plan: RecordingPlan): Promise<Float32Array> {
  const samples = plan.voice === 'piper' ? await byPiper(text, plan) : byEspeak(text, plan);
  const edges = speechEdges(samples);
  const inSamples = (ms: number) => (ms * HEARING_SAMPLE_RATE_HZ) / 1000;
  return edges === null ? samples : samples.slice(inSamples(edges.startMs), inSamples(edges.endMs));
}

async function byPiper(text: string, { speed, pitch }: RecordingPlan): Promise<Float32Array> {
  const { samples } = await voice.speak(text, { voice: { voiceId: 'joe', rate: speed, pitch: pitch ?? 1 } });
  return resample(samples, SPEAKING_SAMPLE_RATE_HZ, HEARING_SAMPLE_RATE_HZ);
}

function byEspeak(text: string, plan: RecordingPlan): Float32Array {
  const folder = mkdtempSync(join(tmpdir(), 'parley-recordings-'));
  try {
    const file = join(folder, 'speech.wav');
    execFileSync('espeak-ng', ['-v', plan.voice, '-s', String(Math.round(150 * plan.speed)), '-w', file, text]);
    const { samples, sampleRateHz } = readWav(readFileSync(file));
    return resample(samples, sampleRateHz, HEARING_SAMPLE_RATE_HZ);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function take(plan: RecordingPlan, seed: number) {
  const parts: Float32Array[] = [silence(LEAD_MS)];
  for (const [index, stretch] of plan.stretches.entries()) {
    if (index > 0) parts.push(silence(plan.pauseMs ?? 0));
    parts.push(await spoken(stretch, plan));
  }
  const clean = toPeak(joinedSamples([...parts, silence(TAIL_MS)]), plan.peak ?? 0.5);
  const edges = speechEdges(clean);
  const inSamples = (ms: number) => (ms * HEARING_SAMPLE_RATE_HZ) / 1000;
  const speechRms = rmsOf(clean.subarray(inSamples(edges?.startMs ?? 0), inSamples(edges?.endMs ?? 0)));
  const hissRms = plan.signalToNoiseDb === undefined ? FLOOR_RMS : speechRms / 10 ** (plan.signalToNoiseDb / 20);
  const lengthMs = (clean.length * 1000) / HEARING_SAMPLE_RATE_HZ;
  return { samples: mixed(clean, noise(lengthMs, hissRms, seed)), edges };
}

/** The take to keep, or null when it cannot be understood. */
async function bestTake(plan: RecordingPlan, seed: number) {
  const text = plan.stretches.join(' ');
  let best: { readonly samples: Float32Array; readonly edges: ReturnType<typeof speechEdges>; readonly rate: number } | null = null;
  for (let number = 0; number < (plan.exact ? TAKES : 1) && best?.rate !== 0; number++) {
    const made = await take(plan, seed + number);
    const heard = await recogniser.transcribe(made.samples, { effort: 'final' });
    const { errors, words } = wordErrors(text, heard.text);
    if (best === null || errors / words < best.rate) best = { ...made, rate: errors / words };
  }
  if (best !== null && plan.exact) expect(best.rate, `${plan.file} is never understood word for word`).toBe(0);
  return best !== null && best.rate <= WORST_ERROR_RATE ? best : null;
}

function write(label: Recording, samples: Float32Array): Recording {
  writeFileSync(join(import.meta.dirname, label.file), writeWav(samples, HEARING_SAMPLE_RATE_HZ));
  return label;
}

function withoutSpeech(file: string, noiseKind: string): Recording {
  const nothing = { text: '', voice: 'none', speed: 1, speechStartMs: null, speechEndMs: null };
  return { file, ...nothing, noise: noiseKind, source: 'computed (sound-making.ts)', licence: LICENCE };
}

it('makes every recording and its label', async () => {
  const labels: Recording[] = [];
  for (const [index, plan] of SPEECH_RECORDINGS.entries()) {
    const made = await bestTake(plan, 1000 + index * TAKES);
    if (made === null) {
      console.log(`${plan.file} is left out: it cannot be understood.`);
      continue;
    }
    const piper = plan.voice === 'piper';
    const label: Recording = {
      file: plan.file,
      text: plan.stretches.join(' '),
      voice: piper ? `Piper en_US-joe-medium${plan.pitch === undefined ? '' : `, pitch ${plan.pitch}`}` : `eSpeak NG ${plan.voice}`,
      speed: plan.speed,
      noise: plan.signalToNoiseDb === undefined ? 'none' : `white, ${plan.signalToNoiseDb} dB below speech`,
      source: 'synthetic speech (make-recordings.ts)',
      licence: LICENCE,
      speechStartMs: made.edges?.startMs ?? null,
      speechEndMs: made.edges?.endMs ?? null,
    };
    labels.push(write(label, made.samples));
  }
  labels.push(
    write(withoutSpeech('cough.wav', 'two bursts'), cough()),
    write(withoutSpeech('silence.wav', 'none'), noise(2_000, FLOOR_RMS, 1)),
    write(withoutSpeech('noise.wav', 'white'), noise(3_000, 0.02, 2)),
  );
  writeFileSync(join(import.meta.dirname, 'recordings.json'), `${JSON.stringify(labels, null, 2)}\n`);
});
