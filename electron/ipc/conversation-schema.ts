import { z } from 'zod';
import { canvasRequests, canvasViewSchema } from './canvas-schema.ts';
import { engineRequests, engineSummarySchema } from './engine-schema.ts';
import { memoryNoteSchema, memoryRequests } from './memory-schema.ts';
import { personaRequests, personaSummarySchema } from './persona-schema.ts';
import { conversationKindSchema, noticeSchema, presenceSchema } from './presence-schema.ts';
import { recorderEvents, recorderRequests } from './recorder-schema.ts';
import { recordingEvents, recordingRequests } from './recordings-schema.ts';
import { tuningRequests } from './tuning-schema.ts';

/** The boundary between the page and the conversation process (control messages; audio has ports of its own). */

/** Milliseconds on the clock of the conversation, null where a station did not see the turn. */
export const timelineSchema = z.strictObject({
  /** The user's last speech frame. */
  speechEndMs: z.number().nullable(),
  /** Turn-taking decided that the turn is over. */
  commitMs: z.number().nullable(),
  /** The final transcript exists. */
  transcriptMs: z.number().nullable(),
  firstTokenMs: z.number().nullable(),
  firstAudioMs: z.number().nullable(),
  /** The speaker reported the first sample really played. */
  firstSoundMs: z.number().nullable(),
});
export type TurnTimeline = z.infer<typeof timelineSchema>;

export const storedTurnSchema = z.strictObject({
  id: z.string(),
  conversationId: z.string(),
  role: z.enum(['user', 'assistant']),
  text: z.string(),
  /** For the user: the words before a name in them was put right; null when nothing was. */
  heardText: z.string().nullable(),
  unheardText: z.string(),
  interrupted: z.boolean(),
  skill: z.string().nullable(),
  personaId: z.string(),
  engineId: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  timeline: timelineSchema.nullable(),
  /** What was learned from it, or used for it. */
  notes: z.array(memoryNoteSchema),
});
export type StoredTurn = z.infer<typeof storedTurnSchema>;

export const conversationSummarySchema = z.strictObject({
  id: z.string(),
  startedAt: z.string(),
  personaId: z.string(),
  turnCount: z.number().int(),
  /** When it deletes itself; null for one that stays. */
  expiresAt: z.string().nullable(),
  /** The user's first words. */
  title: z.string(),
  /** Where the query was found, with the match between «»; null without a query. */
  excerpt: z.string().nullable(),
});
export type ConversationSummary = z.infer<typeof conversationSummarySchema>;

/** How long a disappearing conversation stays after it began. */
export const DISAPPEARS_AFTER_MS = 24 * 60 * 60 * 1000;

const thinkingEffortSchema = z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh']);

export const talkModeSchema = z.enum(['push-to-talk', 'hands-free']);
export type TalkMode = z.infer<typeof talkModeSchema>;

/** Everything the window needs to draw itself; sent whole on every change (it is small). */
export const conversationStateSchema = z.strictObject({
  presence: presenceSchema,
  /** True exactly while microphone frames are taken into an utterance. */
  capturing: z.boolean(),
  talkMode: talkModeSchema,
  persona: personaSummarySchema,
  /** What answers, where it runs, and whether there is a line to it; 'lost': the next one is being tried. */
  engine: z.strictObject({
    id: z.string(),
    label: z.string(),
    runsOn: z.enum(['this-computer', 'host']),
    line: z.enum(['open', 'opening', 'lost']),
  }),
  /** How hard the engine can be asked to think, the least first, and how hard it does; null where it does not think. */
  thinking: z.strictObject({ efforts: z.array(thinkingEffortSchema).min(2), effort: thinkingEffortSchema }).nullable(),
  /** What it is doing, after 600 ms of thinking ("adding it up"); null otherwise. */
  activity: z.string().nullable(),
  /** 'kept': saved for good. 'session': lost at quit, because no keyring and no passphrase. 'locked': a passphrase is needed. 'read-only': the folder cannot be written. */
  keeping: z.enum(['kept', 'session', 'locked', 'read-only']),
  userName: z.string().nullable(),
  conversationKind: conversationKindSchema,
  /** When a disappearing conversation deletes itself; null for the others. */
  expiresAt: z.string().nullable(),
  timers: z.array(z.strictObject({ id: z.string(), label: z.string().nullable(), endsAt: z.string() })),
});
export type ConversationState = z.infer<typeof conversationStateSchema>;

