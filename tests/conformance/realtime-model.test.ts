import { afterAll, beforeAll, describe } from 'vitest';
import { scriptedLanguageModel } from '../../models/scripted/scripted-language-model.ts';
import { scriptedRealtimeModel } from '../../models/scripted/scripted-realtime-model.ts';
import { scriptedSpeechToText } from '../../models/scripted/scripted-speech-to-text.ts';
import { scriptedTextToSpeech } from '../../models/scripted/scripted-text-to-speech.ts';
import { createCascade } from '../../models/speech-to-speech/on-device/cascade.ts';
import { createOnDeviceModel } from '../../models/speech-to-speech/on-device/on-device-model.ts';
import { type StrictEndpoint, streamChat, strictEndpoint, tone } from '../models/http-endpoint/strict-endpoint.ts';
import { realtimeModelSuite } from './realtime-model-suite.ts';

const STORY = 'There was a boat on a lake. It was blue.';

describe('the scripted engine', () => {
  realtimeModelSuite(() => scriptedRealtimeModel(Array.from({ length: 3 }, () => ({ reply: STORY }))));
});

describe('the engine of this computer over scripted models', () => {
  realtimeModelSuite(() =>
    createOnDeviceModel({
      openSpeechToText: async () => scriptedSpeechToText([]),
      openLanguageModel: async () => scriptedLanguageModel(Array.from({ length: 3 }, () => [STORY])),
      openTextToSpeech: async () => scriptedTextToSpeech(),
    }),
  );
});

describe('the engine with every role at an endpoint', () => {
  let endpoint: StrictEndpoint;
  beforeAll(async () => {
    endpoint = await strictEndpoint({
      chat: (response) => streamChat(response, STORY.split(/(?<= )/), { pauseMs: 2 }),
      speech: (response, { body }) =>
        void response.writeHead(200, { 'content-type': 'audio/pcm' }).end(tone(String(body['input']).length * 70)),
    });
  });
  afterAll(() => endpoint.close());
  const nowhere = () => Promise.reject(new Error('Nothing is done here.'));
  realtimeModelSuite(() => {
    const at = { url: endpoint.url, model: 'any', key: null, metered: null };
    return createCascade(
      {
        speechToText: { ...at, language: 'en' },
        language: { ...at, mostTokens: null, temperature: null },
        textToSpeech: { ...at, voice: 'any', format: 'pcm', rateHz: 24_000, mostCharacters: null },
      },
      { local: { openSpeechToText: nowhere, openLanguageModel: nowhere, openTextToSpeech: nowhere }, keyOf: () => null },
    );
  });
});
