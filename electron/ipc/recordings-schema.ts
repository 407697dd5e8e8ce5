import { z } from 'zod';
import { transcriptChangeSchema } from './transcript-edits.ts';
import { transcriptionJobSchema, transcriptionOptionsSchema, transcriptSchema } from './transcription-schema.ts';

/** The part of the conversation's contract that is about recordings: files that become text. The page never sees a path. */

/** Segments of a transcript that are read at once: a 10-hour one comes in four or five pieces. */
export const SEGMENTS_A_PIECE = 2000;
/** Sound that is read at once. */
export const LONGEST_SOUND_MS = 20_000;
/** Columns of the picture of the loudness a second, each a byte. */
export const PEAKS_A_SECOND = 20;
/** Seconds of that picture which are read at once. */
export const PEAKS_PIECE_S = 60;

export const recordingJobSchema = transcriptionJobSchema.omit({ path: true }).extend({
  /** Recorded here: its sound lies sealed in the profile, where no other program finds it. */
  isRecorded: z.boolean(),
});
export type RecordingJob = z.output<typeof recordingJobSchema>;

/** A file that was handed in and waits for a choice: what turns it into text, which of its sound tracks, who is told apart. */
export const offeredFileSchema = z.strictObject({
  id: z.string(),
  /** Name with signs that could mislead made visible. */
  name: z.string(),
  /** As the file claims; null where it claims nothing. */
  durationMs: z.number().nullable(),
  tracks: z.array(z.strictObject({ index: z.number().int(), channels: z.number().int(), label: z.string() })),
});
export type OfferedFile = z.output<typeof offeredFileSchema>;

/** `md` opens in any editor; `json` is the documented schema, words and speakers. */
export const transcriptFormatSchema = z.enum(['txt', 'md', 'srt', 'vtt', 'json', 'csv', 'docx']);
export type TranscriptFormat = z.output<typeof transcriptFormatSchema>;

/** A transcript without its segments, which are read in pieces. */
export const transcriptHeadSchema = transcriptSchema.omit({ segments: true }).extend({
  segmentCount: z.number().int(),
  /** Counts edits: an edit made on an older text is refused. */
  revision: z.number().int(),
});
export type TranscriptHead = z.output<typeof transcriptHeadSchema>;

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const samples = z.custom<Float32Array>((value) => value instanceof Float32Array);
/** The recording that the conversation is asked about. */
export const askedRecordingSchema = z.strictObject({ id: z.string(), name: z.string() });
export type AskedRecording = z.output<typeof askedRecordingSchema>;

const nothing = z.undefined();
const idInput = z.strictObject({ id: z.string().max(80) });
const exported = z.strictObject({ name: z.string(), content: z.union([z.string(), bytes]) });

/** What can be chosen for one file. */
const choiceSchema = transcriptionOptionsSchema.pick({ track: true, speakers: true, engineId: true, language: true });
export type RecordingChoice = z.output<typeof choiceSchema>;

export const recordingRequests = {
  /** In the order in which they were added. */
  listRecordings: {
    input: nothing,
    output: z.strictObject({
      jobs: z.array(recordingJobSchema),
      offered: z.array(offeredFileSchema),
      asked: askedRecordingSchema.nullable(),
      /** Whether voices can be told apart on this computer: the model for it is a choice. */
      canTellVoices: z.boolean(),
    }),
  },
  /** Begins with an offered file as chosen. */
  startOffered: { input: idInput.extend(choiceSchema.shape), output: nothing },
  /** A recording of the list is offered once more, to become text in another way; what it became stays. */
  offerAgain: { input: idInput, output: nothing },
  dismissOffered: { input: idInput, output: nothing },
  /** `remove` forgets job and transcript; the file itself stays where it is. */
  steerRecording: { input: idInput.extend({ verb: z.enum(['pause', 'resume', 'cancel', 'retry', 'remove']) }), output: nothing },
  readTranscript: { input: idInput, output: transcriptHeadSchema.nullable() },
  readSegments: { input: idInput.extend({ from: z.number().int().nonnegative() }), output: transcriptSchema.shape.segments },
  /** Kept on disk when it is answered. Problem 'edit-refused' for an edit of an older text. */
  changeTranscript: {
    input: idInput.extend({ revision: z.number().int(), change: transcriptChangeSchema }),
    output: z.strictObject({ revision: z.number().int() }),
  },
  /** Questions of the conversation are answered from this recording too; null ends it. */
  askAbout: { input: z.strictObject({ id: z.string().max(80).nullable() }), output: nothing },
  exportTranscript: { input: idInput.extend({ format: transcriptFormatSchema }), output: exported },
  /** The running conversation in the same formats. */
  exportConversation: { input: z.strictObject({ format: transcriptFormatSchema }), output: exported },
  /** Mono, as long as asked for or to the end. */
  readSound: {
    input: idInput.extend({ startMs: z.number().nonnegative(), lengthMs: z.number().positive().max(LONGEST_SOUND_MS) }),
    output: z.strictObject({ sampleRateHz: z.number(), samples }),
  },
  /** Loudest sample of each twentieth of a second from a whole second on, 0..255; shorter than a piece at the end. */
  readPeaks: { input: idInput.extend({ fromS: z.number().int().nonnegative() }), output: z.strictObject({ peaks: bytes }) },
} as const;

export const recordingEvents = {
  recordingChanged: recordingJobSchema,
  recordingRemoved: z.strictObject({ id: z.string() }),
  filesOffered: z.array(offeredFileSchema),
  recordingAsked: askedRecordingSchema.nullable(),
} as const;

/** The same as a contract of its own, for the types of its two sides. */
export type RecordingContract = { readonly requests: typeof recordingRequests; readonly events: typeof recordingEvents };
