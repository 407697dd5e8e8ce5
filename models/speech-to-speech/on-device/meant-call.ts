import type { EngineSetup, MeantRequest, SaidPart, ToolDefinition } from '../realtime-model.ts';
import type { SkillCall } from './reply-run.ts';
import { chanceOf, chanceOfTalk, isOfSkill, type LikelySkill, type MeantWords, NOTHING_MEANT, type ReadMeaning } from './skill-choice.ts';

export type MeantCall = Omit<SkillCall, 'callId'>;

/**
 * Below `chance` the words may as well ask for nothing: of 180 lines of small talk by an author nobody knew none called a skill by its
 * meaning. `found` is the same where the words hold what the skill needs, which talk seldom does.
 */
const LEAST = { chance: 0.7, found: 0.5 } as const;
/** What is surely told is told in all of its parts: "the house is so quiet now" asks for nothing. */
const SURELY_TOLD = 0.8;
/** They can hardly mean anything else. */
export const SURE = 0.9;
/** A part of what was said is less than the whole: it must be surer. */
const LEAST_OF_PART = { chance: 0.8, found: 0.6 } as const;

/**
 * The skill that words ask for by their meaning, with what it needs from them; null when none is sure. The whole is read first,
 * then its clauses: of those the surest counts.
 */
export async function meantCall(
  words: string,
  { tools, partsOf }: Pick<EngineSetup, 'tools' | 'partsOf'>,
  readMeaning: ReadMeaning,
): Promise<MeantCall | null> {
  const [whole = { words, plain: words }, ...parts] = partsOf?.(words) ?? [];
  const read = await readingOf(whole, readMeaning);
  const spoken: Spoken = { utterance: words, spans: read.spans };
  const first = callOf(read.likely, tools, [spoken], LEAST);
  if (first !== null || chanceOfTalk(read.likely) >= SURELY_TOLD) return first?.call ?? null;
  // All are asked for at once: their readings follow each other without a way back between them.
  const readings = await Promise.all(parts.map((part) => readingOf(part, readMeaning)));
  const found = parts.flatMap((part, at) => {
    const { likely, spans } = readings[at] ?? NOTHING_MEANT;
    return callOf(likely, tools, [{ utterance: part.words, spans }, spoken], LEAST_OF_PART) ?? [];
  });
  return found.sort((one, other) => other.chance - one.chance)[0]?.call ?? null;
}

/** A phrase for what they hardly mean (below `phrased`) gives way to what they surely mean. */
const INSTEAD = { phrased: 0.03, chance: 0.8, found: 0.8 } as const;

/** The skill that words surely ask for where a phrase took them for another one; null where the phrase may be right. */
export function meantInstead(phrased: ToolDefinition, spoken: ReadWords, tools: readonly ToolDefinition[]): MeantCall | null {
  // What the model never heard of it cannot judge: several changes in one sentence are no single one of them.
  const mayJudge = isKnown(phrased, spoken.likely) || phrased.effect !== 'writes';
  if (!mayJudge || chanceOf(phrased.name, spoken.likely) >= INSTEAD.phrased) return null;
  return callOf(spoken.likely, tools, [spoken], INSTEAD)?.call ?? null;
}

/** Whether what a phrase found within the words is surely not asked for: they tell something, or ask what nobody here can know. */
export function isSurelyNot(phrased: ToolDefinition, likely: readonly LikelySkill[]): boolean {
  return isKnown(phrased, likely) && chanceOf(phrased.name, likely) < INSTEAD.phrased && surelyMeant(likely) !== null;
}

function isKnown(tool: ToolDefinition, likely: readonly LikelySkill[]): boolean {
  return likely.some(({ name }) => isOfSkill(name, tool.name));
}

/** An utterance with what it means as a whole. */
export type ReadWords = MeantWords & { readonly utterance: string };

/** Reads it as it was said and, where something is shown, plainly named. */
export async function readWhole(
  utterance: string,
  { partsOf }: Pick<EngineSetup, 'partsOf'>,
  readMeaning: ReadMeaning,
): Promise<ReadWords> {
  const [whole = { words: utterance, plain: utterance }] = partsOf?.(utterance) ?? [];
  return { utterance, ...(await readingOf(whole, readMeaning)) };
}

