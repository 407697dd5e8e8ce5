import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { resample } from '../../models/audio/resample.ts';
import { HIDDEN, OverlapSound, WEIGHT_COUNT } from '../../models/overlap-sound/overlap-sound.ts';
import { FEATURES, SoundFeatures } from '../../models/overlap-sound/sound-features.ts';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import { openSilero } from '../../models/voice-activity/silero.ts';
import { projectFolder, realPlaces } from '../models/real-places.ts';
import { type OverlapClip, soundClips, speechClips, TRAINING_SENTENCES } from './overlap-clips.ts';
import { seededNoise } from './sound-making.ts';

const WEIGHTS_FILE = join(projectFolder, 'models/overlap-sound/overlap-weights.ts');
const SOUND_SEEDS = 60;
const ROUNDS = 60;
const BATCH = 32;
const RATE = 0.003;
/** Weights that nothing needs shrink. */
const DECAY = 1e-3;
/** A word taken for a sound costs more than a sound taken for a word: the words themselves are still judged. */
const SPEECH_COUNTS = 8;
const REPLY = 'There was once a small boat on a wide and silent lake. Every morning an old woman rowed it to the other side.';

it('trains the net, shows it what it never heard, and writes its weights', async () => {
  const voice = await openPiper(realPlaces);
  const detector = await openSilero(join(projectFolder, 'node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx'));
  const spokenReply = await voice.speak(REPLY, { voice: { voiceId: 'joe', rate: 1, pitch: 1 }, steady: true });
  const reply = resample(spokenReply.samples, SPEAKING_SAMPLE_RATE_HZ, 16_000);
  const seeds = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
  const [shown, kept] = [TRAINING_SENTENCES.slice(0, 30), TRAINING_SENTENCES.slice(30)];
  const train = [...(await soundClips(seeds(0, SOUND_SEEDS), detector, reply)), ...(await speechClips(shown, voice, detector, reply))];
  const heldOut = [...(await soundClips(seeds(500, 20), detector, reply)), ...(await speechClips(kept, voice, detector, reply))];
  await Promise.all([voice.close(), detector.close()]);
  const weights = trained(train);
  tell('shown', weights, train);
  const { speech, sounds } = tell('held out', weights, heldOut);
  expect(speech).toBeLessThan(0.03);
  expect(sounds).toBeLessThan(0.3);
  const base64 = Buffer.from(weights.buffer).toString('base64');
  writeFileSync(
    WEIGHTS_FILE,
    `/** Made by \`tests/recordings/train-overlap-sound.ts\`; see README.md. ${WEIGHT_COUNT} numbers of 32 bit, least byte first. */\nexport const OVERLAP_WEIGHTS =\n  '${base64}';\n`,
  );
});

/** Below this a sound is taken for no words. */
const NO_WORDS = 0.35;

function tell(name: string, weights: Float32Array, clips: readonly OverlapClip[]): { speech: number; sounds: number } {
  const net = new OverlapSound(weights);
  const isNoWords = (frames: OverlapClip['frames']) => {
    net.reset();
    for (const frame of frames) net.take(frame);
    return (net.speechProbability() ?? 1) < NO_WORDS;
  };
  const wrong = clips.filter(({ frames, isSpeech }) => isNoWords(frames) === isSpeech);
  const share = (isSpeech: boolean) =>
    wrong.filter((clip) => clip.isSpeech === isSpeech).length / clips.filter((clip) => clip.isSpeech === isSpeech).length;
  const names = [...new Set(wrong.map((clip) => clip.name))].map((kind) => `${kind} ${wrong.filter((clip) => clip.name === kind).length}`);
  console.log(
    `${name}: ${clips.length} clips; ${(share(true) * 100).toFixed(1)} % of speech, ${(share(false) * 100).toFixed(1)} % of sounds wrong: ${names.join(', ')}`,
  );
  return { speech: share(true), sounds: share(false) };
}

interface TrainingRow {
  readonly features: Float64Array;
  /** 1 where somebody speaks. */
  readonly wanted: 0 | 1;
}

