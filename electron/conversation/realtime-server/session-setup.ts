import type {
  EngineName,
  EnginePersona,
  EngineSetup,
  PersonaVoice,
  ToolDefinition,
} from '../../../models/speech-to-speech/realtime-model.ts';
import type { ResponseRequest } from './client-events.ts';
import { clientFunctions } from './client-functions.ts';
import type { SessionSettings } from './session-settings.ts';

const SLOWEST = 0.65;
const FASTEST = 1.5;

/** What this program can do by itself, without the client: no model is trusted with the time or a sum. */
export interface OwnFunctions {
  readonly tools: readonly ToolDefinition[];
  run(name: string, args: Readonly<Record<string, unknown>>): Promise<{ readonly output: string; readonly sentence: string }>;
}

/** Who answers where the client says nothing about it. */
export interface Host {
  readonly persona: EnginePersona;
  /** Names a client may give as `voice`, in small letters. */
  readonly voices: ReadonlyMap<string, PersonaVoice>;
  readonly own: OwnFunctions;
  /** Said when a reply is wanted before anything was asked; null = the engine finds its own words. */
  readonly greeting: string | null;
  /** Said when a reply is wanted to audio without words. */
  readonly nothingHeard: string;
}

/** What an engine is told of a session, history aside. @param request what counts for one response only */
export function sessionSetup(
  host: Host,
  settings: SessionSettings,
  systemTexts: readonly string[],
  request: ResponseRequest = {},
): Omit<EngineSetup, 'history'> {
  const voice = request.audio?.output?.voice ?? settings.audio.output.voice;
  const character = (request.instructions ?? settings.instructions).trim();
  const lent = host.voices.get((typeof voice === 'string' ? voice : voice.id).toLowerCase()) ?? host.persona.voice;
  const rate = Math.min(FASTEST, Math.max(SLOWEST, lent.rate * settings.audio.output.speed));
  const functions = clientFunctions({ tools: request.tools ?? settings.tools, tool_choice: request.tool_choice ?? settings.tool_choice });
  const own = host.own.tools.filter(({ name }) => !functions.some((tool) => tool.name === name));
  return {
    persona: { ...host.persona, ...(character === '' ? {} : { character }), voice: { ...lent, rate } },
    facts: systemTexts,
    names: (settings.audio.input.transcription?.keywords ?? []).map(nameOf),
    tools: [...functions, ...own],
  };
}

function nameOf(written: string): EngineName {
  return { written, heardAs: [], respelling: null, ipa: null };
}

/** A function's result as a sentence, for engines that speak it as it stands. */
export function spokenOutput(output: string): string {
  const text = /^\s*["[{]/.test(output) ? valueText(parsed(output)) : output;
  const sentence = text.replace(/\s+/g, ' ').trim();
  return /[.!?]$/.test(sentence) || sentence === '' ? sentence : `${sentence}.`;
}

function parsed(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return output;
  }
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value !== 'object' || value === null) return value === null ? 'nothing' : String(value);
  return Object.entries(value)
    .map(([key, part]) => `${key.replaceAll(/[_-]+/g, ' ')}: ${valueText(part)}`)
    .join('. ');
}
