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

/** Id of the engine that recognises recordings on this computer; every other id is a service's. */
export const ON_DEVICE_TRANSCRIPTION = 'on-device';

/** 'mixed': nobody is told apart. 'by-channel': each channel is a speaker of its own. 'by-voice': by what voices sound like. */
export const speakersSchema = z.enum(['mixed', 'by-channel', 'by-voice']);
export type Speakers = z.output<typeof speakersSchema>;

/** What is asked of one file. */
export const transcriptionOptionsSchema = z.strictObject({
  engineId: z.string().max(80).default(ON_DEVICE_TRANSCRIPTION),
  language: z.string().max(20).default('en'),
  /** Sound track; null for the first that can be read. */
  track: z.number().int().nonnegative().nullable().default(null),
  speakers: speakersSchema.default('mixed'),
  /** Written forms to lean towards. */
  names: z.array(z.string()).max(200).default([]),
  /** A recording of our own that still goes on: it becomes text while it grows. */
  growing: z.boolean().default(false),
});
export type TranscriptionOptions = z.output<typeof transcriptionOptionsSchema>;

/** A service that speaks OpenAI's POST /audio/transcriptions. Its key is kept apart from it, under its id. */
export const transcriptionServiceSchema = z.strictObject({
  id: z.string().min(1).max(80),
  label: z.string().trim().min(1).max(60),
  /** Up to and with the version: "https://host/v1". */
  url: z.string().trim().min(1).max(500),
  model: z.string().trim().min(1).max(200),
});
export type TranscriptionService = z.output<typeof transcriptionServiceSchema>;
export const MOST_TRANSCRIPTION_SERVICES = 10;

/** How recordings become text unless it is chosen otherwise for one of them. */
export const transcriptionPreferencesSchema = z.strictObject({
  services: z.array(transcriptionServiceSchema).max(MOST_TRANSCRIPTION_SERVICES),
  engineId: z.string().max(80),
  speakers: speakersSchema,
  /** ISO 639. This computer knows English only. */
  language: z.string().regex(/^[a-z]{2,3}$/),
});
export type TranscriptionPreferences = z.output<typeof transcriptionPreferencesSchema>;

export const DEFAULT_TRANSCRIPTION: TranscriptionPreferences = {
  services: [],
  engineId: ON_DEVICE_TRANSCRIPTION,
  speakers: 'mixed',
  language: 'en',
};

export const transcriptionStateSchema = z.enum(['waiting', 'running', 'paused', 'done', 'no-speech', 'failed', 'cancelled']);
export type TranscriptionState = z.output<typeof transcriptionStateSchema>;

/** One job as the window lists it; sent whole whenever it changes, at most four times a second while it runs. */
export const transcriptionJobSchema = z.strictObject({
  id: z.string(),
  path: z.string(),
  /** Name with signs that could mislead made visible. */
  name: z.string(),
  state: transcriptionStateSchema,
  /** Where its sound goes to become text; null when it stays on this computer. */
  host: z.string().nullable().default(null),
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
