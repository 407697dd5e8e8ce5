import type { Fact } from '../../../ipc/memory-schema.ts';
import { contentWords, ideas } from './content-words.ts';

/** About four characters a token in English; close enough for a budget. */
const CHARACTERS_PER_TOKEN = 4;
/** "The user said: " and the line break. */
const FRAME_CHARACTERS = 16;
/** Two sentences nearer than this have to do with each other; the net of `models/meaning`, as MiniLM before it, gives most unrelated ones 0.0 to 0.27 (measured). */
export const NEAR = 0.3;

/** A fact, and how near its meaning is to the turn's; null where no embedding model runs. */
export interface FoundFact {
  readonly fact: Fact;
  /** Cosine of the embeddings, -1..1. */
  readonly nearness: number | null;
}

export interface ChosenFacts {
  /** For the prompt, best first. */
  readonly facts: readonly Fact[];
  /** Those of them that have to do with the turn: the chips "used: ...". The rest is only what is good to know. */
  readonly used: readonly Fact[];
}

export interface RecallOptions {
  /** Whether the running persona may know a fact. */
  readonly mayKnow: (fact: Fact) => boolean;
  readonly budgetTokens: number;
}

/**
 * Facts for one turn within a token budget: first those that share words or meaning with the turn, the best first, then what
 * is good to know anyway, the surest and newest first. Pure.
 * @param said the words of the turn
 * @param found by the store's word index, best match first, and by meaning, in any order; a fact may stand in both
 * @param others all facts or the newest of them, newest first
 */
export function chooseFacts(
  said: string,
  found: readonly FoundFact[],
  others: readonly Fact[],
  { mayKnow, budgetTokens }: RecallOptions,
): ChosenFacts {
  const asked = new Set([...ideas(said)]);
  const scored = new Map<string, { fact: Fact; score: number; used: boolean }>();
  found.forEach(({ fact, nearness }, rank) => {
    const shared = sharedIdeas(asked, fact);
    const score = shared + Math.max(0, nearness ?? 0) * 2 - rank / 1000;
    const known = scored.get(fact.id);
    const used = shared > 0 || (nearness ?? 0) >= NEAR || known?.used === true;
    scored.set(fact.id, { fact, score: Math.max(score, known?.score ?? 0), used });
  });
  for (const fact of others) {
    const shared = sharedIdeas(asked, fact);
    if (shared > 0 && !scored.has(fact.id)) scored.set(fact.id, { fact, score: shared, used: true });
  }
  const near = [...scored.values()].filter(({ used }) => used).toSorted((a, b) => b.score - a.score);
  const far = others.toSorted((a, b) => b.confidence - a.confidence);
  return withinBudget(
    near.map(({ fact }) => fact),
    far,
    mayKnow,
    budgetTokens,
  );
}

function withinBudget(near: readonly Fact[], far: readonly Fact[], mayKnow: RecallOptions['mayKnow'], budgetTokens: number): ChosenFacts {
  const chosen = new Map<string, Fact>();
  let left = budgetTokens * CHARACTERS_PER_TOKEN;
  for (const fact of [...near, ...far]) {
    const cost = fact.words.length + FRAME_CHARACTERS;
    if (chosen.has(fact.id) || !mayKnow(fact) || cost > left) continue;
    chosen.set(fact.id, fact);
    left -= cost;
  }
  return { facts: [...chosen.values()], used: near.filter(({ id }) => chosen.has(id)) };
}

/** How many ideas of the turn the fact is about, the rarer long words a little more. */
function sharedIdeas(asked: ReadonlySet<string>, fact: Fact): number {
  const told = ideas(`${fact.words} ${fact.slot ?? ''}`);
  return contentWords([...asked].join(' ')).filter((word) => told.has(word)).length;
}
