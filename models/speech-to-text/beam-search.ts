import { BEGIN, END, type Encoded, logSumExp, longestTokens, type MoonshineNet, type Step, VOCABULARY_SIZE } from './moonshine-net.ts';

/** Hypotheses that go on side by side, each token one call for all of them. */
const BEAM_WIDTH = 8;
const MOST_READINGS = 12;
/** What is so much less likely than the best whole reading is not followed: nobody takes it (`second-hearing.ts`). */
const FURTHEST_NATS = 3;

/** One way to read the audio, from its first token to its end. */
export interface Reading {
  readonly tokens: readonly number[];
  /** Of all its tokens and the end, in nats. */
  readonly logProbability: number;
}

export interface BeamOptions {
  readonly sampleCount: number;
  /** What of a row of tokens counts: two that are the same by it are one reading. */
  readonly wordsOf: (tokens: readonly number[]) => string;
  readonly cancelled: () => boolean;
}

interface Hypothesis extends Reading {
  readonly step: Step;
}

interface Continued {
  readonly from: Hypothesis;
  readonly token: number;
  readonly logProbability: number;
}

/**
 * Several whole readings of one piece of audio, the likeliest first: what else may have been said. Plain beam search (no length
 * norm: all read the same audio).
 */
export async function beamSearch(
  net: MoonshineNet,
  encoded: Encoded,
  { sampleCount, wordsOf, cancelled }: BeamOptions,
): Promise<readonly Reading[]> {
  const ended: Reading[] = [];
  const least = () => (ended[0]?.logProbability ?? Number.NEGATIVE_INFINITY) - FURTHEST_NATS;
  let open: readonly Hypothesis[] = [{ step: await net.start(encoded, [BEGIN]), tokens: [], logProbability: 0 }];
  for (let left = longestTokens(sampleCount); left > 0 && open.length > 0 && !cancelled(); left--) {
    const all = open.flatMap(likeliestAfter).sort(byLikelihood);
    for (const { from, token, logProbability } of all.slice(0, BEAM_WIDTH))
      if (token === END) ended.push({ tokens: from.tokens, logProbability });
    ended.sort(byLikelihood);
    const next = all.filter(({ token, logProbability }) => token !== END && logProbability > least());
    open = await advanced(
      net,
      encoded,
      distinct(next, ({ from, token }) => wordsOf([...from.tokens, token]), BEAM_WIDTH),
    );
  }
  return distinct(ended, ({ tokens }) => wordsOf(tokens), MOST_READINGS).filter(({ logProbability }) => logProbability > least());
}

function byLikelihood(one: { readonly logProbability: number }, other: { readonly logProbability: number }): number {
  return other.logProbability - one.logProbability;
}

/** The first of each kind: marks alone make no other reading, and would fill the beam. */
function distinct<Item>(items: readonly Item[], kindOf: (item: Item) => string, most: number): Item[] {
  const kinds = new Set<string>();
  const found: Item[] = [];
  for (const item of items) {
    if (found.length === most) break;
    const kind = kindOf(item);
    if (!kinds.has(kind)) found.push(item);
    kinds.add(kind);
  }
  return found;
}

async function advanced(net: MoonshineNet, encoded: Encoded, next: readonly Continued[]): Promise<Hypothesis[]> {
  if (next.length === 0) return [];
  const steps = await net.advance(
    encoded,
    next.map(({ from }) => from.step),
    next.map(({ token }) => token),
  );
  return next.flatMap(({ from, token, logProbability }, index) => {
    const step = steps[index];
    return step === undefined ? [] : [{ step, tokens: [...from.tokens, token], logProbability }];
  });
}

/** The likeliest tokens behind a hypothesis, at most as many as the beam is wide. */
function likeliestAfter(from: Hypothesis): Continued[] {
  const { logits } = from.step;
  const all = logSumExp(logits);
  const best: { token: number; logit: number }[] = [];
  for (let token = 0; token < VOCABULARY_SIZE; token++) {
    const logit = logits[token] ?? Number.NEGATIVE_INFINITY;
    if (best.length === BEAM_WIDTH && logit <= (best.at(-1)?.logit ?? 0)) continue;
    const at = best.findIndex((other) => other.logit < logit);
    best.splice(at === -1 ? best.length : at, 0, { token, logit });
    if (best.length > BEAM_WIDTH) best.pop();
  }
  return best.map(({ token, logit }) => ({ from, token, logProbability: from.logProbability + logit - all }));
}
