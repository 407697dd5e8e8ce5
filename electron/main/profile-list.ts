import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Problem, ProblemError, problemOf } from '../ipc/derive-ipc.ts';
import { type ProfileSummary, type Profiles, profileSchema } from '../ipc/window-schema.ts';
import { destroyProfile } from './profile-files.ts';

const COLOURS = profileSchema.shape.colour.options;

/** The one that was there before there were several; its things lie in the root itself and are never moved. */
const FIRST: ProfileSummary = { id: 'first', name: 'Me', colour: 'sea' };

const fileSchema = z.strictObject({
  version: z.literal(1),
  currentId: z.string(),
  profiles: z.array(profileSchema).min(1).max(50),
  /** Taken off the list, but perhaps not yet destroyed. */
  removedIds: z.array(z.string()),
});
type ProfilesFile = z.infer<typeof fileSchema>;

/** The people who use Parley on this computer: `profiles.json` in the root, and a folder for each. */
export class ProfileList {
  readonly #root: string;
  readonly #file: string;
  #state: ProfilesFile;

  /** Reads the list and ends removals that a crash cut off. A damaged list is kept as a copy; no profile's files are touched. */
  constructor(root: string, report: (problem: Problem) => void) {
    this.#root = root;
    this.#file = join(root, 'profiles.json');
    this.#state = this.#read(report);
    if (this.#state.removedIds.length === 0) return;
    try {
      this.#destroyRemoved();
    } catch (failure) {
      report(problemOf(failure));
    }
  }

  get profiles(): Profiles {
    return { currentId: this.#state.currentId, profiles: this.#state.profiles };
  }

  get current(): ProfileSummary {
    return this.#of(this.#state.currentId);
  }

  folderOf(id: string): string {
    return id === FIRST.id ? this.#root : join(this.#root, 'profiles', id);
  }

  /** The profile that was meant by a spoken name: "Anna", "anna's". Null when there is none. */
  named(name: string): ProfileSummary | null {
    const wanted = spoken(name);
    return this.#state.profiles.find((profile) => spoken(profile.name) === wanted) ?? null;
  }

  /** @throws ProblemError 'profile-name-taken' | 'profiles-not-saved' */
  add(name: string): ProfileSummary {
    this.#requireFree(name, null);
    const used = this.#state.profiles.map(({ colour }) => colour);
    const colour = COLOURS.find((one) => !used.includes(one)) ?? COLOURS[used.length % COLOURS.length] ?? 'sea';
    const profile = { id: randomUUID(), name, colour };
    mkdirSync(this.folderOf(profile.id), { recursive: true, mode: 0o700 });
    this.#save({ profiles: [...this.#state.profiles, profile] });
    return profile;
  }

  /** @throws ProblemError 'profile-name-taken' | 'profile-not-there' | 'profiles-not-saved' */
  rename(id: string, name: string): void {
    this.#of(id);
    this.#requireFree(name, id);
    this.#save({ profiles: this.#state.profiles.map((profile) => (profile.id === id ? { ...profile, name } : profile)) });
  }

  /** @throws ProblemError 'profile-not-there' | 'profiles-not-saved' */
  choose(id: string): void {
    this.#of(id);
    this.#save({ currentId: id });
  }

  /** @throws ProblemError 'profile-open' | 'profile-not-there' | 'profiles-not-saved' */
  remove(id: string): void {
    const { name } = this.#of(id);
    if (id === this.#state.currentId) {
      throw new ProblemError({
        id: 'profile-open',
        message: `${name} is the profile that is open now, so it was not removed.`,
        whatToDo: 'Switch to another profile first.',
      });
    }
    const profiles = this.#state.profiles.filter((profile) => profile.id !== id);
    this.#save({ profiles, removedIds: [...this.#state.removedIds, id] });
    this.#destroyRemoved();
  }

  #destroyRemoved(): void {
    for (const id of this.#state.removedIds) destroyProfile(this.folderOf(id), id === FIRST.id);
    this.#save({ removedIds: [] });
  }

  #of(id: string): ProfileSummary {
    const found = this.#state.profiles.find((profile) => profile.id === id);
    if (found !== undefined) return found;
    throw new ProblemError({ id: 'profile-not-there', message: 'That profile is not there any more.', whatToDo: 'Choose another.' });
  }

  #requireFree(name: string, exceptId: string | null): void {
    if (this.#state.profiles.every((profile) => profile.id === exceptId || spoken(profile.name) !== spoken(name))) return;
    throw new ProblemError({
      id: 'profile-name-taken',
      message: `There is a profile called ${name} already.`,
      whatToDo: 'Choose a name that sounds different, so that you can switch by voice.',
    });
  }

  #save(changes: Partial<ProfilesFile>): void {
    const state = { ...this.#state, ...changes };
    try {
      mkdirSync(this.#root, { recursive: true, mode: 0o700 });
      writeFileSync(`${this.#file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600, flush: true });
      renameSync(`${this.#file}.new`, this.#file);
    } catch (cause) {
      const problem = {
        id: 'profiles-not-saved',
        message: `The list of profiles cannot be saved at ${this.#root} (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`,
        whatToDo: 'Make room there and make the folder writable, then try again.',
      };
      throw new ProblemError(problem, { cause });
    }
    this.#state = state;
  }

  #read(report: (problem: Problem) => void): ProfilesFile {
    const alone: ProfilesFile = { version: 1, currentId: FIRST.id, profiles: [FIRST], removedIds: [] };
    let text: string;
    try {
      text = readFileSync(this.#file, 'utf8');
    } catch {
      return alone;
    }
    const read = fileSchema.safeParse(parsed(text));
    if (read.success && isWhole(read.data)) return read.data;
    copyFileSync(this.#file, `${this.#file}.broken`);
    report({
      id: 'profiles-damaged',
      message: 'The list of profiles was damaged: their names are lost, and the first profile was opened.',
      whatToDo: `Nobody's conversations were touched. Name the profiles again; the old list is kept as ${this.#file}.broken.`,
    });
    return { ...alone, profiles: [FIRST, ...this.#foundFolders()] };
  }

  #foundFolders(): ProfileSummary[] {
    const folder = join(this.#root, 'profiles');
    const ids = existsSync(folder) ? readdirSync(folder).filter((name) => OWN_ID.test(name)) : [];
    return ids.map((id, index) => ({ id, name: `Profile ${index + 2}`, colour: COLOURS[(index + 1) % COLOURS.length] ?? 'sea' }));
  }
}

/** Ids become folder names: nothing but our own kind is taken from the file. */
const OWN_ID = /^(?:first|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function isWhole({ currentId, profiles, removedIds }: ProfilesFile): boolean {
  const ids = profiles.map(({ id }) => id);
  return new Set(ids).size === ids.length && ids.includes(currentId) && [...ids, ...removedIds].every((id) => OWN_ID.test(id));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A name as an ear has it: without capitals, accents, signs, and the "'s" of "Anna's profile". */
function spoken(name: string): string {
  const plain = name.normalize('NFD').toLowerCase();
  const letters = plain.replace(/['’]s$/u, '').replace(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? plain : letters;
}
