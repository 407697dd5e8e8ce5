import type { EngineSetup } from '../../../models/speech-to-speech/realtime-model.ts';
import type { Persona } from '../../ipc/persona-schema.ts';
import { enginePersona } from '../personas/engine-persona.ts';
import { allowedSkills } from '../skills/allowed-skills.ts';
import { limitSkills } from '../skills/limit-skills.ts';
import { toolDefinitions } from '../skills/serve-skills.ts';
import type { Skill, SkillContext } from '../skills/skill.ts';
import type { ConversationRecord } from './conversation-record.ts';
import type { Remembering } from './remembering.ts';
import type { Seats } from './seats.ts';
import { withPreviews } from './skill-previews.ts';

/** Everything an engine is told, as it stands now. */
export function engineSetup(now: {
  readonly seats: Seats;
  readonly remembering: Remembering;
  readonly record: ConversationRecord;
  readonly skills: readonly Skill[];
  /** The user's own pace. */
  readonly rate: number;
  /** The turn that is put to the engine by itself, and not as history. */
  readonly asked: string | null;
  /** What skills may touch, for words that are no turn yet. */
  readonly contextOf: (utterance: string) => SkillContext;
}): EngineSetup {
  const { seats, remembering, record } = now;
  const skills = skillsOf(now.skills, seats.speaker);
  return {
    persona: enginePersona(seats.speaker, now.rate),
    facts: [...seats.notes(), ...remembering.sentences()],
    names: remembering.names(),
    tools: withPreviews(toolDefinitions(skills, remembering.knows), skills, now.contextOf),
    history: seats.history(record.turns().filter(({ id }) => id !== now.asked)),
  };
}

/** What this persona can do, and where it must stop. */
export function skillsOf(skills: readonly Skill[], { skills: families, limits }: Persona): readonly Skill[] {
  return [...allowedSkills(skills, families), ...limitSkills(limits)];
}
