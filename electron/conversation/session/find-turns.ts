import type { StoredTurn } from '../../ipc/conversation-schema.ts';
import { turnExcerpt } from '../memory/recall/turn-excerpt.ts';
import type { FoundTurn } from '../skills/skill.ts';
import type { ConversationStore } from '../store/conversation-store.ts';

const MOST_FOUND = 10;

/** Turns that a persona heard or said and that hold the words, of the best conversations first, the newest turn of each. */
export function findTurns(
  store: ConversationStore,
  query: string,
  which: { readonly personaId: string; readonly leaveOut: string | null },
): readonly FoundTurn[] {
  const words = wordsOf(query);
  return store
    .listConversations({ query, limit: 2 * MOST_FOUND })
    .flatMap(({ id }) => {
      const turns = store.readTurns(id).filter((turn) => turn.personaId === which.personaId && turn.id !== which.leaveOut);
      const best = turns.findLast((turn) => words.every((word) => wordsOf(turn.text).some((said) => said.startsWith(word))));
      return best === undefined ? [] : [found(best, query)];
    })
    .slice(0, MOST_FOUND);
}

function found({ at, role, text, conversationId }: StoredTurn, query: string): FoundTurn {
  return { at: new Date(at), role, excerpt: turnExcerpt(text, query), conversationId };
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
