import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MEL_BANDS, melSpectrogram } from '../../models/speaker-embedding/mel-spectrogram.ts';
import { type SpeakerEmbedding, voiceLikeness } from '../../models/speaker-embedding/speaker-embedding.ts';
import { openVoiceEncoder } from '../../models/speaker-embedding/voice-encoder.ts';
import {
  DIMENSIONS,
  evenLoudness,
  PIECE_FRAMES,
  readWeights,
  type VoiceEncoderWeights,
} from '../../models/speaker-embedding/voice-encoder-net.ts';
import { isMissing, realPlaces } from '../models/real-places.ts';
import { allRecordings, samplesOf } from '../recordings/recordings.ts';
import { speakerEmbeddingSuite } from './speaker-embedding-suite.ts';

describe.skipIf(isMissing('speaker-embedding'))('the GE2E voice encoder', () => {
  speakerEmbeddingSuite(() => openVoiceEncoder(realPlaces));

  let model: SpeakerEmbedding;
  beforeAll(async () => {
    model = await openVoiceEncoder(realPlaces);
  });
  afterAll(() => model.close());

  it('computes what the formulas of an LSTM say', async () => {
    const samples = samplesOf('set-a-timer.wav').slice(8_000, 8_000 + 25_600);
    const weights = readWeights(readFileSync(join(realPlaces.modelFolder, 'ge2e-voice-encoder/pretrained.pt')));
    const [found = new Float32Array()] = await model.embed([samples]);
    expect(voiceLikeness(found, byFormula(weights, melSpectrogram(evenLoudness(samples), PIECE_FRAMES)))).toBeCloseTo(1, 4);
  }, 60_000);

  it('puts the same voice nearer than another, whatever is said', async () => {
    const spoken = allRecordings().filter(
      ({ text, noise, speed, file }) => text !== '' && noise === 'none' && speed === 1 && !file.includes('quiet'),
    );
    const pieces = spoken.map(({ file }) => samplesOf(file).slice(3_200, 28_800));
    const vectors = await model.embed(pieces);
    const likenesses = { same: [] as number[], other: [] as number[] };
    for (let one = 0; one < spoken.length; one++) {
      for (let other = one + 1; other < spoken.length; other++) {
        const kind = spoken[one]?.voice === spoken[other]?.voice ? 'same' : 'other';
        likenesses[kind].push(voiceLikeness(vectors[one] ?? new Float32Array(), vectors[other] ?? new Float32Array()));
      }
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    console.log(`likeness: same voice ${mean(likenesses.same).toFixed(2)}, another ${mean(likenesses.other).toFixed(2)}`);
    expect(mean(likenesses.same)).toBeGreaterThan(mean(likenesses.other) + 0.1);
  });
});

/** The same net without ONNX Runtime: slow and plain. */
function byFormula({ layers, linear, linearBias }: VoiceEncoderWeights, mel: Float32Array): Float32Array {
  let rows = Array.from({ length: PIECE_FRAMES }, (_, frame) => mel.slice(frame * MEL_BANDS, (frame + 1) * MEL_BANDS));
  const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));
  for (const { input, state, inputBias, stateBias } of layers) {
    let hidden = new Float32Array(DIMENSIONS);
    const cell = new Float32Array(DIMENSIONS);
    rows = rows.map((row) => {
      const gates = inputBias.map((bias, gate) => {
        let sum = bias + (stateBias[gate] ?? 0);
        for (let index = 0; index < row.length; index++) sum += (input[gate * row.length + index] ?? 0) * (row[index] ?? 0);
        for (let index = 0; index < DIMENSIONS; index++) sum += (state[gate * DIMENSIONS + index] ?? 0) * (hidden[index] ?? 0);
        return sum;
      });
      const at = (gate: number, index: number) => gates[gate * DIMENSIONS + index] ?? 0;
      hidden = hidden.map((_, index) => {
        cell[index] = sigmoid(at(1, index)) * (cell[index] ?? 0) + sigmoid(at(0, index)) * Math.tanh(at(2, index));
        return sigmoid(at(3, index)) * Math.tanh(cell[index] ?? 0);
      });
      return hidden;
    });
  }
  const last = rows.at(-1) ?? new Float32Array(DIMENSIONS);
  const raw = linearBias.map((bias, row) => {
    let sum = bias;
    for (let index = 0; index < DIMENSIONS; index++) sum += (linear[row * DIMENSIONS + index] ?? 0) * (last[index] ?? 0);
    return Math.max(0, sum);
  });
  const length = Math.hypot(...raw);
  return raw.map((value) => value / length);
}
