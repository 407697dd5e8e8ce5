import type { EnginePersona } from '../../realtime-model.ts';
import { ATTENTION, RHETORICAL, TAG } from '../told.ts';
import { linesAboutMe } from './about-me.ts';
import { inOwnWords } from './in-own-words.ts';
import { listeningLines } from './listening-lines.ts';
import { mirrored } from './mirrored.ts';
import { moodOf } from './mood.ts';
import { type Move, moveNamed } from './moves/move-of.ts';
import { saidOutright } from './moves/said-outright.ts';
import { linesWith, saidBack } from './said-back.ts';
import { isAnswer, linesToAnswer } from './said-in-answer.ts';
import { clausesIn } from './thoughts.ts';
import type { Mood } from './topic.ts';
import { graveLines, topicLines } from './topic-lines.ts';
import { turnLines } from './turn-lines.ts';

const never = () => false;
const OTHER_MARKS = /[^\p{L}\p{N}'.,;:!?$%–—-]+/gu;

/** Half a joke is neither good news nor bad. */
const TURNED =
  /\b(?:but|though|although|except|only|none|nobody|never|apparently|already|now|then|or|anyway|laugh\w*|smil\w*|sang|danced)\b/i;
/** So short, and about something said before: said back it is a parrot's. */
const SAYS_LITTLE = /^(?:\S+ ){1,4}(?:it|that|this|him|her|them)$/;
/** A question to the assistant, and then what the teller really has to say. */
const OWN_WORDS_AFTER = /\? +(?=(?:i|i'm|i've|my|mine|we|we're|our|it's|because)\b)(?!.*\?)/i;

/** Whom it is said to, not whom it is about. */
const VOCATIVE = /, ?(?:my friend|mate|buddy|pal|dear|my dear|love|darling)(?=[,.!?]|$)/;

/** Begins a joke; whoever is there says so next. */
const KNOCKS = /^(?:\w+ )?knock knock(?: \w+)?$/;
const WHO_IS_THERE = "Who's there?";
/** A joke with its end. */
const ANSWERED = /\? +\S/;
/** How riddles begin. */
const RIDDLE =
  /^(?:(?:so|okay|hey|right|here's one) )*(?:why (?:did|do|does|don't|couldn't|can't|was|were|are|is) (?:the|an?) |what do you (?:call|get (?:if|when))|what's the difference between|what did the .* say to|how (?:many .* does it take|do you make an?)) ?/;
/** Who is there. */
const LONGEST_CALLER = 4;

export interface CompanyContext {
  readonly persona: EnginePersona;
  /** Of this conversation, oldest first. */
  readonly earlierReplies: readonly string[];
  /** How the words are to be taken, where their meaning tells. */
  readonly move?: Move | null;
  /** Whether they are hardly meant in the mood that they sound of; left out = they are meant as they sound. */
  readonly isHardly?: (mood: 'glad' | 'sad') => boolean;
}

/**
 * What a good listener says to something told: taken from what it is about, whose news it is and how the teller feels, in
 * the teller's own words where no topic is known, and begun in the persona's own. No model is asked, nothing is claimed, no
 * line comes twice running.
 */
export function companyReply(utterance: string, { persona, earlierReplies, move: meant = null, isHardly = never }: CompanyContext): string {
  const told = markedWords(utterance);
  const words = plainWords(told.toLowerCase());
  const move = saidOutright(words) ?? meant;
  if (earlierReplies.at(-1) === WHO_IS_THERE && words.split(' ').length <= LONGEST_CALLER)
    return `${told.charAt(0).toUpperCase()}${told.slice(1).replace(/[.!?]+$/, '')} who?`;
  if (KNOCKS.test(words)) return WHO_IS_THERE;
  if (isRiddle(told, words) || (ANSWERED.test(told) && move?.name === 'joke-asked'))
    return freshest(moveNamed('joke-told')?.lines ?? [], earlierReplies);
  const mood = meantMood(told, isHardly);
  const own = (line: string) => inOwnWords(line, persona, earlierReplies);
  const mayBeAboutMe = move === null || (move.isToMe && !OVER_WORDS.has(move.name));
  const aboutMe = mayBeAboutMe ? linesAboutMe(words, persona.courtesies) : null;
  const [, after] = aboutMe === null ? [] : told.split(OWN_WORDS_AFTER);
  const ownMatter = after === undefined ? null : saidBack(after);
  const first =
    ownMatter === null ? (aboutMe ?? linesFor(told, { mood, move, last: earlierReplies.at(-1) })) : linesWith(ownMatter, 'plain');
  const lines = [...first, ...listeningLines(words, mood, told.endsWith('?'))].map(own);
  return freshest(lines, earlierReplies);
}

/** Whether it is a turn of a knock-knock joke. */
export function isKnocking(utterance: string, lastReply: string | undefined): boolean {
  return lastReply === WHO_IS_THERE || KNOCKS.test(plainWords(utterance.toLowerCase()));
}

/** News to be guessed at; its answer may stand behind it. */
const TO_GUESS =
  /^(?:(?:well|so|oh|hey|and|okay) )*guess (?:what|who)(?:'s|'ve| is| has| just)? (?!(?:the |my )?(?:time|date|day|weather|number|word|age)\b|(?:i|they|we|he|she|my|our|you|it)\b|(?:they|we|i)')\S/;

/** Whether it is a riddle told with its answer, or news to be guessed at: nobody asks what a tyre is, or has a coin tossed for it. */
export function isTeaser(utterance: string): boolean {
  const words = plainWords(utterance.toLowerCase());
  return TO_GUESS.test(words) || isRiddle(utterance, words);
}

/** Said outright, it asks for no skill, whatever else it may sound of. */
const ONLY_TALK = new Set(['rather-not', 'secret', 'promise']);

/** Whether it is only talk by its words: who will not speak of something, or wants a secret kept, wants nothing done. */
export function isOnlyTalk(utterance: string): boolean {
  return ONLY_TALK.has(saidOutright(plainWords(utterance.toLowerCase()))?.name ?? '');
}

function isRiddle(told: string, words: string): boolean {
  return ANSWERED.test(told) && RIDDLE.test(words);
}

/** Whether it is the assistant that somebody speaks of or to, and there is something to say to it. */
export function isAboutMe(utterance: string): boolean {
  return linesAboutMe(plainWords(markedWords(utterance).toLowerCase())) !== null;
}

/** Said to the listener, and better known by meaning than by words. */
const OVER_WORDS = new Set(['joke-asked', 'joke-told', 'shy-start', 'compliment']);
/** Answers: what was said in them is taken up. */
const ANSWERS = new Set(['short-answer', 'yes', 'no', 'dont-know']);

interface Heard {
  readonly mood: Mood;
  readonly move: Move | null;
  readonly last: string | undefined;
}

function linesFor(told: string, { mood, move, last }: Heard): readonly string[] {
  const marked = told.toLowerCase();
  const words = plainWords(marked);
  const isLater = isAnswer(words, last);
  const ofMove = linesOfMove(move, told.length, last);
  if (isLater && (move === null || ANSWERS.has(move.name)))
    return [...(graveLines(words)?.toReversed() ?? []), ...linesToAnswer(marked, words, mood), ...ofMove];
  if (ofMove.length > 0) return ofMove;
  const topic = topicLines(words, mood);
  if (topic !== null) return last?.trimEnd().endsWith('?') === true ? topic.toReversed() : topic;
  if (last !== undefined && SAYS_LITTLE.test(words)) return turnLines(words);
  const [back, question] = [saidBack(told), mirrored(told)];
  return [...(question === null ? [] : [question]), ...(back === null ? [] : linesWith(back, moodSaidBack(back, mood), last))];
}

/** Not always the same first; and who was asked just now is not asked again. */
function linesOfMove(move: Move | null, start: number, last: string | undefined): readonly string[] {
  const { lines = [], isRanked = false } = move ?? {};
  const turned = isRanked ? lines : lines.map((_, at) => lines[(at + start) % lines.length] ?? '');
  const asking = last?.trimEnd().endsWith('?') === true ? turned.filter((line) => line.endsWith('?')) : [];
  return [...turned.filter((line) => !asking.includes(line)), ...asking];
}

/** Bad news from its beginning, good news at its end, and no half of a joke: "You tried on jeans" is no good news, whatever came after. */
function moodSaidBack(back: string, mood: Mood): Mood {
  const clauses = clausesIn(back.replaceAll(/\byou(?:r|rs)?\b/gi, 'my')).map(({ text }) => text);
  if (clauses.slice(1).some((clause) => TURNED.test(clause))) return 'plain';
  const telling = mood === 'glad' ? clauses.at(-1) : clauses[0];
  return moodOfTold(telling ?? '') === mood ? mood : 'plain';
}

/** A horse that is called Soggy Biscuit is no sorrow: names tell nothing. */
function moodOfTold(told: string): Mood {
  return moodOf(plainWords(told.replaceAll(/(?<=[\p{L},;] )(?!I\b)\p{Lu}\p{L}+/gu, 'x').toLowerCase()));
}

/** What it sounds of, unless it is hardly meant so. */
function meantMood(told: string, isHardly: NonNullable<CompanyContext['isHardly']>): Mood {
  const mood = moodOfTold(told);
  return mood !== 'plain' && isHardly(mood) ? 'plain' : mood;
}

function markedWords(utterance: string): string {
  return utterance
    .replaceAll('’', "'")
    .replaceAll(OTHER_MARKS, ' ')
    .replaceAll(/ +(?=[,.;:!?])/g, '')
    .replace(VOCATIVE, '')
    .replace(RHETORICAL, '')
    .replace(ATTENTION, '')
    .trim()
    .replace(TAG, (tag) => (/^ ?(?:right|no|eh|huh)\b/.test(tag) ? tag : ''))
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
