import { serveInference, type WorkContext } from '../../native/inference-worker/serve-inference.ts';
import { PIECE_SAMPLES, VoiceEncoderNet } from './voice-encoder-net.ts';

/** More at once are no faster a piece, and a cancel would wait for them. */
const PIECES_AT_ONCE = 16;

await serveInference(async ({ file }: { file: string }) => {
  const net = await VoiceEncoderNet.load(file);
  const embed = async ({ pieces }: { pieces: readonly Float32Array[] }, { cancelled }: Pick<WorkContext, 'cancelled'>) => {
    const vectors: Float32Array[] = [];
    for (let at = 0; at < pieces.length && !cancelled(); at += PIECES_AT_ONCE)
      vectors.push(...(await net.embed(pieces.slice(at, at + PIECES_AT_ONCE))));
    return vectors;
  };
  await net.embed([new Float32Array(PIECE_SAMPLES)]);
  return { embed, close: () => net.release() };
});
