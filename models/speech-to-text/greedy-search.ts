import { BEGIN, END, type Encoded, longestTokens, type MoonshineNet, type Step, VOCABULARY_SIZE } from './moonshine-net.ts';

/** What a search found. */
export interface SearchResult {
  readonly tokens: readonly number[];
  /** Of every token, in order. */
  readonly logProbabilities: readonly number[];
  /** Mean log-probability per token, the end included. */
  readonly averageLogProbability: number;
  /**
   * The state after them, with the logits of every position: what else may have been said is weighed against it. Null behind a
   * draft. Holds until the next search.
   */
  readonly last: Step | null;
  /** The audio never came to an end: speech never does that, noise does. */
  readonly hitTheCap: boolean;
}

/** The likeliest token of one row of logits, with its log-probability. */
export function likeliest(logits: Float32Array, row = 0): { readonly token: number; readonly logProbability: number } {
  const from = row * VOCABULARY_SIZE;
  let token = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < VOCABULARY_SIZE; id++) {
    const value = logits[from + id] ?? 0;
    if (value > best) {
      best = value;
      token = id;
    }
  }
  let sum = 0;
  for (let id = 0; id < VOCABULARY_SIZE; id++) sum += Math.exp((logits[from + id] ?? 0) - best);
  return { token, logProbability: -Math.log(sum) };
}

/**
 * Takes the likeliest token at every step. A draft (the previous partial's tokens) is checked in one call and kept as far
 * as it agrees: about 40 % less work for a growing utterance, at the price of rare differences to the plain search.
 */
export async function greedySearch(
  net: MoonshineNet,
  encoded: Encoded,
  sampleCount: number,
  options: { readonly draft: readonly number[]; readonly cancelled: () => boolean },
): Promise<SearchResult> {
  const cap = longestTokens(sampleCount);
  const draft = options.draft.slice(0, cap - 1);
  let step = await net.start(encoded, [BEGIN, ...draft]);
  const found = { tokens: [] as number[], logProbabilities: [] as number[], sum: 0, ended: false };
  const isPlain = draft.length === 0;
  const rows = isPlain ? net.room(cap) : new Float32Array(0);
  if (isPlain) rows.set(step.logits);
  let count = 1;
  step = await keepAgreeing(net, step, draft, found);
  while (!found.ended && found.tokens.length < cap && !options.cancelled()) {
    const last = found.tokens.at(-1) ?? BEGIN;
    [step = step] = await net.advance(encoded, [step], [last]);
    // Into one room: rows of their own would wait for the collector, 131 kB a token.
    if (isPlain) rows.set(step.logits, count * VOCABULARY_SIZE);
    count += 1;
    take(likeliest(step.logits), found);
  }
  return {
    tokens: found.tokens,
    logProbabilities: found.logProbabilities,
    averageLogProbability: found.sum / Math.max(1, found.tokens.length + (found.ended ? 1 : 0)),
    last: isPlain ? { ...step, logits: rows.subarray(0, count * VOCABULARY_SIZE) } : null,
    hitTheCap: !found.ended && !options.cancelled(),
  };
}

interface Found {
  readonly tokens: number[];
  readonly logProbabilities: number[];
  sum: number;
  ended: boolean;
}

function take({ token, logProbability }: { token: number; logProbability: number }, found: Found): void {
  found.sum += logProbability;
  if (token === END) {
    found.ended = true;
    return;
  }
  found.tokens.push(token);
  found.logProbabilities.push(logProbability);
}

/** Row i of the draft's logits says what follows token i: agree, take it; differ, take the other and forget the rest. */
async function keepAgreeing(net: MoonshineNet, step: Step, draft: readonly number[], found: Found): Promise<Step> {
  for (let row = 0; row <= draft.length; row++) {
    const next = likeliest(step.logits, row);
    take(next, found);
    if (found.ended || next.token !== draft[row]) return net.shorten(step, row + 1);
  }
  return step;
}
