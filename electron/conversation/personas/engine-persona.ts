import type { EnginePersona } from '../../../models/speech-to-speech/realtime-model.ts';
import type { Persona } from '../../ipc/persona-schema.ts';

const SLOWEST = 0.65;
const FASTEST = 1.5;

/**
 * What an engine gets to know of a persona.
 * @param rate the user's own pace, 1 = as the persona was made; the product stays where speech is clear (0.65-1.5)
 */
export function enginePersona(
  persona: Pick<Persona, 'id' | 'name' | 'character' | 'refusal' | 'voice' | 'manner'>,
  rate: number,
): EnginePersona {
  const { id, name, character, refusal, voice, manner } = persona;
  const pace = Math.min(FASTEST, Math.max(SLOWEST, voice.rate * rate));
  return { id, name, character, refusal, mostSentences: manner.mostSentences, voice: { ...voice, rate: Math.round(pace * 100) / 100 } };
}
