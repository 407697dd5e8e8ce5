import { z } from 'zod';
import type { ToolDefinition } from '../../../models/speech-to-speech/realtime-model.ts';
import { familyWords } from './family-words.ts';
import { meantArguments } from './meant/meant-arguments.ts';
import { misheardMatcher, phraseMatcher, withinMatcher } from './phrase-matcher.ts';
import type { Skill, SkillContext, SkillResult, Surroundings } from './skill.ts';
import { declined } from './skill-sentences.ts';
import { spokenWords } from './words/spoken-words.ts';

/** Phrases are compiled once per skill and session, however often the engine's setup is renewed. */
const compiled = new WeakMap<Surroundings, WeakMap<Skill, ToolDefinition>>();
/**
 * What saves, refuses, deletes, tells others or leaves this computer must have been asked for in so many words: a small
 * model that misreads a remark must not do it.
 */
const BY_PHRASE_ONLY =
  /^(?:emergency|decline|limit|order|profile)\.|^memory\.(?:forget|notice|ask|search)|^persona\.(?:hand-over|allow|forbid|keep-from|tell-again)|^(?:user\.rename|engine\.switch)$/;
/** Where a wrong word does harm, or where a name makes the whole request: those are taken as they were heard. */
const AS_HEARD_ONLY = /^(?:persona|memory|user|engine|profile)\./;
const NOTHING_AROUND: Surroundings = { knows: () => false, canvas: () => null, menu: () => null };

/**
 * Skills as engines see them: JSON schema for those that call tools, `match` for those that cannot.
 * @param surroundings asked while matching; hand in the same object each time
 */
export function toolDefinitions(skills: readonly Skill[], surroundings: Surroundings = NOTHING_AROUND): readonly ToolDefinition[] {
  const known = compiled.get(surroundings) ?? new WeakMap<Skill, ToolDefinition>();
  compiled.set(surroundings, known);
  let words: ReturnType<typeof familyWords> | null = null;
  return skills.map((skill) => {
    const before = known.get(skill);
    if (before === undefined) words ??= familyWords(skills);
    const tool = before ?? toolDefinition(skill, surroundings, words?.(skill) ?? new Set());
    known.set(skill, tool);
    return tool;
  });
}

/**
 * Runs the skill that an engine called. Whatever goes wrong is a sentence that can be spoken, with the reason in
 * `data.error` for a model: unknown skills, arguments that do not fit, and skills that throw.
 */
export async function runSkill(
  skills: readonly Skill[],
  name: string,
  args: Readonly<Record<string, unknown>>,
  context: SkillContext,
): Promise<SkillResult> {
  const skill = skills.find((candidate) => candidate.name === name);
  if (skill === undefined) return { ...declined("I can't do that here."), data: { error: `There is no skill called ${name}.` } };
  const parameters = skill.parameters.safeParse(args);
  if (!parameters.success) {
    return { sentence: "I didn't get all of that. Please say it again.", data: { error: z.prettifyError(parameters.error) } };
  }
  try {
    return await skill.run(parameters.data, context);
  } catch (failure) {
    return { sentence: 'That did not work.', data: { error: failure instanceof Error ? failure.message : String(failure) } };
  }
}

function toolDefinition(skill: Skill, surroundings: Surroundings, own: ReadonlySet<string>): ToolDefinition {
  const matchPhrases = phraseMatcher(skill.phrases);
  const matchWithin = withinMatcher(skill.phrases);
  const matchMisheard = misheardMatcher(skill.phrases);
  const isReadInParts = !BY_PHRASE_ONLY.test(skill.name) && !AS_HEARD_ONLY.test(skill.name);
  const { $schema: _, ...parameters } = z.toJSONSchema(skill.parameters, { io: 'input' });
  return {
    name: skill.name,
    description: skill.description,
    parameters,
    effect: skill.effect,
    finds: (args) => skill.finds?.(args, surroundings) !== false,
    isMeantNow: () => skill.when?.(surroundings) !== false,
    isOfDanger: skill.isOfDanger === true,
    ...(skill.suspected === undefined ? {} : { suspected: skill.suspected }),
    byPhraseOnly: BY_PHRASE_ONLY.test(skill.name),
    isSpokenOf: (utterance) => spokenWords(utterance).some(({ text }) => own.has(text)),
    matchWithin: (utterance) => {
      if (skill.when?.(surroundings) === false) return null;
      return skill.recogniseWithin?.(utterance, surroundings) ?? (isReadInParts ? matchWithin(utterance) : null);
    },
    matchMisheard: (utterance) => (isReadInParts && skill.when?.(surroundings) !== false ? matchMisheard(utterance) : null),
    readMeant: (meant) => (skill.when?.(surroundings) === false ? null : meantArguments(skill.name, meant, surroundings)),
    match: (utterance) => {
      if (skill.when?.(surroundings) === false) return null;
      return skill.recognise?.(utterance, surroundings) ?? matchPhrases(utterance);
    },
  };
}
