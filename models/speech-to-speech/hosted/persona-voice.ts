import type { EnginePersona } from '../realtime-model.ts';
import type { EngineProfile } from './engine-profile.ts';

/**
 * The voice that the persona has at this host, where the endpoint has one of that name; else the endpoint's own.
 * `hostedVoices` names a host for all of its endpoints: "openai" is meant by "openai-realtime" too.
 */
export function personaVoice({ id, voices, voice }: Pick<EngineProfile, 'id' | 'voices' | 'voice'>, persona: EnginePersona): string | null {
  const atHost = Object.entries(persona.hostedVoices ?? {}).find(([host]) => id === host || id.startsWith(`${host}-`))?.[1];
  return [atHost, persona.voice.voiceId].find((wanted) => wanted !== undefined && voices.includes(wanted)) ?? voice;
}
