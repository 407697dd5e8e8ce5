import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HEARING_FRAME_SAMPLES, HEARING_SAMPLE_RATE_HZ, SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { resample } from '../../models/audio/resample.ts';
import { openMoonshine } from '../../models/speech-to-text/moonshine.ts';
import { LIKENESS_FIGURES, likenessFigures } from '../../models/speech-to-text/speech-likeness.ts';
import type { SpeechToText } from '../../models/speech-to-text/speech-to-text.ts';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import { openSilero } from '../../models/voice-activity/silero.ts';
import { projectFolder, realPlaces } from '../models/real-places.ts';
import { BODY_SOUNDS, bodySound } from './body-sounds.ts';
import { fitLogistic, type Row } from './fit-logistic.ts';
import { heardOver, type OverlapClip, TRAINING_SENTENCES, TRAINING_VOICES } from './overlap-clips.ts';
import { noise, toPeak } from './sound-making.ts';
import { spoken } from './spoken-set.ts';

/** As `fetch-overlap-sounds.py` fills it. */
const FOLDER = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'parley/training/overlap-sounds');
const WEIGHTS_FILE = join(projectFolder, 'models/speech-to-text/speech-likeness-weights.ts');
const REPLY = 'There was once a small boat on a wide and silent lake. Every morning an old woman rowed it to the other side.';
/** Frames after which the listening may want to know. */
const LOOKS = [9, 17, 25, 38, 56];
const LEAD_MS = 96;
const SENTENCES = 20;
const SEEDS = 25;
/** Weights shrink by this: with more of it laughs come nearer to words, with less it learns the speakers. */
const SHRINKING = 0.05;

interface Sound {
  readonly name: string;
  readonly isSpeech: boolean;
  readonly samples: Float32Array;
}

it('weighs what the encoder hears, judges it on a speaker it never heard, and writes the weights', async () => {
  if (!existsSync(FOLDER)) throw new Error(`${FOLDER} is missing: run tests/recordings/fetch-overlap-sounds.py first.`);
  const [voice, recogniser] = await Promise.all([openPiper(realPlaces), openMoonshine(realPlaces)]);
  const detector = await openSilero(join(projectFolder, 'node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx'));
  const spokenReply = await voice.speak(REPLY, { voice: { voiceId: 'joe', rate: 1, pitch: 1 }, steady: true });
  const reply = resample(spokenReply.samples, SPEAKING_SAMPLE_RATE_HZ, HEARING_SAMPLE_RATE_HZ);
  const rowsOfAll = async (sounds: readonly Sound[]) => {
    const rows: Row[] = [];
    for (const [seed, { samples, ...sound }] of sounds.entries()) {
      rows.push(
        ...(await rowsOf(
          { ...sound, frames: await heardOver(samples.subarray(0, 2 * HEARING_SAMPLE_RATE_HZ), seed, detector, reply) },
          recogniser,
        )),
      );
    }
    return rows;
  };
  const synthetic: Sound[] = [];
  for (const text of TRAINING_SENTENCES.slice(0, SENTENCES)) {
    for (const speaker of TRAINING_VOICES) {
      const samples = (await spoken(voice, { text, pronunciations: {} }, speaker, null)).subarray(0.3 * HEARING_SAMPLE_RATE_HZ);
      synthetic.push({ name: speaker.id, isSpeech: true, samples });
    }
  }
  const weights = fitLogistic(await rowsOfAll([...realSounds(), ...computedSounds(), ...synthetic]), SHRINKING);
  const judged = await rowsOfAll(
    read('said-en')
      .filter((_, index) => index % 4 === 0)
      .map((samples) => ({ name: 'said-en', isSpeech: true, samples })),
  );
  const lost = judged.filter(({ figures }) => scoreOf(weights, figures) < 0).length / judged.length;
  console.log(`${(lost * 100).toFixed(1)} % of ${judged.length} stretches of a speaker it never heard are taken for no words`);
  expect(lost).toBeLessThan(0.15);
  await Promise.all([voice.close(), recogniser.close(), detector.close()]);
  const base64 = Buffer.from(Float32Array.from(weights).buffer).toString('base64');
  writeFileSync(
    WEIGHTS_FILE,
    `/** Made by \`tests/recordings/train-speech-likeness.ts\`; see README.md. ${LIKENESS_FIGURES + 1} numbers of 32 bit, least byte first. */\nexport const SPEECH_LIKENESS_WEIGHTS =\n  '${base64}';\n`,
  );
}, 7_200_000);

function scoreOf(weights: Float64Array, figures: Float64Array): number {
  return figures.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), weights[LIKENESS_FIGURES] ?? 0);
}

/** Each laugh at ten paces and pitches, from its begin or later; the other sounds at one or two. */
function realSounds(): Sound[] {
  const at = (samples: Float32Array, pace: number) => resample(samples, Math.round(HEARING_SAMPLE_RATE_HZ * pace), HEARING_SAMPLE_RATE_HZ);
  const pace = (index: number, paces: readonly number[]) => paces[index % paces.length] ?? 1;
  const laughs = read('laugh').flatMap((samples) =>
    Array.from({ length: 10 }, (_, index) => at(samples, 0.8 + 0.05 * index).subarray(pace(index, [0, 0.3, 0.7]) * HEARING_SAMPLE_RATE_HZ)),
  );
  const wordless = read('wordless').flatMap((samples, index) => [0, 1].map((more) => at(samples, pace(index + more, [1, 0.9, 1.1, 0.85]))));
  const said = read('said').map((samples, index) => at(samples, pace(index, [1, 0.9, 1.1])));
  const russian = read('said-ru').flatMap((samples, index) => (index % 2 === 0 ? [at(samples, pace(index / 2, [1, 0.85]))] : []));
  return [
    ...[...laughs, ...wordless].map((samples) => ({ name: 'real sound', isSpeech: false, samples })),
    ...[...said, ...russian].map((samples) => ({ name: 'real speech', isSpeech: true, samples })),
  ];
}

function computedSounds(): Sound[] {
  return BODY_SOUNDS.flatMap((name) =>
    Array.from({ length: SEEDS }, (_, seed) => ({ name, isSpeech: false, samples: bodySound(name, seed) })),
  );
}

/** From their first sound on. */
function read(kind: string): Float32Array[] {
  const folder = join(FOLDER, kind);
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(folder, file));
      const samples = toPeak(
        Float32Array.from({ length: (bytes.length - 44) / 2 }, (_, index) => bytes.readInt16LE(44 + 2 * index) / 32_768),
        0.5,
      );
      return samples.subarray(
        Math.max(
          0,
          samples.findIndex((sample) => Math.abs(sample) > 0.02),
        ),
      );
    });
}

/** What the encoder makes of its beginning, at every look until it is over. */
async function rowsOf({ frames, isSpeech }: OverlapClip, recogniser: SpeechToText): Promise<Row[]> {
  const rows: Row[] = [];
  for (const look of LOOKS.filter((_, index) => index === 0 || frames.length > (LOOKS[index - 1] ?? 0))) {
    const part = frames.slice(0, look);
    const lead = noise(LEAD_MS, 0.0005, look);
    const samples = new Float32Array(lead.length + part.length * HEARING_FRAME_SAMPLES);
    samples.set(lead);
    for (const [index, frame] of part.entries()) samples.set(frame, lead.length + index * HEARING_FRAME_SAMPLES);
    const heard = await recogniser.soundFrames?.(samples, {});
    if (heard !== undefined && part.length >= 5) rows.push({ figures: likenessFigures(heard), isSpeech });
  }
  return rows;
}
