import type { z } from 'zod';
import { LARGEST_PERSONA_FILE_BYTES, PERSONA_FORMAT, PERSONA_VERSION, type Persona, personaFileSchema } from '../../ipc/persona-schema.ts';
import { depthFault, forbiddenKey } from './json-bounds.ts';
import { plainText } from './plain-text.ts';

export type ReadPersonaFile =
  | { readonly persona: Persona; readonly warnings: readonly string[] }
  /** Why it is no persona, as the middle of a sentence: "it is not valid JSON". */
  | { readonly problem: string };

/**
 * Reads a persona file from anywhere. Nothing in it is run or followed: texts stay texts, what cannot be seen is taken out
 * and told, and every fault is one sentence.
 */
export function parsePersonaFile(text: string): ReadPersonaFile {
  // Characters are at most the bytes: a text that is longer than the limit was a file that is larger.
  if (text.length > LARGEST_PERSONA_FILE_BYTES) return { problem: 'it is larger than 1 MB, and a persona never is' };
  const deep = depthFault(text);
  if (deep !== null) return { problem: deep };
  const json = parseJson(text);
  if (json === undefined) return { problem: 'it is not valid JSON' };
  const forbidden = forbiddenKey(json);
  if (forbidden !== null) return { problem: `it holds the key "${forbidden}", which no persona has` };
  const stranger = notOurs(json);
  if (stranger !== null) return { problem: stranger };
  const seen = { hidden: 0, markup: false };
  const file = personaFileSchema.safeParse(visible(json, seen));
  if (!file.success) return { problem: firstFault(file.error) };
  const { format: _, ...persona } = file.data;
  return { persona, warnings: warningsOf(seen) };
}

/** The persona as a file that `parsePersonaFile` reads back to the same persona. */
export function exportPersonaFile(persona: Persona): string {
  return `${JSON.stringify({ format: PERSONA_FORMAT, ...persona }, null, 2)}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Another program's file, or one of a later Parley. */
function notOurs(json: unknown): string | null {
  const { format, version } = (typeof json === 'object' && json !== null ? json : {}) as { format?: unknown; version?: unknown };
  if (format !== PERSONA_FORMAT) return `it is no persona file of Parley: its "format" is not "${PERSONA_FORMAT}"`;
  if (typeof version === 'number' && version > PERSONA_VERSION) {
    return `it was made by a newer version of Parley (persona format ${version}, this one reads ${PERSONA_VERSION})`;
  }
  return null;
}

/** The same value with every text as it can be seen. */
function visible(value: unknown, seen: { hidden: number; markup: boolean }): unknown {
  if (typeof value === 'string') {
    const { text, hidden } = plainText(value);
    seen.hidden += hidden;
    if (/<\/?[a-z!][^>]*>/i.test(text)) seen.markup = true;
    return text;
  }
  if (Array.isArray(value)) return value.map((inner) => visible(inner, seen));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visible(inner, seen)]));
}

function warningsOf({ hidden, markup }: { hidden: number; markup: boolean }): readonly string[] {
  const warnings: string[] = [];
  if (hidden > 0) warnings.push(`${hidden === 1 ? 'One hidden sign was' : `${hidden} hidden signs were`} taken out of its texts.`);
  if (markup) warnings.push('Its texts hold HTML. It is shown as text and never run.');
  return warnings;
}

export function firstFault(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') return `it holds "${[...issue.path, issue.keys[0]].join('.')}", which no persona has`;
  const where = issue === undefined || issue.path.length === 0 ? 'the file' : `"${issue.path.join('.')}"`;
  return `${where} is not as it should be (${issue?.message ?? 'no reason given'})`;
}
