import type { EmbeddingModel } from '../embedding/embedding-model.ts';

const DIMENSIONS = 64;

/** Texts are as near as the words they share, in any order: deterministic, without a file. */
export function scriptedEmbedding(): EmbeddingModel & { readonly texts: readonly string[] } {
  const asked: string[] = [];
  return {
    id: 'scripted',
    dimensions: DIMENSIONS,
    texts: asked,
    embed: async (texts, options) => {
      if (options?.signal?.aborted) return [];
      asked.push(...texts);
      return texts.map(vectorOf);
    },
    close: async () => undefined,
  };
}

function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    let hash = 7;
    for (const character of word) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
    const place = hash % DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
