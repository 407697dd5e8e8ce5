import type { NameCard, NameCardDraft } from '../../../ipc/memory-schema.ts';
import { cardList, cardWords } from '../card-list.ts';
import type { MemoryRecords } from '../memory-records.ts';

/** The cards of one profile. */
export class NameCards {
  readonly #records: MemoryRecords;

  constructor(records: MemoryRecords) {
    this.#records = records;
  }

  /** The user's own first, then people, then words, each by name. */
  list(): readonly NameCard[] {
    return cardList(this.#records.list('name-card')).cards;
  }

  own(): NameCard | null {
    // Unlocking a profile may join two: the newer one holds.
    const mine = this.list().filter(({ owner }) => owner === 'me');
    return mine.toSorted((one, other) => other.at.localeCompare(one.at))[0] ?? null;
  }

  read(id: string): NameCard | null {
    return cardList([this.#records.read(id)]).cards[0] ?? null;
  }

  put(card: NameCard): void {
    this.#records.put('name-card', card.id, card, cardWords(card));
  }

  remove(id: string): void {
    this.#records.remove(id);
  }

  /** The card a draft would become; `written` must be clean already. */
  drafted(draft: NameCardDraft, written: string, made: { readonly newId: string; readonly at: string }): NameCard {
    const before = draft.id === null ? null : this.read(draft.id);
    const { owner, relation, heardAs, respelling, ipa } = draft;
    const notWritten = [...(before?.notWritten ?? []), ...draft.notWritten];
    const renamed = before !== null && before.written !== written ? [before.written] : [];
    return {
      id: before?.id ?? made.newId,
      owner,
      written,
      relation,
      heardAs,
      respelling,
      ipa,
      notWritten: [...new Set([...notWritten, ...renamed])].filter((form) => form !== written).slice(-20),
      sourceTurnId: before?.sourceTurnId ?? null,
      at: made.at,
    };
  }
}
