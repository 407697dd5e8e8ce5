import type { MeaningModel } from '../meaning/meaning-model.ts';

const DIMENSIONS = 64;

/** Texts are as near as the words they share, in any order, and all ask for nothing: deterministic, without a file. */
export function scriptedMeaning(): MeaningModel & { readonly texts: readonly string[] } {
  const asked: string[] = [];
  return {
    id: 'scripted',
    dimensions: DIMENSIONS,
    classes: ['talk', 'unknown'],
    texts: asked,
    read: async (texts, options) => {
      if (options?.signal?.aborted) return [];
      asked.push(...texts);
      return texts.map((text) => ({ vector: vectorOf(text), chances: Float32Array.of(isEmpty(text) ? 0 : 1, 0), spans: [] }));
    },
    close: async () => undefined,
  };
}

function isEmpty(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
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
