import { nearArgument } from './near-slots.ts';
import { isSlotKind, type SlotKindName, slotKinds } from './slot-kinds.ts';
import { mayBeHeardFor } from './words/heard-word.ts';
import { mayBeMisheard, mayBeNothing } from './words/misheard-word.ts';
import type { SpokenWord } from './words/spoken-words.ts';

/** A phrase taken apart: words, groups of alternatives and slots, in order. */
export type PhrasePiece =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'group'; readonly options: readonly (readonly PhrasePiece[])[] }
  | { readonly kind: 'slot'; readonly name: string; readonly slotKind: SlotKindName };

/** A stretch of words that a phrase accounts for completely. */
export interface PhraseReading {
  readonly arguments: Readonly<Record<string, string>>;
  /** Words accounted for; free text and names count a little less than words the phrase spells out. */
  readonly weight: number;
  /** Words taken exactly as they were heard, and their letters; free text is none. */
  readonly certain: number;
  readonly letters: number;
}

const LOOSE_WEIGHT = 0.9;
/** A word that only sounds like the one of the phrase: any reading that takes it as it was written goes before. */
const HEARD_WEIGHT = 0.7;
/** A word that is taken for quite another one. */
const MISHEARD_WEIGHT = 0.4;
const LOOSE_KINDS: ReadonlySet<SlotKindName> = new Set([
  'text',
  'short-text',
  'things',
  'goods',
  'label',
  'persona',
  'called-persona',
  'several-personas',
  'subject',
]);

/** Slots that any word fills: what stands in them is no sign that the phrase was meant. */
const ANYTHING: ReadonlySet<SlotKindName> = new Set(['spelled-word', 'canvas-name']);

/**
 * Takes a phrase such as `(set|start) [a] timer for {duration}` or `switch to {name:persona}` apart. A slot called `_` must be
 * filled but is no parameter.
 * @throws SyntaxError naming the phrase and what is wrong with it: phrases are source code
 */
export function parsePhrase(phrase: string): readonly PhrasePiece[] {
  const tokens = phrase.match(/[()[\]|]|\{[^}]*\}|[^\s()[\]|{}]+/g) ?? [];
  const parser = { tokens, at: 0, phrase };
  const pieces = parseSequence(parser);
  if (parser.at < tokens.length) throw new SyntaxError(`The phrase "${phrase}" has a stray "${tokens[parser.at]}".`);
  if (pieces.length === 0) throw new SyntaxError('A phrase needs words.');
  return pieces;
}

/**
 * Reads exactly the words from `start` to `end` by the phrase; null when they do not fit.
 * @param mishearings how many words may stand for others that sound like them, or for nothing
 */
export function readPhrase(
  pieces: readonly PhrasePiece[],
  said: { readonly words: readonly SpokenWord[]; readonly utterance: string },
  range: { readonly start: number; readonly end: number },
  mishearings = 0,
): PhraseReading | null {
  return readPieces({ ...said, end: range.end, mishearings }, pieces, range.start);
}

/** For each part that must be there, the words of which one must: what tells quickly that a phrase does not fit. */
export function neededWords(pieces: readonly PhrasePiece[]): readonly (readonly string[])[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'word') return [[piece.text]];
    if (piece.kind === 'slot') return [];
    const options = piece.options.map((option) => neededWords(option)[0]);
    return options.every((words) => words !== undefined) ? [options.flat()] : [];
  });
}

interface Said {
  readonly words: readonly SpokenWord[];
  readonly utterance: string;
  readonly end: number;
  readonly mishearings: number;
}

function readPieces(said: Said, pieces: readonly PhrasePiece[], at: number): PhraseReading | null {
  const [piece, ...rest] = pieces;
  if (piece === undefined) return at === said.end ? { arguments: {}, weight: 0, certain: 0, letters: 0 } : null;
  if (piece.kind === 'word') return readWord(said, piece, rest, at);
  if (piece.kind === 'slot') return readSlot(said, piece, rest, at);
  for (const option of piece.options) {
    const reading = readPieces(said, [...option, ...rest], at);
    if (reading !== null) return reading;
  }
  return null;
}

function readWord(
  said: Said,
  { text }: Extract<PhrasePiece, { kind: 'word' }>,
  rest: readonly PhrasePiece[],
  at: number,
): PhraseReading | null {
  const word = at < said.end ? said.words[at]?.text : undefined;
  if (word === undefined) return null;
  if (word === text || mayBeHeardFor(word, text)) {
    const reading = readPieces(said, rest, at + 1);
    if (reading !== null)
      return {
        ...{ arguments: reading.arguments, weight: reading.weight + (word === text ? 1 : HEARD_WEIGHT) },
        ...{ certain: reading.certain + 1, letters: reading.letters + word.length },
      };
  }
  return said.mishearings === 0 ? null : readMisheard({ ...said, mishearings: said.mishearings - 1 }, { word, text, rest, at });
}

