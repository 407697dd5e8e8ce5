import type { Persona } from '../../../electron/ipc/persona-schema.ts';

/** A persona with everything in it. */
export const ada: Persona = {
  version: 1,
  id: 'ada',
  name: 'Ada',
  roles: ['engineer'],
  character: 'Ada is a patient engineer.',
  about: 'Takes things apart and puts them together again.',
  greeting: 'Hello.',
  refusal: "I can't know that here. A larger model or a connected service could.",
  manner: { notices: 'What is loose.', mostSentences: 2, ending: 'Names the next screw.' },
  voice: { voiceId: 'piper-en-us-joe-medium', rate: 1, pitch: 1, formant: 1 },
  hostedVoices: { openai: 'marin' },
  patience: 1,
  language: 'en-US',
  tone: 'moss',
  avatar: 'leaf',
  skills: null,
  knowsAboutMe: true,
  limits: [],
};

/** One pixel, PNG. */
export const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
