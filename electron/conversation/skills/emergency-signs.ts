import { bodySigns } from './danger/body-signs.ts';
import type { EmergencyKind } from './danger/sign.ts';
import { surroundingSigns } from './danger/surrounding-signs.ts';
import { spokenSentences, spokenWords } from './words/spoken-words.ts';

const SIGNS = [...bodySigns, ...surroundingSigns];

/** Questions about a danger, and dangers that are over or denied, are no emergencies. */
const ABOUT =
  /^(?:(?:hey|ok|okay|so|and|well|please|can you|could you|do you know) )*(?:what (?:is|are|does|do|was|were|causes)(?! wrong| happening)|who|define|explain|tell me about|tell me a|how (?:common|many|often|likely)|when (?:was|did)|why (?:do|does|did|is)|which|spell|translate|write|read|play|sing|search|is it true|have you heard)\b/;
const DENIED =
  /\b(?:no|not|never|without|do not have|does not have|did not have|is not|are not|was not|am not)(?: (?:a|an|any|having|the|really|being|in)){0,2} (?:chest pain|heart attack|stroke|fire|gas leak|emergency|overdose|overdosing|bleeding|choking|dying|drowning|seizure|suicidal|attacked|robbed|thinking (?:of|about) suicide)\b/;

/**
 * The kind of danger an utterance speaks of, null when it speaks of none. Each sentence is read by itself, so that what is
 * harmless in one does not hide what is said in the next. Reads words alone: it may be wrong both ways.
 */
export function emergencyIn(utterance: string): EmergencyKind | null {
  for (const sentence of spokenSentences(utterance)) {
    const kind = emergencyInSentence(sentence);
    if (kind !== null) return kind;
  }
  return null;
}

function emergencyInSentence(sentence: string): EmergencyKind | null {
  const text = spokenWords(sentence)
    .map((word) => word.text)
    .join(' ')
    // Here `'s` is rather "is" than "of": "my husband's hitting me".
    .replaceAll(/'s\b/g, ' is')
    .replaceAll(/\b(some|any|every) (one|body|more|thing)\b/g, '$1$2')
    .replaceAll('anymore', 'any more');
  const sign = SIGNS.find(({ said, unless }) => said.test(text) && unless?.test(text) !== true);
  if (sign === undefined || DENIED.test(text)) return null;
  return ABOUT.test(text) && !concernsSomebody(text) ? null : sign.kind;
}

/** "What do I do, my father is choking" asks about somebody here. */
function concernsSomebody(text: string): boolean {
  return /\b(?:what (?:do|should|can|shall) (?:i|we) do|help|right now|way (?:for me )?to (?:die|end it))\b/.test(text);
}
