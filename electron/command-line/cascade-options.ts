import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { CascadeProfile } from '../../models/speech-to-speech/on-device/cascade.ts';
import { cascadeSchema } from '../ipc/cascade-schema.ts';

/** For `parseArgs`: where the roles of the engine go, one by one or by a file. Keys never stand on a command line. */
export const CASCADE_OPTIONS = {
  cascade: { type: 'string' },
  'hearing-url': { type: 'string' },
  'hearing-model': { type: 'string' },
  'hearing-key-env': { type: 'string' },
  'language-url': { type: 'string' },
  'language-model': { type: 'string' },
  'language-key-env': { type: 'string' },
  'voice-url': { type: 'string' },
  'voice-model': { type: 'string' },
  'voice-name': { type: 'string' },
  'voice-key-env': { type: 'string' },
} as const;

type Values = { readonly [Name in keyof typeof CASCADE_OPTIONS]?: string | undefined };

/** @returns null when every role stays on this computer @throws Error with one sentence */
export async function readCascade(values: Values): Promise<CascadeProfile | null> {
  const file = values.cascade === undefined ? {} : await readProfile(values.cascade);
  const named = {
    speechToText: endpoint(values, 'hearing'),
    language: endpoint(values, 'language'),
    textToSpeech: endpoint(values, 'voice', { voice: values['voice-name'] ?? 'alloy' }),
  };
  const given = Object.fromEntries(Object.entries(named).filter(([, role]) => role !== null));
  const read = cascadeSchema.safeParse({ ...file, ...given });
  if (!read.success) throw new Error(`The endpoints cannot be read: ${problemOf(read.error)}.`);
  const { speechToText, language, textToSpeech } = read.data;
  return speechToText === null && language === null && textToSpeech === null ? null : read.data;
}

/** `environment:NAME` is that variable; kept keys can be opened by the application only. */
export function keyFromEnvironment(reference: string): string | null {
  const [, variable] = /^environment:(.+)$/.exec(reference) ?? [];
  return variable === undefined ? null : process.env[variable] || null;
}

function endpoint(values: Values, role: 'hearing' | 'language' | 'voice', more: object = {}): object | null {
  const url = values[`${role}-url`];
  const model = values[`${role}-model`];
  if (url === undefined && model === undefined) return null;
  if (url === undefined || model === undefined) throw new Error(`--${role}-url and --${role}-model belong together: give both.`);
  const variable = values[`${role}-key-env`];
  return { url, model, ...(variable === undefined ? {} : { key: `environment:${variable}` }), ...more };
}

async function readProfile(path: string): Promise<object> {
  const text = await readFile(path, 'utf8').catch((failure: NodeJS.ErrnoException) => {
    throw new Error(`${path} cannot be opened: ${failure.code === 'ENOENT' ? 'there is no such file' : failure.message}.`);
  });
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read;
  } catch {
    // Said below.
  }
  throw new Error(`${path} is not a JSON object.`);
}

function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const where = issue?.path.join('.') ?? '';
  return where === '' ? (issue?.message ?? 'something is missing') : `${where}: ${issue?.message}`;
}
