import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { HEARING_FRAME_SAMPLES, HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import type { VoiceActivity } from './voice-activity.ts';

/** The net sees the end of the previous frame; forgetting it breaks v5 (measured: probabilities near 0). */
const CONTEXT_SAMPLES = 64;
const STATE_SHAPE = [2, 1, 128];

/**
 * Silero VAD v5 on this thread: 0.2 ms a frame on one core, so it needs no worker.
 * Input [1, 576] f32 (context + frame), state [2, 1, 128] f32, sr int64; output [1, 1], stateN.
 * @param modelFile `silero_vad_v5.onnx`
 * @throws EngineFailure 'model-missing' | 'model-damaged'
 */
export async function openSilero(modelFile: string): Promise<VoiceActivity> {
  const session = await load(modelFile);
  const sampleRate = new Tensor('int64', BigInt64Array.of(BigInt(HEARING_SAMPLE_RATE_HZ)), []);
  const input = new Float32Array(CONTEXT_SAMPLES + HEARING_FRAME_SAMPLES);
  let state = new Tensor('float32', new Float32Array(256), STATE_SHAPE);
  return {
    probability: async (samples) => {
      input.copyWithin(0, HEARING_FRAME_SAMPLES);
      input.set(samples, CONTEXT_SAMPLES);
      const { output, stateN } = await session.run({ input: new Tensor('float32', input, [1, input.length]), state, sr: sampleRate });
      state = stateN as Tensor & typeof state;
      return (output?.data as Float32Array | undefined)?.[0] ?? 0;
    },
    reset: () => {
      input.fill(0);
      state = new Tensor('float32', new Float32Array(256), STATE_SHAPE);
    },
    close: () => session.release(),
  };
}

async function load(modelFile: string): Promise<InferenceSession> {
  // Read by Node: inside a packaged application the file may lie in an archive that native code cannot open.
  const bytes = await readFile(modelFile).catch((cause: unknown) => {
    throw new EngineFailure('model-missing', `The voice-activity model is missing at ${modelFile}.`, {
      retryable: false,
      whatToDo: 'Run `npm start`, which builds it into the program.',
      cause,
    });
  });
  try {
    return await InferenceSession.create(bytes, { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 });
  } catch (cause) {
    throw new EngineFailure('model-damaged', `The voice-activity model at ${modelFile} is damaged.`, {
      retryable: false,
      whatToDo: 'Run `npm ci` and `npm run build` again.',
      cause,
    });
  }
}
