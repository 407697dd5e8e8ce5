import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Persona, personaSchema } from './persona.ts';

interface LoadedPersonas {
  /** By file name; ids are unique. */
  readonly personas: readonly Persona[];
  /** One sentence for each file that could not be used. */
  readonly problems: readonly string[];
}

/** More is no persona but a mistake, or an attack on memory. */
const LARGEST_FILE_CHARACTERS = 20_000;

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
    const persona = await readPersona(join(folder, file));
    if (typeof persona === 'string') problems.push(`The persona file ${file} was left out: ${persona}. Mend or delete it.`);
    else if (personas.some(({ id }) => id === persona.id)) {
      problems.push(`The persona file ${file} was left out: another one has the id "${persona.id}". Give it an id of its own.`);
    } else personas.push(persona);
  }
  return { personas, problems };
}

async function personaFiles(folder: string): Promise<readonly string[] | null> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  } catch {
    return null;
  }
}

/** The persona, or what is wrong with the file, as the middle of a sentence. */
async function readPersona(path: string): Promise<Persona | string> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return 'it cannot be read';
  }
  if (text.length > LARGEST_FILE_CHARACTERS) return 'it is too large for a persona';
  const json = parseJson(text);
  if (json === undefined) return 'it is not valid JSON';
  const persona = personaSchema.safeParse(json);
  return persona.success ? persona.data : firstFault(persona.error);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function firstFault(error: z.ZodError): string {
  const [issue] = error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'the file' : `"${issue.path.join('.')}"`;
  return `${where} is not as it should be (${issue?.message ?? z.prettifyError(error)})`;
}
