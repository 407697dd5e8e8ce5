import { z } from 'zod';

const milliseconds = z.number().nonnegative();

/** One word; times count from the beginning of the recording. */
const transcriptWordSchema = z.strictObject({
  text: z.string(),
  startMs: milliseconds,
  endMs: milliseconds,
  /** How sure the recogniser was, 0..1. */
  confidence: z.number().min(0).max(1),
});

/** A sentence or a part of one, said by one speaker. */
const transcriptSegmentSchema = z.strictObject({
  startMs: milliseconds,
  endMs: milliseconds,
  text: z.string(),
  /** Id in `speakers`; null where nobody was told apart. */
  speaker: z.string().nullable(),
  words: z.array(transcriptWordSchema),
});

/** What left this computer to become text: the entry of the ledger. Counted when it left, refused and repeated uploads as well. */
export const leftSoundSchema = z.strictObject({
  host: z.string(),
  seconds: z.number().nonnegative(),
  bytes: z.number().nonnegative(),
  uploads: z.number().nonnegative(),
});
export type LeftSound = z.output<typeof leftSoundSchema>;

/** The whole of a transcript, as it is kept, exported as JSON and edited. Segments are in order of their beginning. */
export const transcriptSchema = z.strictObject({
  version: z.literal(1),
  /** Name of the file, without its folder. */
  name: z.string(),
  durationMs: milliseconds,
  language: z.string(),
  /** Id of the model that recognised it. */
  model: z.string(),
  /** 'estimated': laid over the sound afterwards; 'heard': told by the model. Segments are exact to the pause either way. */
  wordTimes: z.enum(['estimated', 'heard']),
  speakers: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  segments: z.array(transcriptSegmentSchema),
  /** What was odd about the file, one sentence each. */
  notices: z.array(z.string()),
  /** Not there when it was recognised on this computer. */
  left: leftSoundSchema.optional(),
});

export type Transcript = z.output<typeof transcriptSchema>;
export type TranscriptSegment = z.output<typeof transcriptSegmentSchema>;
export type TranscriptWord = z.output<typeof transcriptWordSchema>;

/** What is asked of one file. */
export const transcriptionOptionsSchema = z.strictObject({
  language: z.string().default('en'),
  /** Sound track; null for the first that can be read. */
  track: z.number().int().nonnegative().nullable().default(null),
  /** 'mixed': nobody is told apart. 'by-channel': each channel is a speaker of its own. 'by-voice': by what voices sound like. */
  speakers: z.enum(['mixed', 'by-channel', 'by-voice']).default('mixed'),
  /** Written forms to lean towards. */
  names: z.array(z.string()).max(200).default([]),
  /** A recording of our own that still goes on: it becomes text while it grows. */
  growing: z.boolean().default(false),
});
export type TranscriptionOptions = z.output<typeof transcriptionOptionsSchema>;

export const transcriptionStateSchema = z.enum(['waiting', 'running', 'paused', 'done', 'no-speech', 'failed', 'cancelled']);
export type TranscriptionState = z.output<typeof transcriptionStateSchema>;

/** One job as the window lists it; sent whole whenever it changes, at most four times a second while it runs. */
export const transcriptionJobSchema = z.strictObject({
  id: z.string(),
  path: z.string(),
  /** Name with signs that could mislead made visible. */
  name: z.string(),
  state: transcriptionStateSchema,
  /** How far the sound was recognised; 0 before it begins. */
  positionMs: milliseconds,
  /** What the file claims until it is done; null where it claims nothing. */
  durationMs: milliseconds.nullable(),
  percent: z.number().min(0).max(100).nullable(),
  /** Seconds of sound a second. */
  speed: z.number().nonnegative().nullable(),
  leftMs: milliseconds.nullable(),
  /** Sentences: what failed, and what to do. */
  problem: z.strictObject({ message: z.string(), whatToDo: z.string() }).nullable(),
  notices: z.array(z.string()),
});
export type TranscriptionJob = z.output<typeof transcriptionJobSchema>;