const nothing = z.undefined();
const idInput = z.strictObject({ id: z.string().max(80) });

export const conversationContract = {
  requests: {
    readState: { input: nothing, output: conversationStateSchema },
    /** A talk key of the window went down or up, `agoMs` before this is told: the microphone may have had to open first. */
    talkKey: {
      input: z.strictObject({ direction: z.enum(['down', 'up']), agoMs: z.number().min(0).max(60_000) }),
      output: nothing,
    },
    /** Esc: takes back what is being said, or stops the reply. */
    cancel: { input: nothing, output: nothing },
    /** How hard the engine that answers now is to think, until the program ends. */
    setThinking: { input: z.strictObject({ effort: thinkingEffortSchema }), output: nothing },
    setTalkMode: { input: z.strictObject({ mode: talkModeSchema }), output: nothing },
    sendText: { input: z.strictObject({ text: z.string().trim().min(1).max(8000) }), output: nothing },
    /** What is being typed: nothing of it is kept; what has to do with it is looked for meanwhile. */
    expectText: { input: z.strictObject({ text: z.string().max(8000) }), output: nothing },
    newConversation: { input: z.strictObject({ kind: conversationKindSchema }), output: nothing },
    ...personaRequests,
    ...canvasRequests,
    ...engineRequests,
    /** The turns of the running conversation, oldest first. */
    readCurrentTurns: { input: nothing, output: z.array(storedTurnSchema) },
    listConversations: { input: z.strictObject({ query: z.string().max(200) }), output: z.array(conversationSummarySchema) },
    readConversation: { input: idInput, output: z.array(storedTurnSchema) },
    /** One turn, to find the conversation it was said in; null when it is gone. */
    readTurn: { input: idInput, output: storedTurnSchema.nullable() },
    deleteConversation: { input: idInput, output: nothing },
    ...memoryRequests,
    ...recordingRequests,
    ...recorderRequests,
    ...tuningRequests,
    /** Opens a locked profile, or (keeping = 'session') sets the passphrase that keeps this and later conversations. */
    enterPassphrase: { input: z.strictObject({ passphrase: z.string().min(8).max(200) }), output: nothing },
    cancelTimer: { input: idInput, output: nothing },
    /** The page opened or lost a device; conversation shows and logs it, and closes a running utterance. */
    reportMicrophone: { input: z.strictObject({ state: z.enum(['closed', 'open', 'lost', 'denied', 'silent']) }), output: nothing },
  },
  events: {
    state: conversationStateSchema,
    /** The user's words as they are recognised; `stableText` no longer changes. */
    userPartial: z.strictObject({ turnId: z.string(), text: z.string(), stableText: z.string() }),
    /** The user took it back (Esc, too short, nothing understood): remove the partial. */
    userDiscarded: z.strictObject({ turnId: z.string(), reason: z.enum(['cancelled', 'too-short', 'nothing-heard']) }),
    turnCommitted: storedTurnSchema,
    /** A name in it was put right, something was learned or undone, or words of it were forgotten. */
    turnChanged: storedTurnSchema,
    /** Reply in step with the voice: `heardText` was spoken, `comingText` is known but not yet spoken. */
    replyProgress: z.strictObject({ turnId: z.string(), heardText: z.string(), comingText: z.string() }),
    /** What the engine thought so far on the way to this reply: shown on request, never spoken, not kept. */
    replyThinking: z.strictObject({ turnId: z.string(), text: z.string().max(20_000), tookMs: z.number() }),
    timeline: z.strictObject({ turnId: z.string(), timeline: timelineSchema }),
    notice: noticeSchema,
    personaSwitched: personaSummarySchema,
    canvas: canvasViewSchema,
    ...recorderEvents,
    engines: z.strictObject({ engines: z.array(engineSummarySchema) }),
    ...recordingEvents,
  },
} as const;
export type ConversationContract = typeof conversationContract;
