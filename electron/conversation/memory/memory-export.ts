import { z } from 'zod';
import { ProblemError } from '../../ipc/derive-ipc.ts';
import { ABOUT_ME, type Fact, factSchema, type NameCard, nameCardSchema } from '../../ipc/memory-schema.ts';
import { readUntrustedJson } from './untrusted-json.ts';

/** What is known about a person, taken along: a JSON document that comes back whole, and a page to read. */
export interface MemoryContent {
  readonly facts: readonly Fact[];
  readonly cards: readonly NameCard[];
}

const FORMAT = 'parley-memory';
const VERSION = 1;
/** A hundred thousand facts of 300 characters, and room. */
const LIMITS = { what: 'This memory file', characters: 64_000_000, depth: 12 } as const;
const MOST_FACTS = 100_000;
const MOST_CARDS = 10_000;
const MOST_PROBLEMS = 20;

const fileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  facts: z.array(z.unknown()).default([]),
  nameCards: z.array(z.unknown()).default([]),
});

/** @param at when it was exported */
export function memoryToJson({ facts, cards }: MemoryContent, at: Date): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exportedAt: at.toISOString(), facts, nameCards: cards }, null, 2)}\n`;
}

/**
 * Reads such a document. An entry that does not fit is left out and named; the rest is taken. Of two with one id the newer
 * is taken.
 * @throws ProblemError 'import-refused' for a file that is no such document, too large, too deep, or made to do harm
 */
export function memoryFromJson(text: string): MemoryContent & { readonly problems: readonly string[] } {
  const read = fileSchema.safeParse(readUntrustedJson(text, LIMITS));
  if (!read.success) {
    const whatToDo = 'Choose a file made by “Export as JSON”, or by parley memory export.';
    throw new ProblemError({ id: 'import-refused', message: 'This file holds no exported memory, so it was not read.', whatToDo });
  }
  const { version, facts, nameCards } = read.data;
  if (version > VERSION) throw tooNew();
  requireCount(facts.length, MOST_FACTS, 'facts');
  requireCount(nameCards.length, MOST_CARDS, 'name cards');
  const problems: string[] = [];
  const content = {
    facts: entries(factSchema, facts, 'facts', problems),
    cards: entries(nameCardSchema, nameCards, 'nameCards', problems),
  };
  const more = problems.length - MOST_PROBLEMS;
  return { ...content, problems: more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `And ${more} more like these.`] : problems };
}

function entries<Entry extends { readonly id: string; readonly at: string }>(
  schema: z.ZodType<Entry>,
  items: readonly unknown[],
  list: string,
  problems: string[],
): Entry[] {
  const byId = new Map<string, Entry>();
  for (const [index, item] of items.entries()) {
    const read = schema.safeParse(item);
    if (!read.success) {
      const where = [`${list}[${index}]`, ...(read.error.issues[0]?.path.map(String) ?? [])].join('.');
      problems.push(`${where} does not fit and was left out.`);
      continue;
    }
    const known = byId.get(read.data.id);
    if (known !== undefined) problems.push(`${list}[${index}] has an id that came before; the newer of the two was taken.`);
    if (known === undefined || known.at <= read.data.at) byId.set(read.data.id, read.data);
  }
  return [...byId.values()];
}

function requireCount(count: number, most: number, what: string): void {
  if (count <= most) return;
  const message = `This memory file has ${count} ${what}; at most ${most} are read, so nothing was taken.`;
  throw new ProblemError({ id: 'import-refused', message, whatToDo: 'Split the file.' });
}

function tooNew(): ProblemError {
  const message = 'This memory file was made by a newer version of Parley, so it was not read.';
  return new ProblemError({ id: 'import-refused', message, whatToDo: 'Install the newer version.' });
}

const KINDS: Readonly<Record<Fact['kind'], string>> = {
  about: 'About you',
  preference: 'What you like',
  person: 'People',
  place: 'Places',
  date: 'Dates',
  plan: 'Plans',
  note: 'Things to remember',
};
const OWNERS: Readonly<Record<NameCard['owner'], string>> = { me: 'Your name', person: 'People', word: 'Words' };

/** A page for people. Nothing in it is marked up by what was stored: names and facts are escaped. */
export function memoryToMarkdown({ facts, cards }: MemoryContent, at: Date): string {
  const lines = ['# What Parley knows about you', '', `Exported ${at.toISOString().slice(0, 10)}.`];
  for (const [kind, title] of Object.entries(KINDS)) section(lines, title, facts.filter((fact) => fact.kind === kind).map(factLine));
  for (const [owner, title] of Object.entries(OWNERS)) {
    section(lines, owner === 'person' ? 'Names of people' : title, cards.filter((card) => card.owner === owner).map(cardLine));
  }
  if (facts.length + cards.length === 0) lines.push('', 'Nothing yet.');
  return `${lines.join('\n')}\n`;
}

function section(lines: string[], title: string, items: readonly string[]): void {
  if (items.length > 0) lines.push('', `## ${title}`, '', ...items.map((item) => `- ${item}`));
}

function factLine({ words, at, scope, earlier }: Fact): string {
  const who = scope === ABOUT_ME ? '' : `, only ${escaped(scope)} knows it`;
  const before = earlier.length === 0 ? '' : `; before: ${earlier.map((one) => `${escaped(one.words)} (${day(one.at)})`).join(', ')}`;
  return `${escaped(words)} (${day(at)}${who}${before})`;
}

function cardLine({ written, relation, respelling, ipa, heardAs, notWritten }: NameCard): string {
  const parts = [
    relation === null ? '' : `your ${escaped(relation)}`,
    respelling === null ? '' : `said ${escaped(respelling)}`,
    ipa === null ? '' : `IPA ${escaped(ipa)}`,
    heardAs.length === 0 ? '' : `sometimes heard as ${heardAs.map(escaped).join(', ')}`,
    notWritten.length === 0 ? '' : `not ${notWritten.map(escaped).join(', ')}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? escaped(written) : `${escaped(written)}: ${parts.join('; ')}`;
}

function day(at: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(at)?.[0] ?? 'some day';
}

/** One line, and what Markdown or HTML would take for its own behind a backslash or as an entity. */
function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]|~!]/g, (sign) => `\\${sign}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/^(\d*)([#+>.)=-])/, '$1\\$2');
}
