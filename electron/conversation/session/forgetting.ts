import type { StoredTurn } from '../../ipc/conversation-schema.ts';
import type { Fact } from '../../ipc/memory-schema.ts';
import { secondPerson } from '../memory/facts/second-person.ts';
import { withoutWords } from '../memory/forgotten-words.ts';
import type { Memory } from '../memory/memory.ts';
import type { ConversationStore } from '../store/conversation-store.ts';

/**
 * Forgets facts for good: the facts, what they were before, how to take them back, the notes that told of them, and the
 * words themselves in every turn that said them, the assistant's included.
 * @param changed is told every turn that reads otherwise now
 * @returns how many turns that are
 */
export function forgetFacts(
  memory: Memory,
  store: ConversationStore,
  facts: readonly Fact[],
  changed: (turn: StoredTurn) => void = () => undefined,
): number {
  const read = new Map<string, StoredTurn>();
  store.documents.together(() => {
    for (const fact of facts) for (const turn of forgetFact(memory, store, fact)) read.set(turn.id, turn);
  });
  store.wipe();
  for (const turn of read.values()) changed(turn);
  return read.size;
}

/** Forgets a name card for good, with the notes that told of it. What was said in conversations stays said. */
export function forgetCard(
  memory: Memory,
  store: ConversationStore,
  cardId: string,
  changed: (turn: StoredTurn) => void = () => undefined,
): void {
  for (const { noteId, turnId } of memory.forget(cardId)) {
    const turn = withoutNote(store, turnId, noteId);
    if (turn !== null) changed(turn);
  }
  store.wipe();
}

function forgetFact(memory: Memory, store: ConversationStore, fact: Fact): StoredTurn[] {
  const said = [fact, ...fact.earlier];
  const words = said.flatMap((one) => [one.words, secondPerson(one.words)]);
  const sources = new Set(said.flatMap(({ sourceTurnId }) => sourceTurnId ?? []));
  const noted = memory.forget(fact.id).flatMap(({ noteId, turnId }) => withoutNote(store, turnId, noteId) ?? []);
  const holding = [...words.flatMap((one) => store.findTurns(one)), ...[...sources].flatMap((id) => store.readTurn(id) ?? [])];
  const turns = new Map(holding.map((turn) => [turn.id, turn]));
  const cut = [...turns.values()].flatMap((turn) => {
    const without = withoutWords(turn, words, sources.has(turn.id));
    return without === null ? [] : (store.changeTurn(turn.id, without) ?? []);
  });
  return [...noted, ...cut];
}

function withoutNote(store: ConversationStore, turnId: string, noteId: string): StoredTurn | null {
  const notes = store.readTurn(turnId)?.notes.filter(({ id }) => id !== noteId);
  return notes === undefined ? null : store.changeTurn(turnId, { notes });
}
