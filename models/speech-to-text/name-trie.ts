import type { Tokenizer } from './tokenizer.ts';

/** Nats added per matched token; taken back when the match breaks. 1.5-2 brings names in without inventing them. */
export const NAME_BOOST = 1.7;

/** Written forms to lean towards, as a trie over their tokens. */
export interface NameTrie {
  readonly next: ReadonlyMap<number, NameTrie>;
  readonly complete: boolean;
}

interface GrowingTrie {
  readonly next: Map<number, GrowingTrie>;
  complete: boolean;
}

export function nameTrie(tokenizer: Tokenizer, names: readonly string[]): NameTrie {
  const root: GrowingTrie = { next: new Map(), complete: false };
  for (const name of names) {
    let node = root;
    for (const token of tokenizer.encode(name)) {
      const next = node.next.get(token) ?? { next: new Map(), complete: false };
      node.next.set(token, next);
      node = next;
    }
    node.complete = node !== root;
  }
  return root;
}

/** How far a hypothesis is inside a name. `pending` is given back if the name breaks off. */
export interface NameProgress {
  readonly node: NameTrie | null;
  readonly pending: number;
  readonly earned: number;
}

export const OUTSIDE_NAMES: NameProgress = { node: null, pending: 0, earned: 0 };

/**
 * Moves one token on. A token the net finds all but impossible (log-probability under -9) never counts as a name: boosting
 * those is what invents names.
 * @param breaksWord the token begins a new word, so that a name before it is complete
 */
export function advanceName(
  trie: NameTrie,
  progress: NameProgress,
  token: number,
  logProbability: number,
  breaksWord: boolean,
): NameProgress {
  const possible = logProbability > -9;
  const inside = progress.node?.next.get(token);
  if (inside !== undefined && possible) return { ...progress, node: inside, pending: progress.pending + NAME_BOOST };
  const kept = progress.node?.complete && breaksWord ? progress.pending : 0;
  const earned = progress.earned + kept;
  const begun = trie.next.get(token);
  if (begun !== undefined && possible) return { node: begun, pending: NAME_BOOST, earned };
  return { node: null, pending: 0, earned };
}
