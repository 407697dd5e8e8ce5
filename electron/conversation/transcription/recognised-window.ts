import { z } from 'zod';
import { leftSoundSchema } from '../../ipc/transcription-schema.ts';

/** What the voice encoder says of a second and a half of a stretch. */
const voicePieceSchema = z.strictObject({
  startMs: z.number(),
  endMs: z.number(),
  /** Signed bytes in base64, a value each, scaled to the largest; all zeros for silence. */
  vector: z.string(),
});
export type VoicePiece = z.output<typeof voicePieceSchema>;

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
  /** Only where voices are told apart. */
  voices: z.array(voicePieceSchema).optional(),
  /** Only where it was recognised elsewhere. */
  left: leftSoundSchema.optional(),
});
export type RecognisedWindow = z.output<typeof recognisedWindowSchema>;

export const SAMPLES_A_MS = 16;
