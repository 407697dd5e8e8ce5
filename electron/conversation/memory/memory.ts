import type { Fact, MemoryNote } from '../../ipc/memory-schema.ts';
import { applyCorrection } from './corrections/apply-correction.ts';
import { type AskedBack, answerTo, askBack, askedAnew } from './corrections/ask-back.ts';
import { type Correction, type CorrectionContext, type HeardCorrection, NO_CONTEXT } from './corrections/correction.ts';
import { readCorrections } from './corrections/read-correction.ts';
import { repairTurn } from './corrections/repair-words.ts';
import { KeptFacts } from './facts/kept-facts.ts';
import { keepAsked, keepNoticed, learnFrom, type MergedFact } from './facts/merge-fact.ts';
import { askedFact, readFacts, type SaidFact } from './facts/read-facts.ts';
import { secondPersonSentence } from './facts/second-person.ts';
import { type EarlierTurn, lastNamedCard, lastRelation, nameWasAsked } from './last-named.ts';
import { type MemoryChange, MemoryChanges } from './memory-changes.ts';
import type { MemoryRecords } from './memory-records.ts';
import { NameCards } from './names/name-cards.ts';
import { FactVectors, vectorKey } from './recall/fact-vectors.ts';

/** One turn of the user's own, heard or typed: the only thing that memory ever learns from. */
export interface OwnTurn {
  readonly id: string;
  readonly text: string;
  /** The words before names in them were put right; null or absent where none were. */
  readonly heardText?: string | null;
  readonly typed: boolean;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Where facts of this turn go: ABOUT_ME or a persona's drawer. */
  readonly scope: string;
  readonly assistantNames: readonly string[];
  /** The turns of this conversation before it, oldest first. */
  readonly earlier: readonly EarlierTurn[];
}

type TurnSource = Pick<OwnTurn, 'id' | 'at' | 'scope'>;

type SpokenSource = TurnSource & { readonly utterance: string };

/** What a turn taught. */
export interface Learned {
  readonly notes: MemoryNote[];
  /** Said back once, instead of an engine's answer; null when no name was put right. */
  readonly sentence: string | null;
  /** Earlier turns with their names put right. */
  readonly repaired: readonly Pick<EarlierTurn, 'id' | 'text' | 'heardText'>[];
}

/** What is known about the user in one profile: name cards, facts, and how each of them can be taken back. */
export class Memory {
  readonly cards: NameCards;
  readonly facts: KeptFacts;
  readonly #changes: MemoryChanges;
  readonly #records: MemoryRecords;
  readonly #newId: () => string;
  /** What was only probably said, and was asked about in the turn before. */
  #asked: AskedBack | null = null;

  constructor(records: MemoryRecords, newId: () => string) {
    this.cards = new NameCards(records);
    this.facts = new KeptFacts(records);
    this.#changes = new MemoryChanges(records);
    this.#records = records;
    this.#newId = newId;
  }

  /** Reads names and facts out of a turn and keeps them. */
  learn(turn: OwnTurn): Learned {
    const cards = this.cards.list();
    const context = {
      typed: turn.typed,
      heardText: turn.heardText ?? null,
      knownNames: cards.flatMap(({ written, heardAs }) => [written, ...heardAs]),
      lastNamed: lastNamedCard(cards, turn.earlier)?.written ?? null,
      assistantNames: turn.assistantNames,
      lastRelation: lastRelation(turn.earlier),
      nameAsked: nameWasAsked(turn.earlier),
    };
    const answered = this.#answered(turn, context);
    if (answered !== null) return answered;
    const corrections = readCorrections(turn.text, context);
    if (corrections.length === 0) return { notes: this.#learnFacts(turn), sentence: null, repaired: [] };
    return this.#askOrCorrect(turn, corrections, context);
  }

  /** The turn answers what was asked back: with a yes the name is taken, with a no it is asked for anew. */
  #answered(turn: OwnTurn, context: CorrectionContext): Learned | null {
    const asked = this.#asked;
    this.#asked = null;
    const answer = asked === null ? null : answerTo(asked, turn.text, turn.earlier);
    if (asked === null || answer === null) return null;
    return answer === 'yes' ? this.#correctAll(turn, [asked.correction], context) : { notes: [], sentence: askedAnew(asked), repaired: [] };
  }

