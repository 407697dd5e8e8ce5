import { z } from 'zod';
import { cascadeSchema } from './cascade-schema.ts';
import { DEFAULT_TRANSCRIPTION, transcriptionPreferencesSchema } from './transcription-schema.ts';

/** The part of the boundaries that is about engines: which there are, what leaves this computer for them, what it costs. */

/** US dollars, as whole millionths: sums of small amounts stay exact. */
const micros = z.number().int();

export const ledgerPurposeSchema = z.enum(['conversation', 'test', 'race', 'recording']);
export type LedgerPurpose = z.infer<typeof ledgerPurposeSchema>;

/** One thing that left this computer: a turn, or what an engine is told when a line is opened. No words. */
export const ledgerEntrySchema = z.strictObject({
  id: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  engineId: z.string(),
  /** Where it went. */
  host: z.string(),
  purpose: ledgerPurposeSchema,
  /** Null for a test or a race, and once the conversation is deleted. */
  conversationId: z.string().nullable(),
  turnId: z.string().nullable(),
  audioSentMs: z.number(),
  audioReceivedMs: z.number(),
  charactersSent: z.number(),
  /** How long the line was open since the last entry: some hosts charge for it. */
  openMs: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  /** Null when no price is known. */
  costMicros: micros.nullable(),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** What went to one engine within a span of time. `unpriced`: entries whose cost is not known and not in the sum. */
export const ledgerSumSchema = z.strictObject({
  engineId: z.string(),
  host: z.string(),
  entries: z.number().int(),
  audioSentMs: z.number(),
  audioReceivedMs: z.number(),
  charactersSent: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  costMicros: micros,
  unpriced: z.number().int(),
});
export type LedgerSum = z.infer<typeof ledgerSumSchema>;

/** US dollars per million tokens, or per minute of open line or of transcribed speech; 0 = not charged this way. */
export const priceListSchema = z.strictObject({
  /** The day of the price list: prices are facts with a date. */
  asOf: z.string().max(10),
  textIn: z.number().min(0).max(10_000),
  audioIn: z.number().min(0).max(10_000),
  cachedIn: z.number().min(0).max(10_000),
  textOut: z.number().min(0).max(10_000),
  audioOut: z.number().min(0).max(10_000),
  sessionMinute: z.number().min(0).max(100),
  transcribedMinute: z.number().min(0).max(100),
});
export type PriceList = z.infer<typeof priceListSchema>;

const engineId = z.string().min(1).max(80);

/** Wire dialects a custom endpoint may speak. */
export const dialectSchema = z.enum(['realtime', 'realtime-flat', 'xai', 'gemini-live', 'openai-live']);

/** An endpoint of the user's own. Its key is kept apart from it. */
export const customEndpointSchema = z.strictObject({
  id: engineId,
  label: z.string().trim().min(1).max(60),
  url: z.string().trim().min(1).max(500),
  dialect: dialectSchema,
  /** Null where the server chooses. */
  model: z.string().trim().min(1).max(200).nullable(),
  voice: z.string().trim().min(1).max(100).nullable(),
  inputRateHz: z.union([z.literal(16_000), z.literal(24_000)]),
  outputRateHz: z.union([z.literal(16_000), z.literal(24_000)]),
});
export type CustomEndpoint = z.infer<typeof customEndpointSchema>;

/** The engine of this computer with roles that the user's own endpoints do. Keys are named `kept:SERVICE`. */
export const customCascadeSchema = z.strictObject({ id: engineId, label: z.string().trim().min(1).max(60), roles: cascadeSchema });
export type CustomCascade = z.infer<typeof customCascadeSchema>;

/** A GGUF file in the folder for the user's own models: a name, never a way through folders. */
const modelFile = z.string().regex(/^[\w][\w .()+-]{0,150}\.gguf$/i);

/** How fast a model is on this computer, measured. */
export const modelTrialSchema = z.strictObject({
  loadMs: z.number(),
  /** Tokens a second. */
  readPerSecond: z.number(),
  writePerSecond: z.number(),
  sample: z.string(),
});
export type ModelTrial = z.infer<typeof modelTrialSchema>;

const modelSize = { label: z.string(), file: z.string(), bytes: z.number(), neededBytes: z.number(), fits: z.boolean() };

/** A larger model that the user brought. */
export const ownModelSchema = z.strictObject({
  ...modelSize,
  contextTokens: z.number().nullable(),
  /** Why it cannot be used, in one sentence. */
  whyNot: z.string().nullable(),
  figures: modelTrialSchema.nullable(),
});
export type OwnModel = z.infer<typeof ownModelSchema>;

/** Larger models for this computer: those that are here, and those that could be. */
export const modelShelfSchema = z.strictObject({
  /** Where own ones are put. */
  folder: z.string(),
  memoryBytes: z.number(),
  freeBytes: z.number(),
  own: z.array(ownModelSchema),
  known: z.array(z.strictObject({ ...modelSize, repository: z.string(), licence: z.string() })),
});
export type ModelShelf = z.infer<typeof modelShelfSchema>;

/** An own model answers under this name. */
export const ownModelEngine = (file: string): string => `own:${file}`.slice(0, 80);

/** A person has so many endpoints at most, and as many cascades. */
export const MOST_ENDPOINTS = 20;
export const ON_DEVICE_ENGINE = 'on-device';

/** What the user decided about engines; part of the settings. */
export const enginePreferencesSchema = z.strictObject({
  engineId,
  /** No socket leaves this computer while it is on. */
  offline: z.boolean(),
  /** While a host cannot be reached, this computer answers. */
  localWhenDown: z.boolean(),
  /** A host is asked before the turn surely ended: sooner, and some answers are paid for in vain. Settings of earlier versions have none. */
  asksAhead: z.boolean().default(false),
  /** US dollars a calendar month; null = no budget. */
  monthlyBudget: z.number().min(0).max(100_000).nullable(),
  endpoints: z.array(customEndpointSchema).max(MOST_ENDPOINTS),
  /** Settings of earlier versions have none. */
  cascades: z.array(customCascadeSchema).max(MOST_ENDPOINTS).default([]),
  /** Who talks through an engine of their own: persona -> engine. The user's decision, and no part of a persona that travels. */
  byPersona: z.record(z.string().max(40), engineId).default({}),
  /** Larger models of this computer that may answer. */
  ownModels: z.array(modelFile).max(MOST_ENDPOINTS).default([]),
  /** Changed price lists, by engine. */
  prices: z.record(engineId, priceListSchema),
  /** Absent in settings that were kept before there was a choice. */
  transcription: transcriptionPreferencesSchema.default(DEFAULT_TRANSCRIPTION),
});
export type EnginePreferences = z.infer<typeof enginePreferencesSchema>;

export const DEFAULT_ENGINE_PREFERENCES: EnginePreferences = {
  engineId: ON_DEVICE_ENGINE,
  offline: false,
  localWhenDown: true,
  asksAhead: false,
  monthlyBudget: null,
  endpoints: [],
  cascades: [],
  byPersona: {},
  ownModels: [],
  prices: {},
  transcription: DEFAULT_TRANSCRIPTION,
};

/** Keys by the name of their service: shared by its engines. Never logged, never sent to a page. */
export const engineKeysSchema = z.record(z.string().max(80), z.string().min(1).max(1000));
export type EngineKeys = z.infer<typeof engineKeysSchema>;

/** Preferences and keys as main hands them to the conversation process, over its private port only. */
export const engineAccessSchema = enginePreferencesSchema.extend({ keys: engineKeysSchema });
export type EngineAccess = z.infer<typeof engineAccessSchema>;

/** What a page may know of a key: that there is one, and its end. */
export const maskedKeySchema = z.strictObject({
  service: z.string(),
  lastFour: z.string().max(4),
  /** 'run': gone when Parley quits, because there is no keyring and no passphrase yet. */
  kept: z.enum(['keyring', 'passphrase', 'run']),
});
export type MaskedKey = z.infer<typeof maskedKeySchema>;

/** An engine as it is shown and chosen. */
export const engineSummarySchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** Null for this computer, and for an endpoint whose address is wrong. */
  host: z.string().nullable(),
  runsOn: z.enum(['this-computer', 'host']),
  /** Whose key it uses; null = none. */
  keyService: z.string().nullable(),
  key: z.enum(['needed', 'optional', 'none']),
  hasKey: z.boolean(),
  isCustom: z.boolean(),
  isChosen: z.boolean(),
  isAnswering: z.boolean(),
  /** Why it cannot be chosen now, in one sentence; null when it can. */
  whyNot: z.string().nullable(),
  prices: priceListSchema.nullable(),
});
export type EngineSummary = z.infer<typeof engineSummarySchema>;

