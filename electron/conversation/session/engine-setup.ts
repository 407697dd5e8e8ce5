import type { EngineSetup, RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import type { Persona } from '../../ipc/persona-schema.ts';
import { enginePersona } from '../personas/engine-persona.ts';
import { allowedSkills, offeredSkills } from '../skills/allowed-skills.ts';
import { shownWords } from '../skills/canvas/shown-words.ts';
import { limitSkills } from '../skills/limit-skills.ts';
import { saidParts } from '../skills/meant/said-parts.ts';
import { toolDefinitions } from '../skills/serve-skills.ts';
import type { Skill, Surroundings } from '../skills/skill.ts';
import { canvasNote } from './canvas-desk.ts';
import { unspokenReply } from './reply.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { type SessionVerbs, skillContext } from './skill-desks.ts';
import { withPreviews } from './skill-previews.ts';

/** Everything an engine is told, as it stands now. */
export function engineSetup(
  dependencies: SessionDependencies,
  verbs: SessionVerbs,
  now: {
    readonly surroundings: Surroundings;
    /** The user's own pace. */
    readonly rate: number;
    /** Turns that are put to the engine by themselves, and not as history. */
    readonly asked: readonly (string | null)[];
    /** Where it is put to. */
    readonly model: RealtimeModel;
  },
): EngineSetup {
  const { seats, remembering, record, canvases } = verbs;
  const { runsOn } = now.model.capabilities;
  const skills = offeredSkills(skillsOf(dependencies.skills, seats.speaker), runsOn);
  // The embedded model forgets what it is doing if it reads long.
  const shown = runsOn === 'host' ? canvasNote(canvases) : [];
  const contextOf = (words: string) => skillContext(dependencies, verbs, unspokenReply(words, seats.speaker.id));
  return {
    persona: enginePersona(seats.speaker, now.rate),
    facts: [...seats.notes(), ...remembering.sentences(), ...shown],
    names: remembering.names(),
    tools: withPreviews(toolDefinitions(skills, now.surroundings), skills, contextOf),
    shown: () => shownWords(now.surroundings.canvas()),
    partsOf: (utterance) => saidParts(utterance, now.surroundings.canvas()),
    ...dependencies.thinking?.setupOf(now.model),
    history: seats.history(record.turns().filter(({ id }) => !now.asked.includes(id))),
  };
}

/** What this persona can do, and where it must stop. */
export function skillsOf(skills: readonly Skill[], { skills: families, limits }: Persona): readonly Skill[] {
  return [...allowedSkills(skills, families), ...limitSkills(limits)];
}
