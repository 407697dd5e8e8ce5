import type { IpcHandlers } from '../../ipc/derive-ipc.ts';
import type { PersonaContract } from '../../ipc/persona-schema.ts';
import { enginePersona } from '../personas/engine-persona.ts';
import { checked } from '../personas/persona-desk.ts';
import type { WindowDesk } from './serve-window.ts';

/** The part of the window's requests that is about personas. */
export function personaHandlers({ session, personas, personasChanged, voices }: WindowDesk): IpcHandlers<PersonaContract> {
  return {
    listPersonas: () => personas.cards(),
    readPersona: ({ id }) => personas.read(id),
    switchPersona: ({ id }) => session.switchPersona(personas.read(id).id),
    savePersona: ({ draft }) => {
      const persona = personas.save(draft);
      session.memoryChanged();
      personasChanged();
      return persona;
    },
    copyPersona: ({ id }) => {
      const persona = personas.copy(id);
      personasChanged();
      return persona;
    },
    removePersona: ({ id }) => {
      personas.remove(id);
      personasChanged();
      const [other] = personas.list();
      if (session.state.persona.id === id && other !== undefined) session.switchPersona(other.id);
    },
    importPersona: ({ text }) => {
      const imported = personas.import(text);
      personasChanged();
      return imported;
    },
    listVoices: async () => (await voices()).map(({ id, label }) => ({ id, label })),
    exportPersona: ({ id }) => personas.export(id),
    keepSubjectsFrom: ({ id, subjects }) => {
      personas.changeWall(id, { exceptAbout: subjects });
      session.memoryChanged();
    },
    tryPersona: ({ draft }) => {
      const persona = checked({ ...draft, id: draft.id ?? 'draft' });
      session.sample(persona.greeting, { persona: enginePersona(persona, 1) });
    },
  };
}
