import type { EngineSetup, MeantRequest, SaidPart, ToolDefinition } from '../realtime-model.ts';
import type { SkillCall } from './reply-run.ts';
import { chanceOfTalk, type LikelySkill, type MeantWords, type ReadMeaning } from './skill-choice.ts';

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
  readMeaning: ReadMeaning,
): Promise<MeantCall | null> {
  const [whole = { words, plain: words }, ...parts] = partsOf?.(words) ?? [];
  const read = await readingOf(whole, readMeaning);
  const spoken: Spoken = { utterance: words, spans: read.spans };
  const first = callOf(read.likely, tools, [spoken], LEAST);
  if (first !== null || chanceOfTalk(read.likely) >= SURELY_TOLD) return first?.call ?? null;
  const found: SureCall[] = [];
  for (const part of parts) {
    const { likely, spans } = await readingOf(part, readMeaning);
    const one = callOf(likely, tools, [{ utterance: part.words, spans }, spoken], LEAST_OF_PART);
    if (one !== null) found.push(one);
  }
  return found.sort((one, other) => other.chance - one.chance)[0]?.call ?? null;
}

/** A phrase for what they hardly mean (below `phrased`) gives way to what they surely mean. */
const INSTEAD = { phrased: 0.02, chance: 0.8, found: 0.8 } as const;

/** The skill that words surely ask for where a phrase took them for another one; null where the phrase may be right. */
export async function meantInstead(
  phrased: ToolDefinition,
  words: string,
  { tools, partsOf }: Pick<EngineSetup, 'tools' | 'partsOf'>,
  readMeaning: ReadMeaning,
): Promise<MeantCall | null> {
  const [whole = { words, plain: words }] = partsOf?.(words) ?? [];
  const { likely, spans } = await readingOf(whole, readMeaning);
  // What the model never heard of it cannot judge: several changes in one sentence are no single one of them.
  const isKnown = likely.some(({ name }) => name === phrased.name);
  if (chanceOf(phrased.name, likely) >= INSTEAD.phrased || (!isKnown && phrased.effect === 'writes')) return null;
  return callOf(likely, tools, [{ utterance: words, spans }], INSTEAD)?.call ?? null;
}

/** So sure the marks must be to be believed before a phrase, and before one that only stands within the words. */
const LEAST_MARKED = { part: 0.7, instead: 0.9 } as const;

/** May be left out of an argument: it belongs to the asking. */
const OF_THE_ASKING = new Set(
  'a an the my our your his her their some any this that it them there here on in at to for of with as by list table plan please too also well now down up and be is me us'.split(
    ' ',
  ),
);

/**
 * A phrase's call with what the model marks: an argument the phrase left out (what an alarm is for), or less where it took too much for
 * one ("put *wipes on there and satsumas*"). The call as it stands where the model is not sure of the skill, or of the words.
 */
export async function refined(
  { name, arguments: phrased, isWithin }: MeantCall & { readonly isWithin: boolean },
  words: string,
  { tools, partsOf }: Pick<EngineSetup, 'tools' | 'partsOf'>,
  readMeaning: ReadMeaning,
): Promise<MeantCall> {
  const [whole = { words, plain: words }] = partsOf?.(words) ?? [];
  const { likely, spans } = await readingOf(whole, readMeaning);
  const least = Math.min(...spans.map(({ chance }) => chance));
  const isSure = chanceOf(name, likely) >= SURE && spans.length > 0 && least >= LEAST_MARKED.part;
  const tool = isSure ? tools.find((one) => one.name === name) : undefined;
  const marked = tool?.readMeant?.({ utterance: words, isSure, spans }) ?? {};
  const told = new Set(wordsIn(Object.values(phrased).join(' ')));
  const better = Object.entries(marked).filter(([key, value]) =>
    phrased[key] === undefined
      ? !wordsIn(`${value}`).some((word) => told.has(word))
      : (isWithin && least >= LEAST_MARKED.instead && !isAmong(`${value}`, `${phrased[key]}`)) || isPartOf(`${value}`, `${phrased[key]}`),
  );
  return { name, arguments: { ...phrased, ...Object.fromEntries(better) } };
}

/** Says nothing that the phrase has not: it would only lose words. */
function isAmong(value: string, phrased: string): boolean {
  const all = new Set(wordsIn(phrased));
  return wordsIn(value).every((word) => all.has(word));
}

