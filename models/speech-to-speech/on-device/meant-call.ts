import type { EngineSetup, SaidPart, ToolDefinition } from '../realtime-model.ts';
import type { SkillCall } from './reply-run.ts';
import { chanceOfTalk, type LikelySkill, type ReadSkills } from './skill-choice.ts';

export type MeantCall = Omit<SkillCall, 'callId'>;

/**
 * Below `chance` the words may as well ask for nothing: of 205 sentences of small talk by an author nobody knew, 3 reached it, of
 * 25 requests that no phrase understood, 17. `found` is the same where the words hold what the skill needs, which talk seldom does.
 */
const LEAST = { chance: 0.7, found: 0.5 } as const;
/** What is surely told is told in all of its parts: "the house is so quiet now" asks for nothing. */
const SURELY_TOLD = 0.8;
/** They can hardly mean anything else. */
const SURE = 0.9;
/** A part of what was said is less than the whole: it must be surer. */
const LEAST_OF_PART = { chance: 0.8, found: 0.6 } as const;

/**
 * The skill that words ask for by their meaning, with what it needs from them; null when none is sure. The whole is read first,
 * then its clauses: of those the surest counts.
 */
export async function meantCall(
  words: string,
  { tools, partsOf }: Pick<EngineSetup, 'tools' | 'partsOf'>,
  readSkills: ReadSkills,
): Promise<MeantCall | null> {
  const [whole = { words, plain: words }, ...parts] = partsOf?.(words) ?? [];
  const likely = await likelyIn(whole, readSkills);
  const first = callOf(likely, tools, [words], LEAST);
  if (first !== null || chanceOfTalk(likely) >= SURELY_TOLD) return first?.call ?? null;
  const found: SureCall[] = [];
  for (const part of parts) {
    const one = callOf(await likelyIn(part, readSkills), tools, [part.words, words], LEAST_OF_PART);
    if (one !== null) found.push(one);
  }
  return found.sort((one, other) => other.chance - one.chance)[0]?.call ?? null;
}

/** Both readings together: the plain one knows what is done to things, the other one what is said of these. */
async function likelyIn({ words, plain }: SaidPart, readSkills: ReadSkills): Promise<readonly LikelySkill[]> {
  const said = await readSkills(words);
  if (plain === words) return said;
  const chances = new Map(said.map(({ name, chance }) => [name, chance / 2]));
  for (const { name, chance } of await readSkills(plain)) chances.set(name, (chances.get(name) ?? 0) + chance / 2);
  return [...chances].map(([name, chance]) => ({ name, chance })).sort((one, other) => other.chance - one.chance);
}

interface Least {
  readonly chance: number;
  readonly found: number;
}
interface SureCall {
  readonly call: MeantCall;
  readonly chance: number;
}

/**
 * What cannot be meant, because it is not there now or what it needs was not said, leaves its chance to the others.
 * @param spoken words that may hold what it needs, the likelier first
 */
function callOf(
  likely: readonly LikelySkill[],
  tools: readonly ToolDefinition[],
  spoken: readonly string[],
  least: Least,
): SureCall | null {
  let left = 1;
  for (const { name, chance } of likely) {
    if (chance < least.found * left || !name.includes('.')) return null;
    const tool = tools.find((one) => one.name === name);
    // What may be danger is no order.
    if (tool?.isOfDanger === true) return null;
    const isSure = chance >= SURE * left;
    const given = spoken.map((words) => tool?.readMeant?.(words, isSure)).find((one) => one != null);
    if (given === undefined || given === null) {
      left -= chance;
      continue;
    }
    return chance >= least.chance * left || Object.keys(given).length > 0
      ? { call: { name, arguments: given }, chance: chance / left }
      : null;
  }
  return null;
}

/**
 * Nobody in danger was below it of eight sentences that the rules only doubted, but for two farewells, which are never acquitted;
 * of four doubts in 180 lines of small talk all were.
 */
const LEAST_OF_DOUBT = 0.005;

/** Whether the meaning of the words clears them of what a rule only suspects; nothing does where nothing can be read. */
export function isAcquitted(suspected: string, likely: readonly LikelySkill[]): boolean {
  const { chance } = likely.find(({ name }) => name === suspected) ?? {};
  return chance !== undefined && chance < LEAST_OF_DOUBT;
}

/** So sure it must be against what the words' form says: who asks is told honestly that nobody knows, who tells is listened to. */
const LEAST_SURE = { talk: 0.95, unknown: 0.9 } as const;

/** Whether the words are surely talk that asks for nothing, or surely a question that nobody here can answer; null when that is not sure. */
export function surelyMeant(likely: readonly LikelySkill[]): 'talk' | 'unknown' | null {
  if (chanceOfTalk(likely) >= LEAST_SURE.talk) return 'talk';
  const [best] = likely;
  return best?.name === 'unknown' && best.chance >= LEAST_SURE.unknown ? 'unknown' : null;
}
