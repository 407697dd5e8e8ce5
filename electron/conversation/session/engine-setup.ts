import type { EngineSetup } from '../../../models/speech-to-speech/realtime-model.ts';
import type { Persona } from '../../ipc/persona-schema.ts';
import { enginePersona } from '../personas/engine-persona.ts';
import { allowedSkills } from '../skills/allowed-skills.ts';
import { limitSkills } from '../skills/limit-skills.ts';
import { toolDefinitions } from '../skills/serve-skills.ts';
import type { Skill } from '../skills/skill.ts';
import type { ConversationRecord } from './conversation-record.ts';
import type { Remembering } from './remembering.ts';
import type { Seats } from './seats.ts';

/** Everything an engine is told, as it stands now. */
export function engineSetup(now: {
  readonly seats: Seats;
  readonly remembering: Remembering;
  readonly record: ConversationRecord;
  readonly skills: readonly Skill[];
  /** The user's own pace. */
  readonly rate: number;
  /** Turns that are put to the engine by themselves, and not as history. */
  readonly asked: readonly (string | null)[];
}): EngineSetup {
  const { seats, remembering, record } = now;
  return {
    persona: enginePersona(seats.speaker, now.rate),
    facts: [...seats.notes(), ...remembering.sentences()],
    names: remembering.names(),
    tools: toolDefinitions(skillsOf(now.skills, seats.speaker), remembering.knows),
    history: seats.history(record.turns().filter(({ id }) => !now.asked.includes(id))),
  };
}

/** What this persona can do, and where it must stop. */
export function skillsOf(skills: readonly Skill[], { skills: families, limits }: Persona): readonly Skill[] {
  return [...allowedSkills(skills, families), ...limitSkills(limits)];
}