/** What left this computer for which engine, within the spans that count. */
export const costsSchema = z.strictObject({
  conversation: z.array(ledgerSumSchema),
  day: z.array(ledgerSumSchema),
  month: z.array(ledgerSumSchema),
  monthMicros: micros,
});
export type Costs = z.infer<typeof costsSchema>;

/** How far a test of an engine came, layer by layer; the last step is the one that failed, if any did. */
export const engineTestSchema = z.strictObject({
  steps: z.array(
    z.strictObject({
      layer: z.enum(['setup', 'dns', 'tcp', 'proxy', 'tls', 'http', 'protocol', 'line']),
      ok: z.boolean(),
      /** What was found, or what went wrong and what to do, in plain words. */
      found: z.string(),
      tookMs: z.number(),
    }),
  ),
  ok: z.boolean(),
});
export type EngineTest = z.infer<typeof engineTestSchema>;

/** The longest recording that is raced. */
export const LONGEST_RACE_MS = 10_000;

/** How one engine did with a recording that all of them heard. */
export const raceResultSchema = z.strictObject({
  engineId: z.string(),
  label: z.string(),
  /** From the end of the recording to the first sound; null = none came. */
  firstSoundMs: z.number().nullable(),
  costMicros: micros.nullable(),
  heard: z.string(),
  said: z.string(),
  /** The reply as a WAV file in base64; null = there was none. */
  wav: z.string().nullable(),
  /** Why it did not finish, in one sentence. */
  problem: z.string().nullable(),
});
export type RaceRow = z.infer<typeof raceResultSchema>;

