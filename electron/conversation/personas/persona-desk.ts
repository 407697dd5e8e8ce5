import { z } from 'zod';
import { ProblemError } from '../../ipc/derive-ipc.ts';
import { PERSONA_VERSION, type Persona, type PersonaCard, type PersonaDraft, personaSchema } from '../../ipc/persona-schema.ts';
import { dayOf, greetingDue } from './greeting.ts';
import { exportPersonaFile, firstFault, parsePersonaFile } from './persona-file.ts';
import { plainText } from './plain-text.ts';
import { uniqueId, uniqueName } from './unique-name.ts';
import { isAbout, type Wall } from './walls.ts';

/** Where the user's own personas and the walls are kept: the documents of a profile. */
export interface PersonaDocuments {
  list(kind: 'persona' | 'wall'): readonly unknown[];
  put(kind: 'persona' | 'wall', id: string, document: unknown, words: string): void;
  remove(...ids: readonly string[]): void;
}

/** More is no exception but a rule. */
export const MOST_EXCEPTIONS = 2000;

const keptWallSchema = z.strictObject({
  personaId: z.string(),
  knowsAboutMe: z.boolean(),
  exceptAbout: z.array(z.string().max(120)).max(500),
  told: z.array(z.string().max(80)).max(MOST_EXCEPTIONS).default([]),
  notTold: z.array(z.string().max(80)).max(MOST_EXCEPTIONS).default([]),
  /** The day it last greeted, null = never. */
  greetedOn: z.string().nullable(),
});
type KeptWall = z.infer<typeof keptWallSchema>;

/** Document ids are shared by all kinds. */
const personaKey = (id: string) => `persona-${id}`;
const wallKey = (id: string) => `wall-${id}`;

/** A persona that a later Parley kept, or a damaged one, is left where it is and not used. */
export class PersonaDesk {
  readonly #builtIn: readonly Persona[];
  readonly #documents: () => PersonaDocuments;

  /** @param documents asked at every use: a profile may be unlocked later */
  constructor(builtIn: readonly Persona[], documents: () => PersonaDocuments) {
    this.#builtIn = builtIn;
    this.#documents = documents;
  }

