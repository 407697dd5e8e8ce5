import type { SearchResult } from './greedy-search.ts';
import { BEGIN, END, type Encoded, longestTokens, type MoonshineNet, type Step, VOCABULARY_SIZE } from './moonshine-net.ts';
import { advanceName, type NameProgress, type NameTrie, OUTSIDE_NAMES } from './name-trie.ts';

const BEAMS = 4;
const CANDIDATES = 12;
/** Names may start only where the net finds them at least this likely. */
const NAME_START_LOG_PROBABILITY = -7;
/** Searching on is pointless once every open hypothesis is this far behind a finished one. */
const HOPELESS_NATS = 2;

interface Hypothesis {
  readonly tokens: readonly number[];
  readonly logProbability: number;
  readonly name: NameProgress;
  readonly step: Step;
}

interface Candidate {
  readonly parent: Hypothesis;
  readonly token: number;
  readonly logProbability: number;
  readonly name: NameProgress;
  readonly step: Step;
}

/**
 * Beam search with shallow fusion of names, all hypotheses in one decoder call a step: 1.9-2.2 times greedy instead of
 * 4-6 times. Length-normalised, so that short readings have no advantage.
 */
export async function beamSearch(
  net: MoonshineNet,
  encoded: Encoded,
  sampleCount: number,
  options: { readonly names: NameTrie; readonly breaksWord: (token: number) => boolean; readonly cancelled: () => boolean },
): Promise<SearchResult> {
  const cap = longestTokens(sampleCount);
  const first = await net.start(encoded, [BEGIN]);
  let open: Hypothesis[] = [{ tokens: [], logProbability: 0, name: OUTSIDE_NAMES, step: first }];
  const done: Hypothesis[] = [];
  for (let length = 0; length < cap && open.length > 0 && !options.cancelled(); length++) {
    const steps = length === 0 ? [first] : await advanceAll(net, encoded, open);
    const candidates = open.flatMap((parent, index) => candidatesOf(parent, steps[index] ?? first, options));
    candidates.sort((a, b) => score(b) - score(a));
    open = select(candidates, done);
    if (isDecided(open, done)) break;
  }
  const best = (done.length > 0 ? done : open).toSorted((a, b) => normalised(b) - normalised(a))[0];
  const tokens = best?.tokens ?? [];
  return {
    tokens,
    averageLogProbability: (best?.logProbability ?? 0) / (tokens.length + 1),
    hitTheCap: done.length === 0 && !options.cancelled(),
  };
}

function advanceAll(net: MoonshineNet, encoded: Encoded, open: readonly Hypothesis[]): Promise<Step[]> {
  return net.advance(
    encoded,
    open.map(({ step }) => step),
    open.map(({ tokens }) => tokens.at(-1) ?? BEGIN),
  );
}

function candidatesOf(parent: Hypothesis, step: Step, options: { names: NameTrie; breaksWord: (token: number) => boolean }): Candidate[] {
  const { logits } = step;
  const normaliser = logSumExp(logits);
  const tokens = new Set(topTokens(logits));
  for (const token of parent.name.node?.next.keys() ?? []) tokens.add(token);
  for (const token of options.names.next.keys()) {
    if ((logits[token] ?? 0) - normaliser > NAME_START_LOG_PROBABILITY) tokens.add(token);
  }
  return [...tokens].map((token) => {
    const logProbability = (logits[token] ?? 0) - normaliser;
    const name = advanceName(options.names, parent.name, token, logProbability, options.breaksWord(token));
    return { parent, token, name, step, logProbability: parent.logProbability + logProbability };
  });
}

function select(candidates: readonly Candidate[], done: Hypothesis[]): Hypothesis[] {
  const open: Hypothesis[] = [];
  for (const { parent, token, logProbability, name, step } of candidates) {
    if (open.length >= BEAMS || done.length >= BEAMS) break;
    if (token === END) done.push({ ...parent, logProbability, name });
    else open.push({ tokens: [...parent.tokens, token], logProbability, name, step });
  }
  return open;
}

function isDecided(open: readonly Hypothesis[], done: readonly Hypothesis[]): boolean {
  if (done.length === 0) return false;
  const best = Math.max(...done.map((hypothesis) => score(hypothesis)));
  const [leader] = open;
  return done.length >= BEAMS || leader === undefined || score(leader) < best - HOPELESS_NATS;
}

function score({ logProbability, name }: { logProbability: number; name: NameProgress }): number {
  return logProbability + name.earned + name.pending;
}

function normalised(hypothesis: Hypothesis): number {
  return (hypothesis.logProbability + hypothesis.name.earned) / (hypothesis.tokens.length + 1);
}

function logSumExp(logits: Float32Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < VOCABULARY_SIZE; id++) highest = Math.max(highest, logits[id] ?? 0);
  let sum = 0;
  for (let id = 0; id < VOCABULARY_SIZE; id++) sum += Math.exp((logits[id] ?? 0) - highest);
  return highest + Math.log(sum);
}

/** The best few tokens, by one pass with a small sorted list. */
function topTokens(logits: Float32Array): number[] {
  const best: number[] = [];
  const value = (token: number | undefined) => (token === undefined ? Number.NEGATIVE_INFINITY : (logits[token] ?? 0));
  for (let token = 0; token < VOCABULARY_SIZE; token++) {
    if (best.length === CANDIDATES && value(token) <= value(best.at(-1))) continue;
    let at = best.length;
    while (at > 0 && value(best[at - 1]) < value(token)) at--;
    best.splice(at, 0, token);
    if (best.length > CANDIDATES) best.pop();
  }
  return best;
}
