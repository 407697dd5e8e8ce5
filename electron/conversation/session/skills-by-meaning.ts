import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plainWords, type ReadSkills, readSkillChoice, type SkillChoice } from '../../../models/speech-to-speech/on-device/skill-choice.ts';
import type { Meaning } from './meaning.ts';
import type { ProgramFolders } from './open-conversation.ts';

/**
 * Which skills words ask for by their meaning; none while the embedding model is not there. The weights are read when they are
 * first wanted, so that a start does not wait for them.
 * @param failed they are missing or damaged, told once: phrases alone are understood from then on
 */
export function skillsByMeaning(
  { assets }: Pick<ProgramFolders, 'assets'>,
  meaning: Pick<Meaning, 'vectorOf'>,
  failed: (failure: unknown) => void,
): ReadSkills {
  let choice: Promise<SkillChoice | null> | null = null;
  const open = async (): Promise<SkillChoice | null> => {
    try {
      return readSkillChoice(JSON.parse(await readFile(join(assets, 'weights', 'parley-skill-choice.json'), 'utf8')));
    } catch (failure) {
      failed(failure);
      return null;
    }
  };
  return async (words) => {
    const vector = await meaning.vectorOf(plainWords(words));
    if (vector === null) return [];
    choice ??= open();
    return (await choice)?.read(vector) ?? [];
  };
}
