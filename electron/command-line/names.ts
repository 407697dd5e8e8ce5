import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { writeWav } from '../../models/audio/wav.ts';
import { cardList, cardWords } from '../conversation/memory/card-list.ts';
import { cleanName, nameKey } from '../conversation/memory/names/clean-name.ts';
import { cardsFromCsv, cardsToCsv, joinCards } from '../conversation/memory/names/names-csv.ts';
import type { DocumentStore } from '../conversation/store/conversation-store.ts';
import { SPEAKING_SAMPLE_RATE_HZ } from '../ipc/audio-frame.ts';
import { ProblemError } from '../ipc/derive-ipc.ts';
import { LONGEST_NAME, type NameCard, type NameCardDraft, nameCardSchema } from '../ipc/memory-schema.ts';
import type { CommandIo } from './command-io.ts';
import { withKeptProfile } from './kept-profile.ts';
import { oneLine } from './one-line.ts';
import { programFolders } from './program-folders.ts';
import { sayName } from './say-name.ts';

interface NamesCommand {
  /** What follows the verb: a name, perhaps of several words, or a file. */
  readonly rest: string;
  readonly values: Readonly<Partial<Record<'respelling' | 'ipa' | 'relation' | 'owner' | 'out', string>>>;
  readonly heardAs: readonly string[];
  readonly json: boolean;
  readonly io: CommandIo;
}

const VERBS: Readonly<Record<string, (documents: DocumentStore, command: NamesCommand) => number | Promise<number>>> = {
  add,
  list,
  hear,
  remove,
  import: importCards,
  export: (documents, { io }) => {
    io.out(cardsToCsv(cardsIn(documents, io)).trimEnd());
    return 0;
  },
};

/** `parley names add NAME | list | hear NAME | remove NAME | import FILE | export`, with `--profile DIR --json` */
export async function runNames(args: readonly string[], io: CommandIo): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ respelling: text, ipa: text, relation: text, owner: text, out: text, profile: text },
      'heard-as': { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const [verb = 'list', ...rest] = positionals;
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (run === undefined) {
    io.err(`There is no "names ${verb}"; it is one of ${Object.keys(VERBS).join(', ')}.`);
    return 1;
  }
  const command = { rest: rest.join(' '), values, heardAs: values['heard-as'], json: values.json, io };
  try {
    const options = { folder: values.profile ?? null, canBegin: verb === 'add' || verb === 'import', say: io.err };
    return await withKeptProfile(options, ({ store }) => run(store.documents, command));
  } catch (failure) {
    if (!(failure instanceof ProblemError)) throw failure;
    io.err(`${failure.problem.message} ${failure.problem.whatToDo}`);
    return 1;
  }
}

/** The cards of a profile; what cannot be read is told, not thrown. */
function cardsIn(documents: DocumentStore, io: CommandIo): readonly NameCard[] {
  const { cards, broken } = cardList(documents.list('name-card'));
  if (broken > 0)
    io.err(
      `${broken === 1 ? 'One name card' : `${broken} name cards`} cannot be read by this version and ${broken === 1 ? 'is' : 'are'} passed over.`,
    );
  return cards;
}

/** A card of that name takes over what is given now; there is one of the user. */
function add(documents: DocumentStore, { rest, values, heardAs, json, io }: NamesCommand): number {
  const written = requireName(rest);
  const owner = values.owner ?? 'person';
  const known = cardsIn(documents, io).find((card) => (owner === 'me' ? card.owner === 'me' : isCalled(card, written)));
  const card = {
    id: known?.id ?? randomUUID(),
    owner: values.owner ?? known?.owner ?? 'person',
    written,
    relation: values.relation ?? known?.relation ?? null,
    heardAs: unique([...(known?.heardAs ?? []), ...heardAs.map(requireName)], written),
    notWritten: unique([...(known?.notWritten ?? []), ...(known === undefined ? [] : [known.written])], written),
    respelling: values.respelling ?? known?.respelling ?? null,
    ipa: values.ipa ?? known?.ipa ?? null,
    sourceTurnId: known?.sourceTurnId ?? null,
    at: new Date().toISOString(),
  };
  const read = nameCardSchema.safeParse(card);
  if (!read.success) {
    io.err(`This card does not fit at ${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}.`);
    return 1;
  }
  put(documents, read.data);
  if (json) io.out(JSON.stringify(read.data, null, 2));
  else io.out(`${known === undefined ? 'Added' : 'Changed'}: ${lineOf(read.data)}`);
  return 0;
}

