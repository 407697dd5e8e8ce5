import { z } from 'zod';

/** What a client may say about a session, in the words of the protocol; unknown fields are refused. */

/** Longer instructions do not fit any small model. */
const MOST_INSTRUCTIONS = 20_000;
const MOST_TOOLS = 128;

export const formatSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('audio/pcm'), rate: z.literal(24_000).default(24_000) }),
  z.strictObject({ type: z.literal('audio/pcmu') }),
  z.strictObject({ type: z.literal('audio/pcma') }),
]);
export type WireFormat = z.output<typeof formatSchema>;

const decisions = { create_response: z.boolean().default(true), interrupt_response: z.boolean().default(true) };

const turnDetectionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('server_vad'),
    threshold: z.number().min(0).max(1).default(0.5),
    prefix_padding_ms: z.int().min(0).max(5_000).default(300),
    silence_duration_ms: z.int().min(32).max(10_000).default(500),
    /** The server never speaks up by itself. */
    idle_timeout_ms: z.null().default(null),
    ...decisions,
  }),
  z.strictObject({ type: z.literal('semantic_vad'), eagerness: z.enum(['low', 'medium', 'high', 'auto']).default('auto'), ...decisions }),
]);
export type TurnDetection = z.output<typeof turnDetectionSchema>;

const transcriptionSchema = z.strictObject({
  model: z.string().max(200).default('on-device'),
  language: z
    .string()
    .regex(/^en(-|$)/i)
    .optional(),
  languages: z.array(z.string().regex(/^en(-|$)/i)).optional(),
  prompt: z.string().max(4_000).optional(),
  /** Names to lean towards. */
  keywords: z.array(z.string().min(1).max(60)).max(100).optional(),
  delay: z.string().max(20).optional(),
});
export type Transcription = z.output<typeof transcriptionSchema>;

const toolSchema = z.strictObject({
  type: z.literal('function'),
  name: z.string().regex(/^[\w.-]{1,64}$/),
  description: z.string().max(4_000).default(''),
  parameters: z.record(z.string(), z.unknown()).default({}),
});
export type FunctionTool = z.output<typeof toolSchema>;

export const toolChoiceSchema = z.union([
  z.enum(['none', 'auto', 'required']),
  z.strictObject({ type: z.literal('function'), name: z.string().max(64) }),
]);

export const modalitiesSchema = z.array(z.enum(['audio', 'text'])).length(1);
export const instructionsSchema = z.string().max(MOST_INSTRUCTIONS);
export const toolsSchema = z.array(toolSchema).max(MOST_TOOLS);
export const mostTokensSchema = z.union([z.int().min(1).max(4_096), z.literal('inf')]);
export const voiceSchema = z.union([z.string().max(80), z.strictObject({ id: z.string().max(80) })]);

/** Known, kept and given back, without an effect on this server. */
const WITHOUT_EFFECT = {
  model: z.string().max(200),
  include: z.array(z.string().max(100)).max(10).nullable(),
  parallel_tool_calls: z.boolean(),
  reasoning: z.strictObject({ effort: z.string().max(20) }).nullable(),
  truncation: z.unknown(),
  tracing: z.unknown(),
};

export const sessionUpdateSchema = z.strictObject({
  type: z.enum(['realtime', 'transcription']),
  output_modalities: modalitiesSchema.optional(),
  instructions: instructionsSchema.optional(),
  max_output_tokens: mostTokensSchema.optional(),
  tools: toolsSchema.optional(),
  tool_choice: toolChoiceSchema.optional(),
  audio: z
    .strictObject({
      input: z
        .strictObject({
          format: formatSchema.optional(),
          noise_reduction: z.strictObject({ type: z.enum(['near_field', 'far_field']) }).nullish(),
          transcription: transcriptionSchema.nullish(),
          turn_detection: turnDetectionSchema.nullish(),
        })
        .optional(),
      output: z
        .strictObject({ format: formatSchema.optional(), voice: voiceSchema.optional(), speed: z.number().min(0.25).max(1.5).optional() })
        .optional(),
    })
    .optional(),
  ...z.strictObject(WITHOUT_EFFECT).partial().shape,
});
export type SessionUpdate = z.output<typeof sessionUpdateSchema>;
