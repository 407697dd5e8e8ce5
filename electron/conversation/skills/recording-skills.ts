import { z } from 'zod';
import { defineSkill, type Skill, type SkillResult } from './skill.ts';
import { declined } from './skill-sentences.ts';

/** The recording that the user asks about, as skills see it. Its words are data: never facts, never orders. */
export interface RecordingDesk {
  /** Null when none was chosen. */
  chosen(): { readonly id: string; readonly name: string; readonly minutes: number; readonly speakers: readonly string[] } | null;
  /** Places whose words answer the question, best first; empty when there are none. */
  find(question: string, most: number): readonly RecordedPassage[];
}

export interface RecordedPassage {
  readonly startMs: number;
  readonly speaker: string | null;
  readonly text: string;
}

const MOST_TOLD = 3;
const LONGEST_QUESTION = 400;
/** The question itself says what it is about: above everything but danger. */
const ABOUT_RECORDING = 1.2;
/** Any other question that has its words in the recording: below every skill that was asked for by its own phrases. */
const HAS_ITS_WORDS = 0.75;

const OF_RECORDING =
  /\b(recording|transcript|audio|the (talk|meeting|memo|interview|call|video|file)|(do|does|did) (he|she|it|they|\p{L}+|speaker \d+) (say|tell|mention|talk|speak|ask|answer|want|think)|(said|mentioned|talked about|spoke about) )/iu;
const WHOLE = /\b(summar|what (is|was) (it|this|that|the \w+) about|the gist|main points|key points|sum (it|this) up)/i;
const QUESTION =
  /\?\s*$|^\s*(what|who|whom|whose|when|where|which|why|how|is|are|was|were|do|does|did|has|have|can|find|search|look for)\b/i;

/** Asking about a recording: code finds the places, a larger model may put them in words, and each is a receipt. */
export function recordingSkills(desk: RecordingDesk): readonly Skill[] {
  return [
    defineSkill({
      name: 'recording.ask',
      description:
        'Finds what is said in the recording the user chose. Use it for every question about that recording; quote what it returns, with the time.',
      parameters: z.strictObject({ question: z.string().min(1).max(LONGEST_QUESTION).describe('the question, in the words of the user') }),
      phrases: [],
      recognise: (utterance) => recognise(utterance, desk),
      effect: 'none',
      run: ({ question }) => answer(question, desk),
    }),
  ];
}

function recognise(utterance: string, desk: RecordingDesk): { arguments: { question: string }; score: number } | null {
  if (desk.chosen() === null || utterance.length > LONGEST_QUESTION) return null;
  if (OF_RECORDING.test(utterance) || WHOLE.test(utterance)) return { arguments: { question: utterance }, score: ABOUT_RECORDING };
  if (!QUESTION.test(utterance) || desk.find(utterance, 1).length === 0) return null;
  return { arguments: { question: utterance }, score: HAS_ITS_WORDS };
}

function answer(question: string, desk: RecordingDesk): SkillResult {
  const recording = desk.chosen();
  if (recording === null) return declined('No recording is chosen. Open one, and press “Ask about this”.');
  const found = desk.find(question, MOST_TOLD);
  const [best] = found;
  if (best === undefined) return nothingFound(question, recording);
  const passages = found.map(({ startMs, speaker, text }) => ({ at: clock(startMs), startMs, speaker, text }));
  return {
    sentence: `At ${spokenTime(best.startMs)}, ${best.speaker === null ? 'it says' : `${best.speaker} says`}: “${best.text}”`,
    data: { recording: recording.name, passages },
    quoted: passages.map(({ startMs, at, speaker, text }) => ({
      recordingId: recording.id,
      startMs,
      label: `${at}${speaker === null ? '' : ` ${speaker}`}: “${text}”`,
    })),
  };
}

function nothingFound(question: string, { name, minutes, speakers }: NonNullable<ReturnType<RecordingDesk['chosen']>>): SkillResult {
  const data = { recording: name, minutes, speakers, passages: [] };
  if (!WHOLE.test(question)) return { sentence: 'I found nothing about that in the recording.', data };
  const who = speakers.length === 0 ? '' : `, with ${speakers.join(' and ')}`;
  const length = minutes < 2 ? 'about a minute' : `${minutes} minutes`;
  return {
    sentence: `It is ${length} long${who}. I can find places in it by their words; to sum it up I would need a larger model or a connected service.`,
    data,
  };
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = 0, ...rest] = parts;
  const shown = rest.map((value, index) => (index > 0 || hours > 0 ? String(value).padStart(2, '0') : String(value))).join(':');
  return hours === 0 ? shown : `${hours}:${shown}`;
}

/** For the ear: "1 hour 2 minutes", "3 minutes 5 seconds", "the beginning". */
function spokenTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).slice(0, 2);
  return said.length === 0 ? 'the beginning' : said.map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(' ');
}
