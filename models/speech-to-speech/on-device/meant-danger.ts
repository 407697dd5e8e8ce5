import type { ToolDefinition } from '../realtime-model.ts';
import type { MeantCall } from './meant-call.ts';
import { chanceOf, chanceOfTalk, type LikelySkill, likeliestKind } from './skill-choice.ts';

/** What the meaning of words says of danger, beside the rules that look for it first. */

/**
 * Nobody in danger was below it of eight sentences that the rules only doubted, but for two farewells, which are never acquitted;
 * of four doubts in 180 lines of small talk all were.
 */
const LEAST_OF_DOUBT = 0.005;

/** Whether the meaning of the words clears them of what a rule only suspects; nothing does where nothing can be read. */
export function isAcquitted(suspected: string, likely: readonly LikelySkill[]): boolean {
  return likely.length > 0 && chanceOf(suspected, likely) < LEAST_OF_DOUBT;
}

/** Of 190 dangers none was so surely talk: the least likely of them was 0.16. */
const CONTRADICTED = { danger: 0.02, talk: 0.95 } as const;

/** Whether words in which a rule is sure of a danger are surely talk by their meaning: then it is asked about, not shouted. */
export function isContradicted(suspected: string, likely: readonly LikelySkill[]): boolean {
  return chanceOf(suspected, likely) < CONTRADICTED.danger && chanceOfTalk(likely) >= CONTRADICTED.talk;
}

/**
 * So sure it must be that somebody is in danger where no rule says so: of 64 dangers by eight authors of whom no danger was learned 63 are
 * (the other one a rule knows), and 4 of 3,980 other sentences.
 */
const LEAST_DANGER = 0.8;

/** A danger that no rule knew, with the kind it most likely is; null where that is not nearly certain. */
export function meantDanger(likely: readonly LikelySkill[], tools: readonly ToolDefinition[]): MeantCall | null {
  const tool = tools.find(({ suspected }) => suspected !== undefined);
  if (tool === undefined || chanceOf(tool.name, likely) < LEAST_DANGER) return null;
  return { name: tool.name, arguments: tool.suspected?.(likeliestKind(tool.name, likely)?.kind ?? '') ?? {} };
}
