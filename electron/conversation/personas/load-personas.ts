import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LARGEST_PERSONA_FILE_BYTES, type Persona } from '../../ipc/persona-schema.ts';
import { parsePersonaFile, type ReadPersonaFile } from './persona-file.ts';

interface LoadedPersonas {
  /** By file name; ids are unique. */
  readonly personas: readonly Persona[];
  /** One sentence for each file that could not be used. */
  readonly problems: readonly string[];
}

/**
 * Reads every `*.json` of a folder. A broken file is a sentence in `problems`; the others still load. A folder that
 * cannot be read is a problem too, never an exception.
 */
export async function loadPersonas(folder: string): Promise<LoadedPersonas> {
  const files = await personaFiles(folder);
  if (files === null) return { personas: [], problems: [`The folder of personas ${folder} cannot be read. Install Parley again.`] };
  const personas: Persona[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const read = await readPersonaFile(join(folder, file));
    if ('problem' in read) problems.push(`The persona file ${file} was left out: ${read.problem}. Mend or delete it.`);
    else if (personas.some(({ id }) => id === read.persona.id)) {
      problems.push(`The persona file ${file} was left out: another one has the id "${read.persona.id}". Give it an id of its own.`);
    } else personas.push(read.persona);
  }
  return { personas, problems };
}

/** A file is measured before it is read: 50 MB are never in memory. */
export async function readPersonaFile(path: string): Promise<ReadPersonaFile> {
  try {
    if ((await stat(path)).size > LARGEST_PERSONA_FILE_BYTES) return { problem: 'it is larger than 1 MB, and a persona never is' };
    return parsePersonaFile(await readFile(path, 'utf8'));
  } catch {
    return { problem: 'it cannot be read' };
  }
}

async function personaFiles(folder: string): Promise<readonly string[] | null> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  } catch {
    return null;
  }
}
