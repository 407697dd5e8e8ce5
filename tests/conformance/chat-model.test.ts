import { afterAll, beforeAll, describe } from 'vitest';
import { openHttpChat } from '../../models/language/http-chat.ts';
import { scriptedChatModel } from '../../models/scripted/scripted-chat-model.ts';
import { type StrictEndpoint, streamChat, strictEndpoint } from '../models/http-endpoint/strict-endpoint.ts';
import { chatModelSuite } from './chat-model-suite.ts';

describe('the scripted chat model', () => {
  chatModelSuite(async () => scriptedChatModel(Array.from({ length: 3 }, () => ['Good ', 'morning.'])));
});

describe('chat over HTTP', () => {
  let endpoint: StrictEndpoint;
  beforeAll(async () => {
    endpoint = await strictEndpoint({ chat: (response) => streamChat(response, ['Good ', 'morning.'], { pauseMs: 5 }) }, 'key');
  });
  afterAll(() => endpoint.close());
  chatModelSuite(() => openHttpChat({ url: endpoint.url, model: 'any', key: 'key', mostTokens: 100, temperature: 0 }));
});
