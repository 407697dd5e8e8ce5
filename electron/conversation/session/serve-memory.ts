import { randomUUID } from 'node:crypto';
import { type IpcHandlers, ProblemError } from '../../ipc/derive-ipc.ts';
import type { Fact, MemoryContract, NameCard, NameCardDraft } from '../../ipc/memory-schema.ts';
import { askedFact } from '../memory/facts/read-facts.ts';
import { Memory } from '../memory/memory.ts';
import { memoryToJson, memoryToMarkdown } from '../memory/memory-export.ts';
import { cleanName, nameRefusal } from '../memory/names/clean-name.ts';
import { nameSound } from '../memory/names/name-sound.ts';
import { cardsFromCsv, cardsToCsv, joinCards } from '../memory/names/names-csv.ts';
import { enginePersona } from '../personas/engine-persona.ts';
import { decided, whoKnowsWhat } from '../personas/walls.ts';
import { forget } from './forgetting.ts';
import { readRecording, saveRecording } from './name-recordings.ts';
import { engineName } from './remembering.ts';
import type { WindowDesk } from './serve-window.ts';
import { undoNote } from './undo-note.ts';

const MOST_FACTS_SHOWN = 500;

/** The part of the window's requests that is about memory. Always the memory that is kept, whatever conversation runs. */
export function memoryHandlers(desk: WindowDesk): IpcHandlers<MemoryContract> {
  const { session, store } = desk;
  const memory = new Memory(store.documents, randomUUID);
  const now = () => new Date().toISOString();
  return {
    ...cardHandlers(desk, memory, now),
    listFacts: ({ query }) => shownFacts(memory, query),
    saveFact: ({ id, words, scope }) => {
      const fact = writtenFact(memory, { id, words, scope, at: now() });
      memory.facts.put(fact);
      if (id !== null) store.wipe();
      session.memoryChanged();
      return fact;
    },
    mergeFacts: ({ keptId, otherId }) => {
      const merged = mergedFact(requireFact(memory, keptId), requireFact(memory, otherId));
      memory.facts.put(merged);
      memory.forget(otherId);
      session.memoryChanged();
      return merged;
    },
    forgetFact: ({ id }) => {
      forget(memory, store, { facts: [requireFact(memory, id)] }, desk.turnChanged);
      session.forgot();
    },
    exportMemory: ({ format }) => {
      const held = { cards: memory.cards.list(), facts: memory.facts.list() };
      return { text: format === 'json' ? memoryToJson(held, new Date()) : memoryToMarkdown(held, new Date()) };
    },
    undoMemory: ({ noteId }) => {
      // A private conversation has notes of its own.
      if (undoNote(memory, store, noteId, desk.turnChanged)) session.memoryChanged();
      else session.remembering.undo(noteId);
    },
    ...wallHandlers(desk, memory),
  };
}

type WallRequests = 'listWalls' | 'setWall' | 'readKnownBy' | 'setFactWall';

function wallHandlers({ personas, session }: WindowDesk, memory: Memory): Pick<IpcHandlers<MemoryContract>, WallRequests> {
  const knownBy = (facts: readonly Fact[]) =>
    whoKnowsWhat(facts, personas.walls()).map((one) => ({ ...one, personaIds: [...one.personaIds], exceptIds: [...one.exceptIds] }));
  return {
    listWalls: () => personas.walls().map(({ personaId, knowsAboutMe }) => ({ personaId, knowsAboutMe })),
    setWall: ({ personaId, knowsAboutMe }) => {
      personas.changeWall(personaId, { knowsAboutMe });
      session.memoryChanged();
    },
    readKnownBy: ({ factIds }) => knownBy(factIds.flatMap((id) => memory.facts.read(id) ?? [])),
    setFactWall: ({ factId, personaId, knows }) => {
      const fact = requireFact(memory, factId);
      const isThere = (id: string) => memory.facts.read(id) !== null;
      const { told, notTold } = decided(fact, knows, personas.wall(personaId));
      personas.changeWall(personaId, { told: told.filter(isThere), notTold: notTold.filter(isThere) });
      session.memoryChanged();
      const [now] = knownBy([fact]);
      if (now === undefined) throw new Error('A fact is known by nobody or somebody.');
      return now;
    },
  };
}

type CardRequests =
  | 'listNameCards'
  | 'saveNameCard'
  | 'removeNameCard'
  | 'readNameSound'
  | 'hearName'
  | 'readNameRecording'
  | 'saveNameRecording'
  | 'importNameCards'
  | 'exportNameCards';

