import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { HEARING_FRAME_SAMPLES, HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';

/** The net sees the end of the previous frame; forgetting it breaks v5 (measured: probabilities near 0). */
const CONTEXT_SAMPLES = 64;
const STATE_SHAPE = [2, 1, 128];

/** Silero v5 in the page: 0.5-1 ms a frame on one thread; more threads gain nothing on so small a net. */
export interface VoiceDetector {
  /** @param frame 512 samples at 16 kHz, the one after the frame before @returns probability of speech, 0..1 */
  probability(frame: Float32Array): Promise<number>;
  close(): Promise<void>;
}

/** @param assets address of the folder that holds the net and the runtime */
export async function openVoiceDetector(assets: string): Promise<VoiceDetector> {
  env.logLevel = 'error';
  env.wasm.numThreads = 1;
  env.wasm.wasmPaths = assets;
  const session = await InferenceSession.create(`${assets}silero_vad_v5.onnx`, { executionProviders: ['wasm'] });
  const sampleRate = new Tensor('int64', BigInt64Array.of(BigInt(HEARING_SAMPLE_RATE_HZ)), []);
  const input = new Float32Array(CONTEXT_SAMPLES + HEARING_FRAME_SAMPLES);
  let state = new Tensor('float32', new Float32Array(256), STATE_SHAPE);
  return {
    probability: async (frame) => {
      input.copyWithin(0, HEARING_FRAME_SAMPLES);
      input.set(frame, CONTEXT_SAMPLES);
      const { output, stateN } = await session.run({ input: new Tensor('float32', input, [1, input.length]), state, sr: sampleRate });
      state = stateN as typeof state;
      return (output?.data as Float32Array | undefined)?.[0] ?? 0;
    },
    close: () => session.release(),
  };
}
