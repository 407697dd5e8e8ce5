import { describe, expect, it } from 'vitest';
import { enginePersona } from '../../../../electron/conversation/personas/engine-persona.ts';
import { loadPersonas } from '../../../../electron/conversation/personas/load-personas.ts';
import { courtesyOf } from '../../../../models/speech-to-speech/on-device/courtesies.ts';
import { projectFolder } from '../../../models/real-places.ts';
import { plainSetup } from './setup.ts';

const personas = (await loadPersonas(`${projectFolder}/assets/personas`)).personas.map((persona) => enginePersona(persona, 1));
const COURTESIES = [
  'Hello!',
  'Hi there',
  'How are you today?',
  "Hey, how's it going?",
  'Thank you very much.',
  'Okay, bye for now.',
  'Good night.',
];

describe('plain courtesies', () => {
  it.each(personas.map((persona) => [persona.id, persona] as const))('%s answers them in its own words', (_, persona) => {
    for (const said of COURTESIES) {
      const own = courtesyOf(persona, said, []);
      expect(own, said).not.toBeNull();
      expect(personas.filter((other) => courtesyOf(other, said, []) === own)).toHaveLength(1);
    }
    expect(courtesyOf(persona, `Thanks, ${persona.name}!`, [])).toBe(courtesyOf(persona, 'thanks', []));
  });

  it('says something else the next time, and begins again when all was said', () => {
    const [persona] = personas;
    if (persona === undefined) throw new Error('There is no persona.');
    const said: string[] = [];
    for (let time = 0; time < 7; time++) said.push(courtesyOf(persona, 'thank you', said) ?? '');
    expect(said.slice(0, 3)).toEqual(persona.courtesies?.thanks?.slice(0, 3));
    expect(said[1]).not.toBe(said[0]);
    expect(said[persona.courtesies?.thanks?.length ?? 0]).toBe(said[0]);
  });

  it.each([
    ['goodbye', "Oh, I can hear one of them shouting. I'd better go, bye for now."],
    ['goodbye', 'Right, I must run.'],
    ['goodNight', "Yeah. I think I'll have some toast and go to bed."],
    ['goodNight', 'Well, I should get some shut-eye.'],
    ['goodNight', "Right, I'm going to close the curtains and try to sleep."],
  ] as const)('takes leave with who does so at the end: %s, %s', (kind, said) => {
    for (const persona of personas) expect(persona.courtesies?.[kind]).toContain(courtesyOf(persona, said, []));
  });

  it.each([
    "I'd better go to the doctor.",
    'My son should go to bed.',
    'She said good night.',
    'He never says goodbye.',
    'Should I go to bed?',
    "I'm not going to sleep.",
    'I should have gone to bed.',
    'I have to run a marathon.',
  ])('takes no leave from who stays: %s', (said) => {
    for (const persona of personas) expect(courtesyOf(persona, said, [])).toBeNull();
  });

  it.each([
    'Hello, what time is it?',
    'thanks but that was wrong',
    'I said goodbye to my sister',
    'how are you at sums',
    'good night was the film',
    '',
  ])('are not: %s', (said) => {
    for (const persona of personas) expect(courtesyOf(persona, said, [])).toBeNull();
  });

  it('are left to the model where a persona has no words for them', () => {
    expect(courtesyOf(plainSetup.persona, 'hello', [])).toBeNull();
  });
});
