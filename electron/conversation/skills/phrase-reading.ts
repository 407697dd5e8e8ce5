import type { PhrasePiece } from './phrase-pattern.ts';
import type { SaidWords } from './said-words.ts';
import type { SlotKindName } from './slot-kinds.ts';
import { mayBeNothing } from './words/misheard-word.ts';
import { numberOf } from './words/phrase-vocabulary.ts';

/** A piece of a phrase that knows what follows it, so that nothing is put together while it is read. */
export type PhraseStep = {
  /** How many words it and all that follows may take. */
  readonly least: number;
  readonly most: number;
  /** How many of these can be certain (`PhraseReading`). */
  readonly certain: number;
} & (
  | { readonly kind: 'end' }
  | { readonly kind: 'word'; readonly text: string; readonly number: number; readonly next: PhraseStep }
  | { readonly kind: 'group'; readonly options: readonly PhraseStep[] }
  | { readonly kind: 'slot'; readonly name: string; readonly slotKind: SlotKindName; readonly next: PhraseStep }
);

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

const END: PhraseStep = { kind: 'end', least: 0, most: 0, certain: 0 };
const NOTHING_MORE: PhraseReading = { arguments: {}, weight: 0, certain: 0, letters: 0 };

/** @returns the first step of a phrase */
export function phraseSteps(pieces: readonly PhrasePiece[], next: PhraseStep = END): PhraseStep {
  return pieces.reduceRight(stepBefore, next);
}

function stepBefore(next: PhraseStep, piece: PhrasePiece): PhraseStep {
  const least = next.least + 1;
  if (piece.kind === 'slot') {
    const certain = isUncertain(piece.slotKind) ? next.certain : Number.POSITIVE_INFINITY;
    return { ...piece, next, least, most: Number.POSITIVE_INFINITY, certain };
  }
  if (piece.kind === 'word') return { ...piece, number: numberOf(piece.text), next, least, most: next.most + 1, certain: next.certain + 1 };
  const options = piece.options.map((option) => phraseSteps(option, next));
  return {
    ...{ kind: 'group', options, least: Math.min(...options.map((option) => option.least)) },
    ...{ most: Math.max(...options.map(({ most }) => most)), certain: Math.max(...options.map(({ certain }) => certain)) },
  };
}

function isUncertain(kind: SlotKindName): boolean {
  return LOOSE_KINDS.has(kind) || ANYTHING.has(kind);
}

/**
 * Reads exactly the words from `start` to `end` by the phrase; null when they do not fit.
 * @param mishearings how many words may stand for others that sound like them, or for nothing
 */
export function readPhrase(
  first: PhraseStep,
  said: SaidWords,
  { start, end }: { readonly start: number; readonly end: number },
  mishearings: number,
): PhraseReading | null {
  return readStep({ said, end }, first, start, mishearings);
}

interface Stretch {
  readonly said: SaidWords;
  readonly end: number;
}

function readStep(stretch: Stretch, step: PhraseStep, at: number, mishearings: number): PhraseReading | null {
  const left = stretch.end - at;
  // What was misheard may be two words for one of the phrase, or one too many.
  if (left < step.least || left > step.most + mishearings) return null;
  if (step.kind === 'word') return readWord(stretch, step, at, mishearings);
  if (step.kind === 'slot') return readSlot(stretch, step, at, mishearings);
  if (step.kind === 'end') return left === 0 ? NOTHING_MORE : null;
  for (const option of step.options) {
    const reading = readStep(stretch, option, at, mishearings);
    if (reading !== null) return reading;
  }
  return null;
}

type Step<Kind> = Extract<PhraseStep, { readonly kind: Kind }>;

function readWord(stretch: Stretch, step: Step<'word'>, at: number, mishearings: number): PhraseReading | null {
  if (stretch.said.isHeardAt(at, step.number)) {
    const reading = readStep(stretch, step.next, at + 1, mishearings);
    const word = stretch.said.words[at]?.text ?? '';
    if (reading !== null)
      return {
        ...{ arguments: reading.arguments, weight: reading.weight + (word === step.text ? 1 : HEARD_WEIGHT) },
        ...{ certain: reading.certain + 1, letters: reading.letters + word.length },
      };
  }
  return mishearings === 0 ? null : readMisheard(stretch, step, at, mishearings - 1);
}

/** One word for another, two for one, or one too many. */
function readMisheard(stretch: Stretch, step: Step<'word'>, at: number, mishearings: number): PhraseReading | null {
  const { said, end } = stretch;
  const { alone, withNext } = said.misheardAt(at);
  const reading =
    (alone.includes(step.number) ? readStep(stretch, step.next, at + 1, mishearings) : null) ??
    (at + 1 < end && withNext.includes(step.number) ? readStep(stretch, step.next, at + 2, mishearings) : null) ??
    (mayBeNothing(said.words[at]?.text ?? '') ? readStep(stretch, step, at + 1, mishearings) : null);
  return reading && { ...reading, weight: reading.weight + MISHEARD_WEIGHT };
}

/** Gives the slot as many words as the rest of the phrase leaves. */
function readSlot(stretch: Stretch, slot: Step<'slot'>, at: number, mishearings: number): PhraseReading | null {
  const shortest = Math.max(at + 1, stretch.end - slot.next.most - mishearings);
  for (let end = stretch.end - slot.next.least; end >= shortest; end -= 1) {
    // What follows is told by its words more quickly than a slot by its kind, but not when it is a slot itself.
    if (slot.next.kind === 'slot' && fillSlot(stretch.said, slot.slotKind, at, end, mishearings > 0) === null) continue;
    const reading = readStep(stretch, slot.next, end, mishearings);
    const filled = reading && fillSlot(stretch.said, slot.slotKind, at, end, mishearings > 0);
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

function fillSlot({ slots }: SaidWords, kind: SlotKindName, at: number, end: number, mayBeMisheard: boolean): FilledSlot | null {
  const count = end - at;
  const argument = slots.exact(kind, at, end);
  if (argument !== null) {
    const weight = count * (LOOSE_KINDS.has(kind) ? LOOSE_WEIGHT : 1);
    return { argument, weight, certain: isUncertain(kind) ? 0 : count };
  }
  const near = mayBeMisheard ? slots.near(kind, at, end) : null;
  return near && { ...near, weight: count * MISHEARD_WEIGHT };
}
