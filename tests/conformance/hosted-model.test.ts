import { afterEach, describe, expect } from 'vitest';
import { DIALECTS } from '../../models/speech-to-speech/hosted/engine-profile.ts';
import { openHostedModel } from '../../models/speech-to-speech/hosted/hosted-model.ts';
import { openDialectServer, profileFor } from '../models/speech-to-speech/hosted/servers/open-dialect-server.ts';
import { realtimeModelSuite } from './realtime-model-suite.ts';

const STORY = 'There was a boat on a lake. It was blue.';

describe.each(DIALECTS)('the dialect %s over a server that refuses what the real ones refuse', async (dialect) => {
  const server = await openDialectServer(dialect, { reply: () => STORY });
  afterEach(() => expect(server.complaints).toEqual([]));
  realtimeModelSuite(() => ({
    ...openHostedModel({ profile: profileFor(dialect, server.url), key: 'key-of-the-test' }),
    close: () => server.close(),
  }));
});
