import type { EngineSetup } from '../../../../models/speech-to-speech/realtime-model.ts';

/** A persona and nothing else. */
export const plainSetup: EngineSetup = {
  persona: {
    id: 'nova',
    name: 'Nova',
    character: 'Nova is a warm, cheerful voice assistant.',
    refusal: "I can't know that. A bigger model could.",
    voice: { voiceId: 'joe', rate: 1, pitch: 1 },
  },
  facts: [],
  names: [],
  tools: [],
  history: [],
};
