import { respellingToIpa } from '../../../../models/text-to-speech/respelling.ts';
import type { NameCard } from '../../../ipc/memory-schema.ts';
import { nameKey } from '../names/clean-name.ts';
import { soundsAlike } from '../names/sounds-alike.ts';
import type { Correction } from './correction.ts';

/** What a correction does: one card changes, some words in earlier turns were wrong, and one sentence says it back. */
export interface AppliedCorrection {
  readonly card: NameCard;
  /** The card as it was; null when it is new. */
  readonly before: NameCard | null;
  /** Forms that stood for this name in what was heard; each is to be written as `card.written`. */
  readonly wrongForms: readonly string[];
  /** Said once, complete as it stands. */
  readonly sentence: string;
  /** For the chip; null when nothing changed. */
  readonly label: string | null;
}

export interface CorrectionSource {
  /** Id of a card that has to be made. */
  readonly newId: string;
  readonly turnId: string | null;
  readonly at: string;
  /** The card the last turns were about. */
  readonly lastCardId: string | null;
}

/** People have one of these; naming another one replaces. */
const ONLY_ONE = new Set('mother mom mum mommy father dad daddy wife husband boss fiance fiancee fiancé fiancée'.split(' '));
const MOST_FORMS = 20;

/** Decides which card a correction is about and what becomes of it. Pure; the second time it changes nothing. */
export function applyCorrection(cards: readonly NameCard[], correction: Correction, source: CorrectionSource): AppliedCorrection {
  const before = cardOf(cards, correction, source);
  const base = before ?? newCard(correction, source);
  if (correction.kind === 'pronunciation') return pronounce(base, before, correction.respelling, source);
  if (correction.kind !== 'spelling') return rename(base, before, correction.written, correction.not, source);
  return rename(base, before, correction.written, correction.of === null ? [] : [correction.of], source);
}

function cardOf(cards: readonly NameCard[], correction: Correction, { lastCardId }: CorrectionSource): NameCard | null {
  const own = cards.find(({ owner }) => owner === 'me') ?? null;
  const last = cards.find(({ id }) => id === lastCardId) ?? null;
  const called = (names: readonly string[]) => cards.find((card) => names.some((name) => isCalled(card, name))) ?? null;
  switch (correction.kind) {
    case 'name':
      return correction.whose === 'me' ? own : (called(correction.not) ?? last ?? own);
    case 'person':
      return personOf(cards, correction, last);
    case 'word':
      return called(correction.not) ?? called([correction.written]);
    case 'spelling':
    case 'pronunciation': {
      const { of } = correction;
      if (of === null) return last ?? own;
      return called([of]) ?? cards.find((card) => soundsAlike(card.written, of)) ?? (correction.kind === 'spelling' ? last : null);
    }
  }
}

/** A second friend is a second card; a sister whose name was wrong is the same sister. */
function personOf(
  cards: readonly NameCard[],
  { relation, written, not }: Extract<Correction, { kind: 'person' }>,
  last: NameCard | null,
): NameCard | null {
  const related = cards.filter((card) => card.owner === 'person' && card.relation === relation);
  const same = related.find((card) => not.some((name) => isCalled(card, name))) ?? related.find((card) => isCalled(card, written));
  if (same !== undefined) return same;
  const justNamed = related.find((card) => card === last && soundsAlike(card.written, written));
  return justNamed ?? (ONLY_ONE.has(relation) ? (related[0] ?? null) : null);
}

function isCalled({ written, heardAs }: NameCard, name: string): boolean {
  return [written, ...heardAs].some((form) => nameKey(form) === nameKey(name));
}

function newCard(correction: Correction, { newId, turnId, at }: CorrectionSource): NameCard {
  const of = 'of' in correction ? correction.of : null;
  const mine = correction.kind === 'name' || of === null;
  return {
    id: newId,
    owner: correction.kind === 'person' ? 'person' : mine && correction.kind !== 'word' ? 'me' : 'word',
    written: 'written' in correction ? correction.written : (of ?? correction.respelling),
    relation: correction.kind === 'person' ? correction.relation : null,
    heardAs: [],
    notWritten: [],
    respelling: null,
    ipa: null,
    sourceTurnId: turnId,
    at,
  };
}

function rename(
  base: NameCard,
  before: NameCard | null,
  written: string,
  not: readonly string[],
  { turnId, at }: CorrectionSource,
): AppliedCorrection {
  const previous = before === null || isPartOf(before.written, written) || isPartOf(written, before.written) ? [] : [before.written];
  const wrongForms = withoutForm([...previous, ...not], written);
  const heard = wrongForms.filter((form) => soundsAlike(form, written));
  const another = previous.length > 0 && heard.length === 0;
  const changed: NameCard = {
    ...base,
    written,
    heardAs: added(base.heardAs, heard, written),
    notWritten: added(base.notWritten, wrongForms, written),
    // How it is said belonged to the name it was.
    ...(another ? { respelling: null, ipa: null } : {}),
  };
  if (before !== null && isSame(before, changed)) {
    return { card: before, before, wrongForms, sentence: `I know, ${written}.`, label: null };
  }
  const card = { ...changed, sourceTurnId: turnId, at };
  return { card, before, wrongForms, ...namedWords(card, before, wrongForms) };
}

function namedWords(card: NameCard, before: NameCard | null, wrongForms: readonly string[]): { sentence: string; label: string } {
  const { written, owner, relation } = card;
  const [wrong] = wrongForms;
  const rather = wrong === undefined ? '' : `, not ${wrong}`;
  if (owner === 'me') {
    const sentence =
      before === null && wrong === undefined ? `Nice to meet you, ${written}.` : `${written}${rather}. I will remember that.`;
    return { sentence, label: `Your name is ${written}${rather}` };
  }
  if (relation !== null) {
    return { sentence: `Your ${relation} is ${written}${rather}. I will remember that.`, label: `Your ${relation}: ${written}${rather}` };
  }
  return { sentence: `${written}${rather}. I will remember that.`, label: `${written}${rather}` };
}

function pronounce(base: NameCard, before: NameCard | null, respelling: string, { turnId, at }: CorrectionSource): AppliedCorrection {
  const changed = { ...base, respelling, ipa: respellingToIpa(respelling) };
  if (before !== null && isSame(before, changed)) {
    return { card: before, before, wrongForms: [], sentence: `I know, ${before.written}.`, label: null };
  }
  const card = { ...changed, sourceTurnId: turnId, at };
  return {
    card,
    before,
    wrongForms: [],
    sentence: `${card.written}. I will say it like that.`,
    label: `${card.written} is said ${respelling}`,
  };
}

/** The same but for when and where it was learned. */
function isSame(one: NameCard, other: NameCard): boolean {
  const essence = ({ sourceTurnId: _turn, at: _at, ...rest }: NameCard) => JSON.stringify(rest);
  return essence(one) === essence(other);
}

/** The newest forms stay; a form that is already there keeps its place. */
function added(forms: readonly string[], more: readonly string[], written: string): string[] {
  return withoutForm([...forms, ...more], written).slice(-MOST_FORMS);
}

function withoutForm(forms: readonly string[], written: string): string[] {
  return [...new Set(forms)].filter((form) => form !== written);
}

/** "Igor" is not wrong for "Igor Petrov". */
function isPartOf(part: string, whole: string): boolean {
  return ` ${whole} `.includes(` ${part} `);
}
