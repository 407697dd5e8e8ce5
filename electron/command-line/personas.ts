import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadPersonas, readPersonaFile } from '../conversation/personas/load-personas.ts';
import { PersonaDesk, type PersonaDocuments } from '../conversation/personas/persona-desk.ts';
import { exportPersonaFile } from '../conversation/personas/persona-file.ts';
import { ProblemError } from '../ipc/derive-ipc.ts';
import type { Persona } from '../ipc/persona-schema.ts';
import { Scope } from '../lifetime/scope.ts';
import type { CommandIo } from './command-io.ts';
import { programFolders } from './program-folders.ts';
import { openTalkProfile } from './talk-profile.ts';

const VERBS = ['list', 'show', 'import', 'export'] as const;

interface PersonasOptions {
  readonly verb: string;
  readonly name: string | undefined;
  readonly out: string | null;
  readonly profile: string | null;
  readonly json: boolean;
}

/**
 * `parley personas list | show ID | import FILE | export ID [--out FILE] [--profile DIR] [--json]`
 * @param assets where the built-in ones lie
 */
export async function runPersonas(args: readonly string[], io: CommandIo, assets = () => programFolders().assets): Promise<number> {
  const options = readOptions(args);
  const scope = new Scope('personas');
  try {
    const { personas, problems } = await loadPersonas(join(assets(), 'personas'));
    for (const problem of problems) io.err(problem);
    const { documents, keeps } = await openDocuments(scope, options.profile, io);
    return await run(options, { desk: new PersonaDesk(personas, () => documents), keeps }, io);
  } catch (failure) {
    if (!(failure instanceof ProblemError)) throw failure;
    io.err(`${failure.problem.message} ${failure.problem.whatToDo}`);
    return 1;
  } finally {
    await scope.close();
  }
}

function readOptions(args: readonly string[]): PersonasOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' }, profile: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [verb = 'list', name] = positionals;
  return { verb, name, out: values.out ?? null, profile: values.profile ?? null, json: values.json };
}

async function run(
  { verb, name, out, json }: PersonasOptions,
  { desk, keeps }: { readonly desk: PersonaDesk; readonly keeps: boolean },
  io: CommandIo,
): Promise<number> {
  if (verb === 'list') return list(desk, json, io);
  if (!VERBS.some((known) => known === verb)) return fail(`There is no "personas ${verb}"; it is one of ${VERBS.join(', ')}.`, io);
  if (name === undefined)
    return fail(`Name ${verb === 'import' ? 'a file' : 'a persona'}: personas ${verb} ${verb === 'import' ? 'FILE' : 'ID'}`, io);
  if (verb === 'import') return keeps ? await take(desk, name, json, io) : fail(NOT_KEPT, io);
  const persona = desk.list().find(({ id }) => id === name);
  if (persona === undefined)
    return fail(
      `There is no persona "${name}"; there are ${desk
        .list()
        .map(({ id }) => id)
        .join(', ')}.`,
      io,
    );
  if (verb === 'show') return show(persona, json, io);
  return await give(persona, out, io);
}

const NOT_KEPT = 'An imported persona needs a profile that keeps it: add --profile DIR and set PARLEY_PASSPHRASE.';

function list(desk: PersonaDesk, json: boolean, io: CommandIo): number {
  const cards = desk.cards();
  if (json) io.out(JSON.stringify({ personas: cards.map(({ avatar: _, ...card }) => card) }, null, 2));
  else
    for (const { id, name, builtIn, roles } of cards)
      io.out(`${id.padEnd(24)} ${name.padEnd(20)} ${builtIn ? 'built in' : 'yours'}${roles.length > 0 ? `, ${roles.join(', ')}` : ''}`);
  return 0;
}

function show(persona: Persona, json: boolean, io: CommandIo): number {
  if (json) {
    io.out(exportPersonaFile(persona).trimEnd());
    return 0;
  }
  const { voice, manner } = persona;
  const lines: Record<string, string> = {
    name: persona.name,
    character: persona.character,
    about: persona.about,
    roles: persona.roles.join(', ') || '-',
    greeting: persona.greeting,
    refusal: persona.refusal,
    notices: manner.notices,
    sentences: `${manner.mostSentences} at most`,
    ending: manner.ending,
    voice: `${voice.voiceId}, pace ${voice.rate}, pitch ${voice.pitch}, formants ${voice.formant}`,
    patience: String(persona.patience),
    language: persona.language,
    picture: persona.avatar.startsWith('data:') ? 'its own' : persona.avatar,
    skills: persona.skills?.join(', ') ?? 'all',
    'about you': persona.knowsAboutMe ? 'knows it, unless you forbid it' : 'knows nothing, unless you allow it',
  };
  for (const [label, value] of Object.entries(lines)) io.out(`${label.padEnd(10)} ${value}`);
  for (const { topic, sentence } of persona.limits) io.out(`${topic.padEnd(10)} ${sentence}`);
  return 0;
}

async function take(desk: PersonaDesk, path: string, json: boolean, io: CommandIo): Promise<number> {
  const read = await readPersonaFile(path);
  if ('problem' in read) return fail(`${path} was not imported: ${read.problem}.`, io);
  const { persona, warnings } = desk.take(read);
  for (const warning of warnings) io.err(warning);
  if (json) io.out(JSON.stringify({ id: persona.id, name: persona.name, warnings }, null, 2));
  else io.out(`${persona.name} is here, as "${persona.id}".`);
  return 0;
}

async function give(persona: Persona, out: string | null, io: CommandIo): Promise<number> {
  const text = exportPersonaFile(persona);
  if (out === null) io.out(text.trimEnd());
  else {
    await writeFile(out, text);
    io.out(`${persona.name} is in ${out}.`);
  }
  return 0;
}

async function openDocuments(
  scope: Scope,
  folder: string | null,
  io: CommandIo,
): Promise<{ readonly documents: PersonaDocuments; readonly keeps: boolean }> {
  if (folder === null) return { documents: NO_DOCUMENTS, keeps: false };
  const profile = await openTalkProfile(scope, folder, io.err);
  return { documents: profile.store.documents, keeps: profile.keeping === 'kept' };
}

/** Without a profile there are only those that came with Parley. */
const NO_DOCUMENTS: PersonaDocuments = { list: () => [], put: () => undefined, remove: () => undefined };

function fail(sentence: string, io: CommandIo): number {
  io.err(sentence);
  return 1;
}