function cardHandlers(desk: WindowDesk, memory: Memory, now: () => string): Pick<IpcHandlers<MemoryContract>, CardRequests> {
  const { session, store, personas } = desk;
  const save = (draft: NameCardDraft) => {
    const card = draftedCard(memory, draft, now());
    memory.cards.put(card);
    return card;
  };
  return {
    listNameCards: () => [...memory.cards.list()],
    saveNameCard: ({ card }) => {
      const saved = save(card);
      store.wipe();
      session.memoryChanged();
      return saved;
    },
    removeNameCard: ({ id }) => {
      store.documents.together(() => {
        saveRecording(store.documents, id, null);
        forget(memory, store, { cardIds: [id] }, desk.turnChanged);
      });
      session.memoryChanged();
    },
    readNameSound: (card) => nameSound(card),
    hearName: ({ card, personaId }) => {
      const name = engineName({ ...card, written: requireName(card.written) });
      const persona = personaId === null ? {} : { persona: enginePersona(personas.read(personaId), 1) };
      session.sample(`${name.written}.`, { names: [name, ...session.remembering.names()], ...persona });
    },
    readNameRecording: ({ id }) => ({ wav: readRecording(store.documents, id) }),
    saveNameRecording: ({ id, wav }) => {
      saveRecording(store.documents, id, wav);
      if (wav !== null) store.wipe();
    },
    importNameCards: ({ csv }) => {
      const { cards, problems } = cardsFromCsv(csv);
      const joined = joinCards(memory.cards.list(), cards);
      const changed = joined.filter(({ id }) => id !== null).length;
      store.documents.together(() => {
        for (const card of joined) save(card);
      });
      session.memoryChanged();
      return { added: joined.length - changed, changed, problems: [...problems] };
    },
    exportNameCards: () => ({ csv: cardsToCsv(memory.cards.list()) }),
  };
}

/** There is one card of the user's own: a second one is that one. */
function draftedCard(memory: Memory, draft: NameCardDraft, at: string): NameCard {
  const written = requireName(draft.written);
  const own = draft.owner === 'me' ? memory.cards.own() : null;
  return memory.cards.drafted(own === null ? draft : { ...draft, id: own.id }, written, { newId: draft.id ?? randomUUID(), at });
}

function requireName(written: string): string {
  const name = cleanName(written);
  if (name !== null) return name;
  const message = nameRefusal(written) ?? 'That cannot be kept as a name.';
  throw new ProblemError({ id: 'name-refused', message, whatToDo: 'Write the name as it should be read.' });
}

function requireFact(memory: Memory, id: string): Fact {
  const fact = memory.facts.read(id);
  if (fact !== null) return fact;
  throw new ProblemError({ id: 'not-there', message: 'That memory is not there any more.', whatToDo: 'Choose another.' });
}

function writtenFact(memory: Memory, written: { id: string | null; words: string; scope: string; at: string }): Fact {
  const before = written.id === null ? null : requireFact(memory, written.id);
  const said = askedFact(written.words);
  if (said === null) {
    throw new ProblemError({ id: 'fact-refused', message: 'There are no words in that.', whatToDo: 'Write what is to be remembered.' });
  }
  const { kind, words, slot, confidence } = said;
  const earlier = before === null || before.words === words ? (before?.earlier ?? []) : [...before.earlier, pastOf(before)];
  const source = { sourceTurnId: before?.sourceTurnId ?? null, at: written.at };
  return { id: before?.id ?? randomUUID(), kind, words, slot, scope: written.scope, confidence, ...source, earlier };
}

function mergedFact(kept: Fact, other: Fact): Fact {
  const earlier = [...other.earlier, pastOf(other), ...kept.earlier].toSorted((one, another) => one.at.localeCompare(another.at));
  return { ...kept, earlier };
}

function pastOf({ words, at, sourceTurnId }: Fact): Fact['earlier'][number] {
  return { words, at, sourceTurnId };
}

/** Newest first; with a query the best match first. */
function shownFacts(memory: Memory, query: string): { facts: Fact[]; total: number } {
  if (query.trim() === '') return { facts: [...memory.facts.newest(MOST_FACTS_SHOWN)], total: memory.facts.count() };
  const facts = [...memory.facts.find(query, MOST_FACTS_SHOWN)];
  return { facts, total: facts.length };
}
