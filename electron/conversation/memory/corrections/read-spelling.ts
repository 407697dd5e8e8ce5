import { nameKey } from '../names/clean-name.ts';
import { readName } from '../names/name-words.ts';
import { soundsAlike } from '../names/sounds-alike.ts';
import type { Correction, CorrectionContext } from './correction.ts';
import type { NamingCorrection, Statement } from './read-naming.ts';
import { RELATION_WORDS } from './relations.ts';
import type { CutSpelling } from './spelling-remark.ts';

const OWN = /^(?:no,? )?(?:my|the)(?: first| last| full| real)? name(?:'s| is)?$/iu;
const THIS =
  /^(?:it(?:'s| is)?|its|that(?:'s| is)?|this is|there(?:'s| is)?|you(?: can| should)?|i|we|i'm|i am|the|the correct|the right)?$/iu;
const OF_PERSON = new RegExp(`^(?:my|our) (?<relation>${RELATION_WORDS})(?:'s name|'s)?(?:'s| is)?$`, 'iu');
const SPELLS_NOTHING_ELSE = /^(?:it's|it is|its|that's|that is|this is|i'm|i am|i said|you (?:spell|write)|i (?:spell|write)) /iu;
const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ]/iu;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/** What a spelling says, together with the statement before it. @param named what the statement names besides */
export function readSpelling(
  named: NamingCorrection | null,
  { front, respell, bare }: CutSpelling,
  statement: Statement,
): Correction | null {
  if (respell === null) return named;
  if (named !== null && (!isOpen(named) || statement.context.nameAsked === true)) {
    const written = respell(named.written);
    // What the recogniser made of the name is what it was heard as.
    return written === null ? null : { ...named, written, not: without([...named.not, named.written], written) };
  }
  if (OWN.test(front)) return own(respell(statement.context.lastNamed ?? ''));
  const relation = OF_PERSON.exec(front)?.groups?.['relation'];
  if (relation !== undefined) return ofPerson(relation, respell(''));
  return THIS.test(front) ? ofLast({ front, respell, bare }, statement) : ofNamed({ front, respell, bare }, statement);
}

/** "It's spelled ...", "with a k", or letters and nothing else. */
function ofLast({ front, respell, bare }: CutSpelling, statement: Statement): Correction | null {
  const { context, opening } = statement;
  if (respell === null || !isAboutName(statement)) return null;
  const written = respell(context.lastNamed ?? '');
  // "With a V" of Ivan changes nothing.
  if (written === null || written === context.lastNamed || (bare && !mayBeName(written, context, opening.denied || front !== '')))
    return null;
  return { kind: 'spelling', written, of: null };
}

/** "It's Marco" says nothing that "with a k" does not say better. */
function isOpen(named: NamingCorrection): boolean {
  return named.kind === 'name' && named.whose === 'last' && named.not.length === 0;
}

function ofPerson(relation: string, written: string | null): Correction | null {
  return written === null ? null : { kind: 'person', relation: relation.toLowerCase(), written, not: [] };
}

function own(written: string | null): Correction | null {
  return written === null ? null : { kind: 'name', whose: 'me', written, not: [] };
}

/** "Saoirse is spelled ...", "it's Marco with a k". */
function ofNamed({ front, respell, bare }: CutSpelling, statement: Statement): Correction | null {
  const of = readName(front.replace(SPELLS_NOTHING_ELSE, '').replace(/(?:'s| is)$/iu, ''), { capitals: false, told: true });
  if (of === null || (!isKnown(of, statement.context) && !isAboutName(statement))) return null;
  const written = respell?.(of) ?? null;
  // "Kill alpha tango echo": letters alone must be those of the name before them.
  if (written === null || (bare && !isKnown(of, statement.context) && !soundsAlike(of, written))) return null;
  return { kind: 'spelling', written, of };
}

function isAboutName({ context, opening }: Statement): boolean {
  return context.lastNamed !== null || context.nameAsked === true || opening.denied;
}

/** Letters alone are a name when they look like one: not "A B C", not "B B C". */
function mayBeName(written: string, { lastNamed }: CorrectionContext, introduced: boolean): boolean {
  if (!VOWEL.test(written) || ALPHABET.includes(written.toLowerCase())) return false;
  return introduced || written.length > 3 || (lastNamed !== null && soundsAlike(written, lastNamed));
}

function isKnown(name: string, { knownNames, lastNamed }: CorrectionContext): boolean {
  return [lastNamed, ...knownNames].some((other) => other !== null && nameKey(other) === nameKey(name));
}

function without(forms: readonly string[], written: string): string[] {
  return [...new Set(forms)].filter((form) => form !== '' && form !== written);
}
