import { useCallback, useEffect, useState } from 'react';
import { ABOUT_ME, type Fact } from '../../electron/ipc/memory-schema.ts';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';

export interface FoundFacts {
  readonly facts: readonly Fact[];
  /** How many there are; more than `facts` where not all are shown. */
  readonly total: number;
}

const SEARCH_AFTER_MS = 150;

/** The facts that fit the query, read again when a turn may have made or changed one; null until they are known. */
export function useFacts(query: string): readonly [FoundFacts | null, () => Promise<void>] {
  const [found, setFound] = useState<FoundFacts | null>(null);
  const turns = useWindow((state) => state.turns);
  const read = useCallback(async () => {
    const answer = await ask((client) => client.listFacts({ query: query.trim() }));
    if (answer !== undefined) setFound(answer);
  }, [query]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every turn may have taught something
  useEffect(() => {
    const timer = setTimeout(() => void read(), query === '' ? 0 : SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [read, query, turns]);
  return [found, read];
}

type Persona = { readonly id: string; readonly name: string };

export function scopeName(scope: string, personas: readonly Persona[]): string {
  if (scope === ABOUT_ME) return sentences.memory.everybody;
  return fill(sentences.memory.only, { name: personas.find(({ id }) => id === scope)?.name ?? scope });
}

/** Where it comes from and how sure it is: "2 March 2026, said in passing". */
export function originWords({ at, sourceTurnId, confidence }: Fact): string {
  const { byHand, asked, inPassing } = sentences.memory;
  const how = sourceTurnId === null ? byHand : confidence >= 1 ? asked : inPassing;
  return `${new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' })}, ${how}`;
}
