import { describe, expect, it } from 'vitest';
import { openStage, userText } from './stage.ts';

const weather = {
  type: 'function',
  name: 'get_weather',
  description: 'The weather of a city.',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};
const withWeather = { type: 'session.update', session: { type: 'realtime', tools: [weather] } };
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('responses', () => {
  it('answers typed words, in text where text is wanted', async () => {
    const stage = await openStage();
    await stage.say(userText('Hello.'));
    await stage.say({ type: 'response.create', response: { output_modalities: ['text'], metadata: { topic: 'test' } } });
    stage.engine.reply('Good morning.');
    expect(stage.types()).not.toContain('response.output_audio.delta');
    expect(stage.of('response.output_text.done')[0]?.text).toBe('Good morning.');
    expect(stage.of('response.done')[0]?.response).toMatchObject({
      metadata: { topic: 'test' },
      output: [{ content: [{ type: 'output_text', text: 'Good morning.' }] }],
    });
  });

  it('runs one at a time, and is cancelled by its id or whatever runs', async () => {
    const stage = await openStage();
    await stage.say({ type: 'response.cancel' });
    await stage.say(userText('Hello.'));
    await stage.say({ type: 'response.create' });
    await stage.say({ type: 'response.create' });
    await stage.say({ type: 'response.cancel', response_id: 'other' });
    expect(stage.of('error').map(({ error }) => error.code)).toEqual([
      'response_cancel_not_active',
      'conversation_already_has_active_response',
      'response_cancel_not_active',
    ]);
    await stage.say({ type: 'response.cancel' });
    expect(stage.of('response.done')[0]?.response).toMatchObject({
      status: 'cancelled',
      status_details: { reason: 'client_cancelled' },
    });
    stage.engine.reply('Too late.');
    expect(stage.types()).not.toContain('response.output_audio.delta');
  });

  it('tells a failure as the end of the response, in one sentence', async () => {
    const { EngineFailure } = await import('../../../electron/lifetime/engine-failure.ts');
    const stage = await openStage();
    await stage.say(userText('Hello.'));
    await stage.say({ type: 'response.create' });
    const failure = new EngineFailure('worker-died', 'The voice stopped.', { retryable: true, whatToDo: 'Ask again.' });
    stage.engine.tell({ type: 'failed', failure }, { type: 'response-ended', responseId: 'r', end: 'failed' });
    expect(stage.of('response.done')[0]?.response).toMatchObject({
      status: 'failed',
      status_details: { error: { code: 'worker-died', message: 'The voice stopped. Ask again.' } },
    });
  });

  it('greets where nothing was asked', async () => {
    const stage = await openStage();
    await stage.say({ type: 'response.create' });
    await settled();
    expect(stage.engine.calls.slice(-2)).toEqual(['say "Hi."', 'respond']);
  });

  it('uses instructions and voice of one response for that one only', async () => {
    const stage = await openStage();
    await stage.say({ type: 'session.update', session: { type: 'realtime', instructions: 'Be kind.' } });
    await stage.say(userText('Hello.'));
    await stage.say({ type: 'response.create', response: { instructions: 'Be brief.', audio: { output: { voice: 'Winston' } } } });
    expect(stage.engine.setup?.persona).toMatchObject({ character: 'Be brief.', voice: { pitch: 0.8 } });
    stage.engine.reply('Hi.');
    await stage.say(userText('Hello again.'));
    await stage.say({ type: 'response.create' });
    expect(stage.engine.setup?.persona).toMatchObject({ character: 'Be kind.', voice: { pitch: 1 } });
  });

  it('answers beside the conversation from what it is given, and leaves no trace', async () => {
    const stage = await openStage();
    await stage.say(userText('Hello.'));
    const input = [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Sum up.' }] }];
    await stage.say({ type: 'response.create', response: { conversation: 'none', input } });
    await settled();
    expect(stage.engine.calls.slice(-3)).toEqual(['connect', 'text "Sum up."', 'respond']);
    expect(stage.of('response.created')[0]?.response.conversation_id).toBeNull();
    expect(stage.of('conversation.item.added')).toHaveLength(1);
  });
});

describe('functions', () => {
  it('are called by the client, and their results are spoken', async () => {
    const stage = await openStage();
    await stage.say(withWeather);
    await stage.say(userText('What is the weather in Paris?'));
    await stage.say({ type: 'response.create' });
    const match = stage.engine.setup?.tools[0]?.match('What is the weather in Paris?');
    expect(match?.arguments).toEqual({ city: 'Paris' });
    stage.engine.tell(
      { type: 'tool-called', responseId: 'r', callId: 'call-1', name: 'get_weather', arguments: { city: 'Paris' } },
      { type: 'response-ended', responseId: 'r', end: 'called-tools' },
    );
    const [call] = stage.of('response.function_call_arguments.done');
    expect(call).toMatchObject({ name: 'get_weather', arguments: '{"city":"Paris"}' });
    expect(stage.of('response.done')[0]?.response).toMatchObject({ status: 'completed', output: [{ type: 'function_call' }] });
    const item = { type: 'function_call_output', call_id: call?.call_id, output: '{"sky":"sunny","degrees":21}' };
    await stage.say({ type: 'conversation.item.create', item });
    await stage.say({ type: 'response.create' });
    await settled();
    expect(stage.engine.calls.slice(-2)).toEqual(['result "sky: sunny. degrees: 21."', 'respond']);
  });

  it('of this program itself run here, within the same response', async () => {
    const stage = await openStage();
    await stage.say(userText('What time is it?'));
    await stage.say({ type: 'response.create' });
    stage.engine.tell(
      { type: 'tool-called', responseId: 'r', callId: 'call-1', name: 'clock.time', arguments: {} },
      { type: 'response-ended', responseId: 'r', end: 'called-tools' },
    );
    await settled();
    expect(stage.engine.calls.slice(-2)).toEqual(['result "It\'s three."', 'respond']);
    stage.engine.reply("It's three.");
    expect(stage.of('response.done').map(({ response }) => response.status)).toEqual(['completed']);
    expect(stage.types()).not.toContain('response.function_call_arguments.done');
  });

  it('are not called where an argument is missing, or functions are not wanted', async () => {
    const stage = await openStage();
    await stage.say(withWeather);
    const matches = (said: string) => stage.engine.setup?.tools.find(({ name }) => name === 'get_weather')?.match(said) ?? null;
    expect(matches('How is the weather?')).toBeNull();
    expect(matches('What is the capital of France?')).toBeNull();
    await stage.say({ type: 'session.update', session: { type: 'realtime', tool_choice: 'none' } });
    expect(matches('What is the weather in Paris?')).toBeNull();
  });
});
