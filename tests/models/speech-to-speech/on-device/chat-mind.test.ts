import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ChatStep, scriptedChatModel } from '../../../../models/scripted/scripted-chat-model.ts';
import { type HearingStep, scriptedSpeechToText } from '../../../../models/scripted/scripted-speech-to-text.ts';
import { scriptedTextToSpeech } from '../../../../models/scripted/scripted-text-to-speech.ts';
import { createOnDeviceModel } from '../../../../models/speech-to-speech/on-device/on-device-model.ts';
import type { EngineEvent, EngineSetup, ToolDefinition } from '../../../../models/speech-to-speech/realtime-model.ts';
import { plainSetup } from './setup.ts';

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

const weather: ToolDefinition = {
  name: 'weather.now',
  description: 'Tells the weather.',
  parameters: { type: 'object', properties: {} },
  effect: 'none',
  match: (words) =>
    /^weather$/i.test(words) ? { arguments: {}, score: 1 } : /weather/i.test(words) ? { arguments: {}, score: 0.6 } : null,
};
const call = (name: string, callId = 'call_1') => ({ kind: 'call', call: { callId, name, arguments: { city: 'Paris' } } }) as const;

async function stage(steps: readonly ChatStep[], setup: Partial<EngineSetup> = {}, heard: readonly HearingStep[] = []) {
  const chat = scriptedChatModel(steps);
  const voice = scriptedTextToSpeech();
  const engine = createOnDeviceModel({
    openSpeechToText: async () => scriptedSpeechToText(heard),
    openLanguageModel: () => Promise.reject(new Error('The small model is not needed.')),
    openChatModel: async () => chat,
    openTextToSpeech: async () => voice,
  });
  const connection = await engine.connect({ ...plainSetup, tools: [weather], ...setup }, new AbortController().signal);
  const events: EngineEvent[] = [];
  connection.subscribe((event) => events.push(event));
  closings.push(async () => {
    await connection.close();
    await engine.close();
  });
  const of = <Type extends EngineEvent['type']>(type: Type) =>
    events.filter((event) => event.type === type) as Extract<EngineEvent, { type: Type }>[];
  return {
    chat,
    voice,
    connection,
    of,
    ask: (text: string) => {
      connection.appendItem({ kind: 'user-text', text });
      connection.respond();
    },
    ended: (count = 1) => vi.waitFor(() => expect(of('response-ended')).toHaveLength(count)),
    said: () =>
      of('reply-words')
        .flatMap(({ words }) => words.map(({ text }) => text))
        .join('')
        .trim(),
  };
}