/** Both readings together: the plain one knows what is done to things, the other one what is said of these. */
async function readingOf({ words, plain }: SaidPart, readMeaning: ReadMeaning): Promise<MeantWords> {
  if (plain === words) return readMeaning(words);
  const [said, named] = await Promise.all([readMeaning(words), readMeaning(plain)]);
  const chances = new Map(said.likely.map(({ name, chance }) => [name, chance / 2]));
  for (const { name, chance } of named.likely) chances.set(name, (chances.get(name) ?? 0) + chance / 2);
  const likely = [...chances].map(([name, chance]) => ({ name, chance })).sort((one, other) => other.chance - one.chance);
  return { likely, spans: said.spans.length > 0 ? said.spans : named.spans };
}

type Spoken = Pick<MeantRequest, 'utterance' | 'spans'>;

/** Of all kinds of a skill: below it may as well be another one. */
const LEAST_OF_KIND = 0.6;

/** The kinds of a skill together, with the likeliest of them where it stands out: `math.compute/minus` and `math.compute/plus`. */
function bySkill(likely: readonly LikelySkill[]): readonly (LikelySkill & Pick<MeantRequest, 'kind'>)[] {
  const kinds = new Map<string, LikelySkill[]>();
  for (const one of likely) kinds.set(skillOf(one.name), [...(kinds.get(skillOf(one.name)) ?? []), one]);
  const skills = [...kinds].map(([name, [best, ...others]]) => {
    const chance = others.reduce((sum, one) => sum + one.chance, best?.chance ?? 0);
    const kind = best === undefined || best.chance < LEAST_OF_KIND * chance ? undefined : best.name.split('/')[1];
    return { name, chance, kind };
  });
  return skills.sort((one, other) => other.chance - one.chance);
}

/** Turns of a talk are no kinds of a skill. */
function skillOf(name: string): string {
  return name.includes('.') ? (name.split('/')[0] ?? name) : name;
}

interface Least {
  readonly chance: number;
  readonly found: number;
}
interface SureCall {
  readonly call: MeantCall;
  readonly chance: number;
}

/** However little is left by what cannot be meant: a sum that cannot be read sets no timer. */
const LEAST_OF_ALL = 0.1;

/**
 * What cannot be meant, because it is not there now or what it needs was not said, leaves its chance to the others.
 * @param spoken words that may hold what it needs, the likelier first
 */
function callOf(
  likely: readonly LikelySkill[],
  tools: readonly ToolDefinition[],
  spoken: readonly Spoken[],
  least: Least,
): SureCall | null {
  let left = 1;
  for (const { name, kind, chance } of bySkill(likely)) {
    if (chance < Math.max(least.found * left, LEAST_OF_ALL) || !name.includes('.')) return null;
    const tool = tools.find((one) => one.name === name);
    // What may be danger is no order.
    if (isOfDanger(name, tools)) return null;
    const isSure = chance >= SURE * left;
    const given = spoken.map((one) => tool?.readMeant?.({ ...one, isSure, kind })).find((one) => one != null);
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

/** So sure it must be against what the words' form says: who asks is told honestly that nobody knows, who tells is listened to. */
const LEAST_SURE = { talk: 0.95, unknown: 0.75, unknownAnswer: 0.9 } as const;

/**
 * Whether the words are surely talk that asks for nothing, or surely a question that nobody here can answer; null when that is not sure.
 * @param isAnswer what answers a question is seldom one
 */
export function surelyMeant(likely: readonly LikelySkill[], isAnswer = false): 'talk' | 'unknown' | null {
  if (chanceOfTalk(likely) >= LEAST_SURE.talk) return 'talk';
  const [best] = likely;
  const least = isAnswer ? LEAST_SURE.unknownAnswer : LEAST_SURE.unknown;
  return best?.name === 'unknown' && best.chance >= least ? 'unknown' : null;
}

function isOfDanger(name: string, tools: readonly ToolDefinition[]): boolean {
  return tools.some((tool) => tool.isOfDanger === true && isOfSkill(name, tool.name));
}
