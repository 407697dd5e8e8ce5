import { z } from 'zod';
import { problemSchema } from './derive-ipc.ts';

/** The boundary between the page and the main process: windows, settings, the machine. Nothing of what people say. */

export const settingsSchema = z.strictObject({
  /** The first-run pages were finished or skipped. */
  welcomed: z.boolean(),
  talkMode: z.enum(['push-to-talk', 'hands-free']),
  /** deviceId of the chosen microphone; null = the system's default. */
  microphoneId: z.string().max(200).nullable(),
  speakerId: z.string().max(200).nullable(),
  /** Keep the microphone open between turns, so that the first word is never clipped. */
  microphoneReady: z.boolean(),
  /** uiohook key name of the global talk key; null = none. */
  globalKey: z.string().max(40).nullable(),
  cues: z.boolean(),
  appearance: z.enum(['system', 'light', 'dark']),
  personaId: z.string().max(80),
  volume: z.number().min(0).max(1),
  rate: z.number().min(0.65).max(1.5),
  trayHintShown: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Not `.default()` in the schema: there a partial change would bring every default along and undo the other settings. */
export const DEFAULT_SETTINGS: Settings = {
  welcomed: false,
  talkMode: 'push-to-talk',
  microphoneId: null,
  speakerId: null,
  microphoneReady: true,
  globalKey: 'CtrlRight',
  cues: true,
  appearance: 'system',
  personaId: 'nova',
  volume: 1,
  rate: 1,
  trayHintShown: false,
};

export const microphoneStateSchema = z.enum(['closed', 'open', 'live', 'denied', 'missing', 'silent']);
export type MicrophoneState = z.infer<typeof microphoneStateSchema>;

/** Whether the global key knows when it is let go. */
export const globalKeySchema = z.strictObject({
  support: z.enum(['hold', 'toggle', 'none']),
  /** Why it is not 'hold', in one sentence; null when it is. */
  reason: z.string().nullable(),
});

const nothing = z.undefined();

export const windowContract = {
  requests: {
    readSettings: { input: nothing, output: settingsSchema },
    changeSettings: { input: settingsSchema.partial(), output: settingsSchema },
    readGlobalKey: { input: nothing, output: globalKeySchema },
    /** Shows in tray and title what the microphone does; the page calls it on every change. */
    showMicrophone: { input: z.strictObject({ state: microphoneStateSchema }), output: nothing },
    /** macOS: asks the system for the microphone; elsewhere answers 'granted'. */
    askForMicrophone: { input: nothing, output: z.enum(['granted', 'denied']) },
    /** Versions, folders, keyring state: for Diagnostics and About. Paths are shown, never used by the page. */
    readMachine: {
      input: nothing,
      output: z.strictObject({
        version: z.string(),
        electron: z.string(),
        profileFolder: z.string(),
        modelFolder: z.string(),
        logFile: z.string(),
        keyring: z.string(),
      }),
    },
    showLog: { input: nothing, output: nothing },
    /** Asks main for fresh ports to the conversation process; they arrive by `window.postMessage`. */
    connectConversation: { input: nothing, output: nothing },
  },
  events: {
    settings: settingsSchema,
    /** The conversation process is up, died, or will be tried again. */
    conversationProcess: z.strictObject({
      state: z.enum(['starting', 'running', 'restarting', 'stopped']),
      problem: problemSchema.nullable(),
    }),
    /** Tray, menu or command line asked the page for something. */
    show: z.strictObject({ pane: z.enum(['conversation', 'history', 'settings', 'diagnostics', 'welcome']) }),
    toggleTalk: z.undefined(),
    /** Something main could not do (settings not saved, key locked); told again to every page that reads the settings. */
    problem: problemSchema,
  },
} as const;
export type WindowContract = typeof windowContract;

/** Names of the three ports handed to the page together, in this order. */
export const CONVERSATION_PORTS = ['control', 'microphone', 'speaker'] as const;
/** `data` of the `window.postMessage` that carries the ports. */
export const CONVERSATION_PORTS_MESSAGE = 'parley:conversation-ports';
