import { afterAll, beforeAll, describe } from 'vitest';
import { scriptedSpeechToText } from '../../models/scripted/scripted-speech-to-text.ts';
import { openHttpTranscription } from '../../models/speech-to-text/http-transcription.ts';
import { type StrictEndpoint, strictEndpoint } from '../models/http-endpoint/strict-endpoint.ts';
import { speechToTextSuite } from './speech-to-text-suite.ts';

const steps = [
  { effort: 'partial', heard: 'What time is it' },
  { effort: 'final', heard: 'What time is it?' },
  { effort: 'final', heard: '' },
  { effort: 'final', heard: 'What time is it?' },
] as const;

speechToTextSuite(async () => scriptedSpeechToText(steps), new Float32Array(16_000), /what time is it/i);

describe('a recogniser over HTTP', () => {
  let endpoint: StrictEndpoint;
  beforeAll(async () => {
    endpoint = await strictEndpoint({
      hearing: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"text":" Hello there. "}'),
    });
  });
  afterAll(() => endpoint.close());
  speechToTextSuite(
    () => openHttpTranscription({ url: endpoint.url, model: 'whisper-large-v3-turbo', key: null, language: 'en' }),
    new Float32Array(16_000).fill(0.1),
    /hello/i,
  );
});
