import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPiper } from '../../../models/text-to-speech/piper.ts';
import { FRAME_SAMPLES, PiperNet } from '../../../models/text-to-speech/piper-net.ts';
import { splitNet } from '../../../models/text-to-speech/split-net.ts';
import { type TextToSpeech, wholeClause } from '../../../models/text-to-speech/text-to-speech.ts';
import { FIRST_VOICE } from '../../../models/text-to-speech/voice-files.ts';
import { isMissing, realPlaces } from '../real-places.ts';

const LINE = 'wˈʌns ɐpˌɑːn ɐ tˈaɪm ðɛɹ wʌz ɐ smˈɔːl bˈoʊt ˌɔn ɐ vˈɛɹi lˈɑːɹdʒ lˈeɪk, ænd nˈoʊbɑːdi nˈuː wˈaɪ.';
const modelFile = join(realPlaces.modelFolder, FIRST_VOICE.id, FIRST_VOICE.file);

describe.skipIf(isMissing('text-to-speech'))('a voice in pieces', () => {
  let voice: TextToSpeech;
  beforeAll(async () => {
    voice = await openPiper(realPlaces);
  }, 60_000);
  afterAll(() => voice.close());

  it('sounds as the whole net does', { timeout: 60_000 }, async () => {
    const net = await PiperNet.load(modelFile);
    const ids = net.ids(LINE);
    const { idSamples, pieces } = await net.speak(ids, { lengthScale: 1, steady: true });
    const joined: number[] = [];
    let count = 0;
    for await (const piece of pieces) {
      joined.push(...piece);
      count += 1;
    }
    await net.release();
    const whole = await InferenceSession.create(modelFile);
    const { output } = await whole.run({
      input: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
      input_lengths: new Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
      scales: new Tensor('float32', Float32Array.of(0, 1, 0), [3]),
    });
    await whole.release();
    const expected = output?.data as Float32Array;
    expect(count).toBeGreaterThan(2);
    expect(joined).toHaveLength(expected.length);
    expect(idSamples.reduce((sum, samples) => sum + samples, 0)).toBe(expected.length);
    expect(expected.length % FRAME_SAMPLES).toBe(0);
    expect(Math.max(...joined.map((sample, index) => Math.abs(sample - (expected[index] ?? 0))))).toBeLessThan(1e-4);
  });

  it.each([
    { pitch: 1, formant: 1 },
    { pitch: 1.28, formant: 1.08 },
  ])('is heard before it is made, and is the same clause: $pitch $formant', { timeout: 30_000 }, async (manner) => {
    const text = 'Once upon a time there was a small boat on a very large lake, and nobody knew why.';
    const options = { voice: { voiceId: FIRST_VOICE.id, rate: 1, ...manner }, steady: true };
    const startMs = performance.now();
    const times: number[] = [];
    const pieces = [];
    for await (const piece of voice.speakPieces?.(text, options) ?? []) {
      times.push(performance.now() - startMs);
      pieces.push(piece);
    }
    const whole = await voice.speak(text, options);
    const joined = await wholeClause(
      (async function* () {
        yield* pieces;
      })(),
    );
    expect(joined).toEqual(whole);
    expect(
      whole.words
        .map((word) => word.text)
        .join('')
        .trim(),
    ).toBe(text);
    expect(times[0]).toBeLessThan((times.at(-1) ?? 0) * 0.7);
  });

  it('is left after the piece that is being made', { timeout: 30_000 }, async () => {
    const abort = new AbortController();
    let count = 0;
    const options = { voice: { voiceId: FIRST_VOICE.id, rate: 1, pitch: 1 }, signal: abort.signal };
    for await (const _ of voice.speakPieces?.('This is a long sentence, and nobody wants to hear any more of it by now.', options) ?? []) {
      count += 1;
      abort.abort();
    }
    expect(count).toBe(1);
    expect((await voice.speak('Sure.', { voice: options.voice })).samples.length).toBeGreaterThan(5000);
  });

  it('is not taken from a file that is no such net', () => {
    expect(splitNet(readFileSync(modelFile), '/none/of/it', [])).toBeNull();
    expect(splitNet(new Uint8Array(0), '/dec/conv_pre/Conv', [])).toBeNull();
  });
});
