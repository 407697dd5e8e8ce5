import { z } from 'zod';
import type { DocumentStore } from '../store/conversation-store.ts';

const recordingSchema = z.strictObject({ cardId: z.string(), wav: z.base64() });
const keyOf = (cardId: string) => `recording-${cardId}`;

/** The user's own recordings of names, each beside its card: played back to the user, never exported or sent. */
export function readRecording(documents: DocumentStore, cardId: string): string | null {
  return recordingSchema.safeParse(documents.read(keyOf(cardId))).data?.wav ?? null;
}

/** @param wav base64; null removes it for good */
export function saveRecording(documents: DocumentStore, cardId: string, wav: string | null): void {
  if (wav === null) documents.remove(keyOf(cardId));
  else documents.put('name-recording', keyOf(cardId), { cardId, wav }, '');
}