  /** Built-in ones first, then the user's own, each by name. */
  list(): readonly Persona[] {
    const byName = (left: Persona, right: Persona) => left.name.localeCompare(right.name);
    return [...[...this.#builtIn].sort(byName), ...[...this.#own()].sort(byName)];
  }

  cards(): PersonaCard[] {
    return this.list().map(({ id, name, character, tone, roles, about, avatar }) => {
      const { knowsAboutMe, exceptAbout } = this.wall(id);
      return {
        id,
        name,
        character,
        tone,
        roles: [...roles],
        about,
        avatar,
        builtIn: this.#isBuiltIn(id),
        knowsAboutMe,
        exceptAbout: [...exceptAbout],
      };
    });
  }

  /** @throws ProblemError 'persona-not-there' */
  read(id: string): Persona {
    const persona = this.list().find((candidate) => candidate.id === id);
    if (persona !== undefined) return persona;
    throw problem('persona-not-there', 'That persona is not there any more.', 'Choose another.');
  }

  /**
   * Keeps a draft: a new persona, or a new form of the user's own.
   * @throws ProblemError 'persona-fault' | 'persona-built-in' | 'persona-not-there'
   */
  save(draft: PersonaDraft): Persona {
    const { courtesies, ...written } = draft;
    let isSomebodyElse = false;
    if (draft.id !== null) {
      isSomebodyElse = this.read(draft.id).character !== draft.character;
      if (this.#isBuiltIn(draft.id)) throw builtInProblem('changed');
    }
    const others = this.list().filter(({ id }) => id !== draft.id);
    const id = draft.id ?? uniqueId(draft.name, this.list());
    // Another character does not greet in the words of the one before.
    const persona = checked({ ...written, ...(courtesies === undefined || isSomebodyElse ? {} : { courtesies }), id });
    if (others.some(({ name }) => name.toLowerCase() === persona.name.toLowerCase())) {
      throw problem(
        'persona-fault',
        `Another persona is called ${persona.name} already.`,
        'Choose another name, so that you can ask for each by name.',
      );
    }
    this.#keep(persona);
    if (this.#wall(id).knowsAboutMe !== persona.knowsAboutMe) this.#keepWall({ ...this.#wall(id), knowsAboutMe: persona.knowsAboutMe });
    return persona;
  }

  /** @throws ProblemError 'persona-not-there' */
  copy(id: string): Persona {
    return this.#keep(this.#withOwnName(this.read(id)));
  }

  /** Gone for good, with its wall. @throws ProblemError 'persona-built-in' | 'persona-not-there' */
  remove(id: string): void {
    this.read(id);
    if (this.#isBuiltIn(id)) throw builtInProblem('removed');
    this.#documents().remove(personaKey(id), wallKey(id));
  }

  /**
   * Takes a persona from a file. It knows nothing about the user until the user says so, whatever the file says.
   * @throws ProblemError 'persona-file'
   */
  import(text: string): { readonly persona: Persona; readonly warnings: string[] } {
    const read = parsePersonaFile(text);
    if ('problem' in read) throw fileProblem(read.problem);
    return this.take(read);
  }

  /** Keeps a persona that was read from a file. */
  take(read: { readonly persona: Persona; readonly warnings: readonly string[] }): {
    readonly persona: Persona;
    readonly warnings: string[];
  } {
    const named = this.#withOwnName(read.persona);
    const warnings = [...read.warnings];
    if (named.name !== read.persona.name) warnings.push(`There is a ${read.persona.name} already, so this one is called ${named.name}.`);
    if (named.knowsAboutMe) warnings.push(`${named.name} knows nothing about you until you allow it.`);
    return { persona: this.#keep({ ...named, knowsAboutMe: false }), warnings };
  }

  /** @throws ProblemError 'persona-not-there' */
  export(id: string): { readonly fileName: string; readonly text: string } {
    return { fileName: `${id}.persona.json`, text: exportPersonaFile(this.read(id)) };
  }

  wall(id: string): Wall {
    return this.#wall(id);
  }

  walls(): readonly Wall[] {
    return this.list().map(({ id }) => this.wall(id));
  }

  /** @throws ProblemError 'persona-not-there' */
  changeWall(id: string, change: Partial<Omit<Wall, 'personaId'>>): void {
    const persona = this.read(id);
    const { exceptAbout, told, notTold, ...wall } = { ...this.#wall(id), ...change };
    this.#keepWall({ ...wall, exceptAbout: [...new Set(exceptAbout)], told: [...told], notTold: [...notTold] });
    if (!this.#isBuiltIn(id)) this.#keep({ ...persona, knowsAboutMe: wall.knowsAboutMe });
  }

  /** Lets it hear of a subject again, in whatever form it was kept. @returns false when it never was */
  tellAgain(id: string, subject: string): boolean {
    const { exceptAbout } = this.#wall(id);
    const left = exceptAbout.filter((kept) => !isAbout(kept, subject) && !isAbout(subject, kept));
    if (left.length === exceptAbout.length) return false;
    this.changeWall(id, { exceptAbout: left });
    return true;
  }

  /** The greeting if it is due today, and notes that it was said; else null. */
  greet(id: string, now: Date, timeZone: string): string | null {
    const persona = this.list().find((candidate) => candidate.id === id);
    const wall = this.#wall(id);
    if (persona === undefined || !greetingDue(wall.greetedOn, now, timeZone)) return null;
    this.#keepWall({ ...wall, greetedOn: dayOf(now, timeZone) });
    return persona.greeting;
  }

  #own(): readonly Persona[] {
    return this.#documents()
      .list('persona')
      .flatMap((document) => {
        const persona = personaSchema.safeParse(document);
        return persona.success && !this.#isBuiltIn(persona.data.id) ? [persona.data] : [];
      });
  }

  #isBuiltIn(id: string): boolean {
    return this.#builtIn.some((persona) => persona.id === id);
  }

  #withOwnName(persona: Persona): Persona {
    const name = uniqueName(persona.name, this.list());
    // The character names its persona; a copy under another name must not speak of the first one.
    const character = name === persona.name ? persona.character : persona.character.replace(persona.name, name);
    return checked({ ...persona, id: uniqueId(name, this.list()), name, character });
  }

  #keep(persona: Persona): Persona {
    this.#documents().put('persona', personaKey(persona.id), persona, '');
    return persona;
  }

  #wall(id: string): KeptWall {
    for (const document of this.#documents().list('wall')) {
      const wall = keptWallSchema.safeParse(document);
      if (wall.success && wall.data.personaId === id) return wall.data;
    }
    const knowsAboutMe = this.list().find((persona) => persona.id === id)?.knowsAboutMe ?? false;
    return { personaId: id, knowsAboutMe, exceptAbout: [], told: [], notTold: [], greetedOn: null };
  }

  #keepWall(wall: KeptWall): void {
    this.#documents().put('wall', wallKey(wall.personaId), keptWallSchema.parse(wall), '');
  }
}

/** @throws ProblemError 'persona-fault' naming the first thing that is not as it should be */
export function checked(draft: Omit<Persona, 'version'>): Persona {
  const plain = (text: string) => plainText(text).text;
  const read = personaSchema.safeParse({
    ...draft,
    version: PERSONA_VERSION,
    name: plain(draft.name),
    character: plain(draft.character),
    about: plain(draft.about),
    greeting: plain(draft.greeting),
    refusal: plain(draft.refusal),
  });
  if (read.success) return read.data;
  throw problem('persona-fault', `This persona cannot be kept: ${firstFault(read.error)}.`, 'Change that and save again.');
}

function builtInProblem(done: string): ProblemError {
  return problem('persona-built-in', `This persona came with Parley and cannot be ${done}.`, 'Make a copy; that one is yours.');
}

function fileProblem(why: string): ProblemError {
  const whatToDo = why.includes('newer version') ? 'Update Parley, then import it again.' : 'Choose another file.';
  return problem('persona-file', `This file was not imported: ${why}.`, whatToDo);
}

function problem(id: string, message: string, whatToDo: string): ProblemError {
  return new ProblemError({ id, message, whatToDo });
}
