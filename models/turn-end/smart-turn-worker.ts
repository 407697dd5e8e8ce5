import { InferenceSession, Tensor } from 'onnxruntime-node';
import { serveInference, type WorkContext } from '../../native/inference-worker/serve-inference.ts';
import { LogMel, MEL_BANDS, MEL_FRAMES } from './log-mel.ts';

export interface TurnEndSetup {
  readonly modelFile: string;
}

/** One thread, which sleeps between runs: it works beside recogniser and voice on two cores. */
const SESSION = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  logSeverityLevel: 3,
  // 9 MB less and no slower (measured); without an arena it would be 17 MB less and take 70 ms instead of 44.
  enableMemPattern: false,
  extra: { session: { intra_op: { allow_spinning: '0' } } },
} as const;

await serveInference(async ({ modelFile }: TurnEndSetup) => {
  const session = await InferenceSession.create(modelFile, SESSION);
  const logMel = new LogMel();

  /** The net's output is called `logits` and is a probability already. */
  const probability = async (samples: Float32Array, { cancelled }: Pick<WorkContext, 'cancelled'>): Promise<number | null> => {
    if (cancelled()) return null;
    const features = new Tensor('float32', logMel.features(samples), [1, MEL_BANDS, MEL_FRAMES]);
    if (cancelled()) return null;
    const { logits } = await session.run({ input_features: features });
    return (logits?.data as Float32Array | undefined)?.[0] ?? null;
  };

  // The first run of a graph is slower than the next: nobody should wait for it.
  await probability(
    Float32Array.from({ length: 16_000 }, (_, index) => 0.1 * Math.sin(index / 20)),
    { cancelled: () => false },
  );
  return { probability, close: () => session.release() };
});
