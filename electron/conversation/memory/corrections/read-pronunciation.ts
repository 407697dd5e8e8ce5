import { LONGEST_NAME } from '../../../ipc/memory-schema.ts';
import { nameKey } from '../names/clean-name.ts';
import { readName } from '../names/name-words.ts';
import { FUNCTION_WORDS, isOrdinaryWord, isState } from '../names/ordinary-words.ts';
import type { Correction, CorrectionContext } from './correction.ts';
import type { Opening } from './correction-opening.ts';

const RESPELLING = String.raw`(?<respelling>\p{L}(?:\.|[\p{L}\p{M}'-]*)(?: \p{L}(?:\.|[\p{L}\p{M}'-]*)){0,3})`;
const RATHER = String.raw`(?:,? (?:and )?(?:not|never|instead of|rather than) [\p{L}][\p{L}\p{M}' -]*)?`;
const SUBJECT = String.raw`(?:it|that|my name|the name|the word|(?<of>[\p{L}][\p{L}\p{M}'-]*(?: [\p{L}][\p{L}\p{M}'-]*){0,2}))`;
const PATTERNS = [
  `${SUBJECT}(?:'s| is|(?<=\\bit)s) (?:actually |really |properly )?(?:pronounced|said|spoken)(?: like| as)? ${RESPELLING}${RATHER}`,
  `(?:please )?(?:you |i |we |people )?(?:should |have to |must )?(?:say|pronounce) ${SUBJECT}(?: like| as)? ${RESPELLING}${RATHER}`,
  `(?:the )?(?:correct |right |proper )?pronunciation(?: of ${SUBJECT})? is ${RESPELLING}${RATHER}`,
  `pronounced(?: like| as)? ${RESPELLING}${RATHER}`,
].map((body) => new RegExp(`^${body}$`, 'iu'));
const BEHIND_WRONG = new RegExp(`^(?:(?:it's|it is|its|say|it should be|that's|the name is|but it's) )?${RESPELLING}${RATHER}$`, 'iu');
/** "EE-gor": syllables joined by hyphens, one of them stressed by capitals. */
const SYLLABLES = /^(?=.*\p{Lu}{2})\p{L}{1,8}(?:-\p{L}{1,8})+$/u;
const WITH_SYLLABLES = new RegExp(
  String.raw`^(?:(?:it's|it is|its|that's|say|say it|you say|you should say|you say it|pronounce it|it's said|my name is|my name's|i'm|the name is|it's more like|more like|it sounds like|it sounds more like|sounds like) )?(?<respelling>\S+?)${RATHER}$`,
  'iu',
);

/** Reads how a name is said: "Igor is pronounced EE-gor", "you're saying it wrong, it's EE-gor". Null for all else. */
export function readPronunciation(words: string, opening: Opening, context: CorrectionContext): Correction | null {
  for (const pattern of PATTERNS) {
    const { of, ...groups } = pattern.exec(words)?.groups ?? {};
    const respelling = groups['respelling']?.replaceAll('.', '');
    if (respelling === undefined || !isRespelling(respelling)) continue;
    const correction = ofNamed(words, respelling, of, opening, context);
    if (correction !== null) return correction;
  }
  const behind = opening.saidWrong ? BEHIND_WRONG.exec(words)?.groups?.['respelling']?.replaceAll('.', '') : undefined;
  if (behind !== undefined && isRespelling(behind) && !isOrdinaryWord(behind) && !/^my name\b/i.test(words)) {
    return { kind: 'pronunciation', respelling: behind, of: null };
  }
  const syllables = WITH_SYLLABLES.exec(words)?.groups?.['respelling'];
  const inQuestion = context.lastNamed !== null || /\bname\b/i.test(words);
  if (syllables !== undefined && inQuestion && SYLLABLES.test(syllables) && syllables.length <= LONGEST_NAME && !isSpelledOut(syllables)) {
    return { kind: 'pronunciation', respelling: syllables, of: null };
  }
  return null;
}

function ofNamed(
  words: string,
  respelling: string,
  of: string | undefined,
  opening: Opening,
  context: CorrectionContext,
): Correction | null {
  if (of === undefined) {
    // "It is pronounced" is about the name only when one was spoken of.
    const isName = context.lastNamed !== null || opening.saidWrong || /\bmy name\b/i.test(words);
    return !isName ? null : { kind: 'pronunciation', respelling, of: null };
  }
  const inUse = [context.lastNamed, ...context.knownNames].find((other) => other !== null && nameKey(other) === nameKey(of));
  const named = inUse ?? (/^\p{Lu}/u.test(of) && !isOrdinaryWord(of) ? readName(of, { capitals: true, told: false }) : null);
  return named === null ? null : { kind: 'pronunciation', respelling, of: named };
}

/** Sounds, not words about how to say something: "seer-sha"; not "dead at the scene", "louder", "differently". */
function isRespelling(text: string): boolean {
  if (text.length > LONGEST_NAME) return false;
  const parts = text.toLowerCase().split(' ');
  if (parts.length === 1)
    return (
      !FUNCTION_WORDS.has(text.toLowerCase()) &&
      !isState(text) &&
      !/^(?:correctly|slowly|slower|louder|softly|twice|dead|guilty)$/i.test(text)
    );
  return !parts.some((part) => ABOUT.has(part) || part.length > 8);
}

const ABOUT = new Set(
  `is are was a an the in at of to with on by from and but when if that this it you your my his her their again please wrong right correctly slowly slower louder
  loud differently way dead guilty mean like french german english spanish italian not`.split(/\s+/),
);

function isSpelledOut(text: string): boolean {
  return text.split('-').every((part) => part.length === 1);
}