/** The words of the phrase in their order, but for some that only ask. */
function isPartOf(value: string, phrased: string): boolean {
  const few = wordsIn(value);
  let at = 0;
  for (const word of wordsIn(phrased)) {
    if (word === few[at]) at += 1;
    else if (!OF_THE_ASKING.has(word)) return false;
  }
  return few.length > 0 && at === few.length;
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
}

/** Both readings together: the plain one knows what is done to things, the other one what is said of these. */
async function readingOf({ words, plain }: SaidPart, readMeaning: ReadMeaning): Promise<MeantWords> {
  const said = await readMeaning(words);
  if (plain === words) return said;
  const named = await readMeaning(plain);
  const chances = new Map(said.likely.map(({ name, chance }) => [name, chance / 2]));
  for (const { name, chance } of named.likely) chances.set(name, (chances.get(name) ?? 0) + chance / 2);
  const likely = [...chances].map(([name, chance]) => ({ name, chance })).sort((one, other) => other.chance - one.chance);
  return { likely, spans: said.spans.length > 0 ? said.spans : named.spans };
}

type Spoken = Pick<MeantRequest, 'utterance' | 'spans'>;

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
  spoken: readonly Spoken[],
  least: Least,
): SureCall | null {
  let left = 1;
  for (const { name, chance } of likely) {
    if (chance < least.found * left || !name.includes('.')) return null;
    const tool = tools.find((one) => one.name === name);
    // What may be danger is no order.
    if (isOfDanger(name, tools)) return null;
    const isSure = chance >= SURE * left;
    const given = spoken.map((one) => tool?.readMeant?.({ ...one, isSure })).find((one) => one != null);
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
  return likely.length > 0 && chanceOf(suspected, likely) < LEAST_OF_DOUBT;
}

/** Of 158 dangers by authors of whom nothing was learned none was so surely talk. */
const CONTRADICTED = { danger: 0.02, talk: 0.95 } as const;

/** Whether words in which a rule is sure of a danger are surely talk by their meaning: then it is asked about, not shouted. */
export function isContradicted(suspected: string, likely: readonly LikelySkill[]): boolean {
  return chanceOf(suspected, likely) < CONTRADICTED.danger && chanceOfTalk(likely) >= CONTRADICTED.talk;
}

/** So sure it must be that somebody is in danger where no rule says so: 154 of 158 dangers by authors unknown, 5 of 3,052 other sentences. */
const LEAST_DANGER = 0.55;

/** A danger that no rule knew, with the kind it most likely is; null where that is not nearly certain. */
export function meantDanger(likely: readonly LikelySkill[], tools: readonly ToolDefinition[]): MeantCall | null {
  const tool = tools.find(({ suspected }) => suspected !== undefined);
  if (tool === undefined || chanceOf(tool.name, likely) < LEAST_DANGER) return null;
  const kind = likely.find(({ name }) => name.startsWith(`${tool.name}/`))?.name.slice(tool.name.length + 1) ?? '';
  return { name: tool.name, arguments: tool.suspected?.(kind) ?? {} };
}

function isOfDanger(name: string, tools: readonly ToolDefinition[]): boolean {
  return tools.some((tool) => tool.isOfDanger === true && (name === tool.name || name.startsWith(`${tool.name}/`)));
}

/** Of all its kinds together. */
function chanceOf(skill: string, likely: readonly LikelySkill[]): number {
  return likely.reduce((sum, { name, chance }) => (name === skill || name.startsWith(`${skill}/`) ? sum + chance : sum), 0);
}

/** So sure it must be against what the words' form says: who asks is told honestly that nobody knows, who tells is listened to. */
const LEAST_SURE = { talk: 0.95, unknown: 0.75, unknownAnswer: 0.9 } as const;

/** Whether the words are surely talk that asks for nothing, or surely a question that nobody here can answer; null when that is not sure. @param isAnswer what answers a question is seldom one */
export function surelyMeant(likely: readonly LikelySkill[], isAnswer = false): 'talk' | 'unknown' | null {
  if (chanceOfTalk(likely) >= LEAST_SURE.talk) return 'talk';
  const [best] = likely;
  const least = isAnswer ? LEAST_SURE.unknownAnswer : LEAST_SURE.unknown;
  return best?.name === 'unknown' && best.chance >= least ? 'unknown' : null;
}
