import { z } from 'zod';

/**
 * Which skill words ask for, by their meaning: softmax regression over the vectors of `models/embedding`, which knows that
 * "what kind of jobs can I give you" is near "what can you do" though no phrase says so. It names the skill alone; what
 * the skill needs is read from the words by code. Made by `models/language/tuning/skill-choice.ts`.
 */
export interface SkillChoice {
  /** @param vector of the words as `plainWords` writes them @returns every class, the likeliest first; the chances add up to 1 */
  read(vector: Float32Array): readonly LikelySkill[];
}

export interface LikelySkill {
  /**
   * Of a skill; `talk` for what asks for nothing, and `talk/kind`, `talk/plan`, ... where it is known how a listener should take it;
   * `unknown` for what nobody on this computer can know.
   */
  readonly name: string;
  readonly chance: number;
}

/** Reads words by their meaning; empty where the model for it is not there. */
export type ReadSkills = (words: string) => Promise<readonly LikelySkill[]>;

const weightsSchema = z.strictObject({
  /** Id of the embedding model whose vectors are read. */
  embedding: z.string(),
  dimensions: z.number().int().positive(),
  /** Names of skills, `talk`, turns of a talk and `unknown`. */
  skills: z.array(z.string()).min(2),
  scales: z.array(z.number()),
  offsets: z.array(z.number()),
  /** A signed byte for each dimension of each skill, base64. */
  weights: z.base64(),
});
export type SkillChoiceWeights = z.infer<typeof weightsSchema>;

/** @throws ZodError | RangeError for a damaged file */
export function readSkillChoice(json: unknown): SkillChoice {
  const { dimensions, skills, scales, offsets, weights } = weightsSchema.parse(json);
  const bytes = Int8Array.from(Buffer.from(weights, 'base64'));
  if (bytes.length !== dimensions * skills.length) throw new RangeError('The weights of the choice of skills are damaged.');
  return {
    read: (vector) => {
      const scores = skills.map((_, skill) => {
        let sum = 0;
        for (let at = 0; at < dimensions; at += 1) sum += (bytes[skill * dimensions + at] as number) * (vector[at] ?? 0);
        return sum * (scales[skill] ?? 0) + (offsets[skill] ?? 0);
      });
      return chancesOf(scores)
        .map((chance, skill) => ({ name: skills[skill] ?? '', chance }))
        .sort((one, other) => other.chance - one.chance);
    },
  };
}

/** How likely it is that nothing is asked for, whatever turn of a talk it is. */
export function chanceOfTalk(likely: readonly LikelySkill[]): number {
  const ofTalk = likely.filter(({ name }) => name === 'talk' || name.startsWith('talk/'));
  return ofTalk.reduce((sum, { chance }) => sum + chance, 0);
}

/** Softmax: how likely each class is by its score; the chances add up to 1. */
export function chancesOf(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** Words as the choice learnt them: as they are spoken, without capitals and marks. */
export function plainWords(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{M}\p{N}'% ]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
