import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { cardList, cardWords } from '../conversation/memory/card-list.ts';
import { factList, factWords } from '../conversation/memory/fact-list.ts';
import { Memory } from '../conversation/memory/memory.ts';
import { memoryFromJson, memoryToJson, memoryToMarkdown } from '../conversation/memory/memory-export.ts';
import { forget as forgetForGood } from '../conversation/session/forgetting.ts';
import type { ConversationStore, DocumentKind } from '../conversation/store/conversation-store.ts';
import { ProblemError } from '../ipc/derive-ipc.ts';
import { type Fact, factSchema, type NameCard, nameCardSchema } from '../ipc/memory-schema.ts';
import type { CommandIo } from './command-io.ts';
import { withKeptProfile } from './kept-profile.ts';
import { oneLine } from './one-line.ts';

interface MemoryCommand {
  readonly names: readonly string[];
  readonly format: string;
  readonly out: string | null;
  readonly json: boolean;
  readonly io: CommandIo;
}

const VERBS: Readonly<Record<string, (store: ConversationStore, command: MemoryCommand) => number | Promise<number>>> = {
  list,
  forget,
  export: exportMemory,
  import: importMemory,
};

/** `parley memory list | forget ID | export [--format json|markdown] [--out FILE] | import FILE`, with `--profile DIR --json` */
export async function runMemory(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      format: { type: 'string', default: 'json' },
      out: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const [verb = 'list', ...names] = positionals;
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (run === undefined) {
    io.err(`There is no "memory ${verb}"; it is one of ${Object.keys(VERBS).join(', ')}.`);
    return 1;
  }
  const command = { names, format: values.format, out: values.out ?? null, json: values.json, io };
  try {
    const options = { folder: values.profile ?? null, canBegin: verb === 'import', say: io.err };
    return await withKeptProfile(options, ({ store }) => run(store, command));
  } catch (failure) {
    if (!(failure instanceof ProblemError)) throw failure;
    io.err(`${failure.problem.message} ${failure.problem.whatToDo}`);
    return 1;
  }
}

/** Facts and cards of a profile; what cannot be read is told, not thrown. */
function contentOf({ documents }: ConversationStore, io: CommandIo): { facts: readonly Fact[]; cards: readonly NameCard[] } {
  const { facts, broken: brokenFacts } = factList(documents.list('fact'));
  const { cards, broken: brokenCards } = cardList(documents.list('name-card'));
  const broken = brokenFacts + brokenCards;
  if (broken > 0)
    io.err(
      `${broken === 1 ? 'One entry cannot' : `${broken} entries cannot`} be read by this version and ${broken === 1 ? 'is' : 'are'} passed over.`,
    );
  return { facts, cards };
}

function list(store: ConversationStore, { json, io }: MemoryCommand): number {
  const { facts, cards } = contentOf(store, io);
  if (json) io.out(JSON.stringify({ facts, nameCards: cards }, null, 2));
  else {
    for (const { id, kind, words, at } of facts) io.out(`${id}  ${kind.padEnd(10)}  ${at.slice(0, 10)}  ${oneLine(words)}`);
    for (const { id, owner, written, at } of cards)
      io.out(`${id}  ${`name (${owner})`.padEnd(10)}  ${at.slice(0, 10)}  ${oneLine(written)}`);
    if (facts.length + cards.length === 0) io.out('Nothing is remembered in this profile.');
  }
  return 0;
}

function forget(store: ConversationStore, { names, json, io }: MemoryCommand): number {
  const [id] = names;
  if (id === undefined || names.length > 1) {
    io.err('Name one entry by its id: memory forget ID. The list shows the ids.');
    return 1;
  }
  const { facts, cards } = contentOf(store, io);
  const fact = facts.find((one) => one.id === id);
  const card = cards.find((one) => one.id === id);
  if (fact === undefined && card === undefined) {
    io.err(`There is no entry ${id}. The list shows the ids: memory list.`);
    return 1;
  }
  const memory = new Memory(store.documents, randomUUID);
  const changed = forgetForGood(memory, store, fact === undefined ? { cardIds: [id] } : { facts: [fact] });
  if (json) io.out(JSON.stringify({ forgotten: id, turnsChanged: changed }));
  else io.out(`Forgotten for good${changed === 0 ? '' : `, also in ${changed === 1 ? 'one turn' : `${changed} turns`}`}.`);
  return 0;
}

async function exportMemory(store: ConversationStore, { format, out, io }: MemoryCommand): Promise<number> {
  if (format !== 'json' && format !== 'markdown') {
    io.err(`There is no format "${format}"; it is json or markdown.`);
    return 1;
  }
  const content = contentOf(store, io);
  const text = format === 'json' ? memoryToJson(content, new Date()) : memoryToMarkdown(content, new Date());
  if (out === null) io.out(text.trimEnd());
  else {
    await writeFile(out, text, { mode: 0o600 });
    io.err(`${content.facts.length} facts and ${content.cards.length} name cards are in ${out}, not encrypted.`);
  }
  return 0;
}

async function importMemory(store: ConversationStore, { names, json, io }: MemoryCommand): Promise<number> {
  const [file] = names;
  if (file === undefined) {
    io.err('Name the file: memory import FILE.');
    return 1;
  }
  const text = await readFile(file, 'utf8').catch((failure: NodeJS.ErrnoException) => {
    throw new ProblemError({
      id: 'import-refused',
      message: `${file} cannot be read (${failure.code}).`,
      whatToDo: 'Look at its name and place.',
    });
  });
  const { facts, cards, problems } = memoryFromJson(text);
  for (const problem of problems) io.err(problem);
  let taken = 0;
  store.documents.together(() => {
    for (const fact of facts) taken += putNewer(store, 'fact', factSchema, fact, factWords(fact));
    for (const card of cards) taken += putNewer(store, 'name-card', nameCardSchema, card, cardWords(card));
  });
  const known = facts.length + cards.length - taken;
  if (json) io.out(JSON.stringify({ taken, known, problems }));
  else io.out(`${taken} entries were taken${known === 0 ? '' : `; ${known} were known as they are, or newer`}.`);
  return 0;
}

/** An entry of the same id gives way only to a newer one, and nothing else ever does. @returns 1 when it was taken */
function putNewer<Entry extends Fact | NameCard>(
  { documents }: ConversationStore,
  kind: DocumentKind,
  schema: z.ZodType<Entry>,
  entry: Entry,
  words: string,
): number {
  const known = documents.read(entry.id);
  const same = schema.safeParse(known);
  if (known !== null && (!same.success || same.data.at >= entry.at)) return 0;
  documents.put(kind, entry.id, entry, words);
  return 1;
}
