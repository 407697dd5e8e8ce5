import { useCallback, useEffect, useState } from 'react';
import type { Fact, KnownBy } from '../../electron/ipc/memory-schema.ts';
import { ask } from '../conversation/connection.ts';

/** Consent of one persona to all that everybody may know about the user. */
export interface Consent {
  readonly personaId: string;
  readonly knowsAboutMe: boolean;
}

export interface Grid {
  readonly walls: readonly Consent[];
  readonly knownBy: ReadonlyMap<string, KnownBy>;
  setConsent(personaId: string, knows: boolean): Promise<void>;
  setFact(factId: string, personaId: string, knows: boolean): Promise<void>;
}

/** Who knows these facts, read again whenever they are others or a wall changed; null until it is known. */
export function useKnownBy(facts: readonly Fact[]): Grid | null {
  const [walls, setWalls] = useState<readonly Consent[] | null>(null);
  const [knownBy, setKnownBy] = useState<ReadonlyMap<string, KnownBy>>(new Map());
  const ids = facts.map(({ id }) => id).join(' ');
  const read = useCallback(async () => {
    const consents = await ask((client) => client.listWalls(undefined));
    const known = await ask((client) => client.readKnownBy({ factIds: ids === '' ? [] : ids.split(' ') }));
    if (consents === undefined || known === undefined) return;
    setWalls(consents);
    setKnownBy(new Map(known.map((one) => [one.factId, one])));
  }, [ids]);
  const told = facts.map(({ words, scope }) => `${scope} ${words}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a fact that reads otherwise may be about another subject
  useEffect(() => void read(), [read, told]);
  if (walls === null) return null;
  return {
    walls,
    knownBy,
    setConsent: async (personaId, knowsAboutMe) => {
      await ask((client) => client.setWall({ personaId, knowsAboutMe }));
      await read();
    },
    setFact: async (factId, personaId, knows) => {
      const now = await ask((client) => client.setFactWall({ factId, personaId, knows }));
      if (now !== undefined) setKnownBy((before) => new Map(before).set(factId, now));
    },
  };
}
