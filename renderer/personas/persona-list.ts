import { useEffect } from 'react';
import { create } from 'zustand';
import type { PersonaCard } from '../../electron/ipc/persona-schema.ts';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';

/** Everybody one can talk to; null until it was read. Header, palette and screen show the same. */
export const usePersonaList = create<{ readonly cards: readonly PersonaCard[] | null }>()(() => ({ cards: null }));

export async function readPersonas(): Promise<void> {
  const cards = await ask((client) => client.listPersonas(undefined));
  if (cards !== undefined) usePersonaList.setState({ cards });
}

/** Reads them again whenever the assistant starts, and when an unlocked profile brings the user's own along. */
export function useFreshPersonas(): void {
  const process = useWindow((state) => state.process);
  const keeping = useWindow((state) => state.conversation?.keeping);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another keeping is another profile
  useEffect(() => {
    if (process === 'running') void readPersonas();
  }, [process, keeping]);
}
