import { z } from 'zod';
import { editDistance } from '../../names/edit-distance.ts';
import type { ToolDefinition } from '../realtime-model.ts';

/** A call that may be made: the tool is there, and what it is given was said. */
export interface CheckedCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, string>>;
}

/** A copied argument may differ from what was heard by so much of its letters; more is something else. */
const UNLIKE = 0.4;
/** Shorter words are copied right or not meant: "nine" is not "five". */
const SHORT_WORD = 4;
/** A span may have so many words more or fewer than the argument. */
const WORDS_MORE = 2;

const schemaOf = z.looseObject({
  properties: z.record(z.string(), z.looseObject({ enum: z.array(z.string()).optional() })).optional(),
  required: z.array(z.string()).optional(),
});
const argumentsSchema = z.record(z.string(), z.string());

/**
 * Reads a line such as `@timer.set {"duration":"five minutes"}` and holds it against the tool's schema. The model may
 * only point: each argument becomes the nearest stretch of what was heard, so that a name is never the model's spelling
 * of it. Choices stay choices.
 * @param words what was heard
 * @returns null when nothing may be called: no such tool now, no word that speaks of it, an argument that nobody said, or one that is missing
 */
export function checkedCall(line: string, tools: readonly ToolDefinition[], words: string): CheckedCall | null {
  const [, name, written = ''] = /^@([\w.-]+)\s*(\{.*\})?\s*$/.exec(line.trim()) ?? [];
  const tool = tools.find((candidate) => candidate.name === name);
  if (name === undefined || tool === undefined || tool.byPhraseOnly === true || tool.isMeantNow?.() === false) return null;
  // "What's my share?" is no toss of a coin, whatever the model makes of it.
  if (tool.isSpokenOf?.(words) === false) return null;
  const given = argumentsOf(written);
  const { properties = {}, required = [] } = schemaOf.parse(tool.parameters);
  const checked: Record<string, string> = {};
  for (const [key, schema] of Object.entries(properties)) {
    const value = given?.[key];
    if (value === undefined) continue;
    const meant = schema.enum === undefined ? nearestSpan(value, words) : schema.enum.find((choice) => choice === value.toLowerCase());
    if (meant != null) checked[key] = meant;
  }
  if (given === null || required.some((key) => checked[key] === undefined)) return null;
  // An argument that was made up is a sign that the call was, too.
  return Object.keys(given).length > 0 && Object.keys(checked).length === 0 ? null : { name, arguments: checked };
}

function argumentsOf(written: string): Readonly<Record<string, string>> | null {
  if (written === '') return {};
  try {
    return argumentsSchema.parse(JSON.parse(written));
  } catch {
    return null;
  }
}

interface Word {
  readonly start: number;
  readonly end: number;
}

/** The stretch of whole words that is most like the argument. @returns null when none is like it */
export function nearestSpan(argument: string, heard: string): string | null {
  const wanted = plain(argument);
  const count = wanted.split(' ').length;
  if (wanted === '') return null;
  const places: Word[] = [...heard.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’.:%-]*[\p{L}\p{M}\p{N}%])?/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  let best: { readonly span: string; readonly unlike: number } | null = null;
  for (const [first, { start }] of places.entries()) {
    for (let length = Math.max(1, count - WORDS_MORE); length <= count + WORDS_MORE; length += 1) {
      const last = places[first + length - 1];
      if (last === undefined) break;
      const span = heard.slice(start, last.end);
      const unlike = editDistance(plain(span), wanted) / Math.max(plain(span).length, wanted.length);
      if (unlike <= UNLIKE && holdsWords(plain(span), wanted) && unlike < (best?.unlike ?? 1)) best = { span, unlike };
    }
  }
  return best?.span ?? null;
}

/** Whether each word of the argument is in the span, or one so like it that it is the same word copied badly. */
function holdsWords(span: string, wanted: string): boolean {
  const said = span.split(' ');
  return wanted
    .split(' ')
    .every((word) =>
      said.some((other) =>
        word.length <= SHORT_WORD ? other === word : editDistance(other, word) <= UNLIKE * Math.max(other.length, word.length),
      ),
    );
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{M}\p{N}'%:. -]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
