/** Turns short stretches of a voice into vectors whose angle says how alike two voices are, whatever they say. */
export interface SpeakerEmbedding {
  readonly id: string;
  /** Length of every vector. */
  readonly dimensions: number;
  /** Longer pieces are cut to it, shorter ones filled with silence. */
  readonly pieceMs: number;
  /**
   * @param pieces mono, 16 kHz, -1..1, of one voice each as far as possible
   * @returns one vector of length 1 for each piece, in order; zeros for a piece without any sound
   * @throws EngineFailure kind 'worker-died' or 'internal'
   */
  embed(pieces: readonly Float32Array[], options?: { readonly signal?: AbortSignal }): Promise<readonly Float32Array[]>;
  close(): Promise<void>;
}

/** Cosine of two vectors of length 1: 1 = the same voice. */
export function voiceLikeness(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
