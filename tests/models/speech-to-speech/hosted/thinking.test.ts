import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DialectId, EngineProfile } from '../../../../models/speech-to-speech/hosted/engine-profile.ts';
import { openHostedModel } from '../../../../models/speech-to-speech/hosted/hosted-model.ts';
import type { EngineSetup, ThinkingEffort } from '../../../../models/speech-to-speech/realtime-model.ts';
import { plainSetup } from '../on-device/setup.ts';
import { openTalk, type Talk } from './open-talk.ts';
import { profileFor } from './servers/open-dialect-server.ts';

let talk: Talk | null = null;
afterEach(async () => {
  expect(talk?.server.complaints ?? []).toEqual([]);
  await talk?.close();
  talk = null;
});

const tools: EngineSetup['tools'] = [
  { name: 'timer.set', description: 'Starts a timer.', parameters: { type: 'object' }, effect: 'writes', match: () => null },
];
const as = (model: string) => (profile: EngineProfile) => ({ ...profile, model });
const effortsOf = (dialect: DialectId, model: string | null) => {
  const { thinks } = openHostedModel({ profile: { ...profileFor(dialect, 'ws://127.0.0.1:1/'), model }, key: null }).capabilities;
  return typeof thinks === 'object' ? thinks.efforts : [];
};

async function open(dialect: DialectId, effort?: ThinkingEffort, model?: string): Promise<Talk> {
  const setup = { tools, ...(effort === undefined ? {} : { effort }) };
  talk = await openTalk(dialect, { thoughts: () => ['Six by seven', ' is forty-two.'] }, { setup, ...(model && { profile: as(model) }) });
  return talk;
}

function ask({ connection }: Talk): void {
  connection.appendItem({ kind: 'user-text', text: 'What is six by seven?' });
  connection.respond();
}

describe('how hard a model can be asked to think', () => {
  it.each([
    ['realtime', 'gpt-realtime-2.1', ['minimal', 'low', 'medium', 'high', 'xhigh']],
    ['realtime', 'gpt-realtime-2025-08-28', []],
    ['realtime', 'gpt-realtime-1.5', []],
    ['realtime', null, []],
    ['realtime-flat', 'gpt-realtime-2', []],
    ['xai', 'grok-voice-think-fast-2.0', ['none', 'high']],
    ['xai', 'grok-voice-fast-1.0', []],
    ['gemini-live', 'gemini-3.8-live', []],
    ['gemini-live', 'models/gemini-3.8-live-extended-thinking', ['low', 'medium', 'high']],
    ['gemini-live', 'gemini-3.1-flash-live-preview', ['minimal', 'low', 'medium', 'high']],
    ['gemini-live', 'gemini-2.5-flash-native-audio-preview-12-2025', ['none', 'high']],
    ['openai-live', 'gpt-live-1.1', ['none', 'low', 'medium', 'high', 'xhigh']],
  ] as const)('%s, %s: %j', (dialect, model, efforts) => {
    expect(effortsOf(dialect, model)).toEqual(efforts);
  });
});

describe('the effort', () => {
  const realtimeEfforts = () => talk?.sent('session.update').map(({ session }) => (session as { reasoning?: unknown }).reasoning);

  it.each(['realtime', 'xai'] as const)('%s: is in the session object once it was asked for, and changes in mid-call', async (dialect) => {
    const { connection } = await open(dialect);
    connection.update({ ...plainSetup, tools, effort: 'high' });
    await vi.waitFor(() => expect(realtimeEfforts()).toEqual([undefined, { effort: 'high' }]));
  });

  it.each(['realtime', 'xai'] as const)('%s: is there from the beginning on a line that is opened with it', async (dialect) => {
    await open(dialect, 'high');
    expect(realtimeEfforts()).toEqual([{ effort: 'high' }]);
  });

  it('is not sent to a model that does not know it', async () => {
    await open('xai', 'low');
    expect(realtimeEfforts()).toEqual([undefined]);
  });

  it.each([
    ['gemini-3.8-live', 'high', undefined],
    ['gemini-3.8-live-extended-thinking', undefined, { thinkingLevel: 'LOW', includeThoughts: true }],
    ['gemini-3.8-live-extended-thinking', 'high', { thinkingLevel: 'HIGH', includeThoughts: true }],
    ['gemini-2.5-flash-native-audio-preview-12-2025', undefined, { thinkingBudget: -1, includeThoughts: true }],
    ['gemini-2.5-flash-native-audio-preview-12-2025', 'none', { thinkingBudget: 0, includeThoughts: false }],
  ] as const)('Gemini Live, %s, %s: %j', async (model, effort, config) => {
    const { server } = await open('gemini-live', effort, model);
    const setup = server.received[0]?.['setup'] as { generationConfig: { thinkingConfig?: unknown } };
    expect(setup.generationConfig.thinkingConfig).toEqual(config);
  });

  it('Gemini Live: needs a new line to change, which is asked for in the next pause', async () => {
    const { connection, all } = await open('gemini-live', undefined, 'gemini-3.8-live-extended-thinking').then((opened) => ({
      connection: opened.connection,
      all: () => opened.all('going-away'),
    }));
    connection.update({ ...plainSetup, tools });
    expect(all()).toEqual([]);
    connection.update({ ...plainSetup, tools, effort: 'high' });
    expect(all()).toEqual([{ type: 'going-away', deadlineMs: 90_000 }]);
  });

  it('OpenAI Live: is the delegate’s, with a summary of what it thinks', async () => {
    const { server, connection } = await open('openai-live', 'low');
    const start = server.received[0]?.['session'] as { delegation: { responses: Record<string, unknown> } };
    expect(start.delegation.responses['reasoning']).toEqual({ effort: 'low', summary: 'auto' });
    connection.update({ ...plainSetup, tools, effort: 'none' });
    await vi.waitFor(() => expect(talk?.sent('session.update')).toHaveLength(1));
    expect(JSON.stringify(talk?.sent('session.update'))).toContain('"reasoning":{"effort":"none","summary":null}');
  });
});

describe('what a host tells of its thoughts', () => {
  it.each([
    ['gemini-live', 'gemini-3.8-live-extended-thinking'],
    ['openai-live', 'gpt-live-1.1'],
  ] as const)('%s: is told, and neither spoken nor shown as words', async (dialect, model) => {
    const opened = await open(dialect, 'high', model);
    ask(opened);
    await opened.until('response-ended');
    expect(
      opened
        .all('thinking')
        .map(({ text }) => text)
        .join('')
        .trim(),
    ).toBe('Six by seven is forty-two.');
    expect(opened.reply).toMatch(/^You said: /);
    expect(opened.all('response-started')).toHaveLength(1);
  });

  it('Gemini Live: a turn goes on over what it says on the way, until the model is idle', async () => {
    talk = await openTalk(
      'gemini-live',
      { thoughts: () => ['Hm.'], reply: () => 'Let me see.|It is forty-two.' },
      { profile: as('gemini-3.8-live-extended-thinking') },
    );
    ask(talk);
    await talk.until('response-ended');
    expect(talk.reply).toBe('Let me see. It is forty-two.');
    expect(talk.all('response-started')).toHaveLength(1);
  });
});
