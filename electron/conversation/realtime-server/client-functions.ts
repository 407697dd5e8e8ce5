import type { PhraseMatch, ToolDefinition } from '../../../models/speech-to-speech/realtime-model.ts';
import type { FunctionTool } from './session-schema.ts';
import type { SessionSettings } from './session-settings.ts';

/** Words of a name that say nothing about when it is meant. */
const EMPTY_WORDS = new Set('get set fetch do call run make tool function the a an of for to by'.split(' '));
/** Above what this program does by itself, below emergencies. */
const CLIENT_FIRST = 1.5;
const LEADS_TO_NAME = /\b(?:in|at|for|to|of|about|from|with|called|named|near)\s+(?:the\s+|a\s+)?([^,.?!;]+?)\s*[,.?!;]*$/i;
const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/**
 * The client's functions as an engine sees them. Larger models call them by their description. The small model of this
 * computer cannot: for it a function is called when every telling word of its name is said and each argument it must have
 * can be read off the words, and not otherwise.
 */
export function clientFunctions({ tools, tool_choice }: Pick<SessionSettings, 'tools' | 'tool_choice'>): readonly ToolDefinition[] {
  if (tool_choice === 'none') return [];
  const offered = typeof tool_choice === 'object' ? tools.filter(({ name }) => name === tool_choice.name) : tools;
  return offered.map((tool) => ({
    name: tool.name,
    description: tool.description,
    parameters: tool.parameters,
    effect: 'writes',
    match: (utterance) => functionMatch(tool, utterance),
  }));
}

function functionMatch({ name, parameters }: FunctionTool, utterance: string): PhraseMatch | null {
  const telling = wordsOf(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).filter((word) => !EMPTY_WORDS.has(word));
  const said = new Set(wordsOf(utterance).map(singular));
  if (telling.length === 0 || !telling.every((word) => said.has(singular(word)))) return null;
  const properties = Object.entries((parameters['properties'] ?? {}) as Record<string, Record<string, unknown>>);
  const required = new Set((parameters['required'] ?? []) as string[]);
  const given: Record<string, unknown> = {};
  let namedTaken = false;
  for (const [key, schema] of properties) {
    const free = schema['type'] === 'string' && schema['enum'] === undefined;
    const value = free && namedTaken ? undefined : argumentOf(schema, utterance);
    if (value === undefined && required.has(key)) return null;
    if (value === undefined) continue;
    given[key] = value;
    namedTaken ||= free;
  }
  return { arguments: given, score: CLIENT_FIRST };
}

function argumentOf(schema: Readonly<Record<string, unknown>>, utterance: string): unknown {
  const words = wordsOf(utterance);
  if (Array.isArray(schema['enum'])) {
    return schema['enum'].find((choice) => typeof choice === 'string' && ` ${words.join(' ')} `.includes(` ${wordsOf(choice).join(' ')} `));
  }
  if (schema['type'] === 'number' || schema['type'] === 'integer') return numberIn(words);
  return schema['type'] === 'string' ? LEADS_TO_NAME.exec(utterance)?.[1] : undefined;
}

function numberIn(words: readonly string[]): number | undefined {
  for (const word of words) {
    if (/^\d+$/.test(word)) return Number(word);
    const value = NUMBER_WORDS.indexOf(word);
    if (value !== -1) return value;
  }
  return undefined;
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
