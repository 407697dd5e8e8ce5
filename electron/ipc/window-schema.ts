import { z } from 'zod';
import { problemSchema } from './derive-ipc.ts';
import { DEFAULT_ENGINE_PREFERENCES, enginePreferencesSchema, maskedKeySchema } from './engine-schema.ts';

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
  /** Keep the window out of screenshots and shared screens always, not only in private conversations. */
  screenshotProtection: z.boolean(),
  /** Which engine answers, and what it may cost. */
  engines: enginePreferencesSchema,
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
  screenshotProtection: false,
  engines: DEFAULT_ENGINE_PREFERENCES,
};

export const microphoneStateSchema = z.enum(['closed', 'open', 'live', 'denied', 'missing', 'silent']);
export type MicrophoneState = z.infer<typeof microphoneStateSchema>;

/** Whether the global key knows when it is let go. */
export const globalKeySchema = z.strictObject({
  support: z.enum(['hold', 'toggle', 'none']),
  /** Why it is not 'hold', in one sentence; null when it is. */
  reason: z.string().nullable(),
});

export const screenshotProtectionSchema = z.strictObject({
  isPossible: z.boolean(),
  /** True while the window is kept out of screenshots, by the setting or by a private conversation. */
  isOn: z.boolean(),
});

/** Longer is no name but a mistake. */
export const LONGEST_PROFILE_NAME = 40;
const profileName = z.string().trim().min(1).max(LONGEST_PROFILE_NAME);
const profileId = z.strictObject({ id: z.string().max(80) });

/** One person on this computer: with conversations, memory, key and settings of their own. */
export const profileSchema = z.strictObject({
  id: z.string().max(80),
  name: profileName,
  colour: z.enum(['sea', 'amber', 'plum', 'moss']),
});
export type ProfileSummary = z.infer<typeof profileSchema>;

export const profilesSchema = z.strictObject({ currentId: z.string(), profiles: z.array(profileSchema) });
export type Profiles = z.infer<typeof profilesSchema>;

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
    /** The person pressed "record a meeting": the next request of the page for what this computer plays is granted, once. */
    allowSystemSound: { input: nothing, output: nothing },
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
    listProfiles: { input: nothing, output: profilesSchema },
    /** Makes a profile and stays in this one. */
    addProfile: { input: z.strictObject({ name: profileName }), output: profilesSchema },
    renameProfile: { input: profileId.extend({ name: profileName }), output: profilesSchema },
    /** Ends this conversation and begins one with the other profile's memory, key and settings. */
    switchProfile: { input: profileId, output: profilesSchema },
    /** Gone for good: first its key, then its files. Never the one that is open. */
    removeProfile: { input: profileId, output: profilesSchema },
    /** Which services have a key; never the keys. */
    listKeys: { input: nothing, output: z.array(maskedKeySchema) },
    /** Keeps a key; it goes to the conversation process and is never given back. */
    saveKey: {
      input: z.strictObject({ service: z.string().min(1).max(80), key: z.string().min(1).max(1000) }),
      output: z.array(maskedKeySchema),
    },
    removeKey: { input: z.strictObject({ service: z.string().min(1).max(80) }), output: z.array(maskedKeySchema) },
    /** Asks the person for recordings with the system's dialog; what is chosen appears in the list. */
    chooseRecordings: { input: z.strictObject({ what: z.enum(['files', 'folder']) }), output: nothing },
    /** Asks the person where to, and writes the sound of a recording there. @see `name` is proposed, without a folder */
    saveSound: { input: z.strictObject({ id: z.string().max(80), name: z.string().max(255) }), output: nothing },
    /** Destroys the open profile's key, then all it kept, and begins anew with another key. Its settings stay. */
    deleteEverything: { input: nothing, output: nothing },
    /** Whether this system can keep a window out of screenshots. */
    readScreenshotProtection: { input: nothing, output: screenshotProtectionSchema },
    /** Asks main for fresh ports to the conversation process; they arrive by `window.postMessage`. */
    connectConversation: { input: nothing, output: nothing },
  },
  events: {
    settings: settingsSchema,
    /** A profile was added, renamed, removed or switched to. After a switch the settings come first. */
    profiles: profilesSchema,
    screenshotProtection: screenshotProtectionSchema,
    /** A key was entered, removed, or is kept in another way now. */
    keys: z.array(maskedKeySchema),
    /** The conversation process is up, died, or will be tried again. */
    conversationProcess: z.strictObject({
      state: z.enum(['starting', 'running', 'restarting', 'stopped']),
      problem: problemSchema.nullable(),
    }),
    /** Tray, menu or command line asked the page for something. */
    show: z.strictObject({
      pane: z.enum(['conversation', 'history', 'recordings', 'settings', 'diagnostics', 'welcome']),
      /** Of the pane of recordings: the one to open. */
      recordingId: z.string().optional(),
    }),
    toggleTalk: z.undefined(),
    /** Something main could not do (settings not saved, key locked); told again to every page that reads the settings. */
    problem: problemSchema,
  },
} as const;
export type WindowContract = typeof windowContract;

/** Paths of files that were dropped or pasted, from the preload alone: no request of the page can carry one. */
export const OFFERED_FILES_CHANNEL = 'parley:offered-files';
export const offeredPathsSchema = z.array(z.string().min(1).max(4096)).min(1).max(1000);

/** Names of the three ports handed to the page together, in this order. */
export const CONVERSATION_PORTS = ['control', 'microphone', 'speaker'] as const;
/** `data` of the `window.postMessage` that carries the ports. */
export const CONVERSATION_PORTS_MESSAGE = 'parley:conversation-ports';
