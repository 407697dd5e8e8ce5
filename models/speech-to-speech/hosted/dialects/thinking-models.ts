import type { EngineSetup, ThinkingEffort, ThinkingEfforts } from '../../realtime-model.ts';
import type { DialectId } from '../engine-profile.ts';

interface ThinkingModels extends ThinkingEfforts {
  readonly dialect: DialectId;
  /** Their names. */
  readonly models: RegExp;
}

/** What is published of the models that can be asked how hard to think; the others refuse the field. */
const THINKING_MODELS: readonly ThinkingModels[] = [
  // "gpt-realtime-2025-08-28" is older, and does not think.
  { dialect: 'realtime', models: /^gpt-realtime-2(?!\d)/, efforts: ['minimal', 'low', 'medium', 'high', 'xhigh'], usual: 'low' },
  { dialect: 'xai', models: /^grok-voice-(think|latest)/, efforts: ['none', 'high'], usual: 'high' },
  { dialect: 'gemini-live', models: /^gemini-3\.8-live-extended-thinking/, efforts: ['low', 'medium', 'high'], usual: 'low' },
  { dialect: 'gemini-live', models: /^gemini-3\.1-flash-live/, efforts: ['minimal', 'low', 'medium', 'high'], usual: 'minimal' },
  { dialect: 'gemini-live', models: /2\.5-flash-native-audio/, efforts: ['none', 'high'], usual: 'high' },
  // What thinks is the model that it delegates to.
  { dialect: 'openai-live', models: /^gpt-live-/, efforts: ['none', 'low', 'medium', 'high', 'xhigh'], usual: 'none' },
];

/** How hard a model can be asked to think. @param model null = the server chooses, and nothing is known of it */
export function thinkingOf(dialect: DialectId, model: string | null): ThinkingEfforts | null {
  const name = model?.replace(/^models\//, '') ?? '';
  const known = THINKING_MODELS.find((one) => one.dialect === dialect && one.models.test(name));
  return known === undefined ? null : { efforts: known.efforts, usual: known.usual };
}

/** The effort that is asked for, if the model knows it; null = as usual. */
export function askedEffort({ effort }: EngineSetup, thinking: ThinkingEfforts | null): ThinkingEffort | null {
  return effort !== undefined && thinking?.efforts.includes(effort) === true ? effort : null;
}
