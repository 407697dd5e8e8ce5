import type { EnginePersona } from '../../realtime-model.ts';
import { TAG } from '../told.ts';
import { linesAboutMe } from './about-me.ts';
import { inOwnWords } from './in-own-words.ts';
import { listeningLines } from './listening-lines.ts';
import { mirrored } from './mirrored.ts';
import { moodOf } from './mood.ts';
import { linesWith, saidBack } from './said-back.ts';
import { isAnswer, linesToAnswer } from './said-in-answer.ts';
import type { Mood } from './topic.ts';
import { topicLines } from './topic-lines.ts';

const OTHER_MARKS = /[^\p{L}\p{N}'.,;:!?$%–—-]+/gu;

/** Whom it is said to, not whom it is about. */
const VOCATIVE = /, ?(?:my friend|mate|buddy|pal|dear|my dear|love|darling)(?=[,.!?]|$)/;

export interface CompanyContext {
  readonly persona: EnginePersona;
  /** Of this conversation, oldest first. */
  readonly earlierReplies: readonly string[];
}

/**
 * What a good listener says to something told: taken from what it is about, whose news it is and how the teller feels, in
 * the teller's own words where no topic is known, and begun in the persona's own. No model is asked, nothing is claimed, no
 * line comes twice running.
 */
export function companyReply(utterance: string, { persona, earlierReplies }: CompanyContext): string {
  const told = markedWords(utterance);
  const words = plainWords(told.toLowerCase());
  const mood = moodOf(words);
  const own = (line: string) => inOwnWords(line, persona, earlierReplies);
  const aboutMe = linesAboutMe(words, persona.courtesies);
  const lines = [...(aboutMe ?? linesFor(told, mood, earlierReplies.at(-1))), ...listeningLines(words, mood, told.endsWith('?'))].map(own);
  return freshest(lines, earlierReplies);
}

/** Whether it is the assistant that somebody speaks of or to, and there is something to say to it. */
export function isAboutMe(utterance: string): boolean {
  return linesAboutMe(plainWords(markedWords(utterance).toLowerCase())) !== null;
}

function linesFor(told: string, mood: Mood, last: string | undefined): readonly string[] {
  const marked = told.toLowerCase();
  const words = plainWords(marked);
  if (isAnswer(words, last)) return linesToAnswer(marked, words, mood);
  const topic = topicLines(words, mood);
  // Who was asked just now is not asked again.
  if (topic !== null) return last?.trimEnd().endsWith('?') === true ? topic.toReversed() : topic;
  const [back, question] = [saidBack(told), mirrored(told)];
  return [...(question === null ? [] : [question]), ...(back === null ? [] : linesWith(back, moodSaidBack(back, mood)))];
}

/** Only a mood that is in what is said back itself: "You tried on jeans" is no good news, whatever came after. */
function moodSaidBack(back: string, mood: Mood): Mood {
  return moodOf(plainWords(back.toLowerCase())) === mood ? mood : 'plain';
}

function markedWords(utterance: string): string {
  return utterance
    .replaceAll('’', "'")
    .replaceAll(OTHER_MARKS, ' ')
    .replace(VOCATIVE, '')
    .replace(/^guess what[!,.:;] +/i, '')
    .trim()
    .replace(TAG, '')
    .trim();
}

function plainWords(marked: string): string {
  return marked
    .replaceAll(/[.,;:!?]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The first that was not said yet in this conversation, else the one said longest ago. */
function freshest(lines: readonly string[], earlierReplies: readonly string[]): string {
  const ages = lines.map((line) => earlierReplies.lastIndexOf(line));
  return lines[ages.indexOf(Math.min(...ages))] ?? '';
}