/** Adam on the cross entropy; the same weights at every making. */
function trained(clips: readonly OverlapClip[]): Float32Array {
  const rows = clips.map(rowOf);
  const dice = seededNoise(1);
  const weights = begun(rows, dice);
  const descent = new Descent(weights);
  for (let step = 0; step < (ROUNDS * rows.length) / BATCH; step++) {
    const gradient = new Float64Array(WEIGHT_COUNT);
    for (let each = 0; each < BATCH; each++) {
      const row = rows[Math.floor(((dice() + 1) / 2) * rows.length) % rows.length];
      if (row !== undefined) addGradient(gradient, weights, row);
    }
    descent.step(gradient);
  }
  return Float32Array.from(weights);
}

const maker = new SoundFeatures();

function rowOf({ frames, isSpeech }: OverlapClip): TrainingRow {
  maker.reset();
  for (const frame of frames) maker.take(frame);
  return { features: maker.read(), wanted: isSpeech ? 1 : 0 };
}

function begun(rows: readonly TrainingRow[], dice: () => number): Float64Array {
  const weights = new Float64Array(WEIGHT_COUNT);
  standardise(
    weights,
    rows.map(({ features }) => features),
  );
  const first = 2 * FEATURES;
  const second = first + HIDDEN * FEATURES + HIDDEN;
  for (let index = first; index < first + HIDDEN * FEATURES; index++) weights[index] = dice() / Math.sqrt(FEATURES);
  for (let unit = 0; unit < HIDDEN; unit++) weights[second + unit] = dice() * 0.5;
  return weights;
}

class Descent {
  readonly #weights: Float64Array;
  readonly #means = new Float64Array(WEIGHT_COUNT);
  readonly #squares = new Float64Array(WEIGHT_COUNT);
  #steps = 0;

  constructor(weights: Float64Array) {
    this.#weights = weights;
  }

  /** Means and spreads of the features, which come first, stay. */
  step(gradient: Float64Array): void {
    this.#steps += 1;
    for (let index = 2 * FEATURES; index < WEIGHT_COUNT; index++) {
      const weight = this.#weights[index] ?? 0;
      const slope = (gradient[index] ?? 0) / BATCH + DECAY * weight;
      const mean = 0.9 * (this.#means[index] ?? 0) + 0.1 * slope;
      const square = 0.999 * (this.#squares[index] ?? 0) + 0.001 * slope * slope;
      this.#means[index] = mean;
      this.#squares[index] = square;
      this.#weights[index] = weight - (RATE * mean) / (1 - 0.9 ** this.#steps) / (Math.sqrt(square / (1 - 0.999 ** this.#steps)) + 1e-8);
    }
  }
}

function standardise(weights: Float64Array, rows: readonly Float64Array[]): void {
  for (let index = 0; index < FEATURES; index++) {
    const values = rows.map((row) => row[index] ?? 0);
    const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
    weights[index] = middle;
    weights[FEATURES + index] = Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length) + 1e-3;
  }
}

function addGradient(gradient: Float64Array, weights: Float64Array, { features, wanted }: TrainingRow): void {
  const at = (index: number) => weights[index] ?? 0;
  const add = (place: number, value: number) => {
    gradient[place] = (gradient[place] ?? 0) + value;
  };
  const offsets = 2 * FEATURES + HIDDEN * FEATURES;
  const second = offsets + HIDDEN;
  const inputs = features.map((value, index) => (value - at(index)) / at(FEATURES + index));
  const hidden = hiddenUnits(weights, inputs);
  const sum = hidden.reduce((total, value, unit) => total + value * at(second + unit), at(WEIGHT_COUNT - 1));
  const error = (1 / (1 + Math.exp(-sum)) - wanted) * (wanted === 1 ? SPEECH_COUNTS : 1);
  add(WEIGHT_COUNT - 1, error);
  for (const [unit, value] of hidden.entries()) {
    add(second + unit, error * value);
    const back = error * at(second + unit) * (1 - value * value);
    add(offsets + unit, back);
    for (let index = 0; index < FEATURES; index++) add(2 * FEATURES + unit * FEATURES + index, back * (inputs[index] ?? 0));
  }
}

function hiddenUnits(weights: Float64Array, inputs: Float64Array): Float64Array {
  return new Float64Array(HIDDEN).map((_, unit) => {
    let input = weights[2 * FEATURES + HIDDEN * FEATURES + unit] ?? 0;
    for (let index = 0; index < FEATURES; index++) input += (inputs[index] ?? 0) * (weights[2 * FEATURES + unit * FEATURES + index] ?? 0);
    return Math.tanh(input);
  });
}
