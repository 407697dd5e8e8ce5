import { bodyFrames } from './danger/body-frames.ts';
import { bodySigns } from './danger/body-signs.ts';
import { dangerByWords, seemsHarmless } from './danger/by-words.ts';
import { despairFrames } from './danger/despair-frames.ts';
import type { Frame } from './danger/frame.ts';
import { DENIED, isNotHereAndNow, withoutHarmless } from './danger/guards.ts';
import { heardFor } from './danger/heard-for.ts';
import { type Meaning, MeaningPlaces } from './danger/meaning-places.ts';
import type { EmergencyKind } from './danger/sign.ts';
import { surroundingFrames } from './danger/surrounding-frames.ts';
import { surroundingSigns } from './danger/surrounding-signs.ts';
import { toldSigns } from './danger/told-signs.ts';
import { keepLast } from './keep-last.ts';
import { spokenSentences, spokenWords } from './words/spoken-words.ts';

const SIGNS = [...toldSigns, ...bodySigns, ...surroundingSigns];
const FRAMES = [...despairFrames, ...bodyFrames, ...surroundingFrames];
/** Who it is about is no sign of danger: two others must be there where a third word may have been misheard. */
const WHOM = new Set<Meaning>(['self', 'kin', 'young', 'someone', 'person', 'pet', 'attacker', 'victim', 'intruder', 'things']);
const CERTAIN = FRAMES.filter(({ of }) => of.filter((meaning) => !WHOM.has(meaning)).length > 1);

/** Questions about a danger, and dangers that are over or denied, are no emergencies. */
const ABOUT =
  /^(?:(?:hey|ok|okay|so|and|well|please|can you|could you|do you know) )*(?:what (?:is|are|does|do|was|were|causes)(?! wrong| happening)|who|define|explain|tell me about|tell me a|how (?:common|many|often|likely)|when (?:was|did)|why (?:do|does|did|is)|which|spell|translate|write|read|play|sing|search|is it true|have you heard)\b/;

export interface Emergency {
  readonly kind: EmergencyKind;
  /** Only all words together sound like one, or only a few of them do and the others do not: it may be ordinary talk. */
  readonly isDoubtful: boolean;
}

/** The kind of danger an utterance speaks of, null when it speaks of none. */
export function emergencyIn(utterance: string): EmergencyKind | null {
  return readEmergency(utterance)?.kind ?? null;
}

/**
 * The danger an utterance speaks of, null when it speaks of none. Each sentence is read by itself, so that what is harmless in
 * one does not hide what is said in the next. Reads words alone: it may be wrong both ways.
 */
export const readEmergency = keepLast((utterance: string): Emergency | null => {
  const read = spokenSentences(utterance).flatMap((sentence) => emergencyInSentence(sentence) ?? []);
  return read.find(({ isDoubtful }) => !isDoubtful) ?? read[0] ?? null;
});

function emergencyInSentence(sentence: string): Emergency | null {
  const text = withoutHarmless(plainWords(sentence));
  if (DENIED.test(text)) return null;
  if (isNotHereAndNow(text)) return null;
  const sign = SIGNS.find(({ said, unless }) => said.test(text) && unless?.test(text) !== true);
  if (sign !== undefined) {
    const isAbout = ABOUT.test(text) && !concernsSomebody(text) && !toldSigns.includes(sign);
    return isAbout ? null : { kind: sign.kind, isDoubtful: false };
  }
  const kind = framed(text, FRAMES, text) ?? misheard(text);
  if (kind !== null) return { kind, isDoubtful: seemsHarmless(text) };
  const near = dangerByWords(text);
  return near === null ? null : { kind: near, isDoubtful: true };
}

/** @param said the words as they were heard: what makes them harmless stands there */
function framed(text: string, frames: readonly Frame[], said: string): EmergencyKind | null {
  const places = new MeaningPlaces(text);
  return frames.find(({ of, within, unless }) => places.together(of, within) && unless?.test(said) !== true)?.kind ?? null;
}

/** The same with one word taken for a word of danger that it sounds like; the others must say it without doubt. */
function misheard(text: string): EmergencyKind | null {
  for (const reading of heardFor(text)) {
    const kind = framed(reading, CERTAIN, text);
    if (kind !== null) return kind;
  }
  return null;
}

function plainWords(sentence: string): string {
  return (
    spokenWords(sentence)
      .map((word) => word.text)
      .join(' ')
      // Here `'s` is rather "is" than "of": "my husband's hitting me".
      .replaceAll(/'s\b/g, ' is')
      .replaceAll(/\b(some|any|every) (one|body|more|thing)\b/g, '$1$2')
      .replaceAll(/\banymore\b/g, 'any more')
  );
}

/** "What do I do, my father is choking" asks about somebody here. */
function concernsSomebody(text: string): boolean {
  return /\b(?:what (?:do|should|can|shall) (?:i|we) do|help|right now|way (?:for me )?to (?:die|end it))\b/.test(text);
}
