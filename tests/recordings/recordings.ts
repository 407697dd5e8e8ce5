import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readWav } from '../../models/audio/wav.ts';

const schema = z.array(
  z.strictObject({
    file: z.string(),
    /** What is said; empty for sounds without speech. */
    text: z.string(),
    voice: z.string(),
    speed: z.number(),
    /** 'none' or what was added. */
    noise: z.string(),
    source: z.string(),
    licence: z.string(),
    /** Where speech begins and ends in the signal before noise was added; null without speech. */
    speechStartMs: z.number().nullable(),
    speechEndMs: z.number().nullable(),
  }),
);

export type Recording = z.output<typeof schema>[number];

/** Every recording with its label, as `recordings.json` lists them. */
export function allRecordings(): Recording[] {
  return schema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'recordings.json'), 'utf8')));
}

/** @returns mono, 16 kHz */
export function samplesOf(file: string): Float32Array {
  return readWav(readFileSync(join(import.meta.dirname, file))).samples;
}
