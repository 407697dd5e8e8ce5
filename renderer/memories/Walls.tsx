import { Switch } from '@base-ui/react/switch';
import { useCallback, useEffect, useState } from 'react';
import type { ConversationContract } from '../../electron/ipc/conversation-schema.ts';
import type { RequestOutput } from '../../electron/ipc/derive-ipc.ts';
import { ask } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';

const words = sentences.memory;
type Persona = { readonly id: string; readonly name: string };

/** Who knows what: one row a persona, one switch for what is shared about the user. */
export function Walls({ personas }: { personas: readonly Persona[] }) {
  const [walls, setWalls] = useState<RequestOutput<ConversationContract, 'listWalls'>>([]);
  const read = useCallback(async () => setWalls((await ask((client) => client.listWalls(undefined))) ?? []), []);
  useEffect(() => void read(), [read]);
  const turn = async (personaId: string, knowsAboutMe: boolean) => {
    await ask((client) => client.setWall({ personaId, knowsAboutMe }));
    await read();
  };
  if (walls.length === 0) return null;
  return (
    <section className="card" aria-labelledby="walls">
      <h3 id="walls">{words.walls}</h3>
      <p className="quiet">{words.wallsHint}</p>
      <table className="walls">
        <thead>
          <tr>
            <th scope="col">{words.wallsWho}</th>
            <th scope="col">{words.wallsAboutMe}</th>
          </tr>
        </thead>
        <tbody>
          {walls.map(({ personaId, knowsAboutMe }) => {
            const name = personas.find(({ id }) => id === personaId)?.name ?? personaId;
            return (
              <tr key={personaId}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>
                  <Switch.Root
                    className="switch"
                    aria-label={fill(words.wallOf, { name })}
                    checked={knowsAboutMe}
                    onCheckedChange={(on) => void turn(personaId, on)}
                  >
                    <Switch.Thumb className="switch-thumb" />
                  </Switch.Root>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
