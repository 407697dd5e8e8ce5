import { editDistance } from '../../../../models/names/edit-distance.ts';
import { joinSpoken } from './duration-words.ts';
import { readRole } from './persona-roles.ts';

/** Words that stand where a persona's name stands without being one: "switch to the other", "talk to someone". */
const NOT_PERSONAS = new Set(
  `a an the this that these those my your his her its our their i you he she it we they me him them us one two three it someone anyone
  somebody anybody else another other others something anything everything no yes not so up back off on down out in again later now then
  here there again metric imperial celsius fahrenheit english german french spanish dark light everybody everyone nobody people`.split(
    /\s+/,
  ),
);
const NAME_PART = /^\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*$/iu;
const TITLE = /^(?:mr|mrs|ms|miss|dr|st)\.?$/i;
const NUMBER_PART = /^\d{1,3}$/;

/** Reads the name or role of a persona: a role ("the teacher"), one word in any writing, or several with capitals. */
export function readPersonaName(text: string): string | null {
  const role = readRole(text);
  if (role !== null) return role;
  const parts = text
    .trim()
    .replace(/[.,;:!?]+$/, '')
    .split(/\s+/);
  const [first = '', ...rest] = parts;
  if (parts.length > 3 || !isNamePart(first) || !rest.every((part) => isNamePart(part) || NUMBER_PART.test(part))) return null;
  // "Ms. Alder" and "ms alder": a title makes the next word a name.
  if (parts.length > 1 && !TITLE.test(first) && !parts.every((part) => /^[\p{Lu}\d]/u.test(part))) return null;
  return parts.join(' ');
}

/** Reads "Chef Carlo, Mia and the teacher" as three; null when any of them is nobody's name. */
export function readPersonaNames(text: string): readonly string[] | null {
  const names = text
    .split(/\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+/i)
    .filter((part) => part.trim() !== '')
    .map(readPersonaName);
  const read = names.flatMap((name) => name ?? []);
  return read.length === names.length && read.length > 0 ? read : null;
}

function isNamePart(part: string): boolean {
  return TITLE.test(part) || (NAME_PART.test(part) && !NOT_PERSONAS.has(part.toLowerCase().replace(/['’](?:d|ll|m|re|ve|s)$/, '')));
}

interface Named {
  readonly name: string;
  readonly roles?: readonly string[];
}

/**
 * The person somebody meant by a name that may have been misheard: the same name, its last part, a role, else the only one
 * within a third of its letters. Null when nobody is near, or several are.
 */
export function nearestNamed<Candidate extends Named>(wanted: string, candidates: readonly Candidate[]): Candidate | null {
  const spoken = plain(wanted);
  const last = spoken.split(' ').at(-1) ?? spoken;
  const same = candidates.find(({ name }) => plain(name) === spoken);
  if (same !== undefined) return same;
  const role = readRole(wanted);
  for (const fits of [
    ({ name }: Candidate) => lastPart(name) === last,
    ({ name }: Candidate) => plain(name).split(' ').includes(spoken),
    ({ roles }: Candidate) => role !== null && roles?.some((one) => readRole(one) === role || plain(one) === role) === true,
    ({ roles }: Candidate) => roles?.some((one) => plain(one) === spoken) === true,
    ({ name }: Candidate) => asHeard(name) === asHeard(spoken),
    ({ name }: Candidate) => editDistance(plain(name), spoken) <= Math.floor(name.length / 3),
    ({ name }: Candidate) => editDistance(lastPart(name), last) <= Math.floor(lastPart(name).length / 3),
  ]) {
    const found = candidates.filter(fits);
    if (found.length === 1) return found[0] ?? null;
    if (found.length > 1) return null;
  }
  return null;
}

/** What is said to a name or role that is not there. */
export function nobody(wanted: string, personas: { list(): readonly Named[] }): string {
  const who = readRole(wanted) === null ? `Nobody called ${wanted} is here.` : `There is no ${readRole(wanted)} here.`;
  return `${who} You can talk to ${joinSpoken(personas.list().map(({ name }) => name))}.`;
}

/** An ear does not tell "Nova" from "Nover". */
function asHeard(name: string): string {
  return plain(name).replaceAll(/(?:[aeou]r|[ae]h|uh|a)(?= |$)/g, 'a');
}

function lastPart(name: string): string {
  return plain(name).split(' ').at(-1) ?? '';
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[.,]/g, '')
    .replace(/[-\s]+/g, ' ')
    .trim();
}
