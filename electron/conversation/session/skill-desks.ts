import { randomUUID } from 'node:crypto';
import type { Persona } from '../../ipc/persona-schema.ts';
import type { CanvasShelf } from '../canvas/canvas-shelf.ts';
import { handedOver } from '../personas/walls.ts';
import { mayUse } from '../skills/allowed-skills.ts';
import type { PersonaDesk, ProfileDesk, SkillContext, SpeechDesk, TimerDesk } from '../skills/skill.ts';
import { canvasDesk } from './canvas-desk.ts';
import type { ConversationRecord } from './conversation-record.ts';
import { memoryDesk } from './memory-desk.ts';
import type { Remembering } from './remembering.ts';
import type { Reply } from './reply.ts';
import type { Seats } from './seats.ts';
import type { SessionDependencies } from './session-dependencies.ts';

/** What skills may do to the session. Each member is one verb of the session itself. */
export interface SessionVerbs {
  readonly timers: TimerDesk;
  readonly remembering: Remembering;
  readonly record: ConversationRecord;
  readonly seats: Seats;
  readonly speech: SpeechDesk;
  readonly canvases: CanvasShelf;
  persona(): Persona;
  switchPersona(id: string): void;
  /** Names, facts or walls are others now. */
  memoryChanged(): void;
}

/**
 * The capabilities a skill gets for one turn.
 * @param reply the answer it is made for: it knows the user's own words and their committed turn
 */
export function skillContext(dependencies: SessionDependencies, verbs: SessionVerbs, reply: Reply): SkillContext {
  return {
    now: dependencies.today,
    locale: dependencies.preferences.locale,
    timeZone: dependencies.preferences.timeZone,
    timers: verbs.timers,
    memory: memoryDesk(dependencies, verbs, reply),
    personas: personaDesk(dependencies, verbs),
    speech: verbs.speech,
    profiles: profileDesk(dependencies),
    canvas: canvasDesk(verbs.canvases, dependencies, reply),
    engines: dependencies.engines,
    random: Math.random,
    utterance: reply.utterance,
  };
}

function personaDesk({ personas, today, preferences }: SessionDependencies, verbs: SessionVerbs): PersonaDesk {
  const { seats, remembering, record } = verbs;
  return {
    list: () => personas.list(),
    current: () => verbs.persona(),
    mayUse: (family) => mayUse(family, verbs.persona().skills),
    switchTo: (id) => verbs.switchPersona(id),
    greet: (id) => personas.greet(id, today(), preferences.timeZone),
    allowAboutMe: (id, allowed) => {
      personas.changeWall(id, { knowsAboutMe: allowed });
      verbs.memoryChanged();
    },
    handOver: ({ fromId, toId, about }) => {
      const { facts } = remembering.memory;
      const toldTo = ({ sourceTurnId }: { sourceTurnId: string | null }) =>
        sourceTurnId === null ? null : (record.store.readTurn(sourceTurnId)?.personaId ?? null);
      const given = handedOver(facts.list(), { fromId, to: personas.wall(toId), about, newId: randomUUID, toldTo });
      for (const fact of given) facts.put(fact);
      return given.length;
    },
    keepFrom: (id, subject) => {
      const { exceptAbout } = personas.wall(id);
      personas.changeWall(id, { exceptAbout: [...exceptAbout, subject] });
      verbs.memoryChanged();
    },
    tellAgain: (id, subject) => {
      const told = personas.tellAgain(id, subject);
      if (told) verbs.memoryChanged();
      return told;
    },
    atTable: () => seats.tableIds,
    openTable: (ids) => {
      const problem = seats.openTable(ids);
      if (problem === null) verbs.memoryChanged();
      return problem;
    },
    closeTable: () => {
      seats.closeTable();
      verbs.memoryChanged();
    },
  };
}

function profileDesk({ profiles, output }: SessionDependencies): ProfileDesk {
  return {
    list: () => profiles().profiles.map(({ id, name }) => ({ name, isOpen: id === profiles().currentId })),
    switchTo: (name) => output.profileAsked(name),
  };
}
