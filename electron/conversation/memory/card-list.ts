import { type NameCard, nameCardSchema } from '../../ipc/memory-schema.ts';

const ORDER: Readonly<Record<NameCard['owner'], number>> = { me: 0, person: 1, word: 2 };

/**
 * Name cards out of the documents they are kept in: the own first, then people, then words, each by name.
 * @returns `broken`: how many documents are no name cards (a newer version wrote them, or damage); they are passed over
 */
export function cardList(documents: readonly unknown[]): { readonly cards: readonly NameCard[]; readonly broken: number } {
  const cards = documents.flatMap((document) => nameCardSchema.safeParse(document).data ?? []);
  const sorted = cards.toSorted((one, other) => ORDER[one.owner] - ORDER[other.owner] || one.written.localeCompare(other.written));
  return { cards: sorted, broken: documents.length - cards.length };
}

/** What a card is found by. */
export function cardWords({ written, heardAs, relation }: NameCard): string {
  return [written, ...heardAs, relation ?? ''].join(' ').trim();
}
