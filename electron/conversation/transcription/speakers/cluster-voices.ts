/** Mean likeness from which two groups of pieces are one voice (measured on the sets of the README). */
const SAME_VOICE = 0.7;
/** Everything at once up to here; longer recordings are grouped part by part, and the groups again. */
const MOST_AT_ONCE = 1_200;

/** Pieces of one voice: their number, and the sum of their vectors. */
interface Group {
  readonly members: readonly number[];
  readonly sum: Float32Array;
}

/**
 * Groups vectors of length 1 by mean likeness (average linkage), most alike first. Pure, the same for the same input.
 * @returns for each vector the number of its group, counted in the order of first appearance; -1 for zeros
 */
export function clusterVoices(vectors: readonly Float32Array[], sameVoice = SAME_VOICE): number[] {
  const single = vectors.flatMap((vector, index): Group[] =>
    vector.some((value) => value !== 0) ? [{ members: [index], sum: vector }] : [],
  );
  let groups: Group[] = [];
  for (let at = 0; at < single.length; at += MOST_AT_ONCE) groups.push(...merged(single.slice(at, at + MOST_AT_ONCE), sameVoice));
  if (single.length > MOST_AT_ONCE) groups = merged(groups, sameVoice);
  const found = new Array<number>(vectors.length).fill(-1);
  const inOrder = groups.toSorted((one, other) => Math.min(...one.members) - Math.min(...other.members));
  inOrder.forEach(({ members }, group) => {
    for (const member of members) found[member] = group;
  });
  return found;
}

/** The mean likeness of all pairs of two groups is the product of their sums, divided by the number of pairs. */
function likeness(one: Group, other: Group): number {
  let sum = 0;
  for (let index = 0; index < one.sum.length; index++) sum += (one.sum[index] ?? 0) * (other.sum[index] ?? 0);
  return sum / (one.members.length * other.members.length);
}

/**
 * Follows the chain of nearest neighbours until two are each other's nearest: those belong together, or, when they are not
 * alike enough, neither will ever find anybody. The same groups as plain average linkage, in the square of the number.
 */
function merged(start: readonly Group[], sameVoice: number): Group[] {
  const field = new Field(start);
  const done: Group[] = [];
  const chain: number[] = [];
  for (let top = field.first; top !== undefined; top = chain.at(-1) ?? field.first) {
    if (chain.length === 0) chain.push(top);
    const before = chain.at(-2);
    const nearest = field.nearestTo(top, before);
    if (nearest === undefined) {
      done.push(field.remove(top));
      chain.pop();
    } else if (nearest !== before) chain.push(nearest);
    else {
      chain.splice(-2);
      if (field.at(top, nearest) < sameVoice) done.push(field.remove(top), field.remove(nearest));
      else field.merge(nearest, top);
    }
  }
  return done;
}

/** Groups that are still open, with the likeness of every two of them. */
class Field {
  readonly #groups = new Map<number, Group>();
  readonly #table: readonly Float32Array[];

  constructor(start: readonly Group[]) {
    start.forEach((group, index) => {
      this.#groups.set(index, group);
    });
    this.#table = start.map((one, row) => Float32Array.from({ length: row }, (_, column) => likeness(one, start[column] ?? one)));
  }

  get first(): number | undefined {
    return this.#groups.keys().next().value;
  }

  at(one: number, other: number): number {
    return this.#table[Math.max(one, other)]?.[Math.min(one, other)] ?? -1;
  }

  /** @param preferred wins when others are as near, so that the chain comes to an end */
  nearestTo(one: number, preferred: number | undefined): number | undefined {
    let nearest = preferred;
    for (const other of this.#groups.keys()) {
      if (other !== one && (nearest === undefined || this.at(one, other) > this.at(one, nearest))) nearest = other;
    }
    return nearest;
  }

  remove(index: number): Group {
    const group = this.#groups.get(index);
    if (group === undefined) throw new Error('this group is closed');
    this.#groups.delete(index);
    return group;
  }

  merge(kept: number, gone: number): void {
    const [one, other] = [this.remove(kept), this.remove(gone)];
    const group = { members: [...one.members, ...other.members], sum: one.sum.map((value, index) => value + (other.sum[index] ?? 0)) };
    for (const [index, third] of this.#groups) {
      const row = this.#table[Math.max(index, kept)];
      if (row !== undefined) row[Math.min(index, kept)] = likeness(group, third);
    }
    this.#groups.set(kept, group);
  }
}
