import { type CsvRow, readTable, writeTable } from '../../../ipc/csv-table.ts';
import { LONGEST_NAME, type NameCard, type NameCardDraft, nameCardSchema } from '../../../ipc/memory-schema.ts';
import { cleanName, nameKey } from './clean-name.ts';

/** Name cards as a table that every spreadsheet opens. */

const COLUMNS = ['written', 'relation', 'heard_as', 'respelling', 'ipa', 'owner', 'not_written'] as const;
type Column = (typeof COLUMNS)[number];

const MOST_ROWS = 10_000;
const MOST_PROBLEMS = 20;
const MOST_FORMS = 20;
const LONGEST_RELATION = 40;
const LONGEST_SOUND = 80;
const OWNERS = nameCardSchema.shape.owner.options;
/** Control and formatting characters show nothing; in a table they are an accident or a trick. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** One line a card, in the order given; several forms in one cell are parted by semicolons. RFC 4180, UTF-8. */
export function cardsToCsv(cards: readonly NameCardDraft[] | readonly NameCard[]): string {
  const rows = cards.map(({ written, relation, heardAs, respelling, ipa, owner, notWritten }) => [
    written,
    relation ?? '',
    joinForms(heardAs),
    respelling ?? '',
    ipa ?? '',
    owner,
    joinForms(notWritten),
  ]);
  return writeTable([COLUMNS, ...rows]);
}

export interface ReadCards {
  /** New cards (`id` null), no two of one name. */
  readonly cards: readonly NameCardDraft[];
  /** What was left out or put together, each a sentence with its line. */
  readonly problems: readonly string[];
}

/** Reads a table of name cards; what cannot be used is named, and the rest is taken. Only the column `written` must be there. */
export function cardsFromCsv(text: string): ReadCards {
  const table = readTable(text);
  if (table === null) return { cards: [], problems: ['A quotation mark in the file is never closed, so nothing was taken.'] };
  const [header, ...rows] = table;
  const columns = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  if (header === undefined || rows.length === 0) return { cards: [], problems: ['The file has no names in it.'] };
  if (!columns.includes('written')) {
    return { cards: [], problems: [`The first line must name the columns: ${COLUMNS.join(', ')}. Nothing was taken.`] };
  }
  const problems: string[] = [];
  if (rows.length > MOST_ROWS) problems.push(`Only the first ${MOST_ROWS} names were taken; the file has ${rows.length}.`);
  const cards = new Map<string, NameCardDraft>();
  for (const row of rows.slice(0, MOST_ROWS)) {
    const card = cardOf(row, columns);
    if (typeof card === 'string') problems.push(`Line ${row.line}: ${card}`);
    else addCard(cards, card, row.line, problems);
  }
  return { cards: [...cards.values()], problems: shortened(problems) };
}

/** Gives each read card the id of the card it belongs to and what that one knows already, so that nothing is lost or doubled. */
export function joinCards(existing: readonly NameCard[], read: readonly NameCardDraft[]): readonly NameCardDraft[] {
  const byKey = new Map(existing.map((card) => [cardKey(card), card]));
  return read.map((card) => {
    const known = byKey.get(cardKey(card));
    if (known === undefined) return card;
    return { ...joined(card, known), id: known.id };
  });
}

function cardOf({ cells }: CsvRow, columns: readonly string[]): NameCardDraft | string {
  const cell = (column: Column) => (cells[columns.indexOf(column)] ?? '').trim();
  const name = cell('written');
  const written = cleanName(name);
  if (written === null) return [...name].length > LONGEST_NAME ? `a name has at most ${LONGEST_NAME} characters.` : 'there is no name.';
  const owner = cell('owner').toLowerCase() || 'person';
  const known = OWNERS.find((one) => one === owner);
  if (known === undefined) return `the owner is ${OWNERS.join(', ')}, not “${owner.slice(0, 20)}”.`;
  const heardAs = formsOf(cell('heard_as'), written);
  const notWritten = formsOf(cell('not_written'), written);
  const [relation, respelling, ipa] = [oneLine(cell('relation')), oneLine(cell('respelling')), oneLine(cell('ipa'))];
  if ((relation?.length ?? 0) > LONGEST_RELATION) return `a relation has at most ${LONGEST_RELATION} characters.`;
  if (Math.max(respelling?.length ?? 0, ipa?.length ?? 0) > LONGEST_SOUND) return `a respelling has at most ${LONGEST_SOUND} characters.`;
  return { id: null, owner: known, written, relation, heardAs, notWritten, respelling, ipa };
}

function addCard(cards: Map<string, NameCardDraft>, card: NameCardDraft, line: number, problems: string[]): void {
  const key = cardKey(card);
  const first = cards.get(key);
  if (first !== undefined && card.owner === 'me' && nameKey(first.written) !== nameKey(card.written)) {
    problems.push(`Line ${line}: you have one name, and it is ${first.written}; ${card.written} was left out.`);
  } else if (first !== undefined) {
    problems.push(`Line ${line}: ${card.written} is there twice and was put together.`);
    cards.set(key, joined(first, card));
  } else cards.set(key, card);
}

/** What the first one says counts; what it does not say comes from the other. */
function joined(card: NameCardDraft, other: NameCardDraft): NameCardDraft {
  return {
    ...card,
    relation: card.relation ?? other.relation,
    heardAs: unique([...card.heardAs, ...other.heardAs], card.written),
    notWritten: unique([...card.notWritten, ...other.notWritten], card.written),
    respelling: card.respelling ?? other.respelling,
    ipa: card.ipa ?? other.ipa,
  };
}

/** Two people of one name are told apart by their relation; there is one of me. */
function cardKey({ owner, written, relation }: Pick<NameCard, 'owner' | 'written' | 'relation'>): string {
  if (owner === 'me') return owner;
  return JSON.stringify([owner, nameKey(written) || written, owner === 'person' ? (relation?.toLowerCase() ?? '') : '']);
}

function joinForms(forms: readonly string[]): string {
  return forms.map((form) => form.replaceAll(/[\\;]/g, (mark) => `\\${mark}`)).join('; ');
}

function formsOf(cell: string, written: string): string[] {
  const forms = [...cell.matchAll(/(?:[^\\;]|\\.?)+/gsu)].map(([form]) => cleanName(form.replaceAll(/\\([\\;])/g, '$1')));
  return unique(
    forms.filter((form) => form !== null),
    written,
  );
}

function unique(forms: readonly string[], written: string): string[] {
  return [...new Set(forms)].filter((form) => form !== written).slice(0, MOST_FORMS);
}

/** @returns null when nothing is left that can be seen */
function oneLine(text: string): string | null {
  const plain = text.normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(INVISIBLE, '').trim();
  return plain === '' ? null : plain;
}

function shortened(problems: readonly string[]): readonly string[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  return [...problems.slice(0, MOST_PROBLEMS), `And ${problems.length - MOST_PROBLEMS} more like these.`];
}
