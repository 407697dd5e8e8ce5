import { useEffect } from 'react';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { Choice } from '../settings/rows.tsx';
import { changeEngines, readEngines, useEngines } from './engines.ts';

const words = sentences.personaEngine;
const EVERYBODYS = '';

/** The engine that one persona talks through; a decision of the user's, which stays here when the persona is exported. */
export function PersonaEngine({ id, name }: { id: string; name: string }) {
  const byPersona = useWindow((state) => state.settings?.engines.byPersona);
  const engines = useEngines((state) => state.engines);
  useEffect(() => void readEngines(), []);
  if (byPersona === undefined || engines.length < 2) return null;
  const choose = (engineId: string) => {
    const { [id]: _, ...others } = byPersona;
    return changeEngines({ byPersona: engineId === EVERYBODYS ? others : { ...others, [id]: engineId } });
  };
  const choices = engines
    .filter((engine) => engine.whyNot === null || engine.id === byPersona[id])
    .map((engine) => ({ value: engine.id, label: engine.label }));
  return (
    <Choice
      label={fill(words.label, { name })}
      value={byPersona[id] ?? EVERYBODYS}
      choices={[{ value: EVERYBODYS, label: words.everybodys }, ...choices]}
      choose={choose}
    />
  );
}
