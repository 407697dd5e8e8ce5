import { afterEach, describe, expect, it } from 'vitest';
import { openHostedModel } from '../../../../models/speech-to-speech/hosted/hosted-model.ts';
import type { EngineFailure } from '../../../../models/speech-to-speech/realtime-model.ts';
import { plainSetup } from '../on-device/setup.ts';
import { openDialectServer, profileFor } from './servers/open-dialect-server.ts';
import type { ScriptedServer } from './servers/scripted-server.ts';

let server: ScriptedServer;
afterEach(() => server.close());

/** Why there is no line; null when nobody is told. */
async function whyNoLine(): Promise<EngineFailure | null> {
  const model = openHostedModel({ profile: profileFor('realtime', server.url), key: null });
  try {
    const connection = await model.connect(plainSetup, new AbortController().signal);
    return await new Promise((resolve) => {
      connection.subscribe((event) => {
        if (event.type === 'disconnected') resolve(event.failure);
      });
      setTimeout(() => resolve(null), 2000);
    });
  } catch (failure) {
    return failure as EngineFailure;
  }
}

describe('a line that ends in the same breath in which it is ready', () => {
  it.each([
    ['by what nobody can read', () => ['][', '][', '][']],
    ['by a message that is too large', () => [Buffer.alloc(17 * 1024 * 1024, 32)]],
  ])('%s, is known to be over', async (_how, nonsense) => {
    server = await openDialectServer('realtime', {});
    // The last answer of the opening, and the end behind it, arrive together.
    server.tamper = (frame) => (frame.includes('input_audio_buffer.cleared') ? [frame, ...nonsense()] : [frame]);
    for (let trial = 0; trial < 5; trial++) expect(await whyNoLine()).toMatchObject({ layer: 'protocol', retryable: true });
  });
});
