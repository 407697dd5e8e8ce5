import type { StoredTurn } from '../../ipc/conversation-schema.ts';
import type { Memory } from '../memory/memory.ts';
import type { ConversationStore } from '../store/conversation-store.ts';

/**
 * Takes the change back that a note under a turn tells of, words of earlier turns included.
 * @param changed is told every turn that reads otherwise now
 * @returns false when there is nothing to undo
 */
export function undoNote(memory: Memory, store: ConversationStore, noteId: string, changed: (turn: StoredTurn) => void): boolean {
  const undone = memory.undo(noteId);
  if (undone === null) return false;
  for (const { id, text, heardText } of undone.turns) tell(store.changeTurn(id, { text, heardText }), changed);
  const notes = store.readTurn(undone.turnId)?.notes.map((note) => (note.id === noteId ? { ...note, undo: 'done' as const } : note));
  if (notes !== undefined) tell(store.changeTurn(undone.turnId, { notes }), changed);
  return true;
}

function tell(turn: StoredTurn | null, changed: (turn: StoredTurn) => void): void {
  if (turn !== null) changed(turn);
}
