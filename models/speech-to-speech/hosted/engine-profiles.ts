import type { ChatModel } from 'openai-types/resources/shared';
import type { EngineProfile, WireAbilities } from './engine-profile.ts';

const MINUTE_MS = 60_000;

/** What the published Realtime protocol offers. */
export const REALTIME_ABILITIES: WireAbilities = {
  manualTurns: true,
  commitStartsResponse: false,
  cancel: true,
  truncate: true,
  deleteItems: true,
  textInput: true,
  images: true,
  names: 'keywords',
  pronunciationMap: false,
  functionTools: true,
  toolShape: 'flat',
  nativeTools: [],
  resumption: 'history',
  omitFields: [],
};

const OPENAI_VOICES = ['marin', 'cedar', 'alloy', 'ash', 'ballad', 'coral', 'echo', 'sage', 'shimmer', 'verse'];
const NOT_CHARGED = { textIn: 0, audioIn: 0, cachedIn: 0, textOut: 0, audioOut: 0, sessionMinute: 0, transcribedMinute: 0 };

/** The endpoints that are known by name, best first. Every line can be changed in a custom profile. */
export const ENGINE_PROFILES: readonly EngineProfile[] = [
  {
    id: 'openai-realtime',
    label: 'OpenAI Realtime',
    dialect: 'realtime',
    url: 'wss://api.openai.com/v1/realtime',
    model: 'gpt-realtime-2.1',
    key: 'needed',
    keyVariable: 'OPENAI_API_KEY',
    inputRateHz: 24_000,
    outputRateHz: 24_000,
    voices: OPENAI_VOICES,
    voice: 'marin',
    transcriptionModel: 'gpt-live-transcribe',
    abilities: REALTIME_ABILITIES,
    limits: { sessionMs: 60 * MINUTE_MS, contextTokens: 128_000, idleMs: null },
    prices: null,
  },
  {
    id: 'xai',
    label: 'xAI Grok Voice',
    dialect: 'xai',
    url: 'wss://api.x.ai/v1/realtime',
    model: 'grok-voice-think-fast-2.0',
    key: 'needed',
    keyVariable: 'XAI_API_KEY',
    inputRateHz: 16_000,
    outputRateHz: 24_000,
    voices: ['eve', 'ara', 'rex', 'sal', 'leo'],
    voice: 'eve',
    transcriptionModel: 'grok-transcribe',
    abilities: {
      ...REALTIME_ABILITIES,
      images: false,
      pronunciationMap: true,
      nativeTools: ['web-search', 'x-search'],
      resumption: 'handle',
    },
    // Published figures for the session range from 30 to 120 minutes: the shortest is believed.
    limits: { sessionMs: 30 * MINUTE_MS, contextTokens: null, idleMs: 15 * MINUTE_MS },
    prices: { asOf: '2026-10-01', ...NOT_CHARGED, sessionMinute: 0.08 },
  },
  {
    id: 'gemini-live',
    label: 'Gemini Live',
    dialect: 'gemini-live',
    url: 'wss://generativelanguage.googleapis.com/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent',
    model: 'gemini-3.8-live',
    key: 'needed',
    keyVariable: 'GEMINI_API_KEY',
    inputRateHz: 16_000,
    outputRateHz: 24_000,
    voices: ['Kore', 'Puck', 'Charon', 'Aoede', 'Fenrir', 'Leda', 'Orus', 'Zephyr', 'Sulafat', 'Umbriel'],
    voice: 'Kore',
    transcriptionModel: null,
    abilities: {
      ...REALTIME_ABILITIES,
      commitStartsResponse: true,
      cancel: false,
      truncate: false,
      deleteItems: false,
      nativeTools: ['web-search'],
      resumption: 'handle',
    },
    // One connection lives about ten minutes; the server announces its end.
    limits: { sessionMs: 10 * MINUTE_MS, contextTokens: 131_072, idleMs: null },
    prices: null,
  },
  {
    id: 'openai-live',
    label: 'OpenAI Live',
    dialect: 'openai-live',
    url: 'wss://api.openai.com/v1/live/sessions',
    model: 'gpt-live-1.1',
    key: 'needed',
    keyVariable: 'OPENAI_API_KEY',
    inputRateHz: 24_000,
    outputRateHz: 24_000,
    voices: [...OPENAI_VOICES, 'beacon', 'cinder', 'gleam', 'quartz', 'willow'],
    voice: 'marin',
    transcriptionModel: null,
    delegateModel: 'gpt-5.4-mini' satisfies ChatModel,
    abilities: {
      ...REALTIME_ABILITIES,
      manualTurns: false,
      commitStartsResponse: true,
      cancel: false,
      truncate: false,
      deleteItems: false,
      images: false,
      names: 'none',
    },
    limits: { sessionMs: null, contextTokens: 128_000, idleMs: null },
    prices: { asOf: '2026-09-10', ...NOT_CHARGED, sessionMinute: 0.05 },
  },
  {
    id: 'self-hosted',
    label: 'Own server',
    dialect: 'realtime',
    url: null,
    model: null,
    key: 'optional',
    keyVariable: 'PARLEY_ENGINE_KEY',
    inputRateHz: 24_000,
    outputRateHz: 24_000,
    voices: [],
    voice: null,
    transcriptionModel: null,
    abilities: { ...REALTIME_ABILITIES, images: false, names: 'prompt' },
    limits: { sessionMs: null, contextTokens: null, idleMs: null },
    prices: null,
  },
];

export function findProfile(id: string): EngineProfile | undefined {
  return ENGINE_PROFILES.find((profile) => profile.id === id);
}
