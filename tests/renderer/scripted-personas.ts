import { type ConversationContract, conversationContract } from '../../electron/ipc/conversation-schema.ts';
import { type IpcHandlers, ProblemError, serveIpc } from '../../electron/ipc/derive-ipc.ts';
import type { Persona, PersonaCard } from '../../electron/ipc/persona-schema.ts';
import { connectConversation } from '../../renderer/conversation/connection.ts';

/** The other end of the window's port, as far as personas go: keeps what it is told, by the contract. */
export function scriptedPersonas(builtIn: readonly Persona[]) {
  const script = {
    own: [] as Persona[],
    consent: new Map<string, boolean>(),
    hidden: new Map<string, string[]>(),
    asked: [] as string[],
    close: (): void => undefined,
  };
  const all = () => [...builtIn, ...script.own];
  const read = (id: string): Persona => {
    const persona = all().find((one) => one.id === id);
    if (persona === undefined)
      throw new ProblemError({ id: 'persona-not-there', message: 'It is not there.', whatToDo: 'Choose another.' });
    return persona;
  };
  const card = ({ id, name, character, tone, roles, about, avatar, knowsAboutMe }: Persona): PersonaCard => {
    const isBuiltIn = builtIn.some((one) => one.id === id);
    return {
      id,
      name,
      character,
      tone,
      roles,
      about,
      avatar,
      builtIn: isBuiltIn,
      knowsAboutMe: script.consent.get(id) ?? knowsAboutMe,
      exceptAbout: script.hidden.get(id) ?? [],
    };
  };
  const keep = (persona: Persona): Persona => {
    script.own = [...script.own.filter(({ id }) => id !== persona.id), persona];
    return persona;
  };
  const handlers: Partial<IpcHandlers<ConversationContract>> = {
    listPersonas: () => all().map(card),
    readPersona: ({ id }) => read(id),
    switchPersona: () => undefined,
    savePersona: ({ draft }) => keep({ ...draft, version: 1, id: draft.id ?? draft.name.toLowerCase() }),
    copyPersona: ({ id }) => keep({ ...read(id), id: `${id}-2`, name: `${read(id).name} 2` }),
    removePersona: ({ id }) => {
      script.own = script.own.filter((one) => one.id !== id);
    },
    importPersona: ({ text }) => {
      if (!text.includes('parley-persona')) {
        throw new ProblemError({ id: 'persona-file', message: 'This file was not imported.', whatToDo: 'Choose another file.' });
      }
      return { persona: keep({ ...read('ada'), id: 'guest', name: 'Guest' }), warnings: ['2 hidden signs were taken out of its texts.'] };
    },
    exportPersona: ({ id }) => ({ fileName: `${id}.persona.json`, text: '{}' }),
    tryPersona: () => undefined,
    keepSubjectsFrom: ({ id, subjects }) => {
      script.hidden.set(id, subjects);
    },
    setWall: ({ personaId, knowsAboutMe }) => {
      script.consent.set(personaId, knowsAboutMe);
    },
  };
  const { port1, port2 } = new MessageChannel();
  connectConversation(port2);
  const channel = {
    post: (message: unknown) => port1.postMessage(message),
    listen: (receive: (message: unknown) => void) => {
      port1.onmessage = ({ data }) => {
        const { name, input } = data as { name: string; input: unknown };
        if (!/^(list|read)/.test(name)) script.asked.push(`${name} ${JSON.stringify(input)}`);
        receive(data);
      };
      return () => undefined;
    },
  };
  const served = serveIpc(conversationContract, channel, handlers as IpcHandlers<ConversationContract>);
  script.close = () => {
    served.close();
    port1.close();
    port2.close();
  };
  return script;
}
