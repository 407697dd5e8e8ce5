import { afterAll, beforeAll, describe } from 'vitest';
import { scriptedTextToSpeech } from '../../models/scripted/scripted-text-to-speech.ts';
import { openHttpSpeech } from '../../models/text-to-speech/http-speech.ts';
import { type StrictEndpoint, strictEndpoint, tone } from '../models/http-endpoint/strict-endpoint.ts';
import { textToSpeechSuite } from './text-to-speech-suite.ts';

textToSpeechSuite(async () => scriptedTextToSpeech());

describe('a voice over HTTP', () => {
  let endpoint: StrictEndpoint;
  beforeAll(async () => {
    endpoint = await strictEndpoint({
      speech: (response, { body }) =>
        void response.writeHead(200, { 'content-type': 'audio/pcm' }).end(tone(String(body['input']).length * 70)),
    });
  });
  afterAll(() => endpoint.close());
  textToSpeechSuite(() =>
    openHttpSpeech({
      url: endpoint.url,
      model: 'kokoro',
      key: null,
      voice: 'af_heart',
      format: 'pcm',
      rateHz: 24_000,
      mostCharacters: null,
    }),
  );
});
