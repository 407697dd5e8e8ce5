import { z } from 'zod';

/** The part of the conversation's contract that is about recording: a memo or a meeting, straight to disk. */

/** A memo is one voice; a meeting may have the computer's own sound on a channel of its own. */
const recordingKindSchema = z.enum(['memo', 'meeting']);
export type RecordingKind = z.output<typeof recordingKindSchema>;

/** What the recorder does. The indicator is on in every state but 'off': also while it is paused. */
export const recorderStateSchema = z.strictObject({
  state: z.enum(['off', 'recording', 'paused', 'finishing']),
  kind: recordingKindSchema.nullable(),
  /** Name of the file that is written; null when there is none. */
  name: z.string().nullable(),
  /** The job that turns it into text while it grows. */
  jobId: z.string().nullable(),
  /** How much sound is with the system, safe from a crash. */
  writtenMs: z.number().nonnegative(),
  /** Why it ended by itself; null when it did not. */
  problem: z.strictObject({ message: z.string(), whatToDo: z.string() }).nullable(),
});
export type RecorderState = z.output<typeof recorderStateSchema>;

const nothing = z.undefined();

export const recorderRequests = {
  readRecorder: { input: nothing, output: recorderStateSchema },
  /** `systemSound`: the page sends a second stream of frames, of what this computer plays. Problem 'recording' when one runs. */
  startRecording: { input: z.strictObject({ kind: recordingKindSchema, systemSound: z.boolean() }), output: recorderStateSchema },
  pauseRecording: { input: nothing, output: recorderStateSchema },
  resumeRecording: { input: nothing, output: recorderStateSchema },
  /** Answered when the file is whole; its last words come with its job. */
  stopRecording: { input: nothing, output: recorderStateSchema },
} as const;

export const recorderEvents = {
  /** At every change, and once a second while it records. */
  recorderChanged: recorderStateSchema,
  /** Words of the running recording, in order, once each; `text` follows on what was told before. */
  recordingHeard: z.strictObject({ jobId: z.string(), text: z.string() }),
} as const;

/** The same as a contract of its own, for the types of its two sides. */
export type RecorderContract = { readonly requests: typeof recorderRequests; readonly events: typeof recorderEvents };
