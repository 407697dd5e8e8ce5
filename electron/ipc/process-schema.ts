import { z } from 'zod';
import { noticeSchema, presenceSchema } from './conversation-schema.ts';

/** The boundary between main and the conversation process. Carries the profile's key: never logged. */

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
      }),
      output: nothing,
    },
    globalKey: { input: z.strictObject({ direction: z.enum(['down', 'up']) }), output: nothing },
    cancel: { input: nothing, output: nothing },
    /** The machine woke up: timers are checked, devices re-read. */
    wake: { input: nothing, output: nothing },
    /** Commits what is running and closes the store; answered when nothing can be lost any more. */
    shutDown: { input: nothing, output: nothing },
  },
  events: {
    presence: z.strictObject({ presence: presenceSchema, capturing: z.boolean(), personaName: z.string() }),
    /** The passphrase was right: main keeps the key for a restart of this process within this run. */
    unlocked: z.strictObject({ dataKey: z.string() }),
    /** Speech changed a setting ("louder", "switch to ..."). */
    settingsChanged: z.strictObject({
      personaId: z.string().optional(),
      talkMode: z.enum(['push-to-talk', 'hands-free']).optional(),
      volume: z.number().optional(),
      rate: z.number().optional(),
    }),
    notice: noticeSchema,
  },
} as const;
export type ProcessContract = typeof processContract;
