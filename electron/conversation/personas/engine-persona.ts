import type { EnginePersona } from '../../../models/speech-to-speech/realtime-model.ts';
import type { Persona } from '../../ipc/persona-schema.ts';

const SLOWEST = 0.65;
const FASTEST = 1.5;

/**
 * What an engine gets to know of a persona.
 * @param rate the user's own pace, 1 = as the persona was made; the product stays where speech is clear (0.65-1.5)
 */
export function enginePersona(persona: Omit<Persona, 'version'>, rate: number): EnginePersona {
  const { id, name, character, refusal, voice, language, hostedVoices, courtesies } = persona;
  const { mostSentences, notices, ending } = persona.manner;
  const pace = Math.min(FASTEST, Math.max(SLOWEST, voice.rate * rate));
  const said = { id, name, character, refusal, mostSentences, manner: { notices, ending }, language, hostedVoices };
  return { ...said, ...(courtesies === undefined ? {} : { courtesies }), voice: { ...voice, rate: Math.round(pace * 100) / 100 } };
}
