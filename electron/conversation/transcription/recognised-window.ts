import { z } from 'zod';

/**
 * One stretch of speech after recognition: the unit of work, and one record of the journal. Places are samples at 16 kHz
 * from the beginning of the file.
 */
export const recognisedWindowSchema = z.strictObject({
  channel: z.number().int().nullable(),
  /** Where reading went on before this stretch: the `nextSample` of the one before. */
  fromSample: z.number().int(),
  startSample: z.number().int(),
  endSample: z.number().int(),
  nextSample: z.number().int(),
  continuesBefore: z.boolean(),
  continuesAfter: z.boolean(),
  averageLogProbability: z.number(),
  /** Times in milliseconds from the beginning of the file; empty where a guard found the text invented. */
  words: z.array(z.strictObject({ text: z.string(), startMs: z.number(), endMs: z.number(), confidence: z.number() })),
});
export type RecognisedWindow = z.output<typeof recognisedWindowSchema>;

export const SAMPLES_A_MS = 16;
