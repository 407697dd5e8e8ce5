import { z } from 'zod';

/** The part of the conversation's contract that fits turn-taking to one person: pauses, "mhm", the echo of the room. */

/** What is measured, in this order; each takes about twenty seconds. */
export const TUNING_STEPS = ['pauses', 'listening', 'echo'] as const;
const tuningStepSchema = z.enum(TUNING_STEPS);
export type TuningStep = z.output<typeof tuningStepSchema>;
/** A step ends by itself after this. */
export const TUNING_STEP_MS = 20_000;

/** What a reply sounds like in the microphone: how loud (1 = as loud as it was played), and how late. */
const knownEchoSchema = z.strictObject({ gain: z.number().min(0).max(8), delayMs: z.number().min(0).max(448) });
export type KnownEcho = z.output<typeof knownEchoSchema>;

/** How one person talks, and in which room. */
export const mannerSchema = z.strictObject({
  /** Multiplies the silences after which a turn is over; 1 = as for everybody. */
  pauseFactor: z.number().min(0.8).max(2.5),
  /** What the recogniser makes of this person's "mhm", in lower case without signs. */
  listeningWords: z.array(z.string().min(1).max(40)).max(12),
  /** Null = not measured: it is learned anew at the beginning of every run. */
  echo: knownEchoSchema.nullable(),
});
export type Manner = z.output<typeof mannerSchema>;

export const EVERYBODY: Manner = { pauseFactor: 1, listeningWords: [], echo: null };

const count = z.number().int().nonnegative();
const milliseconds = z.number().nonnegative();

/** What was found in the recording of one step, as it is now and as it would be. */
export const tuningResultSchema = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('pauses'),
    pauses: count,
    longestMs: milliseconds,
    /** Pauses in which the answer would have begun. */
    cutOff: z.strictObject({ before: count, after: count }),
    /** How long it waits at such a pause. */
    waitMs: z.strictObject({ before: milliseconds, after: milliseconds }),
  }),
  z.strictObject({
    step: z.literal('listening'),
    sounds: count,
    /** Sounds that would have ended a reply. */
    ended: z.strictObject({ before: count, after: count }),
  }),
  z.strictObject({
    step: z.literal('echo'),
    /** Loudness of what comes back against what was played; null = nothing does. */
    echoDb: z.number().nullable(),
    /** How often its own voice was taken for somebody's. */
    mistaken: z.strictObject({ before: count, after: count }),
    /** How long it could not tell its own voice from yours. */
    unsureMs: z.strictObject({ before: milliseconds, after: milliseconds }),
  }),
]);
export type TuningResult = z.output<typeof tuningResultSchema>;

export const tuningStateSchema = z.strictObject({
  manner: mannerSchema,
  /** There is something to go back to. */
  canUndo: z.boolean(),
});
export type TuningState = z.output<typeof tuningStateSchema>;

const nothing = z.undefined();

export const tuningRequests = {
  readTuning: { input: nothing, output: tuningStateSchema },
  /** From now on what the microphone hears is measured, and no turn. Problem 'tuning' while a reply sounds. */
  beginTuning: { input: z.strictObject({ step: tuningStepSchema }), output: nothing },
  /** Measures what was heard. Problem 'tuning-too-little' when that was not enough to tell. */
  finishTuning: { input: nothing, output: tuningResultSchema },
  /** The microphone is the conversation's again; what was measured and not kept is forgotten. */
  cancelTuning: { input: nothing, output: nothing },
  /** Uses what was measured from now on. */
  keepTuning: { input: nothing, output: tuningStateSchema },
  /** As it was before the last change. */
  undoTuning: { input: nothing, output: tuningStateSchema },
  /** As for everybody. */
  resetTuning: { input: nothing, output: tuningStateSchema },
} as const;

/** The same as a contract of its own, for the types of its two sides. */
export type TuningContract = { readonly requests: typeof tuningRequests; readonly events: Record<never, never> };
