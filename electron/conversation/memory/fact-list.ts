import { type Fact, factSchema } from '../../ipc/memory-schema.ts';

/**
 * Facts out of the documents they are kept in, newest first.
 * @returns `broken`: how many documents are no facts (a newer version wrote them, or damage); they are passed over
 */
export function factList(documents: readonly unknown[]): { readonly facts: readonly Fact[]; readonly broken: number } {
  const facts = documents.flatMap((document) => factSchema.safeParse(document).data ?? []);
  return { facts: facts.toSorted((one, other) => other.at.localeCompare(one.at)), broken: documents.length - facts.length };
}

/** What a fact is found by. */
export function factWords({ words, slot }: Pick<Fact, 'words' | 'slot'>): string {
  return `${words} ${slot ?? ''}`.trim();
}
