import type { ToolDefinition } from '../realtime-model.ts';
import type { MeantCall } from './meant-call.ts';
import { chanceOf, type LikelySkill, likeliestKind } from './skill-choice.ts';

/** What the meaning of words says of danger, beside the rules that look for it first. */

/**
 * Nobody in danger was below 0.99 of eleven sentences that the rules only doubted, but for two farewells, which are never acquitted;
 * of doubts in 4,804 lines of talk and requests three were above it.
 */
const LEAST_OF_DOUBT = 0.02;

/** Whether the meaning of the words clears them of what a rule only suspects; nothing does where nothing can be read. */
export function isAcquitted(suspected: string, likely: readonly LikelySkill[]): boolean {
  return likely.length > 0 && chanceOf(suspected, likely) < LEAST_OF_DOUBT;
}

/** None of 222 dangers by twenty-two authors is so little a danger by its meaning: the least of them is 0.24. */
const MOST_CONTRADICTED = 0.02;

/** Whether words in which a rule is sure of a danger are surely none by their meaning: then it is asked about, not shouted. */
export function isContradicted(suspected: string, likely: readonly LikelySkill[]): boolean {
  return likely.length > 0 && chanceOf(suspected, likely) < MOST_CONTRADICTED;
}

/**
 * So sure it must be that somebody is in danger where no rule says so; who may harm himself is asked sooner. Of 222 dangers by twenty
 * authors, the last eleven unknown to the net, six are below the first (rules know them), none of self-harm below the second; of 3,900 other
 * sentences three and one are above ("I don't want to see anybody or do anything").
 */
const LEAST_DANGER = { any: 0.8, selfHarm: 0.2 } as const;

/**
 * So much of all danger, and so much danger at all, another kind must be while the rule's own is hardly meant: "the old dust is choking me"
 * is nobody's violence.
 */
const OTHER_KIND = { ofDanger: 0.7, danger: 0.3, ruled: 0.02 } as const;
/** Never taken for another kind: whoever is in a house with smoke or gas leaves it first, whatever else it does to them. */
const STAYS = new Set(['fire', 'gas', 'self-harm']);

/** The kind of danger that words mean, where a rule took them for one that they hardly mean; null where the rule may be right. */
export function otherKind(danger: string, ruled: string, likely: readonly LikelySkill[]): string | null {
  const best = likeliestKind(danger, likely);
  if (STAYS.has(ruled)) return null;
  const all = chanceOf(danger, likely);
  if (best === null || all < OTHER_KIND.danger || best.chance < OTHER_KIND.ofDanger * all) return null;
  return chanceOf(`${danger}/${ruled}`, likely) < OTHER_KIND.ruled ? best.kind : null;
}

/** A danger that no rule knew, with the kind it most likely is; null where that is not nearly certain. */
export function meantDanger(likely: readonly LikelySkill[], tools: readonly ToolDefinition[]): MeantCall | null {
  const tool = tools.find(({ suspected }) => suspected !== undefined);
  if (tool === undefined) return null;
  const isSure = chanceOf(tool.name, likely) >= LEAST_DANGER.any || chanceOf(`${tool.name}/self-harm`, likely) >= LEAST_DANGER.selfHarm;
  return isSure ? { name: tool.name, arguments: tool.suspected?.(likeliestKind(tool.name, likely)?.kind ?? '') ?? {} } : null;
}
