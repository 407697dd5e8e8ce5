import type { Fact } from '../../../ipc/memory-schema.ts';
import { OWN_THING, RELATION } from './own-people.ts';
import { WHEN } from './spoken-time.ts';

/** One way in which people tell something about themselves. */
export interface FactRule {
  readonly kind: Fact['kind'];
  /** Over one whole statement in lower case; the group `what` is what is told. */
  readonly pattern: RegExp;
  /** What the fact answers; null for facts that stand beside each other. */
  readonly slot: (groups: Groups) => string | null;
  readonly confidence: number;
  /** What the pattern leaves open: `unless` is about `what`, `of` the person, `named` the thing, `timed` asks for a time in `what`. */
  readonly holds: (groups: Groups) => boolean;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** Said in passing: probably so, and probably still. */
const IN_PASSING = 0.7;
/** Rarely said without being meant, and rarely changed: allergies, birthdays. */
export const FOR_SURE = 0.9;

/** Latin letters in lower case, for a class. Patterns of all letters or both cases take V8 ten times longer to compile (415 ms in all). */
export const LETTERS = 'a-z\\u00df-\\u024f';
export const I_AM = "(?:i'm|i am|im)";
export const OFTEN =
  '(?:(?:really|absolutely|also|still|now|always|usually|mostly|just|actually|particularly|especially|currently|both|all|quite|kind of|totally|truly|normally|generally|definitely|only) )*';
/** The words of a person or a thing, looked up afterwards. */
export const WORDS = `(?:[${LETTERS}.'-]+ ){0,4}?[${LETTERS}'-]*[${LETTERS}]`;
export const TAIL = '[^.!?]{1,160}?';

interface RuleOptions {
  readonly confidence?: number;
  /** Not when `what` begins or is like this. */
  readonly unless?: RegExp;
  /** `what` must say when. */
  readonly timed?: boolean;
}

/** Long lists are looked up behind the pattern, once for all rules: inside of each they would take V8 130 ms to compile. */
const PERSON = new RegExp(`^${RELATION}$`);
const THING = new RegExp(`^${OWN_THING}$`);
const TIME = new RegExp(`(?:^|\\s)${WHEN}(?![\\p{L}])`, 'u');

/**
 * @param body pattern of the whole statement in lower case. Its groups: `what` is what is told; `who` must be a person or
 * animal of the user; `thing` must be a thing that has an answer
 * @param slot a name, or made from the groups
 */
export function factRule(kind: Fact['kind'], body: string, slot: string | null | FactRule['slot'], options: RuleOptions = {}): FactRule {
  const { unless, timed = false, confidence = IN_PASSING } = options;
  return {
    kind,
    pattern: new RegExp(`^${body}$`, 'd'),
    slot: typeof slot === 'function' ? slot : () => slot,
    confidence,
    holds: ({ what = '', who, thing }) =>
      unless?.test(what) !== true &&
      (!timed || TIME.test(what)) &&
      (who === undefined || PERSON.test(who)) &&
      (thing === undefined || THING.test(thing)),
  };
}
