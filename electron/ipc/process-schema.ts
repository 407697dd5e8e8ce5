import { z } from 'zod';
import { engineAccessSchema } from './engine-schema.ts';
import { conversationKindSchema, noticeSchema, presenceSchema } from './presence-schema.ts';
import { profilesSchema } from './window-schema.ts';

/** The boundary between main and the conversation process. Carries the profile's key and those of services: never logged. */

const nothing = z.undefined();

export const processContract = {
  requests: {
    /**
     * First message after the fork. `dataKey`: 32 bytes as hex. `keyOrigin`: 'keyring' = unwrapped by the system's
     * keyring; 'session' = made for this run because there is no keyring; 'passphrase' = unlocked earlier in this run.
     */
    open: {
      input: z.strictObject({
        profileFolder: z.string(),
        modelFolder: z.string(),
        logFile: z.string(),
        dataKey: z.string().regex(/^[0-9a-f]{64}$/),
        keyOrigin: z.enum(['keyring', 'session', 'passphrase']),
        personaId: z.string(),
        talkMode: z.enum(['push-to-talk', 'hands-free']),
        volume: z.number(),
        rate: z.number(),
        locale: z.string(),
        timeZone: z.string(),
        /** For "switch to Anna's profile". */
        profiles: profilesSchema,
        /** Holds keys: never logged. */
        engines: engineAccessSchema,
      }),
      output: nothing,
    },
    globalKey: { input: z.strictObject({ direction: z.enum(['down', 'up']) }), output: nothing },
    cancel: { input: nothing, output: nothing },
    /** Recordings that were dropped on the window, chosen, or handed over by the system. Absolute. */
    offerFiles: { input: z.strictObject({ paths: z.array(z.string().max(4096)).min(1).max(1000) }), output: nothing },
    /** Writes the sound of a recording to a place that the person chose. Problem 'sound-not-saved'. */
    saveSound: { input: z.strictObject({ id: z.string().max(80), path: z.string().max(4096) }), output: nothing },
    /** A profile was added, renamed or removed. */
    profilesChanged: { input: profilesSchema, output: nothing },
    /** Another engine was chosen, a key entered, Parley taken offline. Holds keys: never logged. */
    enginesChanged: { input: engineAccessSchema, output: nothing },
    /** Chosen in the tray; the call stays open. */
    switchPersona: { input: z.strictObject({ id: z.string().max(80) }), output: nothing },
    /** The machine woke up: timers are checked, devices re-read. */
    wake: { input: nothing, output: nothing },
    /** Commits what is running and closes the store; answered when nothing can be lost any more. */
    shutDown: { input: nothing, output: nothing },
  },
  events: {
    presence: z.strictObject({ presence: presenceSchema, capturing: z.boolean(), personaName: z.string() }),
    /** A private conversation is kept out of screenshots. Told on every change; a process that begins is 'kept'. */
    conversationKind: z.strictObject({ kind: conversationKindSchema }),
    /** Somebody said "switch to Anna's profile". Main switches once the reply has been spoken, if there is such a profile. */
    profileAsked: z.strictObject({ name: z.string().max(200) }),
    /** Whom one can talk to, for the tray; told at the start and on every change. */
    personas: z.strictObject({ personas: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
    /** The passphrase was right: main keeps the key for a restart of this process within this run. */
    unlocked: z.strictObject({ dataKey: z.string() }),
    /** Speech changed a setting ("louder", "switch to ..."). */
    settingsChanged: z.strictObject({
      personaId: z.string().optional(),
      talkMode: z.enum(['push-to-talk', 'hands-free']).optional(),
      volume: z.number().optional(),
      rate: z.number().optional(),
      engineId: z.string().max(80).optional(),
    }),
    /** Which engines there are, for the tray; told at the start and on every change. */
    engines: z.strictObject({ engines: z.array(z.strictObject({ id: z.string(), label: z.string(), isChosen: z.boolean() })) }),
    /** How far the recordings are that become text; `share` is 0..1 over all of them, null when there are none. */
    recordingsUnderWay: z.strictObject({ open: z.number().int(), share: z.number().min(0).max(1).nullable() }),
    /** One has ended; its name is shown, never logged. */
    recordingEnded: z.strictObject({
      id: z.string(),
      name: z.string(),
      state: z.enum(['done', 'no-speech', 'failed']),
      tookMs: z.number(),
    }),
    notice: noticeSchema,
  },
} as const;
export type ProcessContract = typeof processContract;
