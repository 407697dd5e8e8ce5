import { ABOUT_ME, type Fact } from '../../ipc/memory-schema.ts';

/** What one persona may know: kept per persona, made from the persona's own default. */
export interface Wall {
  readonly personaId: string;
  /** Consent: it may read what everybody may know about the user. */
  readonly knowsAboutMe: boolean;
  /** Subjects it must not hear of, in the user's own words ("my knee"). */
  readonly exceptAbout: readonly string[];
  /** Single facts it may know, or may not, whatever the rest of the wall says: by id, as the user decided. */
  readonly told: readonly string[];
  readonly notTold: readonly string[];
}

type Known = Pick<Fact, 'id' | 'scope' | 'words'>;

/** Scopes a persona may read: 'about-me' with consent, and its own drawer; never another's. */
export function readableScopes({ personaId, knowsAboutMe }: Wall): readonly string[] {
  return knowsAboutMe ? [ABOUT_ME, personaId] : [personaId];
}

/** Where facts go that the user tells a persona: to everybody's with consent, else into its own drawer. */
export function scopeOfTold({ personaId, knowsAboutMe }: Wall): string {
  return knowsAboutMe ? ABOUT_ME : personaId;
}

/** Whether a persona may know a fact. */
export function mayKnow(fact: Known, wall: Wall): boolean {
  if (wall.notTold.includes(fact.id)) return false;
  return wall.told.includes(fact.id) || mayKnowByRule(fact, wall);
}

/** What the wall says of a fact where the user decided nothing about it. */
function mayKnowByRule(fact: Known, wall: Wall): boolean {
  return readableScopes(wall).includes(fact.scope) && !wall.exceptAbout.some((subject) => isAbout(fact.words, subject));
}

export interface KnownBy {
  readonly factId: string;
  readonly personaIds: readonly string[];
  /** Those of whom the user decided it for this fact alone, and otherwise than the rest of their wall says. */
  readonly exceptIds: readonly string[];
}

/** The grid: for every fact who knows it, in the order of the walls. */
export function whoKnowsWhat(facts: readonly Known[], walls: readonly Wall[]): readonly KnownBy[] {
  const idsWhere = (holds: (wall: Wall) => boolean) => walls.filter(holds).map(({ personaId }) => personaId);
  return facts.map((fact) => ({
    factId: fact.id,
    personaIds: idsWhere((wall) => mayKnow(fact, wall)),
    exceptIds: idsWhere((wall) => mayKnow(fact, wall) !== mayKnowByRule(fact, wall)),
  }));
}

/** A wall with one fact decided on: an exception only where the rest says otherwise. */
export function decided(fact: Known, knows: boolean, wall: Wall): Pick<Wall, 'told' | 'notTold'> {
  const others = (ids: readonly string[]) => ids.filter((id) => id !== fact.id);
  const added = mayKnowByRule(fact, wall) === knows ? [] : [fact.id];
  return { told: [...others(wall.told), ...(knows ? added : [])], notTold: [...others(wall.notTold), ...(knows ? [] : added)] };
}

export interface HandOver {
  readonly fromId: string;
  readonly to: Wall;
  /** Only what is about this; null = all of it. */
  readonly about: string | null;
  readonly newId: () => string;
  /** The persona of the turn a fact comes from; null when it was written by hand. */
  readonly toldTo: (fact: Fact) => string | null;
}

/**
 * Facts that one persona was told, for another's drawer: copies with the same source, so that each can be forgotten by
 * itself. What the other knows already, and what it must not hear of, stays behind.
 */
export function handedOver(facts: readonly Fact[], { fromId, to, about, newId, toldTo }: HandOver): readonly Fact[] {
  const known = new Set(facts.filter((fact) => mayKnow(fact, to)).map(({ words }) => words));
  return facts
    .filter((fact) => fact.scope === fromId || (fact.scope === ABOUT_ME && toldTo(fact) === fromId))
    .filter(({ id }) => !to.notTold.includes(id))
    .filter(({ words }) => !known.has(words) && (about === null || isAbout(words, about)))
    .map((fact) => ({ ...fact, id: newId(), scope: to.personaId }))
    .filter((fact) => mayKnow(fact, to));
}

/** Words that name no subject. */
const EMPTY = new Set('a an the my our your his her its their this that of to in on at for with and or about me i is are it'.split(' '));

/** True when every word of the subject that says something stands in the words, also in its other forms. */
export function isAbout(words: string, subject: string): boolean {
  const said = wordsOf(words);
  const wanted = wordsOf(subject).filter((word) => !EMPTY.has(word));
  return wanted.length > 0 && wanted.every((word) => said.some((other) => isForm(word, other) || isForm(other, word)));
}

/** "knee" and "knees", "story" and "stories", "bake" and "baking". */
function isForm(base: string, word: string): boolean {
  if (['', 's', 'es', 'ed', 'ing'].some((ending) => word === base + ending)) return true;
  const stem = base.slice(0, -1);
  return (base.endsWith('y') && word === `${stem}ies`) || (base.endsWith('e') && (word === `${stem}ing` || word === `${base}d`));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
