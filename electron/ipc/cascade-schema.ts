import { z } from 'zod';

/** Which roles of the engine are done by endpoints elsewhere: a file a person writes. Keys are named, never written. */

const endpoint = {
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  model: z.string().min(1).max(200),
  key: z
    .string()
    .regex(/^(environment:[A-Za-z_]\w{0,99}|kept:[\w.-]{1,100})$/, 'a key is named like environment:GROQ_API_KEY')
    .nullable()
    .default(null),
  metered: z.boolean().nullable().default(null),
};

export const cascadeSchema = z.strictObject({
  speechToText: z
    .strictObject({ ...endpoint, language: z.string().min(2).max(20).nullable().default('en') })
    .nullable()
    .default(null),
  language: z
    .strictObject({
      ...endpoint,
      mostTokens: z.int().min(1).max(100_000).nullable().default(400),
      temperature: z.number().min(0).max(2).nullable().default(null),
    })
    .nullable()
    .default(null),
  textToSpeech: z
    .strictObject({
      ...endpoint,
      voice: z.string().min(1).max(200),
      format: z.enum(['pcm', 'wav']).default('pcm'),
      rateHz: z.int().min(8_000).max(48_000).default(24_000),
      mostCharacters: z.int().min(20).max(100_000).nullable().default(null),
    })
    .nullable()
    .default(null),
});