function list(documents: DocumentStore, { json, io }: NamesCommand): number {
  const cards = cardsIn(documents, io);
  if (json) io.out(JSON.stringify({ nameCards: cards }, null, 2));
  else if (cards.length === 0) io.out('There are no name cards in this profile.');
  else for (const card of cards) io.out(lineOf(card));
  return 0;
}

/** Says the name as its card would have it said; one without a card is said as the voice reads it. */
async function hear(documents: DocumentStore, { rest, values, json, io }: NamesCommand): Promise<number> {
  const written = requireName(rest);
  const card = cardsIn(documents, io).find((one) => isCalled(one, written));
  const { models, workers } = programFolders();
  const name = card?.written ?? written;
  const { ipa, samples } = await sayName({ modelFolder: models, workerFolder: workers }, name, card ?? null);
  const file = values.out ?? 'name.wav';
  await writeFile(file, writeWav(samples, SPEAKING_SAMPLE_RATE_HZ));
  const seconds = Math.round((samples.length / SPEAKING_SAMPLE_RATE_HZ) * 100) / 100;
  if (json) io.out(JSON.stringify({ name, ipa, file, seconds }));
  else io.out(`${name} is said ${ipa ?? 'as it is written'}; listen to ${file} (${seconds} s).`);
  return 0;
}

function remove(documents: DocumentStore, { rest, json, io }: NamesCommand): number {
  const found = cardsIn(documents, io).filter((card) => isCalled(card, rest) || card.id === rest);
  if (found.length === 0) {
    io.err(`There is no name card for "${rest}". The list shows them: names list.`);
    return 1;
  }
  documents.remove(...found.map(({ id }) => id));
  if (json) io.out(JSON.stringify({ removed: found.map(({ id }) => id) }));
  else io.out(`Removed for good: ${found.map(({ written }) => written).join(', ')}.`);
  return 0;
}

async function importCards(documents: DocumentStore, { rest, json, io }: NamesCommand): Promise<number> {
  const csv = await readFile(rest, 'utf8').catch((failure: NodeJS.ErrnoException) => {
    throw new ProblemError({
      id: 'import-refused',
      message: `${rest} cannot be read (${failure.code}).`,
      whatToDo: 'Look at its name and place.',
    });
  });
  const { cards, problems } = cardsFromCsv(csv);
  for (const problem of problems) io.err(problem);
  const drafts = joinCards(cardsIn(documents, io), cards);
  documents.together(() => {
    for (const draft of drafts) put(documents, cardOf(draft, documents));
  });
  if (json) io.out(JSON.stringify({ taken: drafts.length, problems }));
  else io.out(`${drafts.length} ${drafts.length === 1 ? 'name card was' : 'name cards were'} taken.`);
  return drafts.length === 0 ? 1 : 0;
}

function cardOf(draft: NameCardDraft, documents: DocumentStore): NameCard {
  const known = nameCardSchema.safeParse(draft.id === null ? null : documents.read(draft.id));
  const sourceTurnId = known.success ? known.data.sourceTurnId : null;
  return { ...draft, id: draft.id ?? randomUUID(), sourceTurnId, at: new Date().toISOString() };
}

function put(documents: DocumentStore, card: NameCard): void {
  documents.put('name-card', card.id, card, cardWords(card));
}

/** @throws ProblemError for what is no name */
function requireName(text: string): string {
  const name = cleanName(text);
  if (name !== null) return name;
  const message = text.trim() === '' ? 'There is no name.' : `A name is one to ${LONGEST_NAME} characters that can be seen.`;
  throw new ProblemError({ id: 'no-name', message, whatToDo: 'Name one: names add NAME.' });
}

function isCalled({ written, heardAs }: NameCard, name: string): boolean {
  const wanted = nameKey(name);
  return [written, ...heardAs].some((form) => form === name || (wanted !== '' && nameKey(form) === wanted));
}

function unique(forms: readonly string[], written: string): string[] {
  return [...new Set(forms)].filter((form) => form !== written).slice(-20);
}

function lineOf({ written, owner, relation, respelling, ipa, heardAs }: NameCard): string {
  const parts = [
    owner === 'me' ? 'you' : owner === 'word' ? 'a word' : (relation ?? 'a person'),
    respelling === null ? '' : `said ${respelling}`,
    ipa === null ? '' : `/${ipa}/`,
    heardAs.length === 0 ? '' : `heard as ${heardAs.join(', ')}`,
  ];
  return oneLine(`${written} (${parts.filter((part) => part !== '').join('; ')})`);
}
