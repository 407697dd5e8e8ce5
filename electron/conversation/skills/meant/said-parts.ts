import type { SaidPart } from '../../../../models/speech-to-speech/realtime-model.ts';
import type { Canvas } from '../../../ipc/canvas-schema.ts';
import { plainlyNamed } from './plainly-named.ts';

/** Between clauses: one of them may ask, and another tell why. */
const BETWEEN =
  /\s*[,.;:!?–—]+\s*|\s+(?:so|and(?! (?:a |an )?(?:half|quarter|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|hundred)\b)|but|then|because|cos|since)\s+/i;
const LEAST_WORDS = 2;
/** Each is read by a model. */
const MOST_PARTS = 6;
/** What follows is somebody else's, or only supposed. */
const NOT_OWN = /\b(?:said|says|told (?:me|us|him|her|them)|asked|asks)\b|^(?:if|when|whenever|unless|until|imagine|suppose)\b/i;

/**
 * The whole utterance, then its clauses from the last to the first, and what the last ones are together: why somebody asks
 * hides what is asked, to whoever reads the meaning of it all.
 */
export function saidParts(utterance: string, canvas: Canvas | null): readonly SaidPart[] {
  const pieces = clausesIn(utterance);
  const clauses = pieces.filter((words) => words.split(' ').length >= LEAST_WORDS && !NOT_OWN.test(words));
  const parts = pieces.length < 2 ? [] : clauses.toReversed().slice(0, MOST_PARTS);
  return [...new Set([utterance, ...parts])].map((words) => ({ words, plain: plainlyNamed(words, canvas) }));
}

function clausesIn(utterance: string): readonly string[] {
  return utterance.split(BETWEEN).filter((words) => words !== '');
}