describe('a larger model as the mind of the engine', () => {
  it('answers what the small one must decline, as the persona, with what is known', async () => {
    const { ask, ended, said, chat } = await stage([['Paris is the capital ', 'of France.']], { facts: ["The user's name is Igor."] });
    ask('What is the capital of France?');
    await ended();
    expect(said()).toBe('Paris is the capital of France.');
    const [request] = chat.requests;
    expect(request?.messages).toMatchObject([
      { role: 'system', text: expect.stringMatching(/Nova is a warm.*The user's name is Igor\./s) },
      { role: 'user', text: 'What is the capital of France?' },
    ]);
    expect(request?.functions).toMatchObject([{ name: 'weather.now' }]);
  });

  it('speaks the first clause while the rest is still being written', async () => {
    let goOn = () => {};
    const wait = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { ask, of, ended } = await stage([['Good morning to you. ', wait, 'How are you?']]);
    ask('Hello, what is new?');
    await vi.waitFor(() => expect(of('reply-audio')).toHaveLength(1));
    expect(of('response-ended')).toEqual([]);
    goOn();
    await ended();
  });

  it('speaks no markup, and tells what it cost', async () => {
    const { ask, ended, voice, of } = await stage(
      [['**Sure**, here:\n', '# A _list_ 🎉.']].map((step) => [...step, { kind: 'usage', inputTokens: 9, outputTokens: 4 } as const]),
    );
    ask('Make me a list.');
    await ended();
    expect(voice.clauses.join(' ')).toMatch(/^Sure, here: +A list \.$/);
    expect(of('usage')).toMatchObject([{ inputTokens: 9, outputTokens: 4 }]);
  });

  it('calls a skill, waits for its result, and goes on in the same breath', async () => {
    const { ask, ended, connection, said, of, chat } = await stage([
      ['Let me see. ', call('weather.now')],
      ['It is sunny in Paris.'],
      ['You are welcome.'],
    ]);
    ask('How is the weather in Paris?');
    await ended();
    expect(of('response-ended')[0]?.end).toBe('called-tools');
    const [called] = of('tool-called');
    expect(called).toMatchObject({ name: 'weather.now', arguments: { city: 'Paris' } });
    connection.appendItem({ kind: 'tool-result', callId: called?.callId ?? '', output: '{"sky":"sunny"}', sentence: 'Sunny.' });
    connection.respond();
    await ended(2);
    expect(said()).toBe('Let me see. It is sunny in Paris.');
    const items = new Set(of('reply-words').map(({ itemId }) => itemId));
    const words = of('reply-words').flatMap((event) => event.words);
    expect(items.size).toBe(1);
    expect(words.at(-1)?.endMs).toBe(words.length * 100);
    expect(chat.requests[1]?.messages.slice(-2)).toMatchObject([
      { role: 'calls', text: 'Let me see. ', calls: [{ name: 'weather.now' }] },
      { role: 'result', output: '{"sky":"sunny"}' },
    ]);
    ask('Thank you very much for that.');
    await ended(3);
    expect(chat.requests[2]?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(chat.requests[2]?.messages[2]).toMatchObject({ text: 'Let me see. It is sunny in Paris.' });
  });

  it('waits for the results of all calls', async () => {
    const { ask, ended, connection, of, chat, said } = await stage([
      [call('weather.now', 'a'), call('weather.now', 'a')],
      ['Both are sunny.'],
    ]);
    ask('Weather in Paris and Rome?');
    await ended();
    for (const [index, { callId }] of of('tool-called').entries()) {
      connection.appendItem({ kind: 'tool-result', callId, output: `{"n":${index}}`, sentence: '' });
      connection.respond();
    }
    await ended(2);
    expect(chat.requests).toHaveLength(2);
    expect(said()).toBe('Both are sunny.');
  });

  // Root cause: the end of the turn cleared what a reply made ahead of it had called.
  it('goes on with a reply that called a skill before the turn was over', async () => {
    const heard = 'How is the weather in Paris?';
    const { connection, of, ended, said } = await stage([[call('weather.now')], ['It is sunny.']], {}, [{ effort: 'final', heard }]);
    for (let frame = 0; frame < 8; frame++) connection.appendAudio({ samples: new Float32Array(512), endMs: 0, speechProbability: 0.9 });
    connection.anticipate();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(of('tool-called')).toEqual([]);
    connection.commit();
    await vi.waitFor(() => expect(of('user-transcript').some(({ final }) => final)).toBe(true));
    connection.respond();
    const [called] = of('tool-called');
    connection.appendItem({
      kind: 'tool-result',
      callId: called?.callId ?? '',
      output: '{"sky":"sunny"}',
      sentence: 'Sunny, says the skill.',
    });
    connection.respond();
    await ended(2);
    expect(said()).toBe('It is sunny.');
  });

  it('is not asked where the words say it all: the skill is called at once', async () => {
    const { ask, of, connection, ended, said } = await stage([]);
    ask('weather');
    const [called] = of('tool-called');
    expect(called?.name).toBe('weather.now');
    connection.appendItem({ kind: 'tool-result', callId: called?.callId ?? '', output: '{}', sentence: 'It is sunny.' });
    connection.respond();
    await ended(2);
    expect(said()).toBe('It is sunny.');
  });

  it('tells nothing more once it is cancelled, and begins anew with the next words', async () => {
    const { ask, of, connection, ended, chat } = await stage([['One. ', new Promise(() => undefined)], ['Two.']]);
    ask('Say one, please.');
    await vi.waitFor(() => expect(of('reply-audio')).toHaveLength(1));
    connection.cancel();
    expect(of('response-ended')).toMatchObject([{ end: 'cancelled' }]);
    expect(chat.requests[0]?.signal?.aborted).toBe(true);
    ask('And two?');
    await ended(2);
    expect(of('response-ended')[1]?.end).toBe('completed');
  });

  it('tells what the model thinks, says nothing of it, and passes on that it may take its time', async () => {
    const { ask, of, chat, voice } = await stage([[{ kind: 'thought', text: 'Hm, ' }, { kind: 'thought', text: 'noon.' }, 'It is noon.']], {
      thinkHarder: true,
    });
    ask('How late is it?');
    await vi.waitFor(() => expect(of('response-ended')).toHaveLength(1));
    expect(of('thinking').map(({ text }) => text)).toEqual(['Hm, ', 'noon.']);
    expect(
      of('reply-words')
        .flatMap(({ words }) => words.map(({ text }) => text))
        .join('')
        .trim(),
    ).toBe('It is noon.');
    expect(JSON.stringify(voice.clauses)).not.toContain('Hm');
    expect(chat.requests.map(({ thinkHarder }) => thinkHarder)).toEqual([true]);
  });
});
