import { expect, it } from 'vitest';
import { enginePersona } from '../../../../electron/conversation/personas/engine-persona.ts';
import { loadPersonas } from '../../../../electron/conversation/personas/load-personas.ts';
import { instructions } from '../../../../models/speech-to-speech/hosted/dialects/instructions.ts';
import { ENGINE_PROFILES } from '../../../../models/speech-to-speech/hosted/engine-profiles.ts';
import { personaVoice } from '../../../../models/speech-to-speech/hosted/persona-voice.ts';
import { plainSetup } from '../on-device/setup.ts';

const { personas } = await loadPersonas('assets/personas');

it.each(personas.map((persona) => [persona.name, persona] as const))('%s brings manner, language and voice along', (_name, persona) => {
  const spoken = enginePersona(persona, 1);
  const told = instructions({ ...plainSetup, persona: spoken }, false);
  for (const part of [persona.character, persona.manner.notices, persona.manner.ending, persona.language]) expect(told).toContain(part);
  for (const profile of ENGINE_PROFILES.filter(({ voices }) => voices.length > 0)) {
    const host = Object.keys(persona.hostedVoices).find((one) => profile.id.startsWith(one)) ?? '';
    expect(personaVoice(profile, spoken), profile.id).toBe(persona.hostedVoices[host]);
  }
});

it('speaks in the endpoint’s own voice where it has none of the persona’s', () => {
  const [persona] = personas;
  if (persona === undefined) throw new Error('There are no personas.');
  const spoken = { ...enginePersona(persona, 1), hostedVoices: { openai: 'nobody' } };
  expect(personaVoice({ id: 'openai-realtime', voices: ['marin'], voice: 'marin' }, spoken)).toBe('marin');
  expect(personaVoice({ id: 'self-hosted', voices: [], voice: null }, spoken)).toBeNull();
});
