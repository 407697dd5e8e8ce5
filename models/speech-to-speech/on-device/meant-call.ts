import type { ToolDefinition } from '../realtime-model.ts';
import type { SkillCall } from './reply-run.ts';
import type { LikelySkill } from './skill-choice.ts';

export type MeantCall = Omit<SkillCall, 'callId'>;

/**
 * Below it the words may as well ask for nothing. Of 205 sentences of small talk by an author nobody knew, 3 reached it, of 25
 * requests that no phrase understood, 17.
 */
const LEAST_CHANCE = 0.7;
/** The same where the words hold what the skill needs, which talk seldom does. */
const LEAST_CHANCE_FOUND = 0.5;

/**
 * The skill that words ask for by their meaning, with what it needs from them; null when none is sure. What cannot be meant,
 * because it is not there now or what it needs was not said, leaves its chance to the others.
 */
export function meantCall(likely: readonly LikelySkill[], tools: readonly ToolDefinition[], words: string): MeantCall | null {
  let left = 1;
  for (const { name, chance } of likely) {
    if (chance < LEAST_CHANCE_FOUND * left || !name.includes('.')) return null;
    const given = tools.find((tool) => tool.name === name)?.readMeant?.(words);
    if (given == null) {
      left -= chance;
      continue;
    }
    return chance >= LEAST_CHANCE * left || Object.keys(given).length > 0 ? { name, arguments: given } : null;
  }
  return null;
}

/** So sure it must be against what the words' form says: who asks is told honestly that nobody knows, who tells is listened to. */
const LEAST_SURE = { talk: 0.95, unknown: 0.9 } as const;

/** Whether the words are surely talk that asks for nothing, or surely a question that nobody here can answer; null when that is not sure. */
export function surelyMeant(likely: readonly LikelySkill[]): 'talk' | 'unknown' | null {
  const [best] = likely;
  if (best?.name !== 'talk' && best?.name !== 'unknown') return null;
  return best.chance >= LEAST_SURE[best.name] ? best.name : null;
}