/** One word for another, two for one, or one too many. */
function readMisheard(
  said: Said,
  { word, text, rest, at }: { readonly word: string; readonly text: string; readonly rest: readonly PhrasePiece[]; readonly at: number },
): PhraseReading | null {
  const next = at + 1 < said.end ? said.words[at + 1]?.text : undefined;
  const reading =
    (mayBeMisheard(word, text) ? readPieces(said, rest, at + 1) : null) ??
    (next !== undefined && mayBeMisheard(`${word} ${next}`, text) ? readPieces(said, rest, at + 2) : null) ??
    (mayBeNothing(word) ? readPieces(said, [{ kind: 'word', text }, ...rest], at + 1) : null);
  return reading && { ...reading, weight: reading.weight + MISHEARD_WEIGHT };
}

/** Gives the slot as many words as the rest of the phrase leaves. */
function readSlot(
  said: Said,
  slot: Extract<PhrasePiece, { kind: 'slot' }>,
  rest: readonly PhrasePiece[],
  at: number,
): PhraseReading | null {
  for (let end = said.end; end > at; end -= 1) {
    const reading = readPieces(said, rest, end);
    const filled = reading && fillSlot(said, slot.slotKind, at, end);
    if (reading === null || filled === null) continue;
    const { argument, weight, certain } = filled;
    const read = slot.name === '_' ? {} : { [slot.name]: argument };
    return {
      ...{ arguments: { ...read, ...reading.arguments }, weight: reading.weight + weight },
      ...{ certain: reading.certain + certain, letters: reading.letters + (certain > 0 ? argument.length : 0) },
    };
  }
  return null;
}

interface FilledSlot {
  readonly argument: string;
  readonly weight: number;
  readonly certain: number;
}

function fillSlot(said: Said, kind: SlotKindName, at: number, end: number): FilledSlot | null {
  const count = end - at;
  const argument = readArgument(said, kind, at, end);
  if (argument !== null) {
    const isLoose = LOOSE_KINDS.has(kind);
    return { argument, weight: count * (isLoose ? LOOSE_WEIGHT : 1), certain: isLoose || ANYTHING.has(kind) ? 0 : count };
  }
  const near = said.mishearings > 0 ? nearSlot(said, kind, at, end) : null;
  return near && { ...near, weight: count * MISHEARD_WEIGHT };
}

function readArgument(said: Said, kind: SlotKindName, at: number, end: number): string | null {
  const words = said.words.slice(at, end);
  const written = said.utterance.slice(words[0]?.start, words.at(-1)?.end);
  return slotKinds[kind]({ words: words.map(({ text }) => text), written, utterance: said.utterance });
}

function nearSlot(said: Said, kind: SlotKindName, at: number, end: number): ReturnType<typeof nearArgument> {
  const words = said.words.slice(at, end).map(({ text }) => text);
  return nearArgument(kind, words, said.utterance);
}

interface Parser {
  readonly tokens: readonly string[];
  readonly phrase: string;
  at: number;
}

function parseSequence(parser: Parser): readonly PhrasePiece[] {
  const pieces: PhrasePiece[] = [];
  for (;;) {
    const token = parser.tokens[parser.at];
    if (token === undefined || token === ')' || token === ']' || token === '|') return pieces;
    parser.at += 1;
    if (token === '(') pieces.push({ kind: 'group', options: parseOptions(parser, ')') });
    else if (token === '[') pieces.push({ kind: 'group', options: [...parseOptions(parser, ']'), []] });
    else if (token.startsWith('{')) pieces.push(parseSlot(token, parser.phrase));
    else pieces.push({ kind: 'word', text: token });
  }
}

function parseOptions(parser: Parser, closing: string): readonly (readonly PhrasePiece[])[] {
  const options = [parseSequence(parser)];
  while (parser.tokens[parser.at] === '|') {
    parser.at += 1;
    options.push(parseSequence(parser));
  }
  if (parser.tokens[parser.at] !== closing) throw new SyntaxError(`The phrase "${parser.phrase}" lacks a "${closing}".`);
  parser.at += 1;
  return options;
}

function parseSlot(token: string, phrase: string): PhrasePiece {
  const [name = '', kind = name] = token.slice(1, -1).split(':');
  if (!isSlotKind(kind)) throw new SyntaxError(`The phrase "${phrase}" names a slot kind "${kind}" that does not exist.`);
  return { kind: 'slot', name, slotKind: kind };
}
