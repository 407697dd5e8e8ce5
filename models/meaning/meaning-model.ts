/** Reads what short texts mean. Calls are served in order. */
export interface MeaningModel {
  /** Another one where it was trained anew: its vectors do not belong beside the older ones. */
  readonly id: string;
  /** Length of every vector. */
  readonly dimensions: number;
  /** What words may ask for, as `on-device/skill-choice.ts` names it; every text has a chance for each, in this order. */
  readonly classes: readonly string[];
  /**
   * @param texts what is said; what was said before it may stand in front, a turn a line: then the chances are what the last line is
   *   in its place
   * @returns one meaning for each text, in order; a text without any word gives zeros
   */
  read(texts: readonly string[], options?: { readonly signal?: AbortSignal }): Promise<readonly TextMeaning[]>;
  close(): Promise<void>;
}

export interface TextMeaning {
  /** Of length 1: its angle to another one says how near the meanings are. */
  readonly vector: Float32Array;
  /** They add up to 1. */
  readonly chances: Float32Array;
  /** What a request needs and is new in it, from the left. */
  readonly spans: readonly WordSpan[];
}

/** Some words of a text, by their places among the words between spaces. */
export interface WordSpan {
  /** What is to be put on, changed to, looked up or kept in mind; the name or the columns of something new. */
  readonly role: SpanRole;
  readonly from: number;
  /** Past its last word. */
  readonly to: number;
  /** Of its least certain word. */
  readonly chance: number;
}
export type SpanRole = 'thing' | 'name' | 'columns';

/** Cosine of two vectors of length 1: 1 = the same meaning, about 0 = nothing to do with each other. */
export function nearness(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
