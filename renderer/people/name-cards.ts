import { useCallback, useEffect, useState } from 'react';
import type { NameCard, NameCardDraft } from '../../electron/ipc/memory-schema.ts';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';

/** The cards there are, read again when a turn may have made or changed one; null until they are known. */
export function useNameCards(): readonly [readonly NameCard[] | null, () => Promise<void>] {
  const [cards, setCards] = useState<readonly NameCard[] | null>(null);
  const turns = useWindow((state) => state.turns);
  const read = useCallback(async () => {
    const found = await ask((client) => client.listNameCards(undefined));
    if (found !== undefined) setCards(found);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every turn may have changed a card
  useEffect(() => void read(), [read, turns]);
  return [cards, read];
}

/** An empty card to write on. */
export function newDraft(owner: NameCardDraft['owner'], written = ''): NameCardDraft {
  return { id: null, owner, written, relation: null, heardAs: [], notWritten: [], respelling: null, ipa: null };
}

export function draftOf({ id, owner, written, relation, heardAs, notWritten, respelling, ipa }: NameCard): NameCardDraft {
  return { id, owner, written, relation, heardAs, notWritten, respelling, ipa };
}

/** Cards that hold the query in any of their forms, whatever the capitals and accents. */
export function fittingCards(cards: readonly NameCard[], query: string): readonly NameCard[] {
  const sought = plain(query.trim());
  if (sought === '') return cards;
  return cards.filter(({ written, relation, heardAs, respelling }) =>
    [written, relation ?? '', respelling ?? '', ...heardAs].some((text) => plain(text).includes(sought)),
  );
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
