import type { StoredTurn } from '../../ipc/conversation-schema.ts';
import type { Fact } from '../../ipc/memory-schema.ts';
import { secondPerson } from '../memory/facts/second-person.ts';
import { withoutRequest, withoutWords } from '../memory/forgotten-words.ts';
import type { Memory } from '../memory/memory.ts';
import type { ConversationStore } from '../store/conversation-store.ts';

/** A turn that asked to forget something, and its words for that. */
export interface ForgetRequest {
  readonly turnId: string;
  readonly words: string;
}

/**
 * Forgets facts and name cards for good. Of facts: what they were before, how to take them back, the notes that told of
 * them, and the words themselves in every turn that said them, the assistant's included. Of cards: the notes; what was said
 * in conversations stays said. Of a request: what it asked to forget. All or none, and the file is rewritten once.
 * @param changed is told every turn that reads otherwise now
 * @returns how many turns that are
 */
export function forget(
  memory: Memory,
  store: ConversationStore,
  {
    facts = [],
    cardIds = [],
    request,
  }: { readonly facts?: readonly Fact[]; readonly cardIds?: readonly string[]; readonly request?: ForgetRequest },
  changed: (turn: StoredTurn) => void = () => undefined,
): number {
  const read = new Map<string, StoredTurn>();
  store.documents.together(() => {
    const turns = [
      ...facts.flatMap((fact) => forgetFact(memory, store, fact)),
      ...cardIds.flatMap((id) => forgetNoted(memory, store, id)),
      ...(request === undefined ? [] : redact(store, request)),
    ];
    for (const turn of turns) read.set(turn.id, turn);
  });
  for (const turn of read.values()) changed(turn);
  return read.size;
}

/** Takes what was to be forgotten out of the turn that asked for it; its wiping comes with the forgetting in one `together`. */
function redact(store: ConversationStore, { turnId, words }: ForgetRequest): StoredTurn[] {
  const turn = store.readTurn(turnId);
  return turn === null ? [] : [store.changeTurn(turnId, withoutRequest(turn, words)) ?? turn];
}

/** The card or fact, and the notes that told of it. */
function forgetNoted(memory: Memory, store: ConversationStore, id: string): StoredTurn[] {
  return memory.forget(id).flatMap(({ noteId, turnId }) => withoutNote(store, turnId, noteId) ?? []);
}

function forgetFact(memory: Memory, store: ConversationStore, fact: Fact): StoredTurn[] {
  const said = [fact, ...fact.earlier];
  const words = said.flatMap((one) => [one.words, secondPerson(one.words)]);
  const sources = new Set(said.flatMap(({ sourceTurnId }) => sourceTurnId ?? []));
  const noted = forgetNoted(memory, store, fact.id);
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
