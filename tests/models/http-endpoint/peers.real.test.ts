import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHttpChat } from '../../../models/language/http-chat.ts';
import { openHttpTranscription } from '../../../models/speech-to-text/http-transcription.ts';
import { openHttpSpeech } from '../../../models/text-to-speech/http-speech.ts';
import { type Served, serve } from '../../command-line/served.ts';
import { chatModelSuite } from '../../conformance/chat-model-suite.ts';
import { speechToTextSuite } from '../../conformance/speech-to-text-suite.ts';
import { textToSpeechSuite } from '../../conformance/text-to-speech-suite.ts';
import { samplesOf } from '../../recordings/recordings.ts';
import { isMissing } from '../real-places.ts';

/** Servers that nobody here wrote, where a machine has them: any OpenAI-compatible chat and speech. */
const LANGUAGE_URL = process.env['PARLEY_TEST_LANGUAGE_URL'] ?? '';
const VOICE_URL = process.env['PARLEY_TEST_VOICE_URL'] ?? '';

function isNotThere(variable: string, url: string): boolean {
  if (url === '') console.warn(`Skipped: ${variable} names no server, like http://127.0.0.1:8080/v1.`);
  return url === '';
}

describe.skipIf(isMissing('speech-to-text', 'audio-file'))('transcription by another process of this program', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  }, 120_000);
  afterAll(() => served.stop());
  speechToTextSuite(
    () => openHttpTranscription({ url: served.url, model: 'moonshine-tiny-en', key: served.token, language: 'en' }),
    samplesOf('what-time-is-it.wav'),
    /what time is it/i,
  );

  it('refuses without the key, in one sentence', async () => {
    const recogniser = await openHttpTranscription({ url: served.url, model: 'any', key: 'wrong', language: 'en' });
    await expect(recogniser.transcribe(new Float32Array(16_000), { effort: 'final' })).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/does not accept the key/),
    });
  });
});

describe.skipIf(isNotThere('PARLEY_TEST_LANGUAGE_URL', LANGUAGE_URL))('a chat server that nobody here wrote', () => {
  const open = () => openHttpChat({ url: LANGUAGE_URL, model: 'default', key: null, mostTokens: 40, temperature: 0 });
  chatModelSuite(open);

  it('hangs up at the server when it is left', async () => {
    const chat = await open();
    for (let count = 0; count < 3; count++) {
      for await (const piece of chat.reply({ messages: [{ role: 'user', text: 'Tell me a long story.' }], functions: [] })) {
        expect(piece.kind).toBe('text');
        break;
      }
    }
  });
});

describe.skipIf(isNotThere('PARLEY_TEST_VOICE_URL', VOICE_URL))('a voice that nobody here wrote', () => {
  textToSpeechSuite(() =>
    openHttpSpeech({ url: VOICE_URL, model: 'default', key: null, voice: 'default', format: 'pcm', rateHz: 24_000, mostCharacters: null }),
  );
});
