import { useEffect, useState } from 'react';
import { ask } from '../conversation/connection.ts';

type Persona = { readonly id: string; readonly name: string };

/** Everybody one can talk to. */
export function usePersonas(): readonly Persona[] {
  const [personas, setPersonas] = useState<readonly Persona[]>([]);
  useEffect(() => {
    void ask((client) => client.listPersonas(undefined)).then((found) => found && setPersonas(found));
  }, []);
  return personas;
}