  /** What is sure is taken, and the first thing that is not is asked about: nothing of it is stored before the answer. */
  #askOrCorrect(turn: OwnTurn, corrections: readonly HeardCorrection[], context: CorrectionContext): Learned {
    const unsure = corrections.find((correction) => correction.unsure);
    this.#asked = unsure === undefined ? null : askBack(unsure);
    const taken = this.#correctAll(
      turn,
      corrections.filter((correction) => !correction.unsure),
      context,
    );
    if (this.#asked === null) return taken;
    return { ...taken, sentence: [taken.sentence, this.#asked.question].filter(Boolean).join(' ') };
  }

  /** Writes the user's own name on the card, as a tool call asks. @returns the name it replaces, and the note for the turn */
  rename(turn: TurnSource, written: string): { readonly previous: string | null; readonly notes: MemoryNote[] } {
    const previous = this.cards.own()?.written ?? null;
    const { notes } = this.#correct({ ...turn, earlier: [] }, { kind: 'name', whose: 'me', written, not: [] }, NO_CONTEXT);
    return { previous, notes };
  }

  /**
   * Keeps what the user asks to remember.
   * @param words must stand in the turn's own words, whoever asks; null when they do not, or when there are none
   */
  remember(turn: SpokenSource, words: string): (MergedFact & { readonly notes: MemoryNote[] }) | null {
    return this.#keepSaid(turn, words, keepAsked);
  }

  /** Keeps what an engine noticed in the turn; null when it is no statement of the user's own. */
  notice(turn: SpokenSource, words: string): (MergedFact & { readonly notes: MemoryNote[] }) | null {
    return this.#keepSaid(turn, words, keepNoticed);
  }

  #keepSaid(turn: SpokenSource, words: string, keep: typeof keepAsked): (MergedFact & { readonly notes: MemoryNote[] }) | null {
    const said = askedFact(words);
    const source = { newId: this.#newId(), turnId: turn.id, at: turn.at, scope: turn.scope };
    const merged = said === null ? null : keep(this.#near(said), words, turn.utterance, source);
    return merged === null ? null : { ...merged, notes: this.#keep(turn, [merged]) };
  }

  /** What its facts mean, as an embedding model has it. */
  vectors(model: string): FactVectors {
    return new FactVectors(this.#records, model);
  }

  /** Takes one change back. @returns the turns whose words are as they were again; null when there is nothing to undo */
  undo(noteId: string): { readonly turnId: string; readonly turns: MemoryChange['turns'] } | null {
    const change = this.#changes.read(noteId);
    if (change === null) return null;
    this.#records.together(() => {
      for (const { id, before } of change.cards) {
        if (before === null) this.cards.remove(id);
        else this.cards.put(before);
      }
      for (const { id, before } of change.facts) {
        if (before === null) this.facts.remove(id);
        else this.facts.put(before);
      }
      this.#changes.remove(noteId);
    });
    return { turnId: change.turnId, turns: change.turns };
  }

  /** Forgets a card or fact for good. @returns the notes that told of it, with their turns */
  forget(id: string): readonly { readonly noteId: string; readonly turnId: string }[] {
    const changes = this.#changes.about(id);
    this.#records.remove(id, vectorKey(id), ...changes.map((change) => change.id));
    return changes.map((change) => ({ noteId: change.id, turnId: change.turnId }));
  }

  /** Several names in one turn are told back in one breath; what the turn says besides is kept too. */
  #correctAll(turn: OwnTurn, corrections: readonly Correction[], context: CorrectionContext): Learned {
    const notes: MemoryNote[] = [];
    const sentences: string[] = [];
    const repaired = new Map<string, Learned['repaired'][number]>();
    for (const correction of corrections) {
      const earlier = turn.earlier.map((one) => ({ ...one, ...repaired.get(one.id) }));
      const done = this.#correct({ ...turn, earlier }, correction, context);
      notes.push(...done.notes);
      sentences.push(done.sentence);
      for (const one of done.repaired) repaired.set(one.id, one);
    }
    return { notes: [...notes, ...this.#learnFacts(turn)], sentence: sentences.join(' '), repaired: [...repaired.values()] };
  }

  #correct(
    turn: TurnSource & Pick<OwnTurn, 'earlier'>,
    correction: Correction,
    context: CorrectionContext,
  ): Learned & { readonly sentence: string } {
    const cards = this.cards.list();
    const lastCardId = lastNamedCard(cards, turn.earlier)?.id ?? null;
    const source = { newId: this.#newId(), turnId: turn.id, at: turn.at, lastCardId };
    const { card, before, wrongForms, sentence, label } = applyCorrection(cards, correction, source);
    if (label === null) return { notes: [], sentence, repaired: [] };
    const repaired = repairedTurns(turn.earlier, (text) => repairTurn(text, wrongForms, card.written, context));
    const noteId = this.#newId();
    const turns = turn.earlier.filter(({ id }) => repaired.some((one) => one.id === id)).map(wordsOf);
    this.#records.together(() => {
      this.cards.put(card);
      this.#changes.put({ id: noteId, turnId: turn.id, cards: [{ id: card.id, before }], facts: [], turns });
    });
    return { notes: [{ id: noteId, kind: 'corrected', label, undo: 'possible' }], sentence, repaired };
  }

  #learnFacts(turn: OwnTurn): MemoryNote[] {
    const near = readFacts(turn.text).flatMap((said) => this.#near(said));
    const source = { turnId: turn.id, at: turn.at, scope: turn.scope, newId: this.#newId };
    return this.#keep(turn, learnFrom(near, { role: 'user', text: turn.text }, source));
  }

  /** Facts that may answer the same as what was said. */
  #near({ words, slot }: SaidFact): readonly Fact[] {
    return this.facts.find(`${slot ?? ''} ${words}`, 60);
  }

  #keep(turn: TurnSource, merged: readonly MergedFact[]): MemoryNote[] {
    const notes: MemoryNote[] = [];
    this.#records.together(() => {
      for (const { fact, before } of merged) {
        if (fact === before) continue;
        this.facts.put(fact);
        // Said again: surer, but nothing new.
        if (before?.words === fact.words) continue;
        const id = this.#newId();
        this.#changes.put({ id, turnId: turn.id, cards: [], facts: [{ id: fact.id, before }], turns: [] });
        notes.push({ id, kind: 'learned', label: secondPersonSentence(fact.words).replace(/\.$/, ''), undo: 'possible' });
      }
    });
    return notes;
  }
}

/** What the user said is written right from the beginning; what the assistant said was said as it stands. */
function repairedTurns(earlier: readonly EarlierTurn[], repair: (text: string) => string): Learned['repaired'] {
  return earlier
    .filter(({ role }) => role === 'user')
    .flatMap(({ id, text, heardText }) => {
      const right = repair(text);
      return right === text ? [] : [{ id, text: right, heardText: heardText ?? text }];
    });
}

function wordsOf({ id, text, heardText }: EarlierTurn): MemoryChange['turns'][number] {
  return { id, text, heardText };
}