const nothing = z.undefined();

/** What a page may ask about engines. Keys take another way: to main, and never back. */
export const engineRequests = {
  listEngines: { input: nothing, output: z.array(engineSummarySchema) },
  readLedger: { input: z.strictObject({ limit: z.number().int().min(1).max(1000) }), output: z.array(ledgerEntrySchema) },
  readCosts: { input: nothing, output: costsSchema },
  /** Opens a line and closes it: the cheapest call that proves address, key and setup. */
  testEngine: { input: z.strictObject({ id: engineId }), output: engineTestSchema },
  /** Larger models that are here or could be. */
  readModels: { input: nothing, output: modelShelfSchema },
  /** Loads a model, lets it answer once, and unloads it; null when it was stopped. */
  tryModel: { input: z.strictObject({ file: modelFile }), output: modelTrialSchema.nullable() },
  stopTryingModel: { input: nothing, output: nothing },
  /** How far the trial is that runs. */
  readModelTrial: {
    input: nothing,
    output: z.strictObject({ file: z.string(), step: z.enum(['loading', 'reading', 'writing']), tokens: z.number() }).nullable(),
  },
  /** Gives one recording (16 kHz WAV in base64) to an engine. Nothing of it is kept but its line in the ledger. */
  raceEngine: { input: z.strictObject({ id: engineId, wav: z.base64().max(700_000) }), output: raceResultSchema },
} as const;
export type EngineContract = { readonly requests: typeof engineRequests; readonly events: Readonly<Record<never, never>> };
