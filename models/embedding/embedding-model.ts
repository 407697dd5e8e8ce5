/** Turns short texts into vectors whose angle says how near their meanings are. Calls are served in order. */
export interface EmbeddingModel {
  readonly id: string;
  /** Length of every vector. */
  readonly dimensions: number;
  /** @returns one vector of length 1 for each text, in order; a text without any word gives zeros */
  embed(texts: readonly string[], options?: { readonly signal?: AbortSignal }): Promise<readonly Float32Array[]>;
  close(): Promise<void>;
}

/** Cosine of two vectors of length 1: 1 = the same meaning, about 0 = nothing to do with each other. */
export function nearness(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
