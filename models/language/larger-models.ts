/** A model made for talking that its publisher offers as one GGUF file. */
export interface LargerModel {
  readonly label: string;
  /** Repository of the publisher on the public model hub. */
  readonly repository: string;
  readonly file: string;
  /** About; the publisher's listing has the exact figure. */
  readonly bytes: number;
  readonly licence: string;
}

const GIGABYTE = 1_000_000_000;

/** Smallest first. General knowledge of November 2026; none of these files could be fetched while this was written. */
export const LARGER_MODELS: readonly LargerModel[] = [
  { label: 'Qwen3 0.6B', repository: 'Qwen/Qwen3-0.6B-GGUF', file: 'Qwen3-0.6B-Q8_0.gguf', bytes: 0.64 * GIGABYTE, licence: 'Apache-2.0' },
  {
    label: 'Gemma 3 1B (instruction-tuned)',
    repository: 'ggml-org/gemma-3-1b-it-GGUF',
    file: 'gemma-3-1b-it-Q4_K_M.gguf',
    bytes: 0.81 * GIGABYTE,
    licence: 'Gemma Terms of Use',
  },
  { label: 'Qwen3 1.7B', repository: 'Qwen/Qwen3-1.7B-GGUF', file: 'Qwen3-1.7B-Q8_0.gguf', bytes: 1.83 * GIGABYTE, licence: 'Apache-2.0' },
  {
    label: 'Gemma 3 4B (instruction-tuned)',
    repository: 'ggml-org/gemma-3-4b-it-GGUF',
    file: 'gemma-3-4b-it-Q4_K_M.gguf',
    bytes: 2.49 * GIGABYTE,
    licence: 'Gemma Terms of Use',
  },
  { label: 'Qwen3 4B', repository: 'Qwen/Qwen3-4B-GGUF', file: 'Qwen3-4B-Q4_K_M.gguf', bytes: 2.5 * GIGABYTE, licence: 'Apache-2.0' },
  { label: 'Qwen3 8B', repository: 'Qwen/Qwen3-8B-GGUF', file: 'Qwen3-8B-Q4_K_M.gguf', bytes: 5.03 * GIGABYTE, licence: 'Apache-2.0' },
];

/** Context, tables and the library itself take about this much besides the file. */
const BESIDE_BYTES = 0.6 * GIGABYTE;

/** Memory a model of this size takes while it runs: the file is mapped whole, and the rest comes on top. */
export function neededBytes(fileBytes: number): number {
  return Math.round(fileBytes * 1.1 + BESIDE_BYTES);
}
