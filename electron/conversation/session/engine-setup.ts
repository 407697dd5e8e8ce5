import type { EngineSetup } from '../../../models/speech-to-speech/realtime-model.ts';
import type { Persona } from '../../ipc/persona-schema.ts';
import type { CanvasShelf } from '../canvas/canvas-shelf.ts';
import { enginePersona } from '../personas/engine-persona.ts';
import { allowedSkills } from '../skills/allowed-skills.ts';
import { limitSkills } from '../skills/limit-skills.ts';
import { toolDefinitions } from '../skills/serve-skills.ts';
import type { Skill, Surroundings } from '../skills/skill.ts';
import { canvasNote } from './canvas-desk.ts';
import type { ConversationRecord } from './conversation-record.ts';
import type { Remembering } from './remembering.ts';
import type { Seats } from './seats.ts';

/** Everything an engine is told, as it stands now. */
export function engineSetup(now: {
  readonly seats: Seats;
  readonly remembering: Remembering;
  readonly record: ConversationRecord;
  readonly skills: readonly Skill[];
  readonly surroundings: Surroundings;
  /** What is shown, for engines that can read as much; null for the others. */
  readonly shown: CanvasShelf | null;
  /** The user's own pace. */
  readonly rate: number;
  /** The turn that is put to the engine by itself, and not as history. */
  readonly asked: string | null;
}): EngineSetup {
  const { seats, remembering, record } = now;
  return {
    persona: enginePersona(seats.speaker, now.rate),
    facts: [...seats.notes(), ...remembering.sentences(), ...(now.shown === null ? [] : canvasNote(now.shown))],
    names: remembering.names(),
    tools: toolDefinitions(skillsOf(now.skills, seats.speaker), now.surroundings),
    history: seats.history(record.turns().filter(({ id }) => id !== now.asked)),
  };
}

/** What this persona can do, and where it must stop. */
export function skillsOf(skills: readonly Skill[], { skills: families, limits }: Persona): readonly Skill[] {
  return [...allowedSkills(skills, families), ...limitSkills(limits)];
}
