import type { ToolDefinition } from '../../../models/speech-to-speech/realtime-model.ts';
import type { Skill, SkillContext, TimerDesk } from '../skills/skill.ts';

/** What a skill may look at while it only says what it would say. */
const HARMLESS = new Set<PropertyKey>(['now', 'locale', 'timeZone', 'utterance', 'timers']);

/**
 * Tools that can say ahead what they would answer, so that the voice can be made while the user may still go on. Skills
 * without effects run as they are; the others run on desks that keep nothing, or not at all.
 * @param contextOf the capabilities for words that are no turn yet
 */
export function withPreviews(
  tools: readonly ToolDefinition[],
  skills: readonly Skill[],
  contextOf: (utterance: string) => SkillContext,
): readonly ToolDefinition[] {
  return tools.map((tool) => {
    const skill = skills.find(({ name }) => name === tool.name);
    return skill === undefined ? tool : { ...tool, preview: (args, utterance) => preview(skill, args, contextOf(utterance)) };
  });
}

async function preview(skill: Skill, args: Readonly<Record<string, unknown>>, context: SkillContext): Promise<string | null> {
  const parameters = skill.parameters.safeParse(args);
  if (!parameters.success) return null;
  try {
    const { sentence } = await skill.run(parameters.data, skill.effect === 'none' ? context : withoutEffects(context));
    return sentence;
  } catch {
    return null;
  }
}

/** Timers that are set and cancelled here are not; whatever else a skill reaches for ends the preview. */
function withoutEffects(context: SkillContext): SkillContext {
  const timers: TimerDesk = {
    list: () => context.timers.list(),
    set: (durationMs, label) => ({ id: '', label, durationMs, endsAt: new Date(context.now().getTime() + durationMs) }),
    cancel: () => undefined,
  };
  return new Proxy(context, {
    get: (target, name, receiver) => {
      if (!HARMLESS.has(name)) throw new Error(`${String(name)} may be used only after the turn is committed`);
      return name === 'timers' ? timers : Reflect.get(target, name, receiver);
    },
  });
}
