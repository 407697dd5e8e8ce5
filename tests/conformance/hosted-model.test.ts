import { afterEach, describe, expect } from 'vitest';
import { customProfile } from '../../models/speech-to-speech/hosted/custom-profile.ts';
import { openHostedModel } from '../../models/speech-to-speech/hosted/hosted-model.ts';
import { RealtimeBrain } from '../models/speech-to-speech/hosted/servers/realtime-server.ts';
import { ScriptedServer } from '../models/speech-to-speech/hosted/servers/scripted-server.ts';
import { realtimeModelSuite } from './realtime-model-suite.ts';

const STORY = 'There was a boat on a lake. It was blue.';

describe('the Realtime dialect over a scripted server', async () => {
  const server = await ScriptedServer.open((wire, self) => new RealtimeBrain(wire, self, { reply: () => STORY }));
  afterEach(() => expect(server.complaints).toEqual([]));
  realtimeModelSuite(() => ({
    ...openHostedModel({ profile: customProfile({ url: server.url, dialect: 'realtime' }), key: null }),
    close: () => server.close(),
  }));
});
