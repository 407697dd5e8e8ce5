import type { Persona } from '../../ipc/persona-schema.ts';

const LONGEST_NAME = 40;
const LONGEST_ID = 31;

type Taken = readonly Pick<Persona, 'id' | 'name'>[];

/** The name, or the name with the first number that nobody has: one asks for personas by name. */
export function uniqueName(name: string, taken: Taken): string {
  const names = new Set(taken.map((persona) => persona.name.toLowerCase()));
  if (!names.has(name.toLowerCase())) return name;
  const stem = [...name.replace(/ \d{1,6}$/, '')].slice(0, LONGEST_NAME - 8).join('');
  for (let number = 2; ; number += 1) {
    const tried = `${stem.trim()} ${number}`;
    if (!names.has(tried.toLowerCase())) return tried;
  }
}

/** An id made of the name's plain letters that nobody has. */
export function uniqueId(name: string, taken: Taken): string {
  const ids = new Set(taken.map(({ id }) => id));
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const stem = letters.length < 2 ? 'persona' : letters.slice(0, LONGEST_ID - 7);
  if (!ids.has(stem)) return stem;
  for (let number = 2; ; number += 1) if (!ids.has(`${stem}-${number}`)) return `${stem}-${number}`;
}
