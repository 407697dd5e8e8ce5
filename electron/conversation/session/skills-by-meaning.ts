import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plainWords, type ReadSkills, readSkillChoice } from '../../../models/speech-to-speech/on-device/skill-choice.ts';
import type { Meaning } from './meaning.ts';
import type { ProgramFolders } from './open-conversation.ts';

/** Which skills words ask for by their meaning; while the embedding model is not there, none. @throws ZodError | RangeError for damaged weights */
export async function skillsByMeaning({ assets }: Pick<ProgramFolders, 'assets'>, meaning: Pick<Meaning, 'vectorOf'>): Promise<ReadSkills> {
  const choice = readSkillChoice(JSON.parse(await readFile(join(assets, 'weights', 'parley-skill-choice.json'), 'utf8')));
  return async (words) => {
    const vector = await meaning.vectorOf(plainWords(words));
    return vector === null ? [] : choice.read(vector);
  };
}
